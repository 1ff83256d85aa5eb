"""移送: what the law punishes is handed to the authority, with its receipt, and never counted a second time."""

from dataclasses import dataclass

from domain.code import NewCode
from domain.findings.states import DROPPED
from domain.findings.states import SORT as FINDING
from domain.matters.matter import Holder, Matter, OpenMatter, Step

SORT = "handover"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Which authority took the matter over, and under which number."""

    authority: str
    number: str


def may_go(finding: Matter | None) -> bool:
    """True for a finding that is not in the ledger yet; one that is has to be reversed by two first."""
    pending = finding is not None and finding.sort == FINDING and finding.closed_at is None
    return pending and finding is not None and finding.state not in DROPPED and finding.state != "effective"


def proposed(finding: Matter, receipt: Receipt, line: str) -> OpenMatter:
    """Waits for two people to say that the community lets it go."""
    return OpenMatter(
        code=NewCode("K"),
        sort=SORT,
        state="proposed",
        line=line,
        step=Step("entered"),
        subject=finding.subject,
        grid=finding.grid,
        holder=Holder("supervisor"),
        concerns=finding.concerns,
        facts={"about": finding.code, "authority": receipt.authority, "receipt": receipt.number},
    )
