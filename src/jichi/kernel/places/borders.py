"""The borders of the wards, as the city's file draws them."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from .models import Ward

CREDIT = "国土数値情報（国土交通省）"


@lru_cache(maxsize=4)
def features_of(folder: Path) -> dict[str, dict[str, Any]]:
    """The geometry by ward code. Units: degrees WGS 84, longitude first, as GeoJSON demands (RFC 7946)."""
    drawn = json.loads((folder / "wards.geojson").read_text(encoding="utf-8"))
    return {each["properties"]["N03_007"]: each["geometry"] for each in drawn["features"]}


def feature_of(ward: Ward, geometry: dict[str, Any]) -> dict[str, Any]:
    """A ward as a GeoJSON feature."""
    words = {"code": ward.code, "name": ward.name, "kana": ward.kana, "name_en": ward.name_en}
    return {"type": "Feature", "id": ward.code, "properties": words, "geometry": geometry}
