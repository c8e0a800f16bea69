"""English that got into the Japanese interface: a heuristic. Words that are Japanese usage are allowed by name."""

import re

from playwright.sync_api import Page

# Abbreviations and names that Japanese readers know as they are.
GENERAL = (
    "AI API CSV DNA FAQ GIS HTML HTTP HTTPS ICT ID IP IT JSON NPO PC PDCA PDF QR REST SDGs SNS TV URL USB XML"
)
SPECIAL = (
    "AA AGPL Atom CC BY Ctrl DCAT DVD Enter Esc GeoJSON iCal iCalendar JavaScript JIS OpenAPI Python RFC SHA Shift "
    "Tab TOTP UTF WCAG XLSX Alt UUID TOML"
)
# Units, kinds of pictures and of files, and what the forms of a ward office say: CP932, DV.
OFFICE = "BMP CP DV JPEG MB PNG TIFF USA ZIP dpi mm"
# The names of demo people from abroad stand as they were written.
PEOPLE = "DEMO LAN NGUYEN THI"
# "uk" is an extraction fault of the printed plan, shown as it was read: 「しukみ」.
NAMES = "axe core Geolonia Jichi uk"
ALLOWED = frozenset(f"{GENERAL} {SPECIAL} {OFFICE} {PEOPLE} {NAMES}".split())
WORD = re.compile(r"[A-Za-z][A-Za-z'’]{1,}")
# A name of several words, a reference, a mail address, an address of the web, a file name: no words.
NO_WORDS = re.compile(
    r"GNU Affero General Public License|GNU AGPL|CSV on the Web|JSON Lines|JSON-LD|"
    r"\S+@\S+|https?://\S+|/[\w/{}.?=&-]+|[A-Z]{2}-\d{4}-\d|\b[\w-]+\.[a-z]{2,5}\b|\b[0-9a-f]{16,}\b"
)

# The text that is seen, without what is marked as another language, as code or as something to type.
SEEN = """() => {
  const skipped = 'script,style,noscript,code,kbd,pre,samp,svg,textarea,[translate=no],[lang]:not(html):not([lang^=ja])';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!holder.closest(skipped) && holder.checkVisibility()) texts.push(walker.currentNode.data);
  }
  for (const each of document.querySelectorAll('[aria-label],[placeholder],[title],[alt]')) {
    if (each.closest(skipped)) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(each.getAttribute(name) ?? '');
  }
  return texts.join('\\n') + '\\n' + document.title;
}"""


def english_in(text: str) -> list[str]:
    """The words of a Japanese text that are English and not allowed, each once."""
    words = WORD.findall(NO_WORDS.sub(" ", text))
    return sorted({word for word in words if word not in ALLOWED})


def english_on(page: Page) -> list[str]:
    return english_in(page.evaluate(SEEN))
