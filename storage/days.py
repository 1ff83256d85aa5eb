"""Civil days as the book keeps them."""

from datetime import UTC, date, datetime, time

from domain.period import SHANGHAI, civil, months_before


def day_of(at: int) -> date:
    """The civil day of a moment in epoch ms."""
    return civil(datetime.fromtimestamp(at / 1000, UTC))


def start_of(day: date) -> int:
    """The first moment of a civil day in epoch ms."""
    return int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000)


def month_of(month: str) -> tuple[int, int]:
    """The first moment of a month (``2026-11``) and of the next one in epoch ms."""
    first = date.fromisoformat(f"{month}-01")
    return start_of(first), start_of(months_before(first, -1))
