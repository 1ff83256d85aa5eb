"""What an exported ledger is called and says."""

SHEET = "账本"
HEADINGS = ("序号", "编号", "日期", "网格", "信用主体", "账户", "分数", "项目", "项目名称", "说明", "冲正序号")
ACCOUNTS = {"credit": "信用分", "spendable": "可换分"}
DONE = "导出了 {count} 笔：{path}。姓名已经遮住，请只给该看的人看，用完删掉"
OTHER_FILE = "请写 .csv 或 .xlsx 结尾的文件名"
NO_BOOK = "这里还没有账本，没有可导出的。请看看是不是在程序目录里运行，或者用 --config 写明配置文件"
