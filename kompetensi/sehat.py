"""Health of the running product, and reports of the content policy."""

import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from kombu import Connection

from pegawai.dasar.queries.pekerjaan import pekerja_hidup

log = logging.getLogger("csp")
BESAR_LAPORAN = 8192


@login_not_required
@require_safe
def hidup(request: HttpRequest) -> HttpResponse:
    """200 while the process lives; touches nothing."""
    return HttpResponse("hidup", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def siap(request: HttpRequest) -> JsonResponse:
    """Database, queue and worker; 503 when one of them is not there."""
    basis_data = _basis_data()
    keadaan = {
        "basis_data": basis_data,
        "antrean": _antrean(),
        "pekerja": basis_data and pekerja_hidup(timezone.now()),
    }
    return JsonResponse(keadaan, status=200 if all(keadaan.values()) else 503)


def _basis_data() -> bool:
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _antrean() -> bool:
    try:
        with Connection(
            settings.CELERY_BROKER_URL,
            connect_timeout=1,
            transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS,
        ) as saluran:
            saluran.default_channel.client.ping()
    except Exception:
        return False
    return True


@csrf_exempt
@login_not_required
@require_POST
def laporan_csp(request: HttpRequest) -> HttpResponse:
    """Log a violation report, cut to a bound; browsers send no CSRF token."""
    isi = request.read(BESAR_LAPORAN).decode("utf-8", "replace")
    log.warning("csp %r", isi)
    return HttpResponse(status=204)
