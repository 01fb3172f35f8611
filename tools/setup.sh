#!/usr/bin/env bash
# Installs, by apt, only what is missing; says what and why. As root, or through sudo. Quiet when nothing is missing.
set -eu
need=(
	"gcc|gcc|the compiler" "libc6-dev|/usr/include/stdio.h|the C library's headers" "cmake|cmake|the build system" "ninja-build|ninja|runs the build"
	"pkg-config|pkg-config|finds the libraries" "python3|python3|generates the layout tests, runs the tests"
	"clang|clang|compiles the drivers as Windows code, and Flue a second time" "lld|lld-link|links the drivers as PE files"
	"llvm|llvm-dlltool|import libraries for the drivers; llvm-symbolizer reads PDBs"
	"libzydis-dev|/usr/include/Zydis/Zydis.h|decodes x86 instructions" "libseccomp-dev|/usr/include/seccomp.h|the machine's sandbox"
	"libjansson-dev|/usr/include/jansson.h|JSON" "libcmocka-dev|/usr/include/cmocka.h|unit tests" "clang-format|clang-format|the style test" "clang-tidy|clang-tidy|the style test's second half"
	"libmnl-dev|/usr/include/libmnl/libmnl.h|rtnetlink" "iproute2|ip|network namespaces in tests" "curl|curl|a real peer for the tests" "nginx-light|nginx|a real peer"
	"iperf3|iperf3|a real peer" "wrk|wrk|a real peer" "ethtool|ethtool|what Linux says of the netdev" "tshark|tshark|judges the frames on the wire" "iputils-ping|ping|a real peer"
)
missing=() reasons=()
for row in "${need[@]}"; do
	IFS='|' read -r package probe why <<< "$row"
	case $probe in
	/*) [ -e "$probe" ] && continue ;;
	*) PATH="$PATH:/usr/sbin:/sbin" command -v "$probe" > /dev/null 2>&1 && continue ;;
	esac
	missing+=("$package")
	reasons+=("  $package: $why")
done
# clang's sanitizer run-time comes in a package of its own, named after clang's version
if command -v clang > /dev/null 2>&1; then
	v=$(clang -dumpversion | cut -d. -f1)
	[ -e "$(clang -print-runtime-dir 2> /dev/null)/libclang_rt.asan-x86_64.a" ] || ls /usr/lib/llvm-"$v"/lib/clang/*/lib/linux/libclang_rt.asan-x86_64.a > /dev/null 2>&1 || {
		missing+=("libclang-rt-$v-dev")
		reasons+=("  libclang-rt-$v-dev: ASan and UBSan for the sanitizer build")
	}
else
	missing+=(libclang-rt-14-dev)
	reasons+=("  libclang-rt-14-dev: ASan and UBSan for the sanitizer build")
fi
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Flue needs ${#missing[@]} package(s) that this machine lacks; installing them with apt:"
printf '%s\n' "${reasons[@]}"
sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo > /dev/null || { echo "flue: not root and no sudo: as root, run: apt-get install ${missing[*]}" >&2; exit 3; }
	sudo=sudo
fi
log=$(mktemp)
if ! { $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } > "$log" 2>&1; then
	tail -5 "$log" >&2
	echo "flue: apt could not install them (whole log: $log); install by hand: ${missing[*]}" >&2
	exit 3
fi
rm -f "$log"
