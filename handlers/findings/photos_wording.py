"""What is said about photos of a place, before and after it was put right."""

from domain.decision import Card

FOUND = "有现场照片的话，10 分钟内直接发给我，只拍地方，不拍人、车牌和门牌；没有就不用管。"
NO_PHOTO = "好的，没有照片也可以。"
LATE = "照片没有对上还开着的登记，没有保存。请告诉网格员。"
KEPT = "照片收到了，已经附在 {code} 上。"
AFTER = "改好的照片可以现在直接发给我（10 分钟内，只拍地方，不拍人、车牌和门牌）；没有就不用管。"
MAY_SHOW = (
    "这张和整改前的那张，可以作为“整改前／整改后”给邻居看吗？只写哪个网格、什么事，不写您是谁；"
    "先有人看过没有人脸、车牌、门牌、姓名和店招才用。回“是”或“不用”，随时发“撤回公示同意”就不再用。"
)
SHOWN = "谢谢。核实改好、有人看过照片以后才会用；随时发“撤回公示同意”就不再用。"
NOT_SHOWN = "好的，照片只给核实的人看。"
ANOTHER = "请把新照片直接发给我（10 分钟内，只拍地方，不拍人、车牌和门牌）；有人看过才会用。不换就不用管。"
LOOKED_AT_AGAIN = "{code} 的新照片收到了，有人看过没有不该公开的才会用。"
ONE_BY_ONE = "照片要打开看过再答复，请一件一件回。这一件什么都没有改。"
WHAT_SEEN = "看到了什么？请写一句，例如“右边有车牌”，这一组就不用了。"
GONE = "这一组已经撤回或者办完了，什么都没有改。"
FIT = "{code} 的整改前后照片可以用了：下一期红黑榜和每周办结会带上。"
UNFIT = "{code} 的整改前后照片不用了，不会公开。"


def title(code: str) -> str:
    """The head of the picture that is looked through."""
    return f"{code} 整改前后照片"


def line(code: str, act: str) -> str:
    """The row in 待办 and 今日."""
    return f"{code} {act} 整改前后两张：人脸、车牌、门牌、姓名、店招都看不到才回“属实”"


def card(code: str, act: str) -> Card:
    """Asks whoever looks through the photos."""
    lines = (
        f"{act}：这两张想放进红黑榜和每周办结，只作“整改前／整改后”，本人已同意。",
        "请放大看清楚：人脸、车牌、门牌号、姓名、店招，一样都看不到才能用。",
        "都看不到，回“属实”；看得到任何一样，回“不属实 看到什么”，这一组就不用。",
    )
    return Card(f"【照片检查】{code}", lines, ("属实", "不属实 原因"))


def unfit(code: str, reason: str) -> str:
    """Tells whoever agreed that the photos stay unused."""
    return (
        f"{code} 的整改前后照片没有用，不会公开，因为照片里看得到不该公开的：{reason}。修复和分数不受影响。\n"
        f"想换一张，发“修复 {code} 换照片”，再把新照片发给我。"
    )
