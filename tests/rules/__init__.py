"""The rules as data: the defaults and what is refused."""
