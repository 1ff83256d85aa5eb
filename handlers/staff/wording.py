"""What the staff commands say."""

TODO = "待办"
NOTHING_OPEN = "现在没有等您答复的事，什么都没有改。"
UNKNOWN_ROW = "最近一张“今日”里没有第 {row} 行，什么都没有改。请先发“今日”，再回行号，例如“1 属实”。"
ROW_GONE = "第 {row} 行已经有结果，或者转给别人了，什么都没有改。发“待办”看看现在有哪些。"
OLD_LIST = "您引用的是旧的一张，第 {row} 行现在是另一件事，什么都没有改。请发“待办”，照新的一张回。"
ONE_AT_A_TIME = "{code} 还是同一个人的，请看过上面的结果，再单独答复一次。"
WHICH = "等您答复的不止一件，是哪一件？"


def not_yours(code: str) -> str:
    """The same words for what does not exist, what is closed and what is not the sender's to decide."""
    return f"没有找到等您答复的 {code}，可能已经有人答复过了，什么都没有改。发“待办”看看有哪些。"
