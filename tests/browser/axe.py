"""axe-core on a shown page: every rule of WCAG 2.2 A and AA, and its best practices."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

SOURCE = Path(__file__).resolve().parents[1] / "vendor/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],
    # Off by default in axe, though of level AA in WCAG 2.2.
    "rules": {"target-size": {"enabled": True}},
}


def bring(context: BrowserContext) -> None:
    """Have axe on every page that this browser opens. The security policy would refuse it as a <script>."""
    context.add_init_script(path=SOURCE)


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now, one line for each element. Needs `bring`."""
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{broken['id']}: {broken['help']} {node['target']} {node['failureSummary']!r} {node['html'][:160]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]
