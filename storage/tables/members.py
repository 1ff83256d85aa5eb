"""The register and who of it is in the chats; phones are kept only as keyed hashes."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, text

grid = Table("grid", metadata, key("community"), key("code"), text("name"), text("facts"))
"""Grids; ``facts`` is JSON of group names, hotline and the like."""

room = Table("room", metadata, key("community"), key("channel"), key("room"), text("kind"), text("grid"))
"""Platform rooms that an administrator bound: a grid's group, or the staff group."""

subject = Table(
    "subject",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("kind"),
    text("name"),
    text("grid"),
    text("address"),
    text("household"),
    text("contact"),
    text("guardian"),
    text("station"),
    number("minor"),
    text("phone_mark"),
    text("tail_mark"),
    text("state"),
    Index("subject_once", "community", "kind", "name", "grid", "address", unique=True),
    Index("subject_at", "community", "address"),
)
"""Who has points; ``phone_mark`` and ``tail_mark`` are keyed hashes of the phone and of its last four digits."""

staff = Table(
    "staff",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("name"),
    text("role"),
    text("grid"),
    text("unit"),
    text("seat"),
    text("recusals"),
    text("phone_mark"),
    text("tail_mark"),
    text("state"),
    Index("staff_once", "community", "name", "role", "grid", "unit", unique=True),
)
"""Who has a duty; ``seat`` is the one in the points management group, ``recusals`` a JSON list."""

listing = Table("listing", metadata, key("community"), key("kind"), key("name"), text("facts"))
"""Teams, partners and resources of the register as JSON, until their own capability needs more."""

account = Table(
    "account",
    metadata,
    key("community"),
    key("channel"),
    key("account"),
    number("active"),
)
"""Chat accounts that are bound; ``active`` is the subject they speak for now."""

binding = Table("binding", metadata, key("community"), key("channel"), key("account"), key("subject", BigInteger))
"""Which accounts speak for which subjects."""

duty = Table("duty", metadata, key("community"), key("channel"), key("account"), key("person", BigInteger))
"""Which accounts act as which staff members, as the administrator tied them."""

Index("binding_of_subject", binding.c.community, binding.c.subject)
Index("duty_of_person", duty.c.community, duty.c.person)
