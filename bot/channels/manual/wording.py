"""What people read about the manual door."""

from typing import Final

READY: Final = "由网格员粘贴；待粘贴的在工作台的“转发稿”里"
