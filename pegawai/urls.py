"""Addresses of this app."""

app_name = "pegawai"
urlpatterns: list = []
