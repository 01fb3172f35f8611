/* What holds the driver's machine in, as every report tells it: what the machine said is up before anything foreign was near, and why the
 * rest is not. */
#include "base/feature.h"
#include "lab/lab_internal.h"
#include "machine/sandbox.h"

json_t *lab_sandbox(const struct lab *l)
{
	static const struct {
		uint32_t bit;
		enum base_feature feature;
		const char *name;
	} walls[] = {{SANDBOX_SECCOMP, FEATURE_SECCOMP, "seccomp"},
	             {SANDBOX_LANDLOCK, FEATURE_LANDLOCK, "landlock"},
	             {SANDBOX_USER_DISPATCH, FEATURE_USER_DISPATCH, "user dispatch"}};
	json_t *have = json_array(), *without = json_array();

	if (!l->machine) {
		json_decref(have);
		json_decref(without);
		return json_null();
	}
	for (size_t i = 0; i < ARRAY_LEN(walls); i++) {
		if (machine_sandbox(l->machine) & walls[i].bit)
			json_array_append_new(have, json_string(walls[i].name));
		else
			json_array_append_new(without, json_pack("{s:s,s:s}", "name", walls[i].name, "why",
			                                         l->o.flags & RAM_NO_SANDBOX          ? "--no-sandbox"
			                                         : base_feature_off(walls[i].feature) ? "FLUE_NO"
			                                         : BASE_SANITIZED                     ? "sanitizer build"
			                                                                              : "not in this kernel"));
	}
	return json_pack("{s:o,s:o}", "have", have, "without", without);
}
