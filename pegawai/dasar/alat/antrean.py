"""Wake a worker after commit; the table is the truth, so a dead broker loses nothing."""

import logging
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def bangunkan(tugas: str, **argumen: Any) -> None:
    """Send the task named `tugas` on commit; swallow broker errors within a second.

    The minute sweeper publishes again what nobody took, so an error here delays by at
    most a minute and never fails the page that enqueued.
    """
    transaction.on_commit(lambda: _kirim(tugas, argumen))


def _kirim(tugas: str, argumen: dict[str, Any]) -> None:
    try:
        current_app.send_task(tugas, kwargs=argumen, retry=False)
    except (OperationalError, OSError) as galat:
        log.warning("antrean tidak terjangkau, penyapu akan mengulang: %s", galat)
