"""What the desk's pages say after something was done."""

RESUMED = "定时事务继续了，下一次查看就会把该做的做上。"
BOOK_WHOLE = "账本完好：{entries} 笔，一笔都没有被改过。"
BOOK_BROKEN = "账本有问题，请停用机器人并从备份恢复。共 {count} 处，第一处："
TIED = "绑好了，这个账号从现在起可以办{role}的事。"
UNTIED = "解开了，这个账号不再能办这个角色的事。"
CONFIRMED = "已记下：{name}的角色今天核对过。"
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
GONE = "这条已经有人处理过了。"
RULES_GOOD = "可以用：没有发现错误。改好设置里的规则文件夹，重启后生效。"
RULES_BAD = "有 {count} 处要改；现在用着的规则不受影响。"
NO_FOLDER = "请写规则文件夹的位置，例如 /home/gridbot/rules。"
TIP_CLOSED = "打不开：编号、收件人或口令有一样对不上，或者内容已经到期清除。"
TIP_READ = "内容只显示这一次，请不要抄写、拍照、转发。在这以前看过的有 {count} 人，这一次也记下了。"
MADE_UP = "已补发：{job} {period}。"
LET_GO = "好的，{job} {period} 不补了。"
CALLED_OFF = "{number} 号活动取消了，报名的人和群里都会收到通知。"

JOBS = {
    "activity_reminder": "活动前一天提醒",
    "activity_course": "活动签到码、时长入账",
    "weekly_open": "周五志愿预告",
    "health": "每日自检",
    "nightly_check": "夜间校验账本",
    "nightly_backup": "夜间备份",
    "tip_handover": "移交举报",
    "tip_deadlines": "催办举报核查",
    "tip_erasure": "到期清除举报",
    "epoch_keys": "更换当期密钥",
    "digest": "今日卡片",
    "grades": "每晚评定等级",
    "pledge_deadlines": "承诺到期提醒",
    "deadlines": "到期提醒",
    "finding_moves": "扣分的到期推进",
    "settlement": "月结草案",
    "settlement_reminders": "月结提醒",
    "monthly_notice": "月度通报",
    "monthly_notice_late": "补发月度通报",
    "credit_tip": "信用小贴士",
    "channel_text": "怎么举报的说明",
    "points_expiry": "到期积分清零",
    "voucher_expiry": "到期兑换券收回",
    "voucher_deadlines": "到期提醒（券和积分）",
    "bearer_batch": "每周备好不记名券",
    "service_moves": "求助、调解和预约的到期提醒",
    "board_draft": "红黑榜草案",
    "board_notice": "红黑榜告知",
    "board_publish": "公布红黑榜",
    "board_upkeep": "红黑榜每日核对",
    "board_takedown": "红黑榜到期撤下",
}
PERIODS = {
    "hour": "每小时",
    "day": "每天",
    "half_day": "每半天",
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "year": "每年",
}


def job(name: str) -> str:
    """A job as people call it."""
    return JOBS.get(name, name)
