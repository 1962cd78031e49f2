"""Migration operation that makes all tables of an app in one step."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class BuatSemuaModel(Operation):
    """The tables of an app's first migration, made against the app's final state.

    Django renders every related model again after each operation. Ours are all
    related (each knows `Pengguna` or `Pegawai`), so that 400 operations rendered
    17,000 classes and an empty database took half a minute of CPU. Here the state is
    completed first and rendered once. Each CreateModel carries all of its table:
    fields (also foreign keys to models further down), indexes, constraints, triggers.

    Only for a first migration. A later one is made with `makemigrations` as usual.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, daftar: Sequence[CreateModel]) -> None:
        self.daftar = list(daftar)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As a migration file writes it."""
        return self.__class__.__name__, [self.daftar], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add all models; classes rendered before are thrown away, not kept up."""
        state.__dict__.pop("apps", None)
        for operasi in self.daftar:
            operasi.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Create the tables; foreign keys follow at the end of the migration."""
        for operasi in self.daftar:
            operasi.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Drop the tables, last first."""
        for operasi in reversed(self.daftar):
            operasi.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """One line for `migrate` and `sqlmigrate`."""
        return f"Create {len(self.daftar)} models with all that belongs to them"
