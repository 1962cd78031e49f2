"""Accounts of partners and interns: invited by mail, ended with the membership."""

from datetime import date, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from kemitraan.models import Mitra, Penempatan, PenggunaMitra, PesertaMagang
from kemitraan.models.magang import MENEMPATI
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna, TokenApi
from pegawai.dasar.services.kode import cabut_kode, terbitkan_kode
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.surat import UNDANGAN
from pegawai.models import PemberianPeran, Peran

TERBANYAK = 5  # users of one institution (KEAMANAN C.2)
MASIH_MEMBACA = timedelta(days=14)


@transaction.atomic
def undang_pengguna_mitra(
    *, mitra: Mitra, nama: str, surel: str, tanggal_selesai: date, oleh: Pengguna
) -> PenggunaMitra:
    """A user who speaks for the institution; inviting the same again changes nothing."""
    mitra = Mitra.objects.select_for_update().get(pk=mitra.pk)
    hari = hari_ini()
    aktif = PenggunaMitra.objects.filter(mitra=mitra, tanggal_selesai__gte=hari)
    lama = aktif.filter(pengguna__surel__iexact=surel).first()
    if lama is not None:
        return lama
    if not mitra.aktif:
        raise AturanDilanggar("Mitra ini tidak aktif.", kode="mitra_tidak_aktif")
    if tanggal_selesai < hari:
        raise AturanDilanggar(
            "Tanggal berakhir harus hari ini atau sesudahnya.",
            kode="undangan_tanggal",
            medan="tanggal_selesai",
        )
    if aktif.count() >= TERBANYAK:
        raise AturanDilanggar(
            f"Mitra ini sudah memiliki {TERBANYAK} pengguna. Akhiri salah satunya dulu.",
            kode="pengguna_penuh",
        )
    pengguna = _akun_baru(nama, surel)
    _beri_peran(pengguna, Peran.MITRA, tanggal_selesai, mitra.kode, oleh)
    keanggotaan = PenggunaMitra.objects.create(
        mitra=mitra,
        pengguna=pengguna,
        tanggal_mulai=hari,
        tanggal_selesai=tanggal_selesai,
    )
    _kirim_undangan(pengguna, f"sebagai pengguna {mitra.nama}", oleh)
    return keanggotaan


def _akun_baru(nama: str, surel: str) -> Pengguna:
    """An account named by its address; nobody else's account is ever taken over."""
    terpakai = AturanDilanggar(
        "Surel ini sudah dipakai akun lain. Pakai surel lembaga yang lain.",
        kode="surel_terpakai",
        medan="surel",
    )
    surel = surel.lower()
    if Pengguna.objects.filter(surel__iexact=surel).exists():
        raise terpakai
    pengguna = Pengguna(nama_akun=surel, nama=nama, surel=surel)
    pengguna.set_unusable_password()
    try:
        with transaction.atomic():
            pengguna.save()
    except IntegrityError as galat:
        raise terpakai from galat
    return pengguna


def _beri_peran(
    pengguna: Pengguna, peran: str, sampai: date, rujukan: str, oleh: Pengguna
) -> None:
    PemberianPeran.objects.create(
        pengguna=pengguna,
        peran=peran,
        berlaku_mulai=min(hari_ini(), sampai),
        berlaku_sampai=sampai,
        nomor_sk=f"Undangan {rujukan}"[:60],
        diberikan_oleh=oleh,
    )


def _kirim_undangan(pengguna: Pengguna, sebagai: str, oleh: Pengguna) -> None:
    """The mail's link is made when the mail is written; no table holds it."""
    kode, _ = terbitkan_kode(
        daftar_akun=[pengguna.pk], sekarang=timezone.now(), oleh=oleh
    )[pengguna.pk]
    kabari(
        kunci=f"{UNDANGAN}{kode.uid}",
        penerima=pengguna,
        judul=f"Undangan ke {settings.NAMA_PRODUK}",
        isi=f"Anda diundang {sebagai}. Buat kata sandi melalui tautan berikut, satu kali "
        "dalam 72 jam. Sesudahnya masuk dengan alamat surel ini.",
    )


@transaction.atomic
def kirim_ulang_undangan(*, pengguna: Pengguna, oleh: Pengguna) -> None:
    """A new link by mail, while the invited has not set a password."""
    if pengguna.has_usable_password():
        raise AturanDilanggar(
            "Orang ini sudah membuat kata sandi. Ia dapat memakai Lupa kata sandi.",
            kode="sudah_bersandi",
        )
    _kirim_undangan(pengguna, "kembali", oleh)


@transaction.atomic
def akhiri_pengguna_mitra(*, keanggotaan: PenggunaMitra, oleh: Pengguna) -> None:
    """End a membership now: role, tokens and open invitations with it."""
    hari, sekarang = hari_ini(), timezone.now()
    milik = PenggunaMitra.objects.filter(pk=keanggotaan.pk)
    if keanggotaan.tanggal_mulai < hari:
        milik.filter(tanggal_selesai__gte=hari).update(
            tanggal_selesai=hari - timedelta(days=1)
        )
    else:
        milik.delete()  # its history row stays
    lain = PenggunaMitra.objects.filter(
        pengguna=keanggotaan.pengguna_id, tanggal_selesai__gte=hari
    )
    if lain.exists():
        return
    PemberianPeran.objects.filter(
        pengguna=keanggotaan.pengguna_id,
        peran=Peran.MITRA,
        dicabut_pada__isnull=True,
    ).update(
        dicabut_pada=sekarang,
        dicabut_oleh=oleh,
        alasan_cabut="Keanggotaan mitra diakhiri",
    )
    cabut_kode(daftar_akun=[keanggotaan.pengguna_id], sekarang=sekarang)
    TokenApi.objects.filter(
        pengguna=keanggotaan.pengguna_id, dicabut_pada__isnull=True
    ).update(dicabut_pada=sekarang)


@transaction.atomic
def undang_pemagang(
    *, penempatan: Penempatan, surel: str, oleh: Pengguna
) -> PesertaMagang:
    """An account for a student, until 14 days after the last placement's end."""
    if penempatan.peserta_id is None:
        raise AturanDilanggar(
            "ASN yang magang memakai akunnya sendiri.", kode="bukan_mahasiswa"
        )
    peserta = PesertaMagang.objects.select_for_update().get(pk=penempatan.peserta_id)
    if peserta.pengguna_id is not None:
        return peserta
    akhir = Penempatan.objects.filter(peserta=peserta, status__in=MENEMPATI).aggregate(
        akhir=Max("tanggal_selesai")
    )["akhir"]
    sampai = akhir and akhir + MASIH_MEMBACA
    if sampai is None or sampai < hari_ini():
        raise AturanDilanggar(
            "Mahasiswa ini tidak memiliki penempatan yang berlaku"
            + (f"; yang terakhir berakhir {tanggal(akhir)}." if akhir else "."),
            kode="tanpa_penempatan",
        )
    pengguna = _akun_baru(peserta.nama, surel)
    _beri_peran(pengguna, Peran.PEMAGANG, sampai, f"magang {peserta.nim}", oleh)
    peserta.pengguna = pengguna
    peserta.surel = pengguna.surel
    peserta.save(update_fields=["pengguna", "surel"])
    _kirim_undangan(pengguna, "sebagai peserta magang", oleh)
    return peserta
