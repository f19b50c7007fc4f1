"""Show maps in a browser, and follow every change of their files."""

from __future__ import annotations

import time
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic
    from jmap.preview.server import Server
    from jmap.preview.studio import Changed, State, Studio


def _loopback(ctx: click.Context, param: click.Parameter, value: str) -> str:
    host = "127.0.0.1" if value == "localhost" else value.strip("[]")
    try:
        local = ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise click.BadParameter("the preview is for this machine only: localhost, 127.0.0.1 or ::1")
    return host


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--host", default="localhost", show_default=True, callback=_loopback, help="An address of this machine.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@click.option("--base", metavar="REV", help="Show what changed since this revision as well: main, HEAD~3, ...")
@click.option(
    "--theme", metavar="NAME", default="", help="A theme of jmap's, or a *.theme.yaml file. Default: the project's."
)
def command(paths: tuple[Path, ...], host: str, port: int, no_open: bool, base: str | None, theme: str) -> int:
    """Show maps in a browser, and follow every change of their files.

    PATH is a map, a folder or a jmap.yaml; without one, the maps of this folder are shown. The address is the first
    line printed; it works on this machine only. When a map breaks, its last good picture stays, below the mistakes
    with their lines. Stop with Ctrl-C.
    """
    from jmap.cli.look import theme_option
    from jmap.failure import Failure
    from jmap.preview.server import Server
    from jmap.preview.studio import Studio
    from jmap.resolve.workspace import NothingToRead

    start = time.time()
    try:
        look = theme_option(theme, Path.cwd()) if theme else ""
        studio = Studio(paths, Path.cwd(), look, _comparer(base, paths) if base else None)
        studio.changes()  # a base that cannot be compared with is told now
        server = Server(studio, host, port)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"cannot listen on {host} port {port}: {error.strerror}") from error
    click.echo(server.address)
    click.echo("Stop with Ctrl-C.", err=True)
    _tell(studio.state)
    if not no_open:
        _open(server.address)
    _follow(studio, server, start)
    return 0


def _comparer(base: str, paths: tuple[Path, ...]) -> Changed:
    import os

    from jmap.preview.changes import since

    return since(base, paths, Path.cwd(), os.environ)


def _open(address: str) -> None:
    import os
    import webbrowser

    if not os.environ.get("CI"):
        webbrowser.open(address)


def _follow(studio: Studio, server: Server, since: float) -> None:
    import signal
    from threading import Event, Thread

    from jmap.preview.watch import changes

    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        for changed in changes(studio.root, studio.output, stop, since):
            before = studio.state
            try:
                if studio.glance(changed):
                    server.publish()
                    stop.wait(0.2)  # the open pages fetch the picture now: the rest can wait
                state = studio.refresh()
            except Exception as error:  # ours, and no reason to leave somebody without a preview
                state = _defect(studio, error)
            server.publish()
            if _mistakes(before) != _mistakes(state):
                _tell(state)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        stop.set()
        server.stop()


def _defect(studio: Studio, error: Exception) -> State:
    import os

    from jmap.cli.defect import notice

    click.echo(notice(error, full=bool(os.environ.get("JMAP_DEBUG"))), err=True)
    return studio.trouble("defect", "jmap itself failed to draw this: the terminal says more")


def _tell(state: State) -> None:
    """Mistakes, for those who look at the terminal."""
    from jmap.cli.counts import count
    from jmap.cli.findings import as_text
    from jmap.cli.terminal import colour

    found = _mistakes(state)
    if found:
        click.echo(as_text(found, colour()))
    broken = sum(1 for one in state.maps if one.mistakes)
    verdict = f"{count(broken, 'map')} with mistakes" if broken else "none with mistakes" if found else "no mistakes"
    click.echo(f"{count(len(state.maps), 'map')}, {verdict}.", err=True)


def _mistakes(state: State) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys((*state.mistakes, *(mistake for one in state.maps for mistake in one.mistakes))))
