"""What the page 志愿者 says after something was done."""

from collections.abc import Mapping

from domain.teams.team import TIMES as _TIMES

NOT_FOUND = "没有找到这位居民，请写登记表里的姓名或者楼栋房号。"
NOBODY = "请先查找居民，再选一支队。"
IN_ALREADY = "{name}已经在{team}里了。"
NO_CONSENT = "要{who}同意登记才行，请当面说明保存什么，再选“同意登记”。什么都没有改。"
NO_GUARDIAN = "登记表里没有{name}的监护人，请先补上再导入，什么都没有改。"
WRONG_GUARDIAN = "到场的人和登记表里{name}的监护人对不上，什么都没有改。"
JOINED = "登记好了：{name}加入{team}，编号写在名字旁边，队长会收到。"
ONESELF, GUARDIAN = "本人", "监护人"
NO_ACTIVITY = "请先查找居民，再选一场还没开始的活动。"
SIGNED_ALREADY = "{name}已经报过 {number} 号活动了。"
AT_ONE_TIME = "{name}这个时间报了“{other}”，不能同时去两处，什么都没有改。"
SIGNED = "报上了：{name}参加 {number} 号“{title}”。到了现场由组织者登记名字就行。"
WAITS = "{number} 号“{title}”名额满了，{name}排在第 {place} 位，有人退出会自动补上。"
NOT_REGISTERED = "先登记入队、有了编号，再登记专长。什么都没有改。"
TOO_YOUNG = "未满 18 岁的不登记专长，免得陌生人找上门。什么都没有改。"
SKILLS_KEPT = (
    "登记好了：{name}的专长和空闲时间在“找人手”里查得到；绑定了账号的，有人求助会的事会私聊问一声，接不接随他。"
)
SKILLS_GONE = "去掉了：不再按专长和时间找{name}。"
TIMES: Mapping[str, str] = dict(zip(_TIMES, ("工作日白天", "工作日晚上", "周末白天", "周末晚上"), strict=True))
