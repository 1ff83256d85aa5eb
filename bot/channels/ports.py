"""Whether a port of this machine can be listened on."""

import socket


def is_free(host: str, port: int) -> bool:
    """True where nobody listens there; any free one (0) always is."""
    try:
        with socket.create_server((host, port)):
            return True
    except OSError:
        return False
