"""The Celery application; tasks open the history context of the row that they change."""

import os
from typing import Any

import pghistory
from celery import Celery, Task

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kompetensi.settings")


class TugasDenganRiwayat(Task):
    """Every task runs inside a history context that names it."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run the task's body with its name in the history context."""
        with pghistory.context(tugas=self.name):
            return super().__call__(*args, **kwargs)


app = Celery("kompetensi", task_cls=TugasDenganRiwayat)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
