"""The seven sheets of a register and their columns, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.facts import Field, Source, kept_of
from domain.register.values import GroupSeat, Kind, PartnerKind, StaffRole, TeamKind


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, whether it must stand there, and what the template says about it."""

    heading: str
    required: bool = False
    hint: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    may_be_blank: bool = False
    """Required as a column, but an empty cell is only warned about."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the register."""

    name: str
    columns: tuple[Column, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in the order of the template."""
        return tuple(column.heading for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """The headings that must be there."""
        return tuple(column.heading for column in self.columns if column.required)


KINDS: Mapping[str, Kind] = {"居民": "resident", "商铺": "merchant", "公共单位": "public_unit"}
ROLES: Mapping[str, StaffRole] = {
    "网格员": "grid_worker",
    "物业": "property",
    "监督员": "supervisor",
    "书记": "secretary",
    "合伙人": "partner",
}
ROLE_NAMES: Mapping[str, str] = {role: name for name, role in ROLES.items()}
"""What people call a role."""
SEATS: Mapping[str, GroupSeat] = {
    "组长": "head",
    "网格员代表": "grid_worker",
    "居民代表": "resident_deputy",
    "单位代表": "unit_deputy",
}
TEAM_KINDS: Mapping[str, TeamKind] = {
    "志愿队": "volunteer",
    "自治组织": "self_governing",
    "报到党员": "party",
}
PARTNER_KINDS: Mapping[str, PartnerKind] = {
    "公共单位": "public_unit",
    "物业": "property",
    "爱心企业": "firm",
    "自治组织": "self_governing",
    "能人": "talent",
}
SOURCES: Mapping[str, Source] = {"走访": "visit", "检查": "inspection", "资料": "document"}
YES_NO: Mapping[str, bool] = {"是": True, "否": False}

GRIDS = Sheet(
    "网格",
    (
        Column("代码", required=True, hint="短的编号，不要重复", example="1"),
        Column("名称", required=True, example="一网格"),
        Column("社区", example="龙江社区"),
        Column("群名称", hint="居民微信群的名字", example="龙江社区一网格群"),
        Column("工作群名称", example="网格员工作群"),
        Column("楼栋", hint="几栋之间用顿号", example="1、2、7、8"),
        Column("物业", example="和顺物业"),
        Column("举报电话", hint="海报上的电话", example="0871-60000001"),
        Column("举报地址", hint="海报上的意见箱", example="社区服务站意见箱"),
    ),
)
SUBJECTS = Sheet(
    "信用主体",
    (
        Column("类型", required=True, choices=tuple(KINDS), example="居民"),
        Column("名称", required=True, hint="居民写姓名，商铺写店名", example="张三"),
        Column("网格", required=True, hint="网格表里的代码或名称", example="一网格"),
        Column("地址", required=True, hint="例如 3栋2单元501", example="3栋2单元501"),
        Column("户号", hint="按文本填写，免得开头的 0 丢掉", example="H00123"),
        Column("电话", hint="按文本填写", example="19900001234"),
        Column("联系人", hint="替商铺或单位说话的人"),
        Column("未成年", hint="是，或者留空", choices=("是",)),
        Column("监护人", hint="未成年人的监护人姓名"),
        Column("文明实践站", example="龙江文明实践站"),
    ),
)
STAFF = Sheet(
    "工作人员",
    (
        Column("姓名", required=True, example="段家荣"),
        Column("角色", required=True, choices=tuple(ROLES), example="网格员"),
        Column("网格", hint="留空就是全社区", example="二网格"),
        Column("电话", required=True, hint="按文本填写", example="19900001235", may_be_blank=True),
        Column("单位", example="龙江社区居委会"),
        Column("管理小组", hint="信用积分管理小组里的身份", choices=tuple(SEATS), example="网格员代表"),
        Column("回避", hint="户号或单位，几个之间用顿号"),
    ),
)
TEAMS = Sheet(
    "志愿队",
    (
        Column("名称", required=True, example="平安巡逻队"),
        Column("站点", required=True, example="龙江志愿服务一站"),
        Column("主题", example="夜间巡逻"),
        Column("队长", example="李四"),
        Column("队长电话", hint="按文本填写", example="19900001236"),
        Column("积分项目", hint="积分清单里的名字，几个之间用顿号", example="夜间巡逻"),
        Column("类型", hint="留空就是志愿队", choices=tuple(TEAM_KINDS), example="志愿队"),
        Column("成员", hint="姓名之间用顿号", example="李四、张三"),
    ),
)
PARTNERS = Sheet(
    "合伙人",
    (
        Column("名称", required=True, example="和顺物业"),
        Column("类型", required=True, choices=tuple(PARTNER_KINDS), example="物业"),
        Column("联系人", example="周主管"),
        Column("电话", hint="按文本填写", example="19900001237"),
        Column("提供内容", example="工具和会议室"),
        Column("专长", hint="几样之间用顿号", example="水电维修"),
        Column("协议起", hint="例如 2026-01-01", example="2026-01-01"),
        Column("协议止", hint="例如 2026-12-31", example="2026-12-31"),
    ),
)
RESOURCES = Sheet(
    "资源",
    (
        Column("名称", required=True, example="多媒体教室"),
        Column("提供方", required=True, hint="合伙人表里的名称", example="龙江小学"),
        Column("地点", required=True, example="龙江小学一楼"),
        Column("可用时间", example="周六、周日 9:00-17:00"),
        Column("每次时长", hint="例如 2小时 或 90分钟", example="2小时"),
        Column("人数", hint="最多几人", example="60"),
        Column("需提前", hint="提前几小时预约", example="24"),
    ),
)


def _named(fields: Iterable[Field]) -> str:
    return "；".join(f"{one.title}（{'、'.join(one.values)}）" for one in fields)


FACTS = Sheet(
    "资料",
    (
        Column("姓名", hint="居民姓名，或者店名、单位名；留空就记在这一户的成年人名下", example="张三"),
        Column("地址", required=True, hint="登记表里的地址", example="3栋2单元501"),
        Column(
            "项目",
            required=True,
            hint=f"居民：{_named(kept_of('resident'))}。商铺和单位：{_named(kept_of('merchant'))}",
            example="养犬登记",
        ),
        Column("内容", required=True, hint="只能是项目后面括号里的一个", example="已登记"),
        Column("来源", required=True, choices=tuple(SOURCES), example="资料"),
        Column("日期", required=True, hint="走访、检查或资料的日期", example="2026-01-01"),
        Column("依据", hint="检查和资料要写是哪次检查、哪份名单", example="2026年养犬登记名单"),
        Column("同意", hint="走访要对方当面同意", choices=("是",)),
    ),
)
SHEETS = (GRIDS, SUBJECTS, STAFF, TEAMS, PARTNERS, RESOURCES, FACTS)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}

REFUSED_WORDS = (
    "身份证", "身份号", "证件", "护照", "社保卡", "idcard", "idnumber",
    "出生", "生日", "birth",
    "健康", "疾病", "病史", "病情", "慢病", "慢性病", "残疾", "残障", "医保", "血型", "怀孕", "孕", "health",
    "宗教", "信仰", "民族", "religion", "faith",
    "政治面貌", "党员", "党籍", "入党", "党龄", "党组织", "党支部", "party",
    "人脸", "指纹", "征信",
)  # fmt: skip
"""Words in a heading whose column is not taken in (rules of confidentiality)."""

REASON = "要改的地方"
"""The heading of the reasons in a workbook of rows to be mended; passed over when it comes back."""
EXAMPLE_MARKS = ("示例", "例：", "例:", "(示例", "（示例")


def is_refused(heading: str) -> bool:
    """Whether a column of this heading must not be read."""
    return any(word in heading.casefold().replace("_", "") for word in REFUSED_WORDS)


def sheet_of_headings(headings: Iterable[str]) -> Sheet | None:
    """The sheet that these headings belong to, for files whose name says nothing."""
    there = set(headings)
    fitting = [sheet for sheet in SHEETS if there.issuperset(sheet.required)]
    return max(fitting, key=lambda sheet: len(there.intersection(sheet.headings)), default=None)
