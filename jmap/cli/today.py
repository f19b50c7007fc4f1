"""What day it is: the clock's, or that of SOURCE_DATE_EPOCH, so that a check can be repeated."""

from __future__ import annotations

import datetime
import os

from jmap.failure import Failure


def today() -> datetime.date:
    """Raises `Failure` where SOURCE_DATE_EPOCH is no number of seconds."""
    written = os.environ.get("SOURCE_DATE_EPOCH")
    if not written:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(written), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Failure("SOURCE_DATE_EPOCH must be a number of seconds since 1970") from None
