"""Change history by database trigger (django-pghistory, statement level)."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def lacak(kelas: M, **meta: Any) -> M:
    """Keep every insert, update and delete of this model in `<Model>Event`.

    History is found by its object and by its context, and written with every change:
    its other columns have no index (PGHISTORY_FOREIGN_KEY_FIELD).
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        obj_field=pghistory.ObjForeignKey(db_index=True, related_name="events"),
        context_field=pghistory.ContextForeignKey(db_index=True),
        meta=meta,
    )(kelas)


def lacak_menurut(medan: str) -> Callable[[M], M]:
    """As `lacak`, for history that is also found by this field."""

    def lacak_kelas(kelas: M) -> M:
        nama = f"{kelas._meta.model_name}event_{medan}"[:30]
        return lacak(kelas, indexes=[models.Index(fields=[medan], name=nama)])

    return lacak_kelas
