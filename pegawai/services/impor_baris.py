"""One row of a staff file, judged by itself: what it says, what is wrong with it."""

import re
from datetime import date
from functools import lru_cache
from hashlib import md5
from operator import itemgetter
from typing import Any

from pegawai.alat.nip import LAHIR_TERAWAL, HasilNip, periksa_nip
from pegawai.services import impor_kolom as k

# Order of COPY; every name is a column of BarisImpor.
NILAI = (
    "nip",
    "pns_id",
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "jenis_kepegawaian",
    "paruh_waktu",
    "kedudukan_hukum",
    "tanggal_lahir",
    "jenis_kelamin",
    "tanggal_lahir_nip",
    "jenis_kelamin_nip",
    "golongan_id",
    "tmt_golongan",
    "tmt_jabatan",
    "tingkat_pendidikan_id",
    "pendidikan",
    "tahun_lulus",
    "tmt_cpns",
    "tmt_pns",
    "surel_dinas",
    "nama_jabatan",
    "jabatan_cari",
    "jenis_jabatan",
    "nama_unit",
    "nama_induk",
    "unor_id",
    "kunci_unit",
)
TEKS = (
    ("PNS ID", "pns_id", 64),
    ("GELAR DEPAN", "gelar_depan", 60),
    ("GELAR BELAKANG", "gelar_belakang", 100),
    ("PENDIDIKAN NAMA", "pendidikan", 150),
    ("JABATAN NAMA", "nama_jabatan", 200),
    ("UNOR NAMA", "nama_unit", 200),
    ("SATUAN KERJA INDUK NAMA", "nama_induk", 200),
    ("UNOR ID", "unor_id", 64),
)
TANGGAL = (
    ("TANGGAL LAHIR", "tanggal_lahir"),
    ("TMT CPNS", "tmt_cpns"),
    ("TMT PNS", "tmt_pns"),
    ("TMT GOLONGAN", "tmt_golongan"),
    ("TMT JABATAN", "tmt_jabatan"),
)
# Column -> what HAPUS in it erases. Others cannot be erased.
DAPAT_DIHAPUS = {
    "GELAR DEPAN": "gelar_depan",
    "GELAR BELAKANG": "gelar_belakang",
    "PENDIDIKAN NAMA": "pendidikan",
    "JABATAN NAMA": "jabatan",
    "UNOR NAMA": "unit_kerja",
    "TMT CPNS": "tmt_cpns",
    "TMT PNS": "tmt_pns",
    "TMT GOLONGAN": "tmt_golongan",
    "TMT JABATAN": "tmt_jabatan",
    "GOL AKHIR NAMA": "golongan",
    "TINGKAT PENDIDIKAN ID": "tingkat_pendidikan",
    "TINGKAT PENDIDIKAN NAMA": "tingkat_pendidikan",
    "TAHUN LULUS": "tahun_lulus",
    "EMAIL GOV": "surel_dinas",
}
_SUREL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
Catatan = dict[str, str]


class BarisTerbaca:
    """The values of one row, its one refusal (or none) and its warnings."""

    def __init__(self) -> None:
        self.nilai: dict[str, Any] = {}
        self.hapus: list[str] = []
        self.galat: Catatan | None = None
        self.peringatan: list[Catatan] = []

    def tolak(self, kolom: str, nilai: str, sebab: str, saran: str) -> None:
        """Refuse the row; the first reason stays."""
        self.galat = self.galat or {
            "kolom": kolom,
            "nilai": nilai[:200],
            "sebab": sebab,
            "saran": saran,
        }

    def ingatkan(self, kolom: str, nilai: str, sebab: str) -> None:
        """Warn; the cell is dropped or kept as the sentence says."""
        self.peringatan.append({"kolom": kolom, "nilai": nilai[:200], "sebab": sebab})


class PembacaBaris:
    """Reads rows of one file; knows where its columns stand and the reference tables."""

    def __init__(
        self,
        letak: dict[str, int],
        *,
        hari_ini: date,
        paruh_waktu: bool | None = None,
    ) -> None:
        self.letak = letak
        self.lebar = max(letak.values()) + 1
        self._ambil = itemgetter(*letak.values())  # two at least: number and name
        self.paruh_waktu = paruh_waktu
        self.hari_ini = hari_ini
        self.golongan = k.peta_golongan()
        self.tingkat = k.peta_tingkat()

    def baca(self, sel: list[Any], teks_sel: list[str]) -> BarisTerbaca | None:
        """The row from its cells and their texts; None for one without number and
        without name: it counts nowhere (IMP-6)."""
        if len(teks_sel) < self.lebar:
            teks_sel = teks_sel + [""] * (self.lebar - len(teks_sel))
        teks = {
            kolom: isi
            for kolom, isi in zip(self.letak, self._ambil(teks_sel), strict=True)
            if isi not in k.KOSONG
        }
        if "NIP BARU" not in teks and "NAMA" not in teks:
            return None
        baris = BarisTerbaca()
        if k.HAPUS in teks.values():
            self._hapus(baris, teks)
        self._teks(baris, teks)
        self._tanggal(baris, teks, sel)
        self._pilihan(baris, teks)
        self._nip(baris, teks, sel)
        self._sebelum_lahir(baris, teks)
        self._nama(baris, teks.get("NAMA", ""))
        self._golongan(baris, teks)
        self._pendidikan(baris, teks)
        self._jabatan(baris, teks)
        return baris

    def _hapus(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        for kolom in [x for x, isi in teks.items() if isi == k.HAPUS]:
            if kolom in {"NIP BARU", "NAMA"}:
                continue
            del teks[kolom]
            if kolom in DAPAT_DIHAPUS:
                baris.hapus.append(DAPAT_DIHAPUS[kolom])
            else:
                baris.ingatkan(kolom, k.HAPUS, "Isi kolom ini tidak dapat dihapus.")

    def _teks(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        for kolom, bidang, panjang in TEKS:
            isi = teks.get(kolom)
            if isi is None:
                continue
            if len(isi) > panjang:
                baris.ingatkan(
                    kolom,
                    isi,
                    f"Lebih dari {panjang} huruf; isi sel ini tidak dipakai.",
                )
            else:
                baris.nilai[bidang] = isi
        surel = teks.get("EMAIL GOV")
        if surel and (len(surel) > 254 or not _SUREL.fullmatch(surel)):
            baris.ingatkan("EMAIL GOV", surel, "Bukan alamat surel; tidak dipakai.")
        elif surel:
            baris.nilai["surel_dinas"] = surel

    def _nama(self, baris: BarisTerbaca, nama: str) -> None:
        if nama == k.HAPUS:
            baris.tolak("NAMA", nama, "Nama tidak dapat dihapus.", "Isi nama pegawai.")
        elif len(nama) > 150:
            baris.tolak(
                "NAMA", nama, "Nama lebih dari 150 huruf.", "Tulis nama tanpa gelar."
            )
        elif nama and not any(h.isalpha() for h in nama):
            baris.tolak("NAMA", nama, "Nama tidak memuat huruf.", "Isi nama pegawai.")
        elif nama:
            baris.nilai["nama"] = nama

    def _tanggal(
        self, baris: BarisTerbaca, teks: dict[str, str], sel: list[Any]
    ) -> None:
        for kolom, bidang in TANGGAL:
            if kolom not in teks:
                continue
            try:
                hari = k.tanggal_sel(sel[self.letak[kolom]])
            except (ValueError, OverflowError):
                sebab = (
                    "Bukan tanggal yang ada dalam kalender; isi sel ini tidak dipakai."
                )
                baris.ingatkan(kolom, teks[kolom], sebab)
                continue
            if bidang == "tanggal_lahir" and not (
                LAHIR_TERAWAL <= hari <= self.hari_ini
            ):
                sebab = "Bukan tanggal lahir yang mungkin; isi sel ini tidak dipakai."
                baris.ingatkan(kolom, teks[kolom], sebab)
                continue
            baris.nilai[bidang] = hari

    def _sebelum_lahir(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        n = baris.nilai
        lahir = n.get("tanggal_lahir") or n.get("tanggal_lahir_nip")
        if lahir is None:
            return
        for kolom, bidang in TANGGAL[1:]:
            if bidang in n and n[bidang] < lahir:
                del n[bidang]
                baris.ingatkan(
                    kolom,
                    teks[kolom],
                    "Lebih awal daripada tanggal lahir; tidak dipakai.",
                )

    def _pilihan(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        nilai, asing = k.pilihan_sel(*map(teks.get, k.PILIHAN))
        baris.nilai.update(nilai)
        for kolom in asing:
            sebab = "Isi ini tidak dikenal; tidak dipakai."
            baris.ingatkan(kolom, teks[kolom], sebab)

    def _nip(self, baris: BarisTerbaca, teks: dict[str, str], semua: list[Any]) -> None:
        mentah = teks.get("NIP BARU", "")
        sel = semua[self.letak["NIP BARU"]] if mentah else None
        if isinstance(sel, int | float) and not isinstance(sel, bool):
            baris.tolak(
                "NIP BARU",
                f"{sel:.0f}" if isinstance(sel, float) else str(sel),
                "Sel berupa angka, sehingga digit terakhir sudah rusak.",
                "Ubah kolom NIP menjadi teks, lalu isi ulang NIP dari SIASN.",
            )
            return
        hasil = periksa_nip(
            sel if isinstance(sel, str) else "",
            hari_ini=self.hari_ini,
            tanggal_lahir=baris.nilai.get("tanggal_lahir"),
            jenis_kelamin=baris.nilai.get("jenis_kelamin"),
            tmt_cpns=baris.nilai.get("tmt_cpns"),
        )
        if not hasil.sah:
            baris.tolak("NIP BARU", mentah, *_sebab_nip(hasil, mentah))
            return
        baris.nilai["nip"] = hasil.nomor
        baris.nilai["tanggal_lahir_nip"] = hasil.tanggal_lahir
        baris.nilai["jenis_kelamin_nip"] = hasil.jenis_kelamin
        for kalimat in hasil.peringatan:
            baris.ingatkan("NIP BARU", hasil.nomor, kalimat)
        self._jenis(baris, teks, hasil.jenis)

    def _jenis(self, baris: BarisTerbaca, teks: dict[str, str], jenis: str) -> None:
        """Rule 9: what the file says against digits 13–14 of the number."""
        pegawai = teks.get("JENIS PEGAWAI NAMA", "").upper()
        kata = "PPPK" if "PPPK" in pegawai or "P3K" in pegawai else ""
        kata = kata or ("PNS" if "PNS" in pegawai else "")
        status = baris.nilai.get("jenis_kepegawaian")
        for kolom, isi in (("STATUS CPNS PNS", status), ("JENIS PEGAWAI NAMA", kata)):
            if isi and (isi == "PPPK") != (jenis == "PPPK"):
                baris.tolak(
                    kolom,
                    teks[kolom],
                    f"Digit 13–14 nomor induk adalah tanda {jenis}.",
                    "Samakan status dengan nomor induk.",
                )
        if jenis == "PPPK":
            baris.nilai["jenis_kepegawaian"] = "PPPK"
            if self.paruh_waktu is not None:
                baris.nilai.setdefault("paruh_waktu", self.paruh_waktu)

    def _golongan(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        if self._belum_tiba(baris, teks, "TMT GOLONGAN", "tmt_golongan", "golongan"):
            return
        isi = teks.get("GOL AKHIR NAMA")
        nip = baris.nilai.get("nip", "")
        if isi is None or not nip:
            return
        status = "PPPK" if nip[12] == "2" else "PNS"
        kunci = k.kunci_golongan(isi)
        if kunci in self.golongan[status]:
            baris.nilai["golongan_id"] = self.golongan[status][kunci]
            return
        lain = "PNS" if status == "PPPK" else "PPPK"
        baris.ingatkan(
            "GOL AKHIR NAMA",
            isi,
            f"Golongan ini bukan golongan {status}; tidak dipakai."
            if kunci in self.golongan[lain]
            else "Golongan tidak dikenal; tidak dipakai. Gunakan I/a sampai IV/e, atau "
            "I sampai XVII untuk PPPK.",
        )

    def _pendidikan(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        for kolom in ("TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA"):
            isi = teks.get(kolom)
            if isi is None or baris.nilai.get("tingkat_pendidikan_id"):
                continue
            pk = self.tingkat.get(k.kunci_tingkat(isi))
            if pk:
                baris.nilai["tingkat_pendidikan_id"] = pk
            else:
                baris.ingatkan(kolom, isi, "Tingkat pendidikan tidak dikenal.")
        tahun = teks.get("TAHUN LULUS")
        if tahun is None:
            return
        angka = tahun.isascii() and tahun.isdigit() and len(tahun) == 4
        if angka and 1940 <= int(tahun) <= self.hari_ini.year:
            baris.nilai["tahun_lulus"] = int(tahun)
            return
        baris.ingatkan("TAHUN LULUS", tahun, "Bukan tahun yang mungkin; tidak dipakai.")

    def _belum_tiba(
        self,
        baris: BarisTerbaca,
        teks: dict[str, str],
        kolom: str,
        bidang: str,
        apa: str,
    ) -> bool:
        """A TMT of a later day changes nothing yet."""
        tmt = baris.nilai.get(bidang)
        if tmt is None or tmt <= self.hari_ini:
            return False
        sebab = f"TMT belum tiba; {apa} tidak diubah. Impor lagi sesudahnya."
        baris.ingatkan(kolom, teks[kolom], sebab)
        del baris.nilai[bidang]
        return True

    def _jabatan(self, baris: BarisTerbaca, teks: dict[str, str]) -> None:
        n = baris.nilai
        if "UNOR NAMA" not in self.letak and n.get("nama_induk"):
            n["nama_unit"] = n["nama_induk"]
        apa = "jabatan dan unit"
        if self._belum_tiba(baris, teks, "TMT JABATAN", "tmt_jabatan", apa):
            for bidang in ("nama_jabatan", "nama_unit", "unor_id"):
                n.pop(bidang, None)
        if n.get("nama_jabatan"):
            n["jabatan_cari"] = n["nama_jabatan"].lower()
        if n.get("nama_unit") or n.get("unor_id"):
            n.setdefault("nama_unit", n.get("unor_id"))
            n["kunci_unit"] = _kunci_unit(
                n.get("unor_id", ""), n.get("nama_unit", ""), n.get("nama_induk", "")
            )


@lru_cache(maxsize=4096)
def _kunci_unit(*nama: str) -> str:
    kunci = "|".join(nama).lower()
    return md5(kunci.encode(), usedforsecurity=False).hexdigest()


def _sebab_nip(hasil: HasilNip, mentah: str) -> tuple[str, str]:
    nomor = hasil.nomor
    if not nomor:
        return "NIP kosong.", "Isi NIP 18 digit dari SIASN."
    if hasil.alasan == "format" and nomor.isascii() and nomor.isdigit():
        kata = "Hanya" if len(nomor) < 18 else "Ada"
        return f"{kata} {len(nomor)} digit.", "Samakan dengan NIP 18 digit di SIASN."
    if hasil.alasan == "format":
        return "NIP memuat huruf atau tanda lain.", "Isi NIP 18 digit dari SIASN."
    return hasil.pesan, "Samakan NIP dengan SIASN."
