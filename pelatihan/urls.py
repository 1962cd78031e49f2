"""Addresses of this app."""

app_name = "pelatihan"
urlpatterns: list = []
