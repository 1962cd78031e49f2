// Small comforts on top of pages that work without any script. Each part stands alone.
(() => {
  "use strict";
  const $$ = (pilih, akar = document) => [...akar.querySelectorAll(pilih)];

  // Error summary takes focus, so that keyboard and screen reader start there.
  document.querySelector(".galat-ringkas")?.focus();

  // Submit guard: the second click within ten seconds does nothing. The server guards too.
  document.addEventListener("submit", (kejadian) => {
    const borang = kejadian.target;
    if (borang.method !== "post" || kejadian.defaultPrevented) return;
    if (borang.dataset.terkirim) {
      kejadian.preventDefault();
      return;
    }
    borang.dataset.terkirim = "1";
    const tombol = kejadian.submitter;
    tombol?.setAttribute("aria-disabled", "true");
    setTimeout(() => {
      delete borang.dataset.terkirim;
      tombol?.removeAttribute("aria-disabled");
    }, 10000);
  });
  addEventListener("pageshow", () => $$("form[data-terkirim]").forEach((b) => delete b.dataset.terkirim));

  // "/" and Ctrl+K go to the search box.
  document.addEventListener("keydown", (kejadian) => {
    const cari = document.querySelector(".cari input[type=search]");
    if (!cari) return;
    const menulis = kejadian.target.closest?.("input,textarea,select,[contenteditable]");
    const pintas = kejadian.key === "/" && !menulis && !kejadian.ctrlKey && !kejadian.altKey && !kejadian.metaKey;
    const ctrlK = (kejadian.ctrlKey || kejadian.metaKey) && kejadian.key.toLowerCase() === "k";
    if (!pintas && !ctrlK) return;
    kejadian.preventDefault();
    cari.focus();
    cari.select();
  });

  // "Tampilkan kata sandi" exists only where it can work.
  $$("input[type=password]").forEach((medan, ke) => {
    const bungkus = document.createElement("div");
    bungkus.className = "form-check";
    const kotak = document.createElement("input");
    kotak.type = "checkbox";
    kotak.className = "form-check-input";
    kotak.id = `lihat-sandi-${ke}`;
    const label = document.createElement("label");
    label.className = "form-check-label";
    label.htmlFor = kotak.id;
    label.textContent = "Tampilkan kata sandi";
    kotak.addEventListener("change", () => (medan.type = kotak.checked ? "text" : "password"));
    medan.form?.addEventListener("submit", () => (medan.type = "password"));
    bungkus.append(kotak, label);
    medan.after(bungkus);
  });

  // Passkey sign-in: its two scripts come with the first click, not with the page.
  $$("[data-skrip-kunci]").forEach((tombol) => {
    tombol.addEventListener("click", async function pertama(kejadian) {
      kejadian.preventDefault();
      tombol.removeEventListener("click", pertama);
      for (const alamat of tombol.dataset.skripKunci.split(" ")) {
        await new Promise((selesai, gagal) => {
          const skrip = document.createElement("script");
          Object.assign(skrip, { src: alamat, onload: selesai, onerror: gagal });
          document.head.append(skrip);
        });
      }
      allauth.webauthn.forms.loginForm({ ids: { login: tombol.id, credential: "mfa_credential" } });
      tombol.click();
    });
  });
  document.addEventListener("allauth.error", (kejadian) => {
    kejadian.preventDefault();
    const lama = document.getElementById("galat-kunci");
    const kotak = lama ?? Object.assign(document.createElement("p"), { id: "galat-kunci", className: "siaga siaga-peringatan" });
    kotak.setAttribute("role", "alert");
    kotak.textContent = "Kunci sandi belum dapat dipakai pada perangkat ini. Coba lagi, atau gunakan cara lain.";
    document.querySelector("main .formulir, main form")?.before(kotak);
  });

  // Theme: a cookie the server reads, so that the next page comes in the right colours.
  const akar = document.documentElement;
  $$("[data-ganti-tema]").forEach((tombol) => {
    const gelap = () =>
      akar.dataset.bsTheme ? akar.dataset.bsTheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const tulis = () => (tombol.textContent = gelap() ? "Tampilan terang" : "Tampilan gelap");
    tombol.hidden = false;
    tulis();
    tombol.addEventListener("click", () => {
      akar.dataset.bsTheme = gelap() ? "light" : "dark";
      const aman = location.protocol === "https:" ? ";Secure" : "";
      document.cookie = `tema=${akar.dataset.bsTheme};path=/;max-age=31536000;SameSite=Lax${aman}`;
      tulis();
    });
  });

  // Buttons that need a script are hidden without one.
  $$("[data-perlu-js]").forEach((unsur) => (unsur.hidden = false));
  $$("[data-cetak]").forEach((tombol) => tombol.addEventListener("click", () => print()));

  // Selected rows: "Pilih semua", the count, and the bar that appears with the first one.
  // Also after a swap: a new page of the list comes with a new form.
  const pasangPilihan = () => $$("form[data-pilihan]:not([data-siap])").forEach((borang) => {
    borang.dataset.siap = "1";
    const butir = () => $$("input[type=checkbox][name]", borang).filter((k) => k.closest("tbody"));
    const semua = borang.querySelector("[data-pilih-semua]");
    const bilah = borang.querySelector(".massal");
    const jumlah = borang.querySelector("[data-jumlah-pilihan]");
    const segarkan = () => {
      const terpilih = butir().filter((k) => k.checked);
      butir().forEach((k) => k.closest("tr").classList.toggle("terpilih", k.checked));
      if (bilah) bilah.hidden = terpilih.length === 0;
      if (jumlah) jumlah.textContent = `${terpilih.length} ${jumlah.dataset.jumlahPilihan}`;
      if (semua) semua.checked = terpilih.length > 0 && terpilih.length === butir().length;
    };
    if (semua) semua.hidden = false;
    borang.addEventListener("change", (kejadian) => {
      if (kejadian.target === semua) butir().forEach((k) => (k.checked = semua.checked));
      segarkan();
    });
    segarkan();
  });
  pasangPilihan();
  document.addEventListener("htmx:afterSettle", pasangPilihan);

  // What a partial update wants said aloud: data-umumkan on anything that was swapped in.
  document.addEventListener("htmx:afterSwap", (kejadian) => {
    const sasaran = kejadian.detail.target;
    sasaran.removeAttribute("aria-busy");
    const sumber = sasaran.matches("[data-umumkan]") ? sasaran : sasaran.querySelector("[data-umumkan]");
    const suara = document.getElementById("pengumuman");
    if (sumber && suara && suara.textContent !== sumber.dataset.umumkan) suara.textContent = sumber.dataset.umumkan;
  });
  document.addEventListener("htmx:beforeRequest", (kejadian) => kejadian.detail.target?.setAttribute("aria-busy", "true"));
  ["htmx:sendError", "htmx:responseError"].forEach((nama) =>
    document.addEventListener(nama, (kejadian) => {
      kejadian.detail.target?.removeAttribute("aria-busy");
      const suara = document.getElementById("pengumuman");
      if (suara) suara.textContent = "Bagian ini belum dapat dimuat. Muat ulang halaman.";
    }),
  );
})();
