"""Why a paper did not come out of a machine. Pure."""

from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Failure(StrEnum):
    NOT_ISSUED = "not_issued"
    PRINTER = "printer"
    PAPER = "paper"
    CONNECTION = "connection"
    LEFT = "left"
    TIMED_OUT = "timed_out"


FAILURES = {
    Failure.NOT_ISSUED: gettext_noop("証明書を発行できなかった"),
    Failure.PRINTER: gettext_noop("印刷機の故障"),
    Failure.PAPER: gettext_noop("用紙切れ・紙づまり"),
    Failure.CONNECTION: gettext_noop("通信の中断"),
    Failure.LEFT: gettext_noop("紙を取らずに離れた"),
    Failure.TIMED_OUT: gettext_noop("印刷の完了が届かない"),
}
