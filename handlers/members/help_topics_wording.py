"""What 帮助 knows of each matter: at most five lines."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Words that may be offered once a command is open; without one they may always be."""

    words: str
    intent: str = ""


Lines = tuple[Line, ...]
TOPICS: Mapping[str, Lines] = {
    "加": (
        Line("积分：看自己的分", "points_query"),
        Line("积分明细：一笔一笔看", "points_history"),
        Line("怎么加分：看清单", "rules_query"),
        Line("申报 楼道清理：自己做的自己报，可以带照片", "declare"),
        Line("承诺 文明养犬：签承诺", "pledge_sign"),
        Line("兑换：看能换什么", "rewards_list"),
    ),
    "减": (
        Line("负面清单：看哪些事会扣分", "rules_query"),
        Line("遛狗不牵绳扣多少分：问某一项", "rules_query"),
        Line("申诉 L1024 理由：觉得扣错了", "appeal"),
        Line("信用修复：看怎么补回来", "repair_query"),
        Line("修复 L1024 已改好：申请补回", "repair_apply"),
    ),
    "乘": (
        Line("活动：看有什么活动", "activity_list"),
        Line("报名 12：报名", "activity_join"),
        Line("志愿队：看有哪些队", "team_list"),
        Line("求助 法律咨询：请人帮忙", "assist_request"),
        Line("感谢 李桂芬 帮我搬菜：谢谢邻居", "thank"),
        Line("问 电动车能进电梯吗：问规定，查不到就请网格员答", "ask"),
    ),
    "除": (
        Line("举报 3栋楼下有人飞线充电：只在私聊里发", "tip_submit"),
        Line("举报进度 回执号：看到哪一步", "tip_status"),
        Line("补充 回执号 内容：补一句", "tip_supplement"),
        Line("红黑榜：看公布的榜", "board_query"),
        Line("公约：看居民公约", "covenant_query"),
    ),
    "信用等级": (
        Line("信用分从 100 分起，近 12 个月的加分扣分加在一起，在 0 到 200 之间。"),
        Line("150 分 AAA，120 分 AA，95 分 A，80 分 B，60 分 C，再低是 D；AAA 和 AA 还要看有没有没改正的扣分。"),
        Line("C 和 D 要管理小组两个人确认，不会自动定。兑换不影响信用分。"),
        Line("发“信用等级”看自己的；发“为什么是A”看怎么算的。", "rating_explain"),
    ),
    "兑换": (
        Line("兑换：看能换什么、要几分", "rewards_list"),
        Line("兑换 理发券：换一份，30 分钟内回“是”才算数", "redeem"),
        Line("我的券：看手里的券", "vouchers"),
        Line("退券 V8K2M4QX：24 小时以内可以退", "voucher_return"),
        Line("核销 V8K2 M4QX：店里验券用", "voucher_use"),
    ),
    "绑定": (
        Line("私聊发“绑定 姓名 楼栋房号”，例如：绑定 李桂芬 6栋1单元302", "bind"),
        Line("再报登记电话的后四位就好；电话对不上，由网格员确认。", "bind"),
        Line("我的数据：看我们记着您什么", "my_data"),
        Line("解绑：不想用了，资料也可以删，不影响任何服务", "unbind"),
    ),
    "举报": (
        Line("只在私聊里发：举报 哪里、什么时候、什么事，不用写是谁。", "tip_submit"),
        Line("办理的人看不到您是谁；微信平台仍知道您给我发过消息。", "tip_submit"),
        Line("举报进度 回执号：看到哪一步；查实了，领取奖励 回执号：领一张不记名券", "tip_status"),
        Line("不想在这里说，可以打 12345，或者投社区的信箱。"),
    ),
    "积分": (
        Line("积分：看自己的分，只私聊告诉您", "points_query"),
        Line("上个月积分、今年积分：看一段时间", "points_query"),
        Line("积分明细：一笔一笔看，一页十条", "points_history"),
    ),
    "加分": (
        Line("加分 楼栋房号 姓名 项目 分数 备注 …", "award"),
        Line("例如：加分 3栋2单元501 张三 志愿服务 5", "award"),
        Line("不写分数就按清单记一次；项目不在清单里会给您最接近的三个。", "award"),
    ),
    "积分清单": (
        Line("积分清单：看有哪些项目", "rules_query"),
        Line("参加志愿服务加几分：问某一项", "rules_query"),
    ),
    "求助": (
        Line("私聊发“求助 法律咨询”：悄悄转给有这个专长的人，不给他们您的名字和电话。", "assist_request"),
        Line("有人认领以后，引用卡片直接写字，我在中间传话；不需要了，引用回复“撤回”。", "assist_request"),
        Line("能帮忙的人：认领 P8；办好了发“申报 完成项目 P8”。", "claim"),
    ),
    "调解": (Line("私聊发“调解 楼上漏水一直不修”，再写对方的楼栋房号；先悄悄问对方愿不愿意。", "dispute_request"),),
    "预约": (
        Line("资源：看有哪些场地", "resource_list"),
        Line("预约 多媒体教室 周六14点到16点", "reserve"),
        Line("去不了：引用预约的消息回复“取消”", "reserve"),
    ),
    "报名": (
        Line("活动：看有什么活动、各是几号", "activity_list"),
        Line("报名 12：报上名，满了就排队", "activity_join"),
        Line("取消报名 12：来不了就取消", "activity_leave"),
    ),
    "签到": (
        Line("签到 8264：到了现场，发活动上念的四位数字", "attend"),
        Line("签到 12 张三 李四：网格员、队长记到场名单", "check_in"),
    ),
    "志愿队": (
        Line("志愿队：看有哪些队", "team_list"),
        Line("加入 平安巡逻队：加入", "team_join"),
        Line("退出 平安巡逻队：退出", "team_leave"),
    ),
    "承诺": (
        Line("承诺书：看有哪些承诺", "pledge_list"),
        Line("承诺 文明养犬：先看全文，回“是”才算签", "pledge_sign"),
        Line("撤回承诺 文明养犬：随时可以撤，不扣分", "pledge_withdraw"),
    ),
    "修复": (
        Line("信用修复：看怎么补回来", "repair_query"),
        Line("修复 L1024 已清理干净：改好了就申请补回", "repair_apply"),
    ),
    "公示": (
        Line("同意公示：红榜上可以写您的名字", "publicity_consent"),
        Line("撤回公示同意：随时可以撤", "publicity_withdraw"),
    ),
    "小贴士": (
        Line("退订小贴士：不再私聊发给您", "tips_mute"),
        Line("订阅小贴士：重新收", "tips_unmute"),
    ),
    "我的证书": (
        Line("我的证书：看自己的荣誉证书", "certificate"),
        Line("志愿证明 今年：看自己的服务时间", "service_record"),
    ),
    "致谢": (Line("致谢 王姐 帮我搬东西：我替您转达谢意", "thank"),),
    "提名": (Line("提名 五好家庭 3栋张家 理由 常年照顾孤老：每年12月1日到15日收", "nominate"),),
    "如果": (Line("如果 再签一份承诺 参加两次巡逻：试算能到几级，什么都不记", "what_if"),),
    "切换": (Line("切换 老王烧烤：一个微信号绑定了几个身份，换着用", "switch_subject"),),
    "我的联系人": (Line("我的联系人：看您那一片的网格员是谁", "contact_query"),),
    "公约": (Line("公约：看居民公约", "covenant_query"),),
    "帮助": (Line("帮助：看能办什么"), Line("帮助 举报：看一件事怎么说")),
    "核实": (
        Line("引用卡片回复“属实”“不属实 原因”“无法核实”", "verdict"),
        Line("核实 T7K3P 属实 已劝导：写编号也行", "verdict"),
        Line("1 3 5 属实：按“今日”里的行号", "digest"),
    ),
    "追问": (Line("追问 T7K3P 在几楼：问举报的人一句，双方都看不到对方是谁", "ask_reporter"),),
    "待办": (
        Line("待办：看还等您答复的事", "todo"),
        Line("今日：今天的清单，按行号答复", "digest"),
    ),
    "冲正": (Line("冲正 L1024 登记错人了：撤掉登记错的一笔", "reverse"),),
    "异议": (Line("异议 L1024 证据不足：监督员请人复查一笔", "object"),),
    "评榜": (
        Line("引用评榜的卡片回“同意”或“反对 原因”", "ballot"),
        Line("评榜 B2026Q3 同意：写编号也行", "ballot"),
    ),
    "生成红黑榜": (
        Line("生成红黑榜：出一稿，发给管理小组评榜", "board_prepare"),
        Line("发布红黑榜 B2026Q3：评过以后发到各网格群", "board_publish"),
    ),
    "月结": (
        Line("月结 上个月：看草案", "settlement_review"),
        Line("月结 上个月 同意：表态", "settlement_review"),
    ),
    "发布活动": (
        Line("发布活动 名称 时间 … 地点 … 名额 …", "activity_create"),
        Line("例如：发布活动 周六清扫楼道 时间 11月28日9点 地点 3栋门口 名额 20", "activity_create"),
        Line("发布讲座 …、发布直播 …：一样的写法", "lecture_announce"),
        Line("都先给您看一遍，回“是”才发到群里。"),
    ),
    "通知": (Line("通知 明天停水：先给您看一遍，回“是”才发到群里", "announce"),),
    "已发出": (Line("把我给您的转发稿发好以后，引用它回“已发出”", "posted"),),
    "导出台账": (Line("导出 本月台账：一个表格文件", "report_export"),),
    "抽查": (Line("抽查：上周的记录随机抽几笔，名字遮住", "sample"),),
    "走访": (Line("走访 3栋201：记一次走访", "visit"),),
    "巡查": (Line("巡查 开始、巡查 结束：记一次巡查", "patrol"),),
    "生成海报": (Line("生成海报 二网格：做一张网格的海报", "poster"),),
}
"""What those who have a duty read instead of a resident's lines."""
_SAME = {
    "积分": "积分流水 流水 我的积分 查积分 积分明细",
    "信用等级": "我的等级 我的评级 信用评级 我是几级 等级说明 等级怎么算",
    "积分清单": "怎么加分",
    "绑定": "认证 解绑 注销 删除我的信息 我的数据 导出我的信息",
    "减": "负面清单 申诉 申述 扣分",
    "修复": "信用修复",
    "兑换": "我的兑换券 核销 积分商城 我的券 退券 兑换礼品 能换什么 兑换目录 兑换券",
    "承诺": "承诺书 签承诺书 签承诺 撤回承诺",
    "加": "申报",
    "乘": "活动 提问 志愿服务 最近活动",
    "除": "红黑榜 红榜 黑榜",
    "报名": "取消报名 退出活动",
    "签到": "活动签到",
    "志愿队": "服务队 加入志愿队 加入 退出志愿队 退出",
    "求助": "认领 接单",
    "调解": "申请调解",
    "预约": "资源 共享资源 合伙人",
    "举报": "投诉 反映 检举 举报进度 投诉进度 补充 补充举报 领取奖励 领奖励 领奖 谁看过",
    "公示": "同意公示 撤回公示同意 撤回公示",
    "小贴士": "退订 退订小贴士 订阅小贴士",
    "我的证书": "志愿证明",
    "提名": "推荐",
    "公约": "居民公约",
    "帮助": "菜单 怎么用 使用说明",
    "核实": "属实 不属实",
    "待办": "待办事项 今日",
    "生成红黑榜": "发布红黑榜 公布红黑榜",
    "发布活动": "发布讲座 发布直播",
    "通知": "发通知",
    "导出台账": "导出",
    "生成海报": "海报",
}
ALIASES = {name: topic for topic, names in _SAME.items() for name in names.split()}
