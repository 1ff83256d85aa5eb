"""The command 退订小贴士: no credit tips in private."""

from domain.command import Command, Where, Words
from domain.consents import SetConsent
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.consents import wording


async def tips_mute(request: Request, _book: Book) -> Decision:
    """Keep the wish."""
    return Decision(Answer(wording.TIPS_OFF), (SetConsent(request.subject.id, "tips", ""),))


command = Command(
    intent="tips_mute",
    title="退订小贴士",
    words=Words(
        names=(
            "退订小贴士",
            "退订",
        ),
        hints=(
            "(小贴士|贴士|推送|小知识)&(不|莫|别|停|关|退|取消|屏蔽|烦|甭|少)&!(别停|别关|别取消|不要停|不要取消|莫停)",
        ),
        phrases=(
            "(我|我们|要|想|给我|帮我)*(退订|取消订阅|退掉|关闭|关掉|停掉|取消|屏蔽|停止|停)(了|<一下>|掉|那个|这个|推送|你们<的>?|接收|信用|<的>|所有|每周)*((小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)|(推送|消息|提醒|广告|短信|这些东西|通知消息))(<的>|推送|了|(推送|消息|提醒|广告|短信|这些东西|通知消息)|订阅)*",
            "(我|要|想)*(退订|取消订阅|td|别推了|莫推了|不要推了)(<一下>|了)*",
            "…(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识).{0,6}(不想|不要|莫|别|不用|停|退|关|取消|烦|少|甭|不需要|屏蔽).{0,4}(看|要|收|发|推|了|掉|送|订|来|再|闭)…",
            "…(不要|莫|别|不用|不想|不想再|停止|甭|少|不需要|不许|不准|请勿|停).{0,6}(发|推|推送|收|看|要|接收|发送).{0,8}((小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)|(推送|消息|提醒|广告|短信|这些东西|通知消息))…",
            r"(请)?(不要|莫|别|不用|停止|甭|不需要|请勿|勿)(再|老是|总|一直|天天)*(给)?(我|我们)?(推送|推|发|发送)(了|给我|消息|这些|东西|过来|信息|啦|这种)*(…[^\w]…)?",
            "…(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)…(退订|退掉|取消|关掉|关了)…",
            "(不想|不要|不愿意?)(再)?(收|看|要|接收)(到)?(这些|这个|你们<的>?|了)*((小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)|(推送|消息|提醒|广告|短信|这些东西|通知消息))?…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=tips_mute,
    examples={"退订小贴士": {}, "不要再推送了": {}, "别给我发小贴士了": {}},
)
