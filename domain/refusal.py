"""Refusals: every one carries the polite sentence, with a way out, that the person reads."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A wish that the rules do not allow; ``str()`` is the Chinese sentence for the person."""

    def __init__(self, sentence: str, *effects: object) -> None:
        """``effects`` are what the book counts of it; the wish itself changes nothing."""
        super().__init__(sentence)
        self.effects = effects


class AlreadyDone(Exception):  # noqa: N818
    """The same message or period was worked on before; nothing more may happen."""


class Moved(Exception):  # noqa: N818
    """What a decision was made on has changed meanwhile; decide again."""


class DifferentContent(Exception):  # noqa: N818
    """The same source event came with other content, which is an error and never a correction."""
