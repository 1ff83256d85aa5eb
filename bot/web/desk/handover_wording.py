"""What the desk says about matters that are handed to an authority."""

AUTHORITIES = ("公安派出所", "消防救援", "城市管理", "市场监管", "住房城乡建设", "街道办事处")
NO_FINDING = "没有这条还没入账的扣分，什么也没有改。已经入账的，请先由两个人“冲正”，再移送。"
NO_RECEIPT = "请选移送给哪个单位，写上回执编号（40 个字以内）。"
RUNNING = "{code} 的移送已经在等两个人确认，什么也没有改。"
ASKED = "登记了 {code}，监督员和书记会收到，两个人确认以后社区不再扣分。"
STATES = {"proposed": "等两人确认", "once": "一人已确认", "confirmed": "已移送", "rejected": "没有移送"}
