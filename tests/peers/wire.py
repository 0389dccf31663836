# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP/1.1 and RFC 6455 by hand, over bare sockets: says exactly the bytes that it is told, and reports exactly what comes back.

No library of either protocol is used, so that nothing here is too well-behaved to be wrong on purpose.
"""
import base64
import hashlib
import json
import os
import socket
import ssl
import struct
from dataclasses import dataclass
from urllib.parse import urlsplit

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455 §1.3


def masked(payload: bytes, mask: bytes) -> bytes:
    size = len(payload)
    long_mask = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(long_mask, "big")).to_bytes(size, "big")


def frame(payload=b"", opcode=TEXT, final=True, rsv=0, mask=True, length=None, form=None) -> bytes:
    """One frame. length: what the head says, when it shall lie; form: how many bits the length takes (7, 16, 64), when it shall not be the shortest."""
    payload = payload.encode() if isinstance(payload, str) else payload
    size = len(payload) if length is None else length
    form = form or (7 if size < 126 else 16 if size < 65536 else 64)
    bit = 0x80 if mask else 0
    head = bytes([(0x80 if final else 0) | rsv << 4 | opcode])
    head += {7: lambda: bytes([bit | size]), 16: lambda: bytes([bit | 126]) + struct.pack(">H", size),
             64: lambda: bytes([bit | 127]) + struct.pack(">Q", size)}[form]()
    if not mask:
        return head + payload
    key = os.urandom(4)
    return head + key + masked(payload, key)


def fragments(payload, size: int, opcode=TEXT) -> list:
    """A message in frames of so many bytes each."""
    payload = payload.encode() if isinstance(payload, str) else payload
    parts = [payload[at:at + size] for at in range(0, len(payload), size)] or [b""]
    return [frame(part, CONTINUATION if index else opcode, index == len(parts) - 1) for index, part in enumerate(parts)]


def close_frame(code=None, reason=b"") -> bytes:
    return frame(b"" if code is None else struct.pack(">H", code) + reason, CLOSE)


def chopped(data: bytes, size: int = 1) -> list:
    return [data[at:at + size] for at in range(0, len(data), size)]


@dataclass
class Response:
    version: str
    status: int
    headers: list  # of (name in lower case, value), as they came
    body: bytes

    def header(self, name: str):
        return next((value for key, value in self.headers if key == name.lower()), None)

    def json(self):
        return json.loads(self.body)


@dataclass
class Frame:
    opcode: int
    payload: bytes
    final: bool = True
    rsv: int = 0


trusted = None  # SSLContext by which an https URL is spoken to where none is named


class Wire:
    """A TCP connection to a server; tls: an SSLContext to speak TLS on it."""

    def __init__(self, url: str, seconds: float = 20, receive_buffer=None, tls=None):
        parts = urlsplit(url)
        self.host = parts.netloc
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(seconds)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.connect((parts.hostname, parts.port))
        tls = tls or (trusted if parts.scheme == "https" else None)
        if tls:
            try:
                self.socket = tls.wrap_socket(self.socket, server_hostname=parts.hostname)
            except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
                self.socket.close()
                raise ConnectionResetError("closed by the server within the handshake") from None
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, *pieces) -> bool:
        """Each piece in a write of its own. False: the server had closed before the end."""
        try:
            for piece in pieces:
                self.socket.sendall(piece)
            return True
        except (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError, ssl.SSLZeroReturnError):
            return False

    def end(self):
        """Nothing more is sent; what comes is read on. TLS tells nobody of it, as when a program is killed."""
        socket.socket.shutdown(self.socket, socket.SHUT_WR)  # ssl's own would read on without TLS

    def receive(self) -> bytes:
        try:
            data = self.socket.recv(1 << 16)
        except ssl.SSLEOFError:
            data = b""
        if not data:
            raise ConnectionResetError("closed by the server")
        return data

    def exactly(self, count: int) -> bytes:
        while len(self.rest) < count:
            self.rest += self.receive()
        data, self.rest = self.rest[:count], self.rest[count:]
        return data

    def line(self) -> bytes:
        while b"\r\n" not in self.rest:
            self.rest += self.receive()
        data, self.rest = self.rest.split(b"\r\n", 1)
        return data

    def remainder(self) -> bytes:
        """All that still comes until the server closes, in good order or not."""
        try:
            while True:
                self.rest += self.receive()
        except (ConnectionError, TimeoutError) as ended:
            if isinstance(ended, TimeoutError):
                raise AssertionError(f"the server does not close; until then came {self.rest[:200]!r}") from None
        data, self.rest = self.rest, b""
        return data

    # --- HTTP ---

    def response(self, head_only=False) -> Response:
        version, status = self.line().decode("latin-1").split(" ")[:2]
        headers = []
        while line := self.line():
            name, value = line.decode("latin-1").split(":", 1)
            headers.append((name.lower(), value.strip()))
        response = Response(version, int(status), headers, b"")
        if not head_only and response.status not in (100, 101, 204, 304):
            response.body = self.exactly(int(response.header("Content-Length")))
        return response

    def responses(self) -> list:
        """All of them until the server closes."""
        self.rest = self.remainder()
        found = []
        try:
            while self.rest:
                found.append(self.response())
        except ConnectionError:
            raise AssertionError(f"the server closed within a response: {found}") from None
        return found


def request(method: str, path: str, host: str, *lines: str, body=b"", length=True, version="HTTP/1.1") -> bytes:
    head = [f"{method} {path} {version}", f"Host: {host}", *lines]
    if body and length:
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


class WebSocket(Wire):
    """An open web socket on the token API, or another path."""

    def __init__(self, url: str, token=None, path="/ws/token/v1", headers=(), **options):
        super().__init__(url, **options)
        self.key = base64.b64encode(os.urandom(16))
        lines = ["Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {self.key.decode()}", "Sec-WebSocket-Version: 13", *headers]
        if token:
            lines.append(f"Authorization: Bearer {token}")
        self.send(request("GET", path, self.host, *lines))
        self.handshake = self.response()
        if self.handshake.status != 101:
            self.close()
            raise AssertionError(f"no web socket: {self.handshake}")
        self.count = 0

    def accepts(self) -> bool:
        """Whether the server proved that it read our key."""
        return self.handshake.header("Sec-WebSocket-Accept") == base64.b64encode(hashlib.sha1(self.key + MAGIC).digest()).decode()

    def frame(self) -> Frame:
        first, second = self.exactly(2)
        assert not second & 0x80, "a server's frame is never masked"
        size = second & 0x7F
        if size == 126:
            size = struct.unpack(">H", self.exactly(2))[0]
            assert size > 125, "the length is not in its shortest form"
        elif size == 127:
            size = struct.unpack(">Q", self.exactly(8))[0]
            assert size > 65535, "the length is not in its shortest form"
        return Frame(first & 0x0F, self.exactly(size), bool(first & 0x80), first >> 4 & 7)

    def pair(self) -> tuple:
        """The next text message; pings before it are answered."""
        while True:
            next_one = self.frame()
            if next_one.opcode == PING:
                self.send(frame(next_one.payload, PONG))
            elif next_one.opcode == TEXT:
                return tuple(json.loads(next_one.payload))
            else:
                raise AssertionError(f"unexpected {next_one}")

    def tell(self, method: str, body) -> None:
        self.send(frame(json.dumps([method, body])))

    def ask(self, method: str, **body) -> dict:
        self.count += 1
        qid = f"{method} {self.count}"
        self.tell(method, {"qid": qid, **body})
        while True:
            answered, answer = self.pair()
            if answered == method + "_result" and answer.get("qid") == qid:
                return answer

    def set_up(self, *capabilities: str) -> dict:
        return self.ask("setup", capabilities=[{"key": key} for key in capabilities])

    def close_code(self):
        """Reads on until the server ends the connection: the code of its close frame (1005: it holds none), None when it just went."""
        try:
            while True:
                got = self.frame()
                if got.opcode == CLOSE:
                    return struct.unpack(">H", got.payload[:2])[0] if len(got.payload) >= 2 else 1005
        except ConnectionError:
            return None
