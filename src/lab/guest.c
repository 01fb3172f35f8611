/*
 * The client's end of a guest channel (machine/protocol.h): an OID to the machine and back without the lab in between, two wake-ups instead
 * of four. Used by libflue while the NIC is up. Whatever the channel can't do is asked through the control socket, which knows why.
 *
 * The other end is the untrusted machine: lengths, ids and JSON are checked, and nothing waits longer than its time limit. A channel that
 * failed is not used again; a new one is asked for when the next OID comes, at most once in RETRY_NS.
 */
#include "lab/guest.h"
#include "machine/protocol.h"
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SPIN_NS  150000 /* an answer is sooner than a sleep and a wake-up; we keep our processor, the machine gets another one */
#define RETRY_NS 1000000000ull

void guest_close(struct guest *g)
{
	if (g->open)
		close(g->fd);
	g->open = false;
	free(g->packet);
	g->packet = NULL;
}
void guest_renew(struct guest *g)
{
	guest_close(g);
	g->retry_at = 0;
}
static bool open_channel(struct guest *g, struct control *control)
{
	uint64_t now = clock_mono_ns();
	const char *adapter;
	struct lab_error e;
	int fd = -1;
	json_t *j;

	if (now < g->retry_at)
		return false;
	g->retry_at = now + RETRY_NS;
	j = control_call(control, "channel", NULL, 5000, &fd, &e);
	if (fd < 0) {
		json_decref(j);
		return false;
	}
	g->fd = fd;
	g->open = true;
	g->machine = json_integer_value(json_object_get(j, "machine"));
	adapter = json_string_value(json_object_get(j, "adapter"));
	snprintf(g->adapter, sizeof(g->adapter), "%s", adapter ? adapter : "");
	/* answers to another client's questions may still come: their ids shall not be ours */
	g->id = (uint32_t)(now ^ now >> 24) * 2654435761u;
	g->packet = malloc(sizeof(struct machine_msg) + MACHINE_MSG_MAX);
	if (!adapter || json_integer_value(json_object_get(j, "proto")) != MACHINE_PROTO || !g->packet)
		guest_close(g);
	json_decref(j);
	return g->open;
}
static bool send_request(struct guest *g, json_t *args)
{
	struct machine_msg m = {.verb = MM_OID, .id = ++g->id};
	size_t bytes;

	json_object_set_new(args, "adapter", json_string(g->adapter));
	bytes = json_dumpb(args, g->packet + sizeof(m), MACHINE_MSG_MAX, JSON_COMPACT);
	json_object_del(args, "adapter");
	if (!bytes || bytes > MACHINE_MSG_MAX)
		return false;
	m.bytes = (uint32_t)bytes;
	memcpy(g->packet, &m, sizeof(m));
	return send(g->fd, g->packet, sizeof(m) + bytes, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0;
}
/* Bytes of the next packet, 0 at the end of the channel, -ETIMEDOUT. */
static ssize_t next_packet(struct guest *g, uint64_t spin, uint64_t deadline)
{
	for (;;) {
		struct pollfd p = {g->fd, POLLIN, 0};
		uint64_t now = clock_mono_ns();
		ssize_t n;

		if (now >= deadline) /* also where answers come that nobody asked for */
			return -ETIMEDOUT;
		n = recv(g->fd, g->packet, sizeof(struct machine_msg) + MACHINE_MSG_MAX, MSG_DONTWAIT | MSG_TRUNC);
		if (n >= 0)
			return n;
		if (errno != EAGAIN && errno != EINTR)
			return 0;
		if (now < spin)
			for (int i = 0; i < 10; i++)
				__builtin_ia32_pause();
		else
			poll(&p, 1, (int)((deadline - now) / 1000000) + 1);
	}
}
static int lost(struct guest *g, struct control *control, struct lab_error *e)
{
	guest_renew(g);
	json_decref(control_call(control, "lost", json_pack("{s:I}", "machine", g->machine), 5000, NULL, e));
	return e->e.code ? e->e.code : err_set(&e->e, EPIPE, "the machine has ended");
}
int guest_oid(struct guest *g, struct control *control, json_t *args, unsigned timeout_ms, json_t **answer, struct lab_error *e)
{
	uint64_t now, deadline;
	struct machine_msg m;
	ssize_t n;

	*answer = NULL;
	memset(e, 0, sizeof(*e));
	if (!g->open && !open_channel(g, control))
		return -EAGAIN;
	if (!send_request(g, args)) {
		guest_close(g);
		return -EAGAIN;
	}
	now = clock_mono_ns();
	deadline = now + timeout_ms * 1000000ull;
	do {
		n = next_packet(g, now + SPIN_NS, deadline);
		if (n == 0)
			return lost(g, control, e);
		if (n < 0) {
			guest_close(g); /* the driver sits in it: the next request would wait behind this one */
			g->retry_at = UINT64_MAX;
			return err_set(&e->e, ETIMEDOUT, "no answer within %u s", timeout_ms / 1000);
		}
		memset(&m, 0, sizeof(m));
		if ((size_t)n >= sizeof(m) && (size_t)n <= sizeof(m) + MACHINE_MSG_MAX)
			memcpy(&m, g->packet, sizeof(m));
	} while (m.id != g->id || m.bytes != (size_t)n - sizeof(m));
	if (m.verb == MM_ERROR) /* the driver was not asked; the lab says why in its own words */
		return -EAGAIN;
	*answer = m.verb == MM_OK ? json_loadb(g->packet + sizeof(m), m.bytes, 0, NULL) : NULL;
	if (json_is_object(*answer))
		return 0;
	json_decref(*answer);
	*answer = NULL;
	guest_close(g);
	return err_set(&e->e, EPROTO, "the machine answered something that is no answer");
}
