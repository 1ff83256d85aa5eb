#!/usr/bin/env python3
"""What the Python SDKs for WeCom's robot do against the stand-in, and whether one could be used by now.

    .venv/bin/python tests/peers/wecom-python-sdks/check.py [package==version …]

Each SDK gets a venv of its own in build/ (two of them have the same import name) and is asked the questions of probe.py over TLS. Not part of `make test`: it installs packages that the bot does not use. Ends with 1 where an SDK answers
every question well, so that somebody looks again at the README's two lines.
"""
from __future__ import annotations

import datetime
import ipaddress
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HERE = Path(__file__).resolve().parent
VENVS = HERE.parents[2] / "build" / "wecom-python-sdks"
SDKS = ("wecom-aibot-python-sdk==1.0.2", "wecom-aibot-sdk==1.0.8", "wecom-aibot-sdk-python==0.1.7")


def python_with(sdk: str) -> Path:
    """The interpreter of a venv that has an SDK."""
    folder = VENVS / sdk.replace("==", "-")
    python = folder / "bin" / "python"
    if not (folder / "ready").is_file():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", sdk], check=True)
        (folder / "ready").touch()
    return python


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine alone, good for an hour, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "stand-in")])
    now = datetime.datetime.now(datetime.timezone.utc)
    hour = datetime.timedelta(hours=1)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - hour, now + hour)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths


def asked(sdk: str, base: str, ca: Path) -> bool:
    """Print how an SDK does; True where it does everything well."""
    command = [python_with(sdk), HERE / "probe.py", sdk.partition("==")[0], base, ca]
    trusting = {**os.environ, "SSL_CERT_FILE": str(ca)}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=300, env=trusting)
    lines = done.stdout.splitlines()
    print(f"\n{sdk}")
    answers = [json.loads(line) for line in lines]
    for one in answers:
        print(f"  {'good ' if one['good'] else 'FAILS'}  {one['question']}: {one['found']}")
    return len(answers) == 6 and all(one["good"] for one in answers)


def main() -> int:
    """Ask them all."""
    with tempfile.TemporaryDirectory() as folder:
        ca, key = certificate(Path(folder))
        fake = [sys.executable, HERE.parent / "fake-wecom" / "fake_wecom.py", "--port", "0", "--tls-cert", ca, "--tls-key", key]
        process = subprocess.Popen(fake, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout
            base = process.stdout.readline().split()[1]
            fit = [sdk for sdk in sys.argv[1:] or SDKS if asked(sdk, base, ca)]
        finally:
            process.kill()
            process.communicate()
    print(f"\nfit to be used: {', '.join(fit) or 'none'}")
    return 1 if fit else 0


sys.exit(main())
