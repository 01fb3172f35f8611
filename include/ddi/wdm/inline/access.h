/*
 * wdm/inline/access.h: plain, acquire, release and raw access to memory that others write, and access to device registers.
 *
 * READ_REGISTER_* and WRITE_REGISTER_*: one access of exactly that width, ordered by the compiler before and after; a write is followed by a store
 * fence, so it has left the processor when the call returns. Register addresses come from MmMapIoSpace or NdisMMapIoSpace. Any IRQL.
 * learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-read_register_ulong and its siblings
 */
#ifndef FLUE_DDI_WDM_INLINE_ACCESS_H
#define FLUE_DDI_WDM_INLINE_ACCESS_H

#define DDI_ACCESS(suffix, type)                                                                                                                  \
    DDI_INLINE type ReadAcquire##suffix(const volatile type *Source) { return __atomic_load_n(Source, __ATOMIC_ACQUIRE); }                       \
    DDI_INLINE type ReadNoFence##suffix(const volatile type *Source) { return *Source; }                                                         \
    DDI_INLINE type ReadRaw##suffix(const volatile type *Source) { return *Source; }                                                             \
    DDI_INLINE void WriteRelease##suffix(volatile type *Destination, type Value) { __atomic_store_n(Destination, Value, __ATOMIC_RELEASE); }     \
    DDI_INLINE void WriteNoFence##suffix(volatile type *Destination, type Value) { *Destination = Value; }                                       \
    DDI_INLINE void WriteRaw##suffix(volatile type *Destination, type Value) { *Destination = Value; }
DDI_ACCESS(8, CHAR)
DDI_ACCESS(16, SHORT)
DDI_ACCESS(, LONG)
DDI_ACCESS(64, LONG64)
#define DDI_ACCESS_NAMED(name, type)                                                                                                              \
    DDI_INLINE type Read##name##Acquire(const volatile type *Source) { return __atomic_load_n(Source, __ATOMIC_ACQUIRE); }                       \
    DDI_INLINE type Read##name##NoFence(const volatile type *Source) { return *Source; }                                                         \
    DDI_INLINE void Write##name##Release(volatile type *Destination, type Value) { __atomic_store_n(Destination, Value, __ATOMIC_RELEASE); }     \
    DDI_INLINE void Write##name##NoFence(volatile type *Destination, type Value) { *Destination = Value; }
#define DDI_ACCESS_RAW(name, type)                                                                                                                \
    DDI_INLINE type Read##name##Raw(const volatile type *Source) { return *Source; }                                                             \
    DDI_INLINE void Write##name##Raw(volatile type *Destination, type Value) { *Destination = Value; }
DDI_ACCESS_NAMED(Boolean, BOOLEAN)
DDI_ACCESS_NAMED(UChar, UCHAR)
DDI_ACCESS_RAW(UChar, UCHAR)
DDI_ACCESS_NAMED(UShort, USHORT)
DDI_ACCESS_RAW(UShort, USHORT)
DDI_ACCESS_NAMED(ULong, ULONG)
DDI_ACCESS_RAW(ULong, ULONG)
DDI_ACCESS_NAMED(ULong64, ULONG64)
DDI_ACCESS_RAW(ULong64, ULONG64)
typedef PVOID DDI_POINTER;
DDI_ACCESS_NAMED(Pointer, DDI_POINTER)
DDI_ACCESS_RAW(Pointer, DDI_POINTER)

#define DDI_REGISTER(name, type, move)                                                                                                            \
    DDI_INLINE type READ_REGISTER_##name(volatile type *Register)                                                                                \
    {                                                                                                                                             \
        _ReadWriteBarrier();                                                                                                                      \
        return *Register;                                                                                                                         \
    }                                                                                                                                             \
    DDI_INLINE void WRITE_REGISTER_##name(volatile type *Register, type Value)                                                                   \
    {                                                                                                                                             \
        *Register = Value;                                                                                                                        \
        __faststorefence();                                                                                                                       \
    }                                                                                                                                             \
    DDI_INLINE void READ_REGISTER_BUFFER_##name(volatile type *Register, type *Buffer, ULONG Count)                                              \
    {                                                                                                                                             \
        _ReadWriteBarrier();                                                                                                                      \
        move(Buffer, (const type *)Register, Count);                                                                                              \
    }                                                                                                                                             \
    DDI_INLINE void WRITE_REGISTER_BUFFER_##name(volatile type *Register, type *Buffer, ULONG Count)                                             \
    {                                                                                                                                             \
        move((type *)Register, Buffer, Count);                                                                                                    \
        __faststorefence();                                                                                                                       \
    }
DDI_REGISTER(UCHAR, UCHAR, __movsb)
DDI_REGISTER(USHORT, USHORT, __movsw)
DDI_REGISTER(ULONG, ULONG, __movsd)
DDI_REGISTER(ULONG64, ULONG64, __movsq)

#define DDI_PORT(name, type, in, out, ins, outs)                                                                                                  \
    DDI_INLINE type READ_PORT_##name(type *Port) { return in((USHORT)(ULONG_PTR)Port); }                                                         \
    DDI_INLINE void WRITE_PORT_##name(type *Port, type Value) { out((USHORT)(ULONG_PTR)Port, Value); }                                           \
    DDI_INLINE void READ_PORT_BUFFER_##name(type *Port, type *Buffer, ULONG Count) { ins((USHORT)(ULONG_PTR)Port, Buffer, Count); }              \
    DDI_INLINE void WRITE_PORT_BUFFER_##name(type *Port, type *Buffer, ULONG Count) { outs((USHORT)(ULONG_PTR)Port, Buffer, Count); }
DDI_PORT(UCHAR, UCHAR, __inbyte, __outbyte, __inbytestring, __outbytestring)
DDI_PORT(USHORT, USHORT, __inword, __outword, __inwordstring, __outwordstring)
DDI_PORT(ULONG, ULONG, __indword, __outdword, __indwordstring, __outdwordstring)

DDI_INLINE void KeMemoryBarrier(void) { __faststorefence(); }
#define KeMemoryBarrierWithoutFence() _ReadWriteBarrier()
#define ReadTimeStampCounter() __rdtsc()
#define ReadCR8() __readcr8()
#define WriteCR8(Data) __writecr8(Data)
#define CacheLineFlush(Address) ddi_clflush(Address)
#define PreFetchCacheLine(l, a) __builtin_prefetch((const void *)(a))
#define PrefetchForWrite(p) _m_prefetchw(p)
#define ReadForWriteAccess(p) (_m_prefetchw(p), *(p))
#define GetCallersEflags() __getcallerseflags()

#endif
