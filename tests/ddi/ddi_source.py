"""Writes the C that compares the headers with the tables: one static assertion per fact, and constants whose object bytes show bit-fields."""
import re

# gcc and clang on Linux see long as 64 bits; the tables mean 32.
LONG = [(re.compile(r'\bunsigned long(?! long)\b'), 'ULONG'), (re.compile(r'(?<!long )(?<!unsigned )\blong\b(?! long)'), 'LONG'),
        (re.compile(r'\bwchar_t\b'), 'WCHAR'), (re.compile(r'\bva_list\b'), 'DDI_VA_LIST')]


def ctype(t):
    for pattern, to in LONG:
        t = pattern.sub(to, t)
    return t


def declarator(t, name):
    """A table's type string around a name."""
    t = ctype(t)
    m = re.match(r'^(.*?)\s*\(\*\)(\(.*\))$', t)
    if m:
        return '%s (NTAPI *%s)%s' % (m.group(1), name, m.group(2))
    m = re.match(r'^(.*?)\s*\(\*\)((?:\[\d*\])+)$', t)
    if m:
        return '%s (*%s)%s' % (m.group(1), name, m.group(2))
    m = re.match(r'^(.*?)((?:\[\d*\])+)$', t)
    if m:
        return '%s %s%s' % (m.group(1), name, m.group(2))
    return '%s %s' % (t, name)


def parameters(text):
    """'type name; type name' -> a prototype's parameter list without names."""
    if text in ('', 'void'):
        return 'void'
    out = []
    for p in text.split(';'):
        p = p.strip()
        if p == '...':
            out.append('...')
            continue
        m = re.match(r'^(.*\S)\s+(\w+)$', p)
        plain = {'unsigned int', 'unsigned long long', 'unsigned short', 'unsigned long', 'long long', 'unsigned char', 'signed char'}
        t = p if p in plain or not m else m.group(1)
        out.append(declarator(t, ''))
    return ', '.join(out)


class Source:
    def __init__(self, facts, scan, headers):
        self.f, self.s = facts, scan
        self.lines = ['#include <%s>' % h for h in headers]
        self.count = 0
        self.bits = []    # (type, field, bit_offset, bit_width, size): seen in the object's bytes
        self.values = []  # (name, value): pointers, which no static assertion may fold
        self.checked = set()
        self.absent = []

    def check(self, expression, label, name=None):
        self.count += 1
        self.lines.append('_Static_assert(%s, "ddi: %s");' % (expression, label.replace('"', "'").replace('\\', '')))
        if name:
            self.checked.add(name)

    def has_type(self, t):
        tag = t.split(' ')[-1]
        return tag in self.s.tags if ' ' in t else (t in self.s.typedefs or t in self.s.macros)

    # -- tables -----------------------------------------------------------------------------------------------------------------
    def layout(self, t, fields):
        if not self.has_type(t):
            self.absent.append(('type', t))
            return
        first = fields[0]
        self.check('sizeof(%s) == %s' % (t, first['size']), 'sizeof %s is %s' % (t, first['size']), t)
        self.check('_Alignof(%s) == %s' % (t, first['align']), 'alignment of %s is %s' % (t, first['align']))
        for r in fields:
            name = r['field']
            if not name or '<unnamed>' in name:
                continue
            if r['bit_width']:
                self.bits.append((t, name, int(r['bit_offset']), int(r['bit_width']), int(r['size'])))
                continue
            self.check('__builtin_offsetof(%s, %s) == %s' % (t, name, r['offset']), 'offset of %s.%s is %s' % (t, name, r['offset']))
            if r['field_size'] not in ('', '0'):
                self.check('sizeof(((%s *)0)->%s) == %s' % (t, name, r['field_size']), 'size of %s.%s is %s' % (t, name, r['field_size']))

    def layouts(self, ndis):
        by = {t for v, t in self.f.layouts_by}
        for t, fields in self.f.layouts.items():
            if t not in by:
                self.layout(t, fields)
        self.layouts_of_version(ndis)

    def layouts_of_version(self, ndis):
        for (v, t), fields in self.f.layouts_by.items():
            if v == ndis:
                self.layout(t, fields)

    def constants(self, ndis):
        per_version = {r['name'] for r in self.f.constants_by}
        for name, r in self.f.constants.items():
            if name in per_version:
                continue
            if name not in self.s.macros and name not in self.s.enumerators:
                self.absent.append(('constant', name))
                continue
            bits = int(r['value_hex'], 16)
            self.constant(name, bits, 64 if len(r['value_hex']) > 10 else 32, r['kind'])
        self.constants_of_version(ndis)

    def constant(self, name, bits, width, kind=''):
        if name in ('NULL', 'SharedUserData'):
            self.values.append((name, bits))
            self.checked.add(name)
            return
        cast = 'unsigned long long' if width == 64 else 'unsigned int'
        self.check('(%s)(%s) == 0x%Xu%s' % (cast, name, bits, 'll' if width == 64 else ''), '%s is 0x%X' % (name, bits), name)

    def constants_of_version(self, ndis):
        for r in self.f.constants_by:
            if r['ndis'] == ndis and (r['name'] in self.s.macros or r['name'] in self.s.enumerators):
                self.constant(r['name'], int(r['value_hex'], 16), 32)

    def enums(self):
        for r in self.f.enums:
            if r['member'] in self.s.enumerators and r['member'] not in self.checked:
                self.check('(long long)%s == %sll' % (r['member'], r['value_dec']), '%s is %s' % (r['member'], r['value_dec']), r['member'])

    def typedefs(self):
        for n, r in self.f.typedefs.items():
            if not self.has_type(n):
                self.absent.append(('typedef', n))
                continue
            self.checked.add(n)
            if r['size']:
                self.check('sizeof(%s) == %s' % (n, r['size']), 'sizeof %s is %s' % (n, r['size']))
                self.check('_Alignof(%s) == %s' % (n, r['align']), 'alignment of %s is %s' % (n, r['align']))
            if r['kind'] in ('int', 'pointer') and '(' not in r['canonical']:
                want = ctype(r['canonical'])
                if r['kind'] == 'pointer' and re.search(r'\b[A-Z_a-z0-9]+\b', want) and not self.known(want):
                    continue
                self.check('__builtin_types_compatible_p(%s, %s)' % (n, want), '%s is %s' % (n, r['canonical']))

    def known(self, t):
        for w in re.findall(r'[A-Za-z_]\w*', t):
            if w in ('struct', 'union', 'enum', 'const', 'volatile', '__unaligned', 'unsigned', 'signed', 'char', 'short', 'int', 'long', 'double', 'float', 'void'):
                continue
            if w not in self.s.typedefs and w not in self.s.tags and w not in self.s.opaque and w not in self.forward:
                return False
        return True

    forward = set()

    def prototype(self, label, subject, ret, params, pointer=False, convention='NTAPI'):
        n = self.count
        body = '%s %s(%s)' % (ctype(ret), '(%s *ddi_p%d)' % (convention, n) if pointer else '%s ddi_p%d' % (convention, n), parameters(params))
        self.lines.append('typedef %s;' % body)
        self.check('__builtin_types_compatible_p(__typeof__(%s), ddi_p%d)' % (subject, n), label, None)

    def functions(self, old_prototypes=False):
        for n, r in self.f.functions.items():
            kind = r['kind']
            present = n in self.s.functions or n in self.s.macros or n in self.s.variables
            if not present:
                self.absent.append((kind, n))
                continue
            self.checked.add(n)
            if kind == 'data':
                self.check('sizeof(%s) == sizeof(%s)' % (n, ctype(r['return_type'])), 'data %s is %s' % (n, r['return_type']))
            elif kind == 'import' and n not in self.s.function_macros:
                self.prototype('prototype of %s' % n, n, r['return_type'], r['parameters'])
            elif kind == 'inline' and n in self.s.functions:
                self.prototype('prototype of %s (inline)' % n, n, r['return_type'], r['parameters'], convention=self.inline_convention(n))
            else:
                self.check('1', '%s is there' % n)  # an intrinsic or macro: only that it exists
        for n, r in self.f.callbacks.items():
            if n not in self.s.typedefs:
                self.absent.append(('callback', n))
                continue
            self.checked.add(n)
            if r['kind'] == 'pointer' and r['alias_of']:
                self.check('__builtin_types_compatible_p(%s, %s *)' % (n, r['alias_of']), '%s points to %s' % (n, r['alias_of']))
            else:
                self.prototype('type %s' % n, n, r['return_type'], r['parameters'], r['kind'] == 'pointer')

    HOST_FUNCTIONS = set('KeGetCurrentIrql KeGetCurrentThread PsGetCurrentThread KeGetCurrentProcessorIndex KeGetPcr KeGetCurrentProcessorNumber '
                         'KeRaiseIrqlToDpcLevel KeRaiseIrqlToSynchLevel NdisCurrentProcessorIndex'.split())

    def inline_convention(self, n):
        """Inline code has the compiler's own convention; what reads the processor is a function of Flue's on the host."""
        return 'DDI_HOST_FUNCTION' if n in self.HOST_FUNCTIONS else ''

    def documented(self):
        """6.81 to 6.89, and kernel names after the kit: what documented.tsv puts in numbers."""
        for r in self.f.documented:
            name, value = r['name'], r['value_or_signature_or_layout']
            m = re.match(r'^(\w+)(?: revision \d+)? layout$', name)
            if r['kind'] == 'struct' and m and self.has_type(m.group(1)):
                t = m.group(1)
                size = re.search(r'size (\d+) align (\d+)', value)
                if 'revision' in name and t == 'NDIS_OFFLOAD' and 'revision 7' not in name:
                    continue
                if size:
                    self.check('sizeof(%s) == %s' % (t, size.group(1)), 'documented sizeof %s' % t, t)
                    self.check('_Alignof(%s) == %s' % (t, size.group(2)), 'documented alignment of %s' % t)
                if ':' in value:
                    for f, off in re.findall(r'\b([A-Z]\w+(?:\.\w+)*) (\d+)\b', value.split(':', 1)[1]):
                        if f.split('.')[0] in self.s.members and 'bits' not in value.split(f + ' ' + off)[0][-5:] and t.startswith('NDIS_POLL'):
                            self.check('__builtin_offsetof(%s, %s) == %s' % (t, f, off), 'documented offset of %s.%s' % (t, f))
            elif r['kind'] == 'constant' and re.match(r'^\w+$', name):
                n = re.match(r'^(0x[0-9A-Fa-f]+|\d+)(?:[;, (]|$)', value)
                if n and (name in self.s.macros or name in self.s.enumerators):
                    self.check('(unsigned long long)(%s) == %sull' % (name, n.group(1)), 'documented %s is %s' % (name, n.group(1)), name)
                elif name not in self.s.macros and name not in self.s.enumerators and re.match(r'^[A-Z][A-Z0-9_a-z]+$', name):
                    self.absent.append(('documented constant', name))
            elif r['kind'] in ('function', 'inline') and re.match(r'^\w+$', name):
                if name in self.s.functions or name in self.s.macros:
                    self.check('1', 'documented %s is there' % name, name)
                else:
                    self.absent.append(('documented ' + r['kind'], name))

    def text(self):
        head = '#if defined(_WIN32)\n#define DDI_HOST_FUNCTION\n#else\n#define DDI_HOST_FUNCTION NTAPI\n#endif\n'
        inc = [line for line in self.lines if line.startswith('#include')]
        out = inc + [head] + [line for line in self.lines if not line.startswith('#include')]
        for i, (t, field, _, _, _) in enumerate(self.bits):
            out.append('extern const %s ddi_bf_%d; const %s ddi_bf_%d = {.%s = -1};' % (t, i, t, i, field))
        for i, (name, _) in enumerate(self.values, len(self.bits)):
            out.append('extern const unsigned long long ddi_bf_%d; const unsigned long long ddi_bf_%d = (unsigned long long)(%s);' % (i, i, name))
        return '\n'.join(out) + '\n'
