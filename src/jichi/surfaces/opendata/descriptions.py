"""Descriptions for machines: CSV on the Web for a file, DCAT for the catalogue."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from .catalogue import Published
from .kinds import Kind

LICENCES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}
MEDIA = {"csv": "text/csv", "json": "application/json"}
FLAG_WRITTEN = "1|0"


def address(name: str, *args: str) -> str:
    return settings.SITE_URL + reverse(f"opendata:{name}", args=args)


def table_schema(data: Published) -> dict[str, Any]:
    """The CSV file column by column. Source: W3C, Model for Tabular Data and Metadata on the Web."""
    dataset = data.dataset
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ja"}],
        "url": address("csv", dataset.name),
        "dc:title": str(dataset.title),
        "dc:description": str(dataset.describes),
        "dc:license": {"@id": LICENCES.get(dataset.licence, dataset.licence)},
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "dc:description": column.meaning,
                    "datatype": {"base": "boolean", "format": FLAG_WRITTEN}
                    if column.kind is Kind.FLAG
                    else column.kind.value,
                }
                for column in data.columns
            ]
        },
    }


def catalogue(all_data: list[Published]) -> dict[str, Any]:
    """Every data set with its files. Source: DCAT-AP 3, as JSON-LD."""
    city = settings.CITY
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": address("home"),
        "@type": "dcat:Catalog",
        "dct:title": {"@value": f"{city['name']} オープンデータ", "@language": "ja"},
        "dct:description": {"@value": f"{city['name']}の公開データの一覧", "@language": "ja"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": city["name"]},
        "foaf:homepage": {"@id": settings.SITE_URL},
        "dcat:dataset": [dataset_entry(data) for data in all_data],
    }


def dataset_entry(data: Published) -> dict[str, Any]:
    dataset = data.dataset
    updated = dataset.updated()
    entry = {
        "@id": address("dataset", dataset.name),
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.name,
        "dct:title": {"@value": str(dataset.title), "@language": "ja"},
        "dct:description": {"@value": str(dataset.describes), "@language": "ja"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": settings.CITY["name"]},
        "dcat:theme": data.part,
        "dcat:distribution": [distribution(data, form) for form in MEDIA],
    }
    if updated:
        entry["dct:modified"] = {"@value": updated.isoformat(), "@type": "xsd:dateTime"}
    return entry


def distribution(data: Published, form: str) -> dict[str, Any]:
    dataset = data.dataset
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{dataset.title} {form.upper()}",
        "dcat:accessURL": {"@id": address("dataset", dataset.name)},
        "dcat:downloadURL": {"@id": address(form, dataset.name)},
        "dcat:mediaType": MEDIA[form],
        "dct:license": {"@id": LICENCES.get(dataset.licence, dataset.licence)},
        "dct:conformsTo": {"@id": address("schema", dataset.name)},
    }
