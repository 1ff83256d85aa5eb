"""How people are named where not everybody may know who they are (product.md section 6 D)."""

import re

from domain.members import Subject

_BUILDING = re.compile(r"[0-9]+栋|[0-9]+号楼|[0-9]+幢")


def building_of(address: str) -> str:
    """The building of an address, or an empty text where it names none."""
    found = _BUILDING.search(address)
    return found[0] if found else ""


def surname(name: str) -> str:
    """A name with everything but its first character covered."""
    return f"{name[:1]}*" if name else "*"


def masked_name(subject: Subject) -> str:
    """Building and surname of a person, the sign of a shop or unit."""
    return (
        subject.name
        if subject.kind != "resident"
        else f"{building_of(subject.address)} {surname(subject.name)}".strip()
    )
