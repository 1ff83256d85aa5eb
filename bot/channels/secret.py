"""A secret of the settings: written there, or kept in a file or an environment variable that the settings name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels import tables_wording as wording
from bot.secrets import is_open


class Hidden(Exception):  # noqa: N818 - named for the person who reads it
    """A secret that cannot be had; ``str()`` says what to do, without the secret."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One of the three is filled; only ``reveal`` gives the secret itself."""

    text: str = field(default="", repr=False)
    file: str = ""
    variable: str = ""

    def reveal(self, environment: Mapping[str, str]) -> str:
        """The secret; Hidden says why not."""
        found = self._from_file() if self.file else environment.get(self.variable, self.text)
        if not found.strip():
            raise Hidden(wording.EMPTY_FILE if self.file else wording.NO_VARIABLE.format(name=self.variable))
        return found.strip()

    def _from_file(self) -> str:
        path = Path(self.file)
        try:
            if is_open(path):
                raise Hidden(wording.LOOSE_FILE.format(path=path))
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Hidden(wording.NO_FILE.format(path=path)) from error
