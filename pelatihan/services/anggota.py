"""Members of an organiser: added and ended by its members, or by an administrator."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import PemberianPeran
from pegawai.models.peran import Peran
from pegawai.queries.peran import berlaku_sekota, punya_peran
from pegawai.services.peran import TERLAMA, cabut_peran
from pelatihan.models import AnggotaPenyelenggara, Penyelenggara
from pelatihan.queries.anggota import keanggotaan_berlaku

ORANG_LUAR = (Peran.MITRA, Peran.PEMAGANG)


@transaction.atomic
def tambah_anggota(
    *,
    penyelenggara: Penyelenggara,
    akun: Pengguna,
    tanggal_selesai: date,
    nomor_sk: str,
    oleh: Pengguna,
) -> AnggotaPenyelenggara:
    """Let an account work for the organiser until that day, with the role it needs.

    A member passes on no more than the own time. The same again changes nothing; another
    day moves the end.
    """
    penyelenggara = _kunci(penyelenggara)
    batas = _batas_waktu(penyelenggara, oleh)
    _periksa(penyelenggara, akun, tanggal_selesai, batas, oleh)
    hari = hari_ini()
    anggota = AnggotaPenyelenggara.objects.filter(
        penyelenggara=penyelenggara, pengguna=akun
    ).first()
    if anggota is not None and anggota.tanggal_selesai == tanggal_selesai:
        _beri_peran(akun, tanggal_selesai, nomor_sk, oleh)
        return anggota
    if anggota is None:
        anggota = AnggotaPenyelenggara(
            penyelenggara=penyelenggara, pengguna=akun, tanggal_mulai=hari
        )
    elif anggota.tanggal_selesai < hari:
        anggota.tanggal_mulai = hari
    anggota.tanggal_selesai = tanggal_selesai
    anggota.save()
    _beri_peran(akun, tanggal_selesai, nomor_sk, oleh)
    kabari(
        kunci=f"anggota:{anggota.pk}:{tanggal_selesai}:{hari}",
        penerima=akun,
        judul=f"Anda menjadi anggota {penyelenggara.nama}",
        isi=f"Berlaku sampai {tanggal(tanggal_selesai)}, ditambahkan {oleh}.",
        tautan=penyelenggara.get_absolute_url(),
    )
    return anggota


@transaction.atomic
def akhiri_anggota(*, anggota: AnggotaPenyelenggara, oleh: Pengguna) -> None:
    """End a membership now: never one's own, never the last; again changes nothing.

    Who works for no organiser any more loses the role as well.
    """
    penyelenggara = _kunci(anggota.penyelenggara)
    _batas_waktu(penyelenggara, oleh)
    if anggota.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Keanggotaan Anda diakhiri oleh anggota lain atau admin.",
            kode="diri_sendiri",
        )
    hari = hari_ini()
    milik = AnggotaPenyelenggara.objects.filter(
        pk=anggota.pk, tanggal_selesai__gte=hari
    )
    kini = milik.first()
    if kini is None:
        return
    lain = keanggotaan_berlaku().filter(penyelenggara=penyelenggara)
    if not lain.exclude(pk=kini.pk).exists():
        raise AturanDilanggar(
            "Ini anggota terakhir. Tambahkan anggota lain dahulu, agar angkatan dan "
            "pesertanya tetap ada yang mengurus.",
            kode="anggota_terakhir",
        )
    if kini.tanggal_mulai < hari:
        milik.update(tanggal_selesai=hari - timedelta(days=1))
    else:
        milik.delete()  # its history row stays
    _cabut_bila_tanpa_keanggotaan(anggota.pengguna, oleh)
    kabari(
        kunci=f"anggota-diakhiri:{anggota.pk}:{hari}",
        penerima=anggota.pengguna,
        judul=f"Keanggotaan {penyelenggara.nama} berakhir",
        isi=f"Diakhiri {oleh}.",
    )


def _kunci(penyelenggara: Penyelenggara) -> Penyelenggara:
    """One change of an organiser's members at a time, so that one always stays."""
    return Penyelenggara.objects.select_for_update(no_key=True).get(pk=penyelenggara.pk)


def _batas_waktu(penyelenggara: Penyelenggara, oleh: Pengguna) -> date:
    """Until when this account may let others work; asked anew under the lock."""
    if berlaku_sekota(oleh, Peran.ADMIN):
        return hari_ini() + TERLAMA
    sendiri = (
        keanggotaan_berlaku().filter(penyelenggara=penyelenggara, pengguna=oleh).first()
    )
    if sendiri is None or not punya_peran(oleh, Peran.PENYELENGGARA):
        raise AturanDilanggar(
            "Anda bukan anggota penyelenggara ini.", kode="bukan_anggota"
        )
    return sendiri.tanggal_selesai


def _periksa(
    penyelenggara: Penyelenggara,
    akun: Pengguna,
    selesai: date,
    batas: date,
    oleh: Pengguna,
) -> None:
    if akun.pk == oleh.pk:
        raise AturanDilanggar(
            "Keanggotaan Anda sendiri diatur anggota lain atau admin.",
            kode="diri_sendiri",
            medan="akun",
        )
    if not penyelenggara.aktif:
        raise AturanDilanggar(
            "Penyelenggara ini tidak aktif.", kode="penyelenggara_tidak_aktif"
        )
    if not akun.is_active:
        raise AturanDilanggar(
            "Akun ini tidak aktif.", kode="akun_nonaktif", medan="akun"
        )
    if punya_peran(akun, *ORANG_LUAR):
        raise AturanDilanggar(
            "Akun mitra dan pemagang tidak dapat menjadi anggota penyelenggara.",
            kode="orang_luar",
            medan="akun",
        )
    if selesai < hari_ini():
        raise AturanDilanggar(
            "Tanggal berakhir harus hari ini atau sesudahnya.",
            kode="anggota_tanggal",
            medan="tanggal_selesai",
        )
    if selesai > batas:
        raise AturanDilanggar(
            f"Keanggotaan dapat diberikan paling lama sampai {tanggal(batas)}.",
            kode="anggota_terlalu_lama",
            medan="tanggal_selesai",
        )


def _peran(akun: Pengguna) -> Q:
    return Q(
        pengguna=akun,
        peran=Peran.PENYELENGGARA,
        unit_kerja__isnull=True,
        dicabut_pada__isnull=True,
        berlaku_sampai__gte=hari_ini(),
    )


def _beri_peran(akun: Pengguna, sampai: date, nomor_sk: str, oleh: Pengguna) -> None:
    """The role for the time that no grant covers; a suspended one is the admin's matter."""
    daftar = PemberianPeran.objects.filter(_peran(akun))
    if daftar.filter(ditangguhkan_pada__isnull=False).exists():
        raise AturanDilanggar(
            "Peran penyelenggara akun ini sedang ditangguhkan. Minta admin memulihkannya "
            "dahulu.",
            kode="peran_ditangguhkan",
            medan="akun",
        )
    mulai = hari_ini()
    for lama in daftar.order_by("berlaku_mulai", "pk"):
        if lama.berlaku_mulai <= mulai:
            mulai = max(mulai, lama.berlaku_sampai + timedelta(days=1))
    if mulai <= sampai:
        PemberianPeran.objects.create(
            pengguna=akun,
            peran=Peran.PENYELENGGARA,
            berlaku_mulai=mulai,
            berlaku_sampai=sampai,
            nomor_sk=nomor_sk,
            diberikan_oleh=oleh,
        )


def _cabut_bila_tanpa_keanggotaan(akun: Pengguna, oleh: Pengguna) -> None:
    if AnggotaPenyelenggara.objects.filter(
        pengguna=akun, tanggal_selesai__gte=hari_ini()
    ).exists():
        return
    for pemberian in PemberianPeran.objects.filter(_peran(akun)):
        cabut_peran(
            pemberian=pemberian,
            alasan="Keanggotaan penyelenggara diakhiri",
            oleh=oleh,
        )
