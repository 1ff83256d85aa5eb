"""The tables of the book, one file per part; importing any of them declares all."""

from storage.tables import ledger, members, outbox, questions, work
from storage.tables.columns import metadata

__all__ = ["ledger", "members", "metadata", "outbox", "questions", "work"]
