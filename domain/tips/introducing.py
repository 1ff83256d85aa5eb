"""How people say who they are and where they live, without any register to compare it with."""

import re
from collections.abc import Iterable

GAP = r"[\s\-,，、号的]*"
HOUSE = "(?:栋|幢|座|号楼|号院|#|-)"
ONE = "[零〇一二三四五六七八九十百]"
_FLAT = (
    rf"(?:(?:(?:\d{{1,3}}|{ONE}{{1,4}}){HOUSE}{GAP})?(?:(?:\d{{1,2}}|{ONE}{{1,2}})(?:单元|门|-){GAP})?"
    rf"(?:(?:\d{{1,2}}|{ONE}{{1,3}})[楼层]{GAP})?(?:\d{{3,4}}|[零〇一二三四五六七八九]{{3,4}}|{ONE}*百{ONE}*)(?!\d)(?:室|号|房)?"
    rf"|(?:\d{{1,3}}|{ONE}{{1,4}}){HOUSE}{GAP}(?:(?:\d{{1,2}}|{ONE}{{1,2}})(?:单元|门|-){GAP})?(?:\d{{1,2}}|{ONE}{{1,3}})[楼层])"
    r"(?!的?(?:楼上|楼下|隔壁|对门|对面|旁边|边上|上面|下面|邻居|门口(?:的|有人)|那家|[楼栋幢座层单元年月日元点]))"
)
"""A room, with the building, entrance and floor before it where they are said; or a floor of a building."""
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史"
    "唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧肖尹姚邵汪祁毛禹狄贝臧戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵季麻"
    "贾娄颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封芮储靳"
    "段富焦侯班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹龙叶幸司韶郜黎薄白怀蒲台鄂索咸籍赖卓蔺屠蒙池乔阴闻翟谭贡劳申冉宰雍桑桂牛"
    "边扈燕冀温庄晏柴瞿阎慕连茹习宦艾鱼向古易慎戈廖衡耿满匡文寇欧殳沃蔚越夔隆巩厍聂晁勾敖融冷辛阚简饶曾毋沙鞠丰巢关蒯荆红"
    "游竺权逯盖益桓代付普江童涂兰"
)
_DOUBLE = "(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|慕容|令狐|夏侯|公孙|轩辕|长孙|端木)"
_TITLE = (
    "(?:阿姨|大爷|大妈|大叔|大娘|奶奶|爷爷|婆婆|孃孃|大哥|大姐|哥|姐|叔|婶|老师|医生"
    "|先生|女士|师傅|同学|某某?|老板|家的?)"
)
_NO_NAME = (
    r"(?!房东|白天|白领|高层|高空|高兴|高中|高龄|文明|安全|安保|关心|单元|单位|单身|普通|施工|管理|管家|常住|常客|江苏|江西"
    r"|[\u4e00-\u9fff]{2,3}[人员](?![\u4e00-\u9fff]))"
)
_PERSON = (
    rf"{_NO_NAME}(?:(?:{_DOUBLE}|[{_SURNAMES}])(?:{_TITLE}|[\u4e00-\u9fff]{{1,2}})|[老小阿][{_SURNAMES}])"
    r"(?=$|[^\u4e00-\u9fff]|[的要想住说]|家住|电话|手机|现在|反映|举报)"
)
_ME = "(?:我|俺|本人|咱)(?:们)?"
_LIVES = re.compile(
    rf"(?:{_ME}(?:家|屋头|房子)(?:里|就|也|是|住|在|的)*|{_ME}(?:就|也|一直|现在|目前|都|的)*(?:家?住|是)(?:就|的|在|是|住)*"
    rf"|(?<![\u4e00-\u9fff])家住(?:在)?)\s*(?P<flat>{_FLAT})"
)
_SELF = (
    rf"(?:{_ME}(?:的?(?:名字|姓名|真名|全名|大名))?(?:就|也|是|叫|姓|名叫|名字)+|本人"
    r"|(?:举报人|反映人|投诉人|联系人|实名举报|签名|姓名|落款)(?:是|[:：,，\s])*)"
)
_HOUSEHOLDER = r"(?:的|业主|住户|居民|租户|房东|[,，\s])*"
_CALLED = re.compile(
    rf"{_SELF}\s*(?:(?P<before>{_FLAT}){_HOUSEHOLDER})?(?P<name>{_PERSON})(?:[,，、\s]*(?:家?住在?|家?在|是)\s*(?P<after>{_FLAT}))?"
)
_KIN = re.compile(
    rf"{_ME}(?:家)?的?(?:妈|爸|母亲|父亲|老公|老婆|爱人|丈夫|妻子|媳妇|儿子|女儿|公公|婆婆|爷爷|奶奶|外公|外婆|哥哥?|姐姐?|弟弟?|妹妹?|孩子|娃)"
    rf"(?:叫|是)?(?P<name>{_PERSON})"
)
_SIGNED = re.compile(rf"[—–-]{{1,2}}\s*(?P<name>{_PERSON})\s*$")


def introduced(folded: str) -> Iterable[tuple[int, int]]:
    """Where in a half-width text the writer says a name or a flat of his own."""
    for said in (_LIVES, _CALLED, _KIN, _SIGNED):
        for found in said.finditer(folded):
            yield from (found.span(part) for part in said.groupindex if found[part])
