"""住民票記載事項証明書: the items that were asked for, and no word of the others."""

from .content import Content, Wanted
from .reading import Reading
from .resident_record import of_members

STATEMENT = "上記の事項は、住民票に記載されていることを証明する。"
PART = "世帯の一部の証明"


def content(wanted: Wanted, reading: Reading) -> Content:
    return of_members(wanted, reading, statement=STATEMENT, part=PART, says_left_out=False)
