#!/usr/bin/env python3
"""Every rule that binds NDIS or a protocol is named by a test or is in not-yet.txt with a reason, never both.

rules.txt is the list (id, binds, level) as it stands in contract/reporting-rules.tsv; where that table is at hand, the list is compared with it.
A test names a rule in its own text: RP-nnn or RP_nnn in tests/ndis/test_*.c or tests/tcpip/test_*.c.
"""
import argparse
import pathlib
import re
import sys


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("tests", type=pathlib.Path, help="the folder tests/")
    a.add_argument("--contract", type=pathlib.Path, help="contract/reporting-rules.tsv, or the table of --prefix")
    a.add_argument("--prefix", default="RP", choices=["RP", "CO"], help="RP: reporting; CO: connection offload, connection-rules.txt and connection-not-yet.txt")
    o = a.parse_args()
    wrong = []
    rules = {}
    files = "connection-" if o.prefix == "CO" else ""
    binds = ("ndis", "host-stack") if o.prefix == "CO" else ("ndis", "protocol")
    for line in (o.tests / f"ndis/{files}rules.txt").read_text().splitlines():
        rule, party, level = line.split("\t")
        rules[rule] = (party, level)
    if o.contract and o.contract.exists():
        table = {}
        for line in o.contract.read_text().splitlines()[1:]:
            f = line.split("\t")
            if f[1] in binds:
                table[f[0]] = (f[1], f[2])
        if table != rules:
            wrong.append(f"{files}rules.txt is not current: {sorted(set(table.items()) ^ set(rules.items()))}")
    named = {}
    for d in ("ndis", "tcpip"):
        for f in sorted((o.tests / d).glob("test_*.c")):
            for m in re.finditer(o.prefix + r"[-_](\d{3})", f.read_text()):
                named.setdefault(f"{o.prefix}-" + m.group(1), set()).add(f"{d}/{f.name}")
    later = {}
    for line in (o.tests / f"ndis/{files}not-yet.txt").read_text().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        rule, _, reason = line.partition("\t")
        if len(reason.strip()) < 20:
            wrong.append(f"{rule} is not yet tested without a reason")
        later[rule] = reason
    for rule in rules:
        if rule not in named and rule not in later:
            wrong.append(f"{rule} ({' '.join(rules[rule])}) is named by no test and is not in {files}not-yet.txt")
        if rule in named and rule in later:
            wrong.append(f"{rule} is in {files}not-yet.txt and is named by {', '.join(sorted(named[rule]))}")
    for rule in later:
        if rule not in rules:
            wrong.append(f"{files}not-yet.txt names {rule}, which binds neither NDIS nor a protocol")
    for w in wrong:
        print(w, file=sys.stderr)
    print(f"{len(rules)} rules: {len(rules) - len(later)} tested, {len(later)} not yet")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
