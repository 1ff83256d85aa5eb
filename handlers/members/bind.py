"""The command 绑定: how people ask for it."""

from domain.command import Command, Where, Words
from domain.roles import ANYONE
from handlers.members.binding import bind

command = Command(
    intent="bind",
    title="绑定",
    words=Words(
        names=(
            "绑定",
            "认证",
        ),
        phrases=(
            "(身份|实名|住户|业主)?(绑定|认证)(<一下>|身份|账号|账户|微信|住户|业主|房号|我家|我|<的>|信息)*",
            "(申请|办理?|做|弄|整|搞|登记)(<一下>|个)*(身份|实名|住户)?(绑定|认证)(<一下>|手续|登记)*",
            "(申请|办|做|要|去)?(身份|实名)?(绑定|认证|绑(一下|上|个|起))~{who:household}",
            "(绑定|认证)(我是|我叫|<一下>|身份|我家|住址|房号)+~{who:household}",
            r"我(们家)?(是|叫|就是|住|住在|家住)~{who:household}([,，。\s]+(帮|要|想|来|请|麻烦|给)?(我)?(绑定?|认证|登记)(<一下>|上)*)",
            "我(们家)?(是|叫|就是)~{who:resident}",
            r"我(们家)?(是|叫|就是)~{who:resident}[,，。\s]*(来|要|想|你|您|帮我|请|麻烦|给我)*(绑定|认证|绑)(<一下>|上|起)*",
            "我<的>?(姓名|名字)?(就)?(叫|是|叫做){name:person}",
            "(我<的>?)?姓名(是|叫|[:：])~{who:household}",
            "(?:我)?(住|住在|家住|我家在|我家是)~{who:resident}",
            r"{who:resident}[,，。\s]*(来|要|想|你|您|帮我|请|麻烦|给我)*(绑定|认证|绑)(<一下>|上|起)*",
            "我(要|想|来)?(绑|认证)(一?下|上|个)?(身份|房号|我家|账号)",
        ),
        whole=True,
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    writes=True,
    asks_anyway=True,
    handle=bind,
    examples={
        "绑定 张三 3栋2单元501": {"name": "张三", "address": "3栋2单元501"},
        "我是3栋2单元501的张三": {"name": "张三", "address": "3栋2单元501"},
        "认证": {},
        "我叫王丽，住5栋1单元301": {"name": "王丽", "address": "5栋1单元301"},
    },
)
