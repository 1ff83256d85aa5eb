"""What the pages of figures and cases say."""

NO_CASE = "请写标题（30 字以内）和故事（600 字以内）。"
HOLDS = "这个案例里有{found}，没有收下。案例要编的：不写真人、门牌、电话和车牌。"
FOUND = {"name": "名册里的名字", "room": "门牌房号", "phone": "电话号码", "plate": "车牌号"}
NAMED = "像名册里的：{name}"
DRAFTED = "收下了，已请监督员看；监督员和书记都同意以后，可以在这里发到群里。"
GONE = "这个案例还不能发，或者已经有结果了。"
PUBLISHED = "案例发往 {count} 个网格的群。"
DROPPED = "好的，这个案例不发了。"
STATES = {"drafted": "等同意", "approved": "可以发了", "published": "已发", "rejected": "不发"}
