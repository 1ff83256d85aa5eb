"""The command 求助: at most three people with the skill hear of it, and nobody's number is shown."""

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.matters.matter import NOBODY, Holder, OpenMatter, Step, concerns_of
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from domain.services.service import HELP, OPEN, target_of, topic_of
from handlers.cards import cards, hands
from handlers.services import wording
from handlers.services.helpers import helpers_for
from handlers.wishing import unmet


async def assist_request(request: Request, book: Book) -> Decision:
    """Open the request and show it to who can help, else to the grid worker."""
    said = str(request.answers.get("topic") or request.slot("topic") or "").strip()
    if not said:
        return Decision(ask=Ask("topic", wording.ABOUT_WHAT, "text"))
    subject, code = request.subject, NewCode("P")
    concerns = concerns_of(subject)
    topic = topic_of(said, request.rules.catalogue.assist_topics)
    helpers = await helpers_for(request, book, topic, subject.grid, concerns) if topic else ()
    about = topic.name if topic else said
    opened = OpenMatter(
        code=code,
        sort=HELP,
        state=OPEN,
        line=about,
        step=Step("asked", role="resident"),
        subject=subject.id,
        grid=subject.grid,
        holder=NOBODY if helpers else Holder("grid_worker"),
        concerns=concerns,
        # What is not in the catalogue may be anything, so it never reaches a group.
        facts={
            "topic": about,
            "private": topic.private if topic else True,
            "asker": f"subject:{subject.id}",
            "helpers": list(helpers),
        },
    )
    if not helpers:
        people = await hands(book, "grid_worker", subject.grid, concerns)
        told = cards(people, wording.worker_card(code, about))
        # What is private, or in the sender's own words, is counted without saying what it was.
        shown = topic.name if topic and not topic.private else ""
        missed = unmet(request, "help", shown, "no_helper")
        return Decision(Answer(wording.with_worker(code, about)), (opened, missed, *told))
    told = tuple(Say(to, "", wording.card(HELP, code, about), urgency=Urgency.NOTICE) for to in _targets(helpers))
    return Decision(Answer(wording.asked(code, about, len(helpers))), (opened, *told))


def _targets(parties: tuple[str, ...]) -> tuple[Target, ...]:
    return tuple(found for one in parties if (found := target_of(one)))


command = Command(
    intent="assist_request",
    title="求助",
    words=Words(
        names=("求助",),
        phrases=(
            r"(我)?(要|想|来|发个?|紧急|急|有事|需要)*(求助|求帮助|寻求帮助)(<一下>|个|你们|大家)*[\s:：,，]*{topic:topic}",
            "(我|我们|我家|我妈|我爸|老人|家里)*(要|想|需要|急需|想要|打算|来)*(找|请|预约|约|寻|联系|要|需要|有没有|给有|介绍|咨询|问|做|来)(<一下>|一个|个|一位|位|人|人来|人帮忙|师傅|会|懂|做|点|社区|你们|哪个|修|搞|弄|一次|帮忙|专业|的|能)*{topic:known_topic}…",
            "…(找|请|需要|求|想要|要|想|做).{0,4}{topic:known_topic}…",
            "(求助)",
            r"{topic:known_topic}(师傅|服务|方面|的|一下|求助|找谁|<怎么>找|找哪个|哪里有|有没有|给有)*(…[^\w]…)?",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    longest=100,
    handle=assist_request,
    examples={"求助 法律咨询": {"topic": "法律咨询"}, "想找个心理咨询师聊聊": {"topic": "心理咨询"}},
)
