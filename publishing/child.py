"""The child process that draws: reads one document as JSON from standard input, writes the file to standard output.

Drawing takes a second of nothing but Python; done here, nobody's answer waits for it.
"""

import sys

from publishing.drawing import draw
from publishing.fonts import NoFont, find
from publishing.parcel import NO_FONT, unpacked

_MEMORY = 2 * 1024**3
_SECONDS = 60


def main() -> int:
    """Draw what standard input says."""
    _hold_back()
    parcel = unpacked(sys.stdin.buffer.read())
    try:
        faces = find(parcel.font)
    except NoFont:
        return NO_FONT
    sys.stdout.buffer.write(draw(parcel.kept, faces, parcel.photos))
    return 0


def _hold_back() -> None:
    if sys.platform == "win32":  # has no such limits; the parent still ends a child that takes too long
        return
    import resource  # noqa: PLC0415 - not there on Windows

    for kind, cap in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
        try:
            resource.setrlimit(kind, (cap, cap))
        except (ValueError, OSError):
            # Some systems know a limit but do not let it be set; the parent's clock still holds.
            continue


if __name__ == "__main__":
    sys.exit(main())
