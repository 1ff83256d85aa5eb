"""The people of the demonstration who have a name of their own and a chat account."""

from dataclasses import dataclass

from domain.register.values import Kind
from domain.roles import Role

COMMUNITY = "龙江社区"
CENTRE = "龙江社区志愿者指导中心"
STATIONS = ("龙江志愿服务一站", "龙江志愿服务二站", "龙江志愿服务三站")
GRIDS = (("1", "一网格", (1, 2, 7, 8)), ("2", "二网格", (3, 4, 5, 6)), ("3", "三网格", (9, 10, 11, 12)))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a chat account; ``subject`` is the register's name where it differs from the person's."""

    id: str
    name: str
    role: Role
    grid: str
    address: str
    kind: Kind = "resident"
    subject: str = ""
    unit: str = ""
    seat: str = ""
    bound: bool = True


_COMMITTEE = "龙江社区居委会"

STAFF = (
    Person("bai-yun", "白云", "secretary", "1", "2栋1单元401", unit="龙江社区党委", seat="组长"),
    Person("wang-jianguo", "王建国", "grid_worker", "1", "7栋2单元303", unit=_COMMITTEE, seat="网格员代表"),
    Person("duan-jiarong", "段家荣", "grid_worker", "2", "4栋2单元601", unit=_COMMITTEE, seat="网格员代表"),
    Person("zhao-min", "赵敏", "grid_worker", "2", "5栋1单元203", unit=_COMMITTEE),
    Person("pu-xiuhua", "普秀华", "grid_worker", "3", "9栋1单元502", unit=_COMMITTEE, seat="网格员代表"),
    Person("luo-qiong", "罗琼", "supervisor", "1", "8栋1单元203", seat="居民代表"),
    Person("he-yong", "何勇", "supervisor", "3", "10栋2单元701", unit="龙江小学", seat="单位代表"),
    Person("yang-shulan", "杨淑兰", "supervisor", "3", "11栋1单元302", seat="居民代表"),
    Person("zhou-weidong", "周卫东", "property", "1", "1栋2单元302", unit="和顺物业"),
    Person("tang-liping", "唐丽萍", "property", "2", "6栋2单元201", unit="安居物业"),
    Person("shi-kaiwen", "施开文", "property", "3", "12栋1单元101", unit="滇池物业"),
    Person("yin-zhengping", "尹正平", "partner", "2", "3栋1单元702", unit="尹正平"),
    Person("lu-haiyan", "陆海燕", "partner", "1", "2栋2单元202", unit="龙江理发店"),
    Person("tian-xuewen", "田学文", "partner", "3", "9栋2单元403", unit="龙江小学"),
)

RESIDENTS = (
    Person("li-guifen", "李桂芬", "resident", "2", "6栋1单元302"),
    Person("zhang-san", "张三", "resident", "2", "3栋2单元501"),
    Person("li-si", "李四", "resident", "2", "4栋1单元301"),
    Person("wang-wu", "王五", "resident", "2", "5栋2单元402"),
    Person("guo-qiang", "郭强", "resident", "2", "4栋1单元702"),
    Person("zhu-lin", "朱琳", "resident", "2", "5栋1单元301"),
    Person("sun-yongfu", "孙永福", "resident", "2", "3栋2单元601"),
    Person("liu-guihua", "刘桂花", "resident", "2", "6栋3单元1001"),
    Person("zhang-wei-a", "张伟", "resident", "2", "3栋1单元201"),
    Person("zhang-wei-b", "张伟", "resident", "2", "5栋2单元801"),
    Person("chen-jie", "陈洁", "resident", "2", "4栋2单元801"),
    Person("he-xiaoyun", "何晓云", "resident", "2", "6栋1单元502", bound=False),
    Person("ma-li", "马丽", "resident", "1", "2栋1单元301"),
    Person("xu-jun", "许军", "resident", "1", "1栋2单元604"),
    Person("deng-chao", "邓朝", "resident", "1", "7栋1单元203"),
    Person("xie-fang", "谢芳", "resident", "1", "8栋2单元404"),
    Person("dong-mei", "董梅", "resident", "1", "1栋1单元101"),
    Person("feng-lei", "冯磊", "resident", "1", "2栋3单元101", bound=False),
    Person("gao-yuan", "高源", "resident", "3", "9栋1单元301"),
    Person("song-yang", "宋阳", "resident", "3", "10栋1单元602"),
    Person("wei-na", "魏娜", "resident", "3", "11栋2单元201"),
    Person("jiang-bo", "蒋波", "resident", "3", "12栋2单元503"),
)

SPEAKERS = (
    Person("wang-dahai", "王大海", "resident", "2", "3栋楼下商铺5号", "merchant", "老王烧烤"),
    Person("duan-xiaomei", "段小梅", "resident", "2", "6栋楼下商铺2号", "merchant", "小段米线"),
    Person("cai-hong", "蔡红", "resident", "1", "1栋楼下商铺3号", "merchant", "蔡记水果店"),
    Person("qian-guang", "钱光", "resident", "3", "9栋楼下商铺1号", "merchant", "老钱五金店"),
    Person("bai-xueqin", "白雪琴", "resident", "2", "龙江路20号", "public_unit", "龙江幼儿园"),
)

UNITS = (
    ("龙江小学", "1", "龙江路8号", "田学文"),
    ("龙江中学", "3", "龙江路66号", "汤绍明"),
    ("龙江幼儿园", "2", "龙江路20号", "白雪琴"),
    ("龙江社区卫生服务站", "1", "龙江路12号", "莫惠仙"),
    ("龙江派出所", "3", "龙江路58号", "严正祥"),
    ("龙江农贸市场", "2", "龙江路30号", "邵光明"),
)


def people() -> tuple[Person, ...]:
    """Everybody with a chat account: staff of every role, residents, and those who speak for shops and units."""
    return (*STAFF, *RESIDENTS, *SPEAKERS)
