"""How each kind of question is answered: one file per part of the book, each naming its queries."""
