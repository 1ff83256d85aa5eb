"""What the daily look says."""

PYTHON = "Python {version}"
PYTHON_UNFIT = "Python {version} 不合用，请换 3.11 到 3.13 的一版，再运行 make run"
PACKAGES = "需要的程序包都在（gridbot {version}）"
PACKAGES_MISSING = "少了程序包：{names}。请在程序目录运行 make run，会自动装好"
SQLITE = "SQLite {version}"
SQLITE_RACE = (
    "SQLite {version} 有一个已知毛病：两个程序同时写账本，可能丢数据。网格小信只用一个连接写，平常够安全；"
    "不要用别的软件打开正在用的账本，方便时把系统升级到带 SQLite 3.51.3（或 3.50.7、3.44.6）的版本"
)
DISK = "硬盘还有 {free} GB 空着"
DISK_LOW = "硬盘只剩 {free} GB，请尽快清理出 1 GB 以上"
DISK_FULL = "硬盘只剩 {free} GB，随时会记不上账，请马上清理"
CLOCK = "电脑时间 {now}，和文件的时间对得上"
CLOCK_BEHIND = "电脑时间是 {now}，可是有文件的时间比它还晚，时间多半不准。请打开“自动对时”，对准以后再启动"
FONTS = "画榜单和海报用的中文字体有了"
FONTS_MISSING = (
    "没找到中文字体，榜单、海报和证书画不出来，只发文字。Debian、Ubuntu 请运行：sudo apt install fonts-noto-cjk"
)
FONT_NOT_THERE = (
    "[publishing] font 写的字体 {path} 打不开，榜单、海报和证书画不出来，只发文字。请改成对的路径，或留空让机器人自己找"
)
ENCRYPTION = (
    "请确认这台电脑开了整盘加密（Windows 的 BitLocker、Linux 的 LUKS），并且离开时锁屏：电脑丢了，账本也不会泄露"
)
DATA = "数据目录 {path} 可以读写，别人进不来"
DATA_MISSING = "还没有数据目录 {path}，第一次 gridbot run 会建好"
DATA_UNFIT = "数据目录 {path} 不能写，请把它交给运行机器人的用户：chown -R 用户名 {path}"
DATA_OPEN = "数据目录 {path} 这台电脑上的别人也能看，建议运行：chmod 700 {path}"
KEYS = "{count} 个密钥文件，只有自己能读"
KEYS_NONE = "还没有密钥，第一次 gridbot run 会生成。生成以后请把 {path} 单独抄到另一个 U 盘，不要和备份放在一起"
KEY_LOOSE = "密钥文件 {name} 别人也能读，请运行：chmod 600 {path}"
KEY_NOTES_MISSING = "有账本却没有密钥 notes.key，账对不上。请从单独存放的 U 盘把整个 {path} 拷回来"
BOOK_NONE = "还没有账本，第一次 gridbot run 会建好"
BOOK_AWAY = (
    "账本打不开（{kind}）。用 PostgreSQL 的，请看数据库开着没有、[database] url 写得对不对；用文件的，请看硬盘和权限"
)
BOOK_OLD = "账本是旧版本的样子，下次 gridbot run 会自动升级；升级前请先运行 gridbot backup"
BOOK_WHOLE = "账本完好：{entries} 笔"
BOOK_BROKEN = "账本有问题（第一处：{first}）。请停用机器人，保留现场，用 gridbot restore 从备份恢复到新的数据目录"
OUTBOX = "没有发不出去的消息"
OUTBOX_WAITING = "有 {count} 条消息在排队等着发"
OUTBOX_DOUBT = "有 {count} 条消息说不准发没发出去。请到群里看一眼，没有的话由工作人员补发"
OUTBOX_DEAD = "有 {count} 条消息试了几次都发不出去，多半是对方删了好友或退了群，请改用电话告诉他们"
BACKUP = "最近一次备份：{name}"
BACKUP_NONE = "还没有备份，请运行：gridbot backup"
BACKUP_OLD = "最近一次备份已经是 {days} 天前（{name}），请看看夜里电脑有没有关机，现在先运行：gridbot backup"
BACKUP_SAME_PLACE = "备份和账本在同一个目录里。请在 [data] backups 里写另一块硬盘的路径，一块坏了还有另一块"
RULES = "规则可以用（版本 {version}）"
RULES_BROKEN = "规则有 {count} 处要改，请运行 gridbot rules check 看是哪几处"
CHANNEL = "渠道 {name} 的设置写全了"
DOOR = "渠道 {name}：{sentence}"
DOOR_WELL = "渠道 {name} 试过了，没有发现问题"
DOOR_PACKAGE = (
    "渠道 {name} 少一个软件包 {package}，请在程序目录运行：.venv/bin/python -m pip install -r requirements.lock"
)
DOORS_RUNNING = "机器人可能正在运行，所以没有另外登录；连没连上，请看工作台首页"
CHANNELS_NONE = "没有配置渠道，启动的是模拟器"
ALL_WELL = "没有要处理的。"
TO_DO = "有 {count} 处要处理。"
