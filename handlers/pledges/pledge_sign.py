"""The command 签承诺书: the whole text first, then a word signs it (conflict 5)."""

from datetime import datetime

from domain.awarding import Award
from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.ledger import Hand, NewEntry
from domain.matters.matter import Matter, MattersOf, MoveMatter, OpenMatter, Step
from domain.members import Subject
from domain.period import civil, months_before
from domain.pledges import (
    RENEWAL_ASKED,
    SHOWN_FOR,
    SORT,
    ShownSince,
    TextShown,
    ask_again_at,
    chat_of,
    holds_until,
    text_name,
    text_version,
    until,
)
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.rules.pledges import Pledge
from domain.standing import StandingOf
from handlers.awarding import left_of
from handlers.pledges import wording
from handlers.pledges.covenant_query import version_in_force
from handlers.pledges.receipt import running, signers_copy
from handlers.pledges.signatures import pledge_meant, signature_of


async def pledge_sign(request: Request, book: Book) -> Decision:
    """Show the text and ask, or sign where this version stood in the same chat within seven days."""
    subject = request.subject
    pledge = pledge_meant(request, subject)
    if request.rules.pledges.policy.adult_only and subject.minor:
        raise Refusal(wording.ADULTS_ONLY)
    held = await signature_of(book, subject.id, pledge)
    if held and not _renewable(request, held, pledge):
        return Decision(Answer(wording.holds_already(pledge, held, until(held))))
    chat, what = chat_of(request.message), text_name(pledge)
    since = int((request.now - SHOWN_FOR).timestamp() * 1000)
    if not request.answers.get("sign") and not await book.answer(ShownSince(chat, what, since)):
        ask = Ask("sign", wording.text(pledge), on_no=wording.NOT_SIGNED)
        return Decision(effects=(TextShown(chat, what),), ask=ask)
    return await _signed(request, book, subject, pledge, held)


def _renewable(request: Request, held: Matter, pledge: Pledge) -> bool:
    """True near the end of a signature, and where the text has changed since."""
    near = held.due_at is not None and held.due_at <= request.at
    return near or held.state == RENEWAL_ASKED or held.facts["version"] != text_version(pledge)


async def _signed(request: Request, book: Book, subject: Subject, pledge: Pledge, held: Matter | None) -> Decision:
    today = civil(request.now)
    code, last_day = NewCode("C"), holds_until(pledge, today)
    effects: list[object] = [
        OpenMatter(
            code=code,
            sort=SORT,
            state="signed",
            line=pledge.title,
            step=Step("signed", role="resident", note=request.message.text),
            subject=subject.id,
            grid=subject.grid,
            due_at=ask_again_at(last_day, request.rules.pledges.policy.renew_remind_days),
            facts={
                "pledge": pledge.code,
                "version": text_version(pledge),
                "until": last_day.isoformat(),
                "covenant": await version_in_force(book),
            },
        )
    ]
    watches = [(await book.answer(StandingOf(subject.id))).watch]
    if held:
        effects.append(MoveMatter(held, "renewed", Step("renewed", role="resident"), closes=True))
        watches.append(held.watch)
    earned, words = await _points(request, book, subject, pledge)
    copy = signers_copy(request, subject, pledge, code)
    answer = wording.signed(code, pledge, last_day)
    if request.message.scene == "group":
        # The copy bears the signer's name, so it never goes to the group.
        effects += [copy, *earned, _told(subject, "\n".join([*words, wording.COPY]), copy.id)]
        return Decision(Answer(f"{answer}{await running(book, subject, pledge)}"), tuple(effects), tuple(watches))
    told = [_told(subject, line) for line in words]
    return Decision(Answer(answer, file=copy.id), (*effects, copy, *earned, *told), tuple(watches))


def _told(subject: Subject, words: str, file: str = "") -> Say:
    return Say(Target("subject", str(subject.id)), words, urgency=Urgency.NOTICE, file=file)


async def _points(
    request: Request, book: Book, subject: Subject, pledge: Pledge
) -> tuple[tuple[NewEntry, ...], tuple[str, ...]]:
    """The points of a pledge, once per pledge and twelve months, as far as the cap allows, and what is said."""
    today = civil(request.now)
    item = request.rules.item(pledge.award_item)
    year_ago = datetime.combine(months_before(today, 12), datetime.min.time(), request.now.tzinfo)
    earlier = await book.answer(MattersOf(subject.id, SORT, int(year_ago.timestamp() * 1000)))
    if item is None or any(one.facts["pledge"] == pledge.code for one in earlier):
        return (), ()
    if await left_of(book, item, subject.id, today) < item.points:
        return (), ()
    award = Award(
        subject=subject.id,
        item=item,
        points=item.points,
        source=f"pledge:{pledge.code}:{subject.id}:{today.isoformat()}",
        hand=Hand(grid=subject.grid),
        on=today,
        version=request.rules.version,
    )
    return award.entries(), (wording.earned(item.title, item.points),)


command = Command(
    intent="pledge_sign",
    title="签承诺书",
    words=Words(
        plain=(
            "承诺{pledge}",
            "我承诺{pledge}",
            "签{pledge}承诺书",
        ),
        names=(
            "签承诺书",
            "签承诺",
            "承诺",
        ),
        nearly=("{pledge}(<的>)?",),
        hints=("承诺&{pledge}&(签|我|愿意|要)&!(撤|收回|取消|不|哪些|什么|吗)",),
        phrases=(
            "(我|我们|愿意|我家|本人|本店|我们店|我们?家?也|我也|我自愿|自愿|我们家|我郑重)?(郑重)?承诺(书|做到|遵守|签|一个|要|会)*~{pledge}(承诺书?|了|<的>)*",
            '(我|我们|愿意|自愿|我家|我店|我们店|也|都|要|想|来)*(签|签订|签署|签一?个|签一?份|签名|办|填|补签|签<一下>)(<一下>|一份|一个|那个|这个|这份|份|上)*~[《"“]?{pledge}[》"”]?~<的>?(信用)?(承诺书?|承诺书的|书)?(一份|签<一下>)*[》"”]?(<一下>|一份)*',
            r'(把|将)?(那个|这个|那份)?[《"“]?{pledge}[》"”]?<的>?承诺书?[》"”]?(给|帮|要|想|我|我要|我想|给我|帮我|也|就|来|[,，\s])*(签)(<一下>|了|上|<成>|一份|个)*',
            "(我)?(参加|加入|做|报名){pledge}<的>?承诺",
            r"(<我>)?(保证|承诺)?(要|会)?{pledge}[,，\s]*(我|我来|我家|我们)?(签|承诺|签字)(了|<一下>|上)*",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=pledge_sign,
    examples={
        "承诺 文明养犬": {"pledge": "文明养犬"},
        "我承诺文明养犬": {"pledge": "文明养犬"},
        "签消防安全承诺书": {"pledge": "消防安全"},
    },
)
