"""转发稿 at the desk: the text whole, its picture, and the day on which it was pasted."""

from domain.attachments import KeepAttachment
from domain.matters.matter import MatterAt
from domain.pasting import Paste, handed_over
from tests.web.desk.conftest import Administrator


async def _handed(admin: Administrator) -> None:
    paste = Paste("二网格邻里群", "【通知】\n明天 <6栋> 停水", "picture", "2")
    await admin.put(KeepAttachment("picture", "榜.png", b"\x89PNG"), *handed_over(paste, ()))


async def test_what_waits_is_shown_whole_and_marked_once(admin: Administrator) -> None:
    await admin.enter()
    assert "没有，都贴好了" in await admin.get("/desk/pastes")
    await _handed(admin)
    page = await admin.get("/desk/pastes")
    assert "【通知】\n明天 &lt;6栋&gt; 停水</p>" in page
    assert 'src="data:image/png;base64,iVBORw=="' in page
    assert 'download="榜.png"' in page
    assert "F1 今天已经贴出" in await admin.do("pastes", "posted", code="F1")
    paste = await admin.app.store.answer(MatterAt("F1"))
    assert paste
    assert (paste.state, paste.steps[-1].role) == ("posted", "administrator")
    assert "已经有人办过了" in await admin.do("pastes", "posted", code="F1")
    assert "2026年11月23日 周一 10:00 发出" in await admin.get("/desk/pastes")


async def test_what_is_no_paste_is_left_alone(admin: Administrator) -> None:
    await admin.enter()
    for code in ("", "L1", "F7", "'; drop"):
        assert "已经有人办过了" in await admin.do("pastes", "posted", code=code)
