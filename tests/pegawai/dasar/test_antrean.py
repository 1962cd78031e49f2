"""Jobs and mail never wait for each other."""

from celery import current_app

from pegawai.dasar.tasks import jalankan_pekerjaan, kirim_surat


def test_pekerjaan_dan_surat_di_antrean_yang_berbeda():
    arah = current_app.amqp.router.route
    tempat = {
        t.name: arah({}, t.name)["queue"].name
        for t in (jalankan_pekerjaan, kirim_surat)
    }

    assert len({*tempat.values(), current_app.conf.task_default_queue}) == 3
