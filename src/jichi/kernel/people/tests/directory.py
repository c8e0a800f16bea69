"""A small OpenID Connect provider on loopback: the city's directory, as the outside world would run it.

Source: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636). It trusts whoever asks, says
that this is its one person, and checks what a provider must check: client, redirect address, code, verifier.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from jichi.kernel.clock.reading import now

CLIENT, SECRET = "jichi", "a secret between two machines"


class Directory:
    """What the provider knows: its key, its person, the codes it gave out, and what it refused."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.refused: list[str] = []
        self.url = ""

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        """The tokens for a code, once, to the client that asked for it."""
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None or (given["client_id"], given["client_secret"]) != (CLIENT, SECRET):
            return self.refuse("unknown code or client")
        if given["redirect_uri"] != asked["redirect_uri"]:
            return self.refuse("another redirect address")
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return self.refuse("wrong verifier")
        return {
            "access_token": "access",
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": self.id_token(),
        }

    def refuse(self, why: str) -> None:
        self.refused.append(why)

    def id_token(self) -> str:
        at = int(now().timestamp())
        claims = {**self.person, "iss": self.url, "aud": CLIENT, "iat": at, "exp": at + 60}
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})


class Door(BaseHTTPRequestHandler):
    directory: Directory

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        match parts.path:
            case "/.well-known/openid-configuration":
                self.answer(self.directory.configuration())
            case "/authorize":
                self.send_response(302)
                self.send_header("Location", self.directory.authorize(one_each(parts.query)))
                self.end_headers()
            case "/userinfo" if self.headers["Authorization"] == "Bearer access":
                self.answer(self.directory.person)
            case _:
                self.answer({"error": "invalid_request"}, status=400)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        tokens = self.directory.token(one_each(body))
        self.answer(tokens or {"error": "invalid_grant"}, status=200 if tokens else 400)

    def answer(self, value: dict[str, Any], status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_: object) -> None:
        """A test's output is for faults."""


def one_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def running() -> Iterator[Directory]:
    directory = Directory()
    door = type("DoorOfDirectory", (Door,), {"directory": directory})
    with ThreadingHTTPServer(("127.0.0.1", 0), door) as server:
        directory.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield directory
        finally:
            server.shutdown()
            thread.join()
