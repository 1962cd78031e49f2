"""Unknown headers: told once by hand, kept under a name, used again by themselves."""

from collections.abc import Mapping

from django.db import transaction

from pegawai.dasar.alat.buku_kerja import ringkas_kepala, sidik_kepala
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import BerkasImpor, PemetaanKolom
from pegawai.services import impor_kolom as k
from pegawai.services.impor import antrekan_periksa
from pegawai.services.impor_pilihan import belum_siap

Status = BerkasImpor.Status


def kolom_tujuan() -> list[str]:
    """Columns that a header can mean, in the order of SIASN's file."""
    return [x["kolom"] for x in k.kolom_siasn() if x["perlu_diimpor"] == "ya"]


def pemetaan_kini(impor: BerkasImpor) -> list[tuple[str, str]]:
    """Each header of the file and the column that it is read as now."""
    alias = k.alias_kolom()
    simpanan = PemetaanKolom.objects.filter(sidik=sidik_kepala(impor.kolom)).first()
    simpan = simpanan.pemetaan if simpanan else {}
    return [
        (kepala, simpan.get(r, alias.get(r, "")))
        for kepala in impor.kolom
        if (r := ringkas_kepala(kepala))
    ]


@transaction.atomic
def petakan_kolom(
    *, impor: BerkasImpor, nama: str, kolom: Mapping[str, str], oleh: Pengguna
) -> BerkasImpor:
    """Keep what the headers of this file mean (header -> column or ""), and read again."""
    impor = BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if impor.status not in {Status.PEMETAAN, Status.SIAP} or not impor.berkas:
        raise belum_siap()
    dipilih = [isi for isi in kolom.values() if isi]
    ganda = sorted({isi for isi in dipilih if dipilih.count(isi) > 1})
    if ganda:
        raise AturanDilanggar(
            f"Kolom {', '.join(ganda)} dipilih lebih dari sekali. Sisakan satu judul "
            "untuk setiap kolom.",
            kode="kolom_ganda",
        )
    kurang = [x for x in k.WAJIB if x not in dipilih]
    if kurang:
        raise AturanDilanggar(
            f"Tentukan judul mana yang berisi {' dan '.join(kurang)}.",
            kode="kolom_tidak_ada",
        )
    PemetaanKolom.objects.update_or_create(
        sidik=sidik_kepala(impor.kolom),
        defaults={
            "nama": nama,
            "pemetaan": {ringkas_kepala(x): isi for x, isi in kolom.items()},
            "oleh": oleh,
        },
    )
    impor.galat = ""
    return antrekan_periksa(impor=impor, oleh=oleh)
