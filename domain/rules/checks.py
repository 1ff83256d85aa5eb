"""All checks of the rules: each file by itself, then what the files say of one another."""

from collections.abc import Iterator
from typing import Final

from domain.mistake import Mistake
from domain.rules import wording
from domain.rules.awards import AwardBook
from domain.rules.book_checks import (
    PLEDGES,
    REWARDS,
    check_awards,
    check_pledges,
    check_rewards,
    check_tips,
)
from domain.rules.bounds import check_bounds
from domain.rules.catalogue import Catalogue
from domain.rules.list_checks import CATALOGUE, NEGATIVE, check_catalogue, check_negative, unknown
from domain.rules.naming_checks import kinds_of
from domain.rules.negative import NegativeList
from domain.rules.pledges import Pledge, PledgeBook
from domain.rules.pool_checks import check_pool
from domain.rules.rating_checks import RATINGS, check_ratings
from domain.rules.ratings import Ratings
from domain.rules.rewards import RewardShop
from domain.rules.rulebook import Rulebook
from domain.rules.tips import TipBook

Book = Catalogue | NegativeList | PledgeBook | TipBook | AwardBook | RewardShop | Ratings

FILES: Final[dict[str, type[Book]]] = {
    "catalogue.toml": Catalogue,
    "negative.toml": NegativeList,
    "pledges.toml": PledgeBook,
    "tips.toml": TipBook,
    "awards.toml": AwardBook,
    "rewards.toml": RewardShop,
    "ratings.toml": Ratings,
}


def check(rules: Rulebook) -> list[Mistake]:
    """Every mistake of all seven files."""
    books: tuple[Book, ...] = (
        rules.catalogue,
        rules.negative,
        rules.pledges,
        rules.tips,
        rules.awards,
        rules.rewards,
        rules.ratings,
    )
    alone = [mistake for file, book in zip(FILES, books, strict=True) for mistake in check_file(file, book)]
    return alone + check_links(rules)


def check_file(file: str, book: Book) -> list[Mistake]:
    """Every mistake of one file that shows without the others."""
    return [*check_bounds(file, book), *_own_checks(book)]


def _own_checks(book: Book) -> Iterator[Mistake]:
    match book:
        case Catalogue():
            yield from check_catalogue(book)
        case NegativeList():
            yield from check_negative(book)
        case PledgeBook():
            yield from check_pledges(book)
        case TipBook():
            yield from check_tips(book)
        case AwardBook():
            yield from check_awards(book)
        case RewardShop():
            yield from check_rewards(book)
        case Ratings():
            yield from check_ratings(book)


def check_links(rules: Rulebook) -> list[Mistake]:
    """Every mistake between files: codes that lead nowhere, codes used in two files, figures that must agree."""
    return [*_codes(rules), *_pledges(rules), *_tip_reward(rules), *_board(rules)]


def _codes(rules: Rulebook) -> Iterator[Mistake]:
    columns = (
        (CATALOGUE, "items", [item.code for item in rules.catalogue.items]),
        (NEGATIVE, "items", [item.code for item in rules.negative.items]),
        (PLEDGES, "pledges", [pledge.code for pledge in rules.pledges.pledges]),
        ("tips.toml", "tips", [tip.code for tip in rules.tips.tips]),
        ("awards.toml", "awards", [award.code for award in rules.awards.awards]),
        (REWARDS, "rewards", [reward.code for reward in rules.rewards.rewards]),
    )
    owners: dict[str, str] = {}
    for file, table, codes in columns:
        for index, code in enumerate(codes):
            owner = owners.setdefault(code.upper(), file)
            if owner != file:
                sentence = wording.CODE_TAKEN.format(code=code, file=owner)
                yield Mistake(file, f"{table}[{index}].code", sentence)


def _pledges(rules: Rulebook) -> Iterator[Mistake]:
    domains = [domain.key for domain in rules.negative.domains]
    for index, pledge in enumerate(rules.pledges.pledges):
        path = f"pledges[{index}]"
        if pledge.domain not in domains:
            yield unknown(PLEDGES, f"{path}.domain", pledge.domain, "domain", domains)
        yield from _award_item(rules, path, pledge)
        for position, code in enumerate(pledge.linked_negative):
            place, act = f"{path}.linked_negative[{position}]", rules.negative_item(code)
            if act is None or act.code != code:
                yield Mistake(PLEDGES, place, wording.UNKNOWN_CODE.format(where=NEGATIVE, value=code))
            elif not set(act.subjects) & set(pledge.subjects):
                kinds = kinds_of(pledge.subjects)
                yield Mistake(PLEDGES, place, wording.OTHER_KIND.format(value=code, kind=kinds))


def _award_item(rules: Rulebook, path: str, pledge: Pledge) -> Iterator[Mistake]:
    item, place = rules.item(pledge.award_item), f"{path}.award_item"
    if item is None or item.code != pledge.award_item:
        sentence = wording.UNKNOWN_CODE.format(where=CATALOGUE, value=pledge.award_item)
        yield Mistake(PLEDGES, place, sentence)
    elif not set(pledge.subjects) <= set(item.subjects):
        kinds = kinds_of(set(pledge.subjects) - set(item.subjects))
        yield Mistake(PLEDGES, place, wording.OTHER_KIND.format(value=item.code, kind=kinds))


def _tip_reward(rules: Rulebook) -> Iterator[Mistake]:
    reward = rules.rewards.tip_reward
    item = rules.item(reward.item)
    if item is None or item.code != reward.item:
        sentence = wording.UNKNOWN_CODE.format(where=CATALOGUE, value=reward.item)
        yield Mistake(REWARDS, "tip_reward.item", sentence)
        return
    if reward.points != item.points:
        sentence = wording.TIP_POINTS.format(item=item.code, wanted=item.points)
        yield Mistake(REWARDS, "tip_reward.points", sentence)
    if item.verifier != "system" or item.self_claim:
        yield Mistake(REWARDS, "tip_reward.item", wording.TIP_ITEM_CLAIMED.format(item=item.code))
    if reward.pool:
        yield from check_pool(reward, item)


def _board(rules: Rulebook) -> Iterator[Mistake]:
    shown, most = rules.ratings.quarterly_board.display_days, rules.negative.policy.board_max_days
    if shown > most:
        sentence = wording.TOO_HIGH.format(bound=most, value=shown, why="（negative.toml 的 board_max_days）")
        yield Mistake(RATINGS, "quarterly_board.display_days", sentence)
