#include "base/base.h"

const uint8_t *base_build_id(void)
{
	static uint8_t id[20];
	static const char hex[] = FLUE_BUILD_ID;
	for (unsigned i = 0; i < sizeof id; i++) {
		unsigned hi = (unsigned char)hex[2 * i], lo = (unsigned char)hex[2 * i + 1];
		id[i] = (uint8_t)((hi > '9' ? hi - 'a' + 10 : hi - '0') << 4 | (lo > '9' ? lo - 'a' + 10 : lo - '0'));
	}
	return id;
}
