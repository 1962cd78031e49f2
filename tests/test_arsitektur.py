"""What no linter sees: relations point down, only services write, sizes, public URLs."""

import ast
import re
import uuid
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from tests.izin.jalan import PER_URL, semua_url

AKAR = Path(__file__).resolve().parent.parent
APLIKASI = ("kompetensi", "pegawai", "pelatihan", "penilaian", "kemitraan")
LANTAI = {"dasar": 0, "pegawai": 1, "pelatihan": 2, "penilaian": 3, "kemitraan": 3}
NAMA_TERLARANG = {"utils.py", "helpers.py", "common.py", "misc.py"}
# Public pages: a guest gets an answer that is neither sign-in nor a refusal.
UMUM = {
    "sehat-hidup",
    "sehat-siap",
    "csp",
    "bantuan",
    "privasi",
    "aksesibilitas",
    "dasar:dokumen-periksa",
    "dasar:dokumen-cari",
    "dasar:kode-masuk",
    "dasar:kode-sandi",
    "dasar:undangan",
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "account_confirm_login_code",
    "account_request_login_code",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_signup_webauthn",
    "mfa_trust",
}
MENULIS = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "delete",
    "update",
}
# Receivers of `.update(` and friends that are dictionaries or sets, not tables.
BUKAN_TABEL = re.compile(r"(pilihan|hasil|data|konteks|ubah|kamus|sidik|h)$")


def berkas_python(*pola):
    for app in APLIKASI:
        for p in pola:
            yield from (AKAR / app).glob(p)


def test_relasi_menunjuk_ke_bawah():
    salah = [
        f"{model._meta.label}.{bidang.name} -> {bidang.related_model._meta.label}"
        for label in LANTAI
        for model in apps.get_app_config(label).get_models()
        for bidang in model._meta.get_fields()
        if bidang.is_relation
        and not bidang.auto_created
        and (tujuan := bidang.related_model._meta.app_label) in LANTAI
        and tujuan != label
        and LANTAI[tujuan] >= LANTAI[label]
    ]

    assert salah == []


def test_berkas_paling_panjang_400_baris():
    panjang = {
        str(b.relative_to(AKAR)): n
        for b in [*berkas_python("**/*.py"), *(AKAR / "tests").glob("**/*.py")]
        if "migrations" not in b.parts
        and (n := len(b.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert panjang == {}


def test_fungsi_paling_panjang_40_baris():
    panjang = []
    for berkas in berkas_python("**/*.py"):
        if "migrations" in berkas.parts:
            continue
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.FunctionDef):
                awal = simpul.body[0].lineno
                isi = simpul.body[1:] if ast.get_docstring(simpul) else simpul.body
                awal = isi[0].lineno if isi else awal
                if (simpul.end_lineno or awal) - awal >= 40:
                    panjang.append(f"{berkas.relative_to(AKAR)}:{simpul.name}")

    assert panjang == []


def test_tidak_ada_berkas_serba_ada():
    assert [b for b in berkas_python("**/*.py") if b.name in NAMA_TERLARANG] == []


def test_hanya_layanan_yang_menulis():
    salah = []
    for berkas in berkas_python("**/*.py"):
        bagian = berkas.relative_to(AKAR).parts
        boleh = {"services", "migrations", "contoh", "layanan", "alat", "models"}
        if boleh & set(bagian) or bagian[-1] == "services.py":
            continue
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if not (
                isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute)
            ):
                continue
            if simpul.func.attr in MENULIS:
                dasar = ast.unparse(simpul.func.value)
                if not BUKAN_TABEL.search(dasar):
                    salah.append(
                        f"{berkas.relative_to(AKAR)}:{simpul.lineno} "
                        f"{dasar}.{simpul.func.attr}"
                    )

    assert salah == []


@pytest.mark.parametrize("url", sorted(semua_url()))
def test_tamu_ditolak_kecuali_di_halaman_umum(url):
    contoh = {"kode": "A" * 26, "pk": 1, "key": "a-b", "uidb36": "a", "tiket": "a"}
    kwargs = {a: contoh.get(a, uuid.UUID(int=0)) for a in semua_url()[url]}
    alamat = reverse(url, kwargs=kwargs)

    jawaban = Client().get(alamat)

    dialihkan = jawaban.status_code == 302 and "/akun/login/" in jawaban["Location"]
    tertutup = dialihkan or jawaban.status_code in {401, 403, 405}
    assert tertutup or url in UMUM, (url, jawaban.status_code)


def test_halaman_umum_memang_ada():
    ada = set(semua_url())

    assert {u for u in UMUM if u.startswith(("sehat", "csp", "dasar"))} <= ada | {
        "dasar:dokumen-periksa",
        "dasar:dokumen-cari",
    }
    assert set(PER_URL) & UMUM


def test_tidak_ada_kunci_utama_di_alamat():
    salah = [
        u
        for u, argumen in semua_url().items()
        if {"pk", "id", "nip"} & argumen and not u.startswith("mfa_")
    ]

    assert salah == []
