"""The command 订阅小贴士: credit tips in private as well."""

from domain.command import Command, Where, Words
from domain.consents import SetConsent
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.consents import wording


async def tips_unmute(request: Request, _book: Book) -> Decision:
    """Keep the wish."""
    return Decision(Answer(wording.TIPS_ON), (SetConsent(request.subject.id, "tips", "yes"),))


command = Command(
    intent="tips_unmute",
    title="订阅小贴士",
    words=Words(
        names=("订阅小贴士",),
        hints=("(小贴士|贴士|推送|小知识)&(恢复|开|订|继续|重新|还想|又想|想看|想收|再发)&!([不莫]|别|停|退|关|取消)",),
        phrases=(
            "(我|我们|要|想|给我|帮我|重新|又|再|还是)*(订阅|恢复|打开|开启|开通|订|启用|重新打开|重新订阅|订回|订上|接收|继续)(<一下>|回|上|那个|这个|信用|推送|<的>|接收|你们|发|收|每周)*((小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)|(推送|消息|提醒|广告|短信|这些东西|通知消息))(<的>|推送|了|(推送|消息|提醒|广告|短信|这些东西|通知消息)|提醒|回来|订阅)*",
            "…(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识).{0,10}(订上|订回来?|恢复|重新发|继续发|打开|开起来?|订阅|发给我|再发|继续推|接着发|推给我|还是要|发起来|开开|开通)…",
            "…(又|还是|还|重新|继续|接着|可以|再)(想|要|愿意|给我)*(看|收|要|发|推|接收|收到|订).{0,4}(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)…",
            "(我|要|想|重新|再)*(订阅|重新订阅)(<一下>|推送|了)*",
            "…(想|要)(看|收|收到|接收|要|订)(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识)(了)?…",
            "(继续|接着|重新|恢复)(给我|给)?(推送|推|发送|发)(<的>|了|消息|(小贴士|信用小贴士|信用贴士|贴士|小提示|温馨提示|小知识|信用知识))*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=tips_unmute,
    examples={"订阅小贴士": {}, "恢复小贴士推送": {}, "我又想看小贴士了": {}},
)
