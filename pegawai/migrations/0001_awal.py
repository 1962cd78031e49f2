import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pegawai.dasar.alat.model
import pegawai.models.impor
import pegawai.models.perbaikan
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pegawai.dasar.alat.migrasi import BuatSemuaModel


# The rights of an account on a day, asked by every page (pegawai.queries.peran). A function
# keeps its plan. Grants, self, and the OPD whose head post this person holds, also as
# Plt./Plh. (AK-1, AK-4). The head post of an OPD is its one structural post of the highest
# level whose own unit is the OPD itself (KETENTUAN JJ-1; two of the same level: none).
HAK_AKUN = """
CREATE FUNCTION hak_akun(akun bigint, hari date, selesai text[], sekda text)
RETURNS TABLE (kode text, akar text, orang bigint, tangguh boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
RETURN QUERY
WITH diri AS (  -- the standing of this day, also before the job has written it (AK-7)
  SELECT p.id, p.jabatan_id, coalesce((
           SELECT r.kedudukan_hukum FROM pegawai_riwayatkedudukan r
           WHERE r.pegawai_id = p.id AND NOT r.diterapkan AND r.tmt <= hari
           ORDER BY r.tmt DESC LIMIT 1), p.kedudukan_hukum) = ANY (selesai) AS keluar
  FROM pegawai_pegawai p WHERE p.pengguna_id = akun
), saya AS (
  SELECT id, jabatan_id,
         EXISTS (SELECT 1 FROM pegawai_pegawai b WHERE b.atasan_id = diri.id) AS bawahan
  FROM diri WHERE NOT keluar
  LIMIT 1
), dipegang AS (
  SELECT jabatan_id AS id FROM saya
  UNION
  SELECT r.jabatan_id FROM pegawai_riwayatjabatan r JOIN saya ON r.pegawai_id = saya.id
  WHERE r.jenis IN ('UTAMA', 'PLT', 'PLH') AND r.tmt <= hari
    AND (r.sampai IS NULL OR r.sampai >= hari)
)
SELECT g.peran::text, u.jalur::text, NULL::bigint, g.ditangguhkan_pada IS NOT NULL
FROM pegawai_pemberianperan g LEFT JOIN pegawai_unitkerja u ON u.id = g.unit_kerja_id
WHERE g.pengguna_id = akun AND g.dicabut_pada IS NULL
  AND g.berlaku_mulai <= hari AND g.berlaku_sampai >= hari
  AND NOT EXISTS (SELECT 1 FROM diri WHERE keluar)  -- grants end with the service
UNION ALL
SELECT 'ASN', NULL, id, false FROM saya
UNION ALL
SELECT 'ATASAN', NULL, id, false FROM saya WHERE bawahan
UNION ALL
SELECT 'KEPALA_OPD', u.jalur::text, NULL, false
FROM dipegang d
JOIN pegawai_jabatan j ON j.id = d.id
JOIN pegawai_jenjang l ON l.id = j.jenjang_id
JOIN pegawai_unitkerja u ON u.id = j.unit_kerja_id
WHERE u.jenis = 'OPD' AND j.jenis = 'STRUKTURAL' AND j.aktif
  AND l.kode IN ('JPT_PRATAMA', 'ADMINISTRATOR')
  AND NOT EXISTS (  -- as high or higher, the Sekda above all: two of the same head nothing
    SELECT 1 FROM pegawai_jabatan k JOIN pegawai_jenjang m ON m.id = k.jenjang_id
    WHERE k.unit_kerja_id = u.id AND k.jenis = 'STRUKTURAL' AND k.aktif AND k.id <> j.id
      AND (k.nama ~* sekda, -m.urutan) >= (j.nama ~* sekda, -l.urutan));
END
$$
"""

# The words of a name. Dear in the planner's eyes, so that it never tries them person by
# person instead of asking the index; not for parallel workers, whose start costs more than
# a search.
KATA = """
CREATE FUNCTION kata_nama(nama text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT COST 500 AS $$
BEGIN
RETURN string_to_array(nama, ' ');
END
$$
"""

# Words of names, for the search (pegawai.models.kata). A plain trigger, so that it holds in
# bulk loads that switch the history off; no unique index, so that nobody waits for another.
KATA_NAMA = """
CREATE FUNCTION catat_kata_nama() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
INSERT INTO pegawai_katanama (kata)
SELECT b.kata FROM (
  SELECT DISTINCT unnest(kata_nama(nama_urut)) AS kata FROM baru) b
WHERE b.kata <> ''
  AND NOT EXISTS (SELECT 1 FROM pegawai_katanama k WHERE k.kata = b.kata);
RETURN NULL;
END
$$;
CREATE TRIGGER kata_nama_masuk AFTER INSERT ON pegawai_pegawai
REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION catat_kata_nama();
CREATE TRIGGER kata_nama_ubah AFTER UPDATE ON pegawai_pegawai
REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION catat_kata_nama();
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dasar', '0001_awal'),
        ('dasar', '__first__'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.RunSQL(sql=KATA, reverse_sql='DROP FUNCTION kata_nama(text)'),
        BuatSemuaModel([
            migrations.CreateModel(
                name='KataNama',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kata', models.CharField(db_index=True, max_length=150)),
                ],
                options={
                    'verbose_name': 'kata nama',
                    'verbose_name_plural': 'kata nama',
                    'indexes': [
                        django.contrib.postgres.indexes.GinIndex(fields=['kata'], name='kata_nama_trigram', opclasses=['gin_trgm_ops']),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Golongan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('PNS', 'PNS'), ('PPPK', 'PPPK')], max_length=4)),
                    ('kode', models.CharField(max_length=8, verbose_name='golongan')),
                    ('pangkat', models.CharField(blank=True, default='', max_length=60, verbose_name='pangkat')),
                    ('urutan', models.PositiveSmallIntegerField()),
                    ('kode_siasn', models.CharField(blank=True, default='', max_length=8)),
                ],
                options={
                    'verbose_name': 'golongan',
                    'verbose_name_plural': 'golongan',
                    'constraints': [
                        models.UniqueConstraint(fields=('status', 'kode'), name='golongan_unik_per_status'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Jenjang',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=24, unique=True)),
                    ('nama', models.CharField(max_length=80, verbose_name='jenjang')),
                    ('kelompok', models.CharField(choices=[('MANAJERIAL', 'Manajerial'), ('NONMANAJERIAL', 'Nonmanajerial')], max_length=16)),
                    ('jenis', models.CharField(choices=[('STRUKTURAL', 'Struktural'), ('FUNGSIONAL', 'Fungsional'), ('PELAKSANA', 'Pelaksana')], max_length=16)),
                    ('urutan', models.PositiveSmallIntegerField()),
                    ('bup', models.PositiveSmallIntegerField(default=58, verbose_name='batas usia pensiun')),
                ],
                options={
                    'verbose_name': 'jenjang',
                    'verbose_name_plural': 'jenjang',
                },
            ),
            migrations.CreateModel(
                name='UnitKerja',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jalur', pegawai.dasar.alat.model.LtreeField(blank=True, default='', editable=False)),
                    ('jenis', models.CharField(choices=[('PEMDA', 'Pemerintah kota'), ('OPD', 'Perangkat daerah'), ('SEKRETARIAT', 'Sekretariat'), ('BAGIAN', 'Bagian'), ('BIDANG', 'Bidang'), ('SUBBAGIAN', 'Subbagian'), ('SEKSI', 'Seksi'), ('UPTD', 'UPTD'), ('SEKOLAH', 'Sekolah'), ('PUSKESMAS', 'Puskesmas'), ('KELURAHAN', 'Kelurahan'), ('LAIN', 'Unit lain')], max_length=16, verbose_name='jenis')),
                    ('kode', models.CharField(blank=True, default='', max_length=40, verbose_name='kode')),
                    ('nama', models.CharField(max_length=200, verbose_name='nama')),
                    ('nama_cari', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=200))),
                    ('singkatan', models.CharField(blank=True, default='', max_length=40, verbose_name='singkatan')),
                    ('unor_id', models.CharField(blank=True, default='', max_length=64, verbose_name='UNOR ID')),
                    ('berlaku_mulai', models.DateField(blank=True, null=True, verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='anak', to='pegawai.unitkerja')),
                    ('opd', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'unit kerja',
                    'verbose_name_plural': 'unit kerja',
                    'indexes': [
                        django.contrib.postgres.indexes.GistIndex(fields=['jalur'], name='unit_jalur_gist'),
                        models.Index(fields=['nama_cari'], name='unit_nama_cari'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('unor_id', ''), _negated=True), fields=('unor_id',), name='unit_unor_unik', violation_error_message='UNOR ID ini sudah dipakai unit lain.'),
                        models.UniqueConstraint(models.F('induk'), models.F('nama_cari'), condition=models.Q(('berlaku_sampai__isnull', True)), name='unit_nama_unik_di_induk', violation_error_message='Unit dengan nama ini sudah ada di induk itu.'),
                        models.CheckConstraint(condition=models.Q(('induk__isnull', True), models.Q(('induk', models.F('id')), _negated=True), _connector='OR'), name='unit_bukan_induk_sendiri', violation_error_message='Unit tidak dapat menjadi induknya sendiri.'),
                        models.CheckConstraint(condition=models.Q(('berlaku_mulai__isnull', True), ('berlaku_sampai__isnull', True), ('berlaku_sampai__gte', models.F('berlaku_mulai')), _connector='OR'), name='unit_masa_berlaku', violation_error_message='Tanggal akhir tidak boleh sebelum tanggal mulai.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='unit_jalur', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (pg_trigger_depth() < 2)', func="\nDECLARE atas record;\nBEGIN\n    IF TG_OP = 'UPDATE' THEN\n        -- Two moves at once could each see the tree before the other and close a circle.\n        PERFORM pg_advisory_xact_lock(hashtext('pegawai_unitkerja'));\n    END IF;\n    IF NEW.induk_id IS NULL THEN\n        NEW.jalur := ('u' || NEW.id)::ltree;\n        NEW.opd_id := CASE WHEN NEW.jenis = 'OPD' THEN NEW.id END;\n    ELSE\n        SELECT jalur, opd_id INTO atas FROM pegawai_unitkerja WHERE id = NEW.induk_id;\n        IF atas.jalur IS NULL THEN\n            RAISE EXCEPTION 'induk unit % belum ada', NEW.induk_id;\n        END IF;\n        IF atas.jalur ~ ('*.u' || NEW.id || '.*')::lquery THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation',\n                CONSTRAINT = 'unit_tanpa_lingkaran',\n                MESSAGE = 'Unit tidak dapat berada di bawah unitnya sendiri.';\n        END IF;\n        NEW.jalur := atas.jalur || ('u' || NEW.id);\n        NEW.opd_id := CASE WHEN NEW.jenis = 'OPD' THEN NEW.id ELSE atas.opd_id END;\n    END IF;\n    RETURN NEW;\nEND;\n", hash='a7d8c5b8bca313346a592f19eaa537e701a250ea', operation='INSERT OR UPDATE OF "induk_id", "jenis"', pgid='pgtrigger_unit_jalur_29674', table='pegawai_unitkerja', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='unit_turunan', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.jalur IS DISTINCT FROM NEW.jalur)', func='\nBEGIN\n    IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;\n    UPDATE pegawai_unitkerja AS t\n       SET jalur = NEW.jalur || subpath(t.jalur, nlevel(OLD.jalur)),\n           opd_id = CASE\n               WHEN t.opd_id IS NOT DISTINCT FROM OLD.opd_id THEN NEW.opd_id\n               ELSE t.opd_id END\n     WHERE t.jalur <@ OLD.jalur AND t.id <> NEW.id;\n    RETURN NULL;\nEND;\n', hash='671388865cd3c841fe5e54076fb36d8f45804f8d', operation='UPDATE OF "induk_id", "jenis"', pgid='pgtrigger_unit_turunan_44877', table='pegawai_unitkerja', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_unitkerjaevent" ("berlaku_mulai", "berlaku_sampai", "dibuat_pada", "id", "induk_id", "jalur", "jenis", "kode", "nama", "opd_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "uid", "unor_id", "versi") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."dibuat_pada", new_values."id", new_values."induk_id", new_values."jalur", new_values."jenis", new_values."kode", new_values."nama", new_values."opd_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."singkatan", new_values."uid", new_values."unor_id", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d0228d30e1148fc7824e918553dd6f80531f27f3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f9c4a', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_unitkerja', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_unitkerjaevent" ("berlaku_mulai", "berlaku_sampai", "dibuat_pada", "id", "induk_id", "jalur", "jenis", "kode", "nama", "opd_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "uid", "unor_id", "versi") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."dibuat_pada", new_values."id", new_values."induk_id", new_values."jalur", new_values."jenis", new_values."kode", new_values."nama", new_values."opd_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."singkatan", new_values."uid", new_values."unor_id", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be837f709fe8fb435547e87984ab802171735232', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2d72f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_unitkerja', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_unitkerjaevent" ("berlaku_mulai", "berlaku_sampai", "dibuat_pada", "id", "induk_id", "jalur", "jenis", "kode", "nama", "opd_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "uid", "unor_id", "versi") SELECT old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."dibuat_pada", old_values."id", old_values."induk_id", old_values."jalur", old_values."jenis", old_values."kode", old_values."nama", old_values."opd_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."singkatan", old_values."uid", old_values."unor_id", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8492449a7c935c635d35911d046ff42ca08af291', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4a98b', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_unitkerja', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='UnitKerjaEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jalur', pegawai.dasar.alat.model.LtreeField(blank=True, default='', editable=False)),
                    ('jenis', models.CharField(choices=[('PEMDA', 'Pemerintah kota'), ('OPD', 'Perangkat daerah'), ('SEKRETARIAT', 'Sekretariat'), ('BAGIAN', 'Bagian'), ('BIDANG', 'Bidang'), ('SUBBAGIAN', 'Subbagian'), ('SEKSI', 'Seksi'), ('UPTD', 'UPTD'), ('SEKOLAH', 'Sekolah'), ('PUSKESMAS', 'Puskesmas'), ('KELURAHAN', 'Kelurahan'), ('LAIN', 'Unit lain')], max_length=16, verbose_name='jenis')),
                    ('kode', models.CharField(blank=True, default='', max_length=40, verbose_name='kode')),
                    ('nama', models.CharField(max_length=200, verbose_name='nama')),
                    ('nama_cari', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=200))),
                    ('singkatan', models.CharField(blank=True, default='', max_length=40, verbose_name='singkatan')),
                    ('unor_id', models.CharField(blank=True, default='', max_length=64, verbose_name='UNOR ID')),
                    ('berlaku_mulai', models.DateField(blank=True, null=True, verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('induk', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                    ('opd', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Jabatan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(max_length=200, verbose_name='nama jabatan')),
                    ('nama_cari', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=200))),
                    ('jenis', models.CharField(blank=True, choices=[('STRUKTURAL', 'Struktural'), ('FUNGSIONAL', 'Fungsional'), ('PELAKSANA', 'Pelaksana')], default='', max_length=16, verbose_name='jenis')),
                    ('kelas_jabatan', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('aktif', models.BooleanField(default=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('jenjang', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='jabatan', to='pegawai.jenjang')),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='jabatan', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'jabatan',
                    'verbose_name_plural': 'jabatan',
                    'indexes': [
                        django.contrib.postgres.indexes.GinIndex(fields=['nama_cari'], name='jabatan_nama_tri', opclasses=['gin_trgm_ops']),
                    ],
                    'constraints': [
                        models.UniqueConstraint(models.F('nama_cari'), models.F('unit_kerja'), name='jabatan_unik_di_unit', nulls_distinct=False, violation_error_message='Jabatan ini sudah ada di unit itu.'),
                        models.CheckConstraint(condition=models.Q(('kelas_jabatan__isnull', True), ('kelas_jabatan__range', (1, 17)), _connector='OR'), name='jabatan_kelas_1_sampai_17', violation_error_message='Kelas jabatan antara 1 dan 17.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_jabatanevent" ("aktif", "dibuat_pada", "id", "jenis", "jenjang_id", "kelas_jabatan", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "versi") SELECT new_values."aktif", new_values."dibuat_pada", new_values."id", new_values."jenis", new_values."jenjang_id", new_values."kelas_jabatan", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uid", new_values."unit_kerja_id", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='91eae8bcbcec453d576bb1c77786adb19e5afe5b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_20c45', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_jabatan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_jabatanevent" ("aktif", "dibuat_pada", "id", "jenis", "jenjang_id", "kelas_jabatan", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "versi") SELECT new_values."aktif", new_values."dibuat_pada", new_values."id", new_values."jenis", new_values."jenjang_id", new_values."kelas_jabatan", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uid", new_values."unit_kerja_id", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='08a2bd5b35a1e2ccb819aa2f8f1fe08fbe275dfd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ea3ba', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_jabatan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_jabatanevent" ("aktif", "dibuat_pada", "id", "jenis", "jenjang_id", "kelas_jabatan", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "versi") SELECT old_values."aktif", old_values."dibuat_pada", old_values."id", old_values."jenis", old_values."jenjang_id", old_values."kelas_jabatan", old_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uid", old_values."unit_kerja_id", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a207b9c83b644c6e77315ab6062b6fa4cabbd682', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9aa3e', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_jabatan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='JabatanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(max_length=200, verbose_name='nama jabatan')),
                    ('nama_cari', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=200))),
                    ('jenis', models.CharField(blank=True, choices=[('STRUKTURAL', 'Struktural'), ('FUNGSIONAL', 'Fungsional'), ('PELAKSANA', 'Pelaksana')], default='', max_length=16, verbose_name='jenis')),
                    ('kelas_jabatan', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('aktif', models.BooleanField(default=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.jabatan')),
                    ('jenjang', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.jenjang')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='TingkatPendidikan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=4, unique=True)),
                    ('nama', models.CharField(max_length=60, verbose_name='tingkat pendidikan')),
                    ('urutan', models.PositiveSmallIntegerField()),
                    ('skor_ip_asn', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'verbose_name': 'tingkat pendidikan',
                    'verbose_name_plural': 'tingkat pendidikan',
                },
            ),
            migrations.CreateModel(
                name='Pegawai',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('pns_id', models.CharField(blank=True, max_length=64, null=True, verbose_name='PNS ID')),
                    ('nip', models.CharField(max_length=18, unique=True, verbose_name='NIP')),
                    ('nama', models.CharField(max_length=150, verbose_name='nama')),
                    ('gelar_depan', models.CharField(blank=True, default='', max_length=60)),
                    ('gelar_belakang', models.CharField(blank=True, default='', max_length=100)),
                    ('nama_urut', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=150))),
                    ('jenis_kepegawaian', models.CharField(choices=[('PNS', 'PNS'), ('CPNS', 'CPNS'), ('PPPK', 'PPPK')], max_length=4)),
                    ('paruh_waktu', models.BooleanField(default=False)),
                    ('kedudukan_hukum', models.CharField(choices=[('AKTIF', 'Aktif'), ('TUGAS_BELAJAR', 'Tugas belajar'), ('CLTN', 'Cuti di luar tanggungan negara'), ('DIBERHENTIKAN_SEMENTARA', 'Diberhentikan sementara'), ('PENSIUN', 'Pensiun'), ('MENINGGAL', 'Meninggal'), ('PINDAH_INSTANSI', 'Pindah instansi'), ('KONTRAK_BERAKHIR', 'Kontrak berakhir'), ('DIBERHENTIKAN', 'Diberhentikan')], default='AKTIF', max_length=24)),
                    ('tanggal_lahir', models.DateField(verbose_name='tanggal lahir')),
                    ('jenis_kelamin', models.CharField(choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1)),
                    ('tmt_golongan', models.DateField(blank=True, null=True)),
                    ('tmt_jabatan', models.DateField(blank=True, null=True)),
                    ('pendidikan', models.CharField(blank=True, default='', max_length=150)),
                    ('tahun_lulus', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('tmt_cpns', models.DateField(blank=True, null=True)),
                    ('tmt_pns', models.DateField(blank=True, null=True)),
                    ('surel_dinas', models.EmailField(blank=True, default='', max_length=254)),
                    ('atasan_ditetapkan', models.BooleanField(default=False)),
                    ('atasan_alasan', models.CharField(blank=True, default='', max_length=200)),
                    ('sumber', models.CharField(blank=True, default='', max_length=100)),
                    ('sumber_pada', models.DateTimeField(blank=True, null=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('atasan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bawahan', to='pegawai.pegawai')),
                    ('golongan', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.golongan')),
                    ('jabatan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pegawai', to='pegawai.jabatan')),
                    ('pengguna', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pegawai', to=settings.AUTH_USER_MODEL)),
                    ('tingkat_pendidikan', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.tingkatpendidikan')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pegawai', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'pegawai',
                    'verbose_name_plural': 'pegawai',
                    'indexes': [
                        models.Index(fields=['nama_urut', 'id'], name='pegawai_nama_urut'),
                        models.Index(fields=['unit_kerja', 'nama_urut', 'id'], name='pegawai_unit_nama'),
                        models.Index(condition=models.Q(('kedudukan_hukum__in', ('PENSIUN', 'MENINGGAL', 'PINDAH_INSTANSI', 'KONTRAK_BERAKHIR', 'DIBERHENTIKAN'))), fields=['kedudukan_hukum'], name='pegawai_selesai'),
                        django.contrib.postgres.indexes.GinIndex(models.Func(models.F('nama_urut'), function='kata_nama'), name='pegawai_kata_nama'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('pns_id',), name='pegawai_pns_id_unik', violation_error_message='PNS ID ini sudah dimiliki pegawai lain.'),
                        models.CheckConstraint(condition=models.Q(('nip__regex', '^[0-9]{18}$')), name='pegawai_nip_18_digit', violation_error_message='NIP terdiri atas 18 digit.'),
                        models.CheckConstraint(condition=models.Q(('atasan__isnull', True), models.Q(('atasan', models.F('id')), _negated=True), _connector='OR'), name='pegawai_bukan_atasan_sendiri', violation_error_message='Pegawai tidak dapat menjadi atasannya sendiri.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('atasan_ditetapkan', True), _negated=True), models.Q(('atasan_alasan', ''), _negated=True), _connector='OR'), name='pegawai_atasan_ditetapkan_beralasan', violation_error_message='Penetapan atasan harus menyebut alasan.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pegawaievent" ("atasan_alasan", "atasan_ditetapkan", "atasan_id", "dibuat_pada", "gelar_belakang", "gelar_depan", "golongan_id", "id", "jabatan_id", "jenis_kelamin", "jenis_kepegawaian", "kedudukan_hukum", "nama", "nip", "paruh_waktu", "pendidikan", "pengguna_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "sumber", "sumber_pada", "surel_dinas", "tahun_lulus", "tanggal_lahir", "tingkat_pendidikan_id", "tmt_cpns", "tmt_golongan", "tmt_jabatan", "tmt_pns", "uid", "unit_kerja_id", "versi") SELECT new_values."atasan_alasan", new_values."atasan_ditetapkan", new_values."atasan_id", new_values."dibuat_pada", new_values."gelar_belakang", new_values."gelar_depan", new_values."golongan_id", new_values."id", new_values."jabatan_id", new_values."jenis_kelamin", new_values."jenis_kepegawaian", new_values."kedudukan_hukum", new_values."nama", new_values."nip", new_values."paruh_waktu", new_values."pendidikan", new_values."pengguna_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."pns_id", new_values."sumber", new_values."sumber_pada", new_values."surel_dinas", new_values."tahun_lulus", new_values."tanggal_lahir", new_values."tingkat_pendidikan_id", new_values."tmt_cpns", new_values."tmt_golongan", new_values."tmt_jabatan", new_values."tmt_pns", new_values."uid", new_values."unit_kerja_id", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3c84582835e9e7f6a6aa9b8879241285292c6382', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_91d83', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_pegawai', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pegawaievent" ("atasan_alasan", "atasan_ditetapkan", "atasan_id", "dibuat_pada", "gelar_belakang", "gelar_depan", "golongan_id", "id", "jabatan_id", "jenis_kelamin", "jenis_kepegawaian", "kedudukan_hukum", "nama", "nip", "paruh_waktu", "pendidikan", "pengguna_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "sumber", "sumber_pada", "surel_dinas", "tahun_lulus", "tanggal_lahir", "tingkat_pendidikan_id", "tmt_cpns", "tmt_golongan", "tmt_jabatan", "tmt_pns", "uid", "unit_kerja_id", "versi") SELECT new_values."atasan_alasan", new_values."atasan_ditetapkan", new_values."atasan_id", new_values."dibuat_pada", new_values."gelar_belakang", new_values."gelar_depan", new_values."golongan_id", new_values."id", new_values."jabatan_id", new_values."jenis_kelamin", new_values."jenis_kepegawaian", new_values."kedudukan_hukum", new_values."nama", new_values."nip", new_values."paruh_waktu", new_values."pendidikan", new_values."pengguna_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."pns_id", new_values."sumber", new_values."sumber_pada", new_values."surel_dinas", new_values."tahun_lulus", new_values."tanggal_lahir", new_values."tingkat_pendidikan_id", new_values."tmt_cpns", new_values."tmt_golongan", new_values."tmt_jabatan", new_values."tmt_pns", new_values."uid", new_values."unit_kerja_id", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c9c7206e06eb87c6ef7c6117ef6bb5c170d358b2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4eac2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_pegawai', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pegawaievent" ("atasan_alasan", "atasan_ditetapkan", "atasan_id", "dibuat_pada", "gelar_belakang", "gelar_depan", "golongan_id", "id", "jabatan_id", "jenis_kelamin", "jenis_kepegawaian", "kedudukan_hukum", "nama", "nip", "paruh_waktu", "pendidikan", "pengguna_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "sumber", "sumber_pada", "surel_dinas", "tahun_lulus", "tanggal_lahir", "tingkat_pendidikan_id", "tmt_cpns", "tmt_golongan", "tmt_jabatan", "tmt_pns", "uid", "unit_kerja_id", "versi") SELECT old_values."atasan_alasan", old_values."atasan_ditetapkan", old_values."atasan_id", old_values."dibuat_pada", old_values."gelar_belakang", old_values."gelar_depan", old_values."golongan_id", old_values."id", old_values."jabatan_id", old_values."jenis_kelamin", old_values."jenis_kepegawaian", old_values."kedudukan_hukum", old_values."nama", old_values."nip", old_values."paruh_waktu", old_values."pendidikan", old_values."pengguna_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."pns_id", old_values."sumber", old_values."sumber_pada", old_values."surel_dinas", old_values."tahun_lulus", old_values."tanggal_lahir", old_values."tingkat_pendidikan_id", old_values."tmt_cpns", old_values."tmt_golongan", old_values."tmt_jabatan", old_values."tmt_pns", old_values."uid", old_values."unit_kerja_id", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9892f2d5b3c8ed9343a6f2f2c3ef5d7074c139d3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6ea21', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_pegawai', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PegawaiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('pns_id', models.CharField(blank=True, max_length=64, null=True, verbose_name='PNS ID')),
                    ('nip', models.CharField(max_length=18, verbose_name='NIP')),
                    ('nama', models.CharField(max_length=150, verbose_name='nama')),
                    ('gelar_depan', models.CharField(blank=True, default='', max_length=60)),
                    ('gelar_belakang', models.CharField(blank=True, default='', max_length=100)),
                    ('nama_urut', models.GeneratedField(db_persist=True, expression=models.Func(models.F('nama'), function='lower'), output_field=models.CharField(max_length=150))),
                    ('jenis_kepegawaian', models.CharField(choices=[('PNS', 'PNS'), ('CPNS', 'CPNS'), ('PPPK', 'PPPK')], max_length=4)),
                    ('paruh_waktu', models.BooleanField(default=False)),
                    ('kedudukan_hukum', models.CharField(choices=[('AKTIF', 'Aktif'), ('TUGAS_BELAJAR', 'Tugas belajar'), ('CLTN', 'Cuti di luar tanggungan negara'), ('DIBERHENTIKAN_SEMENTARA', 'Diberhentikan sementara'), ('PENSIUN', 'Pensiun'), ('MENINGGAL', 'Meninggal'), ('PINDAH_INSTANSI', 'Pindah instansi'), ('KONTRAK_BERAKHIR', 'Kontrak berakhir'), ('DIBERHENTIKAN', 'Diberhentikan')], default='AKTIF', max_length=24)),
                    ('tanggal_lahir', models.DateField(verbose_name='tanggal lahir')),
                    ('jenis_kelamin', models.CharField(choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1)),
                    ('tmt_golongan', models.DateField(blank=True, null=True)),
                    ('tmt_jabatan', models.DateField(blank=True, null=True)),
                    ('pendidikan', models.CharField(blank=True, default='', max_length=150)),
                    ('tahun_lulus', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('tmt_cpns', models.DateField(blank=True, null=True)),
                    ('tmt_pns', models.DateField(blank=True, null=True)),
                    ('surel_dinas', models.EmailField(blank=True, default='', max_length=254)),
                    ('atasan_ditetapkan', models.BooleanField(default=False)),
                    ('atasan_alasan', models.CharField(blank=True, default='', max_length=200)),
                    ('sumber', models.CharField(blank=True, default='', max_length=100)),
                    ('sumber_pada', models.DateTimeField(blank=True, null=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('atasan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('golongan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.golongan')),
                    ('jabatan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.jabatan')),
                    ('pengguna', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.pegawai')),
                    ('tingkat_pendidikan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.tingkatpendidikan')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Agenda',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kunci', models.CharField(max_length=100, unique=True)),
                    ('jenis', models.CharField(max_length=24)),
                    ('judul', models.CharField(max_length=300)),
                    ('tanggal_mulai', models.DateField()),
                    ('tanggal_selesai', models.DateField()),
                    ('tautan', models.CharField(blank=True, default='', max_length=300)),
                    ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'agenda',
                    'verbose_name_plural': 'agenda',
                    'indexes': [
                        models.Index(fields=['pegawai', 'tanggal_mulai'], name='agenda_pegawai'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('tanggal_selesai__gte', models.F('tanggal_mulai'))), name='agenda_urut', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='BerkasImpor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('berkas', models.FileField(blank=True, max_length=300, upload_to=pegawai.models.impor.tempat_berkas)),
                    ('nama_berkas', models.CharField(max_length=200)),
                    ('sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('ukuran', models.PositiveBigIntegerField(default=0)),
                    ('tanggal_berkas', models.DateField()),
                    ('status', models.CharField(choices=[('UNGGAH', 'Menunggu pemeriksaan'), ('DIPERIKSA', 'Sedang diperiksa'), ('SIAP', 'Siap dijalankan'), ('BERJALAN', 'Berjalan'), ('SELESAI', 'Selesai'), ('GAGAL', 'Gagal'), ('DIBATALKAN', 'Dibatalkan'), ('PEMETAAN', 'Menunggu pemetaan kolom'), ('MENGURUNGKAN', 'Sedang diurungkan'), ('DIURUNGKAN', 'Diurungkan')], default='UNGGAH', max_length=16)),
                    ('kolom', models.JSONField(default=list)),
                    ('pilihan', models.JSONField(default=dict)),
                    ('ringkasan', models.JSONField(default=dict)),
                    ('galat', models.TextField(blank=True, default='')),
                    ('konteks', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                    ('baris_terakhir', models.PositiveIntegerField(default=0)),
                    ('jumlah_ditambah', models.PositiveIntegerField(default=0)),
                    ('jumlah_diubah', models.PositiveIntegerField(default=0)),
                    ('selesai_pada', models.DateTimeField(blank=True, null=True)),
                    ('oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='impor', to=settings.AUTH_USER_MODEL)),
                    ('pekerjaan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='dasar.pekerjaan')),
                ],
                options={
                    'verbose_name': 'berkas impor',
                    'verbose_name_plural': 'berkas impor',
                    'indexes': [
                        models.Index(fields=['oleh', '-dibuat_pada'], name='impor_oleh'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='BarisImpor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('nomor_baris', models.PositiveIntegerField()),
                    ('asli', models.JSONField(default=list)),
                    ('sidik', models.CharField(blank=True, default='', max_length=32)),
                    ('hapus', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), default=list, size=None)),
                    ('nip', models.CharField(blank=True, default='', max_length=18)),
                    ('pns_id', models.CharField(max_length=64, null=True)),
                    ('nama', models.CharField(max_length=150, null=True)),
                    ('gelar_depan', models.CharField(max_length=60, null=True)),
                    ('gelar_belakang', models.CharField(max_length=100, null=True)),
                    ('jenis_kepegawaian', models.CharField(max_length=4, null=True)),
                    ('paruh_waktu', models.BooleanField(null=True)),
                    ('kedudukan_hukum', models.CharField(max_length=24, null=True)),
                    ('tanggal_lahir', models.DateField(null=True)),
                    ('jenis_kelamin', models.CharField(max_length=1, null=True)),
                    ('tanggal_lahir_nip', models.DateField(null=True)),
                    ('jenis_kelamin_nip', models.CharField(max_length=1, null=True)),
                    ('tmt_golongan', models.DateField(null=True)),
                    ('tmt_jabatan', models.DateField(null=True)),
                    ('pendidikan', models.CharField(max_length=150, null=True)),
                    ('tahun_lulus', models.PositiveSmallIntegerField(null=True)),
                    ('tmt_cpns', models.DateField(null=True)),
                    ('tmt_pns', models.DateField(null=True)),
                    ('surel_dinas', models.CharField(max_length=254, null=True)),
                    ('nama_jabatan', models.CharField(max_length=200, null=True)),
                    ('jabatan_cari', models.CharField(max_length=200, null=True)),
                    ('jenis_jabatan', models.CharField(max_length=16, null=True)),
                    ('nama_unit', models.CharField(max_length=200, null=True)),
                    ('nama_induk', models.CharField(max_length=200, null=True)),
                    ('unor_id', models.CharField(max_length=64, null=True)),
                    ('kunci_unit', models.CharField(max_length=32, null=True)),
                    ('galat_baca', models.JSONField(null=True)),
                    ('peringatan_baca', models.JSONField(default=list)),
                    ('tindakan', models.CharField(blank=True, choices=[('BARU', 'Baru'), ('BERUBAH', 'Berubah'), ('SAMA', 'Sama'), ('DITOLAK', 'Ditolak'), ('DILEWATI', 'Dilewati')], default='', max_length=8)),
                    ('galat', models.JSONField(null=True)),
                    ('dilewati', models.BooleanField(db_default=False, default=False)),
                    ('urung', models.CharField(blank=True, choices=[('DIPULIHKAN', 'Dipulihkan'), ('DIHAPUS', 'Dihapus'), ('DITUTUP', 'Ditutup'), ('DIBIARKAN', 'Dibiarkan')], db_default='', default='', max_length=10)),
                    ('peringatan', models.JSONField(default=list)),
                    ('perubahan', models.JSONField(default=list)),
                    ('impor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='baris', to='pegawai.berkasimpor')),
                    ('golongan', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.golongan')),
                    ('jabatan', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.jabatan')),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pegawai.pegawai')),
                    ('tingkat_pendidikan', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.tingkatpendidikan')),
                    ('unit_kerja', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'baris impor',
                    'verbose_name_plural': 'baris impor',
                    'indexes': [
                        models.Index(fields=['impor', 'tindakan', 'nomor_baris'], name='baris_impor_jenis'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('impor', 'nomor_baris'), name='baris_impor_satu_per_nomor'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='KamusKompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(error_messages={'unique': 'Sudah ada kamus bernama itu.'}, max_length=80, unique=True, verbose_name='nama kamus')),
                    ('kode', models.CharField(error_messages={'unique': 'Kode ini sudah dipakai kamus lain.'}, max_length=40, unique=True, verbose_name='kode kamus')),
                    ('instansi', models.CharField(blank=True, default='', max_length=150, verbose_name='instansi pembina')),
                    ('urusan', models.CharField(blank=True, default='', max_length=150)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'kamus kompetensi',
                    'verbose_name_plural': 'kamus kompetensi',
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('unit_kerja__isnull', False), models.Q(('instansi', ''), _negated=True), _connector='OR'), name='kamus_berpemilik', violation_error_message='Sebut pemilik kamus: unit kerja atau instansi pembina.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kamuskompetensievent" ("dibuat_pada", "id", "instansi", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "urusan", "versi") SELECT new_values."dibuat_pada", new_values."id", new_values."instansi", new_values."kode", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uid", new_values."unit_kerja_id", new_values."urusan", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9149b128f12422150cc56fc0646c73aea015235d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1e1bd', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_kamuskompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kamuskompetensievent" ("dibuat_pada", "id", "instansi", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "urusan", "versi") SELECT new_values."dibuat_pada", new_values."id", new_values."instansi", new_values."kode", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uid", new_values."unit_kerja_id", new_values."urusan", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ed245f590cc0900b83ed003b13f0c257fc7710c8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_22d29', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_kamuskompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kamuskompetensievent" ("dibuat_pada", "id", "instansi", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id", "urusan", "versi") SELECT old_values."dibuat_pada", old_values."id", old_values."instansi", old_values."kode", old_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uid", old_values."unit_kerja_id", old_values."urusan", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ee2ced757223c520baf3290f0032f5bb54a6971c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_85f74', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_kamuskompetensi', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='KamusKompetensiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(error_messages={'unique': 'Sudah ada kamus bernama itu.'}, max_length=80, verbose_name='nama kamus')),
                    ('kode', models.CharField(error_messages={'unique': 'Kode ini sudah dipakai kamus lain.'}, max_length=40, verbose_name='kode kamus')),
                    ('instansi', models.CharField(blank=True, default='', max_length=150, verbose_name='instansi pembina')),
                    ('urusan', models.CharField(blank=True, default='', max_length=150)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.kamuskompetensi')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='BerkasKompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jenis', models.CharField(choices=[('KAMUS', 'Kamus kompetensi'), ('STANDAR', 'Standar jabatan')], max_length=8)),
                    ('nama_berkas', models.CharField(max_length=200)),
                    ('isi', models.JSONField(default=list)),
                    ('catatan', models.JSONField(default=list)),
                    ('diterapkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('kamus', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.kamuskompetensi')),
                ],
                options={
                    'verbose_name': 'berkas kompetensi',
                    'verbose_name_plural': 'berkas kompetensi',
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'KAMUS'), ('kamus__isnull', False)), models.Q(('jenis', 'STANDAR'), ('kamus__isnull', True)), _connector='OR'), name='berkas_kompetensi_berkamus'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_berkaskompetensievent" ("catatan", "dibuat_pada", "diterapkan_pada", "id", "isi", "jenis", "kamus_id", "nama_berkas", "oleh_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."catatan", new_values."dibuat_pada", new_values."diterapkan_pada", new_values."id", new_values."isi", new_values."jenis", new_values."kamus_id", new_values."nama_berkas", new_values."oleh_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='49650f3817a9b7052dbf0998d927edf49ec35e76', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_36bbd', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_berkaskompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_berkaskompetensievent" ("catatan", "dibuat_pada", "diterapkan_pada", "id", "isi", "jenis", "kamus_id", "nama_berkas", "oleh_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."catatan", new_values."dibuat_pada", new_values."diterapkan_pada", new_values."id", new_values."isi", new_values."jenis", new_values."kamus_id", new_values."nama_berkas", new_values."oleh_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d7a74934dc3641d1c71b7a8d576d637fea51948b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_24dcc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_berkaskompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_berkaskompetensievent" ("catatan", "dibuat_pada", "diterapkan_pada", "id", "isi", "jenis", "kamus_id", "nama_berkas", "oleh_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."catatan", old_values."dibuat_pada", old_values."diterapkan_pada", old_values."id", old_values."isi", old_values."jenis", old_values."kamus_id", old_values."nama_berkas", old_values."oleh_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0572603e18331012db8c38738f54a954fc23c3e9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9303a', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_berkaskompetensi', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='BerkasKompetensiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jenis', models.CharField(choices=[('KAMUS', 'Kamus kompetensi'), ('STANDAR', 'Standar jabatan')], max_length=8)),
                    ('nama_berkas', models.CharField(max_length=200)),
                    ('isi', models.JSONField(default=list)),
                    ('catatan', models.JSONField(default=list)),
                    ('diterapkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('oleh', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.berkaskompetensi')),
                    ('kamus', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.kamuskompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Kompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('kode', models.CharField(max_length=24, verbose_name='kode')),
                    ('nama', models.CharField(max_length=150, verbose_name='nama')),
                    ('jenis', models.CharField(choices=[('MANAJERIAL', 'Manajerial'), ('SOSIAL_KULTURAL', 'Sosial kultural'), ('TEKNIS', 'Teknis')], max_length=16, verbose_name='jenis')),
                    ('definisi', models.TextField(blank=True, default='', verbose_name='definisi')),
                    ('urutan', models.PositiveSmallIntegerField(default=0)),
                    ('aktif', models.BooleanField(default=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('kamus', models.ForeignKey(default='PermenPANRB 38/2017', on_delete=django.db.models.deletion.PROTECT, related_name='kompetensi', to='pegawai.kamuskompetensi', to_field='nama')),
                ],
                options={
                    'verbose_name': 'kompetensi',
                    'verbose_name_plural': 'kompetensi',
                    'constraints': [
                        models.UniqueConstraint(fields=('kamus', 'kode'), name='kompetensi_kode_unik_per_kamus', violation_error_message='Kode ini sudah ada di kamus itu.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kompetensievent" ("aktif", "definisi", "dibuat_pada", "id", "jenis", "kamus_id", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "urutan", "versi") SELECT new_values."aktif", new_values."definisi", new_values."dibuat_pada", new_values."id", new_values."jenis", new_values."kamus_id", new_values."kode", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uid", new_values."urutan", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a44ef679d0268de8f9fecc4949912bc62ecad480', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e2ced', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_kompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kompetensievent" ("aktif", "definisi", "dibuat_pada", "id", "jenis", "kamus_id", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "urutan", "versi") SELECT new_values."aktif", new_values."definisi", new_values."dibuat_pada", new_values."id", new_values."jenis", new_values."kamus_id", new_values."kode", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uid", new_values."urutan", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3f86e20668638a3204a391964d0c23cf27022354', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_10732', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_kompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_kompetensievent" ("aktif", "definisi", "dibuat_pada", "id", "jenis", "kamus_id", "kode", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "urutan", "versi") SELECT old_values."aktif", old_values."definisi", old_values."dibuat_pada", old_values."id", old_values."jenis", old_values."kamus_id", old_values."kode", old_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uid", old_values."urutan", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bb289644f9335db9904a5f40e565d3bd240afae9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a79e6', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_kompetensi', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='KompetensiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('kode', models.CharField(max_length=24, verbose_name='kode')),
                    ('nama', models.CharField(max_length=150, verbose_name='nama')),
                    ('jenis', models.CharField(choices=[('MANAJERIAL', 'Manajerial'), ('SOSIAL_KULTURAL', 'Sosial kultural'), ('TEKNIS', 'Teknis')], max_length=16, verbose_name='jenis')),
                    ('definisi', models.TextField(blank=True, default='', verbose_name='definisi')),
                    ('urutan', models.PositiveSmallIntegerField(default=0)),
                    ('aktif', models.BooleanField(default=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('kamus', models.ForeignKey(db_constraint=False, db_index=False, default='PermenPANRB 38/2017', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.kamuskompetensi', to_field='nama')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.kompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CapaianKompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.DecimalField(decimal_places=4, max_digits=5)),
                    ('level_standar', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('kesenjangan', models.DecimalField(blank=True, decimal_places=4, max_digits=5, null=True)),
                    ('sumber', models.CharField(max_length=100)),
                    ('tanggal', models.DateField()),
                    ('berlaku_sampai', models.DateField()),
                    ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='capaian', to='pegawai.kompetensi')),
                    ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='capaian', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'capaian kompetensi',
                    'verbose_name_plural': 'capaian kompetensi',
                    'indexes': [
                        models.Index(condition=models.Q(('kesenjangan__gt', 0)), fields=['kompetensi', '-kesenjangan'], name='capaian_kesenjangan'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('pegawai', 'kompetensi'), name='capaian_satu_per_kompetensi'),
                        models.CheckConstraint(condition=models.Q(('level__gte', 0), ('level__lte', 5)), name='capaian_level_0_sampai_5', violation_error_message='Tingkat capaian antara 0 dan 5.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='EdisiKamus',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('edisi', models.CharField(max_length=60, verbose_name='edisi')),
                    ('nomor_keputusan', models.CharField(max_length=60, verbose_name='nomor keputusan')),
                    ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('isi', models.JSONField(default=list)),
                    ('status', models.CharField(choices=[('DRAF', 'Draf'), ('TERBIT', 'Terbit')], default='DRAF', max_length=8)),
                    ('diterbitkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('disusun_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diterbitkan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('kamus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_edisi', to='pegawai.kamuskompetensi')),
                ],
                options={
                    'verbose_name': 'edisi kamus',
                    'verbose_name_plural': 'edisi kamus',
                    'constraints': [
                        models.UniqueConstraint(models.F('kamus'), condition=models.Q(('status', 'DRAF')), name='edisi_kamus_satu_draf', violation_error_message='Kamus ini sudah punya draf edisi.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='edisi_kamus_beku', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.status = 'TERBIT')", func="\nBEGIN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation',\n        CONSTRAINT = 'edisi_kamus_beku',\n        MESSAGE = 'Edisi kamus yang sudah terbit tidak dapat diubah.';\nEND;\n", hash='91e4483e571de96c729880a3f4a64ec8fe81fe15', operation='UPDATE OR DELETE', pgid='pgtrigger_edisi_kamus_beku_1aaaa', table='pegawai_edisikamus', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_edisikamusevent" ("berlaku_mulai", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "id", "isi", "kamus_id", "nomor_keputusan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "versi") SELECT new_values."berlaku_mulai", new_values."dibuat_pada", new_values."disusun_oleh_id", new_values."diterbitkan_oleh_id", new_values."diterbitkan_pada", new_values."edisi", new_values."id", new_values."isi", new_values."kamus_id", new_values."nomor_keputusan", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."status", new_values."tanggal_keputusan", new_values."uid", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b9e69eb2f37ef5ea75b12d3479aac4d926aa77b1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cd911', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_edisikamus', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_edisikamusevent" ("berlaku_mulai", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "id", "isi", "kamus_id", "nomor_keputusan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "versi") SELECT new_values."berlaku_mulai", new_values."dibuat_pada", new_values."disusun_oleh_id", new_values."diterbitkan_oleh_id", new_values."diterbitkan_pada", new_values."edisi", new_values."id", new_values."isi", new_values."kamus_id", new_values."nomor_keputusan", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."status", new_values."tanggal_keputusan", new_values."uid", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='287a08670adb7f904182c144d54109d87b58ed88', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_93037', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_edisikamus', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_edisikamusevent" ("berlaku_mulai", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "id", "isi", "kamus_id", "nomor_keputusan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "versi") SELECT old_values."berlaku_mulai", old_values."dibuat_pada", old_values."disusun_oleh_id", old_values."diterbitkan_oleh_id", old_values."diterbitkan_pada", old_values."edisi", old_values."id", old_values."isi", old_values."kamus_id", old_values."nomor_keputusan", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."status", old_values."tanggal_keputusan", old_values."uid", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3106f48966b655eb10456c52d2e99a4522e5b64a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_06561', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_edisikamus', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='EdisiKamusEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('edisi', models.CharField(max_length=60, verbose_name='edisi')),
                    ('nomor_keputusan', models.CharField(max_length=60, verbose_name='nomor keputusan')),
                    ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('isi', models.JSONField(default=list)),
                    ('status', models.CharField(choices=[('DRAF', 'Draf'), ('TERBIT', 'Terbit')], default='DRAF', max_length=8)),
                    ('diterbitkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('disusun_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diterbitkan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.edisikamus')),
                    ('kamus', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.kamuskompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JejakLihat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('hari', models.DateField(verbose_name='hari')),
                    ('jenis', models.CharField(choices=[('LEMBAR', 'Membuka lembar pegawai'), ('PROFIL', 'Membuka profil kompetensi atau hasil penilaian'), ('RENCANA', 'Membuka rencana pengembangan'), ('PERBAIKAN', 'Membuka permintaan perbaikan'), ('PELATIHAN', 'Membuka catatan pelatihan dan buktinya'), ('EKSPOR', 'Mengekspor'), ('API', 'Membaca lewat API')], max_length=12)),
                    ('sebagai', models.CharField(blank=True, choices=[('ASN', 'ASN'), ('ATASAN', 'Atasan langsung'), ('KEPALA_OPD', 'Kepala OPD'), ('ANALIS', 'Analis'), ('ADMIN', 'Admin'), ('PENYELENGGARA', 'Penyelenggara'), ('ASESOR', 'Asesor'), ('PENGELOLA_OPD', 'Pengelola OPD'), ('PIMPINAN', 'Pimpinan'), ('MITRA', 'Mitra'), ('PEMAGANG', 'Pemagang')], default='', max_length=16)),
                    ('rincian', models.CharField(blank=True, default='', max_length=120)),
                    ('jumlah', models.PositiveIntegerField(default=1)),
                    ('pertama_pada', models.DateTimeField()),
                    ('terakhir_pada', models.DateTimeField()),
                    ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='jejak', to='pegawai.pegawai')),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('unit_kerja', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'jejak lihat',
                    'verbose_name_plural': 'jejak lihat',
                    'constraints': [
                        models.UniqueConstraint(fields=('pegawai', 'hari', 'pengguna', 'jenis'), name='jejak_satu_per_hari'),
                        models.CheckConstraint(condition=models.Q(('jumlah__gte', 1)), name='jejak_jumlah_paling_sedikit_1'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LevelKompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.PositiveSmallIntegerField(verbose_name='tingkat')),
                    ('uraian', models.TextField(verbose_name='uraian')),
                    ('indikator_perilaku', models.TextField(blank=True, default='', verbose_name='indikator perilaku')),
                    ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='level', to='pegawai.kompetensi')),
                ],
                options={
                    'verbose_name': 'level kompetensi',
                    'verbose_name_plural': 'level kompetensi',
                    'constraints': [
                        models.UniqueConstraint(fields=('kompetensi', 'level'), name='level_satu_per_kompetensi'),
                        models.CheckConstraint(condition=models.Q(('level__range', (1, 5))), name='level_1_sampai_5', violation_error_message='Tingkat antara 1 dan 5.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_levelkompetensievent" ("id", "indikator_perilaku", "kompetensi_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT new_values."id", new_values."indikator_perilaku", new_values."kompetensi_id", new_values."level", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uraian" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='87d9a953265f13e383c44223b31c6784f19cb5ea', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_04730', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_levelkompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_levelkompetensievent" ("id", "indikator_perilaku", "kompetensi_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT new_values."id", new_values."indikator_perilaku", new_values."kompetensi_id", new_values."level", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uraian" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b394fa9e5e044c61ab75bd17284e374bb5f89e8c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1c60c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_levelkompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_levelkompetensievent" ("id", "indikator_perilaku", "kompetensi_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT old_values."id", old_values."indikator_perilaku", old_values."kompetensi_id", old_values."level", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uraian" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='df1d5a88e474519dc9b3b2b5a9d68ac3baf56c5c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0d546', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_levelkompetensi', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LevelKompetensiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('level', models.PositiveSmallIntegerField(verbose_name='tingkat')),
                    ('uraian', models.TextField(verbose_name='uraian')),
                    ('indikator_perilaku', models.TextField(blank=True, default='', verbose_name='indikator perilaku')),
                    ('kompetensi', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.kompetensi')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.levelkompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='NamaImpor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jenis', models.CharField(choices=[('UNIT', 'Unit kerja'), ('JABATAN', 'Jabatan')], max_length=8)),
                    ('kunci', models.CharField(max_length=32)),
                    ('nama', models.CharField(max_length=200, verbose_name='nama')),
                    ('induk', models.CharField(blank=True, default='', max_length=200)),
                    ('unor_id', models.CharField(blank=True, default='', max_length=64)),
                    ('jenis_jabatan', models.CharField(blank=True, default='', max_length=16)),
                    ('jumlah', models.PositiveIntegerField(default=0)),
                    ('tindak', models.CharField(choices=[('BIARKAN', 'Biarkan kosong'), ('BUAT', 'Buat baru'), ('PETAKAN', 'Petakan ke yang ada')], default='BIARKAN', max_length=8)),
                    ('impor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nama_asing', to='pegawai.berkasimpor')),
                    ('jabatan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pegawai.jabatan')),
                    ('unit_kerja', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'nama belum dikenal',
                    'verbose_name_plural': 'nama belum dikenal',
                    'constraints': [
                        models.UniqueConstraint(fields=('impor', 'jenis', 'kunci'), name='nama_impor_satu_per_kunci'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NomorPegawai',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('nomor', models.CharField(max_length=18, unique=True)),
                    ('berlaku_mulai', models.DateField(blank=True, null=True)),
                    ('berlaku_sampai', models.DateField(blank=True, null=True)),
                    ('nomor_sk', models.CharField(blank=True, db_default='', default='', max_length=60, verbose_name='nomor SK')),
                    ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nomor', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'nomor pegawai',
                    'verbose_name_plural': 'nomor pegawai',
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_nomorpegawaievent" ("berlaku_mulai", "berlaku_sampai", "id", "nomor", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."id", new_values."nomor", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e4276e8746d542aa3e363aff61774c04e276fb69', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0a168', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_nomorpegawai', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_nomorpegawaievent" ("berlaku_mulai", "berlaku_sampai", "id", "nomor", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."id", new_values."nomor", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='73decf4fabf5915f7183ab4fab48d0e9eca4069e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_21eb5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_nomorpegawai', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_nomorpegawaievent" ("berlaku_mulai", "berlaku_sampai", "id", "nomor", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."id", old_values."nomor", old_values."nomor_sk", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='83941210df7200425dac51e4e820f7892e4bff8b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b2049', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_nomorpegawai', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NomorPegawaiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('nomor', models.CharField(max_length=18)),
                    ('berlaku_mulai', models.DateField(blank=True, null=True)),
                    ('berlaku_sampai', models.DateField(blank=True, null=True)),
                    ('nomor_sk', models.CharField(blank=True, db_default='', default='', max_length=60, verbose_name='nomor SK')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.nomorpegawai')),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['pegawai'], name='nomorpegawaievent_pegawai')],
                },
            ),
            migrations.CreateModel(
                name='PemberianPeran',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('peran', models.CharField(choices=[('ASN', 'ASN'), ('ATASAN', 'Atasan langsung'), ('KEPALA_OPD', 'Kepala OPD'), ('ANALIS', 'Analis'), ('ADMIN', 'Admin'), ('PENYELENGGARA', 'Penyelenggara'), ('ASESOR', 'Asesor'), ('PENGELOLA_OPD', 'Pengelola OPD'), ('PIMPINAN', 'Pimpinan'), ('MITRA', 'Mitra'), ('PEMAGANG', 'Pemagang')], max_length=16, verbose_name='peran')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan_cabut', models.CharField(blank=True, default='', max_length=200)),
                    ('ditangguhkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('dipulihkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('diberikan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('dicabut_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('disetujui_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pemberian_peran', to=settings.AUTH_USER_MODEL)),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'pemberian peran',
                    'verbose_name_plural': 'pemberian peran',
                    'indexes': [
                        models.Index(condition=models.Q(('dicabut_pada__isnull', True)), fields=['berlaku_sampai', 'id'], name='pemberian_berlaku'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('peran__in', ['ASN', 'ATASAN']), _negated=True), name='pemberian_bukan_peran_turunan', violation_error_message='Peran ini mengikuti data kepegawaian dan tidak dapat diberikan.'),
                        models.CheckConstraint(condition=models.Q(('unit_kerja__isnull', False), models.Q(('peran__in', ['PENGELOLA_OPD', 'KEPALA_OPD']), _negated=True), _connector='OR'), name='pemberian_unit_wajib', violation_error_message='Peran ini memerlukan unit kerja.'),
                        models.CheckConstraint(condition=models.Q(('berlaku_sampai__gte', models.F('berlaku_mulai'))), name='pemberian_masa_berlaku', violation_error_message='Tanggal akhir tidak boleh sebelum tanggal mulai.'),
                        models.CheckConstraint(condition=models.Q(('disetujui_oleh__isnull', True), models.Q(('disetujui_oleh', models.F('pengguna')), _negated=True), _connector='OR'), name='pemberian_bukan_disetujui_sendiri', violation_error_message='Peran sendiri disetujui orang lain.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pemberianperanevent" ("alasan_cabut", "berlaku_mulai", "berlaku_sampai", "diberikan_oleh_id", "dibuat_pada", "dicabut_oleh_id", "dicabut_pada", "dipulihkan_pada", "disetujui_oleh_id", "ditangguhkan_pada", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id") SELECT new_values."alasan_cabut", new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."diberikan_oleh_id", new_values."dibuat_pada", new_values."dicabut_oleh_id", new_values."dicabut_pada", new_values."dipulihkan_pada", new_values."disetujui_oleh_id", new_values."ditangguhkan_pada", new_values."id", new_values."nomor_sk", new_values."pengguna_id", new_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='46e5d79a34c1b01a89296f39f1d67796415557ee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4c8dc', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_pemberianperan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pemberianperanevent" ("alasan_cabut", "berlaku_mulai", "berlaku_sampai", "diberikan_oleh_id", "dibuat_pada", "dicabut_oleh_id", "dicabut_pada", "dipulihkan_pada", "disetujui_oleh_id", "ditangguhkan_pada", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id") SELECT new_values."alasan_cabut", new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."diberikan_oleh_id", new_values."dibuat_pada", new_values."dicabut_oleh_id", new_values."dicabut_pada", new_values."dipulihkan_pada", new_values."disetujui_oleh_id", new_values."ditangguhkan_pada", new_values."id", new_values."nomor_sk", new_values."pengguna_id", new_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='85e3453e878a0ecf436c51a93956fcf08a07f5bf', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3d8df', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_pemberianperan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_pemberianperanevent" ("alasan_cabut", "berlaku_mulai", "berlaku_sampai", "diberikan_oleh_id", "dibuat_pada", "dicabut_oleh_id", "dicabut_pada", "dipulihkan_pada", "disetujui_oleh_id", "ditangguhkan_pada", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit_kerja_id") SELECT old_values."alasan_cabut", old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."diberikan_oleh_id", old_values."dibuat_pada", old_values."dicabut_oleh_id", old_values."dicabut_pada", old_values."dipulihkan_pada", old_values."disetujui_oleh_id", old_values."ditangguhkan_pada", old_values."id", old_values."nomor_sk", old_values."pengguna_id", old_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."uid", old_values."unit_kerja_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='313c6b2d69f57d8cbc4cade697385a7dbd91acc4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_04d6d', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_pemberianperan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PemberianPeranEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('peran', models.CharField(choices=[('ASN', 'ASN'), ('ATASAN', 'Atasan langsung'), ('KEPALA_OPD', 'Kepala OPD'), ('ANALIS', 'Analis'), ('ADMIN', 'Admin'), ('PENYELENGGARA', 'Penyelenggara'), ('ASESOR', 'Asesor'), ('PENGELOLA_OPD', 'Pengelola OPD'), ('PIMPINAN', 'Pimpinan'), ('MITRA', 'Mitra'), ('PEMAGANG', 'Pemagang')], max_length=16, verbose_name='peran')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan_cabut', models.CharField(blank=True, default='', max_length=200)),
                    ('ditangguhkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('dipulihkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('diberikan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('dicabut_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('disetujui_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pengguna', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.pemberianperan')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PemetaanKolom',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(max_length=100, verbose_name='nama pemetaan')),
                    ('sidik', models.CharField(max_length=32)),
                    ('pemetaan', models.JSONField(default=dict)),
                    ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'pemetaan kolom',
                    'verbose_name_plural': 'pemetaan kolom',
                    'constraints': [
                        models.UniqueConstraint(fields=('sidik',), name='pemetaan_kolom_satu_per_kepala'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PenataanUnit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jenis', models.CharField(choices=[('BENTUK', 'Bentuk unit baru'), ('NAMA', 'Ganti nama'), ('GABUNG', 'Gabungkan ke unit lain'), ('PINDAH', 'Pindahkan ke bawah unit lain'), ('TUTUP', 'Tutup unit')], max_length=8, verbose_name='tindakan')),
                    ('nama_baru', models.CharField(blank=True, default='', max_length=200)),
                    ('singkatan_baru', models.CharField(blank=True, default='', max_length=40)),
                    ('jenis_baru', models.CharField(blank=True, choices=[('PEMDA', 'Pemerintah kota'), ('OPD', 'Perangkat daerah'), ('SEKRETARIAT', 'Sekretariat'), ('BAGIAN', 'Bagian'), ('BIDANG', 'Bidang'), ('SUBBAGIAN', 'Subbagian'), ('SEKSI', 'Seksi'), ('UPTD', 'UPTD'), ('SEKOLAH', 'Sekolah'), ('PUSKESMAS', 'Puskesmas'), ('KELURAHAN', 'Kelurahan'), ('LAIN', 'Unit lain')], default='', max_length=16)),
                    ('kode_baru', models.CharField(blank=True, default='', max_length=40)),
                    ('pemberian', models.CharField(choices=[('AKHIRI', 'Akhiri bersama unitnya'), ('PINDAH', 'Pindahkan ke unit penerima')], default='AKHIRI', max_length=8)),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('status', models.CharField(choices=[('DIAJUKAN', 'Menunggu persetujuan'), ('DISETUJUI', 'Disetujui, menunggu tanggalnya'), ('DITERAPKAN', 'Diterapkan'), ('DIBATALKAN', 'Dibatalkan')], default='DIAJUKAN', max_length=12)),
                    ('disetujui_pada', models.DateTimeField(blank=True, null=True)),
                    ('hasil', models.JSONField(blank=True, default=dict)),
                    ('diajukan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('disetujui_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('tujuan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penataan', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'penataan unit',
                    'verbose_name_plural': 'penataan unit',
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('status__in', ['DIAJUKAN', 'DISETUJUI'])), fields=('unit_kerja',), name='penataan_satu_terbuka_per_unit', violation_error_message='Unit ini sudah punya usul penataan yang belum selesai.'),
                        models.CheckConstraint(condition=models.Q(('tujuan__isnull', True), models.Q(('tujuan', models.F('unit_kerja')), _negated=True), _connector='OR'), name='penataan_bukan_diri_sendiri', violation_error_message='Pilih unit lain sebagai tujuan.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('jenis__in', ['BENTUK', 'GABUNG', 'PINDAH']), _negated=True), ('tujuan__isnull', False), _connector='OR'), name='penataan_tujuan_wajib', violation_error_message='Pilih unit tujuannya.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('jenis__in', ['BENTUK', 'NAMA']), _negated=True), models.Q(('nama_baru', ''), _negated=True), _connector='OR'), name='penataan_nama_wajib', violation_error_message='Isi nama baru unit.'),
                        models.CheckConstraint(condition=models.Q(('unit_kerja__isnull', False), models.Q(('jenis', 'BENTUK'), models.Q(('status', 'DITERAPKAN'), _negated=True)), _connector='OR'), name='penataan_unit_wajib', violation_error_message='Pilih unit yang ditata.'),
                        models.UniqueConstraint(models.F('tujuan'), django.db.models.functions.text.Lower('nama_baru'), condition=models.Q(('jenis', 'BENTUK'), ('status__in', ['DIAJUKAN', 'DISETUJUI'])), name='penataan_satu_bentuk_per_nama', violation_error_message='Pembentukan unit bernama ini di induk itu sudah diusulkan.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('disetujui_oleh__isnull', False), ('disetujui_pada__isnull', False), ('status__in', ['DISETUJUI', 'DITERAPKAN'])), models.Q(('status__in', ['DISETUJUI', 'DITERAPKAN']), _negated=True), _connector='OR'), name='penataan_disetujui_lengkap', violation_error_message='Penataan yang disetujui mencatat siapa dan kapan.'),
                        models.CheckConstraint(condition=models.Q(('disetujui_oleh__isnull', True), models.Q(('disetujui_oleh', models.F('diajukan_oleh')), _negated=True), _connector='OR'), name='penataan_dua_orang', violation_error_message='Penataan disetujui oleh orang yang berbeda dari pengusulnya.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_penataanunitevent" ("berlaku_mulai", "diajukan_oleh_id", "dibuat_pada", "disetujui_oleh_id", "disetujui_pada", "hasil", "id", "jenis", "jenis_baru", "kode_baru", "nama_baru", "nomor_sk", "pemberian", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan_baru", "status", "tujuan_id", "uid", "unit_kerja_id") SELECT new_values."berlaku_mulai", new_values."diajukan_oleh_id", new_values."dibuat_pada", new_values."disetujui_oleh_id", new_values."disetujui_pada", new_values."hasil", new_values."id", new_values."jenis", new_values."jenis_baru", new_values."kode_baru", new_values."nama_baru", new_values."nomor_sk", new_values."pemberian", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."singkatan_baru", new_values."status", new_values."tujuan_id", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='41700c0d3aa42cf117ecbd2b7b91ab727fd60a03', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5bc07', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_penataanunit', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_penataanunitevent" ("berlaku_mulai", "diajukan_oleh_id", "dibuat_pada", "disetujui_oleh_id", "disetujui_pada", "hasil", "id", "jenis", "jenis_baru", "kode_baru", "nama_baru", "nomor_sk", "pemberian", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan_baru", "status", "tujuan_id", "uid", "unit_kerja_id") SELECT new_values."berlaku_mulai", new_values."diajukan_oleh_id", new_values."dibuat_pada", new_values."disetujui_oleh_id", new_values."disetujui_pada", new_values."hasil", new_values."id", new_values."jenis", new_values."jenis_baru", new_values."kode_baru", new_values."nama_baru", new_values."nomor_sk", new_values."pemberian", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."singkatan_baru", new_values."status", new_values."tujuan_id", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9a0ea6097a43847bd1b43c04a93d53302b84121a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ed270', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_penataanunit', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_penataanunitevent" ("berlaku_mulai", "diajukan_oleh_id", "dibuat_pada", "disetujui_oleh_id", "disetujui_pada", "hasil", "id", "jenis", "jenis_baru", "kode_baru", "nama_baru", "nomor_sk", "pemberian", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan_baru", "status", "tujuan_id", "uid", "unit_kerja_id") SELECT old_values."berlaku_mulai", old_values."diajukan_oleh_id", old_values."dibuat_pada", old_values."disetujui_oleh_id", old_values."disetujui_pada", old_values."hasil", old_values."id", old_values."jenis", old_values."jenis_baru", old_values."kode_baru", old_values."nama_baru", old_values."nomor_sk", old_values."pemberian", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."singkatan_baru", old_values."status", old_values."tujuan_id", old_values."uid", old_values."unit_kerja_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='38c5cc1b302549d852dddc756c2b5f88af069f28', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_96790', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_penataanunit', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PenataanUnitEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('jenis', models.CharField(choices=[('BENTUK', 'Bentuk unit baru'), ('NAMA', 'Ganti nama'), ('GABUNG', 'Gabungkan ke unit lain'), ('PINDAH', 'Pindahkan ke bawah unit lain'), ('TUTUP', 'Tutup unit')], max_length=8, verbose_name='tindakan')),
                    ('nama_baru', models.CharField(blank=True, default='', max_length=200)),
                    ('singkatan_baru', models.CharField(blank=True, default='', max_length=40)),
                    ('jenis_baru', models.CharField(blank=True, choices=[('PEMDA', 'Pemerintah kota'), ('OPD', 'Perangkat daerah'), ('SEKRETARIAT', 'Sekretariat'), ('BAGIAN', 'Bagian'), ('BIDANG', 'Bidang'), ('SUBBAGIAN', 'Subbagian'), ('SEKSI', 'Seksi'), ('UPTD', 'UPTD'), ('SEKOLAH', 'Sekolah'), ('PUSKESMAS', 'Puskesmas'), ('KELURAHAN', 'Kelurahan'), ('LAIN', 'Unit lain')], default='', max_length=16)),
                    ('kode_baru', models.CharField(blank=True, default='', max_length=40)),
                    ('pemberian', models.CharField(choices=[('AKHIRI', 'Akhiri bersama unitnya'), ('PINDAH', 'Pindahkan ke unit penerima')], default='AKHIRI', max_length=8)),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('status', models.CharField(choices=[('DIAJUKAN', 'Menunggu persetujuan'), ('DISETUJUI', 'Disetujui, menunggu tanggalnya'), ('DITERAPKAN', 'Diterapkan'), ('DIBATALKAN', 'Dibatalkan')], default='DIAJUKAN', max_length=12)),
                    ('disetujui_pada', models.DateTimeField(blank=True, null=True)),
                    ('hasil', models.JSONField(blank=True, default=dict)),
                    ('diajukan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('disetujui_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.penataanunit')),
                    ('tujuan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PermintaanPerbaikan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('medan', models.CharField(choices=[('NAMA', 'Nama'), ('GELAR_DEPAN', 'Gelar depan'), ('GELAR_BELAKANG', 'Gelar belakang'), ('TANGGAL_LAHIR', 'Tanggal lahir'), ('JENIS_KELAMIN', 'Jenis kelamin'), ('SUREL_DINAS', 'Surel dinas'), ('TMT_CPNS', 'TMT CPNS'), ('TMT_PNS', 'TMT PNS'), ('NIP', 'NIP atau NI PPPK'), ('GOLONGAN', 'Pangkat dan golongan'), ('JABATAN', 'Jabatan dan unit kerja'), ('PENDIDIKAN', 'Pendidikan'), ('ATASAN', 'Atasan langsung'), ('PELATIHAN', 'Pelatihan dan sertifikat'), ('PENILAIAN', 'Hasil penilaian'), ('LAIN', 'Data lain')], max_length=16, verbose_name='data')),
                    ('nilai_lama', models.CharField(blank=True, default='', max_length=1000)),
                    ('nilai_baru', models.CharField(max_length=1000, verbose_name='nilai yang benar')),
                    ('keterangan', models.CharField(blank=True, default='', max_length=500, verbose_name='keterangan')),
                    ('bukti', models.FileField(max_length=300, upload_to=pegawai.models.perbaikan.tempat_bukti)),
                    ('bukti_jenis', models.CharField(max_length=4)),
                    ('bukti_nama', models.CharField(max_length=150)),
                    ('status', models.CharField(choices=[('DIAJUKAN', 'Menunggu keputusan'), ('DITERIMA', 'Diterima'), ('DITOLAK', 'Ditolak'), ('DIBATALKAN', 'Dibatalkan')], default='DIAJUKAN', max_length=12)),
                    ('diajukan_pada', models.DateTimeField()),
                    ('ingatkan_pada', models.DateTimeField()),
                    ('batas_pada', models.DateTimeField()),
                    ('diputuskan_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan', models.CharField(blank=True, default='', max_length=500, verbose_name='alasan')),
                    ('dibatalkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('diputuskan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='perbaikan', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'permintaan perbaikan',
                    'verbose_name_plural': 'permintaan perbaikan',
                    'indexes': [
                        models.Index(condition=models.Q(('status', 'DIAJUKAN')), fields=['batas_pada', 'id'], name='perbaikan_menunggu'),
                        models.Index(fields=['pegawai', '-diajukan_pada'], name='perbaikan_pegawai'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('status', 'DIAJUKAN'), models.Q(('medan', 'LAIN'), _negated=True)), fields=('pegawai', 'medan'), name='perbaikan_satu_terbuka_per_data', violation_error_message='Permintaan untuk data ini masih menunggu.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('diputuskan_oleh__isnull', False), ('diputuskan_pada__isnull', False), ('status__in', ['DITERIMA', 'DITOLAK'])), models.Q(('diputuskan_oleh__isnull', True), ('diputuskan_pada__isnull', True), ('status__in', ['DIAJUKAN', 'DIBATALKAN'])), _connector='OR'), name='perbaikan_diputuskan_lengkap', violation_error_message='Keputusan harus mencatat siapa dan kapan.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('status', 'DITOLAK'), _negated=True), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='perbaikan_tolak_beralasan', violation_error_message='Isi alasan penolakan.'),
                        models.CheckConstraint(condition=models.Q(models.Q(('dibatalkan_pada__isnull', False), ('status', 'DIBATALKAN')), models.Q(models.Q(('status', 'DIBATALKAN'), _negated=True), ('dibatalkan_pada__isnull', True)), _connector='OR'), name='perbaikan_batal_lengkap', violation_error_message='Pembatalan harus mencatat kapan.'),
                        models.CheckConstraint(condition=models.Q(('ingatkan_pada__gt', models.F('diajukan_pada')), ('batas_pada__gte', models.F('ingatkan_pada'))), name='perbaikan_batas_urut', violation_error_message='Batas keputusan harus sesudah pengajuan.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_permintaanperbaikanevent" ("alasan", "batas_pada", "bukti", "bukti_jenis", "bukti_nama", "diajukan_pada", "dibatalkan_pada", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "id", "ingatkan_pada", "keterangan", "medan", "nilai_baru", "nilai_lama", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid") SELECT new_values."alasan", new_values."batas_pada", new_values."bukti", new_values."bukti_jenis", new_values."bukti_nama", new_values."diajukan_pada", new_values."dibatalkan_pada", new_values."dibuat_pada", new_values."diputuskan_oleh_id", new_values."diputuskan_pada", new_values."id", new_values."ingatkan_pada", new_values."keterangan", new_values."medan", new_values."nilai_baru", new_values."nilai_lama", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."status", new_values."uid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='860f6c4cf64994f20b184d75ee2478f39567ed5a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_547e5', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_permintaanperbaikan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_permintaanperbaikanevent" ("alasan", "batas_pada", "bukti", "bukti_jenis", "bukti_nama", "diajukan_pada", "dibatalkan_pada", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "id", "ingatkan_pada", "keterangan", "medan", "nilai_baru", "nilai_lama", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid") SELECT new_values."alasan", new_values."batas_pada", new_values."bukti", new_values."bukti_jenis", new_values."bukti_nama", new_values."diajukan_pada", new_values."dibatalkan_pada", new_values."dibuat_pada", new_values."diputuskan_oleh_id", new_values."diputuskan_pada", new_values."id", new_values."ingatkan_pada", new_values."keterangan", new_values."medan", new_values."nilai_baru", new_values."nilai_lama", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."status", new_values."uid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='635c387cd9cdf8cc75a4ac9dcd7f7b75f62e98b3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7630b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_permintaanperbaikan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_permintaanperbaikanevent" ("alasan", "batas_pada", "bukti", "bukti_jenis", "bukti_nama", "diajukan_pada", "dibatalkan_pada", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "id", "ingatkan_pada", "keterangan", "medan", "nilai_baru", "nilai_lama", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid") SELECT old_values."alasan", old_values."batas_pada", old_values."bukti", old_values."bukti_jenis", old_values."bukti_nama", old_values."diajukan_pada", old_values."dibatalkan_pada", old_values."dibuat_pada", old_values."diputuskan_oleh_id", old_values."diputuskan_pada", old_values."id", old_values."ingatkan_pada", old_values."keterangan", old_values."medan", old_values."nilai_baru", old_values."nilai_lama", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."status", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8f6b99187e7a99ad6bb5d8f0ab256ec05432e254', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6ed38', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_permintaanperbaikan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PermintaanPerbaikanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('medan', models.CharField(choices=[('NAMA', 'Nama'), ('GELAR_DEPAN', 'Gelar depan'), ('GELAR_BELAKANG', 'Gelar belakang'), ('TANGGAL_LAHIR', 'Tanggal lahir'), ('JENIS_KELAMIN', 'Jenis kelamin'), ('SUREL_DINAS', 'Surel dinas'), ('TMT_CPNS', 'TMT CPNS'), ('TMT_PNS', 'TMT PNS'), ('NIP', 'NIP atau NI PPPK'), ('GOLONGAN', 'Pangkat dan golongan'), ('JABATAN', 'Jabatan dan unit kerja'), ('PENDIDIKAN', 'Pendidikan'), ('ATASAN', 'Atasan langsung'), ('PELATIHAN', 'Pelatihan dan sertifikat'), ('PENILAIAN', 'Hasil penilaian'), ('LAIN', 'Data lain')], max_length=16, verbose_name='data')),
                    ('nilai_lama', models.CharField(blank=True, default='', max_length=1000)),
                    ('nilai_baru', models.CharField(max_length=1000, verbose_name='nilai yang benar')),
                    ('keterangan', models.CharField(blank=True, default='', max_length=500, verbose_name='keterangan')),
                    ('bukti', models.FileField(max_length=300, upload_to=pegawai.models.perbaikan.tempat_bukti)),
                    ('bukti_jenis', models.CharField(max_length=4)),
                    ('bukti_nama', models.CharField(max_length=150)),
                    ('status', models.CharField(choices=[('DIAJUKAN', 'Menunggu keputusan'), ('DITERIMA', 'Diterima'), ('DITOLAK', 'Ditolak'), ('DIBATALKAN', 'Dibatalkan')], default='DIAJUKAN', max_length=12)),
                    ('diajukan_pada', models.DateTimeField()),
                    ('ingatkan_pada', models.DateTimeField()),
                    ('batas_pada', models.DateTimeField()),
                    ('diputuskan_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan', models.CharField(blank=True, default='', max_length=500, verbose_name='alasan')),
                    ('dibatalkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('diputuskan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.permintaanperbaikan')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PolaJenjang',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('urutan', models.PositiveSmallIntegerField(unique=True)),
                    ('pola_jenis', models.CharField(max_length=200)),
                    ('pola_nama', models.CharField(max_length=600)),
                    ('catatan', models.CharField(blank=True, default='', max_length=200)),
                    ('jenjang', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.jenjang')),
                ],
                options={
                    'verbose_name': 'pola jenjang',
                    'verbose_name_plural': 'pola jenjang',
                },
            ),
            migrations.CreateModel(
                name='RiwayatGolongan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('golongan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.golongan')),
                    ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='riwayat_golongan', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'riwayat golongan',
                    'verbose_name_plural': 'riwayat golongan',
                    'indexes': [
                        models.Index(condition=models.Q(('diterapkan', False)), fields=['tmt'], name='riwayat_gol_menunggu'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('pegawai', 'tmt'), name='riwayat_golongan_satu_per_tmt', violation_error_message='Sudah ada golongan dengan TMT itu.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatgolonganevent" ("diterapkan", "golongan_id", "id", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT new_values."diterapkan", new_values."golongan_id", new_values."id", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."tmt" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f2b38451a05fc25ed6d0099ea24fe48256d92c08', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3f0e7', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_riwayatgolongan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatgolonganevent" ("diterapkan", "golongan_id", "id", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT new_values."diterapkan", new_values."golongan_id", new_values."id", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."tmt" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f027db587c5c79df9689d210f75463294181c0bf', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_34a44', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_riwayatgolongan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatgolonganevent" ("diterapkan", "golongan_id", "id", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT old_values."diterapkan", old_values."golongan_id", old_values."id", old_values."nomor_sk", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."tmt" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='930107e0024e8d859e2ffea488143dee6b95637b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9edb2', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_riwayatgolongan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RiwayatGolonganEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('golongan', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.golongan')),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.riwayatgolongan')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['pegawai'], name='riwayatgolonganevent_pegawai')],
                },
            ),
            migrations.CreateModel(
                name='RiwayatJabatan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('jenis', models.CharField(choices=[('UTAMA', 'Definitif'), ('PLT', 'Pelaksana tugas'), ('PLH', 'Pelaksana harian')], default='UTAMA', max_length=8)),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('sampai', models.DateField(blank=True, null=True, verbose_name='sampai')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat', to='pegawai.jabatan')),
                    ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='riwayat_jabatan', to='pegawai.pegawai')),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'riwayat jabatan',
                    'verbose_name_plural': 'riwayat jabatan',
                    'indexes': [
                        models.Index(fields=['pegawai', '-tmt'], name='riwayat_jab_pegawai'),
                        models.Index(condition=models.Q(('diterapkan', False)), fields=['tmt'], name='riwayat_jab_menunggu'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('sampai__isnull', True), ('sampai__gte', models.F('tmt')), _connector='OR'), name='riwayat_jabatan_urut', violation_error_message='Tanggal akhir harus sesudah TMT.'),
                        django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('jenis', 'UTAMA')), expressions=[(models.F('pegawai'), '='), (models.Func(models.F('tmt'), models.F('sampai'), models.Value('[]'), function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='riwayat_jabatan_utama_tidak_bertumpuk', violation_error_message='Jabatan utama bertumpuk dengan jabatan lain.'),
                        django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('jenis', 'UTAMA'), _negated=True), expressions=[(models.F('jabatan'), '='), (models.Func(models.F('tmt'), models.F('sampai'), models.Value('[]'), function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='riwayat_jabatan_rangkap_satu_orang', violation_error_message='Jabatan ini sudah punya Plt. atau Plh. pada masa itu.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatjabatanevent" ("diterapkan", "id", "jabatan_id", "jenis", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "tmt", "unit_kerja_id") SELECT new_values."diterapkan", new_values."id", new_values."jabatan_id", new_values."jenis", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."sampai", new_values."tmt", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d21ad8ea09f28506942d26a5a7596dca7d86d1df', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9c928', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_riwayatjabatan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatjabatanevent" ("diterapkan", "id", "jabatan_id", "jenis", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "tmt", "unit_kerja_id") SELECT new_values."diterapkan", new_values."id", new_values."jabatan_id", new_values."jenis", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."sampai", new_values."tmt", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='afd2ac86409d28e739a421ffc8704c340d105661', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8a769', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_riwayatjabatan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatjabatanevent" ("diterapkan", "id", "jabatan_id", "jenis", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "tmt", "unit_kerja_id") SELECT old_values."diterapkan", old_values."id", old_values."jabatan_id", old_values."jenis", old_values."nomor_sk", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."sampai", old_values."tmt", old_values."unit_kerja_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='504028d87ca20ca3e84ae8a4d30e7a193691af03', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_50e8b', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_riwayatjabatan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RiwayatJabatanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('jenis', models.CharField(choices=[('UTAMA', 'Definitif'), ('PLT', 'Pelaksana tugas'), ('PLH', 'Pelaksana harian')], default='UTAMA', max_length=8)),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('sampai', models.DateField(blank=True, null=True, verbose_name='sampai')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('jabatan', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.jabatan')),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.riwayatjabatan')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['pegawai'], name='riwayatjabatanevent_pegawai')],
                },
            ),
            migrations.CreateModel(
                name='RiwayatKedudukan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kedudukan_hukum', models.CharField(choices=[('AKTIF', 'Aktif'), ('TUGAS_BELAJAR', 'Tugas belajar'), ('CLTN', 'Cuti di luar tanggungan negara'), ('DIBERHENTIKAN_SEMENTARA', 'Diberhentikan sementara'), ('PENSIUN', 'Pensiun'), ('MENINGGAL', 'Meninggal'), ('PINDAH_INSTANSI', 'Pindah instansi'), ('KONTRAK_BERAKHIR', 'Kontrak berakhir'), ('DIBERHENTIKAN', 'Diberhentikan')], max_length=24)),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('keterangan', models.CharField(blank=True, default='', max_length=200)),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='riwayat_kedudukan', to='pegawai.pegawai')),
                ],
                options={
                    'verbose_name': 'riwayat kedudukan hukum',
                    'verbose_name_plural': 'riwayat kedudukan hukum',
                    'indexes': [
                        models.Index(condition=models.Q(('diterapkan', False)), fields=['tmt'], name='riwayat_kdd_menunggu'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('pegawai', 'tmt'), name='riwayat_kedudukan_satu_per_tmt', violation_error_message='Sudah ada kedudukan hukum dengan TMT itu.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatkedudukanevent" ("diterapkan", "id", "kedudukan_hukum", "keterangan", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT new_values."diterapkan", new_values."id", new_values."kedudukan_hukum", new_values."keterangan", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."tmt" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2e966cfe0e3edce3b6bc1a4bb31b441e481f4ed2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_44699', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_riwayatkedudukan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatkedudukanevent" ("diterapkan", "id", "kedudukan_hukum", "keterangan", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT new_values."diterapkan", new_values."id", new_values."kedudukan_hukum", new_values."keterangan", new_values."nomor_sk", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."tmt" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5f6f3fa80d48144c29aa9fd03ad3922e9f05279f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c74e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_riwayatkedudukan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatkedudukanevent" ("diterapkan", "id", "kedudukan_hukum", "keterangan", "nomor_sk", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tmt") SELECT old_values."diterapkan", old_values."id", old_values."kedudukan_hukum", old_values."keterangan", old_values."nomor_sk", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."tmt" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e3160c5478bba920c5c7c064bd56a97528080e65', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_28a96', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_riwayatkedudukan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RiwayatKedudukanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kedudukan_hukum', models.CharField(choices=[('AKTIF', 'Aktif'), ('TUGAS_BELAJAR', 'Tugas belajar'), ('CLTN', 'Cuti di luar tanggungan negara'), ('DIBERHENTIKAN_SEMENTARA', 'Diberhentikan sementara'), ('PENSIUN', 'Pensiun'), ('MENINGGAL', 'Meninggal'), ('PINDAH_INSTANSI', 'Pindah instansi'), ('KONTRAK_BERAKHIR', 'Kontrak berakhir'), ('DIBERHENTIKAN', 'Diberhentikan')], max_length=24)),
                    ('tmt', models.DateField(verbose_name='TMT')),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('keterangan', models.CharField(blank=True, default='', max_length=200)),
                    ('diterapkan', models.BooleanField(db_default=True, default=True)),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.riwayatkedudukan')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['pegawai'], name='riwayatkedudukanevent_pegawai')],
                },
            ),
            migrations.CreateModel(
                name='RiwayatPendidikan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('jurusan', models.CharField(blank=True, default='', max_length=150, verbose_name='jurusan')),
                    ('lembaga', models.CharField(blank=True, default='', max_length=150, verbose_name='sekolah')),
                    ('tahun_lulus', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun lulus')),
                    ('nomor_ijazah', models.CharField(blank=True, default='', max_length=60)),
                    ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='riwayat_pendidikan', to='pegawai.pegawai')),
                    ('tingkat_pendidikan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.tingkatpendidikan')),
                ],
                options={
                    'verbose_name': 'riwayat pendidikan',
                    'verbose_name_plural': 'riwayat pendidikan',
                    'constraints': [
                        models.UniqueConstraint(models.F('pegawai'), models.F('tingkat_pendidikan'), models.F('jurusan'), models.F('tahun_lulus'), name='riwayat_pendidikan_sekali', nulls_distinct=False, violation_error_message='Pendidikan ini sudah tercatat.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatpendidikanevent" ("id", "jurusan", "lembaga", "nomor_ijazah", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun_lulus", "tingkat_pendidikan_id") SELECT new_values."id", new_values."jurusan", new_values."lembaga", new_values."nomor_ijazah", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."tahun_lulus", new_values."tingkat_pendidikan_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='235b8b8ca4ed8764fea5d73745b7aede430737b3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0a746', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_riwayatpendidikan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatpendidikanevent" ("id", "jurusan", "lembaga", "nomor_ijazah", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun_lulus", "tingkat_pendidikan_id") SELECT new_values."id", new_values."jurusan", new_values."lembaga", new_values."nomor_ijazah", new_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."tahun_lulus", new_values."tingkat_pendidikan_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ce1c76f7dcb7e8b5aef30d29ace94e011552ab1a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fddb1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_riwayatpendidikan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatpendidikanevent" ("id", "jurusan", "lembaga", "nomor_ijazah", "pegawai_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun_lulus", "tingkat_pendidikan_id") SELECT old_values."id", old_values."jurusan", old_values."lembaga", old_values."nomor_ijazah", old_values."pegawai_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."tahun_lulus", old_values."tingkat_pendidikan_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e2c9268ddc510bb1bc7ae5d437fb333f8b394271', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_486c4', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_riwayatpendidikan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RiwayatPendidikanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('jurusan', models.CharField(blank=True, default='', max_length=150, verbose_name='jurusan')),
                    ('lembaga', models.CharField(blank=True, default='', max_length=150, verbose_name='sekolah')),
                    ('tahun_lulus', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun lulus')),
                    ('nomor_ijazah', models.CharField(blank=True, default='', max_length=60)),
                    ('pegawai', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.pegawai')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.riwayatpendidikan')),
                    ('tingkat_pendidikan', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.tingkatpendidikan')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['pegawai'], name='riwayatpendidikanevent_pegawai')],
                },
            ),
            migrations.CreateModel(
                name='RiwayatUnit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('nama', models.CharField(max_length=200, verbose_name='nama')),
                    ('singkatan', models.CharField(blank=True, default='', max_length=40, verbose_name='singkatan')),
                    ('berlaku_mulai', models.DateField(blank=True, null=True)),
                    ('berlaku_sampai', models.DateField()),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                    ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='riwayat', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'riwayat unit',
                    'verbose_name_plural': 'riwayat unit',
                    'constraints': [
                        models.UniqueConstraint(fields=('unit_kerja', 'berlaku_sampai'), name='riwayat_unit_satu_per_tanggal', violation_error_message='Unit ini sudah berubah pada tanggal itu.'),
                        models.CheckConstraint(condition=models.Q(('berlaku_mulai__isnull', True), ('berlaku_sampai__gte', models.F('berlaku_mulai')), _connector='OR'), name='riwayat_unit_urut', violation_error_message='Unit ini sudah berubah sesudah tanggal itu.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatunitevent" ("berlaku_mulai", "berlaku_sampai", "id", "induk_id", "nama", "nomor_sk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "unit_kerja_id") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."id", new_values."induk_id", new_values."nama", new_values."nomor_sk", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."singkatan", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4b858640d266f8169121c45de10c3175acbd5353', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_318d8', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_riwayatunit', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatunitevent" ("berlaku_mulai", "berlaku_sampai", "id", "induk_id", "nama", "nomor_sk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "unit_kerja_id") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."id", new_values."induk_id", new_values."nama", new_values."nomor_sk", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."singkatan", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b4f8607eb77f6ce4fe27d02d46a82895ba383fc', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fcecf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_riwayatunit', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_riwayatunitevent" ("berlaku_mulai", "berlaku_sampai", "id", "induk_id", "nama", "nomor_sk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "singkatan", "unit_kerja_id") SELECT old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."id", old_values."induk_id", old_values."nama", old_values."nomor_sk", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."singkatan", old_values."unit_kerja_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b8c024ce8280a933a2034b3c152ed0e6a0b5f459', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0bb72', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_riwayatunit', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RiwayatUnitEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('nama', models.CharField(max_length=200, verbose_name='nama')),
                    ('singkatan', models.CharField(blank=True, default='', max_length=40, verbose_name='singkatan')),
                    ('berlaku_mulai', models.DateField(blank=True, null=True)),
                    ('berlaku_sampai', models.DateField()),
                    ('nomor_sk', models.CharField(blank=True, default='', max_length=60, verbose_name='nomor SK')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.riwayatunit')),
                    ('induk', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                    ('unit_kerja', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='SaringanTersimpan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(max_length=60, verbose_name='nama')),
                    ('kueri', models.CharField(blank=True, default='', max_length=1000)),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saringan', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'saringan tersimpan',
                    'verbose_name_plural': 'saringan tersimpan',
                    'constraints': [
                        models.UniqueConstraint(fields=('pengguna', 'nama'), name='saringan_nama_unik', violation_error_message='Anda sudah memiliki saringan dengan nama itu.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='StandarKompetensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('edisi', models.CharField(max_length=60, verbose_name='edisi')),
                    ('nomor_keputusan', models.CharField(max_length=60, verbose_name='nomor keputusan')),
                    ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                    ('status', models.CharField(choices=[('DRAF', 'Draf'), ('TERBIT', 'Terbit')], default='DRAF', max_length=8)),
                    ('diterbitkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('nama_jabatan', models.CharField(blank=True, default='', max_length=200)),
                    ('nama_unit', models.CharField(blank=True, default='', max_length=200)),
                    ('kelompok_jabatan', models.CharField(blank=True, default='', max_length=80)),
                    ('urusan', models.CharField(blank=True, default='', max_length=150, verbose_name='urusan pemerintahan')),
                    ('kode_jabatan', models.CharField(blank=True, default='', max_length=40)),
                    ('ikhtisar', models.TextField(blank=True, default='', verbose_name='ikhtisar jabatan')),
                    ('bidang_pendidikan', models.CharField(blank=True, default='', max_length=300)),
                    ('indikator_kinerja', models.TextField(blank=True, default='')),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('disusun_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diterbitkan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('golongan_minimum', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.golongan')),
                    ('jabatan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='standar', to='pegawai.jabatan')),
                    ('jenjang', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='standar', to='pegawai.jenjang')),
                    ('pendidikan_minimum', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.tingkatpendidikan')),
                ],
                options={
                    'verbose_name': 'standar kompetensi',
                    'verbose_name_plural': 'standar kompetensi',
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('jabatan__isnull', True), ('jenjang__isnull', False)), models.Q(('jabatan__isnull', False), ('jenjang__isnull', True)), _connector='OR'), name='standar_jabatan_atau_jenjang', violation_error_message='Standar berlaku untuk satu jabatan atau satu jenjang.'),
                        models.UniqueConstraint(models.F('jabatan'), models.F('jenjang'), models.F('berlaku_mulai'), condition=models.Q(('status', 'TERBIT')), name='standar_satu_terbit_per_tanggal', nulls_distinct=False, violation_error_message='Sudah ada standar terbit mulai tanggal itu.'),
                        models.CheckConstraint(condition=models.Q(('berlaku_sampai__isnull', True), ('berlaku_sampai__gte', models.F('berlaku_mulai')), _connector='OR'), name='standar_masa_berlaku', violation_error_message='Tanggal akhir tidak boleh sebelum tanggal mulai.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='standar_beku', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.status = 'TERBIT' AND (to_jsonb(NEW) - 'berlaku_sampai') IS DISTINCT FROM (to_jsonb(OLD) - 'berlaku_sampai'))", func="\nBEGIN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation',\n        CONSTRAINT = 'standar_terbit_beku',\n        MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\nEND;\n", hash='91d786fd69b796256839260810273e91aa448002', operation='UPDATE', pgid='pgtrigger_standar_beku_43aeb', table='pegawai_standarkompetensi', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='standar_terbit_tetap', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.status = 'TERBIT')", func="\nBEGIN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation',\n        CONSTRAINT = 'standar_terbit_beku',\n        MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\nEND;\n", hash='16220a2e1799bba6e40fa1e22fb16cd9d1f30118', operation='DELETE', pgid='pgtrigger_standar_terbit_tetap_d6f5a', table='pegawai_standarkompetensi', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarkompetensievent" ("berlaku_mulai", "berlaku_sampai", "bidang_pendidikan", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "golongan_minimum_id", "id", "ikhtisar", "indikator_kinerja", "jabatan_id", "jenjang_id", "kelompok_jabatan", "kode_jabatan", "nama_jabatan", "nama_unit", "nomor_keputusan", "pendidikan_minimum_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "urusan", "versi") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."bidang_pendidikan", new_values."dibuat_pada", new_values."disusun_oleh_id", new_values."diterbitkan_oleh_id", new_values."diterbitkan_pada", new_values."edisi", new_values."golongan_minimum_id", new_values."id", new_values."ikhtisar", new_values."indikator_kinerja", new_values."jabatan_id", new_values."jenjang_id", new_values."kelompok_jabatan", new_values."kode_jabatan", new_values."nama_jabatan", new_values."nama_unit", new_values."nomor_keputusan", new_values."pendidikan_minimum_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."status", new_values."tanggal_keputusan", new_values."uid", new_values."urusan", new_values."versi" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='df3089a238178b94200388248223b6eb8e51e69d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6c2e4', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_standarkompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarkompetensievent" ("berlaku_mulai", "berlaku_sampai", "bidang_pendidikan", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "golongan_minimum_id", "id", "ikhtisar", "indikator_kinerja", "jabatan_id", "jenjang_id", "kelompok_jabatan", "kode_jabatan", "nama_jabatan", "nama_unit", "nomor_keputusan", "pendidikan_minimum_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "urusan", "versi") SELECT new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."bidang_pendidikan", new_values."dibuat_pada", new_values."disusun_oleh_id", new_values."diterbitkan_oleh_id", new_values."diterbitkan_pada", new_values."edisi", new_values."golongan_minimum_id", new_values."id", new_values."ikhtisar", new_values."indikator_kinerja", new_values."jabatan_id", new_values."jenjang_id", new_values."kelompok_jabatan", new_values."kode_jabatan", new_values."nama_jabatan", new_values."nama_unit", new_values."nomor_keputusan", new_values."pendidikan_minimum_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."status", new_values."tanggal_keputusan", new_values."uid", new_values."urusan", new_values."versi" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='739ed657fe68a6a5bdc98efed9b5edc9bafe957b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c775e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_standarkompetensi', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarkompetensievent" ("berlaku_mulai", "berlaku_sampai", "bidang_pendidikan", "dibuat_pada", "disusun_oleh_id", "diterbitkan_oleh_id", "diterbitkan_pada", "edisi", "golongan_minimum_id", "id", "ikhtisar", "indikator_kinerja", "jabatan_id", "jenjang_id", "kelompok_jabatan", "kode_jabatan", "nama_jabatan", "nama_unit", "nomor_keputusan", "pendidikan_minimum_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tanggal_keputusan", "uid", "urusan", "versi") SELECT old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."bidang_pendidikan", old_values."dibuat_pada", old_values."disusun_oleh_id", old_values."diterbitkan_oleh_id", old_values."diterbitkan_pada", old_values."edisi", old_values."golongan_minimum_id", old_values."id", old_values."ikhtisar", old_values."indikator_kinerja", old_values."jabatan_id", old_values."jenjang_id", old_values."kelompok_jabatan", old_values."kode_jabatan", old_values."nama_jabatan", old_values."nama_unit", old_values."nomor_keputusan", old_values."pendidikan_minimum_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."status", old_values."tanggal_keputusan", old_values."uid", old_values."urusan", old_values."versi" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8aaa70e8ed435ffd475ae6543f3cb59e26c1e9b3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_88086', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_standarkompetensi', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='StandarKompetensiEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('edisi', models.CharField(max_length=60, verbose_name='edisi')),
                    ('nomor_keputusan', models.CharField(max_length=60, verbose_name='nomor keputusan')),
                    ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                    ('status', models.CharField(choices=[('DRAF', 'Draf'), ('TERBIT', 'Terbit')], default='DRAF', max_length=8)),
                    ('diterbitkan_pada', models.DateTimeField(blank=True, null=True)),
                    ('nama_jabatan', models.CharField(blank=True, default='', max_length=200)),
                    ('nama_unit', models.CharField(blank=True, default='', max_length=200)),
                    ('kelompok_jabatan', models.CharField(blank=True, default='', max_length=80)),
                    ('urusan', models.CharField(blank=True, default='', max_length=150, verbose_name='urusan pemerintahan')),
                    ('kode_jabatan', models.CharField(blank=True, default='', max_length=40)),
                    ('ikhtisar', models.TextField(blank=True, default='', verbose_name='ikhtisar jabatan')),
                    ('bidang_pendidikan', models.CharField(blank=True, default='', max_length=300)),
                    ('indikator_kinerja', models.TextField(blank=True, default='')),
                    ('versi', models.PositiveIntegerField(default=1)),
                    ('disusun_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diterbitkan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('golongan_minimum', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.golongan')),
                    ('jabatan', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.jabatan')),
                    ('jenjang', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.jenjang')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.standarkompetensi')),
                    ('pendidikan_minimum', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.tingkatpendidikan')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StandarButir',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.PositiveSmallIntegerField(verbose_name='tingkat')),
                    ('nama', models.CharField(blank=True, default='', max_length=150)),
                    ('uraian', models.TextField(blank=True, default='')),
                    ('indikator_perilaku', models.TextField(blank=True, default='')),
                    ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.kompetensi')),
                    ('standar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='butir', to='pegawai.standarkompetensi')),
                ],
                options={
                    'verbose_name': 'butir standar',
                    'verbose_name_plural': 'butir standar',
                    'constraints': [
                        models.UniqueConstraint(fields=('standar', 'kompetensi'), name='standar_butir_satu_per_kompetensi'),
                        models.CheckConstraint(condition=models.Q(('level__range', (1, 5))), name='standar_butir_1_sampai_5', violation_error_message='Tingkat standar antara 1 dan 5.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='standar_butir_beku', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nBEGIN\n    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi\n                WHERE id = OLD.standar_id AND status = 'TERBIT') THEN\n        RAISE EXCEPTION USING ERRCODE = 'check_violation',\n            CONSTRAINT = 'standar_terbit_beku',\n            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\n    END IF;\n    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\nEND;\n", hash='b22c97156ecf5b08499001d8792dbad6810b6288', operation='UPDATE OR DELETE', pgid='pgtrigger_standar_butir_beku_6411a', table='pegawai_standarbutir', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='standar_butir_tetap', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nBEGIN\n    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi\n                WHERE id = NEW.standar_id AND diterbitkan_pada IS NOT NULL) THEN\n        RAISE EXCEPTION USING ERRCODE = 'check_violation',\n            CONSTRAINT = 'standar_terbit_beku',\n            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\n    END IF;\n    RETURN NEW;\nEND;\n", hash='cab1f411906f9fdedc102868cb1a72ede3bcdc17', operation='INSERT', pgid='pgtrigger_standar_butir_tetap_8c8d6', table='pegawai_standarbutir', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarbutirevent" ("id", "indikator_perilaku", "kompetensi_id", "level", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "uraian") SELECT new_values."id", new_values."indikator_perilaku", new_values."kompetensi_id", new_values."level", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."standar_id", new_values."uraian" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='07b01ec0be08b5fd47005e91c128879397986382', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e0422', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_standarbutir', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarbutirevent" ("id", "indikator_perilaku", "kompetensi_id", "level", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "uraian") SELECT new_values."id", new_values."indikator_perilaku", new_values."kompetensi_id", new_values."level", new_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."standar_id", new_values."uraian" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b11fd886e631d851d2fdf1c596a0e81f3a0b4d9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_23ff8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_standarbutir', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarbutirevent" ("id", "indikator_perilaku", "kompetensi_id", "level", "nama", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "uraian") SELECT old_values."id", old_values."indikator_perilaku", old_values."kompetensi_id", old_values."level", old_values."nama", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."standar_id", old_values."uraian" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bf57666c33c7ce904cc8732be6f8f8f0912a4cb6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9dab3', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_standarbutir', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='StandarButirEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('level', models.PositiveSmallIntegerField(verbose_name='tingkat')),
                    ('nama', models.CharField(blank=True, default='', max_length=150)),
                    ('uraian', models.TextField(blank=True, default='')),
                    ('indikator_perilaku', models.TextField(blank=True, default='')),
                    ('kompetensi', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.kompetensi')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.standarbutir')),
                    ('standar', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.standarkompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StandarSyarat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('jenis', models.CharField(choices=[('PELATIHAN_MANAJERIAL', 'Pelatihan manajerial'), ('PELATIHAN_TEKNIS', 'Pelatihan teknis'), ('PELATIHAN_FUNGSIONAL', 'Pelatihan fungsional'), ('PENGALAMAN', 'Pengalaman kerja')], max_length=24)),
                    ('uraian', models.CharField(max_length=500)),
                    ('tanda', models.CharField(choices=[('MUTLAK', 'Mutlak'), ('PENTING', 'Penting'), ('PERLU', 'Perlu')], max_length=8)),
                    ('urutan', models.PositiveSmallIntegerField(default=0)),
                    ('standar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='syarat', to='pegawai.standarkompetensi')),
                ],
                options={
                    'verbose_name': 'syarat jabatan',
                    'verbose_name_plural': 'syarat jabatan',
                    'constraints': [
                        models.UniqueConstraint(fields=('standar', 'jenis', 'uraian'), name='standar_syarat_satu_kali', violation_error_message='Syarat ini sudah ada.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='standar_syarat_beku', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nBEGIN\n    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi\n                WHERE id = OLD.standar_id AND status = 'TERBIT') THEN\n        RAISE EXCEPTION USING ERRCODE = 'check_violation',\n            CONSTRAINT = 'standar_terbit_beku',\n            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\n    END IF;\n    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\nEND;\n", hash='7a504db953df307d817f1a83318089006cb035ae', operation='UPDATE OR DELETE', pgid='pgtrigger_standar_syarat_beku_eb8b2', table='pegawai_standarsyarat', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='standar_syarat_tetap', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nBEGIN\n    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi\n                WHERE id = NEW.standar_id AND diterbitkan_pada IS NOT NULL) THEN\n        RAISE EXCEPTION USING ERRCODE = 'check_violation',\n            CONSTRAINT = 'standar_terbit_beku',\n            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';\n    END IF;\n    RETURN NEW;\nEND;\n", hash='864986d5e043335bdb95c11c9ca6acd977ea17e5', operation='INSERT', pgid='pgtrigger_standar_syarat_tetap_cd3d1', table='pegawai_standarsyarat', when='BEFORE')),
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarsyaratevent" ("id", "jenis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "tanda", "uraian", "urutan") SELECT new_values."id", new_values."jenis", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."standar_id", new_values."tanda", new_values."uraian", new_values."urutan" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='91c1ff13da93a6b410713a3544a187f46c379eed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6e671', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_standarsyarat', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarsyaratevent" ("id", "jenis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "tanda", "uraian", "urutan") SELECT new_values."id", new_values."jenis", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."standar_id", new_values."tanda", new_values."uraian", new_values."urutan" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='424e6557fcbd2a1c8e23eba394fde8f6d945a4dc', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1376b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_standarsyarat', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_standarsyaratevent" ("id", "jenis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standar_id", "tanda", "uraian", "urutan") SELECT old_values."id", old_values."jenis", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."standar_id", old_values."tanda", old_values."uraian", old_values."urutan" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='52a5e48cdd5bdfefce08e07efe0491b956da1adb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bfc44', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_standarsyarat', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='StandarSyaratEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('jenis', models.CharField(choices=[('PELATIHAN_MANAJERIAL', 'Pelatihan manajerial'), ('PELATIHAN_TEKNIS', 'Pelatihan teknis'), ('PELATIHAN_FUNGSIONAL', 'Pelatihan fungsional'), ('PENGALAMAN', 'Pengalaman kerja')], max_length=24)),
                    ('uraian', models.CharField(max_length=500)),
                    ('tanda', models.CharField(choices=[('MUTLAK', 'Mutlak'), ('PENTING', 'Penting'), ('PERLU', 'Perlu')], max_length=8)),
                    ('urutan', models.PositiveSmallIntegerField(default=0)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.standarsyarat')),
                    ('standar', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.standarkompetensi')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='UsulPeran',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('peran', models.CharField(choices=[('ASN', 'ASN'), ('ATASAN', 'Atasan langsung'), ('KEPALA_OPD', 'Kepala OPD'), ('ANALIS', 'Analis'), ('ADMIN', 'Admin'), ('PENYELENGGARA', 'Penyelenggara'), ('ASESOR', 'Asesor'), ('PENGELOLA_OPD', 'Pengelola OPD'), ('PIMPINAN', 'Pimpinan'), ('MITRA', 'Mitra'), ('PEMAGANG', 'Pemagang')], max_length=16, verbose_name='peran')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('status', models.CharField(choices=[('DIUSULKAN', 'Menunggu keputusan'), ('DIBERIKAN', 'Diberikan'), ('DITOLAK', 'Ditolak')], default='DIUSULKAN', max_length=16)),
                    ('diputuskan_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan', models.CharField(blank=True, default='', max_length=200, verbose_name='alasan')),
                    ('diputuskan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='usul_peran', to=settings.AUTH_USER_MODEL)),
                    ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'verbose_name': 'usul peran',
                    'verbose_name_plural': 'usul peran',
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('status', 'DIUSULKAN')), fields=('pengguna', 'peran', 'unit_kerja'), name='usul_peran_satu_menunggu', nulls_distinct=False, violation_error_message='Usul ini sudah menunggu keputusan.'),
                        models.CheckConstraint(condition=models.Q(('diputuskan_oleh__isnull', True), models.Q(('diputuskan_oleh', models.F('diusulkan_oleh')), _negated=True), _connector='OR'), name='usul_peran_dua_orang', violation_error_message='Usul diputuskan oleh orang lain.'),
                    ],
                    'triggers': [
                        pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_usulperanevent" ("alasan", "berlaku_mulai", "berlaku_sampai", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "diusulkan_oleh_id", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid", "unit_kerja_id") SELECT new_values."alasan", new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."dibuat_pada", new_values."diputuskan_oleh_id", new_values."diputuskan_pada", new_values."diusulkan_oleh_id", new_values."id", new_values."nomor_sk", new_values."pengguna_id", new_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."status", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cb0ee3925f3896fb31d639e7b3a81db1f76c4aa7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_512f1', referencing='REFERENCING NEW TABLE AS new_values ', table='pegawai_usulperan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_usulperanevent" ("alasan", "berlaku_mulai", "berlaku_sampai", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "diusulkan_oleh_id", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid", "unit_kerja_id") SELECT new_values."alasan", new_values."berlaku_mulai", new_values."berlaku_sampai", new_values."dibuat_pada", new_values."diputuskan_oleh_id", new_values."diputuskan_pada", new_values."diusulkan_oleh_id", new_values."id", new_values."nomor_sk", new_values."pengguna_id", new_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."status", new_values."uid", new_values."unit_kerja_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='df309caa3b9f68500256d6461c7cf7566db47f1a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_65a40', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='pegawai_usulperan', when='AFTER')),
                        pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pegawai_usulperanevent" ("alasan", "berlaku_mulai", "berlaku_sampai", "dibuat_pada", "diputuskan_oleh_id", "diputuskan_pada", "diusulkan_oleh_id", "id", "nomor_sk", "pengguna_id", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "uid", "unit_kerja_id") SELECT old_values."alasan", old_values."berlaku_mulai", old_values."berlaku_sampai", old_values."dibuat_pada", old_values."diputuskan_oleh_id", old_values."diputuskan_pada", old_values."diusulkan_oleh_id", old_values."id", old_values."nomor_sk", old_values."pengguna_id", old_values."peran", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."status", old_values."uid", old_values."unit_kerja_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8f0e2d0778c2cb8d6e4d630ad27497c0c05b3396', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b7cad', referencing='REFERENCING OLD TABLE AS old_values ', table='pegawai_usulperan', when='AFTER')),
                    ],
                },
            ),
            migrations.CreateModel(
                name='UsulPeranEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('peran', models.CharField(choices=[('ASN', 'ASN'), ('ATASAN', 'Atasan langsung'), ('KEPALA_OPD', 'Kepala OPD'), ('ANALIS', 'Analis'), ('ADMIN', 'Admin'), ('PENYELENGGARA', 'Penyelenggara'), ('ASESOR', 'Asesor'), ('PENGELOLA_OPD', 'Pengelola OPD'), ('PIMPINAN', 'Pimpinan'), ('MITRA', 'Mitra'), ('PEMAGANG', 'Pemagang')], max_length=16, verbose_name='peran')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                    ('nomor_sk', models.CharField(max_length=60, verbose_name='nomor SK')),
                    ('status', models.CharField(choices=[('DIUSULKAN', 'Menunggu keputusan'), ('DIBERIKAN', 'Diberikan'), ('DITOLAK', 'Ditolak')], default='DIUSULKAN', max_length=16)),
                    ('diputuskan_pada', models.DateTimeField(blank=True, null=True)),
                    ('alasan', models.CharField(blank=True, default='', max_length=200, verbose_name='alasan')),
                    ('diputuskan_oleh', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('diusulkan_oleh', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pengguna', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pegawai.usulperan')),
                    ('unit_kerja', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pegawai.unitkerja')),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
        migrations.RunSQL(
            sql=HAK_AKUN,
            reverse_sql='DROP FUNCTION hak_akun(bigint, date, text[], text)',
        ),
        migrations.RunSQL(
            sql=KATA_NAMA,
            reverse_sql='DROP FUNCTION catat_kata_nama() CASCADE',
        ),
    ]
