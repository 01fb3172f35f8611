/*
 * Guest channels with a real lab and a real machine: the same answers as through the control socket, two clients and too many, garbage,
 * a machine that ends with a channel open; and libflue's end against a machine that answers nonsense.
 */
#include "flue/flue.h"
#include "lab/guest.h"
#include "machine/protocol.h"
#include "report/report.h"
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

enum { /* include/ddi's headers and the host's sockets do not go together */
       OID_GEN_MAXIMUM_FRAME_SIZE = 0x00010106,
       OID_GEN_LINK_STATE = 0x00010207,
};
#define OID_TCP_OFFLOAD_CURRENT_CONFIG                   0xFC01020Bu
#define OID_TCP_OFFLOAD_PARAMETERS                       0xFC01020Cu
#define OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES            0xFC01020Du
#define OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG        0xFC01020Eu
#define OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES 0xFC01020Fu

static struct flue_nic *nic;
static struct flue_error e;
static char home[] = "/tmp/flue-guest-XXXXXX";

static struct flue_nic *run(const char *name, const char *argument)
{
	const char *const arguments[] = {argument, NULL};
	const struct flue_options o = {
	        .size = sizeof o, .driver = FLUE_DRIVER_DIR "/toe.sys", .nic = "toe", .name = name, .arguments = arguments};
	struct flue_nic *n;

	if (flue_run(&o, &n, &e))
		fail_msg("%s", e.text);
	return n;
}
static int group_setup(void **state)
{
	(void)state;
	if (!mkdtemp(home))
		return -1;
	setenv("XDG_RUNTIME_DIR", home, 1);
	setenv("XDG_STATE_HOME", home, 1);
	setenv("FLUE_BIN", FLUE_BIN_DIR, 1);
	nic = run("guest0", NULL);
	return 0;
}
static int group_teardown(void **state)
{
	char command[80];
	int findings = flue_close(nic, &e);

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", home);
	return system(command) || findings;
}

/* ---- a client of its own */
struct client {
	struct control *control;
	int fd;
	json_int_t machine;
	uint32_t id;
};
static struct client client(const char *name)
{
	struct client c = {.fd = -1};
	struct err why = {0};
	struct timeval limit = {10, 0};

	if (control_open(name, &c.control, &why))
		fail_msg("%s", why.text);
	struct lab_error le;
	json_t *j = control_call(c.control, "channel", NULL, 5000, &c.fd, &le);
	c.machine = json_integer_value(json_object_get(j, "machine"));
	json_decref(j);
	if (c.fd >= 0)
		setsockopt(c.fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
	return c;
}
static void leave(struct client *c)
{
	if (c->fd >= 0)
		close(c->fd);
	control_close(c->control);
}
static void put(struct client *c, uint32_t verb, const char *body, size_t bytes, size_t said)
{
	char packet[4096 + sizeof(struct machine_msg)];
	struct machine_msg m = {.verb = verb, .id = ++c->id, .bytes = (uint32_t)said};

	assert_true(bytes <= 4096);
	memcpy(packet, &m, sizeof m);
	memcpy(packet + sizeof m, body, bytes);
	assert_int_equal(send(c->fd, packet, sizeof m + bytes, MSG_NOSIGNAL), sizeof m + bytes);
}
/* The verb of the answer to `id`; 0 at the end. Answers to a client before us may come first. */
static uint32_t get(struct client *c, uint32_t id)
{
	char packet[8192];
	struct machine_msg m;

	do {
		ssize_t n = recv(c->fd, packet, sizeof packet, 0);

		if (n < 0)
			fail_msg("no answer: %s", strerror(errno));
		if (n == 0)
			return 0;
		assert_true((size_t)n >= sizeof m);
		memcpy(&m, packet, sizeof m);
		assert_int_equal(m.bytes, (size_t)n - sizeof m);
	} while (m.id != id);
	return m.verb;
}
static const char good[] = "{\"adapter\":\"guest0\",\"type\":\"query\",\"oid\":4227924495,\"in\":\"\",\"out\":64}";
static bool works(struct client *c)
{
	put(c, MM_OID, good, sizeof good - 1, sizeof good - 1);
	return get(c, c->id) == MM_OK;
}
static void nobody_is_hurt(void)
{
	char *json;
	uint8_t b[64];
	struct flue_oid o = {
	        .size = sizeof o, .oid = OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, .buffer = b, .out_length = sizeof b};

	assert_int_equal(flue_oid(nic, &o, &e), 0);
	assert_int_equal(o.written, 20);
	assert_int_equal(flue_ask(nic, "show", NULL, &json, &e), 0);
	assert_non_null(strstr(json, "\"crashes\":0"));
	free(json);
}

/* ---- tests */
static void check_same(int type, uint32_t oid, const void *in, uint32_t in_length, uint32_t out_length)
{
	static const char *const types[] = {"query", "set", "method"};
	struct client c = client("guest0");
	struct guest g = {0};
	struct lab_error le;
	char hex[512] = "";
	json_t *fast, *slow, *args;

	for (uint32_t i = 0; i < in_length; i++)
		sprintf(hex + i * 2, "%02x", ((const uint8_t *)in)[i]);
	args = json_pack("{s:s,s:I,s:s,s:I}", "type", types[type], "oid", (json_int_t)oid, "in", hex, "out", (json_int_t)out_length);
	if (guest_oid(&g, c.control, args, 15000, &fast, &le))
		fail_msg("OID 0x%08X did not go over the channel: %s", oid, le.e.text);
	slow = control_call(c.control, "oid", args, 15000, NULL, &le);
	assert_non_null(slow);
	json_object_del(slow, "status_name");
	if (!json_equal(fast, slow))
		fail_msg("OID 0x%08X:\n%s\n%s", oid, json_dumps(fast, JSON_SORT_KEYS), json_dumps(slow, JSON_SORT_KEYS));
	json_decref(fast);
	json_decref(slow);
	guest_close(&g);
	leave(&c);
}
static void test_same_answers(void **state)
{
	static const uint32_t queries[] = {OID_TCP_OFFLOAD_CURRENT_CONFIG,
	                                   OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES,
	                                   OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG,
	                                   OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES,
	                                   OID_GEN_MAXIMUM_FRAME_SIZE,
	                                   OID_GEN_LINK_STATE,
	                                   0x7fffffff};
	uint8_t p[64];
	uint32_t size = (uint32_t)report_parameters_init(p, sizeof p, 0x00060054);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
		check_same(FLUE_QUERY, queries[i], NULL, 0, 1024);
		check_same(FLUE_QUERY, queries[i], NULL, 0, 3); /* too short: `needed` */
	}
	check_same(FLUE_SET, OID_TCP_OFFLOAD_PARAMETERS, p, size, 0);
	check_same(FLUE_SET, OID_TCP_OFFLOAD_PARAMETERS, p, 4, 0);
	p[2] = 1; /* Header.Size */
	p[3] = 0;
	check_same(FLUE_SET, OID_TCP_OFFLOAD_PARAMETERS, p, size, 0);
	check_same(FLUE_METHOD, 0x7ffffffe, p, 16, 64);
}
/* A set over the channel is kept by the lab before the driver sees it, as any other. */
static void test_set_is_kept(void **state)
{
	uint8_t p[64];
	size_t size = report_parameters_init(p, sizeof p, 0x00060054);
	struct flue_oid o = {
	        .size = sizeof o, .type = FLUE_SET, .oid = OID_TCP_OFFLOAD_PARAMETERS, .buffer = p, .in_length = (uint32_t)size};
	struct flue_capabilities c = {.size = sizeof c};
	struct err why;

	(void)state;
	for (int on = 0; on < 2; on++) {
		json_t *j, *row;
		const char *value = NULL;
		size_t i;
		char *text;

		assert_int_equal(report_parameters_set(p, size, "TcpConnectionIPv6", on ? "on" : "off", &why), 0);
		assert_int_equal(flue_oid(nic, &o, &e), 0);
		assert_int_equal(o.status, 0);
		assert_int_equal(flue_capabilities(nic, &c, &e), 0);
		assert_int_equal(c.connection_current.ipv6 == 1, on);
		assert_int_equal(flue_ask(nic, "keywords", NULL, &text, &e), 0);
		j = json_loads(text, 0, NULL);
		json_array_foreach(json_object_get(j, "rows"), i, row)
		{
			if (!strcmp(json_string_value(json_object_get(row, "keyword")), "*TCPConnectionOffloadIPv6"))
				value = json_string_value(json_object_get(row, "value"));
		}
		assert_non_null(value);
		assert_string_equal(value, on ? "1" : "0");
		json_decref(j);
		free(text);
	}
}
static void test_clients(void **state)
{
	struct client c[MACHINE_GUESTS];

	(void)state;
	nobody_is_hurt(); /* libflue has one now */
	for (int i = 0; i < MACHINE_GUESTS; i++) {
		c[i] = client("guest0");
		assert_int_equal(c[i].fd >= 0, i < MACHINE_GUESTS - 1); /* the last one gets none */
	}
	for (int turn = 0; turn < 50; turn++)
		for (int i = 0; i < MACHINE_GUESTS - 1; i++) {
			assert_true(works(&c[i]));
			nobody_is_hurt();
		}
	leave(&c[0]);
	for (int tries = 0; c[MACHINE_GUESTS - 1].fd < 0 && tries < 100; tries++) { /* until the lab has seen it leave */
		leave(&c[MACHINE_GUESTS - 1]);
		c[MACHINE_GUESTS - 1] = client("guest0");
		usleep(10000);
	}
	assert_true(works(&c[MACHINE_GUESTS - 1]));
	for (int i = 1; i < MACHINE_GUESTS; i++)
		leave(&c[i]);
}
static void test_garbage(void **state)
{
	struct client c = client("guest0");
	static const char *const bodies[] = {"",           "{",       "{}", "null", "\"x\"", "{\"adapter\":\"nobody\",\"type\":\"query\"}",
	                                     "{\"a\":{}}", "\xff\xfe"};
	static char nested[4000];

	(void)state;
	assert_true(c.fd >= 0);
	for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
		put(&c, MM_OID, bodies[i], strlen(bodies[i]), strlen(bodies[i]));
		assert_int_equal(get(&c, c.id), MM_ERROR);
	}
	memset(nested, '[', sizeof nested);
	put(&c, MM_OID, nested, sizeof nested, sizeof nested);
	assert_int_equal(get(&c, c.id), MM_ERROR);
	for (uint32_t verb = 0; verb < 80; verb++) /* MM_EXIT, MM_UNLOAD, ... */
		if (verb != MM_OID) {
			put(&c, verb, good, sizeof good - 1, sizeof good - 1);
			assert_int_equal(get(&c, c.id), MM_ERROR);
		}
	put(&c, MM_OID, good, sizeof good - 1, sizeof good + 9);
	assert_int_equal(get(&c, c.id), MM_ERROR);
	assert_int_equal(send(c.fd, "short", 5, 0), 5);
	assert_int_equal(get(&c, 0), MM_ERROR);
	assert_int_equal(send(c.fd, "", 0, 0), 0);
	assert_int_equal(get(&c, 0), MM_ERROR);
	assert_true(works(&c));
	nobody_is_hurt();
	leave(&c);
}
/* Asks and never reads, then goes: the channel is as new for the next one. */
static void test_flood(void **state)
{
	(void)state;
	for (int i = 0; i < MACHINE_GUESTS + 2; i++) {
		struct client c = client("guest0");
		int sent = 0;

		for (int tries = 0; c.fd < 0 && tries < 100; tries++) {
			leave(&c);
			usleep(10000);
			c = client("guest0");
		}
		assert_true(works(&c));
		while (sent < 20000 && send(c.fd, "nonsense", 8, MSG_DONTWAIT) == 8)
			sent++;
		assert_true(sent > 10);
		nobody_is_hurt();
		leave(&c);
	}
}
/* That ends a channel until the machine is started again: the machine can't be handed another. libflue holds one of them. */
static void test_shutdown(void **state)
{
	(void)state;
	for (int how = SHUT_RD; how <= SHUT_RDWR; how++) {
		struct client c = client("guest0");

		for (int tries = 0; c.fd < 0 && tries < 200; tries++) { /* the lab learns of an ended channel when it is lent again */
			leave(&c);
			usleep(10000);
			c = client("guest0");
		}
		assert_true(works(&c));
		shutdown(c.fd, how);
		if (how == SHUT_RD)
			put(&c, MM_OID, good, sizeof good - 1, sizeof good - 1); /* its answer has nowhere to go */
		nobody_is_hurt();
		leave(&c);
		usleep(20000);
	}
	for (int tries = 0; tries < 3; tries++) {
		struct client c = client("guest0");

		assert_int_equal(c.fd, -1);
		leave(&c);
	}
	nobody_is_hurt();
	assert_int_equal(flue_refresh(nic, &e), 0);
	nobody_is_hurt();
}
struct asker {
	struct flue_nic *nic;
	struct flue_error e;
	int result;
};
static void *ask(void *arg)
{
	struct asker *a = arg;
	uint8_t b[64];
	struct flue_oid o = {.size = sizeof o, .oid = OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, .buffer = b, .out_length = sizeof b};

	a->result = flue_oid(a->nic, &o, &a->e);
	return NULL;
}
static void test_machine_ends(void **state)
{
	struct asker a = {.nic = run("guest1", "--on-crash=restart")};
	pthread_t t;

	(void)state;
	for (int turn = 0; turn < 2; turn++) { /* while a request is under way; while none is */
		struct client c;

		ask(&a);
		assert_int_equal(a.result, 0);
		c = client("guest1");
		assert_true(c.machine > 1);
		if (turn == 0) {
			kill((pid_t)c.machine, SIGSTOP);
			usleep(100000); /* it stops when one of its threads gets to it */
			pthread_create(&t, NULL, ask, &a);
			usleep(100000);
			kill((pid_t)c.machine, SIGKILL);
			pthread_join(t, NULL);
			assert_int_not_equal(a.result, 0);
			assert_non_null(strstr(a.e.text, "killed by signal 9"));
		} else {
			kill((pid_t)c.machine, SIGKILL);
		}
		assert_int_equal(get(&c, 0), 0); /* the other client is told by its channel */
		leave(&c);
		for (int tries = 0; tries < 500; tries++) { /* started again: the handle goes on */
			ask(&a);
			if (!a.result)
				break;
			usleep(20000);
		}
		assert_int_equal(a.result, 0);
	}
	flue_close(a.nic, &e);
}
static void test_serial(void **state)
{
	struct asker a = {.nic = run("guest2", "--serial")};
	struct client c = client("guest2");

	(void)state;
	assert_int_equal(c.fd, -1); /* every thread is the scheduler's there */
	ask(&a);
	assert_int_equal(a.result, 0);
	leave(&c);
	flue_close(a.nic, &e);
}

/* A machine that was taken over: what it answers may be anything. */
struct liar {
	int fd;
	unsigned kind;
};
static void *lie(void *arg)
{
	struct liar *l = arg;
	char packet[4096];
	static char huge[sizeof(struct machine_msg) + MACHINE_MSG_MAX + 64];
	struct machine_msg m;
	const char *body = l->kind == 2 ? "not JSON" : l->kind == 3 ? "[1]" : "{}";

	if (recv(l->fd, packet, sizeof packet, 0) < (ssize_t)sizeof m)
		return NULL;
	memcpy(&m, packet, sizeof m);
	m.verb = l->kind == 4 ? MM_OID : l->kind == 5 ? MM_ERROR : MM_OK;
	m.id += l->kind == 0;
	m.bytes = l->kind == 1 ? 1u << 30 : (uint32_t)strlen(body);
	memcpy(packet, &m, sizeof m);
	memcpy(packet + sizeof m, body, strlen(body));
	if (l->kind == 6)
		send(l->fd, huge, sizeof huge, MSG_NOSIGNAL);
	else if (l->kind == 7)
		send(l->fd, packet, 3, MSG_NOSIGNAL);
	else if (l->kind != 8)
		send(l->fd, packet, sizeof m + strlen(body), MSG_NOSIGNAL);
	return NULL;
}
static void test_lies(void **state)
{
	static const int expected[] = {-ETIMEDOUT, -ETIMEDOUT, -EPROTO, -EPROTO, -EPROTO, -EAGAIN, -ETIMEDOUT, -ETIMEDOUT, -ETIMEDOUT, 0};
	struct client c = client("guest0");

	(void)state;
	for (unsigned kind = 0; kind < ARRAY_LEN(expected); kind++) {
		int pair[2];
		struct lab_error le;
		struct guest g = {.open = true, .packet = malloc(sizeof(struct machine_msg) + MACHINE_MSG_MAX)};
		json_t *args = json_object(), *answer;
		pthread_t t;

		assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair), 0);
		g.fd = pair[0];
		struct liar l = {pair[1], kind};
		pthread_create(&t, NULL, lie, &l);
		assert_int_equal(guest_oid(&g, c.control, args, 200, &answer, &le), expected[kind]);
		assert_int_equal(answer != NULL, expected[kind] == 0);
		pthread_join(t, NULL);
		json_decref(answer);
		json_decref(args);
		guest_close(&g);
		close(pair[1]);
	}
	leave(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_same_answers), cmocka_unit_test(test_set_is_kept), cmocka_unit_test(test_clients),
	        cmocka_unit_test(test_garbage),      cmocka_unit_test(test_flood),       cmocka_unit_test(test_machine_ends),
	        cmocka_unit_test(test_serial),       cmocka_unit_test(test_lies),        cmocka_unit_test(test_shutdown),
	};
	return cmocka_run_group_tests(tests, group_setup, group_teardown);
}
