"""At the start: look at the templates, and see that the city has a key to sign with."""

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now

from .actions.adopt_certificate import adopt_certificate
from .checks import refuse_wrong_ones
from .keys import given_pair, keep, make_pair
from .numbering import numbers
from .queries import certificate_in_use

STARTER = machine("start", Role.ADMINISTRATOR)


def load_documents() -> str:
    """Raises: WrongTemplates, so that nothing starts with a template that cannot be printed."""
    templates = refuse_wrong_ones()
    fingerprint = see_to_the_key()
    if numbers().confidence == "unconfirmed":
        return _(
            "文書：テンプレート%(templates)s種類を確かめました（署名の鍵 %(key)s…）。文書記号は未確認です"
        ) % {"templates": templates, "key": fingerprint[:12]}
    return _("文書：テンプレート%(templates)s種類を確かめました（署名の鍵 %(key)s…）") % {
        "templates": templates,
        "key": fingerprint[:12],
    }


def see_to_the_key() -> str:
    """Adopt the pair of the settings, else make one where there is none; answers its fingerprint."""
    in_use, given = certificate_in_use(), given_pair()
    if given is not None and (in_use is None or in_use.fingerprint != given.fingerprint):
        return adopt_certificate(actor=STARTER, pair=given).fingerprint
    return in_use.fingerprint if in_use else rotate_key()


def rotate_key() -> str:
    """Make a new pair and sign with it from now on. The file comes first: no certificate without its key."""
    pair = make_pair(now())
    keep(pair)
    return adopt_certificate(actor=STARTER, pair=pair).fingerprint
