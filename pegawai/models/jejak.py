"""Who looked at a person's record: one row a viewer, person, day and kind."""

from django.db import models
from django.db.models import Q

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai
from pegawai.models.peran import Peran


class JejakLihat(models.Model):
    """Reads and exports of one's record by others (UU PDP 32); never one's own.

    Repeats on the same day raise `jumlah` and `terakhir_pada`, so that the trail of a busy
    office stays small. Role and unit are those of the moment.
    """

    class Jenis(models.TextChoices):
        LEMBAR = "LEMBAR", "Membuka lembar pegawai"
        PROFIL = "PROFIL", "Membuka profil kompetensi atau hasil penilaian"
        RENCANA = "RENCANA", "Membuka rencana pengembangan"
        PERBAIKAN = "PERBAIKAN", "Membuka permintaan perbaikan"
        PELATIHAN = "PELATIHAN", "Membuka catatan pelatihan dan buktinya"
        EKSPOR = "EKSPOR", "Mengekspor"
        API = "API", "Membaca lewat API"

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="jejak", db_index=False
    )
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    sebagai = models.CharField(
        max_length=16, choices=Peran.choices, blank=True, default=""
    )
    unit_kerja = models.ForeignKey(
        UnitKerja,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    rincian = models.CharField(max_length=120, blank=True, default="")
    jumlah = models.PositiveIntegerField(default=1)
    pertama_pada = models.DateTimeField()
    terakhir_pada = models.DateTimeField()

    class Meta:
        verbose_name = "jejak lihat"
        verbose_name_plural = "jejak lihat"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "hari", "pengguna", "jenis"],
                name="jejak_satu_per_hari",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=1), name="jejak_jumlah_paling_sedikit_1"
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.hari} {self.jenis}"
