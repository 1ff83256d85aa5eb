"""What no community may make a rule of, whatever its files leave out: words of topics and of uses."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from domain.rules.naming import folded

HEALTH_AND_BELIEF: Final = (
    "献血", "捐款", "疫苗接种", "接种疫苗", "打疫苗", "体检", "核酸", "血压", "病历", "病史", "残疾证", "健康码",
    "健康打卡", "器官捐献", "宗教", "信仰",
)  # fmt: skip
"""Deeds that may never earn points: the entry itself would record health, faith or gifts of money."""

HEALTH_SPARED: Final = ("犬", "狗", "猫", "宠物")
"""Vaccinating an animal is no health data of a person."""

TOPICS: Final = (
    "信访", "上访", "投诉", "举报", "诉讼", "差评", "批评意见", "物业费", "水电费", "停车费", "欠费", "欠款", "债务",
    "捐款", "献血", "不参加志愿", "未参加志愿", "穿着", "睡衣", "作息", "恋爱", "离婚", "生育", "失业", "赡养",
    "家庭矛盾", "疾病", "残疾", "精神病", "前科", "犯罪记录", "宗教", "信仰", "民族", "籍贯", "户籍", "未成年",
    "人脸识别", "摄像头识别",
)  # fmt: skip
"""Words of acts that may never cost points (exceptions are named in the file with a reason)."""

USES: Final = {
    "上学": ("入学", "上学", "升学", "学位", "学区", "入园"),
    "看病": ("就医", "看病", "挂号", "住院", "医保"),
    "社会保障": ("社保", "低保", "公租房", "廉租房", "入户", "落户", "养老金", "救助金"),
    "贷款": ("贷款", "征信", "信用卡", "授信"),
    "招聘": ("招聘", "求职", "录用", "入职", "政审"),
    "水电气暖": ("水电", "水费", "电费", "燃气", "暖气", "供暖", "物业费", "物业基本服务"),
    "门禁": ("门禁", "进出小区", "车辆通行"),
    "对外提供评级": ("个人评级", "评级证明", "信用证明", "评级查询"),
}  # fmt: skip
"""What points, grades and boards may never decide, with the words that give such a use away."""


def found(words: tuple[str, ...], names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each name (by position) that holds one of the words, with the first such word, spelling tricks aside."""
    plain = _bare(words)
    for position, name in enumerate(names):
        within = folded(name)
        hit = next((word for word, bare in plain if bare in within), None)
        if hit is not None:
            yield position, hit


@lru_cache(maxsize=32)
def _bare(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The words, each with what it is compared as; hundreds of names are held against the same ones."""
    return tuple((word, bare) for word in words if (bare := folded(word)))


def spared(word: str, name: str) -> bool:
    """Whether the word speaks of an animal here, not of a person's health."""
    return "疫苗" in word and any(animal in name for animal in HEALTH_SPARED)
