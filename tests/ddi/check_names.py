#!/usr/bin/env python3
"""
Proves that a driver's sources use documented names only: every identifier that the DDI headers give (and only the driver's own ones besides) must
have a row in the fact tables, which come from the public kit and its reference.

    check_names.py --facts DIR --include DIR SOURCE-OR-FOLDER...

Reports, one per line, `file:line: NAME: why`, and ends with "N passed, N failed". Exit 0 all documented, 1 something is not, 3 could not run.
What is not in a table and still allowed is spelt out in ALLOWED below, with its reason.
"""
import argparse
import os
import re
import sys

import ddi_facts
import ddi_scan

# Names the documentation has and the tables do not, by where it has them.
ALLOWED = {
    'C and compiler': '''size_t wchar_t ptrdiff_t va_list va_start va_end va_arg va_copy offsetof NULL memcpy memset memmove memcmp strlen wcslen
        __try __except __finally __leave __declspec __stdcall __cdecl __forceinline GetExceptionCode GetExceptionInformation AbnormalTermination
        _exception_code __int64 defined''',
    'kit conventions (SAL, calling conventions, Windows type words)': '''VOID CONST IN OUT OPTIONAL NTAPI WINAPI FORCEINLINE DECLSPEC_IMPORT DECLSPEC_NORETURN
        DECLSPEC_NOINLINE DECLSPEC_SELECTANY DECLSPEC_CACHEALIGN EXTERN_C INLINE PtrToUlong ULongToPtr UlongToPtr PtrToUint HandleToULong IsEqualGUID
        DEFINE_GUID DBG INITGUID''',
}
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/', re.S)
STRING = re.compile(r'L?"(?:\\.|[^"\\\n])*"|L?\'(?:\\.|[^\'\\\n])*\'')


def blank(m):
    return re.sub(r'[^\n]', ' ', m.group(0))


def sources(paths):
    for p in paths:
        if os.path.isdir(p):
            for root, _, files in sorted(os.walk(p)):
                for f in sorted(files):
                    if f.endswith(('.c', '.h')):
                        yield os.path.join(root, f)
        else:
            yield p


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--facts', required=True)
    ap.add_argument('--include', required=True)
    ap.add_argument('--clang', default='clang')
    ap.add_argument('--verbose', action='store_true', help='list every documented name used')
    ap.add_argument('paths', nargs='+')
    args = ap.parse_args()
    include = os.path.abspath(args.include)
    if not os.path.exists(args.facts + '/layouts.tsv'):
        print('check_names: not run, no tables in %s (say where with -DFLUE_SHARED=DIR)\n0 passed, 1 failed' % args.facts)
        return 3
    facts = ddi_facts.Facts(args.facts)
    flags = ('--target=x86_64-pc-windows-msvc -std=gnu11 -ffreestanding -fms-extensions -fms-compatibility -Wno-microsoft').split()
    ours = ddi_scan.scan([args.clang], include, ['ndis.h', 'ndischimney.h'], flags)
    documented = facts.all_names() | facts.documented_names()
    allowed = {n for text in ALLOWED.values() for n in text.split()}
    annotation = re.compile(r'^(_[A-Z]\w*_|__drv_\w+|__in\w*|__out\w*|NDIS\d+_(MINIPORT|PROTOCOL|FILTER)|NDIS\d+|NDIS_MINIPORT_DRIVER|POOL_NX_OPTIN\w*)$')
    declared = ours.declared()
    used, bad = {}, []
    headers = {f for _, _, fs in os.walk(include) for f in fs}
    for path in sources(args.paths):
        with open(path, encoding='utf-8') as f:
            text = STRING.sub(blank, COMMENT.sub(blank, f.read()))
        for number, line in enumerate(text.split('\n'), 1):
            for h in re.findall(r'#\s*include\s*<([^>]+)>', line):
                if h not in headers and h not in ('stdarg.h', 'stddef.h', 'stdint.h'):
                    bad.append('%s:%d: <%s>: not a header of the driver kit' % (path, number, h))
            if re.match(r'\s*#\s*include', line):
                continue
            for name in re.findall(r'(?<![\w.])(?<!->)[A-Za-z_]\w*', line):
                if name.startswith(('DDI_', 'ddi_', 'FLUE_')) and name in declared:
                    bad.append('%s:%d: %s: an internal name of the headers' % (path, number, name))
                elif name in declared:
                    if name in documented or name in allowed or annotation.match(name):
                        used[name] = used.get(name, 0) + 1
                    else:
                        bad.append('%s:%d: %s: in the headers, but in no table and not known as documented' % (path, number, name))
    if args.verbose:
        for n in sorted(used):
            print('%6d %s' % (used[n], n))
    for b in sorted(set(bad)):
        print(b)
    print('%d passed, %d failed' % (len(used), len(set(bad))))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
