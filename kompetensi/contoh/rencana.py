"""Development plans of the demo city, in several states."""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, pilih_bobot, siang, sisip
from pegawai.models import CapaianKompetensi, Pegawai
from pelatihan.models import Pelatihan, SasaranPelatihan
from penilaian.models import ButirRencana, LangkahRencana, RencanaPengembangan

Status = RencanaPengembangan.Status
Tindakan = LangkahRencana.Tindakan
BAGIAN = 0.08  # of the people
BANYAK_BUTIR = 3
KEADAAN = (
    (Status.DRAF, 20),
    (Status.DIAJUKAN, 28),
    (Status.DIKEMBALIKAN, 10),
    (Status.DISETUJUI, 22),
    (Status.BERJALAN, 14),
    (Status.SELESAI, 6),
)
DISETUJUI = {Status.DISETUJUI, Status.BERJALAN, Status.SELESAI}
ALASAN = "Mohon pilih pelatihan yang jadwalnya tidak bertepatan dengan akhir triwulan."


def isi_rencana(kota: Kota, akun: AkunDemo) -> None:
    """Plans for some who have gaps; `asn` has none yet, a colleague's waits."""
    acak = kota.acak("rencana")
    kurang = _kesenjangan()
    orang = {
        p.pk: p
        for p in Pegawai.objects.filter(
            pk__in=kurang, kedudukan_hukum="AKTIF", atasan__pengguna__isnull=False
        )
        .exclude(pk=akun.asn.pk)
        .select_related("atasan")
        .order_by("nip")
    }
    rekan = [pk for pk, p in orang.items() if p.atasan_id == akun.atasan.pk][:1]
    lain = [pk for pk in orang if pk not in rekan]
    terpilih = acak.sample(lain, min(len(lain), max(6, round(kota.jumlah * BAGIAN))))
    keadaan = [Status.DIAJUKAN for _ in rekan]
    keadaan += [pilih_bobot(acak, KEADAAN) for _ in terpilih]
    daftar = [
        _rencana(kota, acak, orang[pk], status)
        for pk, status in zip([*rekan, *terpilih], keadaan, strict=True)
    ]
    sisip(RencanaPengembangan, daftar)
    tersedia = _pelatihan()
    sisip(
        ButirRencana,
        (b for r in daftar for b in _butir(acak, r, kurang[r.pegawai_id], tersedia)),
    )
    sisip(LangkahRencana, (x for r in daftar for x in _langkah(kota, r)))


def _kesenjangan() -> dict[int, list[tuple[int, Decimal, int]]]:
    """Person to (competency, present level, required level), largest gap first."""
    kurang: dict[int, list[tuple[int, Decimal, int]]] = defaultdict(list)
    for pk, *isi in (
        CapaianKompetensi.objects.filter(kesenjangan__gt=0)
        .order_by("pegawai__nip", "-kesenjangan", "kompetensi__urutan")
        .values_list("pegawai_id", "kompetensi_id", "level", "level_standar")
    ):
        kurang[pk].append(tuple(isi))
    return kurang


def _pelatihan() -> dict[int, list[tuple[int, Pelatihan]]]:
    """Competency to its published courses, the lowest level first."""
    tersedia: dict[int, list[tuple[int, Pelatihan]]] = defaultdict(list)
    for s in (
        SasaranPelatihan.objects.filter(
            pelatihan__status=Pelatihan.Status.TERBIT, pelatihan__jp__lte=40
        )
        .select_related("pelatihan")
        .order_by("level", "pelatihan__kode")
    ):
        tersedia[s.kompetensi_id].append((s.level, s.pelatihan))
    return tersedia


def _rencana(
    kota: Kota, acak: random.Random, pegawai: Pegawai, status: str
) -> RencanaPengembangan:
    rencana = RencanaPengembangan(
        pegawai=pegawai, tahun=kota.hari.year, status=status, versi=2
    )
    if status == Status.DRAF:
        return rencana
    jarak = acak.randint(1, 12) if status == Status.DIAJUKAN else acak.randint(20, 200)
    rencana.diajukan_pada = siang(kota.hari - timedelta(days=jarak), 10)
    putus = rencana.diajukan_pada + timedelta(days=3)
    if status in DISETUJUI:
        rencana.disetujui_oleh_id = pegawai.atasan.pengguna_id
        rencana.disetujui_pada = putus
    if status == Status.DIKEMBALIKAN:
        rencana.dikembalikan_pada, rencana.alasan = putus, ALASAN
    return rencana


def _butir(
    acak: random.Random,
    rencana: RencanaPengembangan,
    kurang: list[tuple[int, Decimal, int]],
    tersedia: dict[int, list[tuple[int, Pelatihan]]],
) -> Iterator[ButirRencana]:
    """One line a gap: a course that reaches the level, else learning on the job."""
    for ke, (kompetensi, punya, perlu) in enumerate(kurang[:BANYAK_BUTIR]):
        selesai = _selesai(rencana, ke)
        cocok = [p for level, p in tersedia[kompetensi] if level >= perlu]
        umum = {
            "rencana": rencana,
            "kompetensi_id": kompetensi,
            "level_sekarang": punya,
            "level_target": perlu,
            "triwulan": acak.randint(2, 4),
        }
        if cocok and selesai is None:
            p = cocok[0]
            yield ButirRencana(pelatihan=p, bentuk_id=p.bentuk_id, jp=p.jp, **umum)
        else:
            bentuk = next(iter(tersedia.values()))[0][1].bentuk_id
            yield ButirRencana(
                kegiatan="Bimbingan oleh atasan langsung",
                bentuk_id=bentuk,
                jp=4,
                selesai_pada=selesai,
                **umum,
            )


def _selesai(rencana: RencanaPengembangan, ke: int) -> date | None:
    """A running plan has its first line done, a finished one all: as the product says."""
    tuntas = {Status.BERJALAN: ke == 0, Status.SELESAI: True}
    if not tuntas.get(rencana.status):
        return None
    return rencana.disetujui_pada.date() + timedelta(days=3 + ke * 4)


def _langkah(kota: Kota, rencana: RencanaPengembangan) -> Iterator[LangkahRencana]:
    """The approval trail that fits the state."""
    pegawai = rencana.pegawai
    sendiri, atasan = pegawai.pengguna_id, pegawai.atasan.pengguna_id
    awal: datetime = rencana.diajukan_pada or siang(kota.hari - timedelta(days=5))
    jejak = [(Tindakan.BUAT, sendiri, awal - timedelta(days=1), "")]
    if rencana.diajukan_pada:
        jejak.append((Tindakan.AJUKAN, sendiri, rencana.diajukan_pada, ""))
    if rencana.dikembalikan_pada:
        jejak.append((Tindakan.KEMBALIKAN, atasan, rencana.dikembalikan_pada, ALASAN))
    if rencana.disetujui_pada:
        jejak.append((Tindakan.SETUJUI, atasan, rencana.disetujui_pada, ""))
    for tindakan, oleh, pada, alasan in jejak:
        yield LangkahRencana(
            rencana=rencana, tindakan=tindakan, oleh_id=oleh, pada=pada, alasan=alasan
        )
