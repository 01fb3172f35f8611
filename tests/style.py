#!/usr/bin/env python3
"""clang-format over everything but include/ddi (whose layout is its own): one difference is a failure. usage: style.py SOURCE_DIR"""
import subprocess, sys
root = sys.argv[1]
files = subprocess.run(["git", "ls-files", "src/*.[ch]", "drivers/*.[ch]", "tests/*.[ch]", "bench/*.c", "include/flue/*.h"], cwd=root, capture_output=True, text=True).stdout.split()
bad = []
for i in range(0, len(files), 40):
    p = subprocess.run(["clang-format", "--dry-run", "-Werror", *files[i:i + 40]], cwd=root, capture_output=True, text=True)
    bad += [l for l in p.stderr.splitlines() if "error:" in l]
print("\n".join(bad[:20]))
print(f"{len(files) - len({b.split(':')[0] for b in bad})} passed, {len({b.split(':')[0] for b in bad})} failed")
sys.exit(1 if bad or not files else 0)
