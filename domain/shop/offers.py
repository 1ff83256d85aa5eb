"""Who offers what: the partners of the register and the rewards they stand for."""

from domain.members import Duty
from domain.partners import Partner
from domain.rules.rewards import PartnerKind, Reward

_KINDS: dict[str, frozenset[PartnerKind]] = {
    "public_unit": frozenset({"public_unit"}),
    "property": frozenset({"property"}),
    "firm": frozenset({"partner", "merchant"}),
    "self_governing": frozenset({"volunteer"}),
    "talent": frozenset({"talent"}),
}
_UNNAMED: frozenset[PartnerKind] = frozenset({"partner", "merchant", "talent", "volunteer", "public_unit"})


def offers(partner: Partner, reward: Reward) -> bool:
    """True where the partner's own words name the reward."""
    return any(name in words for words in (partner.offers, *partner.skills) for name in reward.names)


def partner_may_use(unit: str, reward: Reward, partners: tuple[Partner, ...]) -> bool:
    """Whether somebody of a unit takes this reward's vouchers: its own by name, else by the kind of partner."""
    if not unit:
        # The register does not say for whom they act, so only the kind of reward decides.
        return reward.partner_kind in _UNNAMED
    naming = [one.name for one in partners if offers(one, reward)]
    if naming:
        return unit in naming
    return any(one.name == unit and reward.partner_kind in _KINDS.get(one.kind, ()) for one in partners)


def may_use(duty: Duty, reward: Reward, grid: str, partners: tuple[Partner, ...]) -> bool:
    """Whether a duty takes vouchers of this reward from subjects of a grid; a partner's door is open to all grids."""
    if duty.role == "partner":
        return partner_may_use(duty.unit, reward, partners)
    if not duty.serves(grid):
        return False
    if duty.role == "property":
        return reward.fulfil == "pickup" or reward.partner_kind == "property"
    return duty.role in {"grid_worker", "secretary"}
