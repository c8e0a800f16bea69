"""Who may have which certificate, and by what paper. Pure.

Source: 住民基本台帳法 第12条 to 第12条の3, 第20条; 戸籍法 第10条, 第10条の2, 第48条. Seal certificates follow the
city's ordinance, civil-status certificates practice: there nothing is cited.
"""

from dataclasses import dataclass

from jichi.kernel.values.fault import Fault, gettext_noop

from .asked import ASKING, PAPERS, Asking, Options, Paper, Requester
from .kinds import OPTIONS, CertificateKind, Option, Source


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way in: by which provision, and which papers are to be shown."""

    basis: str = ""
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kinship:
    """What the city's own registers know of the two people; a paper need not say it again."""

    one_household: bool = False
    spouse: bool = False
    direct_line: bool = False


A, P = Asking, Paper
BY_PROXY = {A.PROXY: (P.POWER_OF_ATTORNEY,), A.GUARDIAN: (P.GUARDIANSHIP,)}
OF_OTHERS = {A.OFFICE: (P.OFFICIAL_LETTER,), A.PROFESSION: (P.REQUEST_FORM,), A.THIRD_PARTY: (P.REASON,)}


def ways(**basis_of: str) -> dict[Asking, Way]:
    """The ways of one register: who asks, and the provision."""
    papers = {**BY_PROXY, **OF_OTHERS, A.SPOUSE: (P.KINSHIP,), A.DIRECT_LINE: (P.KINSHIP,)}
    return {A(who): Way(basis=basis, papers=papers.get(A(who), ())) for who, basis in basis_of.items()}


RECORD, FAMILY, HISTORY = "住民基本台帳法第12条", "戸籍法第10条", "住民基本台帳法第20条"
WAYS: dict[Source, dict[Asking, Way]] = {
    Source.RESIDENT: ways(
        self=f"{RECORD}第1項", household=f"{RECORD}第1項", proxy=f"{RECORD}第4項", guardian=f"{RECORD}第4項",
        office=f"{RECORD}の2第1項", third_party=f"{RECORD}の3第1項", profession=f"{RECORD}の3第2項",
    ),
    Source.HISTORY: ways(
        self=f"{HISTORY}第1項", spouse=f"{HISTORY}第1項", direct_line=f"{HISTORY}第1項", proxy=f"{HISTORY}第1項",
        guardian=f"{HISTORY}第1項", office=f"{HISTORY}第2項", third_party=f"{HISTORY}第3項", profession=f"{HISTORY}第4項",
    ),
    Source.FAMILY: ways(
        self=f"{FAMILY}第1項", spouse=f"{FAMILY}第1項", direct_line=f"{FAMILY}第1項", proxy=f"{FAMILY}の3第2項",
        guardian=f"{FAMILY}の3第2項", third_party=f"{FAMILY}の2第1項", office=f"{FAMILY}の2第2項",
        profession=f"{FAMILY}の2第3項",
    ),
    Source.ACCEPTANCE: ways(self="戸籍法第48条第1項", proxy="戸籍法第48条第1項", guardian="戸籍法第48条第1項"),
    # The card stands in place of a power of attorney: whoever brings it is sent by the registered person.
    Source.SEAL: {who: Way(papers=(P.SEAL_CARD,)) for who in (A.SELF, A.PROXY, A.GUARDIAN)},
    Source.OWN: ways(self="", proxy="", guardian=""),
}  # fmt: skip
# Papers for the person's own use go to nobody else.
OWN_USE = frozenset({A.SELF, A.HOUSEHOLD, A.PROXY, A.GUARDIAN})
ONLY_OWN_USE = frozenset({"moving_out", "light_vehicle_address"})
# Where no statute says it, the city's own rules do, and those were not read.
CITY_RULES = gettext_noop("市の定め")
NEVER_FOR_OTHERS = frozenset({Option.RESIDENT_CODE, Option.INDIVIDUAL_NUMBER})


class MayNotAsk(Fault):
    """`basis` is the provision that names who may."""

    code = "residents.may_not_ask"
    sentence = gettext_noop(
        "%(asking)sには、%(kind)sを交付できません（%(basis)s）。請求できる人：%(who)s。当てはまる人に来てもらうか、委任状などを用意してもらってください。"
    )


class NotInThisHousehold(Fault):
    code = "residents.not_in_this_household"
    sentence = gettext_noop(
        "来た人の氏名が、この世帯の記録にありません。同じ世帯の人でないときは、委任状による代理人として受け付けてください（住民基本台帳法第12条第1項・第4項）。"
    )


class PapersAreMissing(Fault):
    code = "residents.papers_are_missing"
    sentence = gettext_noop(
        "次の書類が要ります：%(papers)s。見せてもらって、しるしを付けてください（%(basis)s）。"
    )


class PurposeIsMissing(Fault):
    code = "residents.purpose_is_missing"
    sentence = gettext_noop(
        "本人・同じ世帯の人以外の請求では、来た人の氏名・住所と使いみちを記入してください。"
    )


class NotForOthers(Fault):
    code = "residents.not_for_others"
    sentence = gettext_noop(
        "%(option)sは、本人・同じ世帯の人とその代理人のほかには記載できません。しるしを外して進めてください（住民基本台帳法第12条の3）。"
    )


class OptionNotOffered(Fault):
    code = "residents.option_not_offered"
    sentence = gettext_noop("この証明書には「%(option)s」を載せられません。しるしを外して進めてください。")


def entitled(kind: CertificateKind, requester: Requester, options: Options, kinship: Kinship) -> Way:
    """By which way this person may have this paper.

    Raises: MayNotAsk; NotInThisHousehold; PapersAreMissing; PurposeIsMissing; NotForOthers; OptionNotOffered.
    """
    way = way_of(kind, requester.asking)
    see_who_it_is(requester, kinship)
    if missing := missing_papers(way, requester, kinship):
        papers = tuple(PAPERS[paper] for paper in missing)
        raise PapersAreMissing(papers=papers, basis=way.basis or CITY_RULES)
    see_what_may_stand_on_it(kind, requester, options)
    return way


def way_of(kind: CertificateKind, asking: Asking) -> Way:
    allowed = allowed_ways(kind)
    if asking not in allowed:
        raise MayNotAsk(
            asking=ASKING[asking],
            kind=kind,
            basis=kind.basis or CITY_RULES,
            who=tuple(ASKING[each] for each in allowed),
        )
    return allowed[asking]


def allowed_ways(kind: CertificateKind) -> dict[Asking, Way]:
    found = WAYS[kind.source]
    if kind.code in ONLY_OWN_USE:
        return {who: way for who, way in found.items() if who in OWN_USE}
    return found


def see_who_it_is(requester: Requester, kinship: Kinship) -> None:
    if requester.asking is A.HOUSEHOLD and not kinship.one_household:
        raise NotInThisHousehold
    if requester.asking not in (A.SELF, A.HOUSEHOLD) and not (requester.name and requester.purpose):
        raise PurposeIsMissing


def missing_papers(way: Way, requester: Requester, kinship: Kinship) -> tuple[Paper, ...]:
    known = {A.SPOUSE: kinship.spouse, A.DIRECT_LINE: kinship.direct_line}.get(requester.asking, False)
    needed = () if known else way.papers
    return tuple(paper for paper in needed if paper not in requester.papers)


def see_what_may_stand_on_it(kind: CertificateKind, requester: Requester, options: Options) -> None:
    for option in sorted(options.items):
        if option not in kind.options:
            raise OptionNotOffered(option=OPTIONS[option])
        if option in NEVER_FOR_OTHERS and requester.asking not in OWN_USE:
            raise NotForOthers(option=OPTIONS[option])
