"""A web server on this machine, which answers as a test tells it to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple


class Answer(NamedTuple):
    """What the server says."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    length: bool = True
    """Whether it says how long the body is."""


class Site:
    """Answers by path; those that were asked for are kept."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer | Callable[[], Answer]] = {}
        self.asked: list[str] = []

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, html: str, kind: str = "text/html; charset=utf-8") -> str:
        """Have a page there; return its address."""
        self.answers[path] = Answer(html.encode(), headers={"Content-Type": kind})
        return self.at(path)


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site while the test runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            found = site.answers.get(self.path, Answer(status=404))
            answer = found() if callable(found) else found
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.length and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep still."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
