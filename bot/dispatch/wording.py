"""What the dispatcher itself says, whatever the command."""

import re
from collections.abc import Sequence

from domain.decision import Ask
from domain.reading import Reading

_ACTIONS = re.compile(r"^回复：(.+)$", re.MULTILINE)
GREETING = "在的。想看能办什么，发“帮助”就行。"
NOT_READ = "这句话我没看懂，什么都没有改。想看能办什么，发“帮助”就行。"
CARD_NOT_READ = "这句话我没看懂，什么都没有改。您引用的那条可以这样回：{actions}。"
NO_ANSWER = (
    "这句话我没看懂，什么都没有改。想问规定、问怎么办事，前面加一个“问”字再发，例如“问 电动车能进电梯吗”；"
    "想看能办什么，发“帮助”就行。"
)
NOTHING_ASKED = "现在没有等您回答的问题，什么都没有改。想看能办什么，发“帮助”就行。"
WHOLE_AGAIN = "要改刚才那条，请把整句话改好，再发一次；已经记上的不会自己变，登记错的分先发“冲正 编号”。"
UNDO = (
    "我分不出您说的是哪一条，什么都没有改。要撤就说全：登记错的分发“冲正 编号”，报名发“取消报名 编号”，"
    "承诺发“撤回承诺”加名字。"
)
IN_FULL = "要改，请把整句话改好，再发一次。"
EMERGENCY = (
    "急事我帮不上，请马上打电话：着火 119，有人受伤、生病 120，遇到危险 110，心里过不去 12356；"
    "再告诉物业和网格员。这里什么都没有记下。"
)
STILL_ASKED = "刚才的问题还在等您回复“是”或“不是”。内容要改，就先回“不是”，再把整句话改好重新发。"
ONE_AT_A_TIME = "一条消息只办一件事，这条里有好几件，一件都没有办。请一件一件分开发。"
OTHERS = (
    "别人的分不能查，等级也不能，每个人只查得到自己的。想看自己的，发“查积分”；绑定过的孩子或店铺，先发“切换”加名字。"
)
SENT_PRIVATELY = "已私信您。"
SENT_PERHAPS = "已私信您。没有收到，就先私聊我说一句“开始”，再发一次。"
PRIVATE_ONLY = "这件事不方便在群里办，请私聊我。"
NO_PRIVATE_CHAT = "这件事只能私下回您，可我还没有办法私信您。请私聊我再发一次。"
TAKE_IT_BACK = "您刚才在群里说的事我没有记下。请先在群里撤回那条消息，再在这里发给我，这样只有核查的人看得到。"
WHO_REPORTED = "谁反映了什么，我不记，也不会告诉任何人。您对处理有意见，可以发“申诉”加编号。"
NOT_BOUND = "您还没有绑定。请私聊我发：绑定 姓名 楼栋房号，例如“绑定 李桂芬 6栋1单元302”。"
NOT_FOR_ANOTHER = "这件事不能由别人代办，要本人用自己的手机私聊我；没有手机的，可以打海报上的电话，或者投信箱。"
NOT_ALLOWED = "这件事要由社区工作人员办理，您可以发“帮助”看看自己能办的事。"
NOT_YOUR_DUTY = "“{title}”由{whose}来办，您的身份办不了，什么都没有改。等您办的事，发“待办”看；别的，发“帮助”。"
NOT_OPEN = "“{title}”还没有开通，开通后会在群里告诉大家。现在能办的事，发“帮助”可以看到。"
FAULT = "这会儿没办成，什么都没有记下。请过一会儿再发一次；还不行，请告诉网格员。"
AGAIN = "刚才已经登记过一模一样的一条了。再登记一次？回复“是”或“不是”。"
STALE = "这条消息是两个多小时前发的，我刚刚才收到。现在还要办吗？回复“是”或“不是”。"
DROPPED = "好的，没有登记。"
LET_GO = "好的，不办了，什么都没有改。"
TOO_FAST = "您发得太快了，我先歇一分钟，一分钟后再发就好。"
TOO_LONG = "这条消息太长了，请分成几条发，每条不超过 4000 字。"
TOO_WORDY = "这里最多写 {most} 字，您写了 {count} 字，什么都没有记下。请写短一点，再发一次。"
PHOTO_UNUSED = "照片没有用上：现在没有等着照片的事。想报做过的好事，把“申报 做了什么”和照片一起发给我，或者先发字、10 分钟内再发照片。"
PLEASE_TYPE = "我只看得懂文字，请打字告诉我。"
PICTURE_GONE = "这张照片没有收到，请再发一次。"
CHOOSE = "请回复前面的数字。"
SEND_PHOTO = "请直接把照片发过来；没有请回复“不用”。"
ECHOES = "您写的话里有一段和举报的原话一模一样，别人看到会猜出是谁，所以没有记。请只用自己的话写现场看到的，再发一次。"


_TALK = {
    "courtesy": GREETING,
    "answer": NOTHING_ASKED,
    "correction": WHOLE_AGAIN,
    "others": OTHERS,
    "voice": PLEASE_TYPE,
    "waved": LET_GO,
    "undo": UNDO,
    "question": NO_ANSWER,
    "emergency": EMERGENCY,
}


def one_more_time(said: Sequence[str]) -> str:
    """Names the questions of the same message that were not answered."""
    return f"您还问了{'、'.join(f'“{one}”' for one in said)}，一条消息我只答一件，请单独再发一次。"


def way_in(bot: str, link: str) -> str:
    """How somebody reaches the bot privately."""
    if link:
        return f"扫海报上的二维码，或者打开 {link} 就能私聊。"
    return f"还没有私聊过的，先加“{bot}”为好友，或者在企业微信里找到它说一句“开始”；都不行就请网格员帮您办。"


CAME_LATE = "刚才问您的那件事已经过了回答的时间，什么都没有改。还想办，请再发一次。"


def still_asked(ask: Ask) -> str:
    """Repeats a question that both answers of do something."""
    lead = f"{ask.otherwise}\n" if ask.otherwise else ""
    return f"{lead}还在等您的回答：\n{ask.words}"


def no_command(reading: Reading, card: str = "") -> str:
    """The answer to a message that is no command; who quotes a card reads what may be answered to it."""
    if reading.who_reported:
        return WHO_REPORTED
    if reading.several:
        return ONE_AT_A_TIME
    if reading.suggestions:
        return _did_you_mean(reading.suggestions)
    if not reading.talk and (actions := _ACTIONS.search(card)):
        return CARD_NOT_READ.format(actions=actions[1].strip())
    return _TALK.get(reading.talk, NOT_READ)


def _did_you_mean(suggestions: Sequence[str]) -> str:
    named = "、".join(f"“{one}”" for one in suggestions)
    if any(" " in one for one in suggestions):  # an example to be filled in, not to be sent as it is
        return f"还没看懂。请照这样的格式写，换成您自己的内容：{named}。"
    return f"您是不是想：{named}？发引号里的字就行。"
