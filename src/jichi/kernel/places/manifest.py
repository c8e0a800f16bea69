"""All that places offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Dataset, Subsystem

from . import datasets
from .actions.findable import findable
from .actions.load_city import load_city
from .permissions import GRANTS

SURE = _("確かさ：read（出典で確認）、inferred（推定）、unconfirmed（未確認）")

PLACES = Subsystem(
    name="places",
    title=_("区と窓口"),
    grants=GRANTS,
    load=load_city,
    search=findable,
    router="jichi.kernel.places.api.router",
    datasets=(
        Dataset(
            name="wards",
            title=_("区"),
            describes=_("指定都市の行政区。境界は API の /api/v1/places/wards.geojson にあります。"),
            columns={
                "code": _("全国地方公共団体コード（5桁）"),
                "name": _("名前"),
                "kana": _("読み"),
                "name_en": _("英語の名前"),
            },
            rows=datasets.ward_rows,
            updated=datasets.loaded_at,
        ),
        Dataset(
            name="towns",
            title=_("町丁目"),
            describes=_("町丁目とその位置。出典：Geolonia 住所データ（CC BY 4.0）。"),
            columns={
                "ward_code": _("区のコード"),
                "ward": _("区"),
                "town": _("町丁目"),
                "hamlet": _("小字"),
                "latitude": _("緯度（度、WGS 84。出典にないときは空）"),
                "longitude": _("経度（度、WGS 84。出典にないときは空）"),
            },
            rows=datasets.town_rows,
            updated=datasets.loaded_at,
        ),
        Dataset(
            name="offices",
            title=_("窓口"),
            describes=_("区役所・支所・出張所・連絡所・行政サービスコーナー（2011～2013年度の計画の時期）。"),
            columns={
                "code": _("窓口のコード"),
                "kind": _(
                    "種類：ward_office（区役所）、branch_office（支所）、sub_branch_office（出張所）、"
                    "liaison_office（連絡所）、service_corner（行政サービスコーナー）"
                ),
                "name": _("名前"),
                "name_en": _("英語の名前"),
                "ward_code": _("区のコード"),
                "ward": _("区"),
                "opened_on": _("開いた日（分からないときは空）"),
                "closed_on": _("閉じた日：最後の日（開いているときは空）"),
                "note": _("備考"),
                "source": _("出典"),
                "confidence": SURE,
            },
            rows=datasets.office_rows,
            updated=datasets.loaded_at,
        ),
        Dataset(
            name="sections",
            title=_("局・区役所と課"),
            describes=_("市の組織（2011～2013年度の計画の時期）。"),
            columns={
                "bureau_code": _("局・区役所のコード"),
                "bureau": _("局・区役所"),
                "bureau_en": _("局・区役所の英語の名前"),
                "ward_code": _("区役所の区のコード（局のときは空）"),
                "code": _("課のコード"),
                "name": _("課"),
                "name_en": _("課の英語の名前"),
                "source": _("出典"),
                "confidence": SURE,
            },
            rows=datasets.section_rows,
            updated=datasets.loaded_at,
        ),
    ),
)
