/*
 * ndis/poll.h: NDIS poll mode (NDIS 6.85): NDIS schedules the driver's packet processing; the driver only asks for a poll and says when it has
 * nothing left. Sizes and offsets follow from the published declarations (no kit table covers them).
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-poll-mode, .../ddi/poll/
 */
#ifndef FLUE_DDI_NDIS_POLL_H
#define FLUE_DDI_NDIS_POLL_H

#if NDIS_SUPPORT_NDIS685
typedef struct NDIS_POLL_HANDLE__ *NDIS_POLL_HANDLE; /* opaque: from NdisRegisterPoll to NdisDeregisterPoll */

/* "No limit" in Max*, "count for me" in NumberOf*, "more, number unknown" in NumberOfRemaining*; the page gives no number. */
#define NDIS_ANY_NUMBER_OF_NBLS 0xFFFFFFFF

typedef struct NDIS_POLL_TRANSMIT_DATA {
    ULONG MaxNblsToComplete;
    ULONG Reserved1[3];
    NET_BUFFER_LIST *CompletedNblChain;
    ULONG NumberOfCompletedNbls;
    ULONG NumberOfRemainingNbls; /* 0: nothing left, polling may stop */
    ULONG SendCompleteFlags;
    ULONG Reserved2;
    void *Reserved3[4];
} NDIS_POLL_TRANSMIT_DATA;

typedef struct NDIS_POLL_RECEIVE_DATA {
    ULONG MaxNblsToIndicate;
    ULONG Reserved1[3];
    NET_BUFFER_LIST *IndicatedNblChain;
    ULONG NumberOfIndicatedNbls;
    ULONG NumberOfRemainingNbls;
    ULONG Flags; /* NDIS_RECEIVE_FLAGS_* */
    ULONG Reserved2;
    void *Reserved3[4];
} NDIS_POLL_RECEIVE_DATA;

typedef struct NDIS_POLL_DATA {
    NDIS_OBJECT_HEADER Header;
    NDIS_POLL_TRANSMIT_DATA Transmit;
    NDIS_POLL_RECEIVE_DATA Receive;
} NDIS_POLL_DATA;

typedef struct NDIS_POLL_NOTIFICATION {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN Enabled; /* TRUE: arm the interrupt that leads to NdisRequestPoll */
} NDIS_POLL_NOTIFICATION;

typedef void NTAPI NDIS_POLL(void *Context, NDIS_POLL_DATA *PollData);                                        /* PASSIVE_LEVEL or DISPATCH_LEVEL */
typedef void NTAPI NDIS_SET_POLL_NOTIFICATION(void *Context, NDIS_POLL_NOTIFICATION *Notification);           /* <= DISPATCH_LEVEL */
typedef NDIS_POLL *NDIS_POLL_HANDLER;
typedef NDIS_SET_POLL_NOTIFICATION *NDIS_SET_POLL_NOTIFICATION_HANDLER;

#define NDIS_POLL_CHARACTERISTICS_REVISION_1 1
typedef struct NDIS_POLL_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header; /* NDIS_OBJECT_TYPE_DEFAULT */
    NDIS_SET_POLL_NOTIFICATION_HANDLER SetPollNotificationHandler;
    NDIS_POLL_HANDLER PollHandler;
} NDIS_POLL_CHARACTERISTICS;
#define NDIS_SIZEOF_NDIS_POLL_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_POLL_CHARACTERISTICS, PollHandler)

NDISSYSAPI NDIS_STATUS NTAPI NdisRegisterPoll(NDIS_HANDLE NdisHandle, void *Context, NDIS_POLL_CHARACTERISTICS const *Characteristics,
                                              NDIS_POLL_HANDLE *PollHandle); /* from MiniportInitializeEx, PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisDeregisterPoll(NDIS_POLL_HANDLE PollHandle);      /* from MiniportHaltEx, PASSIVE_LEVEL; runs polling down */
NDISSYSAPI void NTAPI NdisRequestPoll(NDIS_POLL_HANDLE PollHandle, void *Reserved); /* any IRQL; at least one poll follows */
NDISSYSAPI void NTAPI NdisSetPollAffinity(NDIS_POLL_HANDLE PollHandle, PROCESSOR_NUMBER const *PollAffinity);
#endif

#endif
