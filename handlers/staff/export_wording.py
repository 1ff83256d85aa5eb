"""What 导出台账 says, and the headings of its sheets."""

FILE = "台账-{since}至{until}.xlsx"
LEDGER, PARTICIPATION, DEDUCTIONS = "台账", "参与度", "扣分件数"
LEDGER_HEAD = ("编号", "日期", "网格", "主体", "账户", "原因", "事项", "增加", "减少", "登记人")
PARTICIPATION_HEAD = ("月份", "网格", "登记主体", "已绑定", "有加分的", "自己申报（笔）", "别人登记（笔）")
DEDUCTIONS_HEAD = ("月份", "网格", "事项", "件数")
UNDONE = "撤销"
SYSTEM = "系统"
NOTHING = "{since} 到 {until} 没有台账，没有文件。换个时间试试，例如“导出 上个月台账”。"
TOO_MANY = "这段时间的台账太长了，请按月导出，例如“导出 本月台账”；全年的请管理员在电脑上导出。"
NO_GRID = "您名下还没有网格，请管理员看看登记表。"


def made(rows: int, since: str, until: str, scope: str) -> str:
    """What is in the file, and how to keep it."""
    return (
        f"{scope}{since} 到 {until} 的台账，{rows} 行，见附件。\n"
        "里面有居民的信息：只在工作中用，不转发、不发群，用完删掉。文件在这里只留 7 天。"
    )


def scope(grid: str, *, masked: bool) -> str:
    """Whose rows these are."""
    return "全社区（姓名已隐去）" if masked else grid or "全社区"
