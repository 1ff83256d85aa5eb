"""What people read about the door of 微信客服, and what it says by itself."""

from typing import Final

STOPPED: Final = "微信客服没有在运行"
CONNECTING: Final = "正在连接微信客服"
BROKEN: Final = "暂时连不上微信客服，正在自动重试"
ONLINE: Final = "微信客服已连上，居民发来的话能收到"
REFUSED: Final = "企业微信不认这个企业编号或密钥，请检查设置里的 corpid 和 secret，改好后重新启动"
WELCOME: Final = "您好，这里是社区网格小信，有事直接打字就行，发“帮助”看能办什么。我们不读您的昵称和头像，但腾讯和这个客服号的管理员能看到。"
MORE: Final = "还有话要告诉您，请回复任意一句，就能接着收到。"
NO_CORP: Final = "这里要写企业 ID，以 ww 开头，在“我的企业”页面上。"
NO_CREDENTIAL: Final = "这里要写能调用微信客服的自建应用的 Secret。"
NO_ACCOUNT: Final = "这里要写客服账号的 open_kfid，以 wk 开头。"
NO_WORD: Final = "这里要写接收消息页面上的 Token。"
NOT_KEY: Final = "这里要写接收消息页面上的 EncodingAESKey，一共 43 个字符。"
SAMPLE_KEY: Final = "这是官方示例里的密钥，谁都知道，请在接收消息页面上重新生成。"
NOT_SECURE: Final = "地址要写 https://qyapi.weixin.qq.com，一般不用改，删掉这一行就好。"
NOT_PORT: Final = "端口要写 1 到 65535 的数。"
