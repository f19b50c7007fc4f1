"""A small server for this machine only: it hands out what the studio made, and says when there is something new."""

from __future__ import annotations

import json
import os
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Condition
from typing import Any
from urllib.parse import unquote

from jmap.failure import Failure
from jmap.outputs import ATLAS, SUFFIXES
from jmap.preview.studio import State, Studio
from jmap.resources import folder
from jmap.text.styles import FACES, Face

HERE = Path(__file__).parent
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "dot": "text/plain; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "ttf": "font/ttf",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Frame-Options": "SAMEORIGIN",
}
PATIENCE = 15.0  # seconds after which a silent line is shown to be alive


class Server(ThreadingHTTPServer):
    """Serves a studio under an address that nobody can guess. `publish` tells every open page of a new state."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"  # on Windows that would let two servers have one port

    def __init__(self, studio: Studio, host: str, port: int) -> None:
        self.studio = studio
        self.token = secrets.token_urlsafe(12)
        self.news = Condition()
        self.closing = False
        if ":" in host:
            import socket

            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)
        self.shown_host = f"[{host}]" if ":" in host else host

    def server_bind(self) -> None:
        """Without the look-up of this machine's name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def address(self) -> str:
        return f"http://{self.shown_host}:{self.server_port}/{self.token}/"

    @property
    def hosts(self) -> frozenset[str]:
        """The Host headers of somebody who means this machine: any other comes from a page that was rebound to it."""
        return frozenset(f"{name}:{self.server_port}" for name in (self.shown_host, "localhost", "127.0.0.1", "[::1]"))

    def publish(self) -> None:
        with self.news:
            self.news.notify_all()

    def stop(self) -> None:
        self.closing = True
        self.publish()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who went away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "jmap", ""
    timeout = 60.0  # seconds for a request to arrive

    def do_GET(self) -> None:
        if self.headers.get("Host", "") not in self.server.hosts:
            return self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        path = unquote(self.path.partition("?")[0])
        start = f"/{self.server.token}/"
        if not path.startswith(start) or self.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site":
            return self._refuse(HTTPStatus.NOT_FOUND)
        try:
            self._route(path.removeprefix(start))
        except OSError:  # the reader went away
            raise
        except Exception:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
            raise

    do_HEAD = do_GET

    def _route(self, name: str) -> None:
        head, _, rest = name.partition("/")
        if name == "events":
            self._events()
        elif name == "state":
            self._send("json", json.dumps(told(self.server.studio.state), ensure_ascii=False).encode())
        elif name in ("", "shell.css", "shell.js"):
            self._send((name or "shell.html").rpartition(".")[2], (HERE / (name or "shell.html")).read_bytes())
        elif name == "fonts.css":
            self._send("css", "".join(map(_font_rule, FACES.values())).encode())
        elif head == "fonts" and rest.removesuffix(".ttf") in FACES:
            self._send("ttf", (folder("fonts") / FACES[rest.removesuffix(".ttf")].file).read_bytes())
        elif head == "site":
            self._site(rest)
        elif head in ("picture", "changes"):
            self._picture(head, rest)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _picture(self, kind: str, id: str) -> None:
        if kind == "changes":
            try:
                found = self.server.studio.changes().get(id, "")
            except Failure:  # the base was good at the start, and is gone: a rebase, say
                found = ""
        else:
            found = next((one.picture for one in self.server.studio.state.maps if one.id == id), "")
        if found:
            self._send("svg", found.encode())
        elif kind == "changes" and self.server.studio.state.base:
            self._refuse(HTTPStatus.NO_CONTENT)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _site(self, name: str) -> None:
        """A file that a build would make, and nothing else: no file of the disk is ever read for a name."""
        data = None
        if name == ATLAS:
            data = self.server.studio.atlas()
        else:
            suffix = next((suffix for suffix in SUFFIXES if name.endswith(f".{suffix}")), "")
            data = self.server.studio.file(name.removesuffix(f".{suffix}"), suffix) if suffix else None
        if data is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(name.rpartition(".")[2], data, policy="html" not in name.rpartition(".")[2])

    def _events(self) -> None:
        """A line that stays open: the state's number whenever there is a new one."""
        self.send_response(HTTPStatus.OK)
        self._headers({"Content-Type": "text/event-stream", "Connection": "close"})
        self.close_connection = True
        if self.command == "HEAD":
            return
        told_last = -1
        while not self.server.closing:
            version = self.server.studio.state.version
            line = f"data: {version}\n\n" if version != told_last else ": still here\n\n"
            told_last = version
            try:
                self.wfile.write(line.encode())
                self.wfile.flush()
            except OSError:
                return
            with self.server.news:
                if self.server.studio.state.version == told_last and not self.server.closing:
                    self.server.news.wait(PATIENCE)

    def _send(self, kind: str, data: bytes, policy: bool = True) -> None:
        self.send_response(HTTPStatus.OK)
        extra = {"Content-Security-Policy": POLICY} if policy else {}  # a page of ours brings a stricter one
        self._headers({"Content-Type": TYPES[kind], "Content-Length": str(len(data)), **extra})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self._headers({"Content-Length": "0"})

    def _headers(self, more: dict[str, str]) -> None:
        for key, value in (HEADERS | more).items():
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are nobody's news."""


def _font_rule(face: Face) -> str:
    slant = "italic" if face.italic else "normal"
    return (
        f"@font-face{{font-family:'{face.family}';font-style:{slant};font-weight:{face.weight};font-display:block;"
        f"src:url(fonts/{face.file})format('truetype')}}"
    )


def told(state: State) -> dict[str, Any]:
    """The state as the page gets it: everything but the pictures, which it fetches."""
    return {
        "version": state.version,
        "title": state.title,
        "base": state.base,
        "maps": [
            {
                "id": one.id,
                "file": one.file,
                "title": one.title,
                "version": one.version,
                "drawn": bool(one.picture),
                "mistakes": [_mistake(d) for d in one.mistakes],
            }
            for one in state.maps
        ],
        "mistakes": [_mistake(d) for d in state.mistakes],
    }


def _mistake(d: Any) -> dict[str, Any]:
    names = ("file", "line", "column", "code", "message", "expected", "suggestion", "source_line", "length")
    return {name: getattr(d, name) for name in names}
