/* libFuzzer target: commands in any order on a few connections, among them states as no host should hand them down, with segments and time
 * between. */
#include "tcp_world.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load(struct world *w, uint32_t c)
{
	struct tcp_state s;
	struct tcp_range r = {4711, 0, 1 + take(w, 1)};
	uint32_t odd = take(w, 1);

	world_state(w, c, &s);
	if (odd & 1)
		s.d.state = (uint8_t)take(w, 1);
	if (odd & 2) {
		s.d.snd_nxt += take(w, 2);
		s.d.snd_max = s.d.snd_nxt + take(w, 2);
	}
	if (odd & 4) {
		s.d.snd_wnd = take(w, 4);
		s.d.rcv_wnd = take(w, 4);
		s.d.cwnd = take(w, 4);
		s.d.ssthresh = take(w, 4);
	}
	if (odd & 8) {
		s.d.srtt_us = take(w, 4);
		s.d.rttvar_us = take(w, 4);
		s.d.retransmit = take(w, 4);
		s.d.keepalive = take(w, 4);
		s.d.retransmits = (uint8_t)take(w, 1);
		s.d.snd_probe_round = (uint8_t)take(w, 1);
	}
	if (odd & 16) {
		s.u.rcv_wnd = take(w, 4);
		s.u.path_mtu = take(w, 4);
		s.u.ka_timeout = take(w, 4);
		s.u.max_rt = take(w, 4);
	}
	if (tcp_load(w->e, c, &s, w->now))
		return;
	if (odd & 32) {
		w->held++;
		if (tcp_load_received(w->e, c, &r, odd & 64))
			w->held--;
	}
	if (odd & 128)
		world_send(w, c, s.d.snd_max - s.d.snd_una);
	else
		world_send(w, c, 70000);
	if (tcp_start(w->e, c, &s, w->now))
		while (tcp_unload(w->e, c, &s, w->now) == -EAGAIN)
			;
}
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct world w;
	struct tcp_state s;
	struct tcp_cached u;
	struct tcp_range r[8];
	uint32_t op, c, n;

	world_open(&w, data, size);
	while (w.p < w.end) {
		op = take(&w, 1);
		c = op / 64;
		n = op & 32 ? take(&w, 2) : 100;
		switch (op % 16) {
		case 0:
			load(&w, c);
			break;
		case 1:
			world_send(&w, c, n);
			break;
		case 2:
			w.posts++;
			if (tcp_post(w.e, c, n, n, n / 7, n & 1, w.now))
				w.posts--;
			break;
		case 3:
			tcp_consumed(w.e, c, n, w.now);
			break;
		case 4:
			tcp_offer(w.e, c, w.now);
			break;
		case 5:
		case 6:
			w.disconnects++;
			if (op % 16 == 5 ? tcp_disconnect(w.e, c, 1, w.now) : tcp_abort(w.e, c, 2, w.now))
				w.disconnects--;
			break;
		case 7:
			if (!tcp_query(w.e, c, &s, w.now)) {
				u = s.u;
				u.flags = (uint16_t)take(&w, 1);
				u.rcv_wnd = n * 100;
				u.path_mtu = take(&w, 2);
				u.ka_timeout = n;
				tcp_update(w.e, c, &u, w.now);
			}
			break;
		case 8:
			tcp_invalidate(w.e, c);
			break;
		case 9: /* away, and back with what it had */
			if (!tcp_unload(w.e, c, &s, w.now) && !tcp_load(w.e, c, &s, w.now)) {
				world_send(&w, c, s.d.snd_max - s.d.snd_una + n);
				if (tcp_start(w.e, c, &s, w.now))
					while (tcp_unload(w.e, c, &s, w.now) == -EAGAIN)
						;
			}
			break;
		case 10:
			tcp_list_sends(w.e, c, r, NULL, 8);
			tcp_list_received(w.e, c, r, 8);
			break;
		case 11:
			tcp_unload(w.e, c, &s, w.now);
			break;
		case 12:
			world_turn(&w, n * 100);
			break;
		default:
			world_segment(&w, c);
			break;
		}
		world_turn(&w, op >> 4 & 1);
	}
	world_close(&w);
	return 0;
}
