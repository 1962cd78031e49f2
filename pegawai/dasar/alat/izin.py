"""Turn a predicate of izin.py into an answer."""

from django.core.exceptions import PermissionDenied


def wajib(boleh: bool) -> None:
    """Refuse with 403 unless `boleh`."""
    if not boleh:
        raise PermissionDenied
