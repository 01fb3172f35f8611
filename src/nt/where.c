/*
 * Who asked, and may we look: the driver address that entered the current export, and whether memory can be read.
 */
#include "nt/core.h"
#include <string.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * The innermost side-stack frame names the export the driver called. It is to blame for what is allocated there when it called the kernel
 * itself or an allocating function of NDIS; what NDIS or tcpip keep for themselves while, say, NdisMIndicateStatusEx runs is theirs.
 */
const void *nt_caller(void)
{
	const struct nt_thread *self = nt_self();
	if (!self)
		return NULL;
	const struct image_thread *t = &self->gs->image;
	if (!t->base || t->top <= t->base)
		return NULL;
	const struct image_frame *f = t->top - 1;
	const char *name = f->export ? f->export->name : "";
	if (!strncmp(name, "Ndis", 4) && !strstr(name, "Alloc"))
		return NULL;
	return (const void *)f->rip;
}

const char *nt_where_text(const void *address, char *out, size_t max)
{
	struct image_where w = {0};
	if (!address) {
		snprintf(out, max, "Flue");
		return out;
	}
	image_where(address, &w);
	if (!w.image && !w.module[0])
		snprintf(out, max, "%p", address);
	else
		snprintf(out, max, "%s+0x%x%s%s%s", w.module, w.rva, w.symbol[0] ? " (" : "", w.symbol, w.symbol[0] ? ")" : "");
	return out;
}

/* rt_sigprocmask reads its second argument before it refuses the unknown `how`: EFAULT tells an unreadable address, EINVAL a readable one.
 * It needs no system call that the sandbox would not allow anyway, and no signal. */
static bool readable_at(uintptr_t at)
{
	return !(syscall(SYS_rt_sigprocmask, ~0, at & ~7ull, NULL, 8) < 0 && errno == EFAULT);
}

bool nt_readable(const void *p, size_t bytes)
{
	uintptr_t first = (uintptr_t)p, last = first + (bytes ? bytes - 1 : 0);
	if (last < first || first < RAM_PAGE || last >> 47)
		return false;
	for (uintptr_t page = first & ~(uintptr_t)(RAM_PAGE - 1); page <= last; page += RAM_PAGE)
		if (!readable_at(page))
			return false;
	return true;
}
