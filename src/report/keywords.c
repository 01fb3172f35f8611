/* `flue keywords`: the advanced properties, in the columns of PowerShell's Get-NetAdapterAdvancedProperty. */
#include "report/report.h"
#include <string.h>

static const char *text(const json_t *row, const char *key)
{
	const char *s = json_string_value(json_object_get(row, key));

	return s ? s : "";
}
void report_keywords_text(FILE *f, const json_t *rows)
{
	static const char *const title[] = {"DisplayName", "DisplayValue", "RegistryKeyword", "RegistryValue"};
	static const char *const key[] = {"display_name", "display_value", "keyword", "value"};
	size_t width[4], i;
	json_t *row;

	for (unsigned k = 0; k < 4; k++) {
		width[k] = strlen(title[k]);
		json_array_foreach(rows, i, row) if (strlen(text(row, key[k])) > width[k]) width[k] = strlen(text(row, key[k]));
		if (width[k] > 44)
			width[k] = 44;
	}
	fprintf(f, "%-*s  %-*s  %-*s  %s\n", (int)width[0], title[0], (int)width[1], title[1], (int)width[2], title[2], title[3]);
	for (unsigned k = 0; k < 4; k++)
		fprintf(f, "%.*s%s", (int)strlen(title[k]), "----------------", k < 3 ? "" : "\n"),
		        k < 3 ? (void)fprintf(f, "%*s", (int)(width[k] + 2 - strlen(title[k])), "") : (void)0;
	json_array_foreach(rows, i, row)
	        fprintf(f, "%-*s  %-*s  %-*s  %s%s\n", (int)width[0], text(row, key[0]), (int)width[1], text(row, key[1]), (int)width[2],
	                text(row, key[2]), text(row, key[3]),
	                json_is_true(json_object_get(row, "pending")) ? "   (takes effect at the next restart)" : "");
}
