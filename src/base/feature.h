/*
 * What the kernel may lack and Flue can do without, or must refuse to do without.
 *
 * Each is probed once at run time, never taken from the kernel's version, and can be switched off by FLUE_NO=name,name in the environment
 * of `flue`, so that tests go the other way too. The machine has no environment: the lab hands its word over in ram_header.features_off.
 * `flue doctor` prints the table. What is used without a probe is in every kernel Flue supports (5.15).
 */
#pragma once
#include "base/base.h"

enum base_feature {
	FEATURE_SECCOMP,       /* needed: the machine's list of system calls */
	FEATURE_SEALS,         /* needed: the machine can't shrink the RAM under the lab's feet */
	FEATURE_LANDLOCK,      /* else seccomp alone keeps files away */
	FEATURE_USER_DISPATCH, /* else a driver's `syscall` instruction ends in seccomp, or does what seccomp allows */
	FEATURE_CLOSE_RANGE,   /* else descriptors are closed one by one */
	FEATURE_PIDFD,         /* else a pipe that only the machine holds tells its end */
	FEATURE_USO,           /* a TAP that takes UDP segmentation (Linux 6.2), else Linux segments before it gets there */
	FEATURE_GSO_IPV4,      /* gso_ipv4_max_size (Linux 6.3), else the smaller size holds for both IP versions */
	FEATURE_COUNT
};
/* There, and not switched off. The first call probes (a few system calls, nothing left behind): between fork and exec use an answer of
 * before. */
bool base_feature(enum base_feature f);
bool base_feature_off(enum base_feature f); /* switched off by FLUE_NO */
const char *base_feature_name(enum base_feature f);
/* What the probe finds, whatever FLUE_NO says: true, or false with the reason in `found` ("yes", "ABI 4", "Function not implemented"). */
bool base_feature_probe(enum base_feature f, char *found, size_t max);
/* FLUE_NO as bits (1 << feature). -EINVAL and one line for a name that is none; the bits of the others are valid all the same. */
int base_features_off(uint32_t *bits, struct err *e);
void base_features_set_off(uint32_t bits); /* the machine, from its RAM header, instead of the environment */
