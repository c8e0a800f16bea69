"""What a correction of a register's own words will print, what follows from it, and what it leaves as it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Answer, answers, tell

from ...actions.family.refusals import AuthorityIsMissing, NothingToCorrect, ParentIsUnclear
from ...actions.family.setting_right import refuse_without
from ...forms.family.correcting import AUTHORITY, AuthorityForm, BlockForm, HeadForm
from ...models import FamilyMember, FamilyRegister, MemberRecord
from ...permissions import May
from ...queries.family_corrections import StillThere, member_named, parent_tie, still_there, who_live_here
from ...queries.family_sheets import records_now
from ...queries.family_text import PrintedEntry, block_text, printed_items
from ...rules.family.correcting import CORRECTABLE, NOTHING, PARENTS, Changes, Parent, entry_lines
from ...rules.family.words import HEADINGS
from ..looking.rows import SEXES


def foreseen_block(
    request: Request, member: FamilyMember, row: MemberRecord, form: BlockForm
) -> dict[str, Any] | None:
    """What will be printed and what follows; None where the form itself has to be mended first."""
    changes = form.changes()
    if not ready(form, bool(changes), asks_parent=bool(set(PARENTS) & set(changes))):
        return None
    said = []
    for item, label in CORRECTABLE.items():
        if item in changes:
            wrong, right = changes[item]
            said.append((label, block_text(item, wrong), block_text(item, right)))
    return {
        **printed_before_and_after(form, said),
        "follows": list(consequences(member, row, changes, form)),
        "still": [still_row(request, each) for each in still_there(member, changes)],
    }


def foreseen_head(register: FamilyRegister, form: HeadForm) -> dict[str, Any] | None:
    """The same of surname and domicile."""
    pairs = (
        ("氏", form.seen[0], form.cleaned_data["surname"].strip()),
        ("本籍", form.seen[1], form.domicile().text),
    )
    said = [(label, wrong, right) for label, wrong, right in pairs if wrong != right]
    if not ready(form, bool(said), asks_parent=False):
        return None
    people = list(register.members.values_list("person", flat=True))
    rows = records_now().filter(member__register=register, left_on__isnull=True).order_by("member__place")
    here = who_live_here(people, today())
    names = [row.name for row in rows if row.person_id in here]
    follows = (
        [_("住民票の氏名・本籍・筆頭者も職権で直ります：%(names)s") % {"names": "、".join(names)}]
        if names
        else []
    )
    if said[0][0] == "氏":
        follows.append(_("印鑑登録をしている人は、印が正しい氏を表さないと、登録が廃止されます。"))
    return {**printed_before_and_after(form, said), "follows": follows, "still": []}


def ready(form: AuthorityForm, differs: bool, *, asks_parent: bool) -> bool:
    """The check page is shown only of what can be done; all else is said at the form."""
    try:
        if not differs:
            raise NothingToCorrect
        refuse_without(form.authority())
        if asks_parent and not form.cleaned_data.get("parent"):
            raise ParentIsUnclear(fields={"parent": str(ParentIsUnclear.message)})
    except (NothingToCorrect, AuthorityIsMissing, ParentIsUnclear) as refusal:
        tell(form, refusal)
        return False
    return True


def printed_before_and_after(form: AuthorityForm, said: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    said = list(said)
    stood = [(label, wrong) for label, wrong, _right in said]
    items = entry_lines(form.authority(), stood, on=today())
    return {
        "changes": [
            {"label": label, "before": wrong or NOTHING, "after": right or NOTHING}
            for label, wrong, right in said
        ],
        "entry": PrintedEntry(heading=HEADINGS["corrected"], lines=printed_items(items)),
        "answers": [each for each in answers_of_authority(form) if each.text],
    }


def answers_of_authority(form: AuthorityForm) -> list[Answer]:
    labels = {str(form.fields[name].label) for name in AUTHORITY}
    return [each for each in answers(form) if each.label in labels]


def consequences(member: FamilyMember, row: MemberRecord, changes: Changes, form: BlockForm) -> Iterable[str]:
    """What follows in words, as far as the registers of this city know."""
    here = who_live_here([member.person_id], today())
    if here and {"name", "birth", "sex"} & set(changes):
        yield _("%(name)sさんの住民票も職権で直ります。") % {"name": row.name}
    if member.place == 1 and "name" in changes:
        yield _("筆頭者の氏名が変わります。この戸籍にいる人の住民票の筆頭者も職権で直ります。")
    if "name" in changes:
        yield _("印鑑登録をしている人は、印が正しい氏名を表さないと、登録が廃止されます。")
    if "birth" in changes:
        yield _("「出生」の記載の出生日も直ります。")
    if "sex" in changes:
        yield _("続柄に合わせて、性別も「%(sex)s」に直ります。") % {"sex": SEXES[changes["sex"][1]]}
    if form.cleaned_data.get("parent") == Parent.OTHER.value:
        yield from of_parents(member, changes)


def of_parents(member: FamilyMember, changes: Changes) -> Iterable[str]:
    for item in PARENTS:
        wrong, right = changes.get(item, ("", ""))
        words = {"parent": CORRECTABLE[item], "wrong": wrong, "right": right}
        if wrong and parent_tie(member, item, wrong):
            yield (
                _("%(parent)sの%(wrong)sさんとの親子のつながりは、はじめからなかったことになります。") % words
            )
        if right and member_named(member.register, item, right):
            yield _("%(parent)sの%(right)sさんとの親子のつながりが登録されます。") % words
        elif right:
            yield (
                _(
                    "%(right)sさんはこの戸籍にいないので、親子のつながりは登録されません。証明書を請求されたときは、戸籍で確かめてください。"
                )
                % words
            )


def still_row(request: Request, each: StillThere) -> Mapping[str, Any]:
    """Where else it stands, with the way to it for who may correct there."""
    own = may(request.actor, May.KEEP_FAMILY_REGISTER, each.register.scope)
    url = ""
    if own and each.entry:
        url = reverse("residents:family_correct", args=[each.register.public_id, each.entry])
    elif own:
        url = reverse("residents:family_correct_block", args=[each.member.public_id])
    return {
        "url": url,
        "what": each.what,
        "who": each.who,
        "number": each.register.number,
        "ward": each.register.ward.name,
    }
