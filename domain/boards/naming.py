"""Signs of shops: a sign that holds its operator's name is a person's name."""


def sign_shows_operator(sign: str, operator: str) -> bool:
    """True where the sign holds the operator's whole or given name."""
    name = operator.strip()
    return len(name) > 1 and any(part in sign for part in (name, name[1:]) if len(part) > 1)
