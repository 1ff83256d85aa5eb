"""Typos: command words that sound like, or nearly look like, what was typed in an addressed message."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_LONG = 40
_OPENING = 8
_SAME_LOOK = {
    "卷": "券",
    "劵": "券",
    "帐": "账",
    "允": "充",
    "侍": "待",
    "迫": "追",
    "甲": "申",
    "该": "核",
    "拨": "报",
    "己": "已",
    "拆": "诉",
    "折": "诉",
    "拒": "据",
}


_REAL = re.compile(r"反应(?=[快慢真好挺很太迅速灵过特比了]|不过来|速度|时间|能力)|(?<=[没有的么啥])反应")
"""Ordinary words that sound like a command's; where they mean themselves they are no typo."""

_Sounding = tuple[int, str, tuple[str, ...]]
"""A name with its rank and its sounds."""


@lru_cache(maxsize=4096)
def _sound(char: str) -> str:
    """The sound of a character as careless typing has it: no tone, zh as z, ng as n, l as n."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # slow to import and rarely needed

    if not "\u4e00" <= char <= "\u9fff":
        return char
    sound = lazy_pinyin(char)[0]
    for careful, careless in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")):
        sound = sound.replace(careful, careless)
    return "n" + sound[1:] if sound.startswith("l") else sound


class Rescue:
    """Replaces words of a message by the command words they sound like."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted((name for name in set(names) if 2 <= len(name) <= 8), key=lambda n: (-len(n), n))

    @lru_cache(maxsize=1)  # noqa: B019  # one per process, built at the first typo
    def _sounds(self) -> Mapping[tuple[int, str], list[_Sounding]]:
        """The names by the sound of their first character, and by that of their second."""
        by_sound = defaultdict(list)
        for rank, name in enumerate(self._names):
            sounds = tuple(map(_sound, name))
            for at in (0, 1):
                by_sound[at, sounds[at]].append((rank, name, sounds))
        return by_sound

    def mended(self, folded: str, *, by_ear: bool = False) -> Iterator[str]:
        """Texts of the same length with one command word put right; of a long text only its opening.

        By ear, only what sounds like the word is one.
        """
        rest = folded[_OPENING:] if len(folded) > _LONG else ""
        folded = folded[:_OPENING] if rest else folded
        heard = tuple(map(_sound, folded))
        real = {at for word in _REAL.finditer(folded) for at in range(*word.span())}
        by_sound = self._sounds()
        near = {
            (rank, at): (name, sounds)
            for at in range(len(folded) - 1)
            if at not in real
            for nth in (0, 1)
            for rank, name, sounds in by_sound.get((nth, heard[at + nth]), ())
        }
        seen = set()
        for (_, at), (name, sounds) in sorted(near.items()):
            typed, said = folded[at : at + len(name)], heard[at : at + len(name)]
            if typed == name or len(typed) != len(name):
                continue
            if said == sounds or (not by_ear and _alike(typed, name, said, sounds)):
                text = folded[:at] + name + folded[at + len(name) :] + rest
                if text not in seen:
                    seen.add(text)
                    yield text


def _alike(typed: str, name: str, heard: tuple[str, ...], sounds: tuple[str, ...]) -> bool:
    """Whether the typed word differs from the name by one slip in a long word."""
    slips = [at for at in range(len(name)) if typed[at] != name[at]]
    if len(slips) != 1:
        return False
    wrong = slips[0]
    if len(name) >= 4 or _SAME_LOOK.get(typed[wrong]) == name[wrong]:
        return True
    return len(name) == 3 and _close(heard[wrong], sounds[wrong])


def _close(heard: str, sound: str) -> bool:
    """Sounds that one letter tells apart (shu and su, in and ing)."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  # rarely needed

    return len(heard) > 1 and len(sound) > 1 and Levenshtein.distance(heard, sound, score_cutoff=1) <= 1
