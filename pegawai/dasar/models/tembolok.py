"""The table of Django's database cache, made by migration so that it is never missing."""

from django.db import models


class Tembolok(models.Model):
    """One cached value; only django.core.cache.backends.db reads and writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "tembolok"
        verbose_name = "tembolok"
        verbose_name_plural = "tembolok"

    def __str__(self):
        return self.cache_key
