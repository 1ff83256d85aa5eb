"""Civil days as the book keeps them."""

from datetime import UTC, date, datetime, time

from domain.period import SHANGHAI, civil


def day_of(at: int) -> date:
    """The civil day of a moment in epoch ms."""
    return civil(datetime.fromtimestamp(at / 1000, UTC))


def start_of(day: date) -> int:
    """The first moment of a civil day in epoch ms."""
    return int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000)
