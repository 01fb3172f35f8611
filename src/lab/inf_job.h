/* One installation on paper, between inf_install.c (which sections, in which order), inf_addreg.c (what a line of them does to the
 * registry) and inf_params.c (what Ndi\params then says of each keyword). Functions return 0 or a negative errno with the file's name and
 * line in job.e. */
#pragma once
#include "lab/inf.h"

#define TYPE_SZ     1u
#define TYPE_EXPAND 2u
#define TYPE_BINARY 3u
#define TYPE_DWORD  4u
#define TYPE_MULTI  7u

struct inf_job {
	const struct inf *inf;
	struct inf_install *i;
	struct err *e;
	unsigned depth;
};
/* "file:line: text"; -EINVAL. `fmt` takes `arg` once. */
int inf_wrong(struct inf_job *j, unsigned line, const char *fmt, const char *arg);
void inf_note(struct inf_job *j, const char *fmt, const char *arg); /* for `flue show`: what the INF asked and did not get */
/* The section that an AddReg or DelReg directive in line `from` names. `hkr`: what HKR means there. */
int inf_add_reg(struct inf_job *j, const char *section, enum inf_root hkr, unsigned from);
int inf_del_reg(struct inf_job *j, const char *section, enum inf_root hkr, unsigned from);
/* Collects i->params from the values under Ndi\params, and gives each keyword that has none its default. */
int inf_params(struct inf_install *i);
