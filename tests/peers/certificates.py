# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates for one test, made by the openssl command: an authority, and what it signs. None outlives the test's folder."""
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

CONFIG = """
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
subjectAltName = IP:127.0.0.1, DNS:localhost
extendedKeyUsage = serverAuth
[client]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = clientAuth
"""


@dataclass
class Pair:
    certificate: Path
    key: Path


class Authority:
    def __init__(self, folder: Path, name: str):
        self.folder, self.name = folder, name
        self.config = folder / "openssl.cnf"
        self.config.write_text(CONFIG, encoding="utf-8")
        self.own = self._make(name, "authority")
        self.certificate = self.own.certificate

    def sign(self, name: str, kind: str) -> Pair:
        """kind: server or client."""
        return self._make(f"{self.name}-{name}", kind, "-CA", self.own.certificate, "-CAkey", self.own.key)

    def context(self, client=None) -> ssl.SSLContext:
        """Of a client that trusts this authority alone."""
        context = ssl.create_default_context(cafile=self.certificate)
        if client:
            context.load_cert_chain(client.certificate, client.key)
        return context

    def _make(self, name: str, kind: str, *more) -> Pair:
        pair = Pair(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        command("req", "-x509", "-config", self.config, "-extensions", kind, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2", "-subj", f"/CN={name}", "-keyout", pair.key, "-out", pair.certificate, *more)
        return pair


def command(*arguments) -> None:
    done = subprocess.run(["openssl", *(str(part) for part in arguments)], capture_output=True, text=True, timeout=30)
    if done.returncode:
        raise AssertionError(f"openssl {arguments}: {done.stderr}")
