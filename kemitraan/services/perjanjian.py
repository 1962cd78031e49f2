"""Agreements: written, discussed, signed, extended by addendum, stopped."""

from datetime import date, timedelta
from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction

from kemitraan.models import Perjanjian
from kemitraan.queries.perjanjian import dengan_masa
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari

Jenis = Perjanjian.Jenis
Status = Perjanjian.Status


def _kunci(perjanjian: Perjanjian) -> Perjanjian:
    return (
        Perjanjian.objects.select_for_update(of=("self",))
        .select_related("induk", "pic_kota")
        .get(pk=perjanjian.pk)
    )


def _masa(perjanjian: Perjanjian, hari: date) -> Perjanjian:
    return dengan_masa(Perjanjian.objects.filter(pk=perjanjian.pk), hari=hari).get()


def wajib_induk_berlaku(induk: Perjanjian | None, *, hari: date) -> None:
    """Refuse a new PKS or addendum under an ended or stopped agreement (MOU-5)."""
    while induk is not None:
        if _masa(induk, hari).keadaan in {"BERAKHIR", "DIHENTIKAN"}:
            raise AturanDilanggar(
                f"{induk.get_jenis_display()} induk sudah berakhir atau dihentikan. "
                "Perbarui induknya lebih dahulu.",
                kode="induk_berakhir",
                medan="induk",
            )
        induk = induk.induk


@transaction.atomic
def buat_perjanjian(*, hari: date, oleh: Pengguna, **isi: Any) -> Perjanjian:
    """Begin an agreement as a draft."""
    induk = isi.get("induk")
    if induk is not None:
        if induk.mitra_id != isi["mitra"].pk:
            raise AturanDilanggar(
                "Perjanjian induk harus milik mitra yang sama.",
                kode="induk_mitra_lain",
                medan="induk",
            )
        wajib_induk_berlaku(induk, hari=hari)
    return _simpan(Perjanjian(**isi))


def _simpan(perjanjian: Perjanjian) -> Perjanjian:
    try:
        with transaction.atomic():
            perjanjian.save()
    except IntegrityError as galat:
        if "perjanjian_nomor_kota_unik" not in str(galat):
            raise
        raise AturanDilanggar(
            "Nomor pihak kota ini sudah dipakai perjanjian lain.",
            kode="nomor_ganda",
            medan="nomor_kota",
        ) from galat
    return perjanjian


@transaction.atomic
def ubah_perjanjian(
    *, perjanjian: Perjanjian, versi: int, oleh: Pengguna, **isi: Any
) -> Perjanjian:
    """Change a draft, or name the contacts and file of a signed one.

    What both sides have signed is changed by addendum only.
    """
    perjanjian = _kunci(perjanjian)
    if perjanjian.versi != versi:
        raise versi_usang("Perjanjian ini")
    if perjanjian.status not in {Status.RANCANGAN, Status.DIBAHAS}:
        isi = {k: v for k, v in isi.items() if k in {"pic_kota", "pic_mitra", "berkas"}}
    for nama, nilai in isi.items():
        setattr(perjanjian, nama, nilai)
    perjanjian.versi += 1
    return _simpan(perjanjian)


@transaction.atomic
def bahas_perjanjian(*, perjanjian: Perjanjian, oleh: Pengguna) -> Perjanjian:
    """Send a draft into discussion with the partner, who sees it from now on."""
    perjanjian = _kunci(perjanjian)
    if perjanjian.status == Status.RANCANGAN:
        perjanjian.status = Status.DIBAHAS
        perjanjian.versi += 1
        perjanjian.save()
    return perjanjian


@transaction.atomic
def tandatangani_perjanjian(
    *,
    perjanjian: Perjanjian,
    tanggal_ttd: date,
    penandatangan_kota: str,
    penandatangan_mitra: str,
    hari: date,
    oleh: Pengguna,
    nomor_mitra: str = "",
    berkas: File | None = None,
) -> Perjanjian:
    """Record the signatures. Signing again changes nothing."""
    perjanjian = _kunci(perjanjian)
    if perjanjian.status == Status.DITANDATANGANI:
        return perjanjian
    if perjanjian.status == Status.DIHENTIKAN:
        raise AturanDilanggar(
            "Perjanjian yang dihentikan tidak dapat ditandatangani.",
            kode="perjanjian_dihentikan",
        )
    if tanggal_ttd > hari:
        raise AturanDilanggar(
            "Tanggal tanda tangan tidak boleh sesudah hari ini.",
            kode="ttd_di_depan",
            medan="tanggal_ttd",
        )
    wajib_induk_berlaku(perjanjian.induk, hari=hari)
    perjanjian.status = Status.DITANDATANGANI
    perjanjian.tanggal_ttd = tanggal_ttd
    perjanjian.penandatangan_kota = penandatangan_kota
    perjanjian.penandatangan_mitra = penandatangan_mitra
    perjanjian.nomor_mitra = nomor_mitra or perjanjian.nomor_mitra
    if berkas is not None:
        perjanjian.berkas = berkas
    perjanjian.versi += 1
    perjanjian.save()
    kabari(
        kunci=f"perjanjian-ditandatangani:{perjanjian.pk}",
        penerima=perjanjian.pic_kota,
        judul="Perjanjian ditandatangani",
        isi=f"{perjanjian.judul} berlaku sampai {tanggal(perjanjian.tanggal_berakhir)}.",
        tautan=perjanjian.get_absolute_url(),
    )
    return perjanjian


@transaction.atomic
def hentikan_perjanjian(
    *, perjanjian: Perjanjian, alasan: str, hari: date, oleh: Pengguna
) -> Perjanjian:
    """End a signed agreement before its time. Running placements finish (MOU-7)."""
    perjanjian = _kunci(perjanjian)
    if perjanjian.status == Status.DIHENTIKAN:
        return perjanjian
    if perjanjian.status != Status.DITANDATANGANI:
        raise AturanDilanggar(
            "Hanya perjanjian yang sudah ditandatangani yang dapat dihentikan.",
            kode="perjanjian_belum_ditandatangani",
        )
    perjanjian.status = Status.DIHENTIKAN
    perjanjian.alasan_henti = alasan
    perjanjian.dihentikan_pada = hari
    perjanjian.dihentikan_oleh = oleh
    perjanjian.versi += 1
    perjanjian.save()
    return perjanjian


@transaction.atomic
def perpanjang_perjanjian(
    *,
    perjanjian: Perjanjian,
    nomor_kota: str,
    tanggal_berakhir: date,
    hari: date,
    oleh: Pengguna,
) -> Perjanjian:
    """Draft the addendum that carries an agreement in force to a later end."""
    perjanjian = _kunci(perjanjian)
    if perjanjian.jenis == Jenis.ADENDUM:
        raise AturanDilanggar(
            "Adendum diperpanjang lewat perjanjian induknya.", kode="adendum"
        )
    masa = _masa(perjanjian, hari)
    if masa.keadaan not in {"BERLAKU", "AKAN_BERAKHIR"}:
        raise AturanDilanggar(
            "Hanya perjanjian yang masih berlaku yang dapat diperpanjang. Buat perjanjian "
            "baru.",
            kode="perjanjian_tidak_berlaku",
        )
    wajib_induk_berlaku(perjanjian.induk, hari=hari)
    if tanggal_berakhir <= masa.akhir:
        raise AturanDilanggar(
            f"Tanggal berakhir yang baru harus sesudah {tanggal(masa.akhir)}.",
            kode="perpanjangan_lebih_pendek",
            medan="tanggal_berakhir",
        )
    return _simpan(
        Perjanjian(
            mitra_id=perjanjian.mitra_id,
            jenis=Jenis.ADENDUM,
            induk=perjanjian,
            nomor_kota=nomor_kota,
            judul=f"Perpanjangan {perjanjian.judul}"[:300],
            opd_id=perjanjian.opd_id,
            tanggal_mulai=masa.akhir + timedelta(days=1),
            tanggal_berakhir=tanggal_berakhir,
            pic_kota=perjanjian.pic_kota,
            pic_mitra=perjanjian.pic_mitra,
            pembiayaan=perjanjian.pembiayaan,
        )
    )
