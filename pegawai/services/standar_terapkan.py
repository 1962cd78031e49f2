"""Put the standards of a file into drafts."""

from datetime import date

from django.db import transaction

from pegawai.alat.rumusan import sidik
from pegawai.alat.rumusan_standar import Data
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BerkasKompetensi,
    Golongan,
    Jabatan,
    Jenjang,
    Kompetensi,
    StandarButir,
    StandarKompetensi,
    TingkatPendidikan,
)
from pegawai.queries.standar_berkas import usul_berbeda
from pegawai.services.standar import (
    IsiStandar,
    KepalaStandar,
    Syarat,
    buat_draf_standar,
    ubah_draf_standar,
)
from pegawai.services.standar_berkas import tandai_diterapkan

DRAF_TERBANYAK = 300


@transaction.atomic
def terapkan_berkas_standar(
    *, berkas: BerkasKompetensi, dilihat: str, oleh: Pengguna
) -> int:
    """Make or change the drafts that differ; returns how many. Twice is once.

    `dilihat` is the mark of the differences that were shown; others are refused.
    Published editions stay as they are: a draft waits for the second person.
    """
    berkas = BerkasKompetensi.objects.select_for_update(of=("self",)).get(pk=berkas.pk)
    if berkas.diterapkan_pada is not None:
        return 0
    list(StandarKompetensi.objects.select_for_update().filter(status="DRAF"))
    usul = usul_berbeda(berkas)
    if sidik(usul) != dilihat:
        raise versi_usang("Isi yang dibandingkan")
    if len(usul) > DRAF_TERBANYAK:
        raise AturanDilanggar(
            f"Berkas mengubah {len(usul)} standar; paling banyak {DRAF_TERBANYAK} "
            "sekaligus. Bagi berkasnya.",
            kode="terlalu_banyak",
        )
    acuan = _Acuan()
    for u in usul:
        _terapkan(u.data, acuan, oleh)
    tandai_diterapkan(berkas)
    return len(usul)


class _Acuan:
    """Rows that a file names by their words; loaded once."""

    def __init__(self) -> None:
        self.kompetensi = {
            f"{kamus}|{kode}": pk
            for kamus, kode, pk in Kompetensi.objects.values_list(
                "kamus_id", "kode", "pk"
            )
        }
        self.golongan = {f"{g.status} {g.kode}": g for g in Golongan.objects.all()}
        self.didik = {t.nama: t for t in TingkatPendidikan.objects.all()}


def _terapkan(data: Data, acuan: _Acuan, oleh: Pengguna) -> None:
    jenis, kunci = data["untuk"].split(":", 1)
    jabatan = Jabatan.objects.get(uid=kunci) if jenis == "jabatan" else None
    jenjang = Jenjang.objects.get(kode=kunci) if jenis == "jenjang" else None
    kepala = KepalaStandar(
        data["kepala"]["edisi"],
        data["kepala"]["nomor_keputusan"],
        _tanggal(data["kepala"]["tanggal_keputusan"]),
        date.fromisoformat(data["kepala"]["berlaku_mulai"]),
    )
    draf = StandarKompetensi.objects.filter(
        jabatan=jabatan, jenjang=jenjang, status="DRAF"
    ).first()
    if draf is None:
        draf = buat_draf_standar(
            jabatan=jabatan, jenjang=jenjang, kepala=kepala, oleh=oleh
        )
    lama = StandarButir.objects.filter(standar=draf).values_list(
        "kompetensi", flat=True
    )
    level: dict[int, int | None] = dict.fromkeys(lama)
    level |= {acuan.kompetensi[k]: n for k, n in data["level"].items()}
    isi = dict(data["isi"])
    isi["golongan_minimum"] = acuan.golongan.get(isi["golongan_minimum"])
    isi["pendidikan_minimum"] = acuan.didik.get(isi["pendidikan_minimum"])
    ubah_draf_standar(
        standar=draf,
        kepala=kepala,
        level=level,
        versi=draf.versi,
        isi=IsiStandar(**isi),
        syarat=[Syarat(*s) for s in data["syarat"]],
        oleh=oleh,
    )


def _tanggal(teks: str) -> date | None:
    return date.fromisoformat(teks) if teks else None
