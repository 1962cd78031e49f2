"""My team: direct reports with hours, largest gap and open requests."""

from django.db.models import OuterRef, QuerySet, Subquery

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai
from pegawai.queries.peran import SELESAI_BEKERJA, pegawai_sendiri_id
from pelatihan.queries.riwayat import jp_tahun


def daftar_tim(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Direct reports at work, by name, with `jp`, `kesenjangan` and its competency."""
    terbesar = CapaianKompetensi.objects.filter(
        pegawai=OuterRef("pk"), kesenjangan__gt=0
    ).order_by("-kesenjangan", "kompetensi__urutan")
    bawahan = Pegawai.objects.filter(atasan=pegawai_sendiri_id(pengguna) or 0).exclude(
        kedudukan_hukum__in=SELESAI_BEKERJA
    )
    return (
        jp_tahun(bawahan, hari_ini().year)
        .select_related("jabatan", "unit_kerja")
        .annotate(
            kesenjangan=Subquery(terbesar.values("kesenjangan")[:1]),
            kompetensi_kurang=Subquery(terbesar.values("kompetensi__nama")[:1]),
        )
        .order_by("nama_urut", "pk")
    )
