"""What people are told about the ``[channels.NAME]`` tables of their settings."""

from typing import Final

BAD_NAME: Final = "渠道的名字“{name}”只能用 1 到 32 个英文字母、数字、下划线或减号，请换一个；启用以后不要再改。"
TAKEN_NAME: Final = "“{name}”是机器人自己用的名字，请换一个。"
NO_TYPE: Final = "缺少“type”这一项，请写明是哪种渠道：{kinds}。"
UNKNOWN_TYPE: Final = "没有“{type}”这种渠道，能写的有：{kinds}。"
NOT_GIVEN: Final = "缺少“{key}”这一项：请写 {key}，或用 {key}_file 写一个文件名，或用 {key}_env 写一个环境变量名。"
GIVEN_TWICE: Final = "{keys} 只能写一个，请删掉多余的。"
LOOSE_CONFIG: Final = "里面写着口令，别的用户也能读，请先运行：chmod 600 {path}"
LOOSE_FILE: Final = "口令文件别的用户也能读，请先运行：chmod 600 {path}"
NO_FILE: Final = "读不了口令文件 {path}，请看看它在不在、是不是机器人的用户能读的文字文件。"
EMPTY_FILE: Final = "口令文件是空的，请把口令写进去。"
NO_VARIABLE: Final = "环境变量 {name} 里没有口令，请先设好再启动。"
NOT_ENDPOINT: Final = "这里要写 地址:端口，像 127.0.0.1:8788，端口是 1 到 65535 的数，现在写的是 {value}。"
MISSING_EXTRA: Final = "渠道 {name}（{type}）要用的附加包没有装好（缺 {package}），请在程序目录运行：.venv/bin/python -m pip install '.[{extra}]'"
