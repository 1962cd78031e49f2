"""WSGI entry point: all is loaded before the workers fork, and not looked through again."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kompetensi.settings")
application = get_wsgi_application()

# Views, forms and models of all pages: shared by the workers instead of loaded by each.
list(get_resolver().url_patterns)
# What lives as long as the process is no garbage: no request pays for finding that out,
# and no worker copies its pages by counting. Few cycles are made, so look for them seldom.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 10, 10)
