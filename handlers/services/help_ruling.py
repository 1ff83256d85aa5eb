"""How matters of the sort help are decided."""

from domain.matters.ruling import Ruling
from domain.services.service import HELP
from handlers.services.deciding import answered, decide, finish

ruling = Ruling(HELP, decide, finish=finish, reply=answered)
