"""What the bot says to groups unasked."""

from domain.rules.tips import Tip

HOW_TO_REPORT = (
    "看见飞线充电、堵通道这类事，可以悄悄告诉社区：私聊我发“举报 地点 什么事”，不用写是谁。\n"
    "我们只把内容交给核查人，不保存您的微信号和这条线索的对应关系；微信平台仍知道您给我发过消息。\n"
    "不想用微信：{ways}。请不要在群里说，也不要发语音和原图。"
)
FOR_MOMENTS = (
    "【可以发朋友圈的文字】小区是大家的家。看见安全隐患，请私聊社区的机器人发“举报 地点 什么事”，不用写是谁，内容只交核查人；"
    "不想用手机，可以投社区意见箱或者打 12345。谢谢每一位把小事放在心上的邻居。"
)
POSTER_CHECK = (
    "每季度看一次墙上的举报海报：还在不在，二维码扫得开吗，电话和意见箱对不对。\n"
    "旧了、错了就发“生成海报”，打印一张新的换上。"
)


def how_to_report(phone: str, box: str) -> str:
    """How one reports in a grid, with its own telephone and box where the register knows them."""
    ways = [f"投{box or '社区意见箱'}", *([f"打 {phone}"] if phone else [])]
    return HOW_TO_REPORT.format(ways="，".join([*ways, "或者打 12345"]))


def credit_tip(tip: Tip) -> str:
    """A tip as the group reads it."""
    return f"【信用小贴士】{tip.text}"


def credit_tip_for_one(tip: Tip) -> str:
    """The same tip for somebody who asked for it."""
    return f"{credit_tip(tip)}\n不想再收，发“退订小贴士”。"
