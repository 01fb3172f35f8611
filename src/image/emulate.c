#include "image/decode.h"
int image_emulate(struct image_trap *t, struct image_fault *f) { (void)t; (void)f; return 0; }
bool image_is_device(uint64_t a) { (void)a; return false; }
int image_patch(struct image *m, struct err *e) { (void)m; (void)e; return 0; }
size_t image_patch_bound(const struct pe *p) { (void)p; return 0; }
