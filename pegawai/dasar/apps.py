from django.apps import AppConfig


class DasarConfig(AppConfig):
    name = "pegawai.dasar"
    label = "dasar"
    verbose_name = "Dasar"
