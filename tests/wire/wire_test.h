/* What the wire's tests share: frames with checksums that this file computes by itself, and reading a recording back. */
#pragma once
#include "trace/pcapng.h"
#include "wire/wire.h"
#include <arpa/inet.h>
#include <linux/virtio_net.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define UDP_AT  34u /* of a frame without a tag */
#define DATA_AT 42u

static inline uint16_t peek16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}
static inline void poke16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
/* RFC 1071, byte by byte; 0xffff over what holds its own sum: good. */
static inline unsigned plain_sum(const uint8_t *p, size_t n, unsigned long from)
{
	unsigned long s = from;

	for (size_t i = 0; i < n; i++)
		s += i % 2 ? p[i] : p[i] * 256ul;
	while (s > 0xffff)
		s = (s & 0xffff) + (s >> 16);
	return (unsigned)s;
}
/* Of an IPv4 frame with TCP or UDP, l3 at 14: are IP's sum and the other one right? */
static inline int sums_good(const uint8_t *f, size_t bytes)
{
	const size_t ip = (f[14] & 15u) * 4u, end = 14 + peek16(f + 16);

	if (end > bytes || plain_sum(f + 14, ip, 0) != 0xffff)
		return 0;
	return plain_sum(f + 14 + ip, end - 14 - ip, f[23] + (end - 14 - ip) + plain_sum(f + 26, 8, 0)) == 0xffff;
}
/* An UDP datagram over IPv4 with a number in it. */
static inline unsigned make_udp(uint8_t *f, unsigned payload, unsigned number)
{
	static const uint8_t head[] = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, 0x45, 0};

	memcpy(f, head, sizeof(head));
	poke16(f + 16, 28 + payload);
	poke16(f + 18, number);
	poke16(f + 20, 0x4000);
	f[22] = 64;
	f[23] = 17;
	poke16(f + 24, 0);
	memcpy(f + 26, (const uint8_t[]){10, 77, 0, 2, 10, 77, 0, 1}, 8);
	poke16(f + 24, 0xffff - plain_sum(f + 14, 20, 0));
	poke16(f + 34, 4000);
	poke16(f + 36, 5000);
	poke16(f + 38, 8 + payload);
	poke16(f + 40, 0);
	for (unsigned i = 0; i < payload; i++)
		f[DATA_AT + i] = (uint8_t)(i * 7 + number);
	poke16(f + DATA_AT, number);
	poke16(f + 40, 0xffff - plain_sum(f + 34, 8 + payload, 17 + 8 + payload + plain_sum(f + 26, 8, 0)));
	return DATA_AT + payload;
}
static inline struct wire *open_wire(const char *spec, const struct wire_options *o)
{
	static const struct wire_options none = {.name = "t0", .tap_fd = -1};
	struct err e = {0};
	struct wire *w = NULL;

	if (wire_open(spec, o ? o : &none, &w, &e))
		fail_msg("%s: %s", spec, e.text);
	return w;
}
static inline json_int_t shown(struct wire *w, const char *direction, const char *what)
{
	json_t *j = wire_show(w);
	const json_int_t v = json_integer_value(json_object_get(json_object_get(j, direction), what));

	json_decref(j);
	return v;
}
static inline int send_flat(struct wire *w, const void *f, size_t bytes)
{
	static const struct frame_info plain;
	const struct iovec iov = {(void *)f, bytes};

	return wire_send(w, &plain, &iov, 1);
}
