"""Messages to the bot that are no command, whatever words they hold."""

import re

from bot.understanding.answers import yes_or_no
from bot.understanding.lexicon import NAME
from domain.reading import Talk

_WHO = re.compile(
    r".{0,8}(?:谁|哪个|哪位|哪家|啥人|什么人|是不是.{1,8}?|是.{1,6}?)(?:去|来|克|又|在)?(?:举报|投诉|检举|揭发|告发|反映|告)(?:的|了|呢|我|俺|咱|他|她).*"
    r"|.*(?:举报|投诉|检举|告)(?:了|我|我家|我们家?|俺|的)*(?:的|呢)?(?:人|那个人|那家)?(?:到底|究竟)?(?:是|叫)(?:不是)?(?:谁|哪个|哪位|哪家|什么人|.{1,6}(?:吗|吧|不)).*"
    r"|.*(?:举报|投诉|检举|告)了?(?:我家|我们家?|我|俺|咱)的?(?:那个|那家)?人?(?:是不是|肯定是|就是|应该是|是).*"
    r"|.*举报(?:人|者)的?(?:是|叫|姓|名单|名字|姓名|电话|信息|资料|身份).*"
    r"|.*(?:有没有|有无|是不是有|有)(?:人|哪个|谁).{0,3}(?:举报|投诉|告)(?:了|过)?(?:我|我家|我们家?|俺|我店)(?:的|了|吗|没有?|么|嘛|[,，]?(?:我|该|应该)?(?:怎么|咋个?|如何)(?:办|整|弄))*",
    re.DOTALL,
)
_PLACEHOLDER = re.compile(r"\[(?:图片|语音|视频|动画表情|表情|文件|链接|小程序|位置|名片|红包|微信红包)\].*", re.DOTALL)
_EMERGENCY = re.compile(
    "着火|起火|失火|冒烟|(?:煤气|燃气|天然气)(?:泄漏|泄露|漏)|触电|晕倒|昏倒|昏迷|不省人事|心脏病|喘不上气|抢劫|持刀|拿刀|跳楼|救命|打死"
    "|困在电梯|电梯.{0,3}困|不想活|活不下去|溺水|煤气中毒"
)
_QUESTION = re.compile(
    r"[?？]|(?:吗|么|呢|[能会可是要]不)(?:[^\w]|[啊呀嘛噶])*$|怎么|咋个?|如何|什么|啥|哪[里个些样点]|几点|多少|为何|能不能|可不可以|会不会"
)
_VOICE = re.compile(r"\[(?:语音|视频)\].*", re.DOTALL)
_TALK = re.compile(
    r"[^\w]*(?:(?:你|您|小信|网格小信|机器人|大家|各位)?(?:你好|您好|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|在吗|在不在|在不|谢谢|多谢|感谢"
    r"|辛苦|好的|好|收到|哦+|嗯+|哈+|呵+|知道|晓得|明白|再见|拜拜|厉害|板扎|(?:你|您)?真(?:棒|好|行|聪明|能干)|太(?:好|棒)了?|不错|没事|不用谢|对不起|不好意思|抱歉|hi|hello|嗨|ok)"
    r"(?:你|您|呀|啊|了|啦|的|哈|嘛|呢|吧|小信|网格小信|机器人|[^\w])*)+",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    "高考|中考|考试|期末|期中|驾照|驾驶证|驾校|交警|支付宝|芝麻信用|花呗|淘宝|京东|拼多多|信用卡|银行|贷款|征信|美团|抖音|快手|微博|王者|游戏|话费|流量|移动积分|航空|超市积分"
)
_KIN = (
    "孙子|孙女|外孙女?|儿子|女儿|闺女|姑娘|老公|老婆|媳妇|爱人|老伴|老头子?|老倌|老妈|老爸|妈妈?|爸爸?|爹|老娘|奶奶|爷爷|外婆|外公|婆婆|公公|岳父|岳母"
    "|哥哥?|姐姐?|弟弟?|妹妹?|嫂子|舅舅?|姨妈|姑妈|叔叔?|亲戚|邻居|对门|隔壁|楼上|楼下|同事|朋友|小孩|娃娃|孩子"
)
_NOW = (
    "(?:现在|目前|还|又|都|被|一共|总共|总|到底|究竟|本月|这个月|上个?月|今年|去年|本季度|这个?季度|上个?季度"
    "|昨天|今天|这次)*"
)
_ASKING = (
    r"(?:[^\w]|请问?|麻烦|你|您|能不能|可不可以|可以|能|帮忙?|我们|我|俺|给我|想|要|看看|看|查查|查询|查|瞧瞧|瞧|问问?"
    "|晓得|知道|一下|一哈|下|哈|那个)*"
)
_SOMEBODY = (
    rf"(?:别人|人家|[他她](?:们|家)?|(?:我|俺|他|她|你)?(?:们)?(?:家|的)*(?:{_KIN})(?:{NAME})?|{NAME}"
    "|[0-9一二三四五六七八九十]{1,3}[栋幢座][0-9一二三四五六七八九十单元栋零〇-]{0,10}|[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4})"
    "(?:他们|她们|他|她)?(?:家|屋)?(?:里|头)?(?:的|呢|滴)?"
)
_HOW_MANY = "(?:多少|好多|几)"
_STANDING = (
    r"(?:(?:信用|总|剩余)?(?:积分|分数|得分|信用分|(?<=[的呢滴])分)(?:明细|流水|记录)?(?:现在|还)?(?:是|有|还有|还剩|剩)?"
    rf"{_HOW_MANY}?分?|(?:有|剩|得|攒|积|拿|扣|加|罚){_NOW}(?:了|着|到|下){_HOW_MANY}分|还?(?:有|剩|剩下){_HOW_MANY}分"
    rf"|(?:是|现在){_HOW_MANY}分|(?<![是有了]){_HOW_MANY}分|(?<=被)(?:扣|加|罚)了?{_HOW_MANY}?分|(?:扣|加)了?没?有?分(?=[了没吗])"
    rf"|(?:信用)?(?:等级|评级|级别)(?:现在)?(?:是)?(?:几级|什么|哪样|{_HOW_MANY})?|(?:是|评了?|得)几级)"
)
_OTHERS = re.compile(
    rf"{_ASKING}{_SOMEBODY}{_NOW}(?:的|呢|滴)?{_STANDING}"
    r"(?:[^\w]|了|吗|嘛|呢|噶|嘎|啊|呀|没有?|咯|哈|给我看看|看看|瞧瞧|看|谢谢|发我|是|的)*"
)
_WHOSE = re.compile("有人|有家|楼上|楼下|隔壁|对门|邻居|那家|这家|他家|门口|楼道|小区|天天|老是|总是|一直|半夜|又在|栋")
_ANNOYS = re.compile(
    "飞线|充电|乱扔|乱丢|乱停|乱堆|乱搭|占道|占用|占着|堵着|堆满|堆放|吵|噪音|噪声|敲墙|装修|油烟|烧纸|烧垃圾|抛物|扔下来|不牵绳|没牵|狗屎|狗叫|咬人"
    "|漏水|臭|扰民|烦死|烦人|睡不着|太响|[丢扔倒]垃圾|[丢扔]东西|往下[丢扔倒]|跳绳|蹦迪|缺斤|过期|没人管|受不了"
)
_TELLS = re.compile("(?:有|提供|给).{0,4}线索|告状|打小报告|(?:要|想)曝光|曝光一下|随手拍")
_CORRECTION = re.compile(
    r".{0,8}(?:写|打|说|发|弄|搞|填|报)错|(?:少|多|漏)[加扣记登]了?|不对|不是|错了|应该是|我是说|我说的是|改成|改为|更正|重来|纠正"
)
_TAKEN_BACK = re.compile(r"(?:不对|错了|.{0,2}[写打说发弄搞回投]错了?|更正)[,，。!！、\s]")
_EARLIER = (
    "(?:(?:我)?(?:刚才|刚刚|刚)(?:发|说|记|登记|报|弄|办)?的?|上一?[条个笔次]|前一?[条个笔]|上面)"
    "(?:的|那|这|[条个笔次]|消息|记录|登记|发的|记的)*"
)
_UNDOING = "(?:撤回|撤销|撤掉|撤了?|取消|作废|删掉|删了|删除|不算|去掉|收回|不要)"
_UNDO = re.compile(
    r"(?:把|将|请|麻烦|帮我|给我|我要|我想|[^\w])*"
    rf"(?:{_EARLIER}(?:给我|帮我|我要|我想|要|[^\w])*{_UNDOING}|{_UNDOING}(?:一下|掉)?{_EARLIER})"
    r"(?:掉|了|吧|嘛|一下|噶|数|[^\w])*"
)
_WHETHER = re.compile(r"(?:了|过|好|完|上|掉)(?:没有?|没得|吗|么|不(?=[^\w]*$))(?:[^\w]|[啊呀嘛呢哦噶])*$")
_IS_IT = re.compile(r"[^\w]*(?:这|那|这个|那个|这事|此事|情况|举报)?(?:到底)?是不是")
_ITSELF = re.compile(
    r"[^\w]*(?:(?:了|(?:没得?|有)(?:什么|啥)?用|[没有]人(?:理|管|处理|受理|回)|成功|失败|通过|过了|完了|好了|已经完成|谁)"
    r"(?:[^\w]|[了没吗么呢啊呀嘛噶的我])*"
    "|(?:(?:要|得|需要)?(?:多久|几天|多长时间)|(?:处理)?(?:结果|进度|流程|手续|程序)|(?:要|需要|用|得)?排队|地点"
    "|[在去]?哪[里点儿]|约在|有回复|是什么|什么意思|有什么).{0,6}"
    r"|.{0,8}(?:怎么样|咋个?样|如何|到哪步)了?[^\w]*)",
    re.DOTALL,
)
_BETTER = re.compile(
    r".*[,，。;；!！、\s](?:哎|唉|还是|那|就)*(?:算(?:了|咯|喽|球|逑)+|不(?:要|用|报|换|签|去|加|扣|弄|办|整|兑|领|记)了|当我没说|[莫别][整弄办记]了?)"
    r"(?:[^\w]|吧|嘛|了|噶|啊|先|谢谢)*",
    re.DOTALL,
)
_ANSWER = re.compile(r"第?(?:[0-9]{1,2}|[一二三四五六七八九])(?:个|号|位|项|条)?[^\w]*")
_LONG = 24
_CORRECTING = 40
_OPENING = 200
"""Whoever complains does so early; a long text need not be searched to its end."""


def says_nothing(folded: str) -> bool:
    """Whether a message has no words: emoji, marks, a picture's placeholder."""
    return bool(_PLACEHOLDER.fullmatch(folded)) or not any(char.isalnum() for char in folded)


def is_emergency(folded: str) -> bool:
    """Whether somebody tells of what must not wait for anybody's credit points."""
    return len(folded) <= _CORRECTING and bool(_EMERGENCY.search(folded))


def is_voice(folded: str) -> bool:
    """Whether a message is the placeholder of something that can only be listened to or watched."""
    return bool(_VOICE.fullmatch(folded))


def asks_of_others(folded: str) -> bool:
    """Whether somebody wants to know the points or the grade of somebody else."""
    return len(folded) <= _LONG and bool(_OTHERS.fullmatch(folded))


def asks_who_reported(folded: str) -> bool:
    """Whether the sender wants to know who reported somebody; never answered."""
    return len(folded) <= 60 and bool(_WHO.fullmatch(folded))


def complains(folded: str) -> bool:
    """Whether somebody complains of others without saying what the bot should do."""
    told = _WHOSE.search(folded, 0, _OPENING) and _ANNOYS.search(folded, 0, _OPENING)
    return bool(told or _TELLS.search(folded, 0, _OPENING))


def is_small_talk(folded: str) -> bool:
    """Whether the whole message is courtesy."""
    return len(folded) <= _LONG and bool(_TALK.fullmatch(folded))


def speaks_of_elsewhere(folded: str) -> bool:
    """Whether points, grades or vouchers of somebody else's are meant."""
    return bool(_ELSEWHERE.search(folded))


def talk_of(folded: str) -> Talk:
    """What a message that is no command may be: an answer to nothing, or a correction."""
    if yes_or_no(folded) or _ANSWER.fullmatch(folded):
        return "answer"
    if is_emergency(folded):
        return "emergency"
    if len(folded) <= _LONG and _UNDO.fullmatch(folded):
        return "undo"
    if len(folded) <= _CORRECTING and _QUESTION.search(folded) and not _CORRECTION.match(folded):
        return "question"
    return "correction" if len(folded) <= _CORRECTING and _CORRECTION.match(folded) else ""


def takes_back(folded: str) -> bool:
    """Whether a message begins by calling what was said before wrong."""
    return bool(_TAKEN_BACK.match(folded))


def thinks_better(folded: str) -> bool:
    """Whether a short message ends by taking back what it began with."""
    return len(folded) <= _CORRECTING and bool(_BETTER.fullmatch(folded))


def asks_whether(folded: str) -> bool:
    """Whether a short message asks if something was done already."""
    return len(folded) <= _CORRECTING and bool(_WHETHER.search(folded))


def asks_if_so(folded: str) -> bool:
    """Whether a message asks if something is the case, instead of saying it (是不是属实)."""
    return bool(_IS_IT.match(folded))


def is_about_itself(words: str) -> bool:
    """Whether the words behind a command ask or tell of the command itself: 申诉要多久."""
    return bool(_ITSELF.fullmatch(words))
