"""Organisers and their members, for who gives and ends memberships."""

from django.db.models import Count, Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.peran import Peran
from pegawai.queries.peran import berlaku_sekota, punya_peran
from pelatihan.models import AnggotaPenyelenggara, Penyelenggara


def keanggotaan_berlaku() -> QuerySet[AnggotaPenyelenggara]:
    """Memberships of open accounts that hold today."""
    hari = hari_ini()
    return AnggotaPenyelenggara.objects.filter(
        tanggal_mulai__lte=hari, tanggal_selesai__gte=hari, pengguna__is_active=True
    )


def penyelenggara_beranggota(pengguna: Pengguna) -> QuerySet[Penyelenggara]:
    """All for the administrator, one's own for a member; nobody else's (C.3, roles)."""
    semua = Penyelenggara.objects.all()
    if berlaku_sekota(pengguna, Peran.ADMIN):
        return semua
    if not punya_peran(pengguna, Peran.PENYELENGGARA):
        return semua.none()
    sendiri = keanggotaan_berlaku().filter(pengguna=pengguna)
    return semua.filter(pk__in=sendiri.values("penyelenggara"))


def daftar_penyelenggara(
    pengguna: Pengguna, *, cari: str = ""
) -> QuerySet[Penyelenggara]:
    """The list page: by name, with how many members work for each today."""
    hari = hari_ini()
    kini = Q(
        anggota__tanggal_mulai__lte=hari,
        anggota__tanggal_selesai__gte=hari,
        anggota__pengguna__is_active=True,
    )
    daftar = penyelenggara_beranggota(pengguna)
    for kata in cari.split()[:6]:
        daftar = daftar.filter(Q(nama__icontains=kata) | Q(kode__icontains=kata))
    return daftar.annotate(jumlah_anggota=Count("anggota", filter=kini)).order_by(
        "nama", "pk"
    )


def anggota_terlihat(
    pengguna: Pengguna, penyelenggara: Penyelenggara
) -> QuerySet[AnggotaPenyelenggara]:
    """Members of a visible organiser, those that end last first; ended ones too."""
    return (
        AnggotaPenyelenggara.objects.filter(
            penyelenggara__in=penyelenggara_beranggota(pengguna)
            .filter(pk=penyelenggara.pk)
            .values("pk")
        )
        .select_related("pengguna")
        .order_by("-tanggal_selesai", "-pk")
    )
