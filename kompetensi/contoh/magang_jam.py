"""The demo's ASN at partners: catalogue entries, enrolments, hours (NKL12)."""

from datetime import timedelta

from kemitraan.models import Mitra, Penempatan, ProgramMagang
from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, siang, sisip
from kompetensi.contoh.sertifikat import tulis_sertifikat
from pelatihan.models import (
    Angkatan,
    BentukPengembangan,
    Pelatihan,
    Peserta,
)
from pelatihan.services.praktik import pastikan_penyelenggara

Status = Penempatan.Status


def beri_entri_katalog(daftar: list[ProgramMagang]) -> None:
    """Each outgoing programme is a course that its partner holds."""
    bentuk = BentukPengembangan.objects.get(kode="NKL12")
    for ke, program in enumerate(daftar, 1):
        mitra = program.perjanjian.mitra
        mitra.penyelenggara = pastikan_penyelenggara(kode=mitra.kode, nama=mitra.nama)
        Mitra.objects.filter(pk=mitra.pk).update(penyelenggara=mitra.penyelenggara)
        (program.pelatihan,) = sisip(
            Pelatihan,
            [
                Pelatihan(
                    kode=f"NKL12-{ke:03d}",
                    nama=program.nama,
                    bentuk=bentuk,
                    penyelenggara=mitra.penyelenggara,
                    jp=bentuk.jp_nasional,
                    deskripsi=f"Magang ASN di {mitra.nama}. Peserta dikirim oleh "
                    "pengelola kepegawaian OPD atau BKPSDM.",
                    status=Pelatihan.Status.TERBIT,
                )
            ],
        )


def beri_kepesertaan(kota: Kota, akun: AkunDemo, daftar: list[Penempatan]) -> None:
    """Stays that have begun are enrolments; those with a mark have a certificate."""
    mulai = [p for p in daftar if p.status in (Status.BERJALAN, Status.SELESAI)]
    angkatan = sisip(Angkatan, (_angkatan(ke, p) for ke, p in enumerate(mulai, 1)))
    peserta = sisip(
        Peserta,
        (_peserta(akun, a, p) for a, p in zip(angkatan, mulai, strict=True)),
    )
    for penempatan, orang in zip(mulai, peserta, strict=True):
        penempatan.kepesertaan = orang
    tulis_sertifikat(kota, akun, peserta)


def _angkatan(ke: int, penempatan: Penempatan) -> Angkatan:
    lulus = penempatan.nilai_akhir is not None
    return Angkatan(
        pelatihan=penempatan.program.pelatihan,
        nama=f"Penempatan {ke}",
        tanggal_mulai=penempatan.tanggal_mulai,
        tanggal_selesai=penempatan.tanggal_selesai,
        tempat=penempatan.tempat,
        kuota=1,
        terisi=1,
        pendaftaran_mulai=penempatan.tanggal_mulai,
        pendaftaran_sampai=penempatan.tanggal_mulai,
        status=Angkatan.Status.SELESAI if lulus else Angkatan.Status.BERJALAN,
    )


def _peserta(akun: AkunDemo, angkatan: Angkatan, penempatan: Penempatan) -> Peserta:
    diajukan = siang(penempatan.tanggal_mulai - timedelta(days=5), 9)
    peserta = Peserta(
        angkatan=angkatan,
        pegawai=penempatan.pegawai,
        status=Peserta.Status.DISETUJUI,
        diajukan_pada=diajukan,
        batas_keputusan=diajukan,
        diputuskan_oleh=penempatan.diputuskan_oleh,
        diputuskan_pada=penempatan.diputuskan_pada,
    )
    if penempatan.nilai_akhir is not None:
        peserta.status = Peserta.Status.LULUS
        peserta.dinilai_oleh = akun.analis
        peserta.dinilai_pada = siang(penempatan.tanggal_selesai, 16)
    return peserta
