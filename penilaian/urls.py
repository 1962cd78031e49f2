"""Addresses of this app."""

app_name = "penilaian"
urlpatterns: list = []
