"""The states of a finding (product.md section 4), and the moves that freeze, thaw and void one."""

from domain.matters.matter import NOBODY, Matter, MoveMatter, Step

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
WAITING = frozenset({NOTICED, DUE})
"""What an appeal or an objection freezes."""
POSTED = frozenset({EFFECTIVE, REPAIRED, EXPIRED})
"""What has entries in the ledger."""


def freeze(finding: Matter, step: Step, by: str) -> MoveMatter:
    """Stop a finding's clock until what ``by`` names is decided."""
    facts = {"thawed": finding.state, "window": finding.due_at, "frozen_by": by}
    return MoveMatter(finding, FROZEN, step, facts=facts)


def thaw(finding: Matter, step: Step, now: int) -> MoveMatter:
    """Let a frozen finding go on where it stopped; the job moves on what is over meanwhile."""
    window = finding.facts.get("window")
    due_at = int(window) if window is not None else now
    return MoveMatter(finding, str(finding.facts.get("thawed", NOTICED)), step, NOBODY, due_at, facts={"frozen_by": ""})


def close(finding: Matter, state: str, step: Step) -> MoveMatter:
    """End a finding in a state that waits for nobody."""
    return MoveMatter(finding, state, step, closes=True)
