"""Every setting of Jichi, read from the environment only."""

import os
import tomllib
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(os.environ.get("JICHI_ROOT", Path(__file__).resolve().parents[3]))
VAR = Path(os.environ.get("JICHI_VAR", ROOT / "var"))
CITY_FOLDER = ROOT / "cities" / os.environ.get("JICHI_CITY", "kawasaki")
CITY = tomllib.loads((CITY_FOLDER / "profile.toml").read_text(encoding="utf-8"))

DEBUG = os.environ.get("JICHI_DEBUG") == "1"
DEMO = os.environ.get("JICHI_DEMO") == "1"
SITE_URL = os.environ.get("JICHI_URL", "http://localhost:8000")
# Where users find the source of what runs here, as the licence (AGPL, section 13) demands.
SOURCE_URL = os.environ.get("JICHI_SOURCE_URL", "")
HTTPS = SITE_URL.startswith("https://")
# How many proxies of ours stand in front; only what they say of a visitor's address and protocol is believed.
PROXIES = int(os.environ.get("JICHI_PROXIES", "0"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
ALLOWED_HOSTS = os.environ.get("JICHI_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [SITE_URL]


def secret_key() -> str:
    """The signing key of this installation, made once and kept in a file only its owner can read."""
    if given := os.environ.get("JICHI_SECRET_KEY"):
        return given
    from django.core.management.utils import get_random_secret_key

    VAR.mkdir(parents=True, exist_ok=True)
    path = VAR / "secret_key"
    if not path.exists():
        # Of several processes that start at once, one's key is taken; none ever reads half a file.
        with NamedTemporaryFile("w", dir=VAR, prefix="secret_key.") as half:
            half.write(get_random_secret_key())
            half.flush()
            with suppress(FileExistsError):
                os.link(half.name, path)
    return path.read_text()


SECRET_KEY = secret_key()
# The key and certificate (PEM) with which documents are signed, where an authority gave the city one.
DOCUMENT_KEY = os.environ.get("JICHI_DOCUMENT_KEY", "")
DOCUMENT_CERTIFICATE = os.environ.get("JICHI_DOCUMENT_CERTIFICATE", DOCUMENT_KEY)

KERNEL = [
    f"jichi.kernel.{room}"
    for room in (
        "clock", "people", "places", "access", "ledger", "law", "tasks", "deadlines", "threads",
        "documents", "search", "web", "rest", "administration", "notices", "workshop",
    )
]  # fmt: skip
DOMAINS = ["jichi.domains.plans", "jichi.domains.residents"]
SURFACES = ["jichi.surfaces.portal", "jichi.surfaces.desk", "jichi.surfaces.opendata"]

INSTALLED_APPS = [
    *KERNEL,
    *DOMAINS,
    *SURFACES,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jichi.kernel.documents.middleware.HashUploads",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "jichi.kernel.web.language.SimpleJapaneseMiddleware",
    "jichi.kernel.rest.middleware.ApiMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jichi.kernel.people.second_factor.RequireSecondFactor",
    "jichi.kernel.access.middleware.ActorMiddleware",
    "jichi.kernel.web.middleware.RefusalMiddleware",
    "jichi.kernel.web.middleware.NulMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "jichi.config.urls"
WSGI_APPLICATION = "jichi.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jichi.kernel.web.context.frame",
            ],
        },
    }
]

FORM_RENDERER = "jichi.kernel.web.forms.KitRenderer"
CSRF_FAILURE_VIEW = "jichi.kernel.web.errors.form_expired"

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR / 'jichi.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    VAR.mkdir(parents=True, exist_ok=True)
    # IMMEDIATE: the default mode fails most concurrent writers with "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("JICHI_TEST_DATABASE")}
# One cache for all workers: a code of a second factor is used once, and tries are counted, whichever of them answers.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "jichi.kernel.people.shared_password.RefuseSharedPassword",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "jichi.kernel.people.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "jichi.kernel.people.forms.SignInForm",
    "signup": "jichi.kernel.people.forms.SignUpForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Wrong passwords are axes' business: its count is in the database and holds for all processes.
ACCOUNT_RATE_LIMITS = {"login_failed": None}
MFA_ADAPTER = "jichi.kernel.people.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "jichi.kernel.people.forms.AddKeyForm",
    "edit_webauthn": "jichi.kernel.people.forms.RenameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = CITY["name"]
SOCIALACCOUNT_ADAPTER = "jichi.kernel.people.adapter.DirectoryAdapter"
# The one provider is the city's own directory: an address that it vouches for opens the account of that address.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": os.environ.get("JICHI_OIDC_ID", "city"),
                "name": os.environ.get("JICHI_OIDC_NAME", ""),
                "client_id": os.environ["JICHI_OIDC_CLIENT_ID"],
                "secret": os.environ.get("JICHI_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ["JICHI_OIDC_SERVER"], "oauth_pkce_enabled": True},
            }
        ]
        if "JICHI_OIDC_CLIENT_ID" in os.environ
        else []
    }
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "portal:home"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "jichi.kernel.people.lockout.name_tried"
AXES_CLIENT_IP_CALLABLE = "jichi.kernel.people.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "jichi.kernel.people.lockout.locked_out"
# The page says when to try again; trying earlier must not make that untrue.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", _("日本語")), ("en", "English"), ("ja-simple", _("やさしい日本語"))]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
LANGUAGE_COOKIE_NAME = "language"
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if os.environ.get("JICHI_SERVE") == "1"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not STORAGES["staticfiles"]["BACKEND"].startswith("whitenoise")
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = VAR / "files"

DIRECTORY_ORIGIN = "/".join(os.environ.get("JICHI_OIDC_SERVER", "").split("/")[:3])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        # Browsers hold the redirect after a form to this too: signing in leads to the city's directory.
        "form-action": [SELF, *([DIRECTORY_ORIGIN] if DIRECTORY_ORIGIN else [])],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_BACKEND = os.environ.get("JICHI_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_HOST = os.environ.get("JICHI_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("JICHI_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("JICHI_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("JICHI_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("JICHI_SMTP_TLS") == "starttls"
EMAIL_USE_SSL = os.environ.get("JICHI_SMTP_TLS") == "implicit"
EMAIL_TIMEOUT = 30
# The mailbox to which reports come back, as `bounces+…@`; its mail is given to `jichi mail receive`.
RETURN_MAILBOX = os.environ.get("JICHI_RETURN_MAILBOX", "")
DEFAULT_FROM_EMAIL = os.environ.get("JICHI_FROM", CITY["email"])

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {} if DEBUG else {"()": "jichi.config.log.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("JICHI_LOG", "WARNING")},
}
