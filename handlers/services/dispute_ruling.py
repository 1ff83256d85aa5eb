"""How matters of the sort dispute are decided."""

from domain.matters.ruling import Ruling
from domain.services.service import DISPUTE
from handlers.services.deciding import answered, decide, finish

ruling = Ruling(DISPUTE, decide, finish=finish, reply=answered)
