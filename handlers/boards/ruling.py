"""How boards are decided where somebody answers one as any other matter."""

from domain.boards.states import SORT
from domain.matters.ruling import Ruling
from handlers.boards.voting import vote

ruling = Ruling(SORT, vote)
