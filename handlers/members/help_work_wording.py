"""What 帮助 knows of each matter for those who work, and for those who watch over others' work."""

from collections.abc import Mapping

from domain.roles import Role
from handlers.members.help_topics_wording import Line, Lines

_WORK: Mapping[str, Lines] = {
    "加": (
        Line("加分 3栋2单元501 张三 志愿服务 2：记加分，不写分数就按清单记一次", "award"),
        Line("今日：等您答复的事，按行号回“1 3 5 属实”“2 不属实 照片不清”", "digest"),
        Line("签到 12 张三 李四：给来了的人登记时长", "check_in"),
        Line("冲正 L1024 登记错人了：登记错了撤掉", "reverse"),
        Line("积分清单：看有哪些项目、几分", "rules_query"),
    ),
    "减": (
        Line("扣分 老王烧烤 占道经营 3 备注 已口头提醒：先提醒，后告知，月结才扣", "deduct"),
        Line("负面清单：看哪些事会扣分", "rules_query"),
        Line("冲正 L1024 登记错人了：登记错了撤掉", "reverse"),
        Line("巡查 开始、走访 3栋201：边走边记", "patrol"),
        Line("月结 上个月：管理小组看草案，再回“月结 上个月 同意”或“反对 原因”", "settlement_review"),
    ),
    "乘": (
        Line("发布活动 清扫楼道 时间 周六9点到11点 地点 3栋门口 名额 20", "activity_create"),
        Line("发布讲座 消防安全 时间 周六15点 地点 多媒体教室", "lecture_announce"),
        Line("认领 P8：接手一件求助，办好了发“申报 完成项目 P8”", "claim"),
        Line("通知 明天停水：先给您看，回“是”才发到群里", "announce"),
        Line("待办：还有哪些没办完", "todo"),
    ),
    "除": (
        Line("引用卡片回复“属实”“不属实 没有看到”“无法核实”", "verdict"),
        Line("追问 T7K3P 在几楼：请举报的人补一句", "ask_reporter"),
        Line("生成海报 二网格：举报海报，打印出来贴", "poster"),
        Line("生成红黑榜：先看一眼草案", "board_prepare"),
        Line("评榜 B2026Q3 同意：管理小组表态", "ballot"),
    ),
}
_WATCH: Mapping[str, Lines] = {
    "加": (
        Line("抽查：上周随机的几笔台账", "sample"),
        Line("异议 L1024 证据不足：先冻结，换人复查", "object"),
    ),
    "减": (
        Line("S17 成立 理由、S17 不成立 理由：答复申诉", "verdict"),
        Line("L2761 属实：给要两个人的扣分做第二个人", "verdict"),
        Line("月结 上个月：看草案，再回“月结 上个月 同意”或“反对 原因”", "settlement_review"),
        Line("异议 L1024 证据不足：先冻结，换人复查", "object"),
    ),
    "乘": (Line("待办：等您答复的事", "todo"), Line("活动：看有什么活动", "activity_list")),
    "除": (
        Line("评榜 B2026Q3 同意、评榜 B2026Q3 反对 名单有误", "ballot"),
        Line("红黑榜：看公布的榜", "board_query"),
        Line("导出 本月台账：名字遮住的台账", "report_export"),
    ),
}
TOPICS_FOR: Mapping[Role, Mapping[str, Lines]] = {
    "grid_worker": {**_WORK, "扣分": _WORK["减"]},
    "secretary": {**_WORK, "扣分": _WORK["减"]},
    "supervisor": _WATCH,
    "property": {
        "减": (
            Line("扣分 3栋2单元501 张三 楼道堆物 2：网格员确认了才算登记", "deduct"),
            Line("负面清单：看哪些事会扣分", "rules_query"),
            Line("待办：等您答复的事", "todo"),
        ),
        "除": _WORK["除"][:2],
    },
    "partner": {
        "减": (
            Line("核销 V8K2 M4QX：验券", "voucher_use"),
            Line("待办：等您答复的事", "todo"),
            Line("认领 P8：接手一件求助，办好了发“申报 完成项目 P8”", "claim"),
        ),
    },
}
