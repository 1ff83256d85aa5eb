"""What becomes of those who leave: facts, words, pictures and traces of their accounts are erased, entries stay."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Delete, Select, Update, bindparam, delete, exists, func, select, update

from domain.erasing import AskErasure, DropErasure, EraseExpired, EraseSubject
from domain.members import AccountRef, watch_key
from storage.posting.scope import Batch, Poster
from storage.tables.attachments import attachment
from storage.tables.erasing import erasure
from storage.tables.facts import known_fact
from storage.tables.ledger import entry, entry_note
from storage.tables.matters import agenda, matter, matter_step
from storage.tables.members import account, binding, duty, subject
from storage.tables.outbox import outbox
from storage.tables.pledges import text_shown
from storage.tables.questions import question
from storage.tables.teams import volunteer
from storage.tables.work import version
from storage.upserting import upsert

_ID: BindParameter[int] = bindparam("its_id")
_OVER = outbox.c.state.in_(("sent", "dead", "expired"))
_PLAIN = frozenset({"item", "on", "until", "pledge", "version", "month", "about", "role", "kind", "thawed", "source"})
"""Facts of a matter that say nothing of a person and that the calendar goes on to read."""


def _mine(table: Any) -> Any:  # noqa: ANN401 - a table, and a condition on it
    return table.c.community == bindparam("its_community")


_ACCOUNTS = select(erasure.c.channel, erasure.c.account).where(_mine(erasure), erasure.c.subject == _ID)
_NAME = select(subject.c.name).where(_mine(subject), subject.c.id == _ID)
_MATTERS = select(matter.c.code, matter.c.facts).where(_mine(matter), matter.c.subject == _ID)
_PICTURES = select(entry.c.evidence).where(_mine(entry), entry.c.subject == _ID, entry.c.evidence != "").distinct()
_BARE = (
    update(subject)
    .where(_mine(subject), subject.c.id == _ID)
    .values(
        name=bindparam("number"),
        state="erased",
        **dict.fromkeys(("address", "household", "contact", "guardian", "station", "phone_mark", "tail_mark"), ""),
    )
)
_BARE_MATTER = (
    update(matter)
    .where(_mine(matter), matter.c.code == bindparam("its_code"))
    .values(line="", concerns="[]", facts=bindparam("new_facts"))
)
_BARE_STEPS = update(matter_step).where(_mine(matter_step), matter_step.c.code == bindparam("its_code")).values(note="")
_NAMED: BindParameter[str] = bindparam("named")
_LINES = (
    update(matter)
    .where(_mine(matter), matter.c.closed_at.is_not(None), matter.c.line.contains(_NAMED))
    .values(line=func.replace(matter.c.line, _NAMED, bindparam("number")))
)
_UNSKILLED = update(volunteer).where(_mine(volunteer), volunteer.c.subject == _ID).values(skills="", times="")
_OF_SUBJECT: tuple[Delete | Update, ...] = (
    _UNSKILLED,
    delete(entry_note).where(
        _mine(entry_note), entry_note.c.seq.in_(select(entry.c.seq).where(_mine(entry), entry.c.subject == _ID))
    ),
    delete(outbox).where(_mine(outbox), outbox.c.target == bindparam("target")),
    delete(erasure).where(_mine(erasure), erasure.c.subject == _ID),
    delete(known_fact).where(_mine(known_fact), known_fact.c.subject == _ID),
)
_TELLING_OF = delete(outbox).where(_mine(outbox), _OVER, outbox.c.payload.contains(_NAMED))
_PICTURE = delete(attachment).where(_mine(attachment), attachment.c.id == bindparam("picture"))
_EXPIRED = delete(attachment).where(_mine(attachment), attachment.c.expires_at <= bindparam("until"))
_BACK = select(exists().where(_mine(binding), binding.c.subject == _ID))
_DROP = delete(erasure).where(_mine(erasure), erasure.c.subject == _ID)


def _here(table: Any) -> Any:  # noqa: ANN401 - a table, and a condition on it
    return _mine(table) & (table.c.channel == bindparam("its_channel")) & (table.c.account == bindparam("its_account"))


_STILL_HERE = select(exists().where(_here(binding)) | exists().where(_here(duty)))
_OF_ACCOUNT: tuple[Delete, ...] = (
    delete(account).where(_here(account)),
    delete(agenda).where(_here(agenda)),
    delete(question).where(_here(question)),
    delete(text_shown).where(_mine(text_shown), text_shown.c.chat == bindparam("chat")),
    delete(outbox).where(_mine(outbox), outbox.c.target == bindparam("target")),
    delete(version).where(_mine(version), version.c.key == bindparam("watched")),
)


def _run(batch: Batch, statement: Delete | Update | Select[Any], **values: object) -> Any:  # noqa: ANN401 - a cursor
    return batch.connection.execute(statement, {"its_community": batch.community, **values})


def ask(batch: Batch, effects: Sequence[tuple[int, AskErasure]]) -> None:
    """Note who is to be erased and since when."""
    keys = ("community", "subject", "channel", "account")
    statement = upsert(batch.dialect, erasure, keys, {"asked_at": "excluded"})
    rows = [
        {
            "subject": one.subject,
            "channel": one.account.channel,
            "account": one.account.id,
            "asked_at": batch.units[unit].at,
        }
        for unit, one in effects
    ]
    batch.write(statement, rows)


def drop(batch: Batch, effects: Sequence[tuple[int, DropErasure]]) -> None:
    """Somebody came back."""
    for _, one in effects:
        _run(batch, _DROP, its_id=one.subject)


def erase(batch: Batch, effects: Sequence[tuple[int, EraseSubject]]) -> None:
    """Erase subjects; twice is once."""
    for _, one in effects:
        if _run(batch, _BACK, its_id=one.subject).scalar():
            # Somebody came back while the night's work was being planned.
            _run(batch, _DROP, its_id=one.subject)
            continue
        name = _run(batch, _NAME, its_id=one.subject).scalar() or ""
        number = f"{one.subject}号"
        for channel, known_as in _run(batch, _ACCOUNTS, its_id=one.subject).all():
            _account(batch, AccountRef(channel, known_as))
        _matters(batch, one.subject)
        for picture in _run(batch, _PICTURES, its_id=one.subject).scalars().all():
            _run(batch, _PICTURE, picture=picture)
        for statement in _OF_SUBJECT:
            _run(batch, statement, its_id=one.subject, target=f"subject:{one.subject}")
        if name and name != number:
            _run(batch, _TELLING_OF, named=name)
            _run(batch, _LINES, named=name, number=number)
        _run(batch, _BARE, its_id=one.subject, number=number)


def _account(batch: Batch, ref: AccountRef) -> None:
    """Nothing of an account stays, unless it speaks for somebody else or has a duty."""
    here = {"its_channel": ref.channel, "its_account": ref.id}
    if _run(batch, _STILL_HERE, **here).scalar():
        return
    traces = {"chat": f"{ref.channel}:{ref.id}", "target": f"account:{ref.channel}:{ref.id}", "watched": watch_key(ref)}
    for statement in _OF_ACCOUNT:
        _run(batch, statement, **here, **traces)


def _matters(batch: Batch, number: int) -> None:
    for code, raw in _run(batch, _MATTERS, its_id=number).all():
        facts = json.loads(raw)
        if photo := facts.get("photo"):
            _run(batch, _PICTURE, picture=photo)
        bare = {name: "" if isinstance(fact, str) and name not in _PLAIN else fact for name, fact in facts.items()}
        _run(batch, _BARE_MATTER, its_code=code, new_facts=json.dumps(bare, ensure_ascii=False, sort_keys=True))
        _run(batch, _BARE_STEPS, its_code=code)


def expire(batch: Batch, effects: Sequence[tuple[int, EraseExpired]]) -> None:
    """Erase documents that were only meant for a day."""
    for _, one in effects:
        _run(batch, _EXPIRED, until=one.until)


POSTERS: dict[type, Poster] = {AskErasure: ask, DropErasure: drop, EraseSubject: erase, EraseExpired: expire}
