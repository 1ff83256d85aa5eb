"""Pictures that people send."""


class UnfitPicture(ValueError):  # noqa: N818 - named for the person who reads it
    """A picture that cannot be taken; ``str()`` is one sentence for whoever sent it."""
