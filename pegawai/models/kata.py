"""The words that names are made of: what a search looks through first."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class KataNama(models.Model):
    """One word of somebody's name, kept by a trigger of the database on people.

    A city of a million has some ten thousand of them, so a part of a word or a word with
    typing errors is found here in milliseconds, and people by whole words. A word that
    nobody bears any more stays; it finds nobody. Two may be alike, for the trigger waits
    for no other transaction.
    """

    kata = models.CharField(max_length=150, db_index=True)

    class Meta:
        verbose_name = "kata nama"
        verbose_name_plural = "kata nama"
        indexes = [
            GinIndex(
                fields=["kata"], opclasses=["gin_trgm_ops"], name="kata_nama_trigram"
            )
        ]

    def __str__(self):
        return self.kata
