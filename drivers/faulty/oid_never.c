/* Pends every set of the packet filter and never completes it. */
#define FAULT_OID(adapter, request)                                                                                                        \
	if ((request)->RequestType == NdisRequestSetInformation && (request)->DATA.SET_INFORMATION.Oid == OID_GEN_CURRENT_LOOKAHEAD)       \
	return NDIS_STATUS_PENDING
#include "mini.h"
