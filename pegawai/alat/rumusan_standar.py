"""A standard as plain data, for files: compared without touching the database.

Keys: untuk (`jabatan:<uid>` or `jenjang:<kode>`), kepala and isi (field -> text, dates as
2026-01-05), level (`kamus|kode` -> 1 to 5), syarat (kind, words, mark).
"""

from typing import Any, NamedTuple

Data = dict[str, Any]


class Beda(NamedTuple):
    """One line that differs."""

    bagian: str
    lama: str
    baru: str


def bandingkan_data(
    lama: Data | None, baru: Data, label: dict[str, str], nama: dict[str, str]
) -> list[Beda]:
    """What the file changes; `label` names fields, `nama` names competencies."""
    hasil = []
    for bagian in ("kepala", "isi"):
        kiri = (lama or {}).get(bagian, {})
        hasil += [
            Beda(label.get(k, k), kiri.get(k, ""), isi)
            for k, isi in baru[bagian].items()
            if kiri.get(k, "") != isi
        ]
    kiri = (lama or {}).get("level", {})
    for kunci in [*baru["level"], *(k for k in kiri if k not in baru["level"])]:
        satu, dua = kiri.get(kunci), baru["level"].get(kunci)
        if satu != dua:
            hasil.append(Beda(nama.get(kunci, kunci), _angka(satu), _angka(dua)))
    kiri_s = {(j, u): t for j, u, t in (lama or {}).get("syarat", [])}
    kanan_s = {(j, u): t for j, u, t in baru["syarat"]}
    for kunci in [*kanan_s, *(k for k in kiri_s if k not in kanan_s)]:
        if kiri_s.get(kunci) != kanan_s.get(kunci):
            jenis, uraian = kunci
            hasil.append(
                Beda(
                    f"{label.get(jenis, jenis)}: {uraian}",
                    label.get(kiri_s.get(kunci, ""), ""),
                    label.get(kanan_s.get(kunci, ""), ""),
                )
            )
    return hasil


def _angka(nilai: int | None) -> str:
    return "" if nilai is None else str(nilai)
