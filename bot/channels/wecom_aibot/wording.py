"""What people read about the door to the 智能机器人, and what it says by itself."""

from typing import Final

STOPPED: Final = "企业微信机器人没有在运行"
CONNECTING: Final = "正在连接企业微信"
BROKEN: Final = "与企业微信的连接断开，正在自动重连"
ONLINE: Final = "企业微信机器人已连上，收发正常"
REFUSED: Final = "企业微信不认这个机器人编号或密钥，请检查设置里的 bot_id 和 secret，改好后重新启动"
DISPLACED: Final = "另一个程序用同一个机器人登录了，这里已让开；请关掉多余的那个，再重新启动"
WELCOME: Final = "您好，发“今日”看等您办的事，发“帮助”看能办什么。"
PICTURE_NAME: Final = "图片.png"
NO_ID: Final = "这里要写智能机器人的 Bot ID，在企业微信管理后台的机器人页面上。"
NO_CREDENTIAL: Final = "这里要写长连接的 Secret，在同一个页面上。"
NOT_SECURE: Final = "地址要以 wss:// 开头，一般不用改，删掉这一行就好。"
SAYS_NO: Final = "企业微信不答应（错误码 {code}）；请看看机器人的 API 模式是不是选了“长连接”"
AWAY: Final = "连不上企业微信的长连接，请看看这台电脑能不能上网，url 写得对不对"
