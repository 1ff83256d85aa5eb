"""How matters of the sort project are decided."""

from domain.matters.ruling import Ruling
from domain.services.service import PROJECT
from handlers.replying import reply
from handlers.services.deciding import decide, finish

ruling = Ruling(PROJECT, decide, finish=finish, reply=reply)
