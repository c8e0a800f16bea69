"""What mail servers report about mail that did not arrive."""

import pytest

from jichi.kernel.notices.decoder.message import parsed
from jichi.kernel.notices.decoder.reports import report_of

OWN = "<0b7c@jichi.example.jp>"


def standard(action: str, status: str, diagnosis: str = "smtp; 550 5.1.1 User unknown") -> bytes:
    return (
        "From: MAILER-DAEMON@mx.example.jp\r\nSubject: Undelivered Mail\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.jp\r\n\r\n"
        f"Final-Recipient: rfc822; hanako@example.jp\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: {diagnosis}\r\n\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {OWN}\r\nSubject: x\r\n\r\nbody\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("action", "status"),
    [("failed", "5.1.1"), ("failed", "4.2.2"), ("delayed", "4.4.1"), ("delivered", "2.0.0")],
)
def test_a_standard_report_is_read(action: str, status: str) -> None:
    report = report_of(parsed(standard(action, status)))
    assert report is not None
    assert (report.action, report.status, report.address, report.about) == (
        action,
        status,
        "hanako@example.jp",
        OWN,
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"Hi. This is the qmail-send program.\n<hanako@example.jp>:\n550 5.1.1 no mailbox\n\nMessage-ID: {OWN}", "5.1.1"),
        (f"The following address failed: User unknown\n\nMessage-ID: {OWN}", "5.1.1"),
        (f"452 mailbox is full, try later\n\nMessage-ID: {OWN}", "4.0.0"),
        (f"宛先のメールアドレスが見つかりませんでした\n\nMessage-ID: {OWN}", "5.1.1"),
        (f"Something went wrong\n\nMessage-ID: {OWN}", ""),
    ],
)  # fmt: skip
def test_a_report_in_prose_is_read(text: str, status: str) -> None:
    head = "From: MAILER-DAEMON@mx.example.jp\r\nSubject: failure notice\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    report = report_of(parsed((head + text.replace("\n", "\r\n")).encode()))
    assert report is not None
    assert (report.action, report.status, report.about) == ("failed", status, OWN)


def test_a_letter_of_a_person_is_no_report() -> None:
    assert report_of(parsed(b"From: hanako@example.jp\r\nSubject: 5.1.1\r\n\r\nUser unknown?")) is None
