"""The fact tables (../shared/facts) as Python values. The tests and check_names.py share this reader."""
import collections
import os
import re

NDIS_VERSIONS = ['6.0', '6.1', '6.20', '6.30', '6.40', '6.50', '6.60', '6.70', '6.80']


def rows(facts, name):
    with open(os.path.join(facts, name), encoding='utf-8') as f:
        lines = f.read().split('\n')
    head = lines[0].split('\t')
    return [dict(zip(head, line.split('\t'))) for line in lines[1:] if line]


def version_macro(version):
    """'6.30' -> 'NDIS630', the macro stem a protocol or filter source defines."""
    return 'NDIS' + {'6.0': '60', '6.1': '61'}.get(version, version.replace('.', ''))


class Facts:
    def __init__(self, path):
        self.path = path
        self.layouts = self._group('layouts.tsv', lambda r: r['type'])
        self.layouts_by = self._group('layouts_by_ndis.tsv', lambda r: (r['ndis'], r['type']))
        self.constants = {r['name']: r for r in rows(path, 'constants.tsv')}
        self.constants_by = rows(path, 'constants_by_ndis.tsv')
        self.enums = rows(path, 'enums.tsv')
        self.typedefs = {r['name']: r for r in rows(path, 'typedefs.tsv')}
        self.callbacks = {r['name']: r for r in rows(path, 'callbacks.tsv')}
        self.functions = {r['name']: r for r in rows(path, 'functions.tsv')}
        self.gates = rows(path, 'ndis_gates.tsv')
        self.documented = rows(path, 'documented.tsv')

    def _group(self, name, key):
        out = collections.OrderedDict()
        for r in rows(self.path, name):
            out.setdefault(key(r), []).append(r)
        return out

    def documented_names(self):
        """Identifiers that documented.tsv speaks of, in the name and in the signature or layout."""
        out = set()
        for r in self.documented:
            for field in ('name', 'value_or_signature_or_layout'):
                out.update(re.findall(r'[A-Za-z_]\w+', r[field]))
        return out

    def all_names(self):
        out = set(self.constants) | set(self.typedefs) | set(self.callbacks) | set(self.functions)
        out |= {r['member'] for r in self.enums} | {r['enum_type'] for r in self.enums}
        out |= {r['name'] for r in self.constants_by} | {r['name'] for r in self.gates}
        for r in self.typedefs.values():
            out.update(re.findall(r'(?:struct|union|enum) (\w+)', r['underlying']))
        for t, fields in self.layouts.items():
            out.update(t.split())
            for r in fields:
                out.update(re.findall(r'[A-Za-z_]\w*', r['field']))
        for fields in self.layouts_by.values():
            for r in fields:
                out.update(re.findall(r'[A-Za-z_]\w*', r['field']))
        return out
