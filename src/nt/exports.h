/* The executive's export tables: declared apart from nt.h because exports.c must not see the DDI's prototypes. */
#pragma once
#include "image/image.h"

extern const struct image_export nt_exports[];
void nt_exports_add(const struct image_export *table);
/* dll NULL: any. NULL when nobody provides it. */
const struct image_export *nt_export_find(const char *dll, const char *name);
