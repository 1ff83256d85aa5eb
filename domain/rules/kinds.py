"""The kinds of subjects that rules apply to, and the words that several rule files share."""

from typing import Literal

SubjectKind = Literal["resident", "merchant", "public_unit"]
KINDS: tuple[SubjectKind, ...] = ("resident", "merchant", "public_unit")

CapPeriod = Literal["day", "month", "quarter", "year"]
SourceKind = Literal["published", "derived", "plausible"]
Evidence = Literal["photo", "sign_in", "witness", "document", "system", "partner", "peer"]
