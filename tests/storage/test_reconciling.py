"""Hours and bookings against the ledger and against their plans: a proof that notices each of them being touched."""

from sqlalchemy import Connection, text

from bot.rules.loader import default_rules
from domain.activities.activity import Attendance, KeepAttendance, OpenActivity, Organiser, Plan
from domain.awarding import Award
from domain.bookings.booking import AGREED, SORT, FreeRoom, HoldRoom, milliseconds
from domain.code import NewCode
from domain.decision import Unit
from domain.ledger import Hand
from domain.matters.matter import OpenMatter, Step
from domain.period import civil
from domain.shop.times import moment_of
from domain.shop.voucher import BookVoucher
from storage.database import Database
from storage.ledger import prove
from storage.store import Store
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.storage.redemption_races import movement, redeem

START = moment_of("2026-11-28T09:00")
AT = milliseconds(START)
HOUR = 3_600_000
RULES = default_rules()


async def _served(store: Store) -> None:
    """Activity 1 from nine to eleven: subject 1 was there by code, subject 2 by the list, subject 3 did not leave."""
    plan = Plan("activity", "清扫", "R07", "2", AT, AT + 2 * HOUR, "3栋门口")
    opened = OpenActivity(NewCode("N"), plan, Organiser(1), "0001", "0002")
    there = (
        Attendance(1, 1, AT - 60_000, AT + 2 * HOUR + 60_000, "code", 120, "credited"),
        Attendance(1, 2, AT, AT + 2 * HOUR, "hand", 120, "credited"),
        Attendance(1, 3, AT),
    )
    item = RULES.item("R07")
    assert item
    paid = [
        Award(
            one.subject, item, 2, f"activity:1:{one.how}", Hand(), civil(START), RULES.version, code=NewCode("L", slot)
        )
        for slot, one in enumerate(there[:2])
    ]
    entries = [entry for award in paid for entry in award.entries()]
    await store.post(Unit(None, (opened, *map(KeepAttendance, there), *entries), at=AT))


async def _booked(store: Store) -> None:
    """P1 holds a room for two hours, and V1 the meeting room for one."""
    facts = {"resource": "多媒体教室", "since": AT, "until": AT + 2 * HOUR}
    booking = OpenMatter(NewCode("P"), SORT, AGREED, "多媒体教室", Step("asked"), 1, facts=facts)
    hold = HoldRoom("多媒体教室", NewCode("P"), AT, AT + 2 * HOUR)
    await store.post(Unit(None, (booking, hold, movement(1, 20, "a")), at=AT))
    assert await redeem(store, 1, "1", "G01", watched=True)
    quarters = tuple(range(AT, AT + HOUR, HOUR // 4))
    await store.post(
        Unit(None, (BookVoucher("V1", "会议室", "2026-11-28T09:00", "2026-11-28T10:00", quarters),), at=AT)
    )


def _after(connection: Connection, tampering: str) -> tuple[str, ...]:
    """What the proof says where somebody ran this; nothing of it stays."""
    with connection.begin_nested() as undone:
        connection.execute(text(tampering))
        found = prove(connection, COMMUNITY, NOTE_KEY).broken
        undone.rollback()
    return found


TAMPERINGS = {
    "UPDATE attendance SET minutes = 90 WHERE subject = 1": "hours of subject 1 at activity 1",
    "UPDATE attendance SET minutes = 60 WHERE subject = 3": "hours of subject 3 at activity 1",
    "UPDATE attendance SET minutes = 180, out_at = out_at + 3600000 WHERE subject = 2": "hours of subject 2",
    "UPDATE attendance SET minutes = 60, in_at = in_at + 3660000 WHERE subject = 1": "for more hours than were served",
    "UPDATE attendance SET how = 'code' WHERE subject = 2": "paid for hours that nobody was there for",
    "DELETE FROM attendance WHERE subject = 1": "paid for hours that nobody was there for",
    "DELETE FROM booked WHERE code = 'P1'": "booking P1: its time is not what is taken",
    "DELETE FROM booked WHERE code = 'V1'": "booking V1…: its time is not what is taken",
    "UPDATE booked SET resource = '操场' WHERE code = 'P1'": "booking P1: its time is not what is taken",
    "UPDATE booked SET code = 'P2' WHERE code = 'V1'": "booking P2: its time is not what is taken",
    "UPDATE matter SET state = 'declined' WHERE code = 'P1'": "booking P1: its time is not what is taken",
    "UPDATE voucher SET ends = '2026-11-28T11:00' WHERE code = 'V1'": "booking V1…: its time is not what is taken",
}


async def test_whatever_is_touched_is_found(store: Store, database: Database) -> None:
    await _served(store)
    await _booked(store)
    async with database.writer.begin() as connection:
        assert await connection.run_sync(_after, "UPDATE activity SET title = '扫地'") == ()
        for tampering, said in TAMPERINGS.items():
            assert said in "\n".join(await connection.run_sync(_after, tampering)), tampering


async def test_a_booking_that_was_given_back_holds_nothing(store: Store, database: Database) -> None:
    await _booked(store)
    await store.post(Unit(None, (FreeRoom("P1"),), at=AT))
    async with database.reader.connect() as connection:
        broken = (await connection.run_sync(prove, COMMUNITY, NOTE_KEY)).broken
    assert broken == ("booking P1: its time is not what is taken",)
