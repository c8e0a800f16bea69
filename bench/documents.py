"""Official documents per second on one core, beside WeasyPrint in the same run. Usage: python -m bench.documents [COUNT]

All three draw the same certificate with another name, number and code each time, from the same font file. What is
counted is the processor's time of the whole process, so that a second core helps nobody.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from .city import DATABASES, ROOT, City, city
from .figures import measured, spread

COUNT = 300
FEWER = 40
# Bureaus count by themselves, so that their clerks do not wait for each other.
CLERKS = ("kawasaki-ward", "saiwai-ward")
AT = datetime(2012, 7, 9, tzinfo=UTC)
TEMPLATE = Path(__file__).parent / "certificate.typ"
PAGE = Path(__file__).parent / "certificate.html"


def content(number: int) -> dict[str, Any]:
    return {
        "title": "証明書",
        "person": f"川崎 花子{number}",
        "rows": [
            {"name": f"区民会議の運営 {row}", "actual": f"各区で{number}回開催", "grade": "3"}
            for row in range(12)
        ],
    }


def per_second(draw: Callable[[int], bytes], count: int) -> tuple[float, float]:
    """Documents per second of one core's time, and the size of the last one in kB."""
    draw(0)
    start = time.process_time()
    for number in range(1, count + 1):
        pdf = draw(number)
    return count / (time.process_time() - start), len(pdf) / 1000


def ours() -> Callable[[int], bytes]:
    """With number, square and code, as PDF/A-2a and PDF/UA-1."""
    from jichi.kernel.documents.codes import DocumentCode
    from jichi.kernel.documents.issue_block import issue_block
    from jichi.kernel.documents.render import draw, inputs, source_of

    source = source_of(TEMPLATE)

    def drawn(number: int) -> bytes:
        block = issue_block(
            number=f"24川総企第{number}号",
            office="総合企画局",
            on=date(2012, 7, 9),
            code=DocumentCode.drawn(),
        )
        return draw(source, inputs(content(number), issue=block), AT)

    return drawn


def signed(draw: Callable[[int], bytes], fingerprint: str) -> Callable[[int], bytes]:
    from jichi.kernel.documents.signing import sign

    return lambda number: sign(draw(number), fingerprint=fingerprint, at=AT)


def read_too(signs: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """And read back: the name is on it."""
    from jichi.kernel.documents.readback import read_back

    def read(number: int) -> bytes:
        pdf = signs(number)
        assert read_back(pdf).says(content(number)["person"])
        return pdf

    return read


def reading(draw: Callable[[int], bytes], calls: int) -> str:
    from jichi.kernel.documents.readback import read_back

    pdf = draw(1)
    return f"reading a certificate back: {measured(lambda: read_back(pdf), calls=calls)}"


def weasyprint() -> tuple[Callable[[int], bytes], str]:
    """The same page by WeasyPrint, with its own PDF/UA; its font is read once, as ours is."""
    import segno
    from django.template import Context, Template
    from weasyprint import HTML, __version__
    from weasyprint.text.fonts import FontConfiguration

    from jichi.kernel.documents.codes import DocumentCode
    from jichi.kernel.documents.fonts import WITH_THE_PROJECT

    page, fonts = Template(PAGE.read_text(encoding="utf-8")), FontConfiguration()

    def drawn(number: int) -> bytes:
        code, square = DocumentCode.drawn().text, io.BytesIO()
        segno.make(f"http://localhost:8000/d/{code}/", error="m", micro=False).save(
            square, kind="svg", border=0
        )
        told = {**content(number), "number": number, "code": code, "square": square.getvalue().decode()}
        html = page.render(Context({**told, "font": (WITH_THE_PROJECT / "NotoSansJP-Regular.otf").as_uri()}))
        pdf = HTML(string=html).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        assert isinstance(pdf, bytes)
        return pdf

    return drawn, __version__


def drawing(count: int) -> list[str]:
    """The three in one process, one after the other."""
    with tempfile.TemporaryDirectory(prefix="jichi-bench-") as name:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "jichi.config.settings", "JICHI_VAR": name}
        import django

        django.setup()
        from jichi.kernel.documents.keys import keep, make_pair

        pair = make_pair(datetime.now(UTC))  # noqa: TID251 - a key for this run only
        keep(pair)
        signs = signed(ours(), pair.fingerprint)
        found = {
            "unsigned": per_second(ours(), count),
            "signed (P-256, PAdES B-B)": per_second(signs, count),
            "signed and read back": per_second(read_too(signs), count),
        }
        read = reading(signs, count)
        # Loaded last: what it brings into the process would slow down what is measured before.
        theirs, version = weasyprint()
        found[f"WeasyPrint {version}, unsigned"] = per_second(theirs, max(count // 10, 5))
    rates = [
        f"{what}: {rate:.0f} documents/s on one core, {size:.0f} kB each"
        for what, (rate, size) in found.items()
    ]
    return [*rates, read]


def issuing(database: str) -> str:
    """The whole act, by one clerk: number, drawing, signature, register and record, each in its own transaction."""
    with city(database) as measured_city:
        measured_city.jichi("load")
        command = [sys.executable, "-m", "bench.issue_documents", str(FEWER)]
        done = subprocess.run(
            command, cwd=ROOT, env=measured_city.environment, text=True, check=True, stdout=subprocess.PIPE
        )
    told = json.loads(done.stdout.splitlines()[-1])
    return f"{database}: {told['count'] / told['seconds']:.0f} documents/s issued by one clerk"


def certificates(database: str, count: int) -> str:
    """Signed certificates as they are handed out, each read back in its transaction: one clerk for each core."""
    with city(database) as measured_city:
        measured_city.jichi("load")
        clerks = [clerk(measured_city, bureau, count) for bureau in CLERKS]
        for each in clerks:
            assert each.stdout
            assert each.stdout.readline() == "ready\n"
        start = time.perf_counter()
        # Both begin together; their figures are taken when both are done.
        told = [each.communicate()[0] for each in begun(clerks)]
        seconds = time.perf_counter() - start
    found = [json.loads(text) for text in told]
    times, issued = spread(ms for one in found for ms in one["each"]), len(CLERKS) * count
    processor = sum(one["processor"] for one in found) / issued
    rate = f"{issued / seconds:.0f} signed certificates/s by {len(CLERKS)} clerks"
    return (
        f"{database}: {rate}, each read back before it counts; {times}; "
        f"{processor:.1f} ms of a clerk's processor each"
    )


def begun(clerks: list[subprocess.Popen[str]]) -> list[subprocess.Popen[str]]:
    for each in clerks:
        assert each.stdin
        each.stdin.write("\n")
        each.stdin.flush()
    return clerks


def clerk(measured_city: City, bureau: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.issue_certificates", bureau, str(count)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=measured_city.environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def lines(count: int = COUNT) -> list[str]:
    issued = (certificates(database, count) for database in DATABASES)
    return [*drawing(count), *map(issuing, DATABASES), *issued]


if __name__ == "__main__":
    print("\n".join(lines(*map(int, sys.argv[1:]))))
