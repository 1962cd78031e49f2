"""A second import waits in the queue and holds no worker."""

import psycopg2
from django.db import connection

from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import Pegawai
from pegawai.services.impor import jalankan_impor
from pegawai.services.impor_giliran import KUNCI
from tests.pabrik.lembar import NIP, baca


def test_impor_kedua_tetap_antre_sampai_yang_pertama_selesai(analis):
    impor = jalankan_impor(impor=baca((NIP, "Maria"), oleh=analis), oleh=analis)
    lain = psycopg2.connect(**connection.get_connection_params())
    with lain.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(%s)", [KUNCI])

    jalankan(pk=impor.pekerjaan_id)
    impor.pekerjaan.refresh_from_db()
    antre = (impor.pekerjaan.status, impor.pekerjaan.percobaan, Pegawai.objects.count())
    lain.close()
    jalankan(pk=impor.pekerjaan_id)

    impor.refresh_from_db()
    assert antre == ("ANTRE", 0, 0)
    assert (impor.status, Pegawai.objects.count()) == ("SELESAI", 1)
