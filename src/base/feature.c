#include "base/feature.h"
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif
static int yes_or_errno(bool ok, char *found, size_t max)
{
	snprintf(found, max, "%s", ok ? "yes" : strerror(errno));
	return ok;
}
static int seccomp_filter(char *found, size_t max)
{
	unsigned action = SECCOMP_RET_TRAP;

	return yes_or_errno(syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0, found, max);
}
static int sealed_memfd(char *found, size_t max)
{
	int fd = memfd_create("flue-probe", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	bool ok = fd >= 0 && !ftruncate(fd, 4096) && !fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);

	yes_or_errno(ok, found, max);
	if (fd >= 0)
		close(fd);
	return ok;
}
static int landlock(char *found, size_t max)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (abi < 1)
		return yes_or_errno(false, found, max);
	snprintf(found, max, "ABI %ld", abi);
	return true;
}
static int user_dispatch(char *found, size_t max)
{
	/* switching it off is accepted wherever it exists */
	return yes_or_errno(prctl(PR_SET_SYSCALL_USER_DISPATCH, 0, 0, 0, 0) == 0, found, max);
}
static int close_range_call(char *found, size_t max)
{
	return yes_or_errno(syscall(SYS_close_range, ~0u, ~0u, 0) == 0, found, max); /* no descriptor has that number */
}
static int pid_descriptor(char *found, size_t max)
{
	int fd = (int)syscall(SYS_pidfd_open, getpid(), 0);

	yes_or_errno(fd >= 0, found, max);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}
/* No kernel tells without an interface being made: asked for, and done without when refused (src/net). */
static int when_used(char *found, size_t max)
{
	bool ok = access("/dev/net/tun", F_OK) == 0;

	snprintf(found, max, "%s", ok ? "tried when used" : strerror(errno));
	return ok;
}
static const struct {
	const char *name;
	int (*probe)(char *found, size_t max);
} features[FEATURE_COUNT] = {
        [FEATURE_SECCOMP] = {"seccomp", seccomp_filter},
        [FEATURE_SEALS] = {"seals", sealed_memfd},
        [FEATURE_LANDLOCK] = {"landlock", landlock},
        [FEATURE_USER_DISPATCH] = {"user-dispatch", user_dispatch},
        [FEATURE_CLOSE_RANGE] = {"close-range", close_range_call},
        [FEATURE_PIDFD] = {"pidfd", pid_descriptor},
        [FEATURE_USO] = {"uso", when_used},
        [FEATURE_GSO_IPV4] = {"gso-ipv4", when_used},
};
#define SET 0x80000000u /* the word was said; no feature has that bit */
static _Atomic uint32_t off_bits;
static _Atomic int8_t probed[FEATURE_COUNT]; /* 0 not yet, 1 there, -1 not */

int base_features_off(uint32_t *bits, struct err *e)
{
	const char *p = getenv("FLUE_NO");
	int r = 0;

	*bits = 0;
	for (; p && *p; p += *p == ',') {
		size_t n = strcspn(p, ","), i = 0;

		while (i < FEATURE_COUNT && (strncmp(p, features[i].name, n) || features[i].name[n]))
			i++;
		if (i < FEATURE_COUNT) {
			*bits |= 1u << i;
		} else if (n && !r) {
			char known[160] = "";

			for (i = 0; i < FEATURE_COUNT; i++)
				snprintf(known + strlen(known), sizeof(known) - strlen(known), "%s%s", i ? ", " : "", features[i].name);
			r = err_set(e, EINVAL, "FLUE_NO: there is no feature \"%.*s\"; there are %s", (int)(n < 40 ? n : 40), p, known);
		}
		p += n;
	}
	return r;
}
void base_features_set_off(uint32_t bits)
{
	atomic_store(&off_bits, bits | SET);
}
bool base_feature_off(enum base_feature f)
{
	uint32_t bits = atomic_load(&off_bits);

	if (!(bits & SET)) {
		base_features_off(&bits, NULL);
		base_features_set_off(bits);
	}
	return bits >> f & 1;
}
const char *base_feature_name(enum base_feature f)
{
	return features[f].name;
}
bool base_feature_probe(enum base_feature f, char *found, size_t max)
{
	return features[f].probe(found, max);
}
bool base_feature(enum base_feature f)
{
	char found[80];

	if (base_feature_off(f))
		return false;
	if (!atomic_load(&probed[f]))
		atomic_store(&probed[f], (int8_t)(base_feature_probe(f, found, sizeof(found)) ? 1 : -1));
	return atomic_load(&probed[f]) > 0;
}
