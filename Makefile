# `make` alone prints the targets. `make run` and `make check` do all the set-up themselves.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# ---- what a caller may set ----
PORT        ?= 8080
GUICHET_VAR ?= var
SCALE       ?= demo
MODE        ?= release
SECONDS     ?= 60
export PORT

BUILD := build/$(MODE)
CC    := gcc
CXX   := g++

# ---- flags, in one block ----
# C17 with statement expressions; every warning is an error (but rows of tables may leave their last members out); hardening as measured to be accepted by gcc 12.
WARN   := -Wall -Wextra -Werror -Wconversion -Wsign-conversion -Wformat=2 -Wvla -Wshadow -Wnull-dereference -Wimplicit-fallthrough
CWARN  := $(WARN) -Wstrict-prototypes -Wswitch-enum -Wno-missing-field-initializers
HARDEN := -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero \
          -fno-strict-overflow -fno-strict-aliasing -fno-delete-null-pointer-checks -fPIE
LINK   := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code
OPT_release := -O2 -g -D_FORTIFY_SOURCE=3
OPT_debug   := -O0 -g3
OPT_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CPPFLAGS := -Iinclude -Isrc -isystem /usr/include/postgresql $(patsubst -I%,-isystem %,$(filter-out -I/usr/include,$(shell pkg-config --cflags-only-I pangocairo 2>/dev/null)))
CFLAGS   := -std=gnu17 -D_GNU_SOURCE= $(OPT_$(MODE)) $(CWARN) $(HARDEN)
CXXFLAGS := -std=gnu++17 $(OPT_$(MODE)) $(WARN) $(HARDEN)
# libmicrohttpd HTTP · libpq PostgreSQL · sodium cryptography · ctemplate pages · jansson JSON · ICU Unicode normal form ·
# deflate gzip of pages · xlsxwriter spreadsheets · oath one-time codes · qrencode QR · curl SMTP · pango, cairo sealed papers
LIBS := -lmicrohttpd -lpq -lsodium -lctemplate -ljansson -licuuc -ldeflate -lxlsxwriter -loath -lqrencode -lcurl \
	-lpangocairo-1.0 -lpango-1.0 -lgobject-2.0 -lglib-2.0 -lcairo -lstdc++ -lpthread -ldl -lz

SRC := $(wildcard src/*/*.c)
OBJ := $(SRC:src/%.c=$(BUILD)/%.o) $(BUILD)/page/page_ctemplate.o
LIB := $(BUILD)/libguichet.a
BIN := $(BUILD)/guichet

ASSETS := build/static/manifest.txt
FRONT  := node_modules/.package-lock.json

# Which database: a server of yours (GUICHET_DSN), or the private cluster.
DATABASE = export GUICHET_VAR=$(GUICHET_VAR); if [ -z "$$GUICHET_DSN" ]; then export GUICHET_DSN="$$(sql/cluster.sh dsn $(GUICHET_VAR))"; \
	export GUICHET_OWNER_DSN="$$GUICHET_DSN user=guichet_admin"; fi;
# The daemon never needs root: when root calls make, it runs as the cluster's user, if that user can read this folder.
DAEMON = set --; if [ "$$(id -u)" = 0 ]; then if runuser -u postgres -- test -r templates/layout.tpl -a -x $(BIN) 2>/dev/null; then \
	chown postgres: $(GUICHET_VAR) $(GUICHET_VAR)/spool; chown -R postgres: $(GUICHET_VAR)/files; set -- setpriv --reuid=postgres --regid=postgres --init-groups --; \
	else echo "Ce dossier n'est lisible que par root : le portail tourne donc en root. Clonez ailleurs, par exemple dans /srv, pour l'éviter."; fi; fi; exec "$$@"

.PHONY: help
help: ## print the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16
	@echo
	@echo "Variables: PORT=$(PORT) GUICHET_VAR=$(GUICHET_VAR) SCALE=demo|national MODE=release|debug|asan GUICHET_DSN=(a server of yours)"

# ---- set-up ----
# Everything from Debian; asked of apt only when something is missing.
PACKAGES := gcc g++ pkg-config libmicrohttpd-dev libpq-dev libjansson-dev libsodium-dev libctemplate-dev libicu-dev libdeflate-dev \
	zlib1g-dev libxlsxwriter-dev liboath-dev libqrencode-dev libcurl4-openssl-dev postgresql postgresql-client postgresql-contrib \
	libcairo2-dev libpango1.0-dev fonts-noto-core poppler-utils tesseract-ocr tesseract-ocr-fra \
	qpdf libtiff-tools libjpeg-turbo-progs \
	xlsx2csv nodejs npm python3 util-linux curl
CHECK_PACKAGES := libcmocka-dev postgresql-15-pgtap libtap-parser-sourcehandler-pgtap-perl chromium oathtool clang libclang-rt-14-dev \
	qpdf zbar-tools imagemagick openssl bc kannel kannel-extras
BENCH_PACKAGES := wrk

# Node may come from elsewhere than Debian; then its packages are not asked for.
define install
	@need=""; for p in $(1); do \
		case $$p in nodejs|npm) command -v $${p/nodejs/node} >/dev/null && continue ;; esac; \
		dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || need="$$need $$p"; done; \
	if [ -n "$$need" ]; then \
		sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		echo "Installation de :$$need"; \
		mkdir -p build; \
		{ $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$need; } > build/apt.log 2>&1 || \
		{ tail -n 5 build/apt.log; echo "L'installation a échoué : relancez « make deps » avec le réseau, en root ou avec sudo (détail : build/apt.log)." >&2; exit 1; }; \
	fi
endef

.PHONY: deps check-deps bench-deps
deps: ## install what building and running need (Debian packages)
	$(call install,$(PACKAGES))
check-deps: deps
	$(call install,$(CHECK_PACKAGES))
bench-deps: check-deps
	$(call install,$(BENCH_PACKAGES))

$(FRONT): package.json package-lock.json | deps
	@echo "Outils du style et des essais (npm)"
	@mkdir -p build
	@npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >build/npm.log 2>&1 || \
		{ tail -n 5 build/npm.log; echo "npm n'a pas pu installer les outils du style (détail : build/npm.log)." >&2; exit 1; }
	@touch $@

$(ASSETS): $(FRONT) $(shell find static -type f 2>/dev/null)
	@echo "Fichiers statiques : build/static"
	@node static/build.mjs build/static

# ---- build ----
.PHONY: build
build: ## compile build/$(MODE)/guichet and the static files
	@$(MAKE) -s --no-print-directory deps
	@$(MAKE) -s --no-print-directory -j$$(nproc) $(BIN) $(ASSETS)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/%.o: src/%.cc
	@mkdir -p $(@D)
	@echo "  CXX $<"
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c $< -o $@

$(LIB): $(OBJ)
	@rm -f $@
	@ar qcs $@ $(OBJ)

# --export-dynamic-symbol: libmicrohttpd must find our recv(), the gate (src/net/gate.c).
$(BIN): $(BUILD)/main.o $(LIB)
	@echo "  LD  $@"
	@$(CC) $(OPT_$(MODE)) $(LINK) -Wl,--export-dynamic-symbol=recv $(BUILD)/main.o -Wl,--whole-archive $(LIB) -Wl,--no-whole-archive $(LIBS) -o $@

-include $(wildcard $(BUILD)/*.d $(BUILD)/*/*.d $(BUILD)/*/*/*.d)

# ---- run ----
.PHONY: run stop database demo-data
database: build
	@if [ -z "$$GUICHET_DSN" ]; then sql/cluster.sh start $(GUICHET_VAR); fi
	@$(DATABASE) $(BIN) migrate

demo-data: database
	@$(DATABASE) $(BIN) demo --scale $(SCALE)

run: demo-data ## set everything up and serve http://localhost:$(PORT) with demo data
	@echo "Guichet : http://localhost:$(PORT)  (comptes : $(GUICHET_VAR)/demo/accounts.csv ; Ctrl-C pour arrêter)"
	@mkdir -p $(GUICHET_VAR)/spool $(GUICHET_VAR)/files
	@$(DATABASE) export GUICHET_DEMO=1; $(DAEMON) $(BIN) serve

stop: ## stop the private PostgreSQL of make run
	@sql/cluster.sh stop $(GUICHET_VAR)

# ---- tests ----
.PHONY: check
check: ## set everything up and run every test on a throw-away cluster
	@$(MAKE) --no-print-directory check-deps
	@tests/check.sh

UNIT_SRC := $(wildcard tests/*/test_*.c)
UNIT := $(UNIT_SRC:tests/%.c=$(BUILD)/tests/%)
$(BUILD)/tests/%: tests/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(OPT_$(MODE)) $< $(LIB) $(LIBS) -lcmocka -o $@

.PHONY: unit-binaries
unit-binaries: $(UNIT)

# ---- fuzzing ----
FUZZ := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
.PHONY: fuzz
fuzz: check-deps ## fuzz every parser, SECONDS each (SECONDS=60)
	@tests/fuzz/run.sh $(SECONDS) $(FUZZ)

.PHONY: bench
bench: bench-deps ## measure on national data, side by side with the limit; writes docs/performance.md
	@tests/load/bench.sh

# ---- faults ----
.PHONY: fault
fault: build ## break PostgreSQL, the network, the disk, the daemon itself under load, on a throw-away cluster
	@GUICHET_BINARY=$(abspath $(BIN)) tests/fault/run.sh

# ---- package ----
.PHONY: package
package: build ## make build/guichet_<version>_<architecture>.deb
	$(call install,dpkg-dev binutils)
	@debian/build.sh $(BIN) build/static

.PHONY: clean
clean: ## remove what was built (keeps var/)
	@rm -rf build
