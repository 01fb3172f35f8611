#!/usr/bin/env python3
"""
Proves include/ddi against the fact tables: every size, alignment, offset, bit-field, constant, enumerator, typedef and prototype that the headers
declare and a table knows, by gcc (Linux), clang (Linux) and clang (x86_64-pc-windows-msvc), for every NDIS version where it depends on it.

Writes into --out: failures.txt, headers-without-fact.txt (names the headers have and no table), facts-without-header.txt (the reverse).
The last line is "N passed, N failed". Exit 0 when nothing failed, 1 when something did, 3 when it could not run (no tables, no compiler).
"""
import argparse
import concurrent.futures
import os
import re
import shutil
import struct
import subprocess
import sys

import ddi_facts
import ddi_scan
import ddi_source

HEADERS = ['ndis.h', 'ndischimney.h', 'ndkinfo.h', 'ntifs.h']
HOST = '-std=gnu11 -fms-extensions -mms-bitfields -fshort-wchar'.split()
WINDOWS = ('--target=x86_64-pc-windows-msvc -std=gnu11 -ffreestanding -fms-extensions -fms-compatibility -fno-builtin -Wno-microsoft').split()
QUIET = ['-w', '-fno-common']


def coff_bits(path):
    """Reads the ddi_bf_N constants of a COFF object: {N: bytes up to the section's end}."""
    with open(path, 'rb') as f:
        data = f.read()
    machine, nsections, _, symbols, nsymbols, opt, _ = struct.unpack_from('<HHIIIHH', data, 0)
    assert machine == 0x8664
    sections = [struct.unpack_from('<8sIIIIIIHHI', data, 20 + opt + 40 * i) for i in range(nsections)]
    strings = symbols + 18 * nsymbols
    out, i = {}, 0
    while i < nsymbols:
        raw, value, section, _, _, aux = struct.unpack_from('<8sIhHBB', data, symbols + 18 * i)
        if raw[:4] == b'\0\0\0\0':
            start = strings + struct.unpack_from('<I', raw, 4)[0]
            name = data[start:data.index(b'\0', start)].decode()
        else:
            name = raw.rstrip(b'\0').decode()
        m = re.match(r'ddi_bf_(\d+)$', name)
        if m and section > 0:
            s = sections[section - 1]
            out[int(m.group(1))] = data[s[4] + value:s[4] + s[3]] if s[4] else b'\0' * (s[3] - value)
        i += 1 + aux
    return out


def bits_of(blob, size):
    n = int.from_bytes(blob[:size], 'little')
    if n == 0:
        return None
    low = (n & -n).bit_length() - 1
    return low, n.bit_length() - low, n == ((1 << n.bit_length()) - (1 << low))


class Run:
    def __init__(self, args, facts):
        self.args, self.facts = args, facts
        self.passed, self.failed = 0, []
        self.compilers = [('gcc linux', [args.gcc] + HOST), ('clang linux', [args.clang] + HOST), ('clang windows', [args.clang] + WINDOWS)]

    def compile(self, label, argv, path, extra):
        p = subprocess.run(argv + QUIET + extra + ['-I', self.args.include], capture_output=True, text=True)
        bad = sorted(set(re.findall(r'ddi: ([^"\n]*)', p.stderr)))
        bad = [b.rstrip('" ') for b in bad]
        other = [l for l in p.stderr.split('\n') if 'error' in l and 'ddi: ' not in l and 'static assertion' not in l and 'static_assert' not in l]
        if p.returncode and not bad and not other:
            other = [p.stderr.strip().split('\n')[-1]]
        return ['%s: %s' % (label, b) for b in bad], ['%s: %s' % (label, o.strip()) for o in other if not re.search(r'errors? generated', o)]

    def unit(self, what, argv, source, ndis_flags, label):
        """Compiles one comparison; returns (passed, failures)."""
        base = os.path.join(self.args.out, re.sub(r'\W+', '_', what + '_' + label))
        windows = 'windows' in label
        obj = base + ('.obj' if windows else '.o')
        with open(base + '.c', 'w') as f:
            f.write(source.text())
        limit = ['-fmax-errors=0'] if 'gcc' in label else ['-ferror-limit=0']
        bad, other = self.compile('%s, %s' % (what, label), argv, base, ['-c', base + '.c', '-o', obj] + limit + ndis_flags)
        failures = bad + other
        if other:
            return 0, failures
        if bad:  # no object: the bit-fields were not seen, and say so
            return source.count - len(bad), failures + ['%s, %s: %d bit-fields not checked because of the above' % (what, label, len(source.bits))] * bool(source.bits)
        blobs = coff_bits(obj) if windows else elf_bits(obj)
        passed = source.count
        for i, (t, field, offset, width, size) in enumerate(source.bits):
            got = bits_of(blobs.get(i, b''), size)
            if got and got[2] and got[:2] == (offset, width):
                passed += 1
            else:
                failures.append('%s, %s: bits of %s.%s are %s+%s, not %s' % (what, label, t, field, offset, width, got))
        for i, (name, want) in enumerate(source.values):
            got = int.from_bytes(blobs.get(len(source.bits) + i, b'')[:8], 'little')
            if got == want:
                passed += 1
            else:
                failures.append('%s, %s: %s is 0x%X, not 0x%X' % (what, label, name, want, got))
        return passed, failures


def elf_bits(path):
    with open(path, 'rb') as f:
        data = f.read()
    shoff, = struct.unpack_from('<Q', data, 40)
    shentsize, shnum, _ = struct.unpack_from('<HHH', data, 58)
    sec = [struct.unpack_from('<IIQQQQIIQQ', data, shoff + shentsize * i) for i in range(shnum)]
    out = {}
    for s in sec:
        if s[1] != 2:  # SHT_SYMTAB
            continue
        strtab = sec[s[6]]
        for k in range(s[5] // 24):
            name, _, _, ndx, value, size = struct.unpack_from('<IBBHQQ', data, s[4] + 24 * k)
            start = strtab[4] + name
            m = re.match(rb'ddi_bf_(\d+)\0', data[start:start + 24])
            if m and 0 < ndx < shnum:
                t = sec[ndx]
                out[int(m.group(1))] = b'\0' * size if t[1] == 8 else data[t[4] + value:t[4] + value + size]
    return out


def gates(run, scans):
    """ndis_gates.tsv: a name is hidden below its first version and visible from it on."""
    passed, failures = 0, []
    order = ddi_facts.NDIS_VERSIONS
    seen = {v: scans[v].declared() for v in order}
    for g in run.facts.gates:
        n = g['name']
        here = [v for v in order if n in seen[v]]
        if not here:
            continue
        want = order[order.index(g['first_ndis']):]
        if here == want:
            passed += 1
        else:
            failures.append('gate of %s: first at %s, the table says %s' % (n, here[0], g['first_ndis']))
    return passed, failures


USE_FLAGS = ('-O2 -fno-builtin -mno-red-zone -fno-stack-protector -Wall -Wextra -Werror -Wno-multichar -Wno-unused-parameter -Wno-unknown-pragmas '
             '-Wno-missing-field-initializers').split()
USE_VERSIONS = [['-DNDIS60_MINIPORT=1'], ['-DNDIS61_MINIPORT=1'], ['-DNDIS620_MINIPORT=1', '-DDBG=1'], ['-DNDIS630_MINIPORT=1'], ['-DNDIS640_MINIPORT=1'],
                ['-DNDIS651_MINIPORT=1'], ['-DNDIS670_MINIPORT=1', '-DPOOL_NX_OPTIN=1'], ['-DNDIS684_MINIPORT=1'], ['-DNDIS689_MINIPORT=1']]


def use(run, here):
    """A miniport-like source that expands the macros no table describes, at several NDIS versions."""
    passed, failures = 0, []
    for flags in USE_VERSIONS:
        argv = [run.args.clang] + WINDOWS + USE_FLAGS + flags + ['-isystem', run.args.include, '-c', os.path.join(here, 'use_driver.c')]
        p = subprocess.run(argv + ['-o', os.path.join(run.args.out, 'use_driver.obj')], capture_output=True, text=True)
        if p.returncode:
            failures.append('use_driver.c %s: %s' % (' '.join(flags), next((l for l in p.stderr.split('\n') if 'error' in l), p.stderr[:200])))
        else:
            passed += 1
    return passed, failures


def alone(run):
    """Each header can be the first and only one."""
    passed, failures = 0, []
    names = sorted(f for f in os.listdir(run.args.include) if f.endswith('.h'))
    source = os.path.join(run.args.out, 'alone.c')
    for label, argv in run.compilers:
        for name in names:
            with open(source, 'w') as f:
                f.write('#include <%s>\n' % name)
            p = subprocess.run(argv + ['-Wall', '-Wextra', '-Werror', '-I', run.args.include, '-fsyntax-only', source], capture_output=True, text=True)
            if p.returncode:
                failures.append('<%s> alone, %s: %s' % (name, label, next((l for l in p.stderr.split('\n') if 'error' in l), p.stderr[:200])))
            else:
                passed += 1
    return passed, failures


def main():
    ap = argparse.ArgumentParser()
    here = os.path.dirname(os.path.abspath(__file__))
    ap.add_argument('--facts', required=True)
    ap.add_argument('--include', default=os.path.join(here, '..', '..', 'include', 'ddi'))
    ap.add_argument('--out', required=True)
    ap.add_argument('--gcc', default='gcc')
    ap.add_argument('--clang', default='clang')
    ap.add_argument('--jobs', type=int, default=2)
    args = ap.parse_args()
    args.include = os.path.abspath(args.include)
    for what, ok in (('the fact tables (%s/layouts.tsv): say where with -DFLUE_SHARED=DIR' % args.facts, os.path.exists(args.facts + '/layouts.tsv')),
                     ('the compiler %s' % args.gcc, shutil.which(args.gcc)), ('the compiler %s' % args.clang, shutil.which(args.clang))):
        if not ok:
            print('ddi: not run, this is missing: %s' % what)
            print('0 passed, 1 failed')
            return 3
    os.makedirs(args.out, exist_ok=True)
    headers = HEADERS
    gone = [h for h in headers if not os.path.exists(os.path.join(args.include, h))]
    if gone:
        print('ddi: not run, %s has no %s' % (args.include, ', '.join(gone)))
        print('0 passed, 1 failed')
        return 3
    facts = ddi_facts.Facts(args.facts)
    run = Run(args, facts)
    order = ddi_facts.NDIS_VERSIONS
    flags = {v: ['-D%s_MINIPORT' % ddi_facts.version_macro(v), '-D' + ddi_facts.version_macro(v)] for v in order}
    scans = {v: ddi_scan.scan([args.gcc] + HOST, args.include, headers, flags[v]) for v in order}
    newest = ddi_scan.scan([args.gcc] + HOST, args.include, headers, [])
    jobs = []
    report = None
    for label, argv in run.compilers:
        s = scans['6.80'] if 'windows' not in label else ddi_scan.scan(argv, args.include, headers, flags['6.80'])
        src = ddi_source.Source(facts, s, headers)
        src.layouts('6.80')
        src.constants('6.80')
        src.enums()
        src.typedefs()
        src.functions()
        report = report or src
        jobs.append(('NDIS 6.80', argv, src, flags['6.80'], label))
        for v in order[:-1]:
            part = ddi_source.Source(facts, scans[v], headers)
            part.layouts_of_version(v)
            part.constants_of_version(v)
            jobs.append(('NDIS ' + v, argv, part, flags[v], label))
        last = ddi_source.Source(facts, newest, headers)
        last.documented()
        jobs.append(('newest', argv, last, [], label))
        if label == 'gcc linux':
            documented = last
    failures = []
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for (what, _, src, _, label), (p, f) in zip(jobs, pool.map(lambda j: run.unit(*j), jobs)):
            print('%-10s %-14s %6d facts hold, %d do not' % (what, label, p, len(f)))
            run.passed += p
            failures += f
    p, f = gates(run, scans)
    print('%-10s %-14s %6d facts hold, %d do not' % ('visibility', 'all versions', p, len(f)))
    run.passed += p
    failures += f

    p, f = use(run, here)
    print('%-10s %-14s %6d facts hold, %d do not' % ('a driver', 'clang windows', p, len(f)))
    run.passed += p
    failures += f
    p, f = alone(run)
    print('%-10s %-14s %6d facts hold, %d do not' % ('by itself', 'all compilers', p, len(f)))
    run.passed += p
    failures += f

    known = facts.all_names() | facts.documented_names()
    own = {n for n in newest.declared() if n not in known and not n.startswith(('FLUE_', 'DDI_', 'ddi_'))}
    guards = {n for n in own if n.endswith('_H')}
    unknown = sorted(own - guards)
    with open(os.path.join(args.out, 'headers-without-fact.txt'), 'w') as out:
        out.write('\n'.join(unknown) + '\n')
    shipped = {f for f in os.listdir(args.include) if f.endswith('.h')}
    missing = []
    with open(os.path.join(here, 'not-in-headers.txt')) as f:
        expected = {line.split(':')[0] for line in f if not line.startswith('#')}
    for kind, name in report.absent + documented.absent:
        row = facts.functions.get(name) or facts.typedefs.get(name) or facts.callbacks.get(name)
        header = row['header'] if row else ''
        missing.append('%-20s %-22s %s%s' % (kind, header, name, '' if not header or header in shipped else '   (header not shipped)'))
        if name not in expected and header != 'ntifs.h' and (not header or header in shipped):
            failures.append('%s %s is in a table and not in the headers (nor explained in not-in-headers.txt)' % (kind, name))
    with open(os.path.join(args.out, 'facts-without-header.txt'), 'w') as out:
        out.write('\n'.join(sorted(missing)) + '\n')
    with open(os.path.join(args.out, 'failures.txt'), 'w') as out:
        out.write('\n'.join(failures) + '\n')
    for line in failures[:60]:
        print('FAIL ' + line)
    if len(failures) > 60:
        print('... %d more in %s/failures.txt' % (len(failures) - 60, args.out))
    print('in the headers and in no table: %d names (%s/headers-without-fact.txt)' % (len(unknown), args.out))
    print('in the tables and not in the headers: %d names, %d of them of headers that are not shipped (%s/facts-without-header.txt)' %
          (len(missing), sum('not shipped' in m for m in missing), args.out))
    print('%d passed, %d failed' % (run.passed, len(failures)))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
