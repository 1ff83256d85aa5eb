"""The command 导出台账: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="report_export",
    title="导出台账",
    words=Words(
        names=("导出台账",),
        phrases=(
            r"(我|给我|帮我|要|想|请)*(导出|导|下载|打印|生成|拉|出|调|发|要|打|做|整)(<一下>|出来|一份|一下子|个|出|给我|来|我|份)*~({period})?<的>?~(积分|网格|全部|我们网格|所有|整个)?<的>?(台账|台帐|报表|汇总表|总表|账本)(出来|给我|<一下>|excel|表|表格|发|明细|了|[,，\s])*~({period})?",
            r"(把|将)?({period})?<的>?~(积分|网格)?<的>?(台账|台帐|报表)(给我|帮我|给|请|我要|[,，\s])*(导出|导|下载|打印|拉|发|导一份|调|打|整)(<一下>|<成>|给我|来|一份|个|我)*",
            "({period})?<的>?(积分|网格)?<的>?(台账|台帐)",
        ),
    ),
    who=frozenset({"grid_worker", "supervisor", "secretary"}),
    where=Where.PRIVATELY,
    examples={"导出 本月台账": {"period": "this_month"}, "导出台账": {}, "把去年的台账导出来": {"period": "last_year"}},
)
