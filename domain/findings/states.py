"""The states of a finding (product.md section 4), and the moves that freeze, thaw and void one."""

from domain.matters.matter import Holder, Matter, MoveMatter, Step

SORT = "finding"
PROPOSED, REMINDED, CHECKING, SECONDING = "proposed", "reminded", "checking", "seconding"
NOTICED, DUE, FROZEN, EFFECTIVE, REPAIRED = "noticed", "due", "frozen", "effective", "repaired"
CORRECTED, COUNTED, CAPPED = "corrected", "counted", "capped"
VOID, REJECTED, REVERSED, EXPIRED = "void", "rejected", "reversed", "expired"

DROPPED = frozenset({VOID, REJECTED, REVERSED, PROPOSED})
"""What does not count as a time."""
POINTLESS = DROPPED | {CORRECTED, COUNTED, CAPPED}
"""What takes no points."""
UNDECIDED = frozenset({REMINDED, CHECKING})
"""What takes points only where the matter is still there after its time."""
RECUSED = "recusal"
"""What froze a finding that too few uninvolved people are there to decide on."""
WAITING = frozenset({NOTICED, DUE})
"""What an appeal or an objection freezes."""
POSTED = frozenset({EFFECTIVE, REPAIRED, EXPIRED})
"""What has entries in the ledger."""


def freeze(finding: Matter, step: Step, by: str, now: int) -> MoveMatter:
    """Stop a finding's clock until what ``by`` names is decided."""
    held = [finding.holder.role, finding.holder.person]
    facts = {"thawed": finding.state, "window": finding.due_at, "held": held, "frozen_by": by, "frozen_at": now}
    if finding.state == FROZEN:
        # It goes on one day from where it stopped first.
        facts = {"frozen_by": by}
    return MoveMatter(finding, FROZEN, step, facts=facts)


def thaw(finding: Matter, step: Step, now: int) -> MoveMatter:
    """Let a frozen finding go on where it stopped, with as much of its time left as it had."""
    state, window = str(finding.facts["thawed"]), finding.facts["window"]
    due_at = None if window is None else int(window)
    if due_at is not None and state != DUE:
        due_at += now - int(finding.facts["frozen_at"])
    return MoveMatter(finding, state, step, Holder(*finding.facts["held"]), due_at, facts={"frozen_by": ""})


def close(finding: Matter, state: str, step: Step) -> MoveMatter:
    """End a finding in a state that waits for nobody."""
    return MoveMatter(finding, state, step, closes=True)
