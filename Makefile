# Paths are relative: make breaks on spaces.
PYTHON ?= python3
PY = .venv/bin/python
PASANG = @$(PYTHON) kompetensi/layanan/pasang.py
UJI = @LAYANAN_MODE=uji exec $(PY) -m kompetensi.layanan uji $(PY) -m
# Settings as on a production machine; no server is asked.
PRODUKSI = env DEMO=0 DEBUG=0 SECRET_KEY=x$$(head -c 48 /dev/urandom | od -An -tx1 | tr -d ' \n') \
  ALLOWED_HOSTS=kompetensi.example DATABASE_URL=postgresql://aplikasi@/app?host=/nonexistent \
  REDIS_URL=redis://localhost:1/0 CACHE_URL=redis://localhost:1/1

.PHONY: demo test test-berat check fmt bench gambar clean kunci

demo: ## run the product with demo data until Ctrl-C (PORT, DEMO_PEGAWAI, DEMO_TANGGAL)
	$(PASANG) demo
	@exec $(PY) -m kompetensi.layanan demo

test: ## the whole suite on real PostgreSQL and Valkey (ALUR_WAJIB=1: also the browser)
	$(PASANG) $(if $(ALUR_WAJIB),e2e,dev)
	$(UJI) pytest -n 2 -m "not berat" --cov --cov-report=term --cov-fail-under=90 $(ARGS)

test-berat: ## the full figures; slow
	$(PASANG) dev
	$(UJI) pytest -m berat $(ARGS)

check: ## everything that can be checked without running the product; changes nothing
	$(PASANG) dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m djlint --lint --quiet templates
	@$(PY) -c "from importlinter.cli import lint_imports_command as c; c()" --no-logo
	@$(PY) -m mypy
	@$(PRODUKSI) $(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@$(PRODUKSI) $(PY) manage.py check --deploy --fail-level WARNING
	@$(PY) -m tests.aset

fmt: ## put code into shape
	$(PASANG) dev
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: ## page and import times (N people)
	$(PASANG) dev
	$(UJI) tests.kinerja $(if $(N),$(N))

gambar: ## take the README's pictures again (Chromium needed)
	$(PASANG) e2e
	@exec $(PY) -W ignore docs/gambar/ambil.py

clean: ## back to a fresh clone: no packages, no demo data
	@if [ -x $(PY) ]; then $(PY) -m kompetensi.layanan henti; fi
	@rm -rf .venv var .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage .coverage.*

kunci: ## compile requirements*.in with hashes; run it with the oldest Python in use
	$(PASANG) dev
	@for f in requirements requirements-demo requirements-dev requirements-e2e; do \
	  CUSTOM_COMPILE_COMMAND="make kunci" $(PY) -m piptools compile --quiet --generate-hashes \
	    --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host \
	    --no-emit-find-links --output-file $$f.txt $$f.in || exit 1; \
	done
