"""The first migration of an app: all tables in one step, state rendered once."""

import pytest
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState, StateApps

from pegawai.dasar.alat.migrasi import BuatSemuaModel

KITA = ("dasar", "pegawai", "pelatihan", "penilaian", "kemitraan")


def tabel(nama, **relasi):
    return migrations.CreateModel(
        name=nama,
        fields=[("id", models.BigAutoField(primary_key=True)), *relasi.items()],
    )


def test_kunci_tamu_boleh_menunjuk_ke_model_sesudahnya():
    ke_bawah = models.ForeignKey("kota.Warga", models.CASCADE, related_name="+")
    keadaan = ProjectState()

    BuatSemuaModel([tabel("Rumah", warga=ke_bawah), tabel("Warga")]).state_forwards(
        "kota", keadaan
    )

    rumah = keadaan.apps.get_model("kota", "Rumah")
    assert rumah._meta.get_field("warga").related_model._meta.model_name == "warga"


def test_model_digambar_sekali_walau_keadaan_sudah_digambar(monkeypatch):
    keadaan = ProjectState()
    tabel("Kota").state_forwards("kota", keadaan)
    assert keadaan.apps
    kali = []
    asli = StateApps.render_multiple
    monkeypatch.setattr(
        StateApps, "render_multiple", lambda s, m: (kali.append(len(m)), asli(s, m))
    )

    BuatSemuaModel([tabel(f"T{n}") for n in range(9)]).state_forwards("kota", keadaan)

    assert kali == []
    assert len(keadaan.apps.get_models()) == 10
    assert kali == [10]


@pytest.mark.parametrize("app", KITA)
def test_migrasi_pertama_membuat_semua_tabel_dalam_satu_langkah(app):
    pertama = MigrationLoader(None).disk_migrations[app, "0001_awal"]

    lain = (CreateExtension, migrations.RunSQL)  # what no model can carry
    jenis = [type(o) for o in pertama.operations if type(o) not in lain]

    assert jenis == [BuatSemuaModel]


def test_langkah_ini_dapat_ditulis_kembali_ke_berkas():
    langkah = BuatSemuaModel([tabel("Kota"), tabel("Warga")])

    nama, isi, _ = langkah.deconstruct()

    assert nama == "BuatSemuaModel"
    assert isi == [langkah.daftar]
    assert langkah.describe() == "Create 2 models with all that belongs to them"
