"""What a set of headers declares, found by preprocessing them and reading the declarations at file scope."""
import re
import subprocess

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[A-Za-z_]\w*|\.\.\.|[0-9][\w.]*|\S')
KEYWORDS = set('''typedef struct union enum extern static inline const volatile unsigned signed char short int long float double void
    __attribute__ __declspec __inline __forceinline __stdcall __cdecl __fastcall __extension__ __asm__ _Static_assert __volatile__
    __inline__ __int128 __typeof__ _Alignas'''.split())


class Scan:
    """macros, typedefs, tags, enumerators, functions, variables: sets of names; members: every struct member name."""

    def __init__(self):
        self.macros, self.function_macros = set(), set()
        self.typedefs, self.tags, self.enumerators, self.functions, self.variables = set(), set(), set(), set(), set()
        self.members, self.opaque = set(), set()

    def declared(self):
        return self.macros | self.typedefs | self.tags | self.enumerators | self.functions | self.variables


def skip(tokens, i, open_, close):
    depth = 0
    while i < len(tokens):
        if tokens[i] == open_:
            depth += 1
        elif tokens[i] == close:
            depth -= 1
            if depth == 0:
                return i + 1
        i += 1
    return i


def strip_attributes(tokens):
    out, i = [], 0
    while i < len(tokens):
        if tokens[i] in ('__attribute__', '__declspec', '__asm__', '__typeof__', '_Alignas'):
            i = skip(tokens, i + 1, '(', ')')
            continue
        out.append(tokens[i])
        i += 1
    return out


def read_enum(tokens, scan):
    expect = True
    depth = 0
    for t in tokens:
        if t in '({[':
            depth += 1
        elif t in ')}]':
            depth -= 1
        elif depth == 0 and t == ',':
            expect = True
        elif expect and re.match(r'[A-Za-z_]', t):
            scan.enumerators.add(t)
            expect = False


def read_members(tokens, scan):
    i, last = 0, None
    while i < len(tokens):
        t = tokens[i]
        if t in ('struct', 'union', 'enum'):
            kind = t
            i += 1
            if i < len(tokens) and re.match(r'[A-Za-z_]', tokens[i]) and tokens[i] not in KEYWORDS:
                if i + 1 < len(tokens) and tokens[i + 1] == '{':
                    scan.tags.add(tokens[i])
                i += 1
            if i < len(tokens) and tokens[i] == '{':
                end = skip(tokens, i, '{', '}')
                (read_enum if kind == 'enum' else read_members)(tokens[i + 1:end - 1], scan)
                i = end
            last = None
            continue
        if t == '(' and i + 1 < len(tokens) and tokens[i + 1] in ('*', '__stdcall'):
            j = i + 1
            while not re.match(r'[A-Za-z_]', tokens[j]) or tokens[j] in KEYWORDS:
                j += 1
            scan.members.add(tokens[j])
            i = skip(tokens, i, '(', ')')
            if i < len(tokens) and tokens[i] == '(':
                i = skip(tokens, i, '(', ')')
            last = None
            continue
        if t in (';', ',', ':', '['):
            if last:
                scan.members.add(last)
            last = None
            if t == '[':
                i = skip(tokens, i, '[', ']')
                continue
        elif re.match(r'[A-Za-z_]', t) and t not in KEYWORDS:
            last = t
        i += 1


def read_declaration(tokens, scan, body):
    tokens = strip_attributes(tokens)
    if not tokens or tokens[0] == '_Static_assert':
        return
    is_typedef = tokens[0] == 'typedef'
    flat, i = [], 0
    defined_tag = None
    while i < len(tokens):
        t = tokens[i]
        if t in ('struct', 'union', 'enum'):
            i += 1
            name = None
            if i < len(tokens) and re.match(r'[A-Za-z_]', tokens[i]):
                name = tokens[i]
                i += 1
            if i < len(tokens) and tokens[i] == '{':
                end = skip(tokens, i, '{', '}')
                (read_enum if t == 'enum' else read_members)(tokens[i + 1:end - 1], scan)
                i = end
                if name:
                    scan.tags.add(name)
                    defined_tag = name
            elif name and len(flat) == 0 and i >= len(tokens):
                scan.opaque.add(name)
            flat.append('@type')
            continue
        flat.append(t)
        i += 1
    # declarators: identifiers outside parentheses, or the one inside (* name)
    depth, last, found = 0, None, []
    i = 0
    while i < len(flat):
        t = flat[i]
        if t == '(':
            inner = i + 1
            while inner < len(flat) and flat[inner] in ('__stdcall', '__cdecl', '__fastcall'):
                inner += 1
            if depth == 0 and inner < len(flat) and flat[inner] == '*':
                j = inner
                while not re.match(r'[A-Za-z_]', flat[j]) or flat[j] in KEYWORDS:
                    j += 1
                found.append((flat[j], 'pointer'))
                last = None
            elif depth == 0 and last:
                found.append((last, 'function'))
                last = None
            i = skip(flat, i, '(', ')')
            continue
        if t == '[':
            i = skip(flat, i, '[', ']')
            continue
        if t == '=':
            break
        if t == ',':
            if last:
                found.append((last, 'object'))
            last = None
        elif re.match(r'[A-Za-z_]', t) and t not in KEYWORDS:
            last = t
        i += 1
    if last:
        found.append((last, 'object'))
    for name, kind in found:
        if is_typedef:
            scan.typedefs.add(name)
        elif kind == 'function':
            scan.functions.add(name)
        elif not (defined_tag and len(found) == 0):
            scan.variables.add(name)


def scan(compiler, include, headers, flags):
    """compiler: argv list; headers: names to #include."""
    source = ''.join('#include <%s>\n' % h for h in headers)
    result = Scan()
    base = compiler + flags + ['-I', include, '-x', 'c', '-']
    text = subprocess.run(base + ['-E', '-dD'], input=source, capture_output=True, text=True, check=True).stdout
    ours, keep = False, []
    for line in text.split('\n'):
        m = re.match(r'# \d+ "([^"]*)"', line)
        if m:
            ours = m.group(1).startswith(include)
        elif ours and line.startswith('#define '):
            m = re.match(r'#define (\w+)(\(?)', line)
            result.macros.add(m.group(1))
            if m.group(2):
                result.function_macros.add(m.group(1))
        elif ours and not line.startswith('#'):
            keep.append(line)
    tokens = TOKEN.findall('\n'.join(keep))
    i, start = 0, 0
    while i < len(tokens):
        t = tokens[i]
        if t == '{':
            head = tokens[start:i]
            plain = strip_attributes(head)
            end = skip(tokens, i, '{', '}')
            if plain and plain[-1] == ')' and plain[0] != 'typedef':  # a function body
                read_declaration(head, result, True)
                start = i = end
                continue
            i = end
            continue
        if t == '(':
            i = skip(tokens, i, '(', ')')
            continue
        if t == ';':
            read_declaration(tokens[start:i], result, False)
            start = i + 1
        i += 1
    return result


if __name__ == '__main__':
    import sys
    s = scan(['gcc'], sys.argv[1], ['ndis.h', 'ndischimney.h'], '-std=gnu11 -fms-extensions -mms-bitfields -fshort-wchar'.split())
    for k in ('macros', 'typedefs', 'tags', 'enumerators', 'functions', 'variables', 'members'):
        v = getattr(s, k)
        print(k, len(v), sorted(v)[:10])
