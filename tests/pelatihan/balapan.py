"""Races over real connections: threads that start together, and a naive rival."""

import threading

from django.db import connection, transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pelatihan.models import Angkatan, Peserta
from pelatihan.services.peserta import daftarkan_peserta


def serentak(kerja, isi, *, sambungan=40):
    """Run `kerja(x)` for all x in threads that start together; results in any order.

    At most `sambungan` hold a database connection at one time.
    """
    mulai, pintu = threading.Event(), threading.Semaphore(sambungan)
    hasil, kunci = [], threading.Lock()

    def jalan(x):
        mulai.wait()
        with pintu:
            try:
                jawaban = kerja(x)
            except AturanDilanggar as galat:
                jawaban = galat.kode
            except Exception as galat:
                jawaban = galat
            finally:
                connection.close()
        with kunci:
            hasil.append(jawaban)

    utas = [threading.Thread(target=jalan, args=(x,)) for x in isi]
    for u in utas:
        u.start()
    mulai.set()
    for u in utas:
        u.join(timeout=60)
    assert len(hasil) == len(utas), "a thread hangs"
    return hasil


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
