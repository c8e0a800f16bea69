"""Put a refusal of a whole form where the person sees it."""

from django.forms import BaseForm

from jichi.kernel.actions.refusal import Refusal


def tell_all(form: BaseForm, refusal: Refusal) -> None:
    """Every sentence at its own field; what belongs to no field, such as missing evidence, on top."""
    for name, sentence in refusal.fields.items():
        form.add_error(name if name in form.fields else None, sentence)
    if not refusal.fields:
        form.add_error(None, str(refusal.message))
