/*
 * Round trips of one byte over a TCP connection.
 *
 *   pingpong server PORT                    until the client goes
 *   pingpong client ADDRESS PORT SECONDS    prints "median p99 count" in microseconds
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MAX 2000000u
static uint32_t taken[MAX];

static uint64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
static int fail(const char *what)
{
	fprintf(stderr, "pingpong: %s: %s\n", what, strerror(errno));
	return 3;
}
static int compare(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}
static void options(int fd)
{
	int one = 1;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	if (setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "cubic", 5))
		setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
}
static int server(const char *port)
{
	struct sockaddr_in6 any = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)atoi(port))};
	int one = 1, listener = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
	char c;
	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (listener < 0 || bind(listener, (struct sockaddr *)&any, sizeof any) || listen(listener, 1))
		return fail("listen");
	const int fd = accept(listener, NULL, NULL);
	if (fd < 0)
		return fail("accept");
	options(fd);
	while (read(fd, &c, 1) == 1)
		if (write(fd, &c, 1) != 1)
			break;
	return 0;
}
static int client(const char *address, const char *port, double seconds)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST}, *a;
	char c = 'x';
	uint32_t n = 0;
	int fd = -1;
	if (getaddrinfo(address, port, &hints, &a))
		return fail(address);
	for (int tries = 0; tries < 50; tries++) {
		fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
		if (!connect(fd, a->ai_addr, a->ai_addrlen))
			break;
		close(fd);
		fd = -1;
		usleep(100000);
	}
	if (fd < 0)
		return fail(address);
	options(fd);
	const uint64_t end = now() + (uint64_t)(seconds * 1e9);
	for (uint64_t t = now(), u; t < end && n < MAX; t = u) {
		if (write(fd, &c, 1) != 1 || read(fd, &c, 1) != 1)
			return fail("round trip");
		u = now();
		taken[n++] = (uint32_t)(u - t);
	}
	qsort(taken, n, sizeof taken[0], compare);
	printf("%.2f %.2f %u\n", taken[n / 2] / 1e3, taken[(uint64_t)n * 99 / 100] / 1e3, n);
	return 0;
}
int main(int argc, char **argv)
{
	if (argc == 3 && !strcmp(argv[1], "server"))
		return server(argv[2]);
	if (argc == 5 && !strcmp(argv[1], "client"))
		return client(argv[2], argv[3], atof(argv[4]));
	fprintf(stderr, "usage: pingpong server PORT | client ADDRESS PORT SECONDS\n");
	return 2;
}
