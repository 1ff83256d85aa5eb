"""How matters of the sort project are decided."""

from domain.matters.ruling import Ruling
from domain.services.service import PROJECT
from handlers.services.deciding import answered, decide, finish

ruling = Ruling(PROJECT, decide, finish=finish, reply=answered)
