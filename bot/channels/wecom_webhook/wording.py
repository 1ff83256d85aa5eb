"""What people read about the door of a group robot."""

from typing import Final

STOPPED: Final = "企业微信群机器人没有在运行"
ONLINE: Final = "群机器人已就绪，只能往群里发"
REFUSED: Final = "企业微信不认这个群机器人的地址，可能已被移出群；请在群里重新添加，换上新地址后重新启动"
NOT_ADDRESS: Final = (
    "这里要写群机器人的整个 Webhook 地址，以 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key= 开头。"
)
NO_ROOM: Final = "这里要写一个群编号，随便起，绑群时用它，像 staff。"
AWAY: Final = "连不上企业微信，请看看这台电脑能不能上网，防火墙放没放行 qyapi.weixin.qq.com"
