"""What the desk's pages say after something was done."""

RESUMED = "定时事务继续了，下一次查看就会把该做的做上。"
BOOK_WHOLE = "账本完好：{entries} 笔，一笔都没有被改过。"
BACKED_UP = "备份好了，在这台电脑的备份文件夹里；请拷一份到别的地方。"
NOT_BACKED_UP = "没有备份成。"
DRILL = "现在是演练，不留备份；真的社区按设置每天备份，也可以在这里随时做。"
BOOK_BROKEN = "账本有问题，请停用机器人并从备份恢复。共 {count} 处，第一处："
TIED = "绑好了，这个账号从现在起可以办{role}的事。"
UNTIED = "解开了，这个账号不再能办这个角色的事。"
CONFIRMED = "已记下：{name}的角色今天核对过。"
RECUSED = "记下了：和{concerns}有关的事，不再找{name}，他也看不到。登记表的“回避”一栏也请写上，免得下次导入改回去。"
NOT_RECUSED = "记下了：{name}现在没有要另外回避的。登记表的“回避”一栏也请改过来。"
CONCERNS = "请写户号、楼栋房号或单位，用顿号隔开，最多 {most} 个，每个不超过 {longest} 字。"
UNBOUND = "解绑了。这个账号要查分，需要重新绑定。"
NOBODY = "没有找到这位工作人员，可能名册刚刚改过；请回到名单再选一次。"
NO_ACCOUNT = "没有找到这个账号，请先让本人和机器人绑定，再来这里选。"
ROOM_BOUND = "绑好了，从现在起机器人按“{place}”在这个群里办事。"
ROOM_UNBOUND = "解绑了，机器人在这个群里不再出声。"
NO_ROOM = "请写群的编号，并选好渠道。"
NO_GRID = "请选这个群是哪个网格的，或者选工作群。"
STAFF_GROUP = "工作群"
SEEN = "记下了：这条已经发出，不会再发。"
AGAIN = "好的，马上重发。"
DROPPED = "放弃了，这条不会再发。"
NO_WAY_TO_GROUP = "到“群绑定”给这个网格绑一个群；群所在的渠道要能往群里发。"
NO_WAY_TO_STAFF = "请这位工作人员跟机器人私聊一次，再到“人员与角色”把角色给他的账号。"
NO_WAY_TO_PERSON = "没有手机的，到“代办”念给或打印给本人；有手机的，请本人私聊机器人绑定，绑定以后会自己发出去。"
PASTED = "记下了：{code} 今天已经贴出。"
NO_PASTE = "这一份已经有人办过了。"
GONE = "这条已经有人处理过了。"
FACTS_DROPPED = "删掉了，这一项不再留着。"
TIP_CLOSED = "打不开：编号、收件人或口令有一样对不上，或者内容已经到期清除。"
TIP_WAIT = "试错好几次了，请 {seconds} 秒后再试。"
TIP_READ = "内容只显示这一次，请不要抄写、拍照、转发。在这以前看过的有 {count} 人，这一次也记下了。"
MADE_UP = "已补发：{job} {period}。"
LET_GO = "好的，{job} {period} 不补了。"
STOPPED = "{job}已暂停，点“继续”才会再做。"
GOES_ON = "{job}继续了；没过时限的会补上，过了的等您决定。"
HELD_BACK = "已暂停发布：要发到居民群里的都先不发，已经排上的也停下，私下的通知和记账照常。急需的安全提醒不受影响。"
LET_OUT = "恢复发布了；没过时限的会补上，过了的等您决定。"
TIPS_OFF = "{grid}的群不再发每周小贴士；订阅的人私下照收。"
TIPS_ON = "{grid}的群从下一个星期三起又有小贴士。"
PREVIEW = "{job}下一次，按现在的账本：会发到群里 {public} 条，私下 {private} 条（私下的不在这里显示）。什么都没有发。"
CALLED_OFF = "{number} 号活动取消了，报名的人和群里都会收到通知。"

PERIODS = {
    "hour": "每小时",
    "day": "每天",
    "half_day": "每半天",
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "year": "每年",
}
