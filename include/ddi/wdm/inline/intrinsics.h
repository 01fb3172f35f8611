/*
 * wdm/inline/intrinsics.h: what a Microsoft compiler knows by itself, for clang and gcc.
 *
 * Each intrinsic is a small inline function of ours behind its usual name, so driver source finds the name and both compilers the same code. On
 * x64 every locked operation is a full barrier; the Acquire, Release and NoFence forms are therefore aliases.
 * learn.microsoft.com/cpp/intrinsics/x64-amd64-intrinsics-list, learn.microsoft.com/windows-hardware/drivers/ddi/wdm (Interlocked*)
 */
#ifndef FLUE_DDI_WDM_INLINE_INTRINSICS_H
#define FLUE_DDI_WDM_INLINE_INTRINSICS_H

/* Barriers. */
DDI_INLINE void ddi_compiler_barrier(void) { __asm__ __volatile__("" ::: "memory"); }
DDI_INLINE void ddi_faststorefence(void) { __asm__ __volatile__("lock; orl $0, (%%rsp)" ::: "memory", "cc"); }
DDI_INLINE void ddi_pause(void) { __asm__ __volatile__("pause" ::: "memory"); }
DDI_INLINE void ddi_mfence(void) { __asm__ __volatile__("mfence" ::: "memory"); }
DDI_INLINE void ddi_lfence(void) { __asm__ __volatile__("lfence" ::: "memory"); }
DDI_INLINE void ddi_sfence(void) { __asm__ __volatile__("sfence" ::: "memory"); }
#define _ReadWriteBarrier ddi_compiler_barrier
#define _ReadBarrier ddi_compiler_barrier
#define _WriteBarrier ddi_compiler_barrier
#define __faststorefence ddi_faststorefence
#ifndef __clang__
#define DDI_OWN_MM 1
#elif FLUE_DDI_DRIVER
#define DDI_OWN_MM 1
#else
#define DDI_OWN_MM 0
#endif
#if DDI_OWN_MM && !defined(_XMMINTRIN_H_INCLUDED) && !defined(__XMMINTRIN_H)
#define _mm_pause ddi_pause
#define _mm_mfence ddi_mfence
#define _mm_lfence ddi_lfence
#define _mm_sfence ddi_sfence
#endif

/*
 * Interlocked operations. The functions return the new value (Increment, Decrement), the old one otherwise.
 * Addresses are naturally aligned; any IRQL; memory may be device-shared but not pageable at DISPATCH_LEVEL.
 */
#define DDI_INTERLOCKED(suffix, type)                                                                                                             \
    DDI_INLINE type ddi_interlocked_increment##suffix(volatile type *a) { return __atomic_add_fetch(a, 1, __ATOMIC_SEQ_CST); }                   \
    DDI_INLINE type ddi_interlocked_decrement##suffix(volatile type *a) { return __atomic_sub_fetch(a, 1, __ATOMIC_SEQ_CST); }                   \
    DDI_INLINE type ddi_interlocked_exchange##suffix(volatile type *a, type v) { return __atomic_exchange_n(a, v, __ATOMIC_SEQ_CST); }           \
    DDI_INLINE type ddi_interlocked_exchange_add##suffix(volatile type *a, type v) { return __atomic_fetch_add(a, v, __ATOMIC_SEQ_CST); }        \
    DDI_INLINE type ddi_interlocked_and##suffix(volatile type *a, type v) { return __atomic_fetch_and(a, v, __ATOMIC_SEQ_CST); }                 \
    DDI_INLINE type ddi_interlocked_or##suffix(volatile type *a, type v) { return __atomic_fetch_or(a, v, __ATOMIC_SEQ_CST); }                   \
    DDI_INLINE type ddi_interlocked_xor##suffix(volatile type *a, type v) { return __atomic_fetch_xor(a, v, __ATOMIC_SEQ_CST); }                 \
    DDI_INLINE type ddi_interlocked_compare_exchange##suffix(volatile type *a, type exchange, type comperand)                                    \
    {                                                                                                                                             \
        __atomic_compare_exchange_n(a, &comperand, exchange, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);                                              \
        return comperand;                                                                                                                         \
    }
DDI_INTERLOCKED(8, CHAR)
DDI_INTERLOCKED(16, SHORT)
DDI_INTERLOCKED(32, LONG)
DDI_INTERLOCKED(64, LONGLONG)
#define _InterlockedIncrement16 ddi_interlocked_increment16
#define _InterlockedIncrement ddi_interlocked_increment32
#define _InterlockedIncrement64 ddi_interlocked_increment64
#define _InterlockedDecrement16 ddi_interlocked_decrement16
#define _InterlockedDecrement ddi_interlocked_decrement32
#define _InterlockedDecrement64 ddi_interlocked_decrement64
#define _InterlockedExchange8 ddi_interlocked_exchange8
#define _InterlockedExchange16 ddi_interlocked_exchange16
#define _InterlockedExchange ddi_interlocked_exchange32
#define _InterlockedExchange64 ddi_interlocked_exchange64
#define _InterlockedExchangeAdd8 ddi_interlocked_exchange_add8
#define _InterlockedExchangeAdd16 ddi_interlocked_exchange_add16
#define _InterlockedExchangeAdd ddi_interlocked_exchange_add32
#define _InterlockedExchangeAdd64 ddi_interlocked_exchange_add64
#define _InterlockedAnd8 ddi_interlocked_and8
#define _InterlockedAnd16 ddi_interlocked_and16
#define _InterlockedAnd ddi_interlocked_and32
#define _InterlockedAnd64 ddi_interlocked_and64
#define _InterlockedOr8 ddi_interlocked_or8
#define _InterlockedOr16 ddi_interlocked_or16
#define _InterlockedOr ddi_interlocked_or32
#define _InterlockedOr64 ddi_interlocked_or64
#define _InterlockedXor8 ddi_interlocked_xor8
#define _InterlockedXor16 ddi_interlocked_xor16
#define _InterlockedXor ddi_interlocked_xor32
#define _InterlockedXor64 ddi_interlocked_xor64
#define _InterlockedCompareExchange16 ddi_interlocked_compare_exchange16
#define _InterlockedCompareExchange ddi_interlocked_compare_exchange32
#define _InterlockedCompareExchange64 ddi_interlocked_compare_exchange64

DDI_INLINE PVOID ddi_interlocked_exchange_pointer(PVOID volatile *a, PVOID v) { return __atomic_exchange_n(a, v, __ATOMIC_SEQ_CST); }
DDI_INLINE PVOID ddi_interlocked_compare_exchange_pointer(PVOID volatile *a, PVOID exchange, PVOID comperand)
{
    __atomic_compare_exchange_n(a, &comperand, exchange, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return comperand;
}
#define _InterlockedExchangePointer(a, v) ddi_interlocked_exchange_pointer((PVOID volatile *)(a), (PVOID)(v))
#define _InterlockedCompareExchangePointer(a, e, c) ddi_interlocked_compare_exchange_pointer((PVOID volatile *)(a), (PVOID)(e), (PVOID)(c))
DDI_INLINE LONG _InlineInterlockedAdd(volatile LONG *Addend, LONG Value) { return _InterlockedExchangeAdd(Addend, Value) + Value; }
DDI_INLINE LONGLONG _InlineInterlockedAdd64(volatile LONGLONG *Addend, LONGLONG Value) { return _InterlockedExchangeAdd64(Addend, Value) + Value; }

/* 16 bytes, 16-byte aligned; *ComparandResult is {low, high} and receives the old value; non-zero when exchanged. */
DDI_INLINE UCHAR ddi_interlocked_compare_exchange128(volatile LONGLONG *Destination, LONGLONG ExchangeHigh, LONGLONG ExchangeLow, LONGLONG *ComparandResult)
{
    UCHAR ok;
    __asm__ __volatile__("lock; cmpxchg16b %1; sete %0"
                         : "=q"(ok), "+m"(*(volatile char(*)[16])Destination), "+a"(ComparandResult[0]), "+d"(ComparandResult[1])
                         : "b"(ExchangeLow), "c"(ExchangeHigh)
                         : "cc", "memory");
    return ok;
}
#define _InterlockedCompareExchange128 ddi_interlocked_compare_exchange128

DDI_INLINE UCHAR ddi_bts32(volatile LONG *b, LONG n) { return (__atomic_fetch_or(b + (n >> 5), (LONG)(1u << (n & 31)), __ATOMIC_SEQ_CST) >> (n & 31)) & 1; }
DDI_INLINE UCHAR ddi_btr32(volatile LONG *b, LONG n) { return (__atomic_fetch_and(b + (n >> 5), (LONG)~(1u << (n & 31)), __ATOMIC_SEQ_CST) >> (n & 31)) & 1; }
DDI_INLINE UCHAR ddi_bts64(volatile LONGLONG *b, LONGLONG n) { return (__atomic_fetch_or(b + (n >> 6), (LONGLONG)(1ull << (n & 63)), __ATOMIC_SEQ_CST) >> (n & 63)) & 1; }
DDI_INLINE UCHAR ddi_btr64(volatile LONGLONG *b, LONGLONG n) { return (__atomic_fetch_and(b + (n >> 6), (LONGLONG)~(1ull << (n & 63)), __ATOMIC_SEQ_CST) >> (n & 63)) & 1; }
#define _interlockedbittestandset ddi_bts32
#define _interlockedbittestandreset ddi_btr32
#define _interlockedbittestandset64 ddi_bts64
#define _interlockedbittestandreset64 ddi_btr64

/* Bits. */
#define DDI_BITTEST(suffix, type, shift)                                                                                                          \
    DDI_INLINE UCHAR ddi_bittest##suffix(const type *b, type n) { return (UCHAR)((b[n >> shift] >> (n & ((1 << shift) - 1))) & 1); }               \
    DDI_INLINE UCHAR ddi_bittest_set##suffix(type *b, type n, int op)                                                                             \
    {                                                                                                                                             \
        type *w = b + (n >> shift);                                                                                                               \
        type m = (type)(1ull << (n & ((1 << shift) - 1)));                                                                                        \
        UCHAR old = (*w & m) != 0;                                                                                                                \
        *w = op == 0 ? *w & ~m : op == 1 ? *w | m : *w ^ m;                                                                                       \
        return old;                                                                                                                               \
    }
DDI_BITTEST(32, LONG, 5)
DDI_BITTEST(64, LONGLONG, 6)
#define _bittest(b, n) ddi_bittest32(b, n)
#define _bittestandset(b, n) ddi_bittest_set32(b, n, 1)
#define _bittestandreset(b, n) ddi_bittest_set32(b, n, 0)
#define _bittestandcomplement(b, n) ddi_bittest_set32(b, n, 2)
#define _bittest64(b, n) ddi_bittest64(b, n)
#define _bittestandset64(b, n) ddi_bittest_set64(b, n, 1)
#define _bittestandreset64(b, n) ddi_bittest_set64(b, n, 0)
#define _bittestandcomplement64(b, n) ddi_bittest_set64(b, n, 2)

DDI_INLINE UCHAR ddi_bsf32(ULONG *i, ULONG m) { return m ? (*i = (ULONG)__builtin_ctz((unsigned)m), 1) : 0; }
DDI_INLINE UCHAR ddi_bsr32(ULONG *i, ULONG m) { return m ? (*i = 31u - (ULONG)__builtin_clz((unsigned)m), 1) : 0; }
DDI_INLINE UCHAR ddi_bsf64(ULONG *i, ULONGLONG m) { return m ? (*i = (ULONG)__builtin_ctzll(m), 1) : 0; }
DDI_INLINE UCHAR ddi_bsr64(ULONG *i, ULONGLONG m) { return m ? (*i = 63u - (ULONG)__builtin_clzll(m), 1) : 0; }
#define _BitScanForward ddi_bsf32
#define _BitScanReverse ddi_bsr32
#define _BitScanForward64 ddi_bsf64
#define _BitScanReverse64 ddi_bsr64
#define __popcnt64(v) ((ULONGLONG)__builtin_popcountll(v))

/* Byte order. */
DDI_INLINE USHORT ddi_swap16(USHORT v) { return __builtin_bswap16(v); }
DDI_INLINE ULONG ddi_swap32(ULONG v) { return (ULONG)__builtin_bswap32((unsigned)v); }
DDI_INLINE ULONGLONG ddi_swap64(ULONGLONG v) { return __builtin_bswap64(v); }
#define _byteswap_ushort ddi_swap16
#define _byteswap_ulong ddi_swap32
#define _byteswap_uint64 ddi_swap64

/* Wide multiplication. */
DDI_INLINE ULONGLONG ddi_umul128(ULONGLONG a, ULONGLONG b, ULONGLONG *h)
{
    unsigned __int128 p = (unsigned __int128)a * b;
    *h = (ULONGLONG)(p >> 64);
    return (ULONGLONG)p;
}
DDI_INLINE LONGLONG ddi_mul128(LONGLONG a, LONGLONG b, LONGLONG *h)
{
    __int128 p = (__int128)a * b;
    *h = (LONGLONG)(p >> 64);
    return (LONGLONG)p;
}
DDI_INLINE ULONGLONG ddi_umulh(ULONGLONG a, ULONGLONG b) { return (ULONGLONG)(((unsigned __int128)a * b) >> 64); }
DDI_INLINE LONGLONG ddi_mulh(LONGLONG a, LONGLONG b) { return (LONGLONG)(((__int128)a * b) >> 64); }
DDI_INLINE ULONGLONG ddi_shiftleft128(ULONGLONG lo, ULONGLONG hi, UCHAR n) { return (n &= 63) ? hi << n | lo >> (64 - n) : hi; }
DDI_INLINE ULONGLONG ddi_shiftright128(ULONGLONG lo, ULONGLONG hi, UCHAR n) { return (n &= 63) ? lo >> n | hi << (64 - n) : lo; }
#define _umul128 ddi_umul128
#define _mul128 ddi_mul128
#define __umulh ddi_umulh
#define __mulh ddi_mulh
#define __shiftleft128 ddi_shiftleft128
#define __shiftright128 ddi_shiftright128
DDI_INLINE LONGLONG MultiplyExtract128(LONGLONG Multiplier, LONGLONG Multiplicand, UCHAR Shift)
{
    BOOLEAN negative = (Multiplier < 0) != (Multiplicand < 0);
    ULONGLONG high, low = ddi_umul128(Multiplier < 0 ? 0 - (ULONGLONG)Multiplier : (ULONGLONG)Multiplier,
                                      Multiplicand < 0 ? 0 - (ULONGLONG)Multiplicand : (ULONGLONG)Multiplicand, &high);
    LONGLONG r = (LONGLONG)ddi_shiftright128(low, high, Shift);
    return negative ? -r : r;
}
DDI_INLINE ULONGLONG UnsignedMultiplyExtract128(ULONGLONG Multiplier, ULONGLONG Multiplicand, UCHAR Shift)
{
    ULONGLONG high, low = ddi_umul128(Multiplier, Multiplicand, &high);
    return ddi_shiftright128(low, high, Shift);
}

/* String moves and stores. */
#define DDI_STRINGOP(name, type, op)                                                                                                              \
    DDI_INLINE void ddi_mov##name(type *d, const type *s, ULONGLONG n) { __asm__ __volatile__("rep movs" op : "+D"(d), "+S"(s), "+c"(n)::"memory"); }  \
    DDI_INLINE void ddi_sto##name(type *d, type v, ULONGLONG n) { __asm__ __volatile__("rep stos" op : "+D"(d), "+c"(n) : "a"(v) : "memory"); }
DDI_STRINGOP(b, UCHAR, "b")
DDI_STRINGOP(w, USHORT, "w")
DDI_STRINGOP(d, ULONG, "l")
DDI_STRINGOP(q, ULONGLONG, "q")
#define __movsb ddi_movb
#define __movsw ddi_movw
#define __movsd ddi_movd
#define __movsq ddi_movq
#define __stosb ddi_stob
#define __stosw ddi_stow
#define __stosd ddi_stod
#define __stosq ddi_stoq

/* Port I/O: privileged, so Flue emulates it; each call is a trip through the bus. */
#define DDI_PORTOP(name, type, op, reg)                                                                                                           \
    DDI_INLINE type ddi_in##name(USHORT p) { type v; __asm__ __volatile__("in" op " %1, %" reg "0" : "=a"(v) : "Nd"(p) : "memory"); return v; }    \
    DDI_INLINE void ddi_out##name(USHORT p, type v) { __asm__ __volatile__("out" op " %" reg "0, %1" ::"a"(v), "Nd"(p) : "memory"); }               \
    DDI_INLINE void ddi_ins##name(USHORT p, type *b, ULONG n) { ULONGLONG c = n; __asm__ __volatile__("rep ins" op : "+D"(b), "+c"(c) : "d"(p) : "memory"); }   \
    DDI_INLINE void ddi_outs##name(USHORT p, type *b, ULONG n) { ULONGLONG c = n; __asm__ __volatile__("rep outs" op : "+S"(b), "+c"(c) : "d"(p) : "memory"); }
DDI_PORTOP(b, UCHAR, "b", "b")
DDI_PORTOP(w, USHORT, "w", "w")
DDI_PORTOP(d, ULONG, "l", "k")
#define __inbyte ddi_inb
#define __inword ddi_inw
#define __indword ddi_ind
#define __outbyte ddi_outb
#define __outword ddi_outw
#define __outdword ddi_outd
#define __inbytestring ddi_insb
#define __inwordstring ddi_insw
#define __indwordstring ddi_insd
#define __outbytestring ddi_outsb
#define __outwordstring ddi_outsw
#define __outdwordstring ddi_outsd

/* The processor's own state: gs is the processor control region, cr8 the interrupt request level. */
#define DDI_GSOP(name, type, op, reg)                                                                                                             \
    DDI_INLINE type ddi_readgs##name(ULONG o) { type v; __asm__ __volatile__("mov" op " %%gs:(%q1), %" reg "0" : "=r"(v) : "r"((ULONGLONG)o)); return v; }       \
    DDI_INLINE void ddi_writegs##name(ULONG o, type v) { __asm__ __volatile__("mov" op " %" reg "0, %%gs:(%q1)" ::"r"(v), "r"((ULONGLONG)o) : "memory"); }       \
    DDI_INLINE void ddi_addgs##name(ULONG o, type v) { __asm__ __volatile__("add" op " %" reg "0, %%gs:(%q1)" ::"r"(v), "r"((ULONGLONG)o) : "memory", "cc"); }   \
    DDI_INLINE void ddi_incgs##name(ULONG o) { __asm__ __volatile__("inc" op " %%gs:(%q0)" ::"r"((ULONGLONG)o) : "memory", "cc"); }
DDI_GSOP(byte, UCHAR, "b", "b")
DDI_GSOP(word, USHORT, "w", "w")
DDI_GSOP(dword, ULONG, "l", "k")
DDI_GSOP(qword, ULONGLONG, "q", "q")
#define __readgsbyte ddi_readgsbyte
#define __readgsword ddi_readgsword
#define __readgsdword ddi_readgsdword
#define __readgsqword ddi_readgsqword
#define __writegsbyte ddi_writegsbyte
#define __writegsword ddi_writegsword
#define __writegsdword ddi_writegsdword
#define __writegsqword ddi_writegsqword
#define __addgsbyte ddi_addgsbyte
#define __addgsword ddi_addgsword
#define __addgsdword ddi_addgsdword
#define __addgsqword ddi_addgsqword
#define __incgsbyte ddi_incgsbyte
#define __incgsword ddi_incgsword
#define __incgsdword ddi_incgsdword
#define __incgsqword ddi_incgsqword
DDI_INLINE ULONGLONG ddi_readcr8(void) { ULONGLONG v; __asm__ __volatile__("movq %%cr8, %0" : "=r"(v)); return v; }
DDI_INLINE void ddi_writecr8(ULONGLONG v) { __asm__ __volatile__("movq %0, %%cr8" ::"r"(v) : "memory"); }
DDI_INLINE ULONGLONG ddi_rdtsc(void) { ULONG lo, hi; __asm__ __volatile__("rdtsc" : "=a"(lo), "=d"(hi)); return (ULONGLONG)hi << 32 | lo; }
DDI_INLINE ULONGLONG ddi_readpmc(ULONG n) { ULONG lo, hi; __asm__ __volatile__("rdpmc" : "=a"(lo), "=d"(hi) : "c"(n)); return (ULONGLONG)hi << 32 | lo; }
DDI_INLINE ULONG ddi_segmentlimit(ULONG s) { ULONG v; __asm__ __volatile__("lsll %1, %0" : "=r"(v) : "r"(s) : "cc"); return v; }
DDI_INLINE void ddi_cpuidex(int i[4], int f, int s) { __asm__ __volatile__("cpuid" : "=a"(i[0]), "=b"(i[1]), "=c"(i[2]), "=d"(i[3]) : "0"(f), "2"(s)); }
DDI_INLINE unsigned ddi_callers_eflags(void) { ULONGLONG v; __asm__ __volatile__("pushfq; popq %0" : "=r"(v)::"memory"); return (unsigned)v; }
#define __readcr8 ddi_readcr8
#define __writecr8 ddi_writecr8
#ifndef __rdtsc
#define __rdtsc ddi_rdtsc
#endif
#define __readpmc ddi_readpmc
#define __segmentlimit ddi_segmentlimit
#define __cpuidex ddi_cpuidex
#define __getcallerseflags ddi_callers_eflags
#define _ReturnAddress() __builtin_return_address(0)

/* Caches and floating-point control. */
#define _m_prefetchw(p) __builtin_prefetch((const void *)(p), 1, 3)
DDI_INLINE void ddi_clflush(const void *p) { __asm__ __volatile__("clflush %0" ::"m"(*(const volatile char *)p) : "memory"); }
DDI_INLINE unsigned ddi_getcsr(void) { unsigned v; __asm__ __volatile__("stmxcsr %0" : "=m"(v)); return v; }
DDI_INLINE void ddi_setcsr(unsigned v) { __asm__ __volatile__("ldmxcsr %0" ::"m"(v)); }
#if DDI_OWN_MM && !defined(_XMMINTRIN_H_INCLUDED) && !defined(__XMMINTRIN_H)
#define _mm_clflush ddi_clflush
#define _mm_getcsr ddi_getcsr
#define _mm_setcsr ddi_setcsr
#define _mm_prefetch(a, sel) __builtin_prefetch((const void *)(a))
#endif

/* Deliberate ends: int 29h is the fast fail (bug check 0x139, code in ecx), int 2Ch an assertion failure. */
DDI_INLINE DECLSPEC_NORETURN void ddi_fastfail(unsigned Code)
{
    __asm__ __volatile__("int $0x29" ::"c"(Code) : "memory");
    __builtin_unreachable();
}
DDI_INLINE void ddi_int2c(void) { __asm__ __volatile__("int $0x2c" ::: "memory"); }
#define __fastfail ddi_fastfail
#define __int2c ddi_int2c
#ifndef __debugbreak
DDI_INLINE void ddi_debugbreak(void) { __asm__ __volatile__("int3" ::: "memory"); }
#define __debugbreak ddi_debugbreak
#endif
#define YieldProcessor ddi_pause
#define DbgRaiseAssertionFailure() __int2c()

#endif
