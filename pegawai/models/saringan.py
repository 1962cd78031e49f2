"""Filters of a list that an account keeps under a name."""

from django.db import models
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pengguna import Pengguna


class SaringanTersimpan(ModelDasar):
    """A query string of the list of people; no rows are kept, so rights stay those of today."""

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.CASCADE, related_name="saringan"
    )
    nama = models.CharField("nama", max_length=60)
    kueri = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = "saringan tersimpan"
        verbose_name_plural = "saringan tersimpan"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "nama"],
                name="saringan_nama_unik",
                violation_error_message="Anda sudah memiliki saringan dengan nama itu.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return f"{reverse('pegawai:pegawai-daftar')}?{self.kueri}"
