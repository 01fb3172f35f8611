#include "image/internal.h"
#include <stdio.h>
#include <stdlib.h>
void image_set_host(const struct image_host *h)
{
	image_host_current = h;
	image_hook_enter = h->enter;
	image_hook_leave = h->leave;
}
void image_frames_exhausted(const struct image_export *x);
void image_frames_exhausted(const struct image_export *x)
{
	fprintf(stderr, "side stack exhausted calling %s\n", x->name);
	abort();
}
int image_patch(struct image *m, struct err *e) { (void)m; (void)e; return 0; }
size_t image_patch_bound(const struct pe *p) { (void)p; return 0; }
const struct image_export image_seh_exports[] = {{0}};
