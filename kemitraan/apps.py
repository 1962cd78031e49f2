from django.apps import AppConfig


class KemitraanConfig(AppConfig):
    name = "kemitraan"
    verbose_name = "Kemitraan"
