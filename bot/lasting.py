"""What a start builds stays for good, so the collector of garbage need neither watch it grow nor look at it again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Collect nothing within, and take what then lives for permanent; it saves a third of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
