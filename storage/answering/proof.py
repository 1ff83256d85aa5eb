"""The book, recomputed: as a whole, or what is new in it."""

from functools import partial

from domain.proof import BookProof, Proof
from storage.ledger import prove, prove_since
from storage.reading import Reader


async def book_proof(reader: Reader, query: BookProof) -> Proof:
    """The proof over one snapshot of the book."""
    return await reader.survey(prove if query.since is None else partial(prove_since, anchor=query.since))


ANSWERS = {BookProof: book_proof}
