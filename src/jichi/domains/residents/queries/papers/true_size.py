"""Whether a picture stands on a paper as large as what it was taken from."""

from jichi.kernel.documents.readback import Picture

DPI = 600
MM_PER_INCH = 25.4
# A tenth of a millimetre: what no eye sees when it lays a seal beside its certificate.
CLOSE_ENOUGH = 0.1


def printed_right(picture: Picture, png: bytes) -> bool:
    """Whether the printed picture is this one, dot by dot, and 600 of its dots are an inch long."""
    wide, high = (each / DPI * MM_PER_INCH for each in (picture.width, picture.height))
    return (
        abs(picture.width_mm - wide) <= CLOSE_ENOUGH
        and abs(picture.height_mm - high) <= CLOSE_ENOUGH
        and picture.shows(png)
    )
