/* libFuzzer target of the pcapng reader: whatever the file, each item's bytes can be read, and it ends. */
#include "trace/pcapng.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pcapng_reader *r;
	struct pcapng_item i;
	volatile uint8_t sink = 0; /* every byte is read, for the sanitizer to judge */
	(void)sink;
	char name[64];

	if (pcapng_open_memory(data, size, &r, NULL))
		return 0;
	for (int round = 0; round < 2; round++) {
		size_t n = 0;

		while (pcapng_next(r, &i, NULL) > 0 && n++ < size) {
			if (i.kind == PCAPNG_RECORD) {
				const uint8_t *p = trace_payload(i.record);

				trace_head_name(i.record, name, sizeof(name));
				for (uint32_t k = 0; k < i.record->payload; k++)
					sink ^= p[k];
			} else {
				for (uint32_t k = 0; k < i.kept; k++)
					sink ^= i.data[k];
				sink ^= (uint8_t)(strlen(i.comment) + strlen(i.interface_name));
			}
		}
		pcapng_rewind(r);
	}
	pcapng_close(r);
	return 0;
}
