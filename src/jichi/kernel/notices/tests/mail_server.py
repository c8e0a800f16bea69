"""A real mail server on loopback, and raw ones that misbehave."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Post:
    """What arrived. Where `hold_at` names a step, the server stops there until `go_on` is set, and says so by `reached`."""

    hold_at: str = ""
    refuses: str = ""
    arrived: list[tuple[str, Message]] = field(default_factory=list)
    reached: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    async def pause(self, step: str) -> None:
        if self.hold_at == step:
            self.reached.set()
            await asyncio.get_running_loop().run_in_executor(None, self.go_on.wait)

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        await self.pause("recipient")
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.arrived.append((envelope.mail_from or "", message_from_bytes(content)))
        await self.pause("taken")
        return "250 OK"

    @property
    def ids(self) -> list[str]:
        return [message["Message-ID"] for _sender, message in self.arrived]


@contextmanager
def mail_server(post: Post) -> Iterator[int]:
    """The port on which the server listens until the block ends."""
    controller = Controller(post, hostname="127.0.0.1", port=0)
    # The system chooses the port; the controller's own check of the port would ask on 0.
    controller.port = free_port()
    controller.start()
    try:
        yield controller.port
    finally:
        post.go_on.set()
        controller.stop(no_assert=True)


@contextmanager
def silent_server() -> Iterator[tuple[int, threading.Event]]:
    """Takes the connection and never says a word; the event tells that somebody has come."""
    came, held = threading.Event(), list[socket.socket]()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def wait() -> None:
            try:
                held.append(server.accept()[0])
                came.set()
            except OSError:
                return

        threading.Thread(target=wait, daemon=True).start()
        yield server.getsockname()[1], came
    for each in held:
        each.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
