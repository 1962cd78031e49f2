from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class KompetensiConfig(AppConfig):
    name = "kompetensi"
    verbose_name = "Kompetensi ASN"

    def ready(self):
        """Remember a session's rights."""
        from kompetensi.masuk import catat_hak  # noqa: PLC0415 -- app ready

        user_logged_in.connect(catat_hak, dispatch_uid="kompetensi.masuk.catat_hak")
