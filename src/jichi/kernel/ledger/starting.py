"""The record's key at the start of the city, and the seal after its data were loaded."""

from django.utils.translation import gettext as _

from .actions.seal_record import SEALER, NoKeyToSealWith, seal_if_needed
from .actions.start_record import start_record_once
from .keys import KeyIsMissing, file_of, signer_for
from .models import Key
from .verifier import read_key


def start() -> str:
    """Make the first key where there is none; say where the key is, and when it is gone."""
    start_record_once(actor=SEALER)
    key = read_key(Key.objects.get(is_current=True).text)
    try:
        signer_for(key)
    except KeyIsMissing:
        return _("封印の鍵がありません：%(file)s。控えから戻してください") % {"file": file_of(key)}
    return _("封印の鍵：%(file)s") % {"file": file_of(key)}


def seal_after_loading() -> str:
    """Seal what the loading of the city has put on record; a missing key is told and stops nothing."""
    try:
        return seal()
    except NoKeyToSealWith as refused:
        return str(refused.message)


def seal() -> str:
    """Seal what is new, and say so."""
    made = seal_if_needed()
    if made is None:
        return _("公開の記録：前の封印の後に新しい記録はありません")
    return _("公開の記録：%(size)s件まで封印しました") % {"size": made.size}
