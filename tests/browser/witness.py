"""What a browser complains about while pages are shown: errors, refused content, strangers' addresses."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Witness:
    """Listens to one page. `complaints` holds what was heard since it was last emptied."""

    def __init__(self, page: Page, *, home: str) -> None:
        self.home = home
        self.complaints: list[str] = []
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self.on_request)
        page.on("requestfailed", self.on_failure)
        page.on("response", self.on_response)

    def heard(self) -> list[str]:
        """The complaints so far; they are forgotten afterwards."""
        heard, self.complaints = self.complaints, []
        return heard

    def on_console(self, message: ConsoleMessage) -> None:
        # Content that the security policy refused is told as an error of the console.
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def on_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.complaints.append(f"asks a stranger: {request.url}")

    def on_failure(self, request: Request) -> None:
        self.complaints.append(f"failed: {request.url} {request.failure}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")
