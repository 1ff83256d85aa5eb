"""The daily look at the machine, the files and the book, in words for a layman."""
