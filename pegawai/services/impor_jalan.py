"""Run a checked import: chunks with a checkpoint, stopped and resumed at will."""

from typing import Any

import pghistory
from django.db import connection, transaction
from django.utils import timezone

from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.services.pekerjaan import (
    PekerjaanDibatalkan,
    lapor_kemajuan,
    periksa_batal,
)
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import BarisImpor, BerkasImpor, Pegawai
from pegawai.services.akun import ikuti_nomor, sediakan_akun
from pegawai.services.atasan_turunan import cakupan_jabatan, hitung_atasan
from pegawai.services.impor_giliran import giliran
from pegawai.services.impor_nama import buat_jabatan_terpilih, buat_unit_terpilih
from pegawai.services.impor_periksa import (
    kenali_baris,
    kenali_tempat,
    nilai_baris,
    parameter,
)
from pegawai.services.impor_simpan import HasilPotong, simpan_potong
from pegawai.services.jabatan import tetapkan_jenjang
from pegawai.services.kedudukan import akhiri_akun, buka_akun
from pegawai.signals import jabatan_berganti

POTONG = 1000
ORANG_SEBAGIAN = 5000  # more are derived for the whole city at once
Status = BerkasImpor.Status
DIKERJAKAN = (BarisImpor.Tindakan.BARU, BarisImpor.Tindakan.BERUBAH)


def laksanakan_impor(*, pekerjaan: Pekerjaan, pk: int) -> dict[str, Any]:
    """The job: continue at the checkpoint; what is in stays in, whatever happens."""
    impor = BerkasImpor.objects.select_related("oleh").get(pk=pk)
    if impor.status == Status.SELESAI:
        return hasil_impor(impor)
    with (
        giliran(),
        pghistory.context(
            pengguna=impor.oleh_id,
            impor=str(impor.uid),
            alasan="Impor data utama SIASN",
        ),
    ):
        try:
            siapkan(impor=impor)
            while simpan_kelompok(impor=impor, pekerjaan=pekerjaan):
                periksa_batal(pekerjaan=pekerjaan)
        except PekerjaanDibatalkan:
            akhiri(impor=impor, status=Status.DIBATALKAN)
            raise
        akhiri(impor=impor, status=Status.SELESAI)
    return hasil_impor(impor)


@transaction.atomic
def siapkan(*, impor: BerkasImpor, dikenali: bool = False) -> None:
    """Create what was chosen and judge the rows once more, now that the run begins.

    Only before the first chunk: afterwards the rows that are in would read as unchanged.
    `dikenali`: the rows have been recognised in this transaction.
    """
    kunci = BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if kunci.baris_terakhir or kunci.ringkasan.get("disiapkan"):
        impor.refresh_from_db()
        return
    catat_konteks(impor)
    ada_dibuat = impor.nama_asing.filter(tindak="BUAT").exists()
    if ada_dibuat:
        buat_unit_terpilih(impor=impor)
    if not dikenali:
        kenali_baris(impor=impor)
    elif ada_dibuat:
        kenali_tempat(impor=impor)
    if ada_dibuat and buat_jabatan_terpilih(impor=impor):
        kenali_tempat(impor=impor)
    nilai_baris(impor=impor, kenali=False)
    impor.ringkasan["disiapkan"] = True
    impor.save()


@transaction.atomic
def simpan_kelompok(*, impor: BerkasImpor, pekerjaan: Pekerjaan | None) -> bool:
    """One chunk and its checkpoint in one transaction; False when nothing is left.

    The row of the import is locked: two workers on one job take turns and never the
    same chunk.
    """
    kunci = BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    dari = kunci.baris_terakhir
    nomor = _nomor_berikut(impor, dari)
    if nomor:
        isi = {
            **parameter(impor),
            "dari": dari,
            "sampai": nomor[-1],
            "tanggal": impor.tanggal_berkas,
            "sekarang": timezone.now(),
            "sumber": f"Impor {impor.nama_berkas}"[:100],
        }
        hasil = simpan_potong(isi)
        _susulkan(hasil, impor)
        kunci.baris_terakhir = nomor[-1]
        kunci.jumlah_ditambah += hasil.ditambah
        kunci.jumlah_diubah += hasil.diubah
        catat_konteks(kunci)
        kunci.ringkasan = {
            **kunci.ringkasan,
            "dikerjakan": kunci.ringkasan.get("dikerjakan", 0) + len(nomor),
        }
        kunci.save()
    if pekerjaan is not None:
        lapor_kemajuan(
            pekerjaan=pekerjaan,
            selesai=kunci.ringkasan.get("dikerjakan", 0),
            total=jumlah_dikerjakan(kunci),
            langkah="Menyimpan baris" if nomor else "Menurunkan jenjang dan atasan",
        )
    return bool(nomor)


def _nomor_berikut(impor: BerkasImpor, dari: int) -> list[int]:
    """The next chunk, in the order of the file, by the index that is in that order."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT nomor_baris FROM pegawai_barisimpor WHERE impor_id = %s "
            "AND nomor_baris > %s AND tindakan || '' = ANY(%s) "
            "ORDER BY nomor_baris LIMIT %s",
            [impor.pk, dari, [str(x) for x in DIKERJAKAN], POTONG],
        )
        return [baris[0] for baris in kursor.fetchall()]


def _susulkan(hasil: HasilPotong, impor: BerkasImpor) -> None:
    """What follows from a chunk: accounts, and the news of another main post."""
    if hasil.baru:
        sediakan_akun(daftar_pegawai=hasil.baru)
    if hasil.berganti_nomor:
        ikuti_nomor(daftar_pegawai=hasil.berganti_nomor)
    if hasil.berganti_kedudukan:
        akhiri_akun(daftar_pegawai=hasil.berganti_kedudukan)
    if hasil.kembali:
        buka_akun(daftar_pegawai=hasil.kembali)
    if hasil.berganti_jabatan:
        jabatan_berganti.send(
            sender=Pegawai, pegawai_ids=hasil.berganti_jabatan, oleh=impor.oleh
        )


def catat_konteks(impor: BerkasImpor) -> None:
    """Remember this process's history context: the undo finds the rows before by it.

    A context is nothing but an id until the first change is written under it.
    """
    with pghistory.context() as konteks:
        if konteks.id not in impor.konteks:
            impor.konteks.append(konteks.id)


def jumlah_dikerjakan(impor: BerkasImpor) -> int:
    """Rows that the run writes."""
    return impor.ringkasan.get("baru", 0) + impor.ringkasan.get("berubah", 0)


@transaction.atomic
def akhiri(*, impor: BerkasImpor, status: str) -> None:
    """Levels, superiors, the notice; staging keeps only the refused rows."""
    impor.refresh_from_db()
    if impor.status in {Status.SELESAI, Status.DIBATALKAN}:
        return
    if impor.jumlah_ditambah or impor.jumlah_diubah:
        catat_konteks(impor)
        tetapkan_jenjang(oleh=impor.oleh)
        _turunkan_atasan(impor)
    impor.status = status
    impor.selesai_pada = timezone.now()
    buang_berkas(impor=impor)
    # Unchanged rows say nothing that the registry does not.
    BarisImpor.objects.filter(
        impor=impor, tindakan=BarisImpor.Tindakan.SAMA, peringatan=[]
    ).delete()
    if impor.oleh is not None:
        _kabarkan(impor)


# Whose superior may be another now, and every post they had or have.
TERSENTUH = """
WITH orang AS MATERIALIZED (
    SELECT b.pegawai_id AS id FROM pegawai_barisimpor b
     WHERE b.impor_id = %(impor)s AND b.pegawai_id IS NOT NULL
       AND b.nomor_baris <= %(sampai)s
       AND (b.tindakan = 'BARU' OR b.tindakan = 'BERUBAH' AND EXISTS (
            SELECT 1 FROM jsonb_array_elements(b.perubahan) e
             WHERE e ->> 'jenis' IN ('jabatan', 'kedudukan')))
)
SELECT coalesce((SELECT array_agg(DISTINCT id) FROM orang), '{}'),
       coalesce((SELECT array_agg(DISTINCT e.jabatan_id)
                   FROM pegawai_pegawaievent e JOIN orang o ON o.id = e.pgh_obj_id
                  WHERE e.jabatan_id IS NOT NULL), '{}')
"""


def _turunkan_atasan(impor: BerkasImpor) -> None:
    """Only where the import reached; a first load, or the Sekda's post: the city."""
    with connection.cursor() as kursor:
        kursor.execute(TERSENTUH, {"impor": impor.pk, "sampai": impor.baris_terakhir})
        orang, jabatan = kursor.fetchone()
    sebagian = len(orang) <= ORANG_SEBAGIAN
    cakupan = cakupan_jabatan(jabatan, orang=orang) if sebagian else None
    hitung_atasan(oleh=impor.oleh, cakupan=cakupan)


def _kabarkan(impor: BerkasImpor) -> None:
    selesai = impor.status == Status.SELESAI
    kabari(
        kunci=f"impor-{impor.status.lower()}:{impor.pk}",
        penerima=impor.oleh,
        judul="Impor data pegawai selesai"
        if selesai
        else "Impor data pegawai berhenti",
        isi=f"{impor.nama_berkas}: {impor.jumlah_ditambah} pegawai ditambahkan, "
        f"{impor.jumlah_diubah} diperbarui, {impor.ringkasan.get('ditolak', 0)} baris "
        "ditolak.",
        tautan=impor.get_absolute_url(),
    )


def buang_berkas(*, impor: BerkasImpor) -> None:
    """Save, and let go of the uploaded file: it holds more personal data than we keep."""
    nama, gudang = impor.berkas.name, impor.berkas.storage
    impor.berkas = ""
    impor.save()
    if nama:
        transaction.on_commit(lambda: gudang.delete(nama))


def hasil_impor(impor: BerkasImpor) -> dict[str, Any]:
    """The five counts that the command prints."""
    return {
        kunci: impor.ringkasan.get(kunci, 0)
        for kunci in ("baru", "berubah", "sama", "ditolak", "peringatan")
    }
