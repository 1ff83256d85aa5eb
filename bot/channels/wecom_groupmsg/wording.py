"""What people read about the door of customer groups."""

from typing import Final

STOPPED: Final = "企业微信客户群没有在运行"
CONNECTING: Final = "正在连接企业微信客户群"
BROKEN: Final = "暂时连不上企业微信客户群，正在自动重试"
ONLINE: Final = "客户群已就绪；发给群里的话，要群主在企业微信里点确认"
REFUSED: Final = "企业微信不认这个企业编号或密钥，请检查设置里的 corpid 和 secret，改好后重新启动"
NO_CORP: Final = "这里要写企业 ID，以 ww 开头，在“我的企业”页面上。"
NO_CREDENTIAL: Final = "这里要写能调用“客户联系”的自建应用的 Secret。"
NO_FILE: Final = "这里要写一个文件名，像 data/groupmsg-tasks；等群主确认的群发记在里面。"
NOT_SECURE: Final = "地址要写 https://qyapi.weixin.qq.com，一般不用改，删掉这一行就好。"
NOT_TRUSTED: Final = "企业微信不认这台电脑的公网地址；请在自建应用的“企业可信 IP”里加上它"
SAYS_NO: Final = "企业微信不答应（错误码 {code}）；请看看自建应用有没有列在“客户联系”的“可调用接口的应用”里"
NO_GROUP: Final = "这个应用一个客户群也看不到；请让群主加进“客户联系”的使用范围，并让群主先建好客户群"
AWAY: Final = "连不上企业微信，请看看这台电脑能不能上网，防火墙放没放行 qyapi.weixin.qq.com"
PICTURE_NAME: Final = "图片.png"
