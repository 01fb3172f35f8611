/*
 * Instructions that a ring 3 thread may not execute, and the string instructions (which are one with the port ones).
 */
#include "image/emulate.h"
#include <sched.h>

int emulate_string(struct emu *e)
{
	struct image_trap *t = e->t;
	struct insn *n = e->n;
	ZydisMnemonic op = n->i.mnemonic;
	unsigned size = 8;
	bool rep = n->i.attributes & (ZYDIS_ATTRIB_HAS_REP | ZYDIS_ATTRIB_HAS_REPE | ZYDIS_ATTRIB_HAS_REPNE),
	     until_equal = n->i.attributes & ZYDIS_ATTRIB_HAS_REPNE;
	bool in = op == ZYDIS_MNEMONIC_INSB || op == ZYDIS_MNEMONIC_INSW || op == ZYDIS_MNEMONIC_INSD;
	bool out = op == ZYDIS_MNEMONIC_OUTSB || op == ZYDIS_MNEMONIC_OUTSW || op == ZYDIS_MNEMONIC_OUTSD;
	bool movs = op == ZYDIS_MNEMONIC_MOVSB || op == ZYDIS_MNEMONIC_MOVSW || op == ZYDIS_MNEMONIC_MOVSD || op == ZYDIS_MNEMONIC_MOVSQ;
	bool stos = op == ZYDIS_MNEMONIC_STOSB || op == ZYDIS_MNEMONIC_STOSW || op == ZYDIS_MNEMONIC_STOSD || op == ZYDIS_MNEMONIC_STOSQ;
	bool lods = op == ZYDIS_MNEMONIC_LODSB || op == ZYDIS_MNEMONIC_LODSW || op == ZYDIS_MNEMONIC_LODSD || op == ZYDIS_MNEMONIC_LODSQ;
	bool cmps = op == ZYDIS_MNEMONIC_CMPSB || op == ZYDIS_MNEMONIC_CMPSW || op == ZYDIS_MNEMONIC_CMPSD || op == ZYDIS_MNEMONIC_CMPSQ;
	bool scas = op == ZYDIS_MNEMONIC_SCASB || op == ZYDIS_MNEMONIC_SCASW || op == ZYDIS_MNEMONIC_SCASD || op == ZYDIS_MNEMONIC_SCASQ;
	const ZydisDecodedOperand *m = image_memory_operand(n);
	if (!(in || out || movs || stos || lods || cmps || scas) || !m || n->i.address_width != 64)
		return 0;
	size = emulate_bytes(m);
	while (!rep || t->reg[RCX]) {
		uint64_t v = 0, w = 0;
		uint32_t p = 0;
		uint64_t step = t->eflags & FLAG_DF ? -(uint64_t)size : size;
		if (in) {
			if (!host->port || host->port((uint16_t)t->reg[RDX], 0, size, &p))
				return 0;
			v = p;
			e->done = true;
		}
		if ((movs || lods || cmps || out) && emulate_access(e, t->reg[RSI], false, size, &v))
			return 0;
		if ((cmps || scas) && emulate_access(e, t->reg[RDI], false, size, &w))
			return 0;
		if (stos)
			v = t->reg[RAX];
		if (scas)
			v = emulate_truncate(t->reg[RAX], size);
		if ((movs || stos || in) && emulate_access(e, t->reg[RDI], true, size, &v))
			return 0;
		if (out) {
			p = (uint32_t)v;
			if (!host->port || host->port((uint16_t)t->reg[RDX], 1, size, &p))
				return 0;
			e->done = true;
		}
		if (lods)
			t->reg[RAX] = size == 4 ? v : size == 8 ? v : (t->reg[RAX] & ~((1ull << size * 8) - 1)) | v;
		if (cmps || scas)
			emulate_alu(t, ZYDIS_MNEMONIC_CMP, size, &v, w);
		if (movs || lods || cmps || out)
			t->reg[RSI] += step;
		if (movs || stos || in || cmps || scas)
			t->reg[RDI] += step;
		if (!rep)
			break;
		t->reg[RCX]--;
		if ((cmps || scas) && (((t->eflags & 0x40) != 0) == until_equal))
			break;
	}
	return 1;
}

static int privileged_fault(struct image_fault *f)
{
	f->kind = IMAGE_FAULT_PRIVILEGED;
	f->ntstatus = STATUS_PRIVILEGED_INSTRUCTION;
	return 0;
}

/* Instructions that ring 3 may not execute. Only asked for code of drivers, after a general protection fault. */
int emulate_privileged(struct emu *e, struct image_fault *f)
{
	struct image_trap *t = e->t;
	const ZydisDecodedInstruction *i = &e->n->i;
	const ZydisDecodedOperand *d = &e->n->o[0], *s = &e->n->o[1];
	uint64_t v;
	switch (i->mnemonic) {
	case ZYDIS_MNEMONIC_INT:
		if (d->imm.value.u == 0x29) { /* __fastfail */
			f->kind = IMAGE_FAULT_FASTFAIL;
			f->ntstatus = STATUS_STACK_BUFFER_OVERRUN;
			f->address = t->reg[RCX];
		} else if (d->imm.value.u == 0x2c) {
			f->kind = IMAGE_FAULT_BREAKPOINT;
			f->ntstatus = STATUS_ASSERTION_FAILURE;
		} else if (d->imm.value.u == 3 || d->imm.value.u == 0x2d) {
			f->kind = IMAGE_FAULT_BREAKPOINT;
			f->ntstatus = STATUS_BREAKPOINT;
		} else if (d->imm.value.u == 0x80) {
			f->kind = IMAGE_FAULT_SYSCALL; /* a kernel without 32-bit system calls refuses it like this */
			f->ntstatus = STATUS_PRIVILEGED_INSTRUCTION;
			f->address = t->reg[RAX];
		} else {
			return privileged_fault(f);
		}
		return 0;
	case ZYDIS_MNEMONIC_MOV:
		if (d->type == ZYDIS_OPERAND_TYPE_REGISTER && d->reg.value == ZYDIS_REGISTER_CR8 && host->set_cr8) {
			host->set_cr8(image_reg_read(t, s->reg.value));
			return 1;
		}
		if (s->type == ZYDIS_OPERAND_TYPE_REGISTER && s->reg.value == ZYDIS_REGISTER_CR8 && host->get_cr8) {
			image_reg_write(t, d->reg.value, host->get_cr8());
			return 1;
		}
		break;
	case ZYDIS_MNEMONIC_CLI: /* nothing here is delivered asynchronously: there is nothing to hold off */
	case ZYDIS_MNEMONIC_STI:
	case ZYDIS_MNEMONIC_WBINVD:
	case ZYDIS_MNEMONIC_INVD:
	case ZYDIS_MNEMONIC_INVLPG:
		return 1;
	case ZYDIS_MNEMONIC_HLT:
		sched_yield();
		return 1;
	case ZYDIS_MNEMONIC_RDMSR:
		v = 0;
		if (!host->msr || host->msr((uint32_t)t->reg[RCX], 0, &v))
			return privileged_fault(f);
		t->reg[RAX] = v & 0xffffffff;
		t->reg[RDX] = v >> 32;
		return 1;
	case ZYDIS_MNEMONIC_WRMSR:
		v = (t->reg[RAX] & 0xffffffff) | t->reg[RDX] << 32;
		return host->msr && !host->msr((uint32_t)t->reg[RCX], 1, &v) ? 1 : privileged_fault(f);
	case ZYDIS_MNEMONIC_IN:
	case ZYDIS_MNEMONIC_OUT: {
		bool out = i->mnemonic == ZYDIS_MNEMONIC_OUT;
		const ZydisDecodedOperand *port = out ? d : s, *reg = out ? s : d;
		uint32_t p = (uint32_t)image_reg_read(t, reg->reg.value);
		uint16_t number = (uint16_t)(port->type == ZYDIS_OPERAND_TYPE_IMMEDIATE ? port->imm.value.u : t->reg[RDX]);
		if (!host->port || host->port(number, out, emulate_bytes(reg), &p))
			return privileged_fault(f);
		if (!out)
			image_reg_write(t, reg->reg.value, p);
		return 1;
	}
	default:
		break;
	}
	if (i->meta.category == ZYDIS_CATEGORY_IOSTRINGOP)
		return emulate_string(e) ? 1 : privileged_fault(f);
	if (i->attributes & ZYDIS_ATTRIB_IS_PRIVILEGED)
		return privileged_fault(f);
	return 0;
}
