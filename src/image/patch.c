/*
 * Load-time patching, so that steady state does not trap (a trap costs about 12 us).
 *
 *   mov reg, cr8      4 bytes. Becomes a jump to a stub that reads the IRQL from gs (KPCR.Irql).
 *   mov cr8, reg      likewise; the stub calls image_cr8_write, which calls host->set_cr8.
 *   mov reg, imm64    with an address in SharedUserData (0xFFFFF78000000000 and 4 KiB): the immediate is replaced by host->kuser_page.
 *   mov al.., moffs64 likewise.
 *
 * A jump takes 5 bytes, so the instructions that follow (or, failing that, the one before) move to the stub as well. That is done only if
 * it can be proved right: the place was reached by following control flow (codemap.c), nothing is known or suspected to jump between the
 * first and the last byte, and each instruction that moves can be re-encoded: rip-relative operands and direct jumps are rebased, a call
 * gets its original return address (so that the stack looks to the unwinder as it did). Instructions in the stub keep a record of where
 * they came from. Everything else is left to trap, counted.
 */
#include "image/codemap.h"
#include "image/decode.h"
#include <stdlib.h>

#define KUSER_BASE 0xfffff78000000000ull
#define STUB_BYTES 128u /* most a stub takes: see emit() */
#define WINDOW_MAX 8    /* instructions */
#define IS_CR8(o)  ((o).type == ZYDIS_OPERAND_TYPE_REGISTER && (o).reg.value == ZYDIS_REGISTER_CR8)

/* An upper bound, from the raw bytes: 0F 20 or 0F 22 with reg = 0. The head of the area holds the address of image_cr8_write. */
size_t image_patch_bound(const struct pe *p)
{
	size_t n = 0;
	for (unsigned s = 0; s < p->sections; s++) {
		const struct pe_section *x = &p->section[s];
		const uint8_t *b = x->flags & PE_SCN_EXECUTE && x->raw_size > 3 ? pe_at(p, x->rva, x->raw_size) : NULL;
		for (uint32_t i = 0; b && i + 2 < x->raw_size; i++)
			n += b[i] == 0x0f && (b[i + 1] & 0xfd) == 0x20 && (b[i + 2] & 0xf8) == 0xc0;
	}
	return n ? 16 + n * STUB_BYTES : 0;
}

struct window {
	unsigned count, site; /* instructions; index of the cr8 one */
	struct insn insn[WINDOW_MAX];
};

static uint32_t window_bytes(const struct window *w)
{
	uint32_t n = 0;
	for (unsigned i = 0; i < w->count; i++)
		n += w->insn[i].i.length;
	return n;
}

static bool ends_flow(const struct insn *n)
{
	return n->i.meta.category == ZYDIS_CATEGORY_UNCOND_BR || n->i.meta.category == ZYDIS_CATEGORY_RET ||
	       n->i.meta.category == ZYDIS_CATEGORY_CALL;
}

static bool is_cr8(const struct insn *n)
{
	return n->i.mnemonic == ZYDIS_MNEMONIC_MOV && n->i.operand_count_visible == 2 && (IS_CR8(n->o[0]) || IS_CR8(n->o[1]));
}

/* Can emit() re-encode it? */
static bool movable(const struct insn *n)
{
	if (is_cr8(n))
		return IS_CR8(n->o[1]) || (host->set_cr8 && n->o[1].reg.value != ZYDIS_REGISTER_RSP);
	if (n->i.mnemonic == ZYDIS_MNEMONIC_LOOP || n->i.mnemonic == ZYDIS_MNEMONIC_LOOPE || n->i.mnemonic == ZYDIS_MNEMONIC_LOOPNE ||
	    n->i.mnemonic == ZYDIS_MNEMONIC_JRCXZ || n->i.mnemonic == ZYDIS_MNEMONIC_JECXZ || n->i.mnemonic == ZYDIS_MNEMONIC_XBEGIN)
		return false;
	if (n->i.meta.category == ZYDIS_CATEGORY_CALL) {
		/* The return address is pushed first: an operand that rsp is part of would change its meaning. */
		const ZydisDecodedOperand *o = &n->o[0];
		if (o->type == ZYDIS_OPERAND_TYPE_MEMORY)
			return o->mem.base == ZYDIS_REGISTER_RIP;
		return o->type == ZYDIS_OPERAND_TYPE_IMMEDIATE ||
		       (o->type == ZYDIS_OPERAND_TYPE_REGISTER && o->reg.value != ZYDIS_REGISTER_RSP);
	}
	return n->i.mnemonic != ZYDIS_MNEMONIC_INT3;
}

struct out {
	struct image *m;
	uint32_t at; /* rva of the next stub byte */
	bool ok;
};

static void bytes(struct out *o, const void *p, size_t n)
{
	memcpy(o->m->base + o->at, p, n);
	o->at += (uint32_t)n;
}
#define EMIT(o, ...)                                                                                                                       \
	do {                                                                                                                               \
		const uint8_t emit_bytes[] = {__VA_ARGS__};                                                                                \
		bytes(o, emit_bytes, sizeof(emit_bytes));                                                                                  \
	} while (0)

static void emit_rel32(struct out *o, uint64_t target_rva)
{
	int64_t d = (int64_t)target_rva - ((int64_t)o->at + 4);
	int32_t v = (int32_t)d;
	if (d != v)
		o->ok = false;
	bytes(o, &v, 4);
}

/* One instruction into the stub. At most 31 bytes. `from` is its original rva. */
static void emit(struct out *o, const struct insn *n, uint32_t from)
{
	struct image *m = o->m;
	uint32_t next = from + n->i.length;
	const ZydisDecodedOperand *a = &n->o[0];
	if (is_cr8(n)) {
		bool read = IS_CR8(n->o[1]), high;
		int r = image_reg_index(n->o[read ? 0 : 1].reg.value, &high);
		uint8_t low = (uint8_t)(r & 7);
		if (read) { /* movzx r32, byte gs:[IMAGE_GS_IRQL]: clears the upper bits, changes no flag */
			EMIT(o, 0x65);
			if (r >= 8)
				EMIT(o, 0x44);
			EMIT(o, 0x0f, 0xb6, (uint8_t)(low << 3 | 4), 0x25, IMAGE_GS_IRQL, 0, 0, 0);
		} else { /* push r; call [image_cr8_write]; lea rsp, [rsp+8] */
			if (r >= 8)
				EMIT(o, 0x41);
			EMIT(o, (uint8_t)(0x50 | low), 0xff, 0x15);
			emit_rel32(o, m->patches);
			m->moved[m->moved_count++] =
			        (struct image_moved){o->at, next}; /* the return address means: behind the instruction */
			EMIT(o, 0x48, 0x8d, 0x64, 0x24, 0x08);
		}
		return;
	}
	if (n->i.meta.category == ZYDIS_CATEGORY_CALL) {
		uint64_t ret = (uint64_t)m->base + next;
		uint32_t low = (uint32_t)ret, up = (uint32_t)(ret >> 32);
		EMIT(o, 0x68); /* push imm32, then the upper half */
		bytes(o, &low, 4);
		EMIT(o, 0xc7, 0x44, 0x24, 0x04);
		bytes(o, &up, 4);
		if (a->type == ZYDIS_OPERAND_TYPE_IMMEDIATE) {
			EMIT(o, 0xe9);
			emit_rel32(o, next + a->imm.value.u);
		} else if (a->type == ZYDIS_OPERAND_TYPE_MEMORY) {
			EMIT(o, 0xff, 0x25);
			emit_rel32(o, next + (uint64_t)a->mem.disp.value);
		} else {
			bool high;
			int r = image_reg_index(a->reg.value, &high);
			if (r >= 8)
				EMIT(o, 0x41);
			EMIT(o, 0xff, (uint8_t)(0xe0 | (r & 7)));
		}
		return;
	}
	if (a->type == ZYDIS_OPERAND_TYPE_IMMEDIATE && a->imm.is_relative) { /* jmp, jcc */
		if (n->i.meta.category == ZYDIS_CATEGORY_UNCOND_BR)
			EMIT(o, 0xe9);
		else
			EMIT(o, 0x0f, (uint8_t)(0x80 | (n->i.opcode & 0xf)));
		emit_rel32(o, next + a->imm.value.u);
		return;
	}
	uint32_t at = o->at;
	bytes(o, n->bytes, n->i.length);
	for (unsigned i = 0; i < n->i.operand_count_visible; i++)
		if (n->o[i].type == ZYDIS_OPERAND_TYPE_MEMORY && n->o[i].mem.base == ZYDIS_REGISTER_RIP) {
			int64_t d = n->o[i].mem.disp.value + (int64_t)from - (int64_t)at;
			int32_t v = (int32_t)d;
			o->ok = o->ok && d == v;
			memcpy(m->base + at + n->i.raw.disp.offset, &v, 4);
		}
}

/* Fills `w` with instructions from `rva` on until a jump fits; false if one of them can't move or is jumped to. */
static bool window_at(const struct codemap *c, uint32_t rva, uint32_t site, struct window *w)
{
	uint32_t at = rva;
	bool past = false;
	w->count = 0;
	while (at - rva < 5 || !past) {
		struct insn *n = &w->insn[w->count];
		if (w->count == WINDOW_MAX || !(c->flags[at] & MAP_START) || (c->flags[at] & MAP_CONFLICT) ||
		    (at != rva && (c->flags[at] & MAP_TARGET)))
			return false;
		if (!image_decode((uint64_t)c->m->base + at, n) || !movable(n))
			return false;
		if (at == site) {
			w->site = w->count;
			past = true;
		}
		for (unsigned i = 1; i < n->i.length; i++)
			if (c->flags[at + i] & (MAP_CONFLICT | MAP_TARGET))
				return false;
		w->count++;
		at += n->i.length;
		if (ends_flow(n) && (at - rva < 5 || !past))
			return false;
	}
	return true;
}

/* The instruction that ends where `rva` begins and falls through to it; 0 if there is none for certain. */
static uint32_t previous(const struct codemap *c, uint32_t rva)
{
	struct insn n;
	if (c->flags[rva] & MAP_TARGET)
		return 0;
	for (uint32_t p = rva - 1; p && rva - p <= 15; p--)
		if (c->flags[p] & MAP_START)
			return image_decode((uint64_t)c->m->base + p, &n) && p + n.i.length == rva && !ends_flow(&n) ? p : 0;
	return 0;
}

static bool patch_site(struct codemap *c, uint32_t site)
{
	struct image *m = c->m;
	struct window w;
	uint32_t start = site;
	if (!window_at(c, start, site, &w)) {
		start = previous(c, site);
		if (!start || !window_at(c, start, site, &w))
			return false;
	}
	uint32_t size = window_bytes(&w), end = start + size;
	struct out o = {.m = m, .at = (uint32_t)(m->patches + m->patches_used), .ok = true};
	unsigned moved = m->moved_count;
	if (o.at + STUB_BYTES > m->traps)
		return false;
	uint32_t from = start, stub = o.at;
	for (unsigned i = 0; i < w.count; i++) {
		m->moved[m->moved_count++] = (struct image_moved){o.at, from};
		emit(&o, &w.insn[i], from);
		from += w.insn[i].i.length;
	}
	m->moved[m->moved_count++] = (struct image_moved){o.at, end};
	EMIT(&o, 0xe9);
	emit_rel32(&o, end);
	int64_t d = (int64_t)stub - (start + 5);
	int32_t v = (int32_t)d;
	if (!o.ok || d != v || o.at - stub > STUB_BYTES) {
		m->moved_count = moved;
		return false;
	}
	m->patches_used = o.at - m->patches;
	m->base[start] = 0xe9;
	memcpy(m->base + start + 1, &v, 4);
	memset(m->base + start + 5, 0xcc, size - 5);
	/* The window is one instruction now; the others are no places to patch any more. */
	for (uint32_t i = 0; i < size; i++)
		c->flags[start + i] = (uint8_t)((c->flags[start + i] & ~MAP_START) | MAP_BODY);
	for (unsigned i = 0; i < w.count; i++)
		m->info.patched_cr8 += is_cr8(&w.insn[i]);
	return true;
}

static bool patch_kuser(struct image *m, const struct insn *n, uint32_t rva)
{
	uint64_t v;
	unsigned offset;
	if (!host->kuser_page)
		return false;
	if (n->i.raw.imm[0].size == 64 && n->i.raw.imm[0].value.u - KUSER_BASE < 4096) {
		v = n->i.raw.imm[0].value.u;
		offset = n->i.raw.imm[0].offset;
	} else if (n->i.raw.disp.size == 64 && (uint64_t)n->i.raw.disp.value - KUSER_BASE < 4096) {
		v = (uint64_t)n->i.raw.disp.value;
		offset = n->i.raw.disp.offset;
	} else {
		return false;
	}
	v = (uint64_t)host->kuser_page + (v - KUSER_BASE);
	memcpy(m->base + rva + offset, &v, 8);
	m->info.patched_kuser++;
	return true;
}

/* Would trap whenever it runs. Device memory is not among them: it can't be told from other memory here. */
static bool traps(const struct insn *n)
{
	return is_cr8(n) || (n->i.attributes & ZYDIS_ATTRIB_IS_PRIVILEGED) || n->i.mnemonic == ZYDIS_MNEMONIC_IN ||
	       n->i.mnemonic == ZYDIS_MNEMONIC_OUT || n->i.mnemonic == ZYDIS_MNEMONIC_CLI || n->i.mnemonic == ZYDIS_MNEMONIC_STI ||
	       n->i.meta.category == ZYDIS_CATEGORY_IOSTRINGOP;
}

/* Every site of the image: patched or counted. pass 0 collects the windows that references must not point into, pass 1 patches. */
static void each_site(struct codemap *c, uint8_t *interesting)
{
	struct image *m = c->m;
	struct insn n;
	for (uint32_t rva = 0; rva < m->pe.image_size; rva++) {
		if ((c->flags[rva] & (MAP_START | MAP_SITE | MAP_CONFLICT)) != (MAP_START | MAP_SITE) ||
		    !image_decode((uint64_t)m->base + rva, &n))
			continue;
		if (interesting) {
			if (is_cr8(&n))
				for (uint32_t i = rva > 16 ? rva - 16 : 0; i < rva + 24 && i < m->pe.image_size; i++)
					interesting[i] = 1;
			continue;
		}
		if (is_cr8(&n) && patch_site(c, rva))
			continue;
		if (!patch_kuser(m, &n, rva) && traps(&n))
			m->info.trapped_sites++;
	}
	if (interesting)
		return;
	/* What was not reached as code but has the bytes of such an instruction: it may well run, and would trap. */
	for (unsigned s = 0; s < m->pe.sections; s++) {
		const struct pe_section *x = &m->pe.section[s];
		for (uint32_t i = x->rva; x->flags & PE_SCN_EXECUTE && i + 10 < x->rva + x->raw_size; i++) {
			const uint8_t *b = m->base + i;
			if (c->flags[i] & (MAP_START | MAP_BODY))
				continue;
			bool cr8 = (b[0] & 0xfe) == 0x44 && b[1] == 0x0f && (b[2] & 0xfd) == 0x20 && (b[3] & 0xf8) == 0xc0;
			bool kuser = (b[0] & 0xfe) == 0x48 && (b[1] & 0xf8) == 0xb8 && pe_u64(b + 2) - KUSER_BASE < 4096;
			m->info.trapped_sites += cr8 || kuser;
		}
	}
}

static int moved_order(const void *a, const void *b)
{
	const struct image_moved *x = a, *y = b;
	return x->stub < y->stub ? -1 : x->stub > y->stub;
}

int image_patch(struct image *m, struct err *e)
{
	struct codemap c = {0};
	uint8_t *interesting = NULL;
	void (*cr8)(void) = image_cr8_write;
	int rc = 0;
	if (codemap_build(&c, m) || !(interesting = calloc(1, m->pe.image_size)))
		goto nomem;
	if (m->traps > m->patches) {
		unsigned room = (unsigned)((m->traps - m->patches) / STUB_BYTES + 1) * (WINDOW_MAX * 2 + 1);
		m->moved = calloc(room, sizeof(*m->moved));
		if (!m->moved)
			goto nomem;
		memset(m->base + m->patches, 0xcc, m->traps - m->patches);
		memcpy(m->base + m->patches, &cr8, 8);
		m->patches_used = 16;
	}
	each_site(&c, interesting);
	if (m->traps > m->patches) /* something moves only if there is cr8 code */
		codemap_mark_references(&c, interesting);
	each_site(&c, NULL);
	if (m->moved_count)
		qsort(m->moved, m->moved_count, sizeof(*m->moved), moved_order);
	goto out;
nomem:
	rc = err_set(e, ENOMEM, "%s: out of memory", m->info.name);
out:
	codemap_free(&c);
	free(interesting);
	return rc;
}
