"""What every test may ask for."""

import pytest
from django.core.management import call_command

from kompetensi.layanan import pastikan_hidup
from pegawai.models import Peran
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory, akun_berperan
from tests.templat import pasang_templat


def pytest_sessionstart():
    """Start embedded services when the environment names none."""
    pastikan_hidup()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, django_db_blocker
):
    """Clone the test database instead of migrating it in every process."""
    with django_db_blocker.unblock():
        pasang_templat()


@pytest.fixture(autouse=True)
def _basis_data(db):
    """Every test may use the database."""


@pytest.fixture
def referensi(db):
    """Reference data of the office: dictionary, levels, grades, rules."""
    call_command("muat_referensi", verbosity=0)


@pytest.fixture
def analis():
    """Who may: an analyst of the whole city."""
    return akun_berperan(Peran.ANALIS)


@pytest.fixture
def admin():
    """An administrator of the whole city."""
    return akun_berperan(Peran.ADMIN)


@pytest.fixture
def atasan():
    """Who may for the own team: a superior (a Pegawai with a direct report)."""
    atasan = PegawaiFactory(nama="Atasan Langsung")
    PegawaiFactory(nama="Bawahan Langsung", atasan=atasan)
    return atasan


@pytest.fixture
def orang_lain():
    """Who must not: an account without any role or registry row."""
    return PenggunaFactory()
