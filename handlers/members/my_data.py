"""The command 我的数据: everything kept on the subject, as a file that the bot forgets after a day."""

import hashlib
from datetime import timedelta

from domain.attachments import KeepAttachment
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.keeping import KeptOn
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.members import my_data_wording as wording

_KEPT_FOR = timedelta(days=1)


async def my_data(request: Request, book: Book) -> Decision:
    """Write it out and send it."""
    kept = await book.answer(KeptOn(request.subject.id))
    if kept is None:
        raise Refusal(wording.NOTHING)
    # With the mark that lets every phone and office program read it as UTF-8.
    body = wording.written(kept, request.rules, request.now).encode("utf-8-sig")
    expires_at = int((request.now + _KEPT_FOR).timestamp() * 1000)
    file = KeepAttachment(hashlib.sha256(body).hexdigest(), wording.FILE, body, expires_at=expires_at)
    return Decision(Answer(wording.SENT, file=file.id), (file,))


command = Command(
    intent="my_data",
    title="我的数据",
    words=Words(
        names=(
            "我的数据",
            "导出我的信息",
        ),
        hints=("<我>&(信息|资料|数据)&(存|导|<看>|保存|收集|记录|留着)&!(删|清|注销)",),
        phrases=(
            "(<看>|<一下>)*<我><的>(全部|所有|个人)*(数据|资料|个人信息|信息)(<看>|给我|发|<一下>|导出来?|有哪些)*",
            "(导出?|下载|拷贝?|打包|调取|要|打印|查看|提供|复制)(<一下>|出)*(一份)?<我>(本人)?<的>?(全部|所有|个人)*(信息|资料|数据)…",
            "(把|将)<我><的>?(全部|所有|个人)*(信息|资料|数据)…(导|发|打包|下载|拷|给我)…",
            "(<看>|<一下>)*(你们|社区|系统|机器人|小信|后台|你)…(存|收集|保存|记录?|记|留|掌握|有|登记|拿|采集)(了|着|得|下)?…<我>…(信息|资料|数据|东西)…",
            "(<看>|<一下>)*(你们?|社区|系统)(都|到底|究竟)?(存|记|收集|保存|登记|留)(了|着|下)<我><的>?(<哪些>|什么)…",
            "…(导|要|下载|拿)(出|回)?<我><的>?(个人)?(信息|资料|数据)…",
            "(个人信息|个人数据|我的个人信息)(导出|下载|<看>)",
        ),
    ),
    who=BOUND,
    strangers=wording.STRANGERS,
    where=Where.PRIVATE_ONLY,
    handle=my_data,
    examples={"我的数据": {}, "导出我的信息": {}, "你们存了我什么信息": {}},
)
