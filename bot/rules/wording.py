"""What people are told about a directory of rules that cannot be loaded."""

from typing import Final

NO_DIRECTORY: Final = "没有这个文件夹，请看看路径写得对不对。"
UNKNOWN_FILE: Final = "这里不认这个文件名，规则文件只有：{known}。请改名或挪走。"
UNKNOWN_FILE_NEAR: Final = "这里不认这个文件名，您是不是想写“{near}”？请改名或挪走。"
BROKEN: Final = "规则有 {count} 处要改，改好之前仍用原来的规则："
USABLE: Final = "规则没有问题，可以用（版本 {version}）"
VERSION: Final = "规则版本 {version}"
COUNTS: Final = (
    "积分清单 {items} 项，负面清单 {negative} 项，承诺 {pledges} 份，奖品 {rewards} 种，信用等级 {grades} 级"
)
