"""Say in words which constraint of the database refused a row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, models, transaction

from pegawai.dasar.alat.galat import AturanDilanggar


@contextmanager
def jelaskan_kekangan(*kelas: type[models.Model]) -> Iterator[None]:
    """Turn a refusal by a named constraint of these models into its own sentence.

    A trigger that raises with a constraint name of its own speaks for itself. Anything
    unknown goes on as it is: that is a fault of ours, not a rule of the office.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as galat:
        diag = getattr(galat.__cause__, "diag", None)
        nama = getattr(diag, "constraint_name", None) or ""
        for model in kelas:
            for kekangan in model._meta.constraints:
                if kekangan.name == nama:
                    pesan = str(kekangan.violation_error_message)
                    raise AturanDilanggar(pesan, kode=nama) from None
        if nama == "unit_tanpa_lingkaran":
            pesan = str(diag.message_primary)  # type: ignore[union-attr]
            raise AturanDilanggar(pesan, kode=nama) from None
        raise
