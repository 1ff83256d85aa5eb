"""What the page 规则版本 says after something was done."""

RULES_GOOD = "可以用：没有发现错误。要启用，请写下开会的情况，提请两人同意。"
RULES_BAD = "有 {count} 处要改；现在用着的规则不受影响。"
NO_FOLDER = "请写规则文件夹的位置，例如 /home/gridbot/rules。"
NO_RECORD = "请写清楚哪个会、哪天开的、怎么表决的，每项不超过 {longest} 字；日期不能在今天以后，例如 2026-11-20。"
SAME = "和现在用着的规则一模一样，不用提请。"
RUNNING = "已经有一版在等两人同意，等有了结果再提请下一版。"
NOBODY = "名册里还没有两位监督员或书记能同意，请先导入登记表、让他们绑定。"
PROPOSED = "已经转给监督员和书记，两个人同意以后马上启用，不用重启。"
GONE = "这一版已经有结果了。"
WITHDRAWN = "撤回了，照现在的规则办。"
STATES = {
    "proposed": "等两人同意",
    "once": "一人同意了，等另一人",
    "adopted": "启用",
    "rejected": "没有启用",
}
