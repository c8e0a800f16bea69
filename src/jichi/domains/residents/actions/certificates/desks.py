"""Which section of a ward office numbers the papers of its desk."""

from jichi.kernel.places.models import Bureau, Section, Ward

from .making import DESK


def desk_of(ward: Ward) -> tuple[Section | None, Bureau]:
    section = Section.objects.select_related("bureau").filter(bureau__ward=ward, code__endswith=DESK).first()
    return section, section.bureau if section else Bureau.objects.get(ward=ward)
