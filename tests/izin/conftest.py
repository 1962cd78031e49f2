"""The world of the permission matrix."""

import pytest
from django.db import transaction
from django.test import Client

from tests.izin.dunia import PELAKU, buat_dunia
from tests.izin.jalan import SIAPKAN


@pytest.fixture(scope="module")
def dunia_bersama(django_db_setup, django_db_blocker):
    """The world, built once; each test's own savepoint takes back what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        dunia = buat_dunia()
        for siapkan in SIAPKAN:
            siapkan(dunia)
        dunia.sesi = {}
        for pelaku in PELAKU[1:]:
            masuk = Client()
            masuk.force_login(dunia.akun[pelaku])
            dunia.sesi[pelaku] = masuk.session.session_key
        yield dunia
        transaction.set_rollback(True)
