"""Addresses of the ground floor."""

app_name = "dasar"
urlpatterns: list = []
