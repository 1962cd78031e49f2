"""Bases and fields that every model uses."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models.functions import Now

M = TypeVar("M", bound=models.Model)


class ModelDasar(models.Model):
    """A row with a page: `uid` is the only key that appears in a URL."""

    uid = models.UUIDField(
        unique=True, editable=False, db_default=RandomUUID(), verbose_name="uid"
    )
    dibuat_pada = models.DateTimeField(
        editable=False, db_default=Now(), verbose_name="dibuat pada"
    )

    class Meta:
        abstract = True


class LtreeField(models.TextField):
    """A PostgreSQL ltree path such as `u1.u40.u207`; kept by a trigger, never typed."""

    description = "ltree"

    def db_type(self, connection: Any) -> str:
        """Column type."""
        return "ltree"


@LtreeField.register_lookup
class DiBawah(models.Lookup):
    """`jalur__di_bawah=path`: the path itself and everything under it."""

    lookup_name = "di_bawah"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """`kolom <@ nilai::ltree`."""
        kiri, isi_kiri = self.process_lhs(compiler, connection)
        kanan, isi_kanan = self.process_rhs(compiler, connection)
        return f"{kiri} <@ {kanan}::ltree", [*isi_kiri, *isi_kanan]


@LtreeField.register_lookup
class DiBawahSalahSatu(models.Lookup):
    """`jalur__di_bawah_salah_satu=[path, ...]`: under any of the paths."""

    lookup_name = "di_bawah_salah_satu"

    def get_prep_lookup(self) -> list[str]:
        """Accept any iterable of paths."""
        return list(self.rhs)

    def get_db_prep_lookup(self, value: Any, connection: Any) -> tuple[str, list[Any]]:
        """One array parameter."""
        return "%s", [value]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """`kolom <@ ANY(ARRAY[...]::ltree[])`."""
        kiri, isi_kiri = self.process_lhs(compiler, connection)
        return f"{kiri} <@ ANY(%s::ltree[])", [*isi_kiri, self.rhs]


def dari_baris(model: type[M], medan: Sequence[str], nilai: Sequence[Any]) -> M:
    """An object out of columns of a plain statement, in whatever order they stand.

    `from_db` itself takes values in the order of the model's fields and does not ask.
    """
    isi = dict(zip(medan, nilai, strict=True))
    ada = [f.attname for f in model._meta.concrete_fields if f.attname in isi]
    return model.from_db("default", ada, [isi[m] for m in ada])
