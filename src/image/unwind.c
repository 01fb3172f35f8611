/*
 * Stepping one frame of driver code by .pdata: the job of RtlLookupFunctionEntry and RtlVirtualUnwind.
 *
 * UNWIND_INFO (Microsoft's "x64 exception handling" page): byte 0 version (3 bits) and flags (5), byte 1 prologue size, byte 2 number of
 * 16-bit code slots, byte 3 frame register (4) and its offset in 16 bytes (4); the slots, padded to an even number; then the handler's RVA
 * and its data, or the parent's RUNTIME_FUNCTION if the entry is chained. Version 2 adds EPILOG codes, one slot each, that describe
 * epilogues; we need none of them because epilogues are recognized by their instructions, which the ABI restricts for that purpose: adjust
 * rsp, pop, ret or tail jump.
 *
 * Everything is checked: unwind data against the image, stack reads by a copy that survives a fault. A step costs well under a microsecond.
 */
#include "image/internal.h"

enum {
	UW_PUSH_NONVOL,
	UW_ALLOC_LARGE,
	UW_ALLOC_SMALL,
	UW_SET_FPREG,
	UW_SAVE_NONVOL,
	UW_SAVE_NONVOL_FAR,
	UW_EPILOG,
	UW_SPARE,
	UW_SAVE_XMM,
	UW_SAVE_XMM_FAR,
	UW_MACHFRAME
};
#define UWF_EHANDLER 1u
#define UWF_UHANDLER 2u
#define UWF_CHAIN    4u
#define CHAIN_MAX    32

struct unwind_info {
	uint8_t version, flags, prolog, slots, reg;
	uint32_t reg_offset;
	const uint8_t *codes;
	uint32_t after; /* rva behind the codes: handler or chained function */
};

static bool read_info(const struct image *m, uint32_t rva, struct unwind_info *u)
{
	const uint8_t *p = pe_at(&m->pe, rva, 4);
	if (!p)
		return false;
	u->version = p[0] & 7;
	u->flags = p[0] >> 3;
	u->prolog = p[1];
	u->slots = p[2];
	u->reg = p[3] & 15;
	u->reg_offset = (p[3] >> 4) * 16u;
	u->codes = p + 4;
	u->after = rva + 4 + ((u->slots + 1u) & ~1u) * 2u;
	return (u->version == 1 || u->version == 2) && pe_at(&m->pe, rva, u->after - rva);
}

static const struct win_function *function_entry(const struct image *m, uint32_t rva)
{
	unsigned low = 0, high = m->function_count;
	while (low < high) {
		unsigned mid = (low + high) / 2;
		const struct win_function *f = &m->functions[mid];
		if (rva < f->begin)
			high = mid;
		else if (rva >= f->end)
			low = mid + 1;
		else {
			/* an odd unwind RVA refers to another entry */
			for (int i = 0; f && (f->unwind & 1) && i < CHAIN_MAX; i++)
				f = pe_at(&m->pe, f->unwind & ~1u, sizeof(*f));
			return f;
		}
	}
	return NULL;
}

const struct win_function *image_function_at(uint64_t pc, struct image **out)
{
	struct image *m = image_find(pc);
	if (out)
		*out = m;
	if (!m || pc - (uint64_t)m->base >= m->pe.image_size)
		return NULL;
	return function_entry(m, (uint32_t)(pc - (uint64_t)m->base));
}

/* Where the function begins that a fragment belongs to: follows chained unwind information to its end. */
static uint32_t primary(const struct image *m, const struct win_function *f)
{
	struct unwind_info u;
	uint32_t begin = f->begin;
	for (int i = 0; f && i < CHAIN_MAX && read_info(m, f->unwind, &u) && (u.flags & UWF_CHAIN); i++) {
		f = pe_at(&m->pe, u.after, sizeof(*f));
		begin = f ? f->begin : begin;
	}
	return begin;
}

static bool pop(struct win_context *c, uint64_t *v)
{
	if (image_guarded_copy(v, (void *)c->reg[RSP], 8))
		return false;
	c->reg[RSP] += 8;
	return true;
}

/* If c->rip is in an epilogue, carries out the rest of it. */
static bool finish_epilogue(const struct image *m, const struct win_function *fn, const struct unwind_info *u, struct win_context *c)
{
	uint32_t rva = (uint32_t)(c->rip - (uint64_t)m->base), end = fn->end;
	struct win_context n = *c;
	uint8_t b[64] = {0};
	size_t have = end - rva < sizeof(b) - 16 ? end - rva : sizeof(b) - 16, i = 0;
	const void *code = pe_at(&m->pe, rva, have);
	if (!code)
		return false;
	memcpy(b, code, have);
	if (b[0] == 0x48 && b[1] == 0x83 && b[2] == 0xc4) { /* add rsp, imm8 */
		n.reg[RSP] += (uint64_t)(int8_t)b[3];
		i = 4;
	} else if (b[0] == 0x48 && b[1] == 0x81 && b[2] == 0xc4) { /* add rsp, imm32 */
		n.reg[RSP] += (uint64_t)(int32_t)pe_u32(b + 3);
		i = 7;
	} else if ((b[0] & 0xfe) == 0x48 && b[1] == 0x8d && (b[2] & 0x38) == 0x20 && u->reg) { /* lea rsp, [frame register + disp] */
		unsigned reg = (b[2] & 7u) | (b[0] & 1u) << 3, mod = b[2] >> 6;
		i = 3;
		if ((b[2] & 7) == 4) {
			if (b[3] != 0x24)
				return false;
			i = 4;
		}
		if (reg != u->reg || (mod != 1 && mod != 2))
			return false;
		n.reg[RSP] = n.reg[reg] + (uint64_t)(mod == 1 ? (int64_t)(int8_t)b[i] : (int64_t)(int32_t)pe_u32(b + i));
		i += mod == 1 ? 1 : 4;
	}
	for (; i < have; i++) {
		unsigned rex = 0;
		if (b[i] == 0x41 && (b[i + 1] & 0xf8) == 0x58) {
			rex = 8;
			i++;
		} else if ((b[i] & 0xf8) != 0x58) {
			break;
		}
		uint64_t v;
		unsigned reg = (b[i] & 7u) | rex;
		if (!pop(&n, &v))
			return false;
		n.reg[reg] = v;
	}
	if (i >= have)
		return false;
	bool leaves = b[i] == 0xc3 || (b[i] == 0xf3 && b[i + 1] == 0xc3);
	if (b[i] == 0xc2) {
		uint64_t ret;
		if (!pop(&n, &ret))
			return false;
		n.reg[RSP] += pe_u16(b + i + 1);
		n.rip = ret;
		*c = n;
		return true;
	}
	if (b[i] == 0xe9 || b[i] == 0xeb) { /* a tail call, unless it stays in the function or goes to a patch stub */
		int64_t d = b[i] == 0xeb ? (int64_t)(int8_t)b[i + 1] + 2 : (int64_t)(int32_t)pe_u32(b + i + 1) + 5;
		int64_t target = (int64_t)rva + (int64_t)i + d;
		if (target < 0 || target >= (int64_t)m->pe.image_size)
			return false;
		const struct win_function *other = function_entry(m, (uint32_t)target);
		leaves =
		        !other ? true
		               : (uint32_t)target == other->begin && (primary(m, other) != primary(m, fn) || (uint32_t)target == fn->begin);
	} else if ((b[i] == 0x48 && b[i + 1] == 0xff && ((b[i + 2] & 0xf8) == 0xe0 || b[i + 2] == 0x25)) ||
	           (b[i] == 0xff && b[i + 1] == 0x25)) {
		leaves = true; /* tail call through a pointer; the ABI marks it by rex.w */
	}
	if (!leaves || !pop(&n, &n.rip))
		return false;
	*c = n;
	return true;
}

/* How many slots a code takes; 0 = unknown. */
static unsigned code_slots(unsigned op, unsigned info, unsigned version)
{
	switch (op) {
	case UW_PUSH_NONVOL:
	case UW_ALLOC_SMALL:
	case UW_SET_FPREG:
	case UW_MACHFRAME:
		return 1;
	case UW_ALLOC_LARGE:
		return info ? 3 : 2;
	case UW_SAVE_NONVOL:
	case UW_SAVE_XMM:
		return 2;
	case UW_SAVE_NONVOL_FAR:
	case UW_SAVE_XMM_FAR:
		return 3;
	case UW_EPILOG: /* version 1 had a 64-bit xmm save here that no shipped compiler emits */
		return version == 2 ? 1 : 2;
	case UW_SPARE:
		return version == 2 ? 2 : 3;
	default:
		return 0;
	}
}

/* Undoes the codes of one unwind_info; with offset < prologue size only those whose instruction has been executed. */
static int undo(const struct unwind_info *u, uint32_t offset, struct win_context *c, bool *machine)
{
	uint64_t base = c->reg[RSP];
	bool partial = offset < u->prolog;
	if (u->reg && !partial)
		base = c->reg[u->reg] - u->reg_offset;
	else if (u->reg)
		for (unsigned i = 0; i < u->slots; i++) { /* has the frame register been set yet? */
			if ((u->codes[i * 2 + 1] & 15) == UW_SET_FPREG && offset >= u->codes[i * 2])
				base = c->reg[u->reg] - u->reg_offset;
			unsigned n = code_slots(u->codes[i * 2 + 1] & 15, u->codes[i * 2 + 1] >> 4, u->version);
			i += n ? n - 1 : 0;
		}
	for (unsigned i = 0; i < u->slots;) {
		const uint8_t *k = u->codes + i * 2;
		unsigned op = k[1] & 15, info = k[1] >> 4, n = code_slots(op, info, u->version);
		if (!n || i + n > u->slots)
			return -EINVAL;
		i += n;
		if (partial && offset < k[0] && op != UW_EPILOG)
			continue;
		uint64_t v;
		switch (op) {
		case UW_PUSH_NONVOL:
			if (!pop(c, &v))
				return -EFAULT;
			c->reg[info] = v;
			break;
		case UW_ALLOC_LARGE:
			c->reg[RSP] += info ? pe_u32(k + 2) : pe_u16(k + 2) * 8u;
			break;
		case UW_ALLOC_SMALL:
			c->reg[RSP] += info * 8 + 8;
			break;
		case UW_SET_FPREG:
			c->reg[RSP] = c->reg[u->reg] - u->reg_offset;
			break;
		case UW_SAVE_NONVOL:
		case UW_SAVE_NONVOL_FAR:
			v = base + (op == UW_SAVE_NONVOL ? pe_u16(k + 2) * 8u : pe_u32(k + 2));
			if (image_guarded_copy(&c->reg[info], (void *)v, 8))
				return -EFAULT;
			break;
		case UW_SAVE_XMM:
		case UW_SAVE_XMM_FAR:
			v = base + (op == UW_SAVE_XMM ? pe_u16(k + 2) * 16u : pe_u32(k + 2));
			if (image_guarded_copy(&c->xmm[info], (void *)v, 16))
				return -EFAULT;
			break;
		case UW_MACHFRAME: { /* what the processor pushes on an interrupt: [error code], rip, cs, flags, rsp, ss */
			uint64_t frame[5];
			if (image_guarded_copy(frame, (void *)(c->reg[RSP] + (info ? 8 : 0)), sizeof(frame)))
				return -EFAULT;
			c->rip = frame[0];
			c->reg[RSP] = frame[3];
			*machine = true;
			break;
		}
		default:
			break;
		}
	}
	return 0;
}

static uint64_t establisher_of(const struct unwind_info *u, uint32_t offset, const struct win_context *c)
{
	if (!u->reg)
		return c->reg[RSP];
	if (offset >= u->prolog || (u->flags & UWF_CHAIN))
		return c->reg[u->reg] - u->reg_offset;
	for (unsigned i = 0; i < u->slots;) {
		unsigned op = u->codes[i * 2 + 1] & 15, n = code_slots(op, u->codes[i * 2 + 1] >> 4, u->version);
		if (op == UW_SET_FPREG && offset >= u->codes[i * 2])
			return c->reg[u->reg] - u->reg_offset;
		i += n ? n : 1;
	}
	return c->reg[RSP];
}

int image_unwind_step(struct image *m, const struct win_function *fn, struct win_context *c, unsigned want, win_handler **handler,
                      void **handler_data, uint64_t *establisher)
{
	struct unwind_info u;
	bool machine = false;
	*handler = NULL;
	*handler_data = NULL;
	*establisher = c->reg[RSP];
	if (!fn) /* a leaf: changes neither rsp nor nonvolatile registers */
		return pop(c, &c->rip) ? 0 : -EFAULT;
	if (!read_info(m, fn->unwind, &u))
		return -EINVAL;
	uint32_t offset = (uint32_t)(c->rip - (uint64_t)m->base - fn->begin);
	bool prologue = offset < u.prolog && !(u.flags & UWF_CHAIN);
	*establisher = establisher_of(&u, offset, c);
	if (!prologue && finish_epilogue(m, fn, &u, c))
		return 0;
	for (int i = 0;; i++) {
		int rc = undo(&u, i ? UINT32_MAX : offset, c, &machine);
		if (rc)
			return rc;
		if (!(u.flags & UWF_CHAIN))
			break;
		const struct win_function *parent = i < CHAIN_MAX ? pe_at(&m->pe, u.after, sizeof(*parent)) : NULL;
		if (!parent || !read_info(m, parent->unwind, &u))
			return -EINVAL;
	}
	if (!machine && !pop(c, &c->rip))
		return -EFAULT;
	if (!prologue && (u.flags & want & (UWF_EHANDLER | UWF_UHANDLER))) {
		const uint8_t *h = pe_at(&m->pe, u.after, 4);
		uint64_t at = h ? (uint64_t)m->base + pe_u32(h) : 0;
		if (!h || !image_in_code(m, at))
			return -EINVAL;
		*handler = (win_handler *)(uintptr_t)at;
		*handler_data = (void *)(uintptr_t)(h + 4);
	}
	return 0;
}
