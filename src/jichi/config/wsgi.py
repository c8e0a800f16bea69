"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
application = get_wsgi_application()

# After the apps are there. The connection is closed again: a server may fork.
from django.db import connections  # noqa: E402

from jichi.kernel.administration.kind import refuse_other_kind_if_set_up  # noqa: E402

refuse_other_kind_if_set_up()
connections.close_all()
