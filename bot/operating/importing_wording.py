"""What ``gridbot import`` says."""

DONE = (
    "导入完成：网格 {grids} 个，信用主体 {subjects} 个，工作人员 {staff} 名，"
    "志愿队 {teams} 支，合伙人 {partners} 家，资源 {resources} 处，资料 {facts} 条"
)
NOTHING_READ = "文件里没有认得的行，一条都没有导入。表的名字和第一行的标题要照模板写，先取一张：gridbot import --template 登记表.xlsx"
REFUSED = "有 {count} 处要先改，一条都没有导入："
SKIPPED = "跳过了有问题的行，写在 {path} 里，改好再导入一次："
WARNING = "提醒 {warning}"
