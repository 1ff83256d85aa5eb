"""What the page 导出 says."""

PERIODS = {
    "this_month": "这个月",
    "last_month": "上个月",
    "this_quarter": "这个季度",
    "last_quarter": "上个季度",
    "this_year": "今年",
    "last_year": "去年",
}
NOT_WRITTEN = "没有做成，请稍后再试；总是这样，请看启动窗口里的最后几行。"


def made(rows: int, since: str, last: str) -> str:
    """What is in the file."""
    return f"{since} 到 {last}，台账 {rows} 行，另有参与度和扣分件数。姓名已隐去。"
