#!/usr/bin/env python3
"""
Holds the IRQL columns of the export tables (src/nt/exports_*.def, src/ndis/exports_*.def) against the fact tables.

    check_irql.py --facts DIR --differences FILE DEF...

The rule: where irql.tsv and irql_annotations.tsv disagree the laxer counts, because a driver that keeps to either is a good driver and must not be
called wrong. So the highest level an export allows is the higher of the two tables', the lowest the lower. Every export that has something else stands in
the differences file with its reason, one a line: NAME<TAB>MAX<TAB>MIN<TAB>why. The test fails on a difference that is not listed, on a listed one
that is none any more, and on one listed with other levels. Exports that neither table knows are counted, not judged.

Ends with "N passed, N failed". Exit 0 fine, 1 differences, 3 could not run.
"""
import argparse
import csv
import os
import re
import sys

ANY = 15 # HIGH_LEVEL: there is none above
LEVELS = {'PASSIVE_LEVEL': 0, 'APC_LEVEL': 1, 'DISPATCH_LEVEL': 2, 'DPC_LEVEL': 2, 'DIRQL': 12, 'IPI_LEVEL-1': 13, 'IPI_LEVEL': 14, 'HIGH_LEVEL': 15,
          'PROFILE_LEVEL': 15}
NAMES = {0: 'PASSIVE_LEVEL', 1: 'APC_LEVEL', 2: 'DISPATCH_LEVEL', 12: 'DIRQL', 13: 'IPI_LEVEL-1', 14: 'IPI_LEVEL', ANY: 'ANY'}
# arguments behind the name, by macro: (position of max, position of min or None); two tables, two shapes
SHAPES = {'nt': {'FN': (1, None), 'FN_AS': (2, None), 'FN_MIN': (1, 2)}, 'ndis': {'FN': (0, 1), 'FN_AS': (1, 2)}}
LINE = re.compile(r'^(FN|FN_AS|FN_MIN)\((\w+),\s*([^)]*(?:\([^)]*\))?[^)]*)\)')


def reference(text):
    """A cell of irql.tsv -> (max, min), or None where it gives no level."""
    ranges = []
    for part in text.replace('*', '').split('|'):
        m = re.fullmatch(r'(<=|>=|<)?([A-Z_]+)', part)
        if part == 'ANY':
            ranges.append((ANY, 0))
        elif m and m[2] in LEVELS:
            v = LEVELS[m[2]]
            ranges.append({'<=': (v, 0), '<': (v - 1, 0), '>=': (ANY, v), None: (v, v)}[m[1]])
    return (max(r[0] for r in ranges), min(r[1] for r in ranges)) if ranges else None


def annotation(row):
    """The declaration's own annotations -> (max, min), or None where there is no level. What they leave open is no limit."""
    def levels(cell):
        return [LEVELS[p.rstrip('?')] for p in cell.split('|') if p.rstrip('?') in LEVELS]
    exactly = levels(row['exactly'])
    # an exact level that depends on an argument binds only some calls
    sure = exactly if exactly and '?' not in row['exactly'] else []
    highs, lows = levels(row['max']) + exactly, levels(row['min']) + sure
    return (max(highs) if highs else ANY, min(lows) if lows else 0) if highs or lows else None


def word(v):
    return NAMES.get(v, str(v))


def level(r):
    return f'{word(r[1])} to {word(r[0])}'


def exports(path):
    shapes = SHAPES[os.path.basename(os.path.dirname(path))]
    for n, line in enumerate(open(path), 1):
        m = LINE.match(line)
        if m:
            args = [a.strip() for a in m[3].split(',')]
            high, low = shapes[m[1]]
            yield m[2], ANY if args[high] == 'ANY' else int(args[high]), int(args[low]) if low is not None else 0, f'{path}:{n}'


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--facts', required=True)
    ap.add_argument('--differences', required=True)
    ap.add_argument('defs', nargs='+')
    a = ap.parse_args()
    try:
        table = {r['function']: r['max_or_range_irql'] for r in csv.DictReader(open(a.facts + '/irql.tsv'), delimiter='\t')}
        notes = {r['name']: r for r in csv.DictReader(open(a.facts + '/irql_annotations.tsv'), delimiter='\t')}
    except OSError as e:
        print(f'check_irql: not run: {e} (say where the tables are with -DFLUE_SHARED=DIR)\n0 passed, 1 failed')
        return 3
    listed = {}
    for n, line in enumerate(open(a.differences), 1):
        if line.strip() and not line.startswith('#'):
            cells = line.rstrip('\n').split('\t')
            if len(cells) != 4 or not cells[3].strip():
                print(f'{a.differences}:{n}: NAME, MAX, MIN, reason, apart by tabs')
                print('0 passed, 1 failed')
                return 1
            listed[cells[0]] = (cells[1], cells[2])
    passed = failed = unknown = 0
    for path in a.defs:
        for name, high, low, where in exports(path):
            said, noted = reference(table.get(name, '')), annotation(notes[name]) if name in notes else None
            ranges = [r for r in (said, noted) if r]
            if not ranges:
                unknown += 1
                if listed.pop(name, None):
                    print(f'{where}: {name}: listed as a difference, but no table gives a level')
                    failed += 1
                continue
            want = max(r[0] for r in ranges), min(r[1] for r in ranges)
            differs = (high, low) != want
            have = (high, low)
            if not differs and name not in listed or differs and listed.get(name) == (word(high), word(low)):
                passed += 1
                listed.pop(name, None)
                continue
            failed += 1
            if not differs:
                print(f'{where}: {name}: listed as a difference and is none: take the line out of {os.path.basename(a.differences)}')
            else:
                print(f'{where}: {name}: allows {level(have)}; irql.tsv ("{table.get(name, "")}") and irql_annotations.tsv '
                      f'({level(noted) if noted else "nothing"}) allow {level(want)}')
            listed.pop(name, None)
    for name in listed:
        print(f'{a.differences}: {name} is no export with levels')
        failed += 1
    if unknown:
        print(f'{unknown} exports are in neither table')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


sys.exit(main())
