"""Bindings of chat accounts to subjects and duties."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, exists

from domain.members import AccountRef, Bind, GiveDuty, Switch, Unbind
from storage.posting.scope import Batch, Poster
from storage.tables.members import account, binding, duty
from storage.upserting import upsert

_ACCOUNT_KEY = ("community", "channel", "account")
_UNBIND = delete(binding).where(
    binding.c.community == bindparam("community"),
    binding.c.channel == bindparam("channel"),
    binding.c.account == bindparam("account"),
    binding.c.subject == bindparam("subject"),
)
_UNUSED = delete(account).where(
    account.c.community == bindparam("community"),
    account.c.channel == bindparam("channel"),
    account.c.account == bindparam("account"),
    ~exists().where(
        binding.c.community == account.c.community,
        binding.c.channel == account.c.channel,
        binding.c.account == account.c.account,
    ),
)
"""Whoever speaks for nobody any more is forgotten."""


def _of(ref: AccountRef) -> dict[str, object]:
    return {"channel": ref.channel, "account": ref.id}


def switch(batch: Batch, effects: Sequence[tuple[int, Bind | Switch]]) -> None:
    """Make subjects the ones that accounts speak for."""
    statement = upsert(batch.dialect, account, _ACCOUNT_KEY, {"active": "excluded"})
    batch.write(statement, [_of(effect.account) | {"active": effect.subject} for _, effect in effects])


def bind(batch: Batch, effects: Sequence[tuple[int, Bind]]) -> None:
    """Tie accounts to subjects."""
    statement = upsert(batch.dialect, binding, (*_ACCOUNT_KEY, "subject"), {})
    batch.write(statement, [_of(effect.account) | {"subject": effect.subject} for _, effect in effects])
    switch(batch, effects)


def unbind(batch: Batch, effects: Sequence[tuple[int, Unbind]]) -> None:
    """Untie accounts from subjects."""
    batch.write(_UNBIND, [_of(effect.account) | {"subject": effect.subject} for _, effect in effects])
    batch.write(_UNUSED, [_of(effect.account) for _, effect in effects])


def give_duty(batch: Batch, effects: Sequence[tuple[int, GiveDuty]]) -> None:
    """Tie accounts to staff members."""
    statement = upsert(batch.dialect, duty, (*_ACCOUNT_KEY, "person"), {})
    batch.write(statement, [_of(effect.account) | {"person": effect.person} for _, effect in effects])


POSTERS: dict[type, Poster] = {Unbind: unbind, Bind: bind, Switch: switch, GiveDuty: give_duty}
