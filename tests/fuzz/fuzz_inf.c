/* libFuzzer target of the lab's INF parser: parses, expands, lists the models, carries out the first installation, for any bytes. Nothing
 * may crash or leak. */
#include "lab/inf.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct inf_install *install = NULL;
	struct inf_model *models = NULL;
	struct inf *inf = NULL;
	unsigned count = 0;
	struct err e;

	if (inf_parse(data, size, "fuzz.inf", &inf, &e))
		return 0;
	for (unsigned i = 0; i < inf->count; i++)
		for (unsigned k = 0; k < inf->sections[i].count; k++)
			for (unsigned f = 0; f < inf->sections[i].lines[k].count; f++)
				free(inf_field(inf, &inf->sections[i].lines[k], f));
	if (!inf_models(inf, &inf_target_default, &models, &count, &e))
		inf_models_free(models, count);
	if (!inf_install(inf, NULL, &inf_target_default, &install, &e)) {
		for (unsigned i = 0; i < install->value_count; i++)
			free(inf_value_text(install->values[i].type, install->values[i].data, install->values[i].bytes));
		inf_install_free(install);
	}
	inf_free(inf);
	return 0;
}
