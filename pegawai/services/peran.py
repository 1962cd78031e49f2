"""Roles: proposed, granted with a second person where the role is the city's, ended."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import PemberianPeran, Peran, UnitKerja, UsulPeran
from pegawai.queries.peran import berlaku_sekota, unit_dalam_cakupan
from pegawai.queries.peran_daftar import admin_sekota

BERUNIT = frozenset({Peran.PENGELOLA_OPD, Peran.KEPALA_OPD})
DUA_ORANG = frozenset({Peran.ANALIS, Peran.ADMIN})  # KEAMANAN C.2
# Others are given where the membership is given: at the partner, with the placement.
DAPAT_DIBERIKAN = (
    Peran.PENGELOLA_OPD,
    Peran.KEPALA_OPD,
    Peran.ANALIS,
    Peran.ADMIN,
    Peran.PENYELENGGARA,
    Peran.ASESOR,
    Peran.PIMPINAN,
)
TERLAMA = timedelta(days=5 * 366)
Status = UsulPeran.Status


def _periksa(
    pengguna: Pengguna,
    peran: str,
    unit_kerja: UnitKerja | None,
    mulai: date,
    sampai: date,
    oleh: Pengguna,
) -> None:
    """Every rule of a grant, the first broken one named."""
    if pengguna.pk == oleh.pk:
        raise AturanDilanggar(
            "Anda tidak dapat memberi atau mengusulkan peran bagi diri sendiri.",
            kode="peran_sendiri",
            medan="akun",
        )
    if not pengguna.is_active:
        raise AturanDilanggar(
            "Akun ini tidak aktif.", kode="akun_nonaktif", medan="akun"
        )
    if peran not in DAPAT_DIBERIKAN:
        raise AturanDilanggar(
            "Peran ini mengikuti data lain dan tidak dapat diberikan di sini.",
            kode="peran_turunan",
            medan="peran",
        )
    if (unit_kerja is not None) is not (peran in BERUNIT):
        pesan = (
            "Pilih unit kerja untuk peran ini."
            if peran in BERUNIT
            else "Peran ini berlaku untuk seluruh kota. Kosongkan unit kerja."
        )
        raise AturanDilanggar(pesan, kode="peran_unit", medan="unit")
    if sampai < mulai or sampai < hari_ini():
        raise AturanDilanggar(
            "Tanggal akhir harus hari ini atau sesudahnya, dan tidak sebelum mulai.",
            kode="peran_tanggal",
            medan="berlaku_sampai",
        )
    if sampai - mulai > TERLAMA:
        raise AturanDilanggar(
            "Peran berlaku paling lama lima tahun. Perpanjang dengan SK baru.",
            kode="peran_terlalu_lama",
            medan="berlaku_sampai",
        )


def _sama(
    pengguna: Pengguna,
    peran: str,
    unit_kerja: UnitKerja | None,
    mulai: date,
    sampai: date,
) -> PemberianPeran | None:
    """The grant that is already there; one that only overlaps is refused."""
    lama = PemberianPeran.objects.filter(
        pengguna=pengguna,
        peran=peran,
        unit_kerja=unit_kerja,
        dicabut_pada__isnull=True,
        berlaku_mulai__lte=sampai,
        berlaku_sampai__gte=mulai,
    ).first()
    if lama is None:
        return None
    if (lama.berlaku_mulai, lama.berlaku_sampai) == (mulai, sampai):
        return lama
    raise AturanDilanggar(
        "Akun ini sudah memegang peran ini sampai "
        f"{tanggal(lama.berlaku_sampai)}. Mulai sesudahnya, atau cabut yang lama.",
        kode="peran_bertumpuk",
        medan="berlaku_mulai",
    )


@transaction.atomic
def berikan_peran(
    *,
    pengguna: Pengguna,
    peran: str,
    unit_kerja: UnitKerja | None,
    berlaku_mulai: date,
    berlaku_sampai: date,
    nomor_sk: str,
    oleh: Pengguna,
) -> PemberianPeran | UsulPeran:
    """Grant a role; those over the whole registry become a proposal for a second person.

    So does everything that somebody other than an administrator asks for. The last day
    is included (AK-5). The same grant twice changes nothing.
    """
    _periksa(pengguna, peran, unit_kerja, berlaku_mulai, berlaku_sampai, oleh)
    Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    ada = _sama(pengguna, peran, unit_kerja, berlaku_mulai, berlaku_sampai)
    if ada is not None:
        return ada
    isi = {
        "pengguna": pengguna,
        "peran": peran,
        "unit_kerja": unit_kerja,
        "berlaku_mulai": berlaku_mulai,
        "berlaku_sampai": berlaku_sampai,
        "nomor_sk": nomor_sk,
    }
    if peran not in DUA_ORANG and berlaku_sekota(oleh, Peran.ADMIN):
        pemberian = PemberianPeran.objects.create(**isi, diberikan_oleh=oleh)
        _kabari_pemegang(pemberian)
        return pemberian
    _boleh_diusulkan(peran, unit_kerja, oleh)
    return _usulkan(isi, oleh)


def _boleh_diusulkan(peran: str, unit_kerja: UnitKerja | None, oleh: Pengguna) -> None:
    """An administrator is proposed by one; a unit's carer proposes for the own units."""
    if berlaku_sekota(oleh, Peran.ADMIN):
        return
    if peran == Peran.ADMIN:
        raise AturanDilanggar(
            "Peran admin hanya dapat diusulkan oleh admin.",
            kode="usul_admin",
            medan="peran",
        )
    if berlaku_sekota(oleh, Peran.ANALIS):
        return
    unit = unit_dalam_cakupan(oleh, Peran.PENGELOLA_OPD)
    if unit_kerja is None or not unit.filter(pk=unit_kerja.pk).exists():
        raise AturanDilanggar(
            "Anda hanya dapat mengusulkan peran untuk unit yang Anda kelola.",
            kode="di_luar_cakupan",
            medan="unit",
        )


def _usulkan(isi: dict, oleh: Pengguna) -> UsulPeran:
    ada = UsulPeran.objects.filter(
        pengguna=isi["pengguna"],
        peran=isi["peran"],
        unit_kerja=isi["unit_kerja"],
        status=Status.DIUSULKAN,
    ).first()
    if ada is not None:
        return ada
    try:
        with transaction.atomic():
            usul = UsulPeran.objects.create(**isi, diusulkan_oleh=oleh)
    except IntegrityError as galat:
        raise AturanDilanggar(
            "Usul ini sudah menunggu keputusan.", kode="usul_ganda"
        ) from galat
    for admin in admin_sekota().exclude(pk__in=[oleh.pk, usul.pengguna_id]):
        kabari(
            kunci=f"usul-peran:{usul.pk}:{admin.pk}",
            penerima=admin,
            judul="Usul peran menunggu keputusan",
            isi=f"{usul.get_peran_display()} untuk {usul.pengguna}, diusulkan {oleh}.",
            tautan=reverse("pegawai:peran-usul"),
        )
    return usul


@transaction.atomic
def setujui_usul_peran(*, usul: UsulPeran, oleh: Pengguna) -> PemberianPeran:
    """The second person grants what was proposed; again changes nothing."""
    usul = UsulPeran.objects.select_for_update().get(pk=usul.pk)
    _dua_orang(usul, oleh)
    ada = _sama(
        usul.pengguna,
        usul.peran,
        usul.unit_kerja,
        usul.berlaku_mulai,
        usul.berlaku_sampai,
    )
    if ada is not None and usul.status == Status.DIBERIKAN:
        return ada
    _masih_menunggu(usul)
    _periksa(
        usul.pengguna,
        usul.peran,
        usul.unit_kerja,
        usul.berlaku_mulai,
        usul.berlaku_sampai,
        oleh,
    )
    _putuskan(usul, Status.DIBERIKAN, oleh)
    pemberian = ada or PemberianPeran.objects.create(
        pengguna=usul.pengguna,
        peran=usul.peran,
        unit_kerja=usul.unit_kerja,
        berlaku_mulai=usul.berlaku_mulai,
        berlaku_sampai=usul.berlaku_sampai,
        nomor_sk=usul.nomor_sk,
        diberikan_oleh=usul.diusulkan_oleh,
        disetujui_oleh=oleh,
    )
    _kabari_pemegang(pemberian)
    return pemberian


@transaction.atomic
def tolak_usul_peran(*, usul: UsulPeran, alasan: str, oleh: Pengguna) -> UsulPeran:
    """Refuse a proposal with a reason; again changes nothing."""
    usul = UsulPeran.objects.select_for_update().get(pk=usul.pk)
    if usul.status == Status.DITOLAK:
        return usul
    _dua_orang(usul, oleh)
    _masih_menunggu(usul)
    usul.alasan = alasan
    _putuskan(usul, Status.DITOLAK, oleh)
    kabari(
        kunci=f"usul-peran-ditolak:{usul.pk}",
        penerima=usul.diusulkan_oleh,
        judul="Usul peran ditolak",
        isi=f"{usul.get_peran_display()} untuk {usul.pengguna}: {alasan}",
    )
    return usul


def _dua_orang(usul: UsulPeran, oleh: Pengguna) -> None:
    if oleh.pk in {usul.diusulkan_oleh_id, usul.pengguna_id}:
        raise AturanDilanggar(
            "Usul diputuskan oleh admin lain, bukan pengusul atau orangnya sendiri.",
            kode="dua_orang",
        )


def _masih_menunggu(usul: UsulPeran) -> None:
    if usul.status != Status.DIUSULKAN:
        raise AturanDilanggar(
            "Usul ini sudah diputuskan.", kode="usul_sudah_diputuskan"
        )


def _putuskan(usul: UsulPeran, status: str, oleh: Pengguna) -> None:
    usul.status = status
    usul.diputuskan_oleh = oleh
    usul.diputuskan_pada = timezone.now()
    usul.save()


@transaction.atomic
def cabut_peran(*, pemberian: PemberianPeran, alasan: str, oleh: Pengguna) -> bool:
    """End a grant now; it is gone at the next request. Again changes nothing."""
    if pemberian.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Peran sendiri dicabut oleh admin lain.", kode="peran_sendiri"
        )
    dicabut = PemberianPeran.objects.filter(
        pk=pemberian.pk, dicabut_pada__isnull=True
    ).update(dicabut_pada=timezone.now(), dicabut_oleh=oleh, alasan_cabut=alasan)
    if dicabut:
        kabari(
            kunci=f"peran-dicabut:{pemberian.pk}",
            penerima=pemberian.pengguna,
            judul=f"Peran {pemberian.get_peran_display()} dicabut",
            isi=f"Alasan: {alasan}",
        )
    return bool(dicabut)


def _kabari_pemegang(pemberian: PemberianPeran) -> None:
    kabari(
        kunci=f"peran-diberikan:{pemberian.pk}",
        penerima=pemberian.pengguna,
        judul=f"Anda mendapat peran {pemberian.get_peran_display()}",
        isi=f"Berlaku {tanggal(pemberian.berlaku_mulai)} sampai "
        f"{tanggal(pemberian.berlaku_sampai)}, SK {pemberian.nomor_sk}.",
    )
