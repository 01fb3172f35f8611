/*
 * The export table of NDIS. Data is in exports_main.def and exports_io.def; this file includes no DDI header on purpose: it needs addresses
 * only, so each symbol is declared as bytes under its own assembler name (as src/nt/exports.c does).
 */
#include "image/image.h"

#define ANY       IMAGE_IRQL_ANY
#define QUIET     1
#define NDIS_V(m) (0x00060000u | (m))

#define FN(name, max, min, flags, since)          extern const char x_##name[] __asm__(#name);
#define FN_AS(name, impl, max, min, flags, since) extern const char x_##name[] __asm__(#impl);
#include "exports_io.def"
#include "exports_main.def"
#undef FN
#undef FN_AS

#define FN(n, max, min, flags, since)          {"NDIS.SYS", #n, (void *)x_##n, max, min, 0, flags, since},
#define FN_AS(n, impl, max, min, flags, since) {"NDIS.SYS", #n, (void *)x_##n, max, min, 0, flags, since},
const struct image_export ndis_exports[];
const struct image_export ndis_exports[] = {
#include "exports_main.def"
#include "exports_io.def"
        {0},
};
