"""Top floor: wiring, and the pages that combine several apps."""

from kompetensi.celery import app as celery_app

__all__ = ["celery_app"]
