"""The race for seats: the product's way, and a naive rival."""

from django.db import transaction
from django.utils import timezone

from pelatihan.models import Angkatan, Peserta
from pelatihan.services.peserta import daftarkan_peserta


def daftar_dengan_kunci(angkatan):
    """The product's own way."""

    def kerja(pegawai):
        daftarkan_peserta(angkatan=angkatan, pegawai=pegawai, oleh=pegawai.pengguna)
        return "dapat"

    return kerja


def daftar_tanpa_kunci(angkatan, jeda):
    """CONTROL: read, look, write, without lock or condition; `jeda` waits in between."""

    def kerja(pegawai):
        with transaction.atomic():
            terisi = Angkatan.objects.values_list("terisi", flat=True).get(
                pk=angkatan.pk
            )
            if terisi >= angkatan.kuota:
                return "kelas_penuh"
            jeda()
            Peserta.objects.create(
                angkatan=angkatan,
                pegawai=pegawai,
                diajukan_pada=timezone.now(),
                batas_keputusan=timezone.now(),
            )
            Angkatan.objects.filter(pk=angkatan.pk).update(terisi=terisi + 1)
        return "dapat"

    return kerja
