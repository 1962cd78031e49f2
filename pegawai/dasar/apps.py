from django.apps import AppConfig
from django.db.models.signals import post_migrate

from pegawai.dasar.alat.rencana_kueri import jaga_rencana


class DasarConfig(AppConfig):
    name = "pegawai.dasar"
    label = "dasar"
    verbose_name = "Dasar"

    def ready(self):
        post_migrate.connect(jaga_rencana, sender=self)
