"""Addresses of this app."""

app_name = "kemitraan"
urlpatterns: list = []
