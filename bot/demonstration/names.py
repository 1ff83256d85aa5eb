"""Invented names of people and shops as they are common in Kunming."""

from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "普晏刀岩保者番施角和木寸阿"
)
_GIVEN = _words(
    "伟 芳 娜 敏 静 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 辉 玲 丹 萍 鹏 华 "
    "红 飞 琼 波 斌 宇 浩 凯 健 俊 帆 雪 荣 莉 燕 建国 建华 国强 志强 永福 永昌 家和 "
    "家兴 秀英 秀兰 桂英 桂仙 桂珍 玉兰 玉芬 丽华 丽琼 丽萍 云芬 云霞 云波 学文 学军 绍华 "
    "绍明 正荣 正祥 文华 文斌 天佑 子涵 子轩 雨桐 雨欣 思远 思琪 浩然 俊杰 佳怡 佳慧 梦洁 "
    "晓东 晓梅 海燕 春华 春梅 秋菊 冬梅 翠莲 惠芬 惠仙 琼芬 琼仙 存芬 美仙 凤仙 开荣 光明 "
    "光荣 世荣 "
)
_SHOP_NAMES = ("老", "小", "阿")
_SHOP_TRADES = _words(
    "过桥米线 小锅米线 饵块店 豆花米线 烧饵块 菌子火锅 鲜花饼店 水果店 便利店 五金店 理发店 "
    "药店 裁缝铺 早点铺 洗衣店 修鞋铺 文具店 花店 茶室 粮油店 卤味店 电动车行 打印店 奶茶店 "
)


def person_names(random: Random, taken: set[str], count: int) -> list[str]:
    """So many names, none twice and none that is taken."""
    pool = [surname + given for surname in dict.fromkeys(_SURNAMES) for given in _GIVEN]
    random.shuffle(pool)
    return [name for name in pool if name not in taken][:count]


def shop_names(random: Random, taken: set[str], count: int) -> list[str]:
    """So many shop signs, none twice and none that is taken."""
    pool = [lead + surname + trade for lead in _SHOP_NAMES for surname in _SURNAMES[:40] for trade in _SHOP_TRADES]
    random.shuffle(pool)
    return [name for name in dict.fromkeys(pool) if name not in taken][:count]
