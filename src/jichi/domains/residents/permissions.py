"""What people may do with the registers. Staff of a ward's registry act in their own ward."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    LOOK = "residents.look", _("住民の記録を調べて開く")
    ENTER_MOVEMENT = "residents.enter_movement", _("異動を入力する")
    VOID_MOVEMENT = "residents.void_movement", _("異動を取り消し、訂正する")
    TAKE_OVER = "residents.take_over", _("外国人登録から住民票へ移行する")
    KEEP_FAMILY_REGISTER = "residents.keep_family_register", _("戸籍の届出を受理し、戸籍に記載する")
    REGISTER_SEAL = "residents.register_seal", _("印鑑を登録する")
    ISSUE_CERTIFICATE = "residents.issue_certificate", _("証明書を交付する")
    VOID_CERTIFICATE = "residents.void_certificate", _("証明書を無効にする")
    ASK_FOR_CERTIFICATE = "residents.ask_for_certificate", _("自分の証明書を申し込む")
    PROTECT = "residents.protect", _("支援措置の申出を受け付け、期間を延ばす")
    DECIDE_PROTECTION = "residents.decide_protection", _("支援措置の開始と解除を決める")
    SEE_PROTECTED = "residents.see_protected", _("支援措置の対象となる人の記録を開く")
    READ_LOOKS = "residents.read_looks", _("住民の記録をだれが見たかを調べる")
    LINK_ACCOUNT = "residents.link_account", _("本人確認をして、サインインと記録を結ぶ")
    MAKE_LINK_CODE = "residents.make_link_code", _("自分の記録と結ぶための番号を作る")
    KEEP_TERMINALS = "residents.keep_terminals", _("証明書の端末を登録し、止める")
    LOAD = "residents.load", _("住民の記録を取り込む")
    EXTRACT = "residents.extract", _("住民の記録を書き出す")


CLERK = (
    May.LOOK,
    May.ENTER_MOVEMENT,
    May.KEEP_FAMILY_REGISTER,
    May.REGISTER_SEAL,
    May.ISSUE_CERTIFICATE,
    May.PROTECT,
    May.LINK_ACCOUNT,
)
CHIEF = (
    *CLERK,
    May.VOID_MOVEMENT,
    May.TAKE_OVER,
    May.VOID_CERTIFICATE,
    May.DECIDE_PROTECTION,
    May.SEE_PROTECTED,
    May.READ_LOOKS,
    May.KEEP_TERMINALS,
    May.LOAD,
    May.EXTRACT,
)

GRANTS = {
    Role.REGISTRY_CLERK: CLERK,
    Role.REGISTRY_CHIEF: CHIEF,
    Role.AUDITOR: (May.READ_LOOKS,),
}

# What residents do for themselves, signed in; the verbs ask for the account.
OPEN_TO_ALL = (May.MAKE_LINK_CODE, May.ASK_FOR_CERTIFICATE)
