"""What people read on the page without an account, and what the operator reads about it."""

from typing import Final

STOPPED: Final = "网页举报没有在运行"
ONLINE: Final = "网页举报开着，只在本机听，前面要有带证书的代理"
TAKEN_PORT: Final = "网页举报要用的端口被别的程序占着，请换一个 port"
NOT_ADDRESS: Final = "这里要写居民打开的网址，以 https:// 开头，或者是 http:// 开头、.onion 结尾的。"
NOT_PORT: Final = "这里要写 0 到 65535 之间的端口。"

TITLE: Final = "保密举报"
PROMISE: Final = (
    "不用登录，不用手机号，这一页不放 Cookie，也不运行任何脚本。",
    "机器人不记您的网址来源、浏览器和时间，内容上锁后只有核查人能打开。",
    "您的上网服务商仍知道您打开过这个网址；请不要写只有您知道的细节。需要更强保护，请用社区意见箱或 12345。",
    "正在发生危险，请先打 110、119、120。",
)
FULL: Final = "这一小时收满了，没有记下您写的话。请过一会儿再来；急事请打 12345，着火、伤人请打 119 或 110。"
BUSY: Final = "现在用的人有点多，请过一分钟再试。什么都没有记下。"
EMPTY: Final = "还没有写内容，请写上哪里、什么时候、什么事。"
TOO_LONG: Final = "写得太长了，请分成几条，每条不超过 4000 字。什么都没有记下。"
NO_RECEIPT: Final = "请把 16 位回执号写全，中间有没有空格都行。"
NO_WORDS: Final = "要补充什么？请写一两句话，或者选一张照片。"
OVER: Final = "这一页放得太久，已经关了。收下的都还在，请凭回执号查；没有拿到回执号的，请重新写。"
SILENT: Final = "等了一会儿没有答复。没有看到回执号，就是没有收下，请重新发一次。"
HEAVY: Final = "照片太大了，请选 10 MB 以内的。什么都没有记下。"
