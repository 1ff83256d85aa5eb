"""The sentences that tell what to mend in a register."""

NOT_FILLED = "没有填"
NO_COLUMN = "缺这一列"
NO_HEADINGS = "第一行没有表头"
TWICE_COLUMN = "这一列出现了两次"
REFUSED_COLUMN = "不收这类资料，请整列删去"
UNKNOWN_COLUMN = "不认识这一列，没有读"
UNKNOWN_SHEET = "不认识这张表，没有读"
HEADINGS_AGAIN = "又出现了一次表头，请删去这一行"
EXAMPLE_ROW = "是示例行，没有读"
IDENTITY_NUMBER = "像是身份证号，不能收，请删去"
FORMULA = "是公式，按文字读"
NUMBER_SERIAL = "是数字格式，开头的 0 可能已经丢了，请核对"
SCIENTIFIC = "变成了科学计数法，后面几位已经丢了，请把这一列设成文本再填"
BECAME_DATE = "变成了日期，请把这一列设成文本再填"
ZERO_LOST = "比别的户号短，开头的 0 可能丢了"
NO_DOOR = "看不出是几栋几号，绑定时会对不上"
END_BEFORE_START = "比协议起还早"
MINOR_NOT_PERSON = "只有居民才填未成年"
NO_GUARDIAN = "是未成年人，还没有监护人"
NO_CONTACT = "没有联系人，绑定时没人能替它说话"
NO_PHONE = "没有电话，绑定和通知要人工办"
NO_SECRETARY = "还没有书记，月结和红黑榜会等着"
NO_SUPERVISOR = "还没有监督员，月结和红黑榜会等着"
NO_DEPUTY = "管理小组里还没有居民代表或单位代表，月结和红黑榜会等着"
NOT_A_LENGTH = "看不懂，请写成 2小时 或 90分钟"
NOT_A_COUNT = "要写整数"
NOBODY_THERE = "登记表里没有这个地址"
NOT_AT_ADDRESS = "登记表里这个地址没有这个名字"
ONLY_MINORS = "是未成年人，不记资料"
NOT_YET = "这一天还没有到，请核对年月日"
NO_CONSENT = "走访来的要写“是”：没有对方同意的不收"
NO_BASIS = "没有填，检查和资料要写是哪次检查、哪份名单"
PRIVATE_LIST = "这类名单不收"


def unknown(value: str) -> str:
    """Nothing of that name is in the register."""
    return f"没有“{value}”"


def ambiguous(value: str) -> str:
    """More than one goes by that name."""
    return f"有不止一个“{value}”"


def only(choices: str) -> str:
    """The cell takes one of a few words."""
    return f"只能是 {choices}"


def same_as(row: int) -> str:
    """The row says what an earlier one said."""
    return f"和第 {row} 行重复"


def too_long(most: int) -> str:
    """The cell holds more than it may."""
    return f"太长了，最多 {most} 个字"


def no_worker(grid: str) -> str:
    """A grid has nobody who works for it."""
    return f"{grid}还没有网格员"


def shared_phone(rows: str, count: int) -> str:
    """Several subjects have one phone."""
    return f"{count} 个主体用同一个电话（第 {rows} 行），绑定时可能要网格员确认"


def unknown_members(names: str, count: int) -> str:
    """Members of a team who are not in the register."""
    return f"{count} 名队员不在信用主体里：{names}"


def namesakes(names: str) -> str:
    """Members of a team whose name several people bear."""
    return f"{names} 有同名的人，要网格员确认是谁"
