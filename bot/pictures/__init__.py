"""Pictures people send, made anew from their pixels so that nothing else of the file is kept."""

from bot.pictures.recoding import LARGEST, recode
from domain.pictures import UnfitPicture

__all__ = ["LARGEST", "UnfitPicture", "recode"]
