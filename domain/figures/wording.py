"""What the month in figures says."""

TITLE = "社区积分月报"
FILE = "社区积分月报-{month}{which}.pdf"
FOR_SUPERVISORS = "-监督"
PARTICIPATION = "参与度"
PARTICIPATION_HEAD = ("网格", "登记主体", "已绑定", "有加分的", "自己申报（笔）", "别人登记（笔）")
EFFECT = "负面清单的效果（近 12 个月）"
EFFECT_HEAD = ("事项", "发现", "90 天内再犯", "限期内改正", "修复", "提示")
EFFECT_NOTE = "“提请议事”：发现三次以上，没有一次改正或修复，又有再犯，请居民会议看看这一项要不要改。"
FLAGGED = "提请议事"
FLOWS = "积分进出"
FLOW_HEAD = ("账户", "原因", "笔数", "增加", "减少")
WORK = "网格员登记件数"
WORK_HEAD = ("网格员", "加分", "扣分", "后来撤销的")
WORK_NOTE = "只比件数，不比分数，也不作考核；件数差得多时，可能是网格大小不同。"
NEAR = "本楼比较（只给监督员）"
NEAR_HEAD = ("网格员", "本楼加分", "其他加分", "本楼占比", "本楼每笔", "其他每笔")
NEAR_NOTE = "本楼指网格员自己住的那一栋。占比高不等于不公，请用“抽查”看具体的行。"
SHOP = "兑换的供应和需求"
SHOP_HEAD = ("奖励", "上架", "发出", "核销", "退回", "过期", "还剩", "花的分", "提示")
SHOP_NOTE = "“换完了”：这个月上架的都有人换走，下个月可以多备一些；“没人换”：整个月没有人换，可以少备或者换一样。"
SOLD_OUT, UNWANTED = "换完了", "没人换"
UNMET = "没有满足的需求"
UNMET_HEAD = ("想要的", "为什么没办成", "次数")
UNMET_NOTE = "只记次数，不记是谁。换完了的可以多备，目录里没有的可以添，没有人会的可以找合伙人和能人。"
WHY = {
    "sold_out": "换完了",
    "short": "可用积分不够",
    "limit": "到了每月上限",
    "not_offered": "目录里没有",
    "no_helper": "没有登记这个专长的人",
    "taken": "那时有人约了",
    "closed": "那时不开放",
}
SOMETHING_ELSE = {"reward": "别的东西", "help": "别的事", "room": "别的地方"}
NO_ROWS = "这个月没有新的台账，监督员没有要抽查的行。"
SUPERVISED = "这个月 {rows} 笔台账，监督员抽查看过 {seen} 笔（{share}%），提出异议 {count} 件。"
NO_PERSONS = "本表只有件数，没有任何居民的姓名和分数。"
NOTHING = "—"
ACCOUNTS = {"credit": "信用分", "spendable": "可用积分"}
CONTRAS = {
    "issue": "加分",
    "deduct": "扣分与修复",
    "redeem": "兑换与退回",
    "expire": "到期",
    "void": "撤销",
    "household": "家庭合并",
    "pool": "互助池捐出与帮扶",
}
CARD_TITLE = "【月报】{month}"
CARD_SHARE = "已绑定 {active} 个主体，有加分的占 {share}%。"
CARD_FLOW = "加分 {gained} 分，扣分 {taken} 分。"
CARD_FLAGGED = "一年没有效果、提请议事：{items}。"
CARD_FILE = "详细表格见附件。"
DISCLOSED = "【兑换公开】{month}全社区兑换 {issued} 份"
USED = "，核销 {count} 份"
NAMED = "。其中：{rewards}"
REWARD = "{title} {count} 份"
END = "。只公布件数。"
