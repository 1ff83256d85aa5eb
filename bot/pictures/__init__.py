"""Pictures people send, made anew from their pixels so that nothing else of the file is kept."""

from bot.pictures.recoding import LARGEST, UnfitPicture, recode

__all__ = ["LARGEST", "UnfitPicture", "recode"]
