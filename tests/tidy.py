#!/usr/bin/env python3
"""
clang-tidy over src/ and tests/ with the checks of .clang-tidy, and the static analyzer over what reads hostile input. One warning is a failure.

    tidy.py SOURCE_DIR BUILD_DIR [SUBSTRING...]

BUILD_DIR has the compile_commands.json of a build by clang; a sanitizer build will do, its instrumentation is switched off here so that what ships is
what is judged. With SUBSTRINGs only files whose name has one. Exit 0 clean, 1 warnings, 3 could not run.
"""
import concurrent.futures as cf
import json
import os
import shutil
import subprocess
import sys

# The driver file and the INF are anybody's; a machine in which a driver ran, and a client of the control socket, may say anything.
HOSTILE = ['src/image/', 'src/lab/inf', 'src/lab/machine_talk.c', 'src/lab/control.c', 'src/lab/client.c', 'src/lab/store.c', 'src/lab/symbolize.c',
           'src/bus/bus_lab.c', 'src/hw/', 'src/trace/', 'src/report/source.c', 'src/report/struct.c']
# insecureAPI: snprintf and memcpy are not errors; valist: clang-14's model of va_start misses when several files share a run; Padding is no defect
ANALYZER = 'clang-analyzer-*,-clang-analyzer-security.insecureAPI.*,-clang-analyzer-valist.*,-clang-analyzer-optin.performance.Padding'
BATCH = 4 # files per process: enough to keep every processor busy to the end


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    root, build, only = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    tidy = shutil.which('clang-tidy')
    if not tidy:
        print('tidy.py: clang-tidy is not installed (tools/setup.sh installs it)\n0 passed, 1 failed')
        return 3
    known = {os.path.relpath(os.path.join(c['directory'], c['file']), root) for c in json.load(open(build + '/compile_commands.json'))}
    tracked = subprocess.run(['git', 'ls-files', 'src/*.c', 'tests/*.c'], cwd=root, capture_output=True, text=True, check=True).stdout.split()
    files = [f for f in tracked if f in known and os.path.exists(os.path.join(root, f)) and (not only or any(o in f for o in only))]
    hostile = [f for f in files if any(f.startswith(h) for h in HOSTILE)]
    # the analyzed ones first and few at a time: they take longest
    jobs = [(hostile[i:i + 2], ['--checks=' + ANALYZER]) for i in range(0, len(hostile), 2)]
    rest = [f for f in files if f not in hostile]
    jobs += [(rest[i:i + BATCH], []) for i in range(0, len(rest), BATCH)]

    def run(job):
        names, more = job
        p = subprocess.run([tidy, '-p', build, '--quiet', '--extra-arg=-fno-sanitize=all', '--extra-arg=-Wno-unknown-warning-option', *more, *names],
                           cwd=root, capture_output=True, text=True)
        lines = [l for l in p.stdout.splitlines() if ': error:' in l or ': warning:' in l]
        if p.returncode and not lines:
            lines = [f'{names[0]} ...: clang-tidy ended with status {p.returncode}: {p.stderr[-300:]}']
        return names, lines
    warned = {}
    with cf.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for names, lines in pool.map(run, jobs):
            for l in lines:
                where = os.path.relpath(l.split(':')[0], root) if l.startswith('/') else l.split(':')[0]
                warned.setdefault(where, []).append(l.replace(root + '/', ''))
    for lines in warned.values():
        print('\n'.join(dict.fromkeys(lines)))
    good = len([f for f in files if f not in warned])
    print(f'{good} passed, {len(warned)} failed')
    return 1 if warned or not files else 0


sys.exit(main())
