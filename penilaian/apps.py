from django.apps import AppConfig


class PenilaianConfig(AppConfig):
    name = "penilaian"
    verbose_name = "Penilaian"

    def ready(self):
        from penilaian import receivers  # noqa: F401, PLC0415 -- app ready
