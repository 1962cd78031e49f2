"""Thin tasks of the training."""

from celery import shared_task

from pelatihan.services.peserta import kedaluwarsakan_peserta


@shared_task
def kedaluwarsakan() -> None:
    """Free the seats of requests that nobody decided in time (KETENTUAN P-1)."""
    kedaluwarsakan_peserta()
