"""Undo of a whole import: the rows before come back from the history (IMP-11)."""

from typing import Any

import pghistory
from django.db import connection, models, transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pekerjaan import buat_pekerjaan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import (
    BarisImpor,
    BerkasImpor,
    Jabatan,
    Pegawai,
    UnitKerja,
)
from pegawai.queries.impor_urung import (
    RIWAYAT,
    akun_dirujuk_sql,
    dapat_diurungkan,
    dirujuk_sql,
    kolom_tersimpan,
    parameter_urung,
    rencana_sql,
)
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.akun import ikuti_nomor
from pegawai.services.atasan import hitung_atasan
from pegawai.services.impor_giliran import giliran
from pegawai.services.kedudukan import buka_akun
from pegawai.services.kunci_baris import kunci_struktur
from pegawai.signals import atasan_berganti, jabatan_berganti

Status = BerkasImpor.Status
Urung = BarisImpor.Urung
# The last event before the import's first one: the row as it was.
SEBELUM = """
CREATE TEMP TABLE {nama} ON COMMIT DROP AS
SELECT j.id, a.pgh_label = 'insert' AS dibuat, s.pgh_id AS sebelum, j.akhir
  FROM (SELECT pgh_obj_id AS id, min(pgh_id) AS awal, max(pgh_id) AS akhir
          FROM {tabel}event WHERE pgh_context_id = ANY(%(konteks)s::uuid[])
         GROUP BY pgh_obj_id) j
  JOIN {tabel}event a ON a.pgh_id = j.awal
  LEFT JOIN LATERAL (SELECT e.pgh_id FROM {tabel}event e
                      WHERE e.pgh_obj_id = j.id AND e.pgh_id < j.awal
                      ORDER BY e.pgh_id DESC LIMIT 1) s ON true
"""
PULIH = "(SELECT pegawai_id FROM t_urung WHERE nasib = 'DIPULIHKAN')"
HAPUS_MILIK = """
DELETE FROM {tabel} t USING t_milik j
 WHERE t.id = j.id AND j.dibuat AND t.pegawai_id IN {pulih}
"""
PULIHKAN_MILIK = """
UPDATE {tabel} t SET {isi}
  FROM t_milik j JOIN {tabel}event e ON e.pgh_id = j.sebelum
 WHERE t.id = j.id AND NOT j.dibuat AND t.pegawai_id IN {pulih}
"""
PULIHKAN_ORANG = """
UPDATE pegawai_pegawai t SET {isi}, versi = t.versi + 1
  FROM t_orang j JOIN pegawai_pegawaievent e ON e.pgh_id = j.sebelum
 WHERE t.id = j.id AND t.id IN {pulih}
"""
# What the import deleted: posts that were planned for somebody who left.
KEMBALIKAN_MILIK = """
INSERT INTO {tabel} (id, {kolom})
SELECT e.id, {isi}
  FROM t_milik j
  JOIN {tabel}event e ON e.pgh_id = j.sebelum
  JOIN {tabel}event l ON l.pgh_id = j.akhir AND l.pgh_label = 'delete'
 WHERE NOT j.dibuat AND e.pegawai_id IN {pulih}
"""
# Superiors that only followed the import, of everybody else.
PULIHKAN_ATASAN = """
UPDATE pegawai_pegawai t
   SET atasan_id = e.atasan_id, atasan_ditetapkan = e.atasan_ditetapkan,
       atasan_alasan = e.atasan_alasan, versi = t.versi + 1
  FROM t_orang j
  JOIN pegawai_pegawaievent e ON e.pgh_id = j.sebelum
  JOIN pegawai_pegawaievent l ON l.pgh_id = j.akhir
 WHERE t.id = j.id AND NOT j.dibuat AND NOT t.atasan_ditetapkan
   AND t.id NOT IN (SELECT pegawai_id FROM t_urung)
   AND t.atasan_id IS NOT DISTINCT FROM l.atasan_id
   AND t.atasan_id IS DISTINCT FROM e.atasan_id
RETURNING t.id
"""
BERGANTI = """
SELECT coalesce(array_agg(t.id) FILTER (WHERE t.jabatan_id IS DISTINCT FROM e.jabatan_id),
                '{{}}'),
       coalesce(array_agg(t.id) FILTER (WHERE t.atasan_id IS DISTINCT FROM e.atasan_id),
                '{{}}'),
       coalesce(array_agg(t.id) FILTER (WHERE t.nip <> e.nip), '{{}}'),
       coalesce(array_agg(t.id) FILTER (
           WHERE t.kedudukan_hukum = ANY(%(selesai)s)
             AND e.kedudukan_hukum <> ALL(%(selesai)s)), '{{}}')
  FROM pegawai_pegawai t JOIN t_orang j ON j.id = t.id
  JOIN pegawai_pegawaievent e ON e.pgh_id = j.sebelum
 WHERE t.id IN {pulih}
"""


@transaction.atomic
def urungkan_impor(*, impor: BerkasImpor, oleh: Pengguna) -> BerkasImpor:
    """Queue the undo. Asking again while it runs, or after it, changes nothing."""
    impor = BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if impor.status in {Status.MENGURUNGKAN, Status.DIURUNGKAN}:
        return impor
    if not dapat_diurungkan(impor):
        raise AturanDilanggar(
            "Impor ini tidak dapat diurungkan lagi. Waktunya sudah lewat, atau tidak ada "
            "data yang ditulis.",
            kode="urung_lewat",
        )
    impor.ringkasan = {**impor.ringkasan, "sebelum_urung": impor.status}
    impor.status = Status.MENGURUNGKAN
    impor.pekerjaan = buat_pekerjaan(
        tugas="pegawai.services.impor_urung.laksanakan_urung",
        judul=f"Urungkan impor {impor.nama_berkas}"[:200],
        oleh=oleh,
        tautan=impor.get_absolute_url(),
        pk=impor.pk,
    )
    impor.save()
    return impor


def laksanakan_urung(*, pekerjaan: Pekerjaan, pk: int) -> dict[str, Any]:
    """The job: all of it in one transaction, so a killed worker leaves nothing half."""
    impor = BerkasImpor.objects.select_related("oleh").get(pk=pk)
    if impor.status != Status.MENGURUNGKAN:
        return dict(impor.ringkasan.get("urung", {}))
    with (
        giliran(),
        pghistory.context(
            pengguna=pekerjaan.pemilik_id, urung=str(impor.uid), alasan="Urungkan impor"
        ),
        transaction.atomic(),
    ):
        return _urungkan(impor)


def _urungkan(impor: BerkasImpor) -> dict[str, Any]:
    kunci_struktur()
    BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    isi = parameter_urung(impor)
    with connection.cursor() as kursor:
        for nama in ("t_urung", "t_orang", "t_milik"):
            kursor.execute(f"DROP TABLE IF EXISTS {nama}")
        kursor.execute(
            f"CREATE TEMP TABLE t_urung ON COMMIT DROP AS {rencana_sql()}", isi
        )
        kursor.execute(SEBELUM.format(nama="t_orang", tabel="pegawai_pegawai"), isi)
        kursor.execute("CREATE INDEX ON t_urung (pegawai_id); ANALYZE t_urung, t_orang")
        kursor.execute(
            BERGANTI.format(pulih=PULIH), {"selesai": [str(k) for k in SELESAI_BEKERJA]}
        )
        jabatan, atasan, nomor, kembali = kursor.fetchone()
        for model in RIWAYAT:
            _pulihkan_milik(kursor, model, isi)
        kursor.execute(
            PULIHKAN_ORANG.format(
                pulih=PULIH, isi=_isi(kolom_tersimpan(Pegawai, "pengguna_id", "versi"))
            )
        )
        kursor.execute(PULIHKAN_ATASAN)
        atasan += [baris[0] for baris in kursor.fetchall()]
        _catat(kursor, impor)
        _tutup(kursor, impor)
        _hapus_orang(kursor)
        sisa = _hapus_tempat(kursor, isi)
        jumlah = _hitung(kursor)
    buka_akun(daftar_pegawai=kembali)
    _beritakan(impor, jabatan, atasan, nomor, jumlah)
    return _selesai(impor, {**jumlah, "tempat_tersisa": sisa})


def _isi(kolom: list[str]) -> str:
    return ", ".join(f"{k} = e.{k}" for k in kolom)


def _pulihkan_milik(
    kursor: Any, model: type[models.Model], isi: dict[str, Any]
) -> None:
    tabel = model._meta.db_table
    kursor.execute("DROP TABLE IF EXISTS t_milik")
    kursor.execute(SEBELUM.format(nama="t_milik", tabel=tabel), isi)
    kursor.execute(HAPUS_MILIK.format(tabel=tabel, pulih=PULIH))
    kursor.execute(
        PULIHKAN_MILIK.format(
            tabel=tabel, pulih=PULIH, isi=_isi(kolom_tersimpan(model))
        )
    )
    kolom = kolom_tersimpan(model)
    kursor.execute(
        KEMBALIKAN_MILIK.format(
            tabel=tabel,
            pulih=PULIH,
            kolom=", ".join(kolom),
            isi=", ".join(f"e.{k}" for k in kolom),
        )
    )


def _catat(kursor: Any, impor: BerkasImpor) -> None:
    kursor.execute(
        """
        UPDATE pegawai_barisimpor b
           SET urung = u.nasib,
               pegawai_id = CASE WHEN u.nasib <> 'DIHAPUS' THEN b.pegawai_id END
          FROM t_urung u
         WHERE b.impor_id = %s AND b.pegawai_id = u.pegawai_id
        """,
        [impor.pk],
    )


def _tutup(kursor: Any, impor: BerkasImpor) -> None:
    """People that something refers to: out of office, account shut, never deleted."""
    isi = {
        "hari": hari_ini(),
        "sumber": f"Impor diurungkan: {impor.nama_berkas}"[:100],
        "kini": timezone.now(),
    }
    tutup = "(SELECT pegawai_id FROM t_urung WHERE nasib = 'DITUTUP')"
    kursor.execute(
        f"""
        UPDATE pegawai_riwayatjabatan SET sampai = greatest(tmt, %(hari)s)
         WHERE pegawai_id IN {tutup} AND sampai IS NULL;
        INSERT INTO pegawai_riwayatkedudukan
               (pegawai_id, kedudukan_hukum, tmt, nomor_sk, keterangan)
        SELECT pegawai_id, 'PINDAH_INSTANSI', %(hari)s, '', %(sumber)s
          FROM t_urung WHERE nasib = 'DITUTUP'
        ON CONFLICT DO NOTHING;
        UPDATE dasar_pengguna SET is_active = false
         WHERE id IN (SELECT pengguna_id FROM pegawai_pegawai WHERE id IN {tutup});
        UPDATE pegawai_pegawai
           SET kedudukan_hukum = 'PINDAH_INSTANSI', sumber = %(sumber)s,
               sumber_pada = %(kini)s, versi = versi + 1
         WHERE id IN {tutup}
        """,
        isi,
    )


def _hapus_orang(kursor: Any) -> None:
    """People that nothing refers to, with what is theirs and an account nobody used."""
    hapus = "(SELECT pegawai_id FROM t_urung WHERE nasib = 'DIHAPUS')"
    kursor.execute(
        f"""
        UPDATE pegawai_barisimpor SET pegawai_id = NULL WHERE pegawai_id IN {hapus};
        UPDATE pegawai_pegawai SET atasan_id = NULL
         WHERE atasan_id IN {hapus} AND id NOT IN {hapus}
        """
    )
    for model in RIWAYAT:
        kursor.execute(
            f"DELETE FROM {model._meta.db_table} WHERE pegawai_id IN {hapus}"
        )
    kursor.execute(
        f"SELECT pengguna_id FROM pegawai_pegawai WHERE id IN {hapus} "
        "AND pengguna_id IS NOT NULL"
    )
    akun = [baris[0] for baris in kursor.fetchall()]
    kursor.execute(f"DELETE FROM pegawai_pegawai WHERE id IN {hapus}")
    kursor.execute(
        f"""
        DELETE FROM dasar_pengguna a
         WHERE a.id = ANY(%(akun)s) AND NOT {akun_dirujuk_sql("a.id")};
        UPDATE dasar_pengguna SET is_active = false WHERE id = ANY(%(akun)s)
        """,
        {"akun": akun},
    )


def _hapus_tempat(kursor: Any, isi: dict[str, Any]) -> int:
    """Posts and units that the run created and nobody uses; how many must stay."""
    sisa = 0
    for model, kunci in ((Jabatan, "jabatan"), (UnitKerja, "unitkerja")):
        tabel = f"pegawai_{kunci}"
        bebas = f"NOT {dirujuk_sql(model, 't.id')}"
        if model is UnitKerja:
            bebas += " AND NOT EXISTS (SELECT 1 FROM pegawai_unitkerja c"
            bebas += " WHERE c.induk_id = t.id OR (c.opd_id = t.id AND c.id <> t.id))"
        dibuat = (
            f"SELECT t.id FROM {tabel} t JOIN {tabel}event e ON e.pgh_obj_id = t.id "
            "AND e.pgh_label = 'insert' AND e.pgh_context_id = ANY(%(konteks)s::uuid[])"
        )
        kursor.execute(
            f"UPDATE pegawai_barisimpor SET {'jabatan' if model is Jabatan else 'unit_kerja'}"
            f"_id = NULL WHERE impor_id = %(impor)s",
            isi,
        )
        while True:
            kursor.execute(
                f"DELETE FROM {tabel} WHERE id IN ({dibuat} WHERE {bebas})", isi
            )
            if not kursor.rowcount:
                break
        kursor.execute(f"SELECT count(*) FROM ({dibuat}) x", isi)
        sisa += kursor.fetchone()[0]
    return sisa


def _hitung(kursor: Any) -> dict[str, int]:
    kursor.execute("SELECT nasib, count(*) FROM t_urung GROUP BY nasib")
    return {**dict.fromkeys(Urung.values, 0), **dict(kursor.fetchall())}


def _beritakan(
    impor: BerkasImpor,
    jabatan: list[int],
    atasan: list[int],
    nomor: list[int],
    jumlah: dict[str, int],
) -> None:
    if nomor:
        ikuti_nomor(daftar_pegawai=nomor)
    if jabatan:
        jabatan_berganti.send(sender=Pegawai, pegawai_ids=jabatan, oleh=impor.oleh)
    if atasan:
        atasan_berganti.send(sender=Pegawai, pegawai_ids=atasan, oleh=impor.oleh)
    if jumlah[Urung.DIBIARKAN] or jumlah[Urung.DITUTUP]:
        hitung_atasan(oleh=impor.oleh)


def _selesai(impor: BerkasImpor, hasil: dict[str, int]) -> dict[str, Any]:
    impor.ringkasan = {**impor.ringkasan, "urung": hasil}
    impor.status = Status.DIURUNGKAN
    impor.save()
    if impor.oleh is not None:
        kabari(
            kunci=f"impor-diurungkan:{impor.pk}",
            penerima=impor.oleh,
            judul="Impor data pegawai diurungkan",
            isi=f"{impor.nama_berkas}: {hasil[Urung.DIPULIHKAN]} pegawai dipulihkan, "
            f"{hasil[Urung.DIHAPUS]} dihapus, {hasil[Urung.DITUTUP]} ditutup, "
            f"{hasil[Urung.DIBIARKAN]} dibiarkan karena sudah diubah sesudah impor.",
            tautan=impor.get_absolute_url(),
        )
    return dict(hasil)
