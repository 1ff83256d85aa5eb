"""Numbered certificates: the matter that proves one, and the document, which is drawn from it whenever it is wanted."""

from dataclasses import replace
from datetime import timedelta

from domain.attachments import KeepAttachment
from domain.awards import wording
from domain.awards.nomination import CERTIFICATE, Nomination, certificate_code, own_name
from domain.document_files import attachment_of
from domain.documents import CertificateSheet
from domain.matters.matter import Matter, OpenMatter, Step
from domain.members import Subject
from domain.rules.awards import Award

_KEPT_MS = int(timedelta(days=30).total_seconds() * 1000)


def issued(nomination: Nomination, award: Award, subject: Subject, day: str) -> OpenMatter:
    """The certificate, kept under its number; its name is the register's, so that erasing reaches it."""
    facts = {
        "year": nomination.year,
        "award": award.code,
        "title": award.title,
        "kind": award.subject,
        "reason": wording.honour_reason(award),
        "named": nomination.named,
        "day": day,
    }
    return OpenMatter(
        code=certificate_code(nomination.year, nomination.matter.number),
        sort=CERTIFICATE,
        state="issued",
        line=award.title,
        step=Step("issued"),
        subject=subject.id,
        grid=subject.grid,
        facts=facts,
        closed=True,
    )


def papers(certificate: Matter | OpenMatter, subject: Subject, now: int) -> tuple[KeepAttachment, KeepAttachment]:
    """The picture and the PDF; they are not kept for long, since they can be drawn again."""
    facts = certificate.facts
    sheet = CertificateSheet(
        number=str(certificate.code),
        name=own_name(subject, str(facts["kind"])),
        honour=str(facts["title"]),
        year=str(facts["year"]),
        reason=str(facts["reason"]),
        issuer=wording.ISSUER,
        day=str(facts["day"]),
    )
    picture, printed = (attachment_of(sheet, f"{certificate.code}{ending}") for ending in (".png", ".pdf"))
    return replace(picture, expires_at=now + _KEPT_MS), replace(printed, expires_at=now + _KEPT_MS)
