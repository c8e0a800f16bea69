"""The kinds of notification that change family registers (戸籍の届出). Pure.

Source: 戸籍法 (the article of each kind). 第27条の2第3項 says of which five kinds somebody may ask in advance that they
be not accepted; 民法第739条 asks for two witnesses of age, by 第764条, 第799条 and 第812条 also of divorce, adoption and
its end by agreement.
"""

from dataclasses import dataclass

from jichi.kernel.values.fault import gettext_noop

from .words import Choice, Role


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of notification.

    `creates` tells what takes effect by being accepted (創設的届出) from what reports a fact (報告的届出). `roles` are the
    parties on the form, `may_lack` those who need not be there. `own` are those whose own act it is: they prove who they are,
    and their standing request not to accept counts. `asks` names the other fields of the form. `movement` is the kind
    by which the resident register follows.
    """

    code: str
    name: str
    name_en: str
    article: str
    creates: bool = False
    witnesses: int = 0
    roles: tuple[Role, ...] = (Role.SUBJECT,)
    may_lack: tuple[Role, ...] = ()
    own: tuple[Role, ...] = ()
    asks: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    movement: str = ""
    can_be_barred: bool = False


SURNAMES = (Choice.HUSBANDS_NAME, Choice.WIFES_NAME)
WAYS_BACK = (Choice.RETURN, Choice.NEW_REGISTER, Choice.KEEP_NAME)
COUPLE = (Role.HUSBAND, Role.WIFE)
ADOPTION = (Role.ADOPTER, Role.ADOPTER_SPOUSE, Role.SUBJECT)

KINDS: tuple[Kind, ...] = (
    Kind(code="birth", name=gettext_noop("出生届"), name_en="Birth", article="戸籍法第49条",
         roles=(Role.CHILD, Role.FATHER, Role.MOTHER), may_lack=(Role.FATHER,),
         asks=("happened_on", "place", "relation", "domicile"), movement="born"),
    Kind(code="acknowledgement", name=gettext_noop("認知届"), name_en="Acknowledgement of a child",
         article="戸籍法第60条", creates=True, roles=(Role.FATHER, Role.CHILD), own=(Role.FATHER,),
         can_be_barred=True),
    Kind(code="adoption", name=gettext_noop("養子縁組届"), name_en="Adoption", article="戸籍法第66条", creates=True,
         witnesses=2, roles=ADOPTION, may_lack=(Role.ADOPTER_SPOUSE,), own=ADOPTION,
         asks=("relation", "consent_by", "court", "court_on", "domicile"), movement="adopted", can_be_barred=True),
    Kind(code="adoption_ended", name=gettext_noop("養子離縁届"), name_en="Dissolution of adoption",
         article="戸籍法第70条", creates=True, witnesses=2, roles=ADOPTION, may_lack=(Role.ADOPTER_SPOUSE,), own=ADOPTION,
         asks=("domicile",), choices=(Choice.RETURN, Choice.NEW_REGISTER), movement="adoption_ended",
         can_be_barred=True),
    Kind(code="marriage", name=gettext_noop("婚姻届"), name_en="Marriage", article="戸籍法第74条", creates=True,
         witnesses=2, roles=COUPLE, own=COUPLE, asks=("domicile", "consent_by"), choices=SURNAMES, movement="married",
         can_be_barred=True),
    Kind(code="divorce", name=gettext_noop("離婚届"), name_en="Divorce", article="戸籍法第76条", creates=True,
         witnesses=2, roles=COUPLE, own=COUPLE, asks=("domicile", "custody", "court", "court_on"), choices=WAYS_BACK,
         movement="divorced", can_be_barred=True),
    Kind(code="death", name=gettext_noop("死亡届"), name_en="Death", article="戸籍法第86条",
         asks=("happened_on", "time", "place"), movement="died"),
    Kind(code="missing", name=gettext_noop("失踪届"), name_en="Adjudication of disappearance", article="戸籍法第94条",
         asks=("happened_on", "court", "court_on"), movement="declared_missing"),
    Kind(code="entry", name=gettext_noop("入籍届"), name_en="Entry into a parent's register", article="戸籍法第98条",
         creates=True, roles=(Role.SUBJECT, Role.FATHER, Role.MOTHER), may_lack=(Role.FATHER, Role.MOTHER),
         asks=("consent_by", "court", "court_on", "domicile"), movement="domicile_changed"),
    Kind(code="separation", name=gettext_noop("分籍届"), name_en="Separation of registers", article="戸籍法第100条",
         creates=True, asks=("domicile",), movement="domicile_changed"),
    Kind(code="transfer", name=gettext_noop("転籍届"), name_en="Transfer of the registered domicile",
         article="戸籍法第108条", creates=True, roles=(Role.SUBJECT, Role.SPOUSE), may_lack=(Role.SPOUSE,),
         asks=("domicile",), movement="domicile_changed"),
    Kind(code="surname_change", name=gettext_noop("氏の変更届"), name_en="Change of surname", article="戸籍法第107条",
         creates=True, roles=(Role.SUBJECT, Role.SPOUSE), may_lack=(Role.SPOUSE,),
         asks=("new_name", "court", "court_on"), movement="amended"),
    Kind(code="given_name_change", name=gettext_noop("名の変更届"), name_en="Change of given name",
         article="戸籍法第107条の2", creates=True, asks=("new_name", "court", "court_on"), movement="amended"),
    Kind(code="first_registration", name=gettext_noop("就籍届"), name_en="First family register",
         article="戸籍法第110条", asks=("court", "court_on", "domicile"), movement="family_register_made"),
    Kind(code="naturalised", name=gettext_noop("帰化届"), name_en="Naturalisation", article="戸籍法第102条の2",
         asks=("happened_on", "other_nationality", "domicile"), movement="naturalised"),
    Kind(code="nationality_acquired", name=gettext_noop("国籍取得届"), name_en="Acquisition of nationality",
         article="戸籍法第102条", asks=("happened_on", "other_nationality", "domicile"), movement="nationality_acquired"),
    Kind(code="nationality_lost", name=gettext_noop("国籍喪失届"), name_en="Loss of nationality", article="戸籍法第103条",
         asks=("happened_on", "other_nationality"), movement="nationality_lost"),
)  # fmt: skip

BY_CODE = {kind.code: kind for kind in KINDS}
BARRABLE = tuple(kind for kind in KINDS if kind.can_be_barred)


def family_kind(code: str) -> Kind:
    """Raises: LookupError for a code that is no kind."""
    return BY_CODE[code]
