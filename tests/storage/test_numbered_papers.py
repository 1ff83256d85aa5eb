"""A paper that is decided on before its receipt has a number."""

from domain.attachments import AttachmentOf
from domain.code import NewCode
from domain.decision import Unit
from domain.document_files import attachment_of, document_of
from domain.documents import PledgeCopySheet
from domain.matters.matter import OpenMatter, Step
from storage.store import Store


async def test_the_receipt_on_the_paper_is_the_one_that_was_given(store: Store) -> None:
    """承诺书副本上的回执号，就是聊天里的 C1。"""
    sheet = PledgeCopySheet("映山社区", "文明养犬承诺", ("我会：",), "李桂芬", "v1", "10:00", str(NewCode("C")))
    kept = attachment_of(sheet, "承诺书.pdf")
    opened = OpenMatter(NewCode("C"), "pledge", "signed", "文明养犬承诺", Step("signed"))
    await store.post(Unit(None, (opened, kept), at=1))
    found = await store.answer(AttachmentOf(kept.id))
    assert found
    drawn = document_of(found)
    assert isinstance(drawn, PledgeCopySheet)
    assert drawn.receipt == "C1"
