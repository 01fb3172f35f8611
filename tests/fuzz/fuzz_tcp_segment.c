/* libFuzzer target: whatever the wire brings to one connection that has data to send and a request posted. Every invariant holds after
 * every segment, everything is given back at the end. */
#include "tcp_world.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct world w;
	struct tcp_state s;

	world_open(&w, data, size);
	world_state(&w, 0, &s);
	if (!tcp_load(w.e, 0, &s, w.now) && !tcp_start(w.e, 0, &s, w.now)) {
		world_send(&w, 0, 30000);
		if (!tcp_post(w.e, 0, 5000, 5000, 0, false, w.now))
			w.posts++;
		while (w.p < w.end) {
			world_turn(&w, take(&w, 1));
			world_segment(&w, 0);
		}
	}
	world_close(&w);
	return 0;
}
