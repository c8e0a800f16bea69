"""What a certificate of a family register needs, and what each kind says of itself. Pure."""

from jichi.kernel.values.fault import Fault, gettext_noop

STATEMENTS = {
    "family_full": "これは、戸籍に記録されている事項の全部を証明した書面である。",
    "family_individual": "これは、戸籍中の一部の者について記録されている事項の全部を証明した書面である。",
    "removed_family_full": "これは、除籍に記録されている事項の全部を証明した書面である。",
    "removed_family_individual": "これは、除籍中の一部の者について記録されている事項の全部を証明した書面である。",
    "family_entry_items": "これは、戸籍に記録されている事項の一部を証明した書面である。",
}
TITLES = {
    "family_full": "全部事項証明",
    "family_individual": "個人事項証明",
    "removed_family_full": "全部事項証明",
    "removed_family_individual": "個人事項証明",
    "family_entry_items": "一部事項証明",
}
WHOLE = ("family_full", "removed_family_full")
OF_REMOVED = ("removed_family_full", "removed_family_individual")
HISTORY_STATEMENT = "この写しは、戸籍の附票の原本と相違ないことを証明する。"
ACCEPTANCE_STATEMENT = "上記の届出を受理したことを証明する。"


class NoFamilyRegister(Fault):
    code = "residents.no_family_register"
    sentence = gettext_noop(
        "この人の戸籍は、この市にありません。本籍のある市区町村に請求するように案内してください（戸籍法第10条）。"
    )


class NoRemovedRegister(Fault):
    code = "residents.no_removed_register"
    sentence = gettext_noop(
        "この人がいた除籍や改製原戸籍は、この市にありません。現在の戸籍か、前の本籍の市区町村を案内してください（戸籍法第12条の2）。"
    )


class NoSuchEntry(Fault):
    code = "residents.no_such_family_entry"
    sentence = gettext_noop("証明する記載が選ばれていません。戸籍を開いて、記載を選んでください。")


class NotAccepted(Fault):
    code = "residents.family_notification_not_accepted"
    sentence = gettext_noop(
        "この人の届出で、ここで受理したものがありません。届出をした区役所を案内してください（戸籍法第48条）。"
    )
