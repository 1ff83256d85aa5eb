"""What the pledge commands say."""

from domain.rules.pledges import Convention


def covenant(convention: Convention) -> str:
    """The convention with its articles numbered."""
    return "\n".join([convention.title, *(f"{n}. {article}" for n, article in enumerate(convention.articles, 1))])
