/*
 * Finding code. Seeds are the functions of .pdata, the entry point and the exports; from there every direct jump and call is followed. What
 * indirect jumps reach (switch tables) stays unfound, and so does a leaf function that is only called through a pointer: patch.c leaves
 * them alone, and codemap_mark_references() keeps it from moving any instruction that unfound code or a table might jump to.
 *
 * One pass over the code: about 10 million instructions a second; a 100 KiB driver takes some milliseconds.
 */
#include "image/codemap.h"
#include "image/decode.h"
#include <stdlib.h>

static int push_u32(uint32_t **a, unsigned *count, unsigned *room, uint32_t v)
{
	if (*count == *room) {
		unsigned n = *room ? *room * 2 : 256;
		uint32_t *p = realloc(*a, n * sizeof(*p));
		if (!p)
			return -ENOMEM;
		*a = p;
		*room = n;
	}
	(*a)[(*count)++] = v;
	return 0;
}

static bool in_code(const struct codemap *c, uint64_t rva)
{
	const struct pe_section *s = rva < c->m->pe.image_size ? pe_section_of(&c->m->pe, (uint32_t)rva) : NULL;
	return s && (s->flags & PE_SCN_EXECUTE) && rva - s->rva < s->raw_size;
}

static int reach(struct codemap *c, uint64_t rva, bool target)
{
	if (!in_code(c, rva))
		return 0;
	if (target)
		c->flags[rva] |= MAP_TARGET;
	if (c->flags[rva] & MAP_START)
		return 0;
	return push_u32(&c->work, &c->work_count, &c->work_room, (uint32_t)rva);
}

static void export_seed(void *ctx, const char *name, uint32_t rva)
{
	struct codemap *c = ctx;
	(void)name;
	reach(c, rva, true);
}

/* Follows one straight line of code until it ends or joins what is known. */
static int follow(struct codemap *c, uint32_t rva)
{
	const struct image *m = c->m;
	struct insn n;
	while (in_code(c, rva)) {
		if (c->flags[rva] & MAP_START)
			return 0;
		if ((c->flags[rva] & MAP_BODY) || !image_decode((uint64_t)m->base + rva, &n) ||
		    !in_code(c, (uint64_t)rva + n.i.length - 1)) {
			c->flags[rva] |= MAP_CONFLICT;
			return 0;
		}
		for (unsigned i = 1; i < n.i.length; i++) {
			if (c->flags[rva + i] & MAP_START) {
				c->flags[rva] |= MAP_CONFLICT;
				c->flags[rva + i] |= MAP_CONFLICT;
			}
			c->flags[rva + i] |= MAP_BODY;
		}
		c->flags[rva] |= MAP_START;
		if (n.i.raw.imm[0].size == 64 || n.i.raw.disp.size == 64 || (n.i.attributes & ZYDIS_ATTRIB_IS_PRIVILEGED) ||
		    n.i.mnemonic == ZYDIS_MNEMONIC_IN || n.i.mnemonic == ZYDIS_MNEMONIC_OUT || n.i.mnemonic == ZYDIS_MNEMONIC_CLI ||
		    n.i.mnemonic == ZYDIS_MNEMONIC_STI || n.i.meta.category == ZYDIS_CATEGORY_IOSTRINGOP ||
		    (n.i.opcode_map == ZYDIS_OPCODE_MAP_0F && (n.i.opcode & 0xfc) == 0x20))
			c->flags[rva] |= MAP_SITE; /* the last: mov to and from control registers */
		for (unsigned i = 0; i < n.i.operand_count_visible; i++) {
			const ZydisDecodedOperand *o = &n.o[i];
			uint64_t to;
			if (o->type == ZYDIS_OPERAND_TYPE_IMMEDIATE && o->imm.is_relative) {
				to = rva + n.i.length + o->imm.value.u;
				int rc = reach(c, to, true);
				if (rc)
					return rc;
			} else if (o->type == ZYDIS_OPERAND_TYPE_MEMORY && o->mem.base == ZYDIS_REGISTER_RIP) {
				to = rva + n.i.length + (uint64_t)o->mem.disp.value;
				if (to >= m->pe.image_size)
					continue;
				c->flags[to] |= MAP_TARGET;
				if (n.i.mnemonic == ZYDIS_MNEMONIC_LEA &&
				    push_u32(&c->tables, &c->table_count, &c->table_room, (uint32_t)to))
					return -ENOMEM;
			}
		}
		switch (n.i.meta.category) {
		case ZYDIS_CATEGORY_UNCOND_BR:
		case ZYDIS_CATEGORY_RET:
			return 0;
		default:
			break;
		}
		if (n.i.mnemonic == ZYDIS_MNEMONIC_INT3 || n.i.mnemonic == ZYDIS_MNEMONIC_UD2 ||
		    (n.i.mnemonic == ZYDIS_MNEMONIC_INT && n.o[0].imm.value.u == 0x29))
			return 0;
		rva += n.i.length;
	}
	return 0;
}

int codemap_build(struct codemap *c, struct image *m)
{
	memset(c, 0, sizeof(*c));
	c->m = m;
	c->flags = calloc(1, m->pe.image_size);
	if (!c->flags)
		return -ENOMEM;
	reach(c, m->pe.entry, true);
	for (unsigned i = 0; i < m->function_count; i++)
		reach(c, m->functions[i].begin, true);
	pe_each_export(&m->pe, export_seed, c);
	while (c->work_count) {
		int rc = follow(c, c->work[--c->work_count]);
		if (rc)
			return rc;
	}
	return 0;
}

void codemap_free(struct codemap *c)
{
	free(c->flags);
	free(c->tables);
	free(c->work);
}

static void refer(struct codemap *c, const uint8_t *interesting, uint64_t rva)
{
	if (rva < c->m->pe.image_size && interesting[rva])
		c->flags[rva] |= MAP_TARGET;
}

void codemap_mark_references(struct codemap *c, const uint8_t *interesting)
{
	const struct image *m = c->m;
	for (unsigned s = 0; s < m->pe.sections; s++) {
		const struct pe_section *x = &m->pe.section[s];
		const uint8_t *b = m->base + x->rva;
		bool code = x->flags & PE_SCN_EXECUTE;
		for (uint32_t i = 0; i < x->raw_size; i++) {
			uint64_t at = (uint64_t)x->rva + i;
			uint32_t left = x->raw_size - i;
			if (code && (c->flags[at] & (MAP_START | MAP_BODY)))
				continue; /* its targets are known */
			if (left >= 4)
				refer(c, interesting, pe_u32(b + i));
			if (left >= 8)
				refer(c, interesting, pe_u64(b + i) - (uint64_t)m->base);
			if (!code)
				continue;
			if (left >= 2 && (b[i] == 0xeb || (b[i] & 0xf0) == 0x70 || (b[i] & 0xfc) == 0xe0))
				refer(c, interesting, at + 2 + (uint64_t)(int64_t)(int8_t)b[i + 1]);
			if (left >= 5 && (b[i] & 0xfe) == 0xe8)
				refer(c, interesting, at + 5 + (uint64_t)(int64_t)(int32_t)pe_u32(b + i + 1));
			if (left >= 6 && b[i] == 0x0f && (b[i + 1] & 0xf0) == 0x80)
				refer(c, interesting, at + 6 + (uint64_t)(int64_t)(int32_t)pe_u32(b + i + 2));
		}
	}
	/* Table-relative switch tables (clang): 32-bit offsets from the table's own address, as long as they lead into code. */
	for (unsigned i = 0; i < c->table_count; i++)
		for (uint32_t at = c->tables[i], k = 0; k < 4096; k++, at += 4) {
			const uint8_t *p = pe_at(&m->pe, at, 4);
			uint64_t to = p ? c->tables[i] + (uint64_t)(int64_t)(int32_t)pe_u32(p) : UINT64_MAX;
			if (!p || !in_code(c, to))
				break;
			refer(c, interesting, to);
		}
}
