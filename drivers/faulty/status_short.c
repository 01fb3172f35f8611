/* Indicates NDIS_STATUS_OFFLOAD_RESUME with a buffer that is too small and of the wrong type (RP-290). */
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		NDIS_STATUS_INDICATION s;                                                                                                  \
		ULONG junk = 0xffffffff;                                                                                                   \
		NdisZeroMemory(&s, sizeof s);                                                                                              \
		s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;                                                                        \
		s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;                                                                     \
		s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;                                                                  \
		s.SourceHandle = (adapter)->ndis;                                                                                          \
		s.StatusCode = NDIS_STATUS_OFFLOAD_RESUME;                                                                                 \
		s.StatusBuffer = &junk;                                                                                                    \
		s.StatusBufferSize = sizeof junk;                                                                                          \
		NdisMIndicateStatusEx((adapter)->ndis, &s);                                                                                \
	} while (0)
#include "mini.h"
