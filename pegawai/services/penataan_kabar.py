"""Who is told of a reorganisation."""

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import PenataanUnit
from pegawai.queries.peran_daftar import admin_sekota


def kabari_penyetuju(penataan: PenataanUnit, oleh: Pengguna) -> None:
    """Whoever may approve learns that something waits."""
    for admin in admin_sekota().exclude(pk=oleh.pk):
        kabari(
            kunci=f"penataan-diajukan:{penataan.pk}:{admin.pk}",
            penerima=admin,
            judul="Usul penataan unit menunggu persetujuan",
            isi=f"{penataan.get_jenis_display()}: {penataan.nama_unit}, diusulkan {oleh}.",
            tautan=penataan.get_absolute_url(),
        )


def kabari_disetujui(penataan: PenataanUnit) -> None:
    """The proposer learns that it was approved."""
    kabari(
        kunci=f"penataan-disetujui:{penataan.pk}",
        penerima=penataan.diajukan_oleh,
        judul="Penataan unit disetujui",
        isi=f"{penataan.get_jenis_display()}: {penataan.nama_unit}.",
        tautan=penataan.get_absolute_url(),
    )
