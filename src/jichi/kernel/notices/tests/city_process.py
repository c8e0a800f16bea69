"""The city of a test with workers that send mail."""

import signal
import subprocess

from tests.shared_city import SECONDS, SharedCity


class City(SharedCity):
    def worker(self, port: int) -> subprocess.Popen[bytes]:
        return self.process(
            *("-m", "jichi.cli", "work", "--once"),
            JICHI_EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            JICHI_SMTP_HOST="127.0.0.1",
            JICHI_SMTP_PORT=str(port),
        )

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        worker.send_signal(signal.SIGKILL)
        worker.wait(SECONDS)

    def no_more_waiting(self) -> None:
        self.rows(
            "UPDATE django_tasks_database_dbtaskresult SET run_after = '2012-07-09 00:00:00+00:00' WHERE status = 'READY'"
        )

    def work_off(self, port: int) -> None:
        """Let workers come until nothing is left to do."""
        for _turn in range(3):
            self.lose_leases()
            assert self.worker(port).wait(SECONDS) == 0
            self.no_more_waiting()

    def states(self) -> dict[str, str]:
        """The state of each mail by its Message-ID."""
        rows = self.rows(
            "SELECT n.public_id, m.state FROM notices_mail m JOIN notices_notice n ON n.id = m.notice_id"
        )
        return {str(key).replace("-", ""): state for key, state in rows}
