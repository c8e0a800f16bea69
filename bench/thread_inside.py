"""Make the voices by the verbs of the house and measure the pages; started by thread_page.py in the city that it made."""

import sys
import time
from datetime import date
from pathlib import Path

import django

from .pages_inside import figures

DAY = date(2012, 5, 7)


def main(voices: int) -> None:
    django.setup()
    start = time.perf_counter()
    first, last, reply = make(voices)
    took = time.perf_counter() - start
    print(
        f"{voices} comments received, published and joined, one reply, four consequences: {took:.1f} s "
        f"({took / voices * 1000:.1f} ms for each comment)"
    )
    for name, path in {
        "the whole thread, from the voice that the others joined": f"/r/{first}/thread/",
        "from a joined voice": f"/r/{last}/thread/",
        "from the reply": f"/plans/replies/{reply}/",
        "the page that lists the joined voices": f"/r/{first}/joined/",
        "coverage of all voices": "/r/coverage/",
        "the programme that they are about": "/plans/programmes/12-0001-9/",
    }.items():
        p50, p95, queries, size = figures(path)
        print(f"{name}: p50 {p50} ms, p95 {p95} ms, {queries} queries, {size / 1024:.0f} KiB")


def make(voices: int) -> tuple[str, str, str]:
    """A programme with so many joined comments, a reply and what came of it; answers with three references."""
    from jichi.domains.plans.actions.import_edition import Source, import_edition
    from jichi.domains.plans.actions.join_comments import join_comment
    from jichi.domains.plans.actions.reply_to_comment import NewReply, reply_to_comment
    from jichi.domains.plans.actions.tell_consequence import NewConsequence, tell_consequence
    from jichi.domains.plans.models import Comment, Consequence, Programme
    from jichi.domains.plans.rules.reading import read_chapter_bytes
    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role

    clerk = machine("bench", Role.PLANNING_OFFICER)
    file = Path("cities/kawasaki/plans/chapter7_2011-2013.txt")
    source = Source(name=file.name, text=file.read_text(encoding="utf-8"))
    import_edition(actor=clerk, reading=read_chapter_bytes(file.read_bytes()), source=source, on=DAY)
    programme = Programme.objects.get(reference="12-0001-9")
    comments: list[Comment] = [public(clerk, programme, number) for number in range(voices)]
    first, last = comments[0], comments[-1]
    for comment in comments[1:]:
        join_comment(actor=clerk, comment=comment, into=first, because="同じこと", on=DAY)
    given = NewReply(answer="adopted", text="そうします。", reasons="声が多いためです。")
    reply = reply_to_comment(actor=clerk, comment=first, reply=given, on=DAY)
    for sort in Consequence.Sort:
        told = NewConsequence(sort=sort, text=f"{sort.value}のこと", happened_on=DAY)
        tell_consequence(actor=clerk, reply=reply, told=told, on=DAY)
    return first.reference, last.reference, reply.reference


def public(clerk: object, programme: object, number: int) -> object:
    from jichi.domains.plans.actions.comment_on_programme import NewComment, comment_on_programme
    from jichi.domains.plans.actions.publish_comment import publish_comment
    from jichi.kernel.access.actor import NOBODY

    new = NewComment(title=f"声 {number}", text=f"道が暗いです。{number}")
    comment = comment_on_programme(actor=NOBODY, programme=programme, comment=new, received_on=DAY)  # type: ignore[arg-type]
    return publish_comment(
        actor=clerk,  # type: ignore[arg-type]
        comment=comment,
        title=new.title,
        text=new.text,
        is_checked=True,
        on=DAY,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
