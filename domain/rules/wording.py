"""What people are told about a rule that cannot stand, and what to do about it."""

from typing import Final

# names and codes
BLANK: Final = "这里是空的，请写上内容。"
EMPTY_LIST: Final = "这里至少要写一个，现在一个也没有。"
REPEATED: Final = "“{value}”写了两遍，请留一个。"
NAME_TAKEN: Final = "“{name}”已经是 {other} 的名字或叫法了，同一类主体里不能重复，请改一个。"
NAME_TWICE: Final = "“{name}”在 {other} 里写了两遍，请删掉一个。"
CODE_TAKEN: Final = "编号 {code} 已经用过了（{file}），请换一个没用过的编号。"
CODE_SHAPE: Final = "编号“{code}”要写成一两个大写字母加数字，像 {like}，请改过来。"
CODE_OF_COMMANDS: Final = (
    "编号 {code} 以 {letter} 开头：S、P、T、D、L、B、V 留给申诉、项目、案件、申报、台账、榜单、兑换券，"
    "大家打字时会弄混，请换别的字母，像 {like}。"
)
UNKNOWN: Final = "没有“{value}”这个{what}，请先在 {where} 里写上，或改成已有的：{known}。"
UNKNOWN_CODE: Final = "{where} 里没有编号 {value}，请改成已有的编号，或先把它加上。"
OTHER_KIND: Final = "{value} 不适用于{kind}，请换一个适用的编号。"

# figures
CAP_BELOW_POINTS: Final = "上限 {cap} 分比一次的 {points} 分还少，请把上限改成 {points} 或更多。"
POINTS_POSITIVE: Final = "加分要写大于 0 的整数，现在是 {points}，请改成正数。"
POINTS_NEGATIVE: Final = "扣分要写成负数（例如 -3），现在是 {points}，请在前面加上减号。"
OVER_MONTH_CAP: Final = "一次扣 {points} 分，超过了每月最多扣 {cap} 分的规定，请降下来。"
CONFIRMERS: Final = "确认人数请写 1 或 2，现在是 {value}。"
TOO_LOW: Final = "这里最少是 {bound}，现在写的是 {value}。{why}"
TOO_HIGH: Final = "这里最多是 {bound}，现在写的是 {value}。{why}"
MUST_BE: Final = "这里只能写 {wanted}，现在写的是 {value}。{why}"
WEIGHTS: Final = "各项权重加起来要正好是 100，现在是 {total}，请{verb} {gap}。"
TIP_POINTS: Final = "举报奖励的分值要等于 {item} 的分值 {wanted}，不然从分数就能看出谁是举报人，请改成 {wanted}。"
POOL_ITEM: Final = (
    "月底入账的项目 {item} 要给居民、能兑换（subjects 含 resident，redeemable = true），请改过来或换一项。"
)
POOL_TIME: Final = "月底入账固定在每月最后一天 20:10，请写 {wanted}。"
POOL_COVER: Final = (
    "打开月底入账（pool = true）时，每月名额不能少于一批的最少账户数 {bound}，不然永远凑不成一批，请加大。"
)
POOL_SHARE: Final = "打开月底入账（pool = true）时，这一项要让一批里至少有 1 份奖励，不然谁也领不到，请加大到 {bound}。"
TIP_ITEM_CLAIMED: Final = "{item} 要由系统自动记（verifier = system，self_claim = false），请改过来或换一项。"
SYSTEM_CLAIM: Final = "由系统自动记的项目不能自己申报，请把 self_claim 改成 false。"
ORDER: Final = "{first}（{low}）要在{second}（{high}）之前，请调整。"
NOT_AFTER: Final = "{first}（{low}）不能超过{second}（{high}），请调整。"

# days and times
DAY: Final = (
    "{value} 号不是每个月都有，没有这一天的月份（2、4、6、9、11 月）会被跳过。"
    '月底办的事请写 "last"（每月最后一天），按日期办的事请写 1 到 28。'
)
DAY_ONLY_NUMBER: Final = (
    "{value} 号不是每个月都有，没有这一天的月份（2、4、6、9、11 月）会被跳过。这一项请写 1 到 28；"
    '月底的事用 "last"（post_day 可以写）。'
)
DAY_SHAPE: Final = '日子请写 1 到 28 的整数，或写 "last"（每月最后一天），现在写的是“{value}”。'
MONTH: Final = "月份只能写 1 到 12，现在写的是 {value}。"
MONTH_DAY: Final = '日期要写成“月-日”，像 "12-01"，而且每年都有这一天，现在写的是“{value}”。'
IN_QUIET_HOURS: Final = "{value} 在安静时段里，发不出去，请换个时间，或改安静时段。"

# what may not be a rule
FORBIDDEN_DEED: Final = "“{name}”里有“{word}”：加分不能涉及健康、信仰和捐款这类个人信息，请删掉这一项或换个说法。"
FORBIDDEN_ACT: Final = (
    "“{name}”里有“{word}”：这类事不能扣分，请删掉这一项。确实是另一回事的，"
    "请在 forbidden_words_allow 里写上编号 {code} 和理由。"
)
FORBIDDEN_USE: Final = "“{name}”里有“{word}”：积分和评级不能用在{use}上，请删掉或换一项。"
USE_MISSING: Final = "这份清单里缺了“{use}”：积分不能用在这上面，请把“{words}”写回来。"
ALLOW_REASON: Final = "例外 {code} 没有写理由，请写明议事会为什么同意。"
ALLOW_UNKNOWN: Final = "没有编号是 {code} 的扣分项，请改成真有的编号，或删掉这条例外。"
MINOR_PUBLISHED: Final = "轻微事项不上榜，请把 publish 改成 never。"
RESIDENT_NAMED: Final = "org_name 会显示单位名，不能用在居民身上，请改成 masked、aggregate 或 never。"
SIGN_PHRASE: Final = "签名的话要是“我承诺”加短名，请改成“{wanted}”。"
TIP_TOO_LONG: Final = "这条小贴士有 {length} 个字，最多 80 个字，请删短一些。"

# grades
GRADES_ORDER: Final = "等级要从高到低排，{key} 的 {min} 分应当比前一级 {above} 的 {above_min} 分低，请调整。"
ACTIVE_MONTHS: Final = "要在 0 到 {bound} 之间，{value} 不行：等级只看近 {bound} 个月。"
UNSAID_CONDITION: Final = "{key} 有系统要判的条件，请在 conditions 里用一句话告诉大家。"
GRADES_BOTTOM: Final = "最低一级要从 {floor} 分起，不然低分的人没有等级，请把 {key} 的 min 改成 {floor}。"

KIND_NAMES: Final = {"resident": "居民", "merchant": "商铺", "public_unit": "公共单位"}
LIKE: Final = {
    "catalogue.toml": "R35",
    "negative.toml": "RN22",
    "pledges.toml": "C15",
    "tips.toml": "X31",
    "awards.toml": "W06",
    "rewards.toml": "G25",
}
WHAT: Final = {"category": "类别", "domain": "领域", "grade": "等级"}
PUBLICITY_TOO_EARLY: Final = (
    "公布前要先公示 {days} 天，那样公示从 {first} 开始，比评议会（{review}）还早；请推后公布，或者提前评议会。"
)
ANNOUNCE_LATE: Final = "公布日期要在一个月的 14 日以前，晚核实的异议还要 14 天里补发；现在写的是 {value}。"
QUOTA_BASE: Final = "这个奖项按比例算名额，只能按“{known}”；现在写的是“{value}”。"
BASES: Final = {
    "resident": "登记志愿者人数",
    "household": "自愿参评户数",
    "public_unit": "登记共建单位数",
    "merchant": "登记商铺数",
}
DATES: Final = {
    "nominate_open": "开始提名",
    "nominate_close": "截止提名",
    "screen_by": "初筛",
    "review_meeting_by": "评议会",
}
