/* What of an image is certainly code: found by following control flow from every known entry, never by guessing. */
#pragma once
#include "image/internal.h"

#define MAP_START    1  /* an instruction begins here */
#define MAP_BODY     2  /* inside an instruction */
#define MAP_TARGET   4  /* something jumps, calls or points here */
#define MAP_SITE     16 /* an instruction that patch.c will look at: it may trap, or holds a 64-bit constant */
#define MAP_CONFLICT 8  /* reached in two overlapping ways: nothing here is certain */

struct codemap {
	struct image *m;
	uint8_t *flags;   /* one byte per byte of the image */
	uint32_t *tables; /* rvas that code takes the address of: possible jump tables */
	unsigned table_count, table_room;
	uint32_t *work;
	unsigned work_count, work_room;
};
/* 0, or -ENOMEM. Free with codemap_free in either case. */
int codemap_build(struct codemap *c, struct image *m);
void codemap_free(struct codemap *c);
/* Marks as MAP_TARGET whatever bytes outside the found code may refer to inside [from, to) with `interesting` set: data words that read as
 * an RVA, a pointer or a table-relative offset, and byte sequences that would be a jump if they were code. */
void codemap_mark_references(struct codemap *c, const uint8_t *interesting);
