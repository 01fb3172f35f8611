/*
 * ndis/accessors.h: reading and writing NET_BUFFER and NET_BUFFER_LIST structures.
 *
 * An accessor that names a member expands to the member itself, so it can also be assigned to. The out-of-band data of a packet is the array
 * NetBufferListInfo: each slot is a pointer-sized value or a pointer, by NDIS_NET_BUFFER_LIST_INFO. Any IRQL.
 * learn.microsoft.com/windows-hardware/drivers/ddi/nblaccessors/, .../nblhash/, .../nblinfo/
 */
#ifndef FLUE_DDI_NDIS_ACCESSORS_H
#define FLUE_DDI_NDIS_ACCESSORS_H

/* NET_BUFFER: one packet. Its data starts DataOffset bytes into the chain MdlChain, which is CurrentMdlOffset bytes into CurrentMdl. */
#define NET_BUFFER_NEXT_NB(_NB) ((_NB)->Next)
#define NET_BUFFER_FIRST_MDL(_NB) ((_NB)->MdlChain)
#define NET_BUFFER_DATA_LENGTH(_NB) ((_NB)->DataLength)
#define NET_BUFFER_DATA_OFFSET(_NB) ((_NB)->DataOffset)
#define NET_BUFFER_CURRENT_MDL(_NB) ((_NB)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(_NB) ((_NB)->CurrentMdlOffset)
#define NET_BUFFER_PROTOCOL_RESERVED(_NB) ((_NB)->ProtocolReserved)
#define NET_BUFFER_MINIPORT_RESERVED(_NB) ((_NB)->MiniportReserved)
#define NET_BUFFER_CHECKSUM_BIAS(_NB) ((_NB)->ChecksumBias)
#if NDIS_SUPPORT_NDIS61
#define NET_BUFFER_DATA_PHYSICAL_ADDRESS(_NB) ((_NB)->DataPhysicalAddress)
#endif
#if NDIS_SUPPORT_NDIS620
#define NET_BUFFER_FIRST_SHARED_MEM_INFO(_NB) ((_NB)->SharedMemoryInfo)
#define NET_BUFFER_SCATTER_GATHER_LIST(_NB) ((_NB)->ScatterGatherList)
#define NET_BUFFER_SHARED_MEM_NEXT_SEGMENT(_SHI) ((_SHI)->NextSharedMemorySegment)
#define NET_BUFFER_SHARED_MEM_FLAGS(_SHI) ((_SHI)->SharedMemoryFlags)
#define NET_BUFFER_SHARED_MEM_HANDLE(_SHI) ((_SHI)->SharedMemoryHandle)
#define NET_BUFFER_SHARED_MEM_OFFSET(_SHI) ((_SHI)->SharedMemoryOffset)
#define NET_BUFFER_SHARED_MEM_LENGTH(_SHI) ((_SHI)->SharedMemoryLength)
#endif

/* NET_BUFFER_LIST: packets that travel together, with one set of out-of-band data. */
#define NET_BUFFER_LIST_NEXT_NBL(_NBL) ((_NBL)->Next)
#define NET_BUFFER_LIST_FIRST_NB(_NBL) ((_NBL)->FirstNetBuffer)
#define NET_BUFFER_LIST_FLAGS(_NBL) ((_NBL)->Flags)
#define NET_BUFFER_LIST_NBL_FLAGS(_NBL) ((_NBL)->NblFlags)
#define NET_BUFFER_LIST_STATUS(_NBL) ((_NBL)->Status)
#define NET_BUFFER_LIST_PROTOCOL_RESERVED(_NBL) ((_NBL)->ProtocolReserved)
#define NET_BUFFER_LIST_MINIPORT_RESERVED(_NBL) ((_NBL)->MiniportReserved)
#define NET_BUFFER_LIST_CONTEXT_DATA_START(_NBL) ((PUCHAR)((_NBL)->Context->ContextData + (_NBL)->Context->Offset))
#define NET_BUFFER_LIST_CONTEXT_DATA_SIZE(_NBL) ((_NBL)->Context->Size)
#define NET_BUFFER_LIST_INFO(_NBL, _Id) ((_NBL)->NetBufferListInfo[(_Id)])

#define NdisTestNblFlag(_NBL, _F) (((_NBL)->Flags & (_F)) != 0)
#define NdisTestNblFlags(_NBL, _F) (((_NBL)->Flags & (_F)) == (_F))
#define NdisSetNblFlag(_NBL, _F) ((_NBL)->Flags |= (_F))
#define NdisClearNblFlag(_NBL, _F) ((_NBL)->Flags &= ~(_F))
#define NBL_SET_FLAG(_NBL, _F) ((_NBL)->NblFlags |= (_F))
#define NBL_CLEAR_FLAG(_NBL, _F) ((_NBL)->NblFlags &= ~(_F))
#define NBL_TEST_FLAG(_NBL, _F) (((_NBL)->NblFlags & (_F)) != 0)
#define NBL_SET_PROTOCOL_RSVD_FLAG(_NBL, _F) ((_NBL)->NblFlags |= ((_F) & NBL_FLAGS_PROTOCOL_RESERVED))
#define NBL_CLEAR_PROTOCOL_RSVD_FLAG(_NBL, _F) ((_NBL)->NblFlags &= ~((_F) & NBL_FLAGS_PROTOCOL_RESERVED))
#define NBL_TEST_PROTOCOL_RSVD_FLAG(_NBL, _F) (((_NBL)->NblFlags & ((_F) & NBL_FLAGS_PROTOCOL_RESERVED)) != 0)
#define NBL_SET_PROT_RSVD_FLAG(_NBL, _F) NBL_SET_PROTOCOL_RSVD_FLAG(_NBL, _F)
#define NBL_CLEAR_PROT_RSVD_FLAG(_NBL, _F) NBL_CLEAR_PROTOCOL_RSVD_FLAG(_NBL, _F)
#define NBL_TEST_PROT_RSVD_FLAG(_NBL, _F) NBL_TEST_PROTOCOL_RSVD_FLAG(_NBL, _F)
/* Bits of NblFlags that protocols, or NDIS, may use; NDIS 6.30 moved two. */
#if NDIS_SUPPORT_NDIS630
#define NBL_FLAGS_PROTOCOL_RESERVED 0xFFF00003
#define NBL_FLAGS_NDIS_RESERVED 0x00000FFC
#else
#define NBL_FLAGS_PROTOCOL_RESERVED 0xFFF00000
#define NBL_FLAGS_NDIS_RESERVED 0x00000FFF
#endif
#define NBL_PROT_RSVD_FLAGS NBL_FLAGS_PROTOCOL_RESERVED

/* Flags arguments of send, receive, return and clone calls. */
#define NDIS_SET_SEND_FLAG(_Flags, _Fl) ((_Flags) |= (_Fl))
#define NDIS_CLEAR_SEND_FLAG(_Flags, _Fl) ((_Flags) &= ~(_Fl))
#define NDIS_TEST_SEND_FLAG(_Flags, _Fl) (((_Flags) & (_Fl)) == (_Fl))
#define NDIS_TEST_SEND_AT_DISPATCH_LEVEL(_Flags) NDIS_TEST_SEND_FLAG((_Flags), NDIS_SEND_FLAGS_DISPATCH_LEVEL)
#define NDIS_SET_SEND_COMPLETE_FLAG(_Flags, _Fl) ((_Flags) |= (_Fl))
#define NDIS_TEST_SEND_COMPLETE_FLAG(_Flags, _Fl) (((_Flags) & (_Fl)) == (_Fl))
#define NDIS_TEST_SEND_COMPLETE_AT_DISPATCH_LEVEL(_Flags) NDIS_TEST_SEND_COMPLETE_FLAG((_Flags), NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL)
#define NDIS_SET_RETURN_FLAG(_Flags, _Fl) ((_Flags) |= (_Fl))
#define NDIS_TEST_RETURN_FLAG(_Flags, _Fl) (((_Flags) & (_Fl)) == (_Fl))
#define NDIS_TEST_RETURN_AT_DISPATCH_LEVEL(_Flags) NDIS_TEST_RETURN_FLAG((_Flags), NDIS_RETURN_FLAGS_DISPATCH_LEVEL)
#define NDIS_SET_RECEIVE_FLAG(_Flags, _Fl) ((_Flags) |= (_Fl))
#define NDIS_TEST_RECEIVE_FLAG(_Flags, _Fl) (((_Flags) & (_Fl)) == (_Fl))
#define NDIS_TEST_RECEIVE_AT_DISPATCH_LEVEL(_Flags) NDIS_TEST_RECEIVE_FLAG((_Flags), NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL)
/* NDIS_RECEIVE_FLAGS_RESOURCES: the driver takes the list back when the call returns, so it can't be kept. */
#define NDIS_TEST_RECEIVE_CANNOT_PEND(_Flags) NDIS_TEST_RECEIVE_FLAG((_Flags), NDIS_RECEIVE_FLAGS_RESOURCES)
#define NDIS_TEST_RECEIVE_CAN_PEND(_Flags) (((_Flags) & NDIS_RECEIVE_FLAGS_RESOURCES) == 0)
#define NDIS_SET_CLONE_FLAG(_Flags, _Fl) ((_Flags) |= (_Fl))
#define NDIS_CLEAR_CLONE_FLAG(_Flags, _Fl) ((_Flags) &= ~(_Fl))
#define NDIS_TEST_CLONE_FLAG(_Flags, _Fl) (((_Flags) & (_Fl)) == (_Fl))

/* Out-of-band values. */
#define NdisSetNetBufferListProtocolId(_NBL, _ProtocolId) (*((PUCHAR)(&NET_BUFFER_LIST_INFO((_NBL), NetBufferListProtocolId))) = (_ProtocolId))
#define NDIS_SET_NET_BUFFER_LIST_CANCEL_ID(_NBL, _CancelId) (NET_BUFFER_LIST_INFO((_NBL), NetBufferListCancelId) = (_CancelId))
#define NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(_NBL) (NET_BUFFER_LIST_INFO((_NBL), NetBufferListCancelId))
#define NDIS_GET_NET_BUFFER_LIST_VLAN_ID(_NBL)                                                                                                    \
    (((NDIS_NET_BUFFER_LIST_8021Q_INFO *)&NET_BUFFER_LIST_INFO((_NBL), Ieee8021QNetBufferListInfo))->TagHeader.VlanId)
#define NDIS_SET_NET_BUFFER_LIST_VLAN_ID(_NBL, _VlanId) (NDIS_GET_NET_BUFFER_LIST_VLAN_ID(_NBL) = (_VlanId))
/* Receive side scaling: value in one slot, type and function (disjoint bit ranges) in another. learn.microsoft.com/windows-hardware/drivers/ddi/nblhash/ */
#define NET_BUFFER_LIST_GET_HASH_VALUE(_NBL) (PtrToUlong(NET_BUFFER_LIST_INFO((_NBL), NetBufferListHashValue)))
#define NET_BUFFER_LIST_SET_HASH_VALUE(_NBL, _HashValue) (NET_BUFFER_LIST_INFO((_NBL), NetBufferListHashValue) = UlongToPtr(_HashValue))
#define NET_BUFFER_LIST_GET_HASH_TYPE(_NBL) (PtrToUlong(NET_BUFFER_LIST_INFO((_NBL), NetBufferListHashInfo)) & NDIS_HASH_TYPE_MASK)
#define NET_BUFFER_LIST_GET_HASH_FUNCTION(_NBL) (PtrToUlong(NET_BUFFER_LIST_INFO((_NBL), NetBufferListHashInfo)) & NDIS_HASH_FUNCTION_MASK)
DDI_INLINE void NET_BUFFER_LIST_SET_HASH_TYPE(PNET_BUFFER_LIST _NBL, volatile ULONG _HashType)
{
    ULONG info = PtrToUlong(_NBL->NetBufferListInfo[NetBufferListHashInfo]) & ~(ULONG)NDIS_HASH_TYPE_MASK;
    _NBL->NetBufferListInfo[NetBufferListHashInfo] = ULongToPtr(info | (_HashType & NDIS_HASH_TYPE_MASK));
}
DDI_INLINE void NET_BUFFER_LIST_SET_HASH_FUNCTION(PNET_BUFFER_LIST _NBL, volatile ULONG _HashFunction)
{
    ULONG info = PtrToUlong(_NBL->NetBufferListInfo[NetBufferListHashInfo]) & ~(ULONG)NDIS_HASH_FUNCTION_MASK;
    _NBL->NetBufferListInfo[NetBufferListHashInfo] = ULongToPtr(info | (_HashFunction & NDIS_HASH_FUNCTION_MASK));
}
/* Media-specific blocks: a list in one slot, each block marked with its owner's tag. */
#define DDI_NBL_INFO_ADD(_NBL, _Slot, _Block) ((_Block)->NextEntry = NET_BUFFER_LIST_INFO((_NBL), _Slot), NET_BUFFER_LIST_INFO((_NBL), _Slot) = (_Block))
#define DDI_NBL_INFO_GET(_NBL, _Slot, _Tag, _Block)                                                                                               \
    do {                                                                                                                                          \
        (_Block) = NET_BUFFER_LIST_INFO((_NBL), _Slot);                                                                                           \
        while ((_Block) && (_Block)->Tag != (_Tag))                                                                                               \
            (_Block) = (_Block)->NextEntry;                                                                                                       \
    } while (0)
#define DDI_NBL_INFO_REMOVE(_NBL, _Slot, _Block)                                                                                                  \
    do {                                                                                                                                          \
        __typeof__(&(_Block)->NextEntry) ddi_link = (__typeof__(&(_Block)->NextEntry))&NET_BUFFER_LIST_INFO((_NBL), _Slot);                       \
        while (*ddi_link && *ddi_link != (_Block))                                                                                                \
            ddi_link = &(*ddi_link)->NextEntry;                                                                                                   \
        if (*ddi_link)                                                                                                                            \
            *ddi_link = (_Block)->NextEntry;                                                                                                      \
    } while (0)
#define NDIS_NBL_ADD_MEDIA_SPECIFIC_INFO(_NBL, _MediaSpecificInfo) DDI_NBL_INFO_ADD(_NBL, MediaSpecificInformation, _MediaSpecificInfo)
#define NDIS_NBL_GET_MEDIA_SPECIFIC_INFO(_NBL, _Tag, _MediaSpecificInfo) DDI_NBL_INFO_GET(_NBL, MediaSpecificInformation, _Tag, _MediaSpecificInfo)
#define NDIS_NBL_REMOVE_MEDIA_SPECIFIC_INFO(_NBL, _MediaSpecificInfo) DDI_NBL_INFO_REMOVE(_NBL, MediaSpecificInformation, _MediaSpecificInfo)
#if NDIS_SUPPORT_NDIS620
#define NDIS_NBL_ADD_MEDIA_SPECIFIC_INFO_EX(_NBL, _MediaSpecificInfo) DDI_NBL_INFO_ADD(_NBL, MediaSpecificInformationEx, _MediaSpecificInfo)
#define NDIS_NBL_GET_MEDIA_SPECIFIC_INFO_EX(_NBL, _Tag, _MediaSpecificInfo) DDI_NBL_INFO_GET(_NBL, MediaSpecificInformationEx, _Tag, _MediaSpecificInfo)
#define NDIS_NBL_REMOVE_MEDIA_SPECIFIC_INFO_EX(_NBL, _MediaSpecificInfo) DDI_NBL_INFO_REMOVE(_NBL, MediaSpecificInformationEx, _MediaSpecificInfo)
#define DDI_NBL_FILTERING(_NBL) ((NDIS_NET_BUFFER_LIST_FILTERING_INFO *)&NET_BUFFER_LIST_INFO((_NBL), NetBufferListFilteringInfo))
#define NET_BUFFER_LIST_RECEIVE_FILTER_ID(_NBL) (DDI_NBL_FILTERING(_NBL)->FilteringInfo.FilterId)
#if NDIS_SUPPORT_NDIS630
#define NET_BUFFER_LIST_RECEIVE_QUEUE_ID(_NBL) (DDI_NBL_FILTERING(_NBL)->FilteringInfo.QueueVPortInfo.QueueId)
#define NET_BUFFER_LIST_RECEIVE_FILTER_VPORT_ID(_NBL) (DDI_NBL_FILTERING(_NBL)->FilteringInfo.QueueVPortInfo.VPortId)
#else
#define NET_BUFFER_LIST_RECEIVE_QUEUE_ID(_NBL) (DDI_NBL_FILTERING(_NBL)->FilteringInfo.QueueId)
#endif
#endif
#define NDIS_GET_NET_BUFFER_LIST_IM_RESERVED(_NBL) (NET_BUFFER_LIST_INFO((_NBL), IMReserved))
#define NDIS_SET_NET_BUFFER_LIST_IM_RESERVED(_NBL, _Val) (NET_BUFFER_LIST_INFO((_NBL), IMReserved) = (_Val))
#if NDIS_SUPPORT_NDIS630
#define NET_BUFFER_LIST_COALESCED_SEG_COUNT(_NBL) (((NDIS_RSC_NBL_INFO *)&NET_BUFFER_LIST_INFO((_NBL), TcpRecvSegCoalesceInfo))->Info.CoalescedSegCount)
#define NET_BUFFER_LIST_DUP_ACK_COUNT(_NBL) (((NDIS_RSC_NBL_INFO *)&NET_BUFFER_LIST_INFO((_NBL), TcpRecvSegCoalesceInfo))->Info.DupAckCount)
#define NDIS_GET_NET_BUFFER_LIST_VIRTUAL_SUBNET_ID(_NBL)                                                                                          \
    (((NDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO *)&NET_BUFFER_LIST_INFO((_NBL), VirtualSubnetInfo))->VirtualSubnetId)
#define NDIS_SET_NET_BUFFER_LIST_VIRTUAL_SUBNET_ID(_NBL, _VirtualSubnetId) (NDIS_GET_NET_BUFFER_LIST_VIRTUAL_SUBNET_ID(_NBL) = (_VirtualSubnetId))
#define NET_BUFFER_LIST_SWITCH_FORWARDING_DETAIL(_NBL)                                                                                            \
    ((PNDIS_SWITCH_FORWARDING_DETAIL_NET_BUFFER_LIST_INFO)&NET_BUFFER_LIST_INFO((_NBL), SwitchForwardingDetail))
#define NDIS_SWITCH_PORT_DESTINATION_AT_ARRAY_INDEX(_DestArray_, _Index_)                                                                         \
    ((PNDIS_SWITCH_PORT_DESTINATION)((PUCHAR)((_DestArray_)->FirstElement) + (_Index_) * (_DestArray_)->ElementSize))
#define NDIS_MAKE_RID(_Segment, _Bus, _Function) (((_Segment) << 16) | ((_Bus) << 8) | (_Function))
#define NDIS_DECLARE_SWITCH_NET_BUFFER_LIST_CONTEXT_TYPE(_ContextName, _ExtensionId)                                                              \
    static const NDIS_SWITCH_NET_BUFFER_LIST_CONTEXT_TYPE_INFO _ContextName##Info = {                                                             \
        {NDIS_OBJECT_TYPE_DEFAULT, NDIS_SWITCH_NET_BUFFER_LIST_CONTEXT_TYPE_INFO_REVISION_1, sizeof(NDIS_SWITCH_NET_BUFFER_LIST_CONTEXT_TYPE_INFO)}, \
        _ExtensionId};                                                                                                                            \
    static const NDIS_SWITCH_NET_BUFFER_LIST_CONTEXT_TYPE_INFO *const _ContextName = &_ContextName##Info
#endif
#if NDIS_SUPPORT_NDIS650
#define NET_BUFFER_LIST_GFT_OFFLOAD_INFO(_NBL) (NET_BUFFER_LIST_INFO((_NBL), GftOffloadInformation))
#define NET_BUFFER_LIST_GFT_OFFLOAD_FLOW_ENTRY_ID(_NBL) (NET_BUFFER_LIST_INFO((_NBL), GftFlowEntryId))
#define DDI_GFT(_NBL) ((volatile ULONG *)&NET_BUFFER_LIST_INFO((_NBL), GftOffloadInformation))
#define NDIS_GET_NET_BUFFER_LIST_GFT_OFFLOAD_FLAGS(_NBL) (DDI_GFT(_NBL)[0])
#define NDIS_SET_NET_BUFFER_LIST_GFT_OFFLOAD_FLAGS(_NBL, _Flags) (DDI_GFT(_NBL)[0] = (_Flags))
#define NDIS_GET_NET_BUFFER_LIST_GFT_OFFLOAD_VPORT_ID(_NBL) (DDI_GFT(_NBL)[1])
#define NDIS_SET_NET_BUFFER_LIST_GFT_OFFLOAD_VPORT_ID(_NBL, _VPortId) (DDI_GFT(_NBL)[1] = (_VPortId))
#endif

#endif
