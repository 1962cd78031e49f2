"""The one exception of a broken rule of the office."""


class AturanDilanggar(Exception):
    """A rule of the office refuses the act; `pesan` is shown to the person as it is."""

    def __init__(self, pesan: str, *, kode: str, medan: str | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kode = kode
        self.medan = medan


VERSI_USANG = "versi_usang"


def versi_usang(benda: str) -> AturanDilanggar:
    """Somebody saved first; the page then shows both versions (KETENTUAN X-1)."""
    return AturanDilanggar(
        f"{benda} sudah diubah orang lain sejak Anda membukanya.", kode=VERSI_USANG
    )
