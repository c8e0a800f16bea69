"""What the house publishes: the data sets and feeds of all manifests."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.subsystem import Dataset, Feed, installed

from .kinds import Kind, kind_of_column

SAMPLE = 500


@dataclass(frozen=True)
class Published:
    """A data set with what a page or a description says about it besides the manifest."""

    dataset: Dataset
    part: str

    @cached_property
    def columns(self) -> list["PublishedColumn"]:
        """The columns with their kinds, told from the first rows: a column holds one kind of value."""
        names = self.dataset.columns.items()
        values = list(zip(*islice(self.dataset.rows(), SAMPLE), strict=True)) or [()] * len(names)
        return [
            PublishedColumn(name=name, meaning=str(meaning), kind=kind_of_column(below))
            for (name, meaning), below in zip(names, values, strict=True)
        ]


@dataclass(frozen=True, kw_only=True)
class PublishedColumn:
    name: str
    meaning: str
    kind: Kind


def published() -> list[Published]:
    """All data sets, in the order of the manifests."""
    return [
        Published(dataset=dataset, part=str(part.title)) for part in installed() for dataset in part.datasets
    ]


def data_called(name: str) -> Published:
    """Raises: NotThere."""
    found = next((each for each in published() if each.dataset.name == name), None)
    if found is None:
        raise NotThere
    return found


def feeds() -> list[Feed]:
    return [feed for part in installed() for feed in part.feeds]


def feed_called(name: str) -> Feed:
    """Raises: NotThere."""
    found = next((each for each in feeds() if each.name == name), None)
    if found is None:
        raise NotThere
    return found
