"""The preview's server: for this machine, for those who know the address, and for built files only."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

import pytest

from jmap.preview.server import Server
from jmap.preview.studio import Studio

MAP = "jmap: 1\ntitle: I collect\nstages: [{name: Collect, feelings: 1}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "jmap.yaml").write_text("jmap: 1\ntitle: Coffee\n", encoding="utf-8")
    (tmp_path / "collect.journey.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "検索.journey.yaml").write_text(MAP.replace("I collect", "検索"), encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    running = Server(Studio([folder], folder), "127.0.0.1", 0)
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield running
    running.stop()
    thread.join(5)


def ask(server: Server, name: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """The answer to a request for `name` below the preview's address, or for a path that begins with `/`."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    path = name if name.startswith("/") else urlsplit(server.address).path + name
    connection.putrequest(method, path, skip_host="Host" in headers)
    for key, value in headers.items():
        connection.putheader(key.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse()


def test_it_shows_maps_pages_and_diagrams(server: Server) -> None:
    for name, kind, content in [
        ("", "text/html", "<main>"),
        ("shell.js", "text/javascript", "EventSource"),
        ("picture/collect", "image/svg+xml", "I collect"),
        (f"picture/{quote('検索')}", "image/svg+xml", "検索"),
        ("site/collect.html", "text/html", "I collect"),
        ("site/collect.flow.svg", "image/svg+xml", "Collect"),
        ("site/collect.flow.dot", "text/plain", "digraph"),
        ("site/index.html", "text/html", "Coffee"),
        ("fonts.css", "text/css", "url(fonts/inter-400.ttf)"),
    ]:
        answer = ask(server, name)
        assert answer.status == 200, name
        assert (answer.getheader("Content-Type") or "").startswith(kind)
        assert content in answer.read().decode(), name


@pytest.mark.parametrize(
    "name",
    [
        "/",
        "/wrong-token/",
        "site/secret.html",
        "site/jmap.yaml",
        "site/../secret.html",
        "site/..%2fsecret.html",
        "site/%2fetc%2fpasswd",
        "site/collect.journey.yaml",
        "shell.py",
        "server.py",
        "picture/nobody",
        "changes/collect",
        "fonts/README.md",
        "fonts/../shell.js",
        "fonts/..%2f..%2fjmap.yaml",
    ],
)
def test_nothing_else_is_there(server: Server, name: str) -> None:
    answer = ask(server, name)
    assert answer.status == 404
    assert answer.read() == b""


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "", "127.0.0.1", "localhost:1"])
def test_a_name_that_was_bound_to_this_machine_is_refused(server: Server, host: str) -> None:
    assert ask(server, "", Host=host).status == 421


def test_the_names_of_this_machine_are_accepted(server: Server) -> None:
    for name in ("localhost", "127.0.0.1"):
        assert ask(server, "state", Host=f"{name}:{server.server_port}").status == 200


def test_other_sites_and_other_methods_are_refused(server: Server) -> None:
    assert ask(server, "state", Sec_Fetch_Site="cross-site").status == 404
    assert ask(server, "state", "POST").status == 501
    assert ask(server, "state", "HEAD").read() == b""
    assert ask(server, "events", "HEAD").read() == b""  # and no line that stays open


def test_a_picture_leaves_its_fonts_to_the_page_which_has_them(server: Server) -> None:
    assert b"@font-face" not in ask(server, "picture/collect").read()
    font = ask(server, "fonts/inter-400.ttf")
    assert (font.status, font.getheader("Content-Type")) == (200, "font/ttf")
    assert len(font.read()) > 100_000


def test_what_jmap_cannot_draw_is_an_answer_too(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(server.studio, "atlas", broken)
    assert ask(server, "site/index.html").status == 500
    assert ask(server, "state").status == 200


def test_nothing_may_be_framed_sniffed_kept_or_asked_elsewhere(server: Server) -> None:
    answer = ask(server, "")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Cache-Control") == "no-store"
    policy = answer.getheader("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy and "script-src 'self';" in policy
    assert "jmap/" not in (answer.getheader("Server") or "")


def test_the_open_line_tells_of_every_new_state(server: Server, folder: Path) -> None:
    line = ask(server, "events")
    assert line.readline() == b"data: 1\n"
    (folder / "collect.journey.yaml").write_text(MAP.replace("I collect", "I wait"), encoding="utf-8")
    server.studio.refresh()
    server.publish()
    assert (line.readline(), line.readline()) == (b"\n", b"data: 2\n")
    maps = json.loads(ask(server, "state").read())["maps"]
    assert [one["title"] for one in maps] == ["I wait", "検索"]
