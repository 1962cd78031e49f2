"""A partner's proposal of a user: made, turned into an invitation, or refused."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kemitraan.models import Mitra, PenggunaMitra, UsulPenggunaMitra
from kemitraan.queries.perjanjian import perjanjian_berlaku
from kemitraan.services.undangan import TERBANYAK, undang_pengguna_mitra
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.queries.peran_daftar import admin_sekota

Status = UsulPenggunaMitra.Status


@transaction.atomic
def usulkan_pengguna_mitra(
    *, mitra: Mitra, nama: str, surel: str, tanggal_selesai: date, oleh: Pengguna
) -> UsulPenggunaMitra:
    """Name somebody who shall speak for the institution; the same again changes nothing."""
    mitra = Mitra.objects.select_for_update().get(pk=mitra.pk)
    surel = surel.lower()
    terbuka = UsulPenggunaMitra.objects.filter(mitra=mitra, status=Status.DIUSULKAN)
    ada = terbuka.filter(surel=surel).first()
    if ada is not None:
        return ada
    if not perjanjian_berlaku().filter(mitra=mitra).exists():  # MOU-7
        raise AturanDilanggar(
            "Lembaga Anda tidak memiliki perjanjian yang berlaku. Usul baru menunggu "
            "perjanjian baru; hubungi BKPSDM.",
            kode="tanpa_perjanjian",
        )
    _periksa_tanggal(tanggal_selesai)
    aktif = PenggunaMitra.objects.filter(mitra=mitra, tanggal_selesai__gte=hari_ini())
    # Whether others have an account is not a partner's to learn: that shows at the decision.
    if aktif.filter(pengguna__surel__iexact=surel).exists():
        raise AturanDilanggar(
            "Pemilik surel ini sudah menjadi pengguna lembaga Anda.",
            kode="surel_terpakai",
            medan="surel",
        )
    if aktif.count() + terbuka.count() >= TERBANYAK:
        raise AturanDilanggar(
            f"Lembaga Anda sudah memiliki {TERBANYAK} pengguna atau usul. Minta BKPSDM "
            "mengakhiri salah satunya dahulu.",
            kode="pengguna_penuh",
        )
    usul = UsulPenggunaMitra.objects.create(
        mitra=mitra,
        nama=" ".join(nama.split()),
        surel=surel,
        tanggal_selesai=tanggal_selesai,
        diusulkan_oleh=oleh,
    )
    _kabari_admin(usul)
    return usul


def _periksa_tanggal(tanggal_selesai: date) -> None:
    if tanggal_selesai < hari_ini():
        raise AturanDilanggar(
            "Tanggal berakhir harus hari ini atau sesudahnya.",
            kode="usul_tanggal",
            medan="tanggal_selesai",
        )


def _kabari_admin(usul: UsulPenggunaMitra) -> None:
    for admin in admin_sekota():
        kabari(
            kunci=f"usul-pengguna-mitra:{usul.pk}:{admin.pk}",
            penerima=admin,
            judul="Usul pengguna mitra menunggu keputusan",
            isi=f"{usul.nama} untuk {usul.mitra.nama}.",
            tautan=usul.mitra.get_absolute_url(),
        )


def _kunci(usul: UsulPenggunaMitra) -> UsulPenggunaMitra:
    return (
        UsulPenggunaMitra.objects.select_for_update(of=("self",))
        .select_related("mitra", "diusulkan_oleh")
        .get(pk=usul.pk)
    )


def _putuskan(usul: UsulPenggunaMitra, status: str, oleh: Pengguna) -> None:
    usul.status = status
    usul.diputuskan_oleh = oleh
    usul.diputuskan_pada = timezone.now()
    usul.save()
    kabari(
        kunci=f"usul-pengguna-mitra-putus:{usul.pk}",
        penerima=usul.diusulkan_oleh,
        judul=f"Usul pengguna {usul.get_status_display().lower()}",
        isi=f"{usul.nama}." + (f" Alasan: {usul.alasan}" if usul.alasan else ""),
        tautan=reverse("kemitraan:pengguna-usulkan", kwargs={"uid": usul.mitra.uid}),
    )


@transaction.atomic
def terima_usul_pengguna(
    *, usul: UsulPenggunaMitra, oleh: Pengguna
) -> UsulPenggunaMitra:
    """Invite whom the partner named; again changes nothing."""
    usul = _kunci(usul)
    if usul.status == Status.DIUNDANG:
        return usul
    _masih_menunggu(usul)
    undang_pengguna_mitra(
        mitra=usul.mitra,
        nama=usul.nama,
        surel=usul.surel,
        tanggal_selesai=usul.tanggal_selesai,
        oleh=oleh,
    )
    _putuskan(usul, Status.DIUNDANG, oleh)
    return usul


@transaction.atomic
def tolak_usul_pengguna(
    *, usul: UsulPenggunaMitra, alasan: str, oleh: Pengguna
) -> UsulPenggunaMitra:
    """Refuse with a reason; again changes nothing."""
    usul = _kunci(usul)
    if usul.status == Status.DITOLAK:
        return usul
    _masih_menunggu(usul)
    usul.alasan = alasan
    _putuskan(usul, Status.DITOLAK, oleh)
    return usul


def _masih_menunggu(usul: UsulPenggunaMitra) -> None:
    if usul.status != Status.DIUSULKAN:
        raise AturanDilanggar(
            "Usul ini sudah diputuskan.", kode="usul_sudah_diputuskan"
        )
