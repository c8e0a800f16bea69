"""Starting the city: what the terminal says, and that nothing stays behind."""

import os
import select
import signal
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from jichi.kernel.administration import start

PARENT = """
import subprocess, time
from jichi.kernel.administration.start import end_with_parent
print(subprocess.Popen(["sleep", "60"], preexec_fn=end_with_parent).pid, flush=True)
time.sleep(60)
"""


def test_a_port_that_is_taken_is_said_before_anything_is_prepared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "PATIENCE", 0)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"{port} 番のポートは、ほかのプログラムが使っています"):
            call_command("run", "--port", str(port))
    assert capsys.readouterr().out == ""


def test_a_free_port_is_not_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    assert not start.is_taken(port)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_child_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "import django; django.setup()\n" + PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())  # type: ignore[union-attr]
        watched = os.pidfd_open(child)
        parent.send_signal(signal.SIGKILL)
    ended, _, _ = select.select([watched], [], [], 10)
    os.close(watched)
    assert ended == [watched]


def test_the_demo_sign_ins_say_the_role_in_words() -> None:
    said = start.sign_ins()
    assert "planner@demo.jichi.example" in said
    assert "計画担当 / planning officer" in said
    assert "市民 / resident" in said
