"""The command 帮助: four lines, one for each operation, or the words of one matter."""

from datetime import timedelta

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.pledges import ShownSince, TextShown, chat_of
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.members import help_wording as wording

_ONCE_IN = timedelta(minutes=10)


async def show_help(request: Request, book: Book) -> Decision:
    """The menu that fits the role, or at most five lines about a topic; a group reads one in ten minutes a person."""
    topic = request.slot("topic")
    text = wording.menu(request.sender.roles, request.opened)
    if topic is not None:
        text = wording.about(str(topic), request.opened, request.sender.roles)
    if request.message.scene == "private":
        return Decision(Answer(text))
    # The mark tells the same person again and nobody who it is.
    shown = TextShown(chat_of(request.message), f"help:{request.outside.phone_mark(request.message.sender)}")
    since = int((request.now - _ONCE_IN).timestamp() * 1000)
    if await book.answer(ShownSince(shown.chat, shown.what, since)):
        return Decision(Answer(f"{wording.SAID_JUST_NOW}\n{text}", privately=True))
    return Decision(Answer(text), (shown,))


command = Command(
    intent="help",
    title="帮助",
    words=Words(
        plain=(
            "帮助",
            "菜单",
            "怎么用",
            "你会做什么",
            "帮助{topic:command}",
        ),
        names=(
            "帮助",
            "菜单",
            "怎么用",
            "使用说明",
        ),
        phrases=(
            "帮助",
            "菜单",
            "帮助~{topic:command}",
            r"帮助[\s:：,，]+{topic:brief}",
            "(<看>|打开|来|有没有|有|给有|要)?<一下>?<的>?(使用|功能|操作)?(说明书?|指南|帮助|菜单|功能表?|手册)(<看>|给我|<一下>)*",
            r"(这个|这|你|机器人|这个东西|小程序|这个小程序|这个机器人|网格小信)*<的>?(到底|要|该|应该)?<怎么>(用|使|整|弄|操作|玩|使用|搞)(法|呀)?(…[^\w]…)?(我)?(不会|(整|用|弄|搞)不(来|成|会|懂))?",
            "(你|小信|机器人|这个|这个机器人|你们|网格小信|你这个)*<的>?(都|到底|究竟)?(会|能|可以|能够)(帮)?(我|我们)?(做|整|干|搞|帮|弄|办)(我)?(些|点|得|成|了)?(什么|哪样|哪些|啥子|啥|些什么)…",
            "(你|小信|机器人|这个)*有(什么|哪些|哪样|些什么|些哪样|啥子|些啥|啥)(功能|用处|命令|指令|本事|口令|关键词)…",
            "(有|还有)?(<哪些>)(事情?)?是?(你|小信)(能|会|可以)(帮)?(我|我们)?(做|办|干|帮)(忙)?<的>?",
            "(功能|命令|指令|口令)有(哪些|什么|哪样)",
            r"<我>?(不会|不晓得<怎么>|不知道<怎么>|(整|用|弄|搞)不(来|成|会|懂)|看不懂)(用|使|整|弄|操作)?(这个)?(…[^\w]…)?(教教我|教我|教一下)?",
            "<我>(该|要|应该)?<怎么>(用|使|使用)(你|这个|它)?",
            "<怎么>(用|使用|整|弄|操作|玩|搞)(呀|啊|嘛|呢)?(你|这个|它|这个机器人)?",
            "<怎么>(提|提出|发|写|办|看|查(?!积分(?!明细|流水|清单|商城))){topic:command}(法|呢)?",
            "教(教)?<我>?<一下>?<怎么>?(用|使|弄|整)",
            "<怎么>(个)?(去|来|才能|在群里|才可以|能|申请|要)?{topic:command}(法|呢|…)",
            "{topic:command}<的>?(要|该|是|应该)?<怎么>(用|弄|整|办|搞|操作|填|申请|使|写|个弄法)…",
            "{topic:command}(是)?(什么|啥|哪样)意思…",
            "{topic:command}是(干|做|整)(什么|啥子?|嘛|哪样)(用)?<的>…",
            "{topic:command}<的>?(帮助|说明|教程|步骤|流程|操作)",
            r"(?=举报|投诉|检举){topic:command}(了|后|以后|之后|的话|人|别人)*(会不会|会|能不能|能|要不要|要|是不是|是|有没有|有|真的|到底)*(被)?(人|别人|对方|他们|谁|信息|名字|身份|我|当事人)*(知道|晓得|看到|查到|发现|报复|泄露|泄漏|暴露|保密|安全|实名|匿名|留名|署名|写名字|风险|后果)(我|是我|是谁|出去|的)*(吗|么|嘛|不|没有|呢|啊|[?？])*",
            r"(?=举报|投诉|检举){topic:command}(了|后|以后|成功)*(有没有|有|给|发|能领|能拿|拿|领)(什么|啥|多少|哪样)?(奖励|奖金|奖|好处|红包|积分)(吗|么|嘛|不|没有|呢|啊|[?？])*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=show_help,
    examples={
        "帮助": {},
        "帮助 举报": {"topic": "举报"},
        "你能干些啥": {},
        "怎么举报": {"topic": "举报"},
        "这个机器人怎么用呀": {},
    },
)
