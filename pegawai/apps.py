from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    verbose_name = "Pegawai"

    def ready(self):
        from pegawai.dasar.queries.pekerjaan import (  # noqa: PLC0415 -- app ready
            SYARAT_UNDUHAN,
        )
        from pegawai.izin import boleh_mengunduh_ekspor  # noqa: PLC0415 -- app ready
        from pegawai.services.ekspor import TUGAS  # noqa: PLC0415 -- app ready

        SYARAT_UNDUHAN[TUGAS] = boleh_mengunduh_ekspor
