"""What people are told when a TOML file does not read: where, and what to write instead."""

from typing import Final

UNKNOWN_KEY: Final = "这里没有“{key}”这一项，请删掉，或看看是不是写错了名字。"
UNKNOWN_KEY_NEAR: Final = "这里没有“{key}”这一项，您是不是想写“{near}”？"
MISSING: Final = "缺少“{key}”这一项，请补上。"
NOT_INTEGER: Final = "这里要写整数（不加引号，不带小数点），现在写的是 {value}。"
NOT_NUMBER: Final = "这里要写数字（不加引号），现在写的是 {value}。"
NOT_TEXT: Final = "这里要写文字，两边加上双引号，现在写的是 {value}。"
NOT_BOOL: Final = "这里只能写 true（是）或 false（否），不加引号，现在写的是 {value}。"
NOT_TIME: Final = '这里要写几点几分，像 "09:30" 这样两位数的时和分，现在写的是 {value}。'
NOT_LIST: Final = '这里要写一个列表，像 ["甲", "乙"] 这样放在方括号里，现在写的是 {value}。'
NOT_TABLE: Final = "这里应当是一组“名字 = 值”，现在写的是 {value}。"
NOT_INTEGER_OR_TEXT: Final = "这里要写整数，或加引号的文字，现在写的是 {value}。"
NOT_ONE_OF: Final = "这里只能写 {choices} 当中的一个，现在写的是 {value}。"
WRONG_LENGTH: Final = "这里要正好写 {wanted} 个值，现在是 {found} 个。"
UNREADABLE: Final = "这个值读不懂：{value}，请对照说明改一改。"

NOT_UTF8: Final = "这个文件不是 UTF-8 编码，请用编辑器另存为 UTF-8 再试。"
NO_SUCH_FILE: Final = "打不开这个文件，请看看它在不在、有没有读它的权限。"
BROKEN_LINE: Final = "这一行不合写法（应当是“名字 = 值”），请检查引号、等号和括号。"
BROKEN_LINES: Final[dict[str, str]] = {
    "Cannot overwrite a value": "这个名字在同一处写了两次，请留一个。",
    "Cannot declare": "这个方括号标题写了两次，请合成一处，或改用双方括号。",
    "Cannot mutate immutable": "这一组已经写完了，不能再往里加，请并到一处写。",
    "Unterminated string": "引号没有成对，请补上后半个英文双引号。",
    "Illegal character": "这里有不能出现的字符，多半是引号没有成对，请补上后半个英文双引号。",
    "Unclosed array": "方括号没有关上，请补上 ]，并看看每个值之间有没有英文逗号。",
    "Unclosed inline table": "花括号没有关上，请补上 }。",
    "Expected '=' after a key": "名字后面缺少英文等号，请写成“名字 = 值”。",
    "Expected ']": "方括号标题没有关上，请补上 ]（双方括号要补两个）。",
    "Invalid value": "等号后面的值不合写法：文字要加英文双引号，是非写 true 或 false。",
    "Invalid statement": "这一行不合写法，应当是“名字 = 值”，说明文字前面要加 #，符号用英文的。",
    "Expected newline or end of document": "这个值后面多了东西，请删掉，或另起一行。",
    "Invalid initial character": "名字只能用英文字母、数字、下划线，请检查是不是用了中文或全角符号。",
}
