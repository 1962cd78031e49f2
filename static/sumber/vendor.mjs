// Compiles our stylesheet and copies third-party files into static/vendor, with licences and a manifest.
// Run by `npm run vendor`; what it writes is committed, two runs give the same bytes.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const akar = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const modul = path.join(akar, "node_modules");
const keluar = path.join(akar, "static/vendor");

// package, its files to copy, name in static/vendor
const daftar = [
  { paket: "htmx.org", ke: "htmx", berkas: { "dist/htmx.min.js": "htmx.min.js", LICENSE: "LICENSE" } },
  { paket: "bootstrap", ke: "bootstrap", berkas: { LICENSE: "LICENSE" } },
];

const sha384 = (isi) => "sha384-" + createHash("sha384").update(isi).digest("base64");

fs.rmSync(keluar, { recursive: true, force: true });
const manifes = [];
for (const { paket, ke, berkas } of daftar) {
  const keterangan = JSON.parse(fs.readFileSync(path.join(modul, paket, "package.json"), "utf8"));
  for (const [dari, nama] of Object.entries(berkas)) {
    let isi = fs.readFileSync(path.join(modul, paket, dari), "utf8");
    isi = isi.replace(/\n?\/[/*]# sourceMappingURL=.*$/gm, ""); // hashed static storage fails on a missing map
    const tujuan = path.join(keluar, ke, nama);
    fs.mkdirSync(path.dirname(tujuan), { recursive: true });
    fs.writeFileSync(tujuan, isi);
    manifes.push({ berkas: `vendor/${ke}/${nama}`, paket, versi: keterangan.version, lisensi: keterangan.license, sha384: sha384(isi) });
  }
}

const hasil = sass.compile(path.join(akar, "static/sumber/scss/kompetensi.scss"), {
  style: "compressed",
  loadPaths: [modul],
  quietDeps: true,
  silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
});
const kepala = "/*! Kompetensi ASN; contains parts of Bootstrap (MIT, see static/vendor/bootstrap/LICENSE) */\n";
const css = kepala + hasil.css.replace(/^\uFEFF/, "") + "\n";
fs.mkdirSync(path.join(akar, "static/css"), { recursive: true });
fs.writeFileSync(path.join(akar, "static/css/kompetensi.css"), css);
const bs = JSON.parse(fs.readFileSync(path.join(modul, "bootstrap/package.json"), "utf8"));
manifes.push({ berkas: "css/kompetensi.css", paket: "bootstrap", versi: bs.version, lisensi: bs.license, sha384: sha384(css) });

fs.writeFileSync(path.join(keluar, "manifest.json"), JSON.stringify(manifes, null, 2) + "\n");
console.log(`${manifes.length} files written`);
