"""What the person leaves out of a checked import: single rows, whole kinds of change."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Case, Value, When

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import BarisImpor, BerkasImpor
from pegawai.services.impor_periksa import hitung_baris, nilai_baris

Tindakan = BarisImpor.Tindakan
Jenis = BerkasImpor.JenisPerubahan


def kunci_siap(impor: BerkasImpor) -> BerkasImpor:
    """The locked import, which must be waiting for choices."""
    terkunci = (
        BerkasImpor.objects.select_for_update(of=("self",))
        .select_related("oleh")
        .get(pk=impor.pk)
    )
    if terkunci.status != BerkasImpor.Status.SIAP:
        raise belum_siap()
    return terkunci


def belum_siap() -> AturanDilanggar:
    """The refusal of an act on an import that has gone on."""
    return AturanDilanggar(
        "Impor ini tidak sedang menunggu pilihan Anda. Muat ulang halaman untuk melihat "
        "keadaannya.",
        kode="impor_tidak_siap",
    )


@transaction.atomic
def lewati_baris(
    *, impor: BerkasImpor, nomor: Iterable[int], oleh: Pengguna
) -> BerkasImpor:
    """Leave these rows out of the run."""
    impor = kunci_siap(impor)
    BarisImpor.objects.filter(
        impor=impor,
        nomor_baris__in=list(nomor),
        tindakan__in=(Tindakan.BARU, Tindakan.BERUBAH),
    ).update(dilewati=True, tindakan=Tindakan.DILEWATI)
    return hitung_baris(impor=impor)


@transaction.atomic
def ikutkan_baris(
    *, impor: BerkasImpor, nomor: Iterable[int], oleh: Pengguna
) -> BerkasImpor:
    """Take these rows again; those of a kind that is left out stay left out."""
    impor = kunci_siap(impor)
    baris = BarisImpor.objects.filter(
        impor=impor, nomor_baris__in=list(nomor), dilewati=True
    )
    baris.update(
        dilewati=False,
        tindakan=Case(
            When(pegawai=None, then=Value(Tindakan.BARU)),
            default=Value(Tindakan.BERUBAH),
        ),
    )
    return nilai_baris(impor=impor)


@transaction.atomic
def pilih_jenis(
    *, impor: BerkasImpor, ikut: Iterable[str], oleh: Pengguna
) -> BerkasImpor:
    """Take these kinds of change and leave out the other ones that the file brings."""
    impor = kunci_siap(impor)
    ikut = set(ikut)
    lewati = {j for j in impor.ringkasan.get("jenis", {}) if j not in ikut}
    impor.pilihan = {
        **impor.pilihan,
        "kedudukan": Jenis.KEDUDUKAN in ikut,
        "lewati": sorted(lewati - {Jenis.KEDUDUKAN}),
    }
    return nilai_baris(impor=impor)
