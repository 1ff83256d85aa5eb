"""TLS towards a gateway: which certificates are trusted, and which name the server must have."""

import ssl
from pathlib import Path


def server_name(token: str) -> str:
    """The server's name as Wechaty derives it: the part of the token before its last underscore."""
    return token.rpartition("_")[0].lower()


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """What a gateway's certificate is checked against."""
    context = ssl.create_default_context(cafile=ca_file)
    context.set_alpn_protocols(["h2"])
    if ca_file is not None:
        # The community's CA has no key-usage extension, which Python 3.13 asks for by default.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def advice(error: OSError) -> str:
    """What a failed TLS greeting most likely means, "" where it was something else."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "the gateway's certificate is not trusted: check ca_file and the token's first part"
    if isinstance(error, ssl.SSLError):
        return "the gateway does not answer in TLS: check the tls setting on both sides"
    return ""
