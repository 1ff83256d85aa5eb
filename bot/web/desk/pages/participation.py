"""参与度: who takes part, by month and grid, as counts."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk.page import Page, Part, Visit
from domain.enrolment import GridsOf
from domain.figures.participation import KeptParticipation, ParticipationIn
from domain.period import civil


async def _show(visit: Visit) -> Mapping[str, Any]:
    store, month = visit.app.store, f"{civil(visit.now):%Y-%m}"
    return {
        "month": month,
        "running": [(month, one) for one in await store.answer(ParticipationIn(month))],
        "kept": await store.answer(KeptParticipation()),
        "grids": {grid.code: grid.name for grid in await store.answer(GridsOf())},
    }


page = Page("participation", "参与度", Part.EFFECT, 10, _show)
