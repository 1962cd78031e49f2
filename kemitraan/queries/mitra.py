"""Partners, and which institution an account speaks for."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kemitraan.models import Mitra, PenggunaMitra, Perjanjian
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Peran
from pegawai.queries.peran import berlaku_sekota, punya_peran, unit_dalam_cakupan


def mitra_sendiri(pengguna: Pengguna) -> QuerySet[Mitra]:
    """Institutions this account speaks for today: role MITRA and a membership."""
    if not punya_peran(pengguna, Peran.MITRA):
        return Mitra.objects.none()
    hari = hari_ini()
    return Mitra.objects.filter(
        Exists(
            PenggunaMitra.objects.filter(
                mitra=OuterRef("pk"),
                pengguna=pengguna,
                tanggal_mulai__lte=hari,
                tanggal_selesai__gte=hari,
            )
        )
    )


def mitra_terlihat(pengguna: Pengguna) -> QuerySet[Mitra]:
    """All for analyst and administrator; those with an agreement of one's units; own."""
    semua = Mitra.objects.all()
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return semua
    unit = unit_dalam_cakupan(
        pengguna, Peran.ANALIS, Peran.ADMIN, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD
    )
    bekerja_sama = Perjanjian.objects.filter(
        mitra=OuterRef("pk"), opd__in=unit.values("pk")
    )
    return semua.filter(
        Q(Exists(bekerja_sama)) | Q(pk__in=mitra_sendiri(pengguna).values("pk"))
    )


def daftar_mitra(
    pengguna: Pengguna, *, cari: str = "", jenis: str = ""
) -> QuerySet[Mitra]:
    """The list page, by name, with the number of signed agreements."""
    daftar = mitra_terlihat(pengguna).annotate(
        jumlah_perjanjian=Count(
            "perjanjian", filter=Q(perjanjian__status=Perjanjian.Status.DITANDATANGANI)
        )
    )
    if cari:
        daftar = daftar.filter(
            Q(nama__icontains=cari)
            | Q(singkatan__icontains=cari)
            | Q(kode__icontains=cari)
        )
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    return daftar.order_by("nama_urut", "pk")
