"""The command 兑换礼品: how people ask for it."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.attachments import KeepAttachment
from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.document_files import attachment_of
from domain.documents import VoucherSheet
from domain.ledger import LARGEST_AMOUNT, Contra, Hand, NewEntry, RuleMark
from domain.members import Subject
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.rules.rewards import Reward
from domain.shop.voucher import IssueVoucher, new_voucher_code
from domain.standing import Standing, StandingOf
from handlers.cards import hands
from handlers.rewards import wording
from handlers.rewards.goods import check_limits, count_meant, left, reward_meant
from handlers.rewards.timing import ask_time, book_time, untimed
from handlers.subjects import Choice
from handlers.wishing import month_of, unmet


@dataclass(frozen=True, slots=True)
class _Wish:
    """Who wants how many of what, and with which points."""

    subject: Subject
    reward: Reward
    count: int
    standing: Standing

    @property
    def rest(self) -> int:
        """The points that remain."""
        return self.standing.spendable - self.reward.cost * self.count


async def redeem(request: Request, book: Book) -> Decision:
    """Ask with price and balance, then take points and stock and write the codes in one; bookings get their time."""
    subject = request.subject
    reward = await reward_meant(request, book, subject)
    if isinstance(reward, Choice):
        return Decision(ask=Ask("item", wording.WHICH, "choice", reward.names))
    if reward.fulfil == "booking" and ("when" in request.answers or not request.answers.get("confirm")):
        waiting = await untimed(request, book, reward)
        if waiting and "when" in request.answers:
            return await book_time(request, book, reward, waiting)
        if waiting:
            return Decision(ask=await ask_time(request, book, reward, waiting.code, waiting.until_on))
    count = count_meant(request)
    wish = _Wish(subject, reward, count, await book.answer(StandingOf(subject.id)))
    if wish.rest < 0:
        # Nobody misses a gift that could not be made.
        missed = () if reward.category == "donation" else (unmet(request, "reward", reward.code, "short"),)
        raise Refusal(wording.short(reward, count, wish.standing.spendable), *missed)
    return await (_give if reward.category == "donation" else _exchange)(request, book, wish)


async def _exchange(request: Request, book: Book, wish: _Wish) -> Decision:
    remaining = await left(request, book, wish.reward)
    if remaining is not None and wish.count > remaining:
        missed = unmet(request, "reward", wish.reward.code, "sold_out")
        raise Refusal(wording.out_of_stock(wish.reward, remaining), missed)
    await check_limits(request, book, wish.reward, wish.count)
    policy = request.rules.rewards.policy
    if not request.answers.get("confirm"):
        words = wording.confirm(wish.reward, wish.count, wish.subject.name, wish.standing.spendable)
        return Decision(ask=Ask("confirm", words, minutes=policy.hold_minutes, on_no=wording.NOT_NOW))
    until = civil(request.now) + timedelta(days=policy.voucher_valid_days)
    codes = [new_voucher_code(request.outside.below) for _ in range(wish.count)]
    effects = [_paid(request, wish, number) for number in range(wish.count)]
    issued = [_issued(request, wish, number, code, until) for number, code in enumerate(codes)]
    alarm = () if remaining is None else await _alarm(request, book, wish, remaining)
    card = wording.issued(wish.reward, codes, until, wish.rest)
    sheets = [_sheet(wish.reward, code, until) for code in codes]
    to = Target("account", request.message.sender, request.message.channel)
    others = [Say(to, wording.code_of(code), file=one.id) for code, one in zip(codes[:-1], sheets[:-1], strict=True)]
    booking = wish.reward.fulfil == "booking"
    ask = await ask_time(request, book, wish.reward, codes[0], until.isoformat()) if booking else None
    return Decision(
        Answer("", card, sheets[-1].id), (*effects, *issued, *sheets, *others, *alarm), (wish.standing.watch,), ask
    )


def _sheet(reward: Reward, code: str, until: date) -> KeepAttachment:
    """The picture to show at the counter, kept as long as the voucher is good."""
    sheet = attachment_of(VoucherSheet("", code, reward.title, wording.good_until(until)), wording.PICTURE)
    over = datetime.combine(until + timedelta(days=1), time(), SHANGHAI)
    return replace(sheet, expires_at=int(over.timestamp() * 1000))


def _source(request: Request, number: int) -> str:
    return f"redeem:{request.message.channel}:{request.message.id}:{number}"


def _paid(request: Request, wish: _Wish, number: int) -> NewEntry:
    return _entry(request, wish, wish.reward.cost, _source(request, number))


def _entry(request: Request, wish: _Wish, points: int, source: str, contra: Contra = "redeem") -> NewEntry:
    snapshot = json.dumps(asdict(wish.reward), ensure_ascii=False)
    return NewEntry(
        code=NewCode("L"),
        subject=wish.subject.id,
        account="spendable",
        contra=contra,
        amount=-points,
        source=source,
        rule=RuleMark(wish.reward.code, request.rules.version, snapshot),
        hand=Hand(grid=wish.subject.grid),
        occurred_on=civil(request.now).isoformat(),
    )


def _issued(request: Request, wish: _Wish, number: int, code: str, until: date) -> IssueVoucher:
    return IssueVoucher(
        code=code,
        subject=wish.subject.id,
        reward=wish.reward.code,
        title=wish.reward.title,
        cost=wish.reward.cost,
        source=_source(request, number),
        month=month_of(request),
        until_on=until.isoformat(),
        stock=wish.reward.stock_per_month,
    )


async def _alarm(request: Request, book: Book, wish: _Wish, remaining: int) -> tuple[Say, ...]:
    """The secretary hears of it once, when the stock goes down to the line."""
    line, rest = request.rules.rewards.policy.low_stock_alert, remaining - wish.count
    if not rest <= line < remaining:
        return ()
    people = await hands(book, "secretary", wish.subject.grid, ())
    words = wording.low(wish.reward, rest)
    return tuple(Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE) for one in people)


async def _give(request: Request, _book: Book, wish: _Wish) -> Decision:
    """Points for the pool that helps neighbours; no voucher, no limit."""
    points = wish.reward.cost * wish.count
    if points > LARGEST_AMOUNT:
        raise Refusal(wording.WHOLE_NUMBER)
    if not request.answers.get("confirm"):
        words = wording.confirm_gift(points, wish.subject.name, wish.standing.spendable)
        return Decision(
            ask=Ask("confirm", words, minutes=request.rules.rewards.policy.hold_minutes, on_no=wording.NOT_NOW)
        )
    entry = _entry(request, wish, points, f"donate:{request.message.channel}:{request.message.id}", "pool")
    return Decision(Answer(wording.given(entry.code, points, wish.rest)), (entry,), (wish.standing.watch,))


command = Command(
    intent="redeem",
    title="兑换礼品",
    words=Words(
        names=("兑换",),
        nearly=("(我|想|要|给我|帮我|去|来)*(换|兑)(点|些)?{item:matter}",),
        phrases=(
            "(用|拿)?(我)?<的>?(积分|分)?(来|去|克|去|给我|给|要|想)*(兑换|兑(?![唤涣环患缓焕幻欢还痪豢])|换购)(<一下>|一个(?!小时)|成|个|点|我)*~{line:goods}",
            "(我)?(用|拿|花|使)(我)?<的>?(积分|分数?|[0-9]+分)(来|去|克|给我|要|想|帮我|给)*(换|兑(?![唤涣环患缓焕幻欢还痪豢])|换取|换成|买)(<一下>|点|成|个(?!人))*~{line:goods}",
            "(换|换购|领换|换取)(给我|我)?~{line:counted}",
            "(换|换取|换购)(一?下|点|个(?!人))?~{line:listed}",
            "(我|给我|帮我|给|我们|要|想)+(换|兑(?![唤涣环患缓焕幻欢还痪豢])|换取)(<一下>|点|个(?!人))?~{line:goods}",
            "(把|将)?(积分|分)(换|兑换|兑(?![唤涣环患缓焕幻欢还痪豢]))成?~{line:goods}",
            r"{line:counted}[,，\s]*(我|要|想|给我|帮我|请)*(兑换|兑|(?<!兑)换)(<一下>)*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=redeem,
    examples={
        "兑换 会议室使用2小时": {"item": "会议室使用2小时"},
        "换两份理发券": {"item": "理发券", "quantity": 2},
        "用积分换一袋大米": {"item": "大米", "quantity": 1},
    },
)
