"""Change history by database trigger (django-pghistory, statement level)."""

from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def lacak(kelas: M) -> M:
    """Keep every insert, update and delete of this model in `<Model>Event`."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    )(kelas)
