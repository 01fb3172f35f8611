/*
 * Receive side scaling: if the driver reports RSS, the stack gives it a key and spreads the indirection table over the processors.
 *
 * The key is the one of the documentation's worked examples, so that a hash in a trace can be looked up there. The form of the indirection
 * table (processor numbers, or bytes before NDIS 6.20) follows the version that the driver registered.
 * learn.microsoft.com/windows-hardware/drivers/network/oid-gen-receive-scale-parameters, rss-hashing-functions, verifying-the-rss-hash-
 * calculation
 */
#include "tcpip/stack.h"
#include <string.h>

#define ENTRIES   128u
#define KEY_BYTES 40u
#define NDIS_620  0x0614u
static const uint8_t key[KEY_BYTES] = {0x6d, 0x5a, 0x56, 0xda, 0x25, 0x5b, 0x0e, 0xc2, 0x41, 0x67, 0x25, 0x3d, 0x43, 0xa3,
                                       0x8f, 0xb0, 0xd0, 0xca, 0x2b, 0xcb, 0xae, 0x7b, 0x30, 0xb4, 0x77, 0xcb, 0x2d, 0xa3,
                                       0x80, 0x30, 0xf2, 0x0c, 0x6a, 0x42, 0xb7, 0x3b, 0xbe, 0xac, 0x01, 0xfa};

struct parameters {
	NDIS_RECEIVE_SCALE_PARAMETERS p;
	uint8_t key[KEY_BYTES];
	uint8_t table[ENTRIES * sizeof(PROCESSOR_NUMBER)];
};

static ULONG hash_types(ULONG caps)
{
	ULONG types = 0;
	if (caps & NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV4)
		types |= NDIS_HASH_IPV4 | NDIS_HASH_TCP_IPV4;
	if (caps & NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV6)
		types |= NDIS_HASH_IPV6 | NDIS_HASH_TCP_IPV6;
	if (caps & NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV6_EX)
		types |= NDIS_HASH_IPV6_EX | NDIS_HASH_TCP_IPV6_EX;
	return types;
}

/* PASSIVE_LEVEL, at restart; once per binding. */
void stack_set_rss(struct binding *b)
{
	USHORT version = 0;
	if (!b->rss_queues_reported || b->rss != SET_NEVER)
		return;
	struct parameters *s = stack_alloc(sizeof(*s));
	if (!s)
		return;
	if (stack_oid(b, NdisRequestQueryInformation, OID_GEN_DRIVER_VERSION, &version, sizeof(version), NULL) != NDIS_STATUS_SUCCESS)
		version = NDIS_620;
	const bool numbers = version >= NDIS_620;
	unsigned queues = b->rss_queues_reported < nt_cpu_count() ? b->rss_queues_reported : nt_cpu_count(), entries = b->rss_entries;
	entries = entries && entries < ENTRIES ? entries : ENTRIES;
	NDIS_RECEIVE_SCALE_PARAMETERS *p = &s->p;
	p->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_RSS_PARAMETERS,
	                                 numbers ? NDIS_RECEIVE_SCALE_PARAMETERS_REVISION_2 : NDIS_RECEIVE_SCALE_PARAMETERS_REVISION_1,
	                                 numbers ? NDIS_SIZEOF_RECEIVE_SCALE_PARAMETERS_REVISION_2
	                                         : NDIS_SIZEOF_RECEIVE_SCALE_PARAMETERS_REVISION_1};
	p->HashInformation = NdisHashFunctionToeplitz | hash_types(b->rss_caps);
	p->HashSecretKeySize = KEY_BYTES;
	p->HashSecretKeyOffset = offsetof(struct parameters, key);
	p->IndirectionTableOffset = offsetof(struct parameters, table);
	memcpy(s->key, key, KEY_BYTES);
	for (unsigned i = 0; i < entries; i++)
		if (numbers)
			((PROCESSOR_NUMBER *)s->table)[i] = (PROCESSOR_NUMBER){.Number = (UCHAR)(i % queues)};
		else
			s->table[i] = (uint8_t)(i % queues);
	p->IndirectionTableSize = (USHORT)(entries * (numbers ? sizeof(PROCESSOR_NUMBER) : 1));
	const NDIS_STATUS status = stack_oid(b, NdisRequestSetInformation, OID_GEN_RECEIVE_SCALE_PARAMETERS, s, sizeof(*s), NULL);
	stack_free(s);
	b->rss_status = status;
	b->rss = status == NDIS_STATUS_SUCCESS ? SET_DONE : SET_FAILED;
	b->rss_queues = status == NDIS_STATUS_SUCCESS ? queues : 1;
	if (status == NDIS_STATUS_SUCCESS)
		stack_note(b, "OID_GEN_RECEIVE_SCALE_PARAMETERS", "host stack: %u entries over %u processors", entries, queues);
	else
		stack_note(b, "OID_GEN_RECEIVE_SCALE_PARAMETERS", "host stack: the set failed with 0x%08X; one receive queue",
		           (unsigned)status);
}
