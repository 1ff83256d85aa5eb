"""What is encrypted: the keys outside the book and the one door to them."""
