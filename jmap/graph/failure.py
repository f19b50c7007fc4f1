"""The one way in which drawing with dot goes wrong."""

from jmap.failure import Failure


class DotFailed(Failure):
    """dot is not there, gave up, was stopped, or answered something that cannot be drawn.

    The message is a sentence for the user that says what to do; nothing that dot printed is in it.
    """

    @property
    def reason(self) -> str:
        return str(self)


class DotUnusable(DotFailed):
    """The program itself does not start: no diagram of any map can be drawn."""
