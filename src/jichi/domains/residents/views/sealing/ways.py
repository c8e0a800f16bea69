"""What can be done with a registration, at which step, and in which words it is asked and answered."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import Act

from ...desk_forms import seals as forms
from ...queries.seal_desk import SealCase
from ...states import SEAL


@dataclass(frozen=True, kw_only=True)
class SealWay(Act):
    """An act with its form. `first` stands out as the next thing to do."""

    form: type[forms.SealActForm]
    first: bool = False


SEAL_WAYS = {
    "verify_at_once": SealWay(
        form=forms.VerifyForm,
        title=_("窓口で本人を確かめる"),
        button=_("確かめた"),
        done=_("本人と意思を確かめました。印影の読み取りと登録証の用意ができれば、登録できます。"),
        explains=_("顔写真付きの書類か、保証人で本人を確かめたことになります。"),
        first=True,
    ),
    "send_inquiry": SealWay(
        form=forms.SendInquiryForm,
        title=_("照会書を送る"),
        button=_("送ったことにする"),
        done=_("照会書を送りました。回答の期限が動き始めました。照会書を印刷してください。"),
        explains=_(
            "記録にある住所へ照会書を送ります。回答の期限は今日から数えます。次の画面で印刷できます。"
        ),
    ),
    "take_answer": SealWay(
        form=forms.TakeAnswerForm,
        title=_("回答書を受け取る"),
        button=_("受け取る"),
        done=_("回答書を受け取りました。印影と登録証の用意ができれば、登録できます。"),
        first=True,
    ),
    "register_seal": SealWay(
        form=forms.RegisterForm,
        title=_("登録して登録証を渡す"),
        button=_("登録する"),
        done=_("登録しました。印鑑登録証を渡してください。"),
        explains=_("この印影を登録し、印鑑登録証を渡します。変更の申請では、今の登録はこれで終わります。"),
        first=True,
    ),
    "suspend_seal": SealWay(
        form=forms.SuspendForm,
        title=_("証明を止める（紛失・盗難）"),
        button=_("止める"),
        done=_("証明書の交付を止めました。"),
        explains=_("この登録の証明書は、停止を解くまで、どの窓口でも機械でも交付できなくなります。"),
        danger=True,
    ),
    "resume_seal": SealWay(
        form=forms.ResumeForm,
        title=_("停止を解く"),
        button=_("停止を解く"),
        done=_("停止を解きました。証明書を交付できます。"),
        explains=_("本人が、なくしたものが見つかったと窓口で申し出たときだけ解けます。"),
        first=True,
    ),
    "replace_card": SealWay(
        form=forms.ReplaceCardForm,
        title=_("登録証を引き換える（汚れ・破れ）"),
        button=_("引き換える"),
        done=_("印鑑登録証を引き換えました。古い登録証は使えません。"),
        explains=_("なくしたときは引き換えられません。登録を廃止し、あらためて登録します。"),
    ),
    "cancel_seal": SealWay(
        form=forms.CancelForm,
        title=_("登録を廃止する"),
        button=_("廃止する"),
        done=_("登録を廃止しました。"),
        explains=_("この登録は終わり、証明書は交付できなくなります。元には戻せません。"),
        danger=True,
    ),
    "close_unanswered": SealWay(
        form=forms.CloseForm,
        title=_("回答がないため終える"),
        button=_("申請を終える"),
        done=_("申請を終えました。"),
        explains=_("回答の期限が過ぎたので、この申請を終えます。読み取った印影は消えます。"),
    ),
    "withdraw_application": SealWay(
        form=forms.WithdrawForm,
        title=_("申請を取り下げる"),
        button=_("取り下げる"),
        done=_("申請を取り下げました。"),
        explains=_("本人が取り下げると言ったので、この申請を終えます。読み取った印影は消えます。"),
    ),
    "refuse_application": SealWay(
        form=forms.RefuseForm,
        title=_("受理しない"),
        button=_("受理しない"),
        done=_("申請を受理しませんでした。"),
        explains=_("登録できない印鑑なので、この申請を終えます。読み取った印影は消えます。"),
        danger=True,
    ),
}


def open_ways(case: SealCase, on: date) -> dict[str, SealWay]:
    """The acts that this reader can do now, the next one first."""
    if not case.may_act:
        return {}
    possible = {move.verb for move in SEAL.next_moves(case.registration.step)}
    ways = {name: way for name, way in SEAL_WAYS.items() if name in possible and can_now(name, case, on)}
    return dict(sorted(ways.items(), key=lambda each: not each[1].first))


def can_now(name: str, case: SealCase, on: date) -> bool:
    """Beside the step: registering waits for the confirmed impression, closing for the last day."""
    registration = case.registration
    late = registration.answer_due_on is not None and registration.answer_due_on < on
    if name == "register_seal":
        return case.impression is not None and case.impression.confirmed_at is not None
    if name == "close_unanswered":
        return late
    return not (name == "take_answer" and late) and not (name == "verify_at_once" and registration.by_proxy)
