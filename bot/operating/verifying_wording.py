"""What ``gridbot verify`` says."""

WHOLE = "账本完好：{entries} 笔，链尾 {head}"
NEW = "账本完好：第 {after} 笔以后新增 {new} 笔，链尾 {head}；商城、志愿时长和场地不加 --since 时才核对"
NEXT = "把 {entries}-{head} 抄下来放在别处，下次可以只核对新增的：gridbot verify --since {entries}-{head}"
UNREADABLE = "--since 后面请照上次校验时给的样子写，例如 --since 1200-0123456789abcdef。"
BROKEN = "账本有问题，请停用机器人并从备份恢复；第一处：{first}（共 {count} 处）"
