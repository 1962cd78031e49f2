"""Asking for a seat and giving it back. The batch row is locked first, always."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from pegawai.services.agenda import hapus_agenda
from pelatihan.models import Angkatan, Pelatihan, Peserta
from pelatihan.models.peserta import BERAKHIR
from pelatihan.queries.angkatan import penuh_bagi
from pelatihan.queries.penyelenggara import akun_penyelenggara
from pelatihan.queries.peserta import atasan_memutuskan

Status = Peserta.Status
KELAS_PENUH = "Kelas ini sudah penuh. Pilih angkatan lain, atau lihat pelatihan serupa."


def kunci_angkatan(angkatan: Angkatan) -> Angkatan:
    """Lock the batch: whoever takes or frees a seat waits here for the one before."""
    return (
        Angkatan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("pelatihan__penyelenggara")
        .get(pk=angkatan.pk)
    )


def daftarkan_peserta(
    *, angkatan: Angkatan, pegawai: Pegawai, oleh: Pengguna
) -> Peserta:
    """Ask a seat for oneself; the request holds it at once (KETENTUAN P-1).

    Asking again returns the same row. A full class refuses with `kelas_penuh` (FK-1): in
    a rush most are told so without waiting for the lock, under which it is asked again.
    What does not depend on the batch is read before it, so that the lock is held briefly.
    """
    if pegawai.aktif and penuh_bagi(angkatan.pk, pegawai.pk):
        raise AturanDilanggar(KELAS_PENUH, kode="kelas_penuh")
    hari = aturan("usul_kursi_hari")
    atasan_memutuskan(pegawai)  # its rows stay on the object
    return _daftarkan(angkatan, pegawai, hari)


@transaction.atomic
def _daftarkan(angkatan: Angkatan, pegawai: Pegawai, hari: int) -> Peserta:
    angkatan = kunci_angkatan(angkatan)
    lama = angkatan.peserta.filter(pegawai=pegawai).exclude(status__in=BERAKHIR).first()
    if lama is not None:
        return lama
    periksa_dapat_didaftar(angkatan, pegawai)
    if angkatan.penuh and not kedaluwarsakan_angkatan(angkatan=angkatan):
        raise AturanDilanggar(KELAS_PENUH, kode="kelas_penuh")
    return minta_kursi(angkatan, pegawai, hari)


def minta_kursi(
    angkatan: Angkatan, pegawai: Pegawai, hari: int, *, pencalon: Pengguna | None = None
) -> Peserta:
    """Take a seat of the locked batch for `hari` days and tell who decides.

    `pencalon` named the person.
    """
    _ambil_kursi(angkatan)
    sekarang = timezone.now()
    peserta = Peserta.objects.create(
        angkatan=angkatan,
        pegawai=pegawai,
        dicalonkan_oleh=pencalon,
        diajukan_pada=sekarang,
        batas_keputusan=sekarang + timedelta(days=hari),
    )
    _kabari_pemutus(peserta)
    return peserta


def periksa_dapat_didaftar(angkatan: Angkatan, pegawai: Pegawai) -> None:
    """Refuse what no request may have: an inactive person, a batch that is not open."""
    hari = hari_ini()
    if not pegawai.aktif:
        raise AturanDilanggar(
            "Hanya pegawai aktif yang dapat mendaftar.", kode="pegawai_tidak_aktif"
        )
    if (
        angkatan.status != Angkatan.Status.DIBUKA
        or angkatan.pelatihan.status != Pelatihan.Status.TERBIT
    ):
        raise AturanDilanggar(
            "Angkatan ini tidak menerima pendaftaran. Pilih angkatan lain.",
            kode="angkatan_tidak_dibuka",
        )
    if hari < angkatan.pendaftaran_mulai:
        raise AturanDilanggar(
            f"Pendaftaran dibuka {tanggal(angkatan.pendaftaran_mulai)}.",
            kode="pendaftaran_belum_dibuka",
        )
    if hari > angkatan.pendaftaran_sampai:
        raise AturanDilanggar(
            f"Pendaftaran sudah ditutup {tanggal(angkatan.pendaftaran_sampai)}. "
            "Pilih angkatan lain.",
            kode="pendaftaran_ditutup",
        )


def _ambil_kursi(angkatan: Angkatan) -> None:
    """Conditional as well as locked: the statement itself never passes the quota."""
    terambil = Angkatan.objects.filter(pk=angkatan.pk, terisi__lt=F("kuota")).update(
        terisi=F("terisi") + 1
    )
    if not terambil:
        raise AturanDilanggar(KELAS_PENUH, kode="kelas_penuh")


def _kabari_pemutus(peserta: Peserta) -> None:
    pegawai, angkatan = peserta.pegawai, peserta.angkatan
    if atasan_memutuskan(pegawai):
        penerima = [pegawai.atasan.pengguna]
    else:
        penerima = list(akun_penyelenggara(angkatan.pelatihan.penyelenggara_id))
    for akun in penerima:
        if akun.pk == pegawai.pengguna_id:
            continue
        kabari(
            kunci=f"peserta-diajukan:{peserta.pk}:{akun.pk}",
            penerima=akun,
            judul=f"{pegawai.nama_lengkap} dicalonkan untuk pelatihan"
            if peserta.dicalonkan_oleh_id
            else f"{pegawai.nama_lengkap} mengajukan pelatihan",
            isi=f"{angkatan.pelatihan.nama}, {angkatan.nama}. Putuskan sebelum "
            f"{waktu(peserta.batas_keputusan)}; sesudah itu kursinya dilepas.",
            tautan=peserta.get_absolute_url(),
        )


@transaction.atomic
def batalkan_peserta(*, peserta: Peserta, oleh: Pengguna, alasan: str = "") -> Peserta:
    """Give a seat back before the training starts; repeating changes nothing."""
    kunci_angkatan(peserta.angkatan)
    peserta = kunci_peserta(peserta)
    if peserta.status == Status.DIBATALKAN:
        return peserta
    if peserta.status not in {Status.DIAJUKAN, Status.DISETUJUI}:
        raise AturanDilanggar(
            f"Pendaftaran ini sudah {peserta.get_status_display().lower()}.",
            kode="peserta_tidak_dapat_dibatalkan",
        )
    if peserta.angkatan.status != Angkatan.Status.DIBUKA:
        raise AturanDilanggar(
            "Pelatihan sudah dimulai. Hubungi penyelenggara untuk mengundurkan diri.",
            kode="pelatihan_sudah_dimulai",
        )
    akhiri_peserta(peserta, Status.DIBATALKAN, alasan=alasan)
    _kabari_batal(peserta, oleh)
    return peserta


def _kabari_batal(peserta: Peserta, oleh: Pengguna) -> None:
    pegawai, pencalon = peserta.pegawai, peserta.dicalonkan_oleh
    isi = f"{peserta.angkatan.pelatihan.nama}, {peserta.angkatan.nama}."
    if oleh.pk != pegawai.pengguna_id:
        kabari(
            kunci=f"pencalonan-ditarik:{peserta.pk}",
            penerima=pegawai.pengguna,
            judul="Pencalonan Anda ditarik",
            isi=f"{isi} Kursinya dilepas.",
            tautan=peserta.get_absolute_url(),
        )
        return
    for akun in {a for a in (peserta.diputuskan_oleh, pencalon) if a is not None}:
        kabari(
            kunci=f"peserta-dibatalkan:{peserta.pk}:{akun.pk}",
            penerima=akun,
            judul=f"{pegawai.nama_lengkap} membatalkan pendaftaran",
            isi=isi,
            tautan=peserta.get_absolute_url(),
        )


def kabari_pencalon(peserta: Peserta, judul: str, isi: str) -> None:
    """Tell who nominated this person what became of it; nothing for an own request."""
    kabari(
        kunci=f"pencalonan-{peserta.status.lower()}:{peserta.pk}",
        penerima=peserta.dicalonkan_oleh,
        judul=judul,
        isi=isi,
        tautan=peserta.get_absolute_url(),
    )


def kunci_peserta(peserta: Peserta) -> Peserta:
    """Lock one enrolment; its batch must be locked before where a seat may move.

    Who decided is not joined: after a wait the row is new, what was joined is not.
    """
    return (
        Peserta.objects.select_for_update(of=("self",), no_key=True)
        .select_related(
            "pegawai__pengguna",
            "pegawai__atasan__pengguna",
            "angkatan__pelatihan__penyelenggara",
            "dicalonkan_oleh",
        )
        .get(pk=peserta.pk)
    )


def akhiri_peserta(peserta: Peserta, status: str, *, alasan: str = "") -> None:
    """End an enrolment and free its seat; the batch row is locked by the caller."""
    peserta.status = status
    peserta.berakhir_pada = timezone.now()
    peserta.alasan = alasan[:300]
    peserta.save()
    Angkatan.objects.filter(pk=peserta.angkatan_id).update(terisi=F("terisi") - 1)
    hapus_agenda(kunci_agenda(peserta))


def akhiri_semua(*, angkatan: Angkatan, alasan: str) -> None:
    """End every enrolment of a locked batch that is called off."""
    angkatan.peserta.exclude(status__in=BERAKHIR).update(
        status=Status.DIBATALKAN, berakhir_pada=timezone.now(), alasan=alasan[:300]
    )
    Angkatan.objects.filter(pk=angkatan.pk).update(terisi=0)


def kunci_agenda(peserta: Peserta) -> str:
    """Key of the participant's row in the calendar of commitments."""
    return f"peserta:{peserta.pk}"


def kedaluwarsakan_angkatan(*, angkatan: Angkatan, semua: bool = False) -> int:
    """End requests of one locked batch that nobody decided in time (`semua`: all)."""
    lewat = Peserta.objects.filter(angkatan=angkatan, status=Status.DIAJUKAN)
    if not semua:
        lewat = lewat.filter(batas_keputusan__lt=timezone.now())
    return _kedaluwarsakan(lewat, [angkatan.pk])


@transaction.atomic
def kedaluwarsakan_peserta() -> int:
    """Nightly: end every request that waited past its limit and free the seats."""
    lewat = Peserta.objects.filter(
        status=Status.DIAJUKAN, batas_keputusan__lt=timezone.now()
    )
    daftar = list(
        Angkatan.objects.select_for_update(no_key=True)
        .filter(pk__in=lewat.values("angkatan"))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    return _kedaluwarsakan(lewat.filter(angkatan__in=daftar), daftar)


def _kedaluwarsakan(lewat: QuerySet[Peserta], angkatan_ids: list[int]) -> int:
    """Set-based; the seats are counted anew from the rows, under the batches' locks."""
    daftar = list(
        lewat.select_related(
            "pegawai__pengguna", "angkatan__pelatihan", "dicalonkan_oleh"
        )
    )
    if not daftar:
        return 0
    Peserta.objects.filter(pk__in=[p.pk for p in daftar]).update(
        status=Status.KEDALUWARSA, berakhir_pada=timezone.now()
    )
    memegang = (
        Peserta.objects.filter(angkatan=OuterRef("pk"))
        .exclude(status__in=BERAKHIR)
        .order_by()
        .values("angkatan")
        .annotate(n=Count("pk"))
        .values("n")
    )
    Angkatan.objects.filter(pk__in=angkatan_ids).update(
        terisi=Coalesce(Subquery(memegang), 0)
    )
    for peserta in daftar:
        kabari(
            kunci=f"peserta-kedaluwarsa:{peserta.pk}",
            penerima=peserta.pegawai.pengguna,
            judul="Pendaftaran tidak diputuskan",
            isi=f"Pendaftaran Anda pada {peserta.angkatan.pelatihan.nama} tidak "
            "diputuskan sampai batasnya. Kursi dilepas; Anda dapat mendaftar lagi.",
            tautan=peserta.angkatan.pelatihan.get_absolute_url(),
        )
        peserta.status = Status.KEDALUWARSA
        kabari_pencalon(
            peserta,
            "Pencalonan tidak diputuskan",
            f"{peserta.pegawai.nama_lengkap}, {peserta.angkatan.pelatihan.nama}. Kursi "
            "dilepas; Anda dapat mencalonkan lagi.",
        )
    return len(daftar)
