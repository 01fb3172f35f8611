# Flue's front door. Each target does all it needs: installs what is missing, builds, runs.
#   make run      the main job on the in-tree driver, as your own user
#   make test     every test, in a normal and in a sanitizer build; closes with "N passed, N failed"
#   make bench    every number the docs quote     make soak   long runs (minutes to hours)
#   make install  flue and flue-machine into PREFIX (default /usr/local)
BUILD  ?= build
PREFIX ?= /usr/local
JOBS   ?= $(shell nproc)
CONFIG  = -G Ninja -S . -DCMAKE_INSTALL_PREFIX=$(PREFIX)

.PHONY: all build run test test-vendor bench soak fuzz format tidy install setup clean
all: build

setup:
	@tools/setup.sh

build: setup
	@cmake $(CONFIG) -B $(BUILD) -DCMAKE_BUILD_TYPE=RelWithDebInfo > $(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@ninja -C $(BUILD) -j $(JOBS) --quiet

# The same tree through clang, with ASan and UBSan in everything that is not driver code.
build-asan: setup
	@CC=clang cmake $(CONFIG) -B $(BUILD)-asan -DFLUE_SANITIZE=ON -DCMAKE_BUILD_TYPE=Debug > $(BUILD)-asan.log 2>&1 || { cat $(BUILD)-asan.log; exit 1; }
	@ninja -C $(BUILD)-asan -j $(JOBS) --quiet
.PHONY: build-asan

run: build
	@tools/demo.sh $(BUILD)

test: build build-asan
	@tools/run_tests.py $(BUILD) $(BUILD)-asan

# Drivers that are not ours: every .sys + .inf in VENDOR_DIR through its whole life.
test-vendor: build
	@tools/test_vendor.sh $(BUILD) "$(VENDOR_DIR)"

bench: build
	@bench/run.sh $(BUILD)

soak: build
	@tools/soak.sh $(BUILD)

fuzz: setup
	@CC=clang cmake $(CONFIG) -B $(BUILD)-fuzz -DFLUE_FUZZ=ON > $(BUILD)-fuzz.log 2>&1 || { cat $(BUILD)-fuzz.log; exit 1; }
	@ninja -C $(BUILD)-fuzz -j $(JOBS) --quiet

format:
	@git ls-files 'src/*.[ch]' 'drivers/*.[ch]' 'tests/*.[ch]' 'include/flue/*.h' | xargs clang-format -i
# clang-tidy and the static analyzer (tests/tidy.py); part of `make test` too.
tidy: build-asan
	@tests/tidy.py . $(BUILD)-asan

install: build
	@cmake --install $(BUILD) > /dev/null && echo "flue is in $(PREFIX)/bin"

clean:
	@rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-fuzz $(BUILD)*.log
