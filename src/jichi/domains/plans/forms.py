"""The filter of the programme list, the forms that take a plan in, and the one that takes a comment in."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Bureau, Ward
from jichi.kernel.threads.models import Channel
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm
from jichi.kernel.web.words import name_text

from .actions.comment_on_programme import MOST_LETTERS, NewComment
from .actions.import_edition import Source
from .models import Edition, Field, Listing, Measure, Programme
from .rules.damage import DamagedChapter
from .rules.grades import ACHIEVEMENTS
from .rules.reading import Reading, read_chapter_bytes

# The confirmed text comes back as a form field, percent-encoded to three times its bytes: below the 2.5 MB of a form.
LARGEST = 800_000


class ProgrammeFilter(FilterForm):
    """Narrow the programmes of one edition; an empty field narrows nothing."""

    word = forms.CharField(label=_("ことば"), required=False, max_length=60)
    measure = forms.ChoiceField(label=_("基本施策"), required=False)
    ward = forms.ChoiceField(label=_("区"), required=False)
    field = forms.ChoiceField(label=_("分野"), required=False)
    bureau = forms.ChoiceField(label=_("担当"), required=False)
    grade = forms.ChoiceField(
        label=_("達成状況"),
        required=False,
        choices=[
            ("", _("すべて")),
            *((str(grade), format_lazy("{} {}", grade, _(words))) for grade, words in ACHIEVEMENTS.items()),
        ],
    )
    priority = forms.BooleanField(label=_("重点事業だけ"), required=False)

    edition: Edition

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        everything = [("", _("すべて"))]
        measures = Measure.objects.filter(edition=self.edition).order_by("direction", "number")
        numeral = self.edition.numeral
        self.choose(
            "measure",
            everything + [(str(m.pk), f"{numeral}-{m.direction}-({m.number}) {m.title}") for m in measures],
        )
        self.choose("ward", everything + named(Ward.objects.order_by("code")))
        self.choose("field", everything + named(Field.objects.order_by("code")))
        owners = (
            Bureau.objects.filter(sections__in=Programme.objects.values("section"))
            .distinct()
            .order_by("code")
        )
        self.choose("bureau", everything + named(owners))

    def choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def narrow(self, rows: QuerySet[Programme]) -> QuerySet[Programme]:
        asked = self.cleaned_data
        rows = rows.filter(pk__in=listed(self.edition, asked["word"], asked["measure"]))
        exact = {
            "wards": asked["ward"],
            "fields": asked["field"],
            "section__bureau": asked["bureau"],
            "grade": asked["grade"],
        }
        for lookup, value in exact.items():
            rows = rows.filter(**{lookup: value}) if value else rows
        return rows.filter(is_priority=True) if asked["priority"] else rows


def named(rows: Iterable[Ward | Field | Bureau]) -> list[tuple[str, str]]:
    """Choices in the language of the page."""
    return [(row.code, name_text(row)) for row in rows]


def listed(edition: Edition, word: str, measure: str) -> QuerySet[Listing, Any]:
    """Programmes whose listing holds the word and stands in the measure; a relisting counts once."""
    listings = edition.listings.all()
    if word:
        listings = listings.filter(Q(name__icontains=word) | Q(description__icontains=word))
    if measure:
        listings = listings.filter(effort__measure=int(measure))
    return listings.values("programme")


def filter_for(edition: Edition) -> type[ProgrammeFilter]:
    """The filter with the choices of one edition."""
    return type("ProgrammeFilterOfEdition", (ProgrammeFilter,), {"edition": edition})


class ChapterForm(KitForm):
    """A plan chapter as a text file."""

    file = forms.FileField(
        label=_("計画の章のテキストファイル"),
        help_text=_("計画書から取り出した文章（UTF-8）です。取り込む前に、読み取った内容を確かめられます。"),
    )

    def clean_file(self) -> tuple[Reading, Source]:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                gettext("ファイルが大きすぎます。計画の章のテキストは800KBまでです。")
            )
        content = file.read()
        reading = read_or_refuse(content)
        return reading, Source(name=str(file.name)[-200:], text=content.decode("utf-8"))


class ConfirmedChapterForm(KitForm):
    """The chapter that was shown and confirmed; it is read again, so that nobody can slip another one in."""

    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    text = forms.CharField(widget=forms.HiddenInput, strip=False)

    reading: Reading

    def clean_text(self) -> str:
        # A form posts line ends as CR LF (HTML standard, form submission); the source has LF.
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        self.reading = read_or_refuse(text.encode())
        return text


class CorrectionForm(KitForm):
    """What should stand in place of a fault."""

    proposed = forms.CharField(label=_("直した後の文字"), max_length=200, required=False)


def read_or_refuse(content: bytes) -> Reading:
    try:
        return read_chapter_bytes(content)
    except DamagedChapter as damage:
        reason = gettext(damage.template) % damage.facts
        raise forms.ValidationError(
            gettext(
                "%(line)s行目: %(reason)s 何も取り込んでいません。ファイルを直して、もう一度選んでください。"
            ),
            params={"line": damage.line, "reason": reason},
            code=damage.code,
        ) from damage


class WardChoice(forms.ModelChoiceField):
    """A ward by its name in the language of the page."""

    def label_from_instance(self, ward: Ward) -> str:
        return name_text(ward)


class CommentForm(KitForm):
    """What a resident says about a programme. Only what it is about and what is said are required."""

    title = forms.CharField(
        label=_("何についての意見ですか"),
        max_length=100,
        help_text=_("短い題名を書いてください。公開されます。"),
    )
    text = forms.CharField(
        label=_("意見"),
        widget=forms.Textarea,
        max_length=MOST_LETTERS,
        help_text=_(
            "担当の課が読んだあとに公開します。名前、住所、電話番号など、だれか分かることは書かないでください。"
        ),
    )
    ward = WardChoice(
        label=_("お住まいの区"), queryset=Ward.objects.none(), required=False, empty_label=_("答えない")
    )
    name = forms.CharField(
        label=_("お名前"),
        max_length=100,
        required=False,
        help_text=_("書かなくてもかまいません。公開しません。担当の課だけが見ます。"),
    )
    contact = forms.CharField(
        label=_("連絡先"),
        max_length=300,
        required=False,
        help_text=_("問い合わせがあるときに使います。書かなくてもかまいません。公開しません。"),
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **named: Any) -> None:
        named.setdefault("initial", {"ticket": uuid4()})
        super().__init__(*args, **named)
        self.fields["ward"].queryset = Ward.objects.order_by("code")  # type: ignore[attr-defined]

    def comment(self) -> NewComment:
        return NewComment(**{key: value for key, value in self.cleaned_data.items() if key != "received_on"})


class EntryForm(CommentForm):
    """What a clerk writes down: how it came and when, and then the same as a resident writes."""

    channel = forms.ChoiceField(
        label=_("届き方"), choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB]
    )
    received_on = forms.DateField(label=_("届いた日"), widget=DayInput)
    field_order = ("channel", "received_on", "title", "text", "ward", "name", "contact")
