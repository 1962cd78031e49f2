"""Issued documents: written down, revoked, their files kept; numbers checked at /v/."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.nama_akun import rapikan_nama_akun
from pegawai.dasar.models.dokumen import DokumenTerbit, PercobaanPeriksa
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.dokumen import PERCOBAAN_PER_JAM, awal_jam


def terbitkan_dokumen(*, daftar: Iterable[DokumenTerbit]) -> list[DokumenTerbit]:
    """Write documents down in the act's own transaction; their files come later."""
    return DokumenTerbit.objects.bulk_create(daftar)


def simpan_berkas_dokumen(*, dokumen: DokumenTerbit, isi: bytes) -> DokumenTerbit:
    """Keep the file of a document, once; must be called outside any transaction.

    File first, row second: a row never points to a file that is not there. Of two
    writers the first wins and the other's file is taken away again.
    """
    medan = dokumen._meta.get_field("berkas")
    nama = medan.storage.save(
        medan.generate_filename(dokumen, f"{uuid.uuid4().hex}.pdf"), ContentFile(isi)
    )
    diubah = DokumenTerbit.objects.filter(pk=dokumen.pk, berkas="").update(
        berkas=nama, sha256=hashlib.sha256(isi).hexdigest()
    )
    if not diubah:
        medan.storage.delete(nama)
    dokumen.refresh_from_db(fields=["berkas", "sha256"])
    return dokumen


def cabut_dokumen(*, dokumen: DokumenTerbit, alasan: str, oleh: Pengguna) -> None:
    """Revoke; `alasan` is the class that the public page shows (KETENTUAN S-2)."""
    DokumenTerbit.objects.filter(
        pk=dokumen.pk, status=DokumenTerbit.Status.BERLAKU
    ).update(
        status=DokumenTerbit.Status.DICABUT,
        alasan_dicabut=alasan,
        dicabut_pada=timezone.now(),
        dicabut_oleh=oleh,
    )


@transaction.atomic
def cocokkan_nomor(*, dokumen: DokumenTerbit, nomor: str, sekarang: datetime) -> bool:
    """Is this the holder's whole number? Five wrong tries per code and hour (S-1).

    After them even the right number is refused, so that trying on teaches nothing.
    """
    angka = rapikan_nama_akun(nomor)
    if len(angka) != 18 or not (angka.isascii() and angka.isdigit()):
        raise AturanDilanggar(
            "NIP terdiri atas 18 angka. Periksa lalu coba lagi.",
            kode="nomor_bentuk",
            medan="nip",
        )
    baris, _ = PercobaanPeriksa.objects.select_for_update().get_or_create(
        kode=dokumen.kode, jam=awal_jam(sekarang)
    )
    if baris.jumlah >= PERCOBAAN_PER_JAM:
        raise AturanDilanggar(
            "Terlalu banyak NIP yang keliru untuk kode ini. Coba lagi satu jam lagi.",
            kode="terlalu_banyak_percobaan",
            medan="nip",
        )
    if dokumen.pemegang_nomor and angka == dokumen.pemegang_nomor:
        return True
    baris.jumlah += 1
    baris.save()
    return False
