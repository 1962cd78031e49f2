"""The figures of the heavy tests, printed as one table at the end."""

import pytest

ANGKA = pytest.StashKey[list[tuple[str, str, str]]]()


def pytest_configure(config):
    """Room for the rows."""
    config.stash[ANGKA] = []


@pytest.fixture
def catat(request):
    """`catat(what, figure, goal)`: a row of the table; the test itself asserts."""
    return lambda uraian, angka, batas: request.config.stash[ANGKA].append(
        (uraian, str(angka), str(batas))
    )


def pytest_terminal_summary(terminalreporter, config):
    """One line a figure."""
    baris = config.stash[ANGKA]
    if not baris:
        return
    semua = [("angka", "terukur", "batas"), *baris]
    lebar = [max(len(b[k]) for b in semua) for k in range(3)]
    terminalreporter.section("angka uji berat")
    for isi in semua:
        terminalreporter.line(
            "  ".join(i.ljust(n) for i, n in zip(isi, lebar, strict=True)).rstrip()
        )
