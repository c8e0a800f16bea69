"""The closed lists of the family registers, with the labels that the computerised register prints. Pure."""

from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Role(StrEnum):
    """What somebody is in a notification."""

    CHILD = "child"
    FATHER = "father"
    MOTHER = "mother"
    HUSBAND = "husband"
    WIFE = "wife"
    ADOPTER = "adopter"
    ADOPTER_SPOUSE = "adopter_spouse"
    SUBJECT = "subject"
    SPOUSE = "spouse"
    WITNESS = "witness"


ROLES: dict[Role, str] = {
    Role.CHILD: gettext_noop("子"),
    Role.FATHER: gettext_noop("父"),
    Role.MOTHER: gettext_noop("母"),
    Role.HUSBAND: gettext_noop("夫"),
    Role.WIFE: gettext_noop("妻"),
    Role.ADOPTER: gettext_noop("養親"),
    Role.ADOPTER_SPOUSE: gettext_noop("養親の配偶者"),
    Role.SUBJECT: gettext_noop("届出の本人"),
    Role.SPOUSE: gettext_noop("本人の配偶者"),
    Role.WITNESS: gettext_noop("証人"),
}


class Choice(StrEnum):
    """What the parties choose: whose surname a couple bears, where somebody goes who takes back a former surname."""

    NONE = ""
    HUSBANDS_NAME = "husbands_name"
    WIFES_NAME = "wifes_name"
    RETURN = "return"
    NEW_REGISTER = "new_register"
    KEEP_NAME = "keep_name"


CHOICES: dict[Choice, str] = {
    Choice.HUSBANDS_NAME: gettext_noop("夫の氏を称する"),
    Choice.WIFES_NAME: gettext_noop("妻の氏を称する"),
    Choice.RETURN: gettext_noop("もとの戸籍にもどる"),
    Choice.NEW_REGISTER: gettext_noop("新しい戸籍をつくる"),
    Choice.KEEP_NAME: gettext_noop("いまの氏のまま新しい戸籍をつくる"),
}

HUSBAND, WIFE = "夫", "妻"

# The headings of entries, as the computerised register prints them; of the register itself first.
REGISTER_HEADINGS = {
    "made": "戸籍編製",
    "remade": "戸籍改製",
    "transfer": "転籍",
    "surname_change": "氏の変更",
    "closed": "戸籍消除",
    "reopened": "戸籍回復",
}
HEADINGS = REGISTER_HEADINGS | {
    "birth": "出生",
    "acknowledgement": "認知",
    "adoption": "養子縁組",
    "adoption_ended": "養子離縁",
    "marriage": "婚姻",
    "divorce": "離婚",
    "name_kept": "離婚の際に称していた氏を称する届出",
    "spouse_died": "配偶者の死亡",
    "custody": "親権",
    "death": "死亡",
    "missing": "失踪宣告",
    "entry": "入籍",
    "separation": "分籍",
    "new_register": "子の入籍による新戸籍編製",
    "given_name_change": "名の変更",
    "first_registration": "就籍",
    "naturalised": "帰化",
    "nationality_acquired": "国籍取得",
    "nationality_lost": "国籍喪失",
    "corrected": "訂正",
    "annulled": "消除",
}

# Why a member left, as far as the register has to know: the heading that says so.
LEFT_FOR_GOOD = ("death", "missing", "nationality_lost")

LABELS = {
    "made_on": "編製日",
    "remade_on": "改製日",
    "remade_why": "改製事由",
    "closed_on": "消除日",
    "reopened_on": "回復日",
    "transfer_on": "転籍日",
    "former_domicile": "従前本籍",
    "new_domicile": "新本籍",
    "former_register": "従前戸籍",
    "entered_register": "入籍戸籍",
    "born_on": "出生日",
    "born_at": "出生地",
    "died_on": "死亡日",
    "died_time": "死亡時分",
    "died_at": "死亡地",
    "spouse_died_on": "配偶者の死亡日",
    "presumed_dead_on": "死亡とみなされる日",
    "married_on": "婚姻日",
    "divorced_on": "離婚日",
    "divorce_final_on": "離婚の裁判確定日",
    "spouse": "配偶者氏名",
    "spouse_nationality": "配偶者の国籍",
    "spouse_birth": "配偶者の生年月日",
    "surname": "称する氏",
    "adopted_on": "縁組日",
    "adoption_ended_on": "離縁日",
    "adoptive_father": "養父氏名",
    "adoptive_mother": "養母氏名",
    "adoptee": "養子氏名",
    "adoptee_register": "養子の従前戸籍",
    "co_adopter": "共同縁組者",
    "consent_by": "代諾者",
    "acknowledged_on": "認知日",
    "acknowledged_by": "認知者氏名",
    "acknowledged_register": "認知者の戸籍",
    "acknowledged_child": "認知した子の氏名",
    "child_register": "認知した子の戸籍",
    "custody_on": "親権者を定めた日",
    "custody_by": "親権者",
    "entry_why": "入籍事由",
    "entered_on": "入籍日",
    "separated_on": "分籍日",
    "changed_on": "変更日",
    "change_why": "変更の事由",
    "former_surname": "従前の氏",
    "former_given_name": "従前の名",
    "registered_on": "就籍日",
    "naturalised_on": "帰化日",
    "acquired_on": "国籍取得日",
    "lost_on": "国籍喪失日",
    "other_nationality": "国籍",
    "kept_on": "氏を称する届出日",
    "court_on": "裁判・許可の日",
    "court": "裁判所",
    "notified_on": "届出日",
    "notified_by": "届出人",
    "sent_on": "送付を受けた日",
    "accepted_by": "受理者",
    "corrected_on": "訂正日",
    "corrected_what": "訂正事項",
    "corrected_why": "訂正事由",
    "corrected_by": "訂正の根拠",
    "leave_on": "許可日",
    "final_on": "裁判確定日",
    "applied_on": "申請日",
    "applied_by": "申請人",
    "as_before": "従前の記録",
    "annulled_on": "消除日",
    "annulled_what": "消除事項",
    "annulled_why": "消除事由",
    "other": "備考",
}
