"""What is answered to questions about the rules, and the words they are found by."""

from domain.decision import Card
from domain.rules.asking import Source
from domain.rules.catalogue import Item
from domain.rules.negative import NegativeItem
from domain.rules.pledges import Pledge
from domain.rules.rulebook import Rulebook

WHAT = "想问什么？例如：问 电动车能进电梯吗"
TIP = "您是不是想举报？请私聊发：举报 哪里、什么事。这一条没有记下，也没有转给别人。想先了解怎么保密，发“帮助 举报”。"
IN_GROUP = "这件事不方便在群里办，请私聊我。"
NO_WORKER = "清单、承诺和公约里都没有查到。您还没有绑定，请在网格群里问，或直接问网格员。"
TOO_MANY = "您有 3 个问题还在等网格员答复，答了我会私下告诉您，这一个请过后再问。"
TOO_LONG = "问题请写在 100 个字以内，没有转出去。"
HOW = "您的答复是什么？请写一两句话，我会转给提问的人。"
CLOSED = "这个问题不由您答复，什么都没有改。"
ALREADY_ANSWERED = "这一件已经答复过了，不用再回，谢谢您。"
ANSWERED = "已经转给提问的人，谢谢您。"
_NOT_IT = "没答到点上？发“问 网格员 您的问题”，请人来答。"
FOR_A_PERSON = "网格员"
"""How a question begins that a person is to answer."""
TIP_WORDS = ("举报", "检举", "揭发", "告发", "投诉")
PERSON_WORDS = ("有人", "谁家", "那家", "他家", "她家", "邻居", "隔壁", "楼上", "楼下", "对门", "某某")
"""What is rather about a person than about a rule; such a question is never handed on."""


def from_item(item: Item) -> Source:
    """A line of the positive list."""
    answer = f"{item.title}：每{item.unit} +{item.points} 分。详细发“{item.names[-1]}加几分”。"
    return Source(item.names, answer, f"积分清单 {item.code}")


def from_negative(item: NegativeItem) -> Source:
    """A line of the negative list."""
    answer = (
        f"不可以。“{item.title}”在负面清单里，每次扣 {-item.points} 分；先核实、先告知，可以申诉。"
        f"改正办法：{item.repair_by}。"
    )
    return Source(item.names, answer, f"负面清单 {item.code}")


def from_pledge(pledge: Pledge) -> Source:
    """A whole pledge, found by its lines."""
    names = tuple(f"{pledge.name}{line}" for line in (*pledge.keep, *pledge.breach))
    answer = "\n".join([f"{pledge.title}里是这样约定的：", *pledge.keep])
    return Source((*names, *pledge.keep, pledge.title), answer, f"信用承诺“{pledge.title}”（{pledge.code}）")


def from_article(title: str, article: str) -> Source:
    """An article of the convention."""
    return Source((article,), article, title)


def facts(rules: Rulebook) -> tuple[Source, ...]:
    """What the policies say, in everyday words."""
    return (*_of_points(rules), *_of_deductions(rules), *_of_pledges(rules), *_of_persons(rules))


def _of_points(rules: Rulebook) -> tuple[Source, ...]:
    spendable, credit = rules.ratings.accounts.spendable, rules.ratings.accounts.credit
    lasting = (
        f"可用积分满 {spendable.expire_months} 个月没用会过期，先得的先用，到期前 {spendable.expire_remind_days} 天"
        "私下提醒您；信用分只看近 12 个月。"
    )
    grades = "、".join(f"{one.key} {one.min} 分起" for one in rules.ratings.grades)
    return (
        Source(("积分会过期吗", "积分过期多久", "分数会过期"), lasting, "评级办法：可用积分"),
        Source(
            ("积分换现金", "积分值多少钱", "积分当钱用"),
            "不能换现金。可用积分只能换场地、课程、服务、商品和折扣，发“兑换”看看有什么。",
            "兑换办法",
        ),
        Source(
            ("兑换会降信用分吗", "兑换影响信用分", "换东西信用分会少吗"),
            "不会。兑换只用可用积分，信用分一分也不动。",
            "评级办法：两本账",
        ),
        Source(
            ("信用分从多少开始", "刚开始多少分", "基础分多少", "起始分"),
            f"每个人从 {credit.base} 分开始，近 12 个月的加分、扣分加在一起，最低 {credit.floor} 分，最高 {credit.ceiling} 分。",
            "评级办法：信用分",
        ),
        Source(
            ("信用等级怎么分", "等级标准", "多少分是A级", "等级怎么评"),
            f"按信用分分级：{grades}。降到 C 或 D 要两个人确认，不会自动定。",
            "评级办法：等级",
        ),
        Source(
            ("积分转让给别人", "积分送给别人", "积分给家人用"),
            "积分不能转给别人；想帮大家，可以用积分兑换捐赠类的项目。",
            "兑换办法",
        ),
    )


def _of_deductions(rules: Rulebook) -> tuple[Source, ...]:
    policy, repair = rules.negative.policy, rules.ratings.repair
    return (
        Source(
            ("扣错了怎么办", "扣分不服", "申诉期限几天", "多久可以申诉", "申诉多久答复"),
            f"收到告知后 {policy.objection_days} 天内发“申诉 编号 理由”，扣分先停下；由没有参与的人在 "
            f"{policy.objection_reply_days} 天内答复。",
            "负面清单：申诉",
        ),
        Source(
            ("扣的分能补回来吗", "扣分可以修复吗", "扣分恢复", "怎么修复", "改正了分数能回来吗"),
            f"能。改正以后发“信用修复”看办法，免费，{repair.decision_days} 天内答复；轻微的全部补回，一般的和严重的补回大部分或一半。",
            "评级办法：修复",
        ),
        Source(
            ("一个月最多扣多少分", "每月扣分上限", "扣分封顶"),
            f"居民一个月最多扣 {policy.max_deduction_per_month_resident} 分，商铺和单位最多 {policy.max_deduction_per_month_org} 分。",
            "负面清单：上限",
        ),
        Source(
            ("第一次违反会扣分吗", "初犯扣分", "第一次就扣分吗", "会先提醒吗"),
            "先提醒、后扣分：轻微和一般的第一次只提醒，限时改好就不记；严重的核实后直接告知。",
            "负面清单：先提醒",
        ),
        Source(
            ("会罚款吗", "要交罚款吗", "扣分罚钱"),
            "不会。社区不罚款，扣分也不影响任何公共服务；违法的事由有关部门依法处理。",
            "积分办法",
        ),
    )


def _of_pledges(rules: Rulebook) -> tuple[Source, ...]:
    policy = rules.pledges.policy
    months = max(one.validity_months for one in rules.pledges.pledges)
    withdraw = (
        "可以，随时都行，不扣分。发“撤回承诺”加承诺的名字。" if policy.withdraw_allowed else "不可以，到期自动结束。"
    )
    return (
        Source(("承诺能撤回吗", "签的承诺不想要了", "承诺可以退吗", "承诺书撤回"), withdraw, "信用承诺：撤回"),
        Source(
            ("承诺管多久", "承诺过期多久", "承诺多长时间", "承诺到期续签"),
            f"一份承诺管 {months} 个月，到期前 {policy.renew_remind_days} 天私下问您要不要续。",
            "信用承诺：期限",
        ),
        Source(
            ("必须签承诺吗", "不签承诺会怎样", "一定参加吗", "必须参加积分吗", "不参加影响什么", "自愿参加"),
            "都是自愿的。不签、不参加不扣分，也不影响任何服务。",
            "积分办法：自愿",
        ),
    )


def _of_persons(rules: Rulebook) -> tuple[Source, ...]:
    return (
        Source(
            ("影响征信吗", "影响贷款吗", "影响孩子上学吗", "影响看病低保", "影响公共服务吗", "信用分和银行征信"),
            rules.ratings.scope.disclaimer,
            "评级办法：适用范围",
        ),
        Source(
            ("孩子会扣分吗", "孩子犯错扣分", "孩子上榜吗"),
            "未满 18 岁的不扣分，也不上榜；可以由监护人陪着参加活动。",
            "积分办法：未成年人",
        ),
        Source(
            ("会公布名字吗", "会不会上黑榜点名", "红榜登名字", "会公开我的照片吗"),
            "没有本人同意，不公布姓名和照片。同意过也随时可以发“撤回公示”，24 小时内撤下。",
            "公示办法",
        ),
        Source(
            ("别人能看到我的积分吗", "积分保密吗", "谁能看我的分", "积分公开吗"),
            "看不到。您的分只在私聊里告诉您本人，群里不会出现分数。",
            "积分办法：个人信息",
        ),
        Source(
            ("个人信息怎么删除", "怎么注销", "解绑影响服务吗", "退出积分影响什么"),
            "私聊发“解绑”，机器人会问资料要不要也删。解绑不影响任何服务。",
            "积分办法：个人信息",
        ),
    )


def answered(source: Source) -> str:
    """An answer with the line it rests on."""
    return f"{source.answer}\n依据：{source.origin}\n{_NOT_IT}"


def handed_on() -> str:
    """Says that a person will answer."""
    return "清单、承诺和公约里没有查到，已经请网格员来答，答了我会私下告诉您。"


def card(code: object, question: str) -> Card:
    """What the grid worker reads."""
    return Card(f"【提问】{code}", (question, "引用这张卡片直接回答，我会转给提问的人。"))


def told(question: str, answer: str) -> str:
    """What the asker reads."""
    return f"您问的“{question}”，网格员答复：{answer}"
