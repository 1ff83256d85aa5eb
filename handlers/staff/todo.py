"""The command 待办: everything that waits for the sender."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from handlers.agenda import listed, waiting
from handlers.staff import wording


async def todo(request: Request, book: Book) -> Decision:
    """The numbered list of open items."""
    return listed(request, wording.TODO, await waiting(request, book))


command = Command(
    intent="todo",
    title="待办",
    words=Words(
        names=(
            "待办",
            "待办事项",
        ),
        hints=("(待办|没核实|未核实|待核实|待处理|没处理)&(<哪些>|几|<看>|多少|有)",),
        phrases=(
            "(<看>|<一下>|个|有|今天|今日|给我)*(<我>)?(<还>)?<的>?(有)?(待办|代办)(事项|列表|任务|清单|工作|事)?(<看>|<一下>|有|还|<哪些>|发|给我|几条|几件|多少|好多|没|了|吗|给有|没得)*",
            "…(有|剩|多少|几|哪些).{0,4}(条|件|个)?(待办|代办|待核实|未核实|没核实|待处理|未处理|没处理|没办|未办)…",
            "…(还|给还|<我>|还有|现在|今天|手上|目前|我这边|我这点).{0,4}(有)?(<哪些>|几条|几件|几个|好多|多少|什么|没有|没得|给有|有)?.{0,6}(没核实|没处理|没办|未核实|待核实|未处理|待处理|要核实|要处理|要办|没整|等着办|没弄|没审|要审|没完成|要我办|待我|等我核实|等我处理|没回|没看|没销)…",
            "(<看>|有|我)*(待核实|未核实|没核实|待处理|未处理|没办)<的>?(还|现在|都|总共|一共|有|案件|举报|事项|哪些|几条|列表|清单|事|<看>|单子|件|几件|<哪些>)*",
            "(<看>|还)*(有)?(<哪些>)(事|任务|工作|活)?(是)?(要|等|等着|该|需要)(我)?(办|做|处理|核实|确认|整|完成)(<的>|了)?",
            "<我>(今天|现在|手上|这边|还)*(有)?(<哪些>)(事|任务|工作|活)(要|没|等|需要|还|待)(我)?(办|做|处理|核实|整|完成|干)…",
        ),
    ),
    who=frozenset({"grid_worker", "property", "supervisor", "secretary", "partner"}),
    where=Where.PRIVATELY,
    handle=todo,
    examples={"待办": {}, "还有哪些没核实": {}, "我还有几条没处理": {}},
)
