import django.contrib.postgres.functions
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from pegawai.dasar.alat.migrasi import BuatSemuaModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        django.contrib.postgres.operations.CreateExtension(
            name='ltree',
        ),
        django.contrib.postgres.operations.CreateExtension(
            name='pg_trgm',
        ),
        django.contrib.postgres.operations.CreateExtension(
            name='btree_gist',
        ),
        django.contrib.postgres.operations.CreateExtension(
            name='unaccent',
        ),
        BuatSemuaModel([
            migrations.CreateModel(
                name='Aturan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=60, verbose_name='kode')),
                    ('edisi', models.CharField(max_length=100, verbose_name='edisi')),
                    ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                    ('nilai', models.JSONField(verbose_name='nilai')),
                    ('sumber', models.CharField(max_length=200, verbose_name='sumber')),
                    ('keterangan', models.CharField(blank=True, default='', max_length=300, verbose_name='keterangan')),
                ],
                options={
                    'verbose_name': 'aturan',
                    'verbose_name_plural': 'aturan',
                    'constraints': [
                        models.UniqueConstraint(fields=('kode', 'berlaku_mulai'), name='aturan_satu_per_tanggal', violation_error_message='Aturan ini sudah punya edisi pada tanggal itu.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Detak',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('nama', models.CharField(max_length=40, unique=True)),
                    ('pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ],
                options={
                    'verbose_name': 'detak',
                    'verbose_name_plural': 'detak',
                },
            ),
            migrations.CreateModel(
                name='Pengguna',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama_akun', models.CharField(max_length=150, verbose_name='nama akun')),
                    ('nama', models.CharField(blank=True, default='', max_length=200, verbose_name='nama')),
                    ('surel', models.EmailField(blank=True, default='', max_length=254, verbose_name='surel')),
                    ('is_active', models.BooleanField(default=True, verbose_name='aktif')),
                    ('tema', models.CharField(choices=[('sistem', 'Ikuti sistem'), ('light', 'Terang'), ('dark', 'Gelap')], default='sistem', max_length=8, verbose_name='tema')),
                ],
                options={
                    'verbose_name': 'akun',
                    'verbose_name_plural': 'akun',
                    'constraints': [
                        models.UniqueConstraint(django.db.models.functions.text.Lower('nama_akun'), name='pengguna_nama_akun_unik', violation_error_message='Nama akun ini sudah dipakai.'),
                        models.UniqueConstraint(django.db.models.functions.text.Lower('surel'), condition=models.Q(('surel', ''), _negated=True), name='pengguna_surel_unik', violation_error_message='Surel ini sudah dipakai akun lain.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='DokumenTerbit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('kode', models.CharField(max_length=32, unique=True)),
                    ('nomor', models.CharField(max_length=60, unique=True, verbose_name='nomor')),
                    ('jenis', models.CharField(max_length=32, verbose_name='jenis')),
                    ('judul', models.CharField(max_length=300, verbose_name='judul')),
                    ('keterangan', models.JSONField(default=dict)),
                    ('pemegang_nama', models.CharField(max_length=200)),
                    ('pemegang_nomor', models.CharField(blank=True, default='', max_length=18)),
                    ('status', models.CharField(choices=[('BERLAKU', 'Berlaku'), ('DICABUT', 'Dicabut'), ('DIGANTIKAN', 'Digantikan')], default='BERLAKU', max_length=16)),
                    ('alasan_dicabut', models.CharField(blank=True, default='', max_length=32)),
                    ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                    ('berkas', models.FileField(blank=True, max_length=300, upload_to='dokumen/%Y/%m/')),
                    ('sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('tanggal_terbit', models.DateField()),
                    ('berlaku_sampai', models.DateField(blank=True, null=True)),
                    ('dicabut_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'dokumen terbit',
                    'verbose_name_plural': 'dokumen terbit',
                },
            ),
            migrations.CreateModel(
                name='HambatanMasuk',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kunci', models.CharField(max_length=64, unique=True)),
                    ('jumlah', models.PositiveIntegerField(default=0)),
                    ('terakhir_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ('boleh_lagi_pada', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'verbose_name': 'hambatan masuk',
                    'verbose_name_plural': 'hambatan masuk',
                },
            ),
            migrations.CreateModel(
                name='KodeMasuk',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('sidik', models.CharField(max_length=64, unique=True)),
                    ('berlaku_sampai', models.DateTimeField(verbose_name='berlaku sampai')),
                    ('dipakai_pada', models.DateTimeField(blank=True, null=True)),
                    ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                    ('dibuat_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kode_masuk', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'kode masuk',
                    'verbose_name_plural': 'kode masuk',
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('dicabut_pada__isnull', True), ('dipakai_pada__isnull', True)), fields=('pengguna',), name='kode_masuk_satu_terbuka', violation_error_message='Akun ini sudah memiliki kode.'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='KunciKirim',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kunci', models.UUIDField(unique=True)),
                    ('jalur', models.CharField(max_length=300)),
                    ('jawaban', models.CharField(blank=True, default='', max_length=500)),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ('pengguna', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'kunci kirim',
                    'verbose_name_plural': 'kunci kirim',
                },
            ),
            migrations.CreateModel(
                name='Pekerjaan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('judul', models.CharField(max_length=200, verbose_name='judul')),
                    ('tugas', models.CharField(max_length=100)),
                    ('argumen', models.JSONField(default=dict)),
                    ('status', models.CharField(choices=[('ANTRE', 'Antre'), ('BERJALAN', 'Berjalan'), ('SELESAI', 'Selesai'), ('GAGAL', 'Gagal'), ('DIBATALKAN', 'Dibatalkan')], default='ANTRE', max_length=16)),
                    ('langkah', models.CharField(blank=True, default='', max_length=200)),
                    ('jumlah_selesai', models.PositiveIntegerField(default=0)),
                    ('jumlah_total', models.PositiveIntegerField(default=0)),
                    ('hasil', models.JSONField(default=dict)),
                    ('galat', models.TextField(blank=True, default='')),
                    ('tautan', models.CharField(blank=True, default='', max_length=300)),
                    ('berkas', models.FileField(blank=True, max_length=300, upload_to='unduhan/%Y/%m/')),
                    ('nama_berkas', models.CharField(blank=True, default='', max_length=200)),
                    ('kedaluwarsa_pada', models.DateTimeField(blank=True, null=True)),
                    ('minta_batal', models.BooleanField(default=False)),
                    ('percobaan', models.PositiveSmallIntegerField(default=0)),
                    ('detak_pada', models.DateTimeField(blank=True, null=True)),
                    ('mulai_pada', models.DateTimeField(blank=True, null=True)),
                    ('selesai_pada', models.DateTimeField(blank=True, null=True)),
                    ('pemilik', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kerja', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'pekerjaan',
                    'verbose_name_plural': 'pekerjaan',
                    'indexes': [
                        models.Index(condition=models.Q(('status__in', ['ANTRE', 'BERJALAN'])), fields=['dibuat_pada'], name='pekerjaan_terbuka'),
                        models.Index(fields=['pemilik', '-dibuat_pada'], name='pekerjaan_pemilik'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Pemberitahuan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('kunci', models.CharField(max_length=200, unique=True)),
                    ('judul', models.CharField(max_length=200, verbose_name='judul')),
                    ('isi', models.TextField(verbose_name='isi')),
                    ('tautan', models.CharField(blank=True, default='', max_length=300, verbose_name='tautan')),
                    ('dibaca_pada', models.DateTimeField(blank=True, null=True)),
                    ('surat', models.CharField(choices=[('TANPA', 'Tanpa surel'), ('MENUNGGU', 'Menunggu dikirim'), ('DIAMBIL', 'Sedang dikirim'), ('TERKIRIM', 'Terkirim'), ('GAGAL', 'Tidak dapat dikirim')], default='MENUNGGU', max_length=16)),
                    ('surat_percobaan', models.PositiveSmallIntegerField(default=0)),
                    ('surat_berikutnya_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ('surat_terkirim_pada', models.DateTimeField(blank=True, null=True)),
                    ('surat_galat', models.CharField(blank=True, default='', max_length=300)),
                    ('penerima', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pemberitahuan', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'pemberitahuan',
                    'verbose_name_plural': 'pemberitahuan',
                    'indexes': [
                        models.Index(condition=models.Q(('surat__in', ['MENUNGGU', 'DIAMBIL'])), fields=['surat_berikutnya_pada'], name='pemberitahuan_surat_antre'),
                        models.Index(fields=['penerima', '-dibuat_pada'], name='pemberitahuan_penerima'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PercobaanPeriksa',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=32)),
                    ('jam', models.DateTimeField()),
                    ('jumlah', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'verbose_name': 'percobaan periksa',
                    'verbose_name_plural': 'percobaan periksa',
                    'constraints': [
                        models.UniqueConstraint(fields=('kode', 'jam'), name='percobaan_satu_per_kode_per_jam'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Tembolok',
                fields=[
                    ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False)),
                    ('value', models.TextField()),
                    ('expires', models.DateTimeField(db_index=True)),
                ],
                options={
                    'verbose_name': 'tembolok',
                    'verbose_name_plural': 'tembolok',
                    'db_table': 'tembolok',
                },
            ),
            migrations.CreateModel(
                name='TokenApi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uid', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='uid')),
                    ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat pada')),
                    ('nama', models.CharField(max_length=100, verbose_name='nama')),
                    ('sidik', models.CharField(max_length=64, unique=True)),
                    ('lingkup', models.CharField(choices=[('BACA', 'Baca saja'), ('TULIS', 'Baca dan tulis')], default='BACA', max_length=8, verbose_name='lingkup')),
                    ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                    ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                    ('dipakai_pada', models.DateTimeField(blank=True, null=True)),
                    ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='token', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'token API',
                    'verbose_name_plural': 'token API',
                },
            ),
        ]),
    ]
