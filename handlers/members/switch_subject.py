"""The command 切换: how people ask for it."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision, Watch
from domain.members import Switch, watch_key
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.rules.naming import folded
from handlers.members import wording


async def switch_subject(request: Request, _book: Book) -> Decision:
    """Speak for another of one's own subjects from now on."""
    sender, said = request.sender, str(request.slot("subject") or "")
    found = [one for one in sender.subjects if folded(one.name) == folded(said)]
    if len(found) != 1:
        raise Refusal(wording.not_yours(said, [one.name for one in sender.subjects]))
    watch = Watch(watch_key(sender.account), sender.version)
    return Decision(Answer(wording.speaks_for(found[0])), (Switch(sender.account, found[0].id),), (watch,))


command = Command(
    intent="switch_subject",
    title="切换",
    words=Words(
        names=("切换",),
        phrases=("(切换|换成|转到|切到)(到|成|为|身份)?{subject:text}",),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=switch_subject,
    examples={"切换 老王烧烤": {"subject": "老王烧烤"}},
)
