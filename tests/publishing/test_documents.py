"""Documents as attachments: the same is kept once, and comes back as it was."""

import hashlib
from dataclasses import replace

import pytest

from domain.attachments import Attachment
from domain.document_files import attachment_of, document_of
from domain.documents import FORMS, Document
from tests.publishing import samples


@pytest.mark.parametrize("document", samples.ALL.values(), ids=lambda one: one.form)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    kept = attachment_of(document, "x.pdf")
    assert (kept.form, kept.id) == (document.form, hashlib.sha256(kept.body).hexdigest())
    assert document_of(Attachment(kept.name, kept.body, kept.form)) == document


def test_the_same_document_is_the_same_attachment() -> None:
    first, again = (attachment_of(replace(samples.VOUCHER), "券.png") for _ in range(2))
    assert first == again
    as_paper = attachment_of(samples.VOUCHER, "券.pdf")
    another = attachment_of(replace(samples.VOUCHER, code="V"), "券.png")
    assert len({first.id, as_paper.id, another.id}) == 3


def test_every_form_is_known_by_its_name() -> None:
    assert {name: document.form for name, document in FORMS.items()} == {name: name for name in samples.ALL}


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="drawn as"):
        attachment_of(samples.VOUCHER, "券.docx")
    body = attachment_of(samples.VOUCHER, "券.png").body
    misnamed, mistyped = body.replace(b'"code"', b'"cod"'), body.replace(b'"V8K2M4QX"', b"7")
    for broken in (b"", b"[]", b"{}", b'{"document":{}}', misnamed, mistyped):
        with pytest.raises(ValueError, match="voucher"):
            document_of(Attachment("券.png", broken, "voucher"))
    with pytest.raises(ValueError, match="'nothing'"):
        document_of(Attachment("券.png", body, "nothing"))


def test_photos_are_named_by_the_document() -> None:
    assert samples.BOARD.photos == ("before", "after", "before", "gone")
    assert samples.POSTER.photos == ()
