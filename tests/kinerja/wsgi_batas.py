"""The limit as a server: the same models and database, no middleware, bare views."""

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

django.setup()
settings.MIDDLEWARE = []
settings.ROOT_URLCONF = "tests.kinerja.batas"
application = WSGIHandler()
