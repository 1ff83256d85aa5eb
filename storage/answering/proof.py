"""The whole book, recomputed."""

from domain.proof import BookProof, Proof
from storage.ledger import prove
from storage.reading import Reader


async def book_proof(reader: Reader, _query: BookProof) -> Proof:
    """The proof over one snapshot of the book."""
    return await reader.survey(prove)


ANSWERS = {BookProof: book_proof}
