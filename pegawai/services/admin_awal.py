"""The first two administrators of an installation: nobody is there who could grant."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode_masuk import tulis_kode_masuk
from pegawai.dasar.alat.nama_akun import rapikan_nama_akun
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.kode import terbitkan_kode
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran_daftar import admin_sekota

CUKUP = 2  # from then on the page does it: one proposes, the other decides
BERLAKU = timedelta(days=365)


@transaction.atomic
def buat_admin_awal(
    *, nama_akun: str, nama: str, nomor_sk: str, surel: str = ""
) -> tuple[Pengguna, str]:
    """An administrator of the city and the one-time code that opens the account.

    Refused once two others are at work. For an account that is one already, a new code;
    a grant out of use for 45 days is taken back, so that a city cannot lock itself out.
    """
    nama_akun = rapikan_nama_akun(nama_akun).lower()
    akun = Pengguna.objects.filter(nama_akun__iexact=nama_akun).first()
    lain = admin_sekota()
    if akun is not None:
        lain = lain.exclude(pk=akun.pk)
    if lain.count() >= CUKUP:
        raise AturanDilanggar(
            "Sudah ada dua admin. Admin berikutnya diusulkan dan disetujui pada halaman "
            "Peran dan akun.",
            kode="admin_sudah_ada",
        )
    if akun is None:
        akun = Pengguna.objects.create_user(nama_akun, nama=nama, surel=surel)
    if not akun.is_active:
        raise AturanDilanggar("Akun ini tidak aktif.", kode="akun_nonaktif")
    _berikan(akun, nomor_sk)
    kode = terbitkan_kode(daftar_akun=[akun.pk], sekarang=timezone.now(), oleh=None)
    return akun, tulis_kode_masuk(kode[akun.pk][1])


def _berikan(akun: Pengguna, nomor_sk: str) -> None:
    hari = hari_ini()
    ada = PemberianPeran.objects.filter(
        pengguna=akun,
        peran=Peran.ADMIN,
        unit_kerja=None,
        dicabut_pada=None,
        berlaku_mulai__lte=hari,
        berlaku_sampai__gte=hari,
    )
    if not ada.exists():
        PemberianPeran.objects.create(
            pengguna=akun,
            peran=Peran.ADMIN,
            berlaku_mulai=hari,
            berlaku_sampai=hari + BERLAKU,
            nomor_sk=nomor_sk,
        )
    ada.filter(ditangguhkan_pada__isnull=False).update(
        ditangguhkan_pada=None, dipulihkan_pada=timezone.now()
    )
