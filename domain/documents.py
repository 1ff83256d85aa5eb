"""What can be drawn as a picture or printed: one frozen document per form.

Whoever decides fills in the words and figures; how they look is the business of the room that draws. Days and times
stand in words, as they are to be read. A document becomes an attachment of the book by ``attachment_of``.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Document:
    """Something of a form; ``form`` names the file that draws it."""

    form: ClassVar[str] = ""

    @property
    def photos(self) -> tuple[str, ...]:
        """The attachments whose pictures are shown."""
        return ()


@dataclass(frozen=True, slots=True)
class PosterSheet(Document):
    """The poster beside the notice board: where something can be reported in confidence."""

    form: ClassVar[str] = "poster"
    community: str
    grid: str
    bot: str
    code: str
    """What the QR code says."""
    phone: str
    box: str
    """Where the letter box hangs."""
    emptied: str = ""
    """Who empties it and when, as a sentence."""
    page: str = ""
    """The address of the page without an account, where there is one."""


@dataclass(frozen=True, slots=True)
class ActCount:
    """How often one kind of act was found in a grid, and how much of it is put right."""

    grid: str
    act: str
    count: int
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class PhotoPair:
    """One place before and after it was put right; the photos are attachments of the book."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """One quarter in the chart."""

    quarter: str
    listed: int
    repaired: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Every effective finding that may be published is on the board in some form; ``apart`` counts the others."""

    publishable: int
    listed: int
    repaired: int
    apart: int
    rules: str
    position: int
    root: str


@dataclass(frozen=True, slots=True)
class BoardSheet(Document):
    """The red and black board of a quarter; red names stand as their bearers agreed to."""

    form: ClassVar[str] = "board"
    code: str
    community: str
    quarter: str
    published: str
    until: str
    proof: Proof
    red: tuple[str, ...] = ()
    unnamed: int = 0
    counts: tuple[ActCount, ...] = ()
    lines: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()
    improved: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    pairs: tuple[PhotoPair, ...] = ()
    quarters: tuple[QuarterCount, ...] = ()
    counts_only: bool = False

    @property
    def photos(self) -> tuple[str, ...]:
        """The places before and after."""
        return tuple(number for one in self.pairs for number in (one.before, one.after))


@dataclass(frozen=True, slots=True)
class PairsSheet(Document):
    """Places before and after, for a group's weekly word and for whoever looks whether they may be shown."""

    form: ClassVar[str] = "pairs"
    community: str
    title: str
    pairs: tuple[PhotoPair, ...]
    note: str = ""

    @property
    def photos(self) -> tuple[str, ...]:
        """The places before and after."""
        return tuple(number for one in self.pairs for number in (one.before, one.after))


@dataclass(frozen=True, slots=True)
class CertificateSheet(Document):
    """A numbered certificate of honour."""

    form: ClassVar[str] = "certificate"
    number: str
    name: str
    honour: str
    year: str
    reason: str
    issuer: str
    day: str


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One piece of service."""

    day: str
    activity: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ServiceRecordSheet(Document):
    """Hours of volunteering: what was checked in by code, and apart from it what was written by hand."""

    form: ClassVar[str] = "service_record"
    number: str
    community: str
    name: str
    period: str
    by_code: tuple[ServiceLine, ...]
    by_hand: tuple[ServiceLine, ...]
    issuer: str
    day: str


@dataclass(frozen=True, slots=True)
class PledgeCopySheet(Document):
    """The signer's copy of a pledge."""

    form: ClassVar[str] = "pledge_copy"
    community: str
    title: str
    text: tuple[str, ...]
    signer: str
    version: str
    time: str
    receipt: str


@dataclass(frozen=True, slots=True)
class VoucherSheet(Document):
    """A voucher to show at the counter."""

    form: ClassVar[str] = "voucher"
    community: str
    code: str
    reward: str
    until: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class NoticeSheet(Document):
    """A slip in large print for somebody without a phone; ``lines`` are what is counted, and the figure."""

    form: ClassVar[str] = "notice"
    community: str
    name: str
    period: str
    lines: tuple[tuple[str, str], ...]
    day: str
    phone: str
    note: str = ""
    small: bool = True
    """On A5, else on A4."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportSheet(Document):
    """Figures in tables."""

    form: ClassVar[str] = "report"
    community: str
    title: str
    period: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookSheet(Document):
    """Tables to go on calculating with: written as a workbook with a sheet for each, not drawn."""

    form: ClassVar[str] = "workbook"
    tables: tuple[Table, ...]


FORMS: dict[str, type[Document]] = {
    one.form: one
    for one in (
        PosterSheet,
        BoardSheet,
        PairsSheet,
        CertificateSheet,
        ServiceRecordSheet,
        PledgeCopySheet,
        VoucherSheet,
        NoticeSheet,
        ReportSheet,
    )
}
"""Every form that is drawn, and its document."""
