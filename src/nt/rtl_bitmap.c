/*
 * RTL_BITMAP. Page: wdm RtlInitializeBitMap and its family. Locking is the caller's. Searches return 0xFFFFFFFF for "none"; a hint is where
 * to begin, and the search wraps once.
 */
#include "nt/exec.h"
#include <string.h>

#define NONE 0xffffffffu
typedef RTL_BITMAP bitmap;

static bool get(const bitmap *m, ULONG i)
{
	return m->Buffer[i / 32] >> (i % 32) & 1;
}
static void put(bitmap *m, ULONG i, bool v)
{
	if (v)
		m->Buffer[i / 32] |= 1u << (i % 32);
	else
		m->Buffer[i / 32] &= ~(1u << (i % 32));
}
static void fill(bitmap *m, ULONG at, ULONG n, bool v)
{
	for (; n && at < m->SizeOfBitMap; at++, n--)
		if (at % 32 == 0 && n >= 32 && m->SizeOfBitMap - at >= 32) {
			m->Buffer[at / 32] = v ? ~0u : 0;
			at += 31;
			n -= 31;
		} else {
			put(m, at, v);
		}
}
static bool all(const bitmap *m, ULONG at, ULONG n, bool v)
{
	if (!n || at >= m->SizeOfBitMap || n > m->SizeOfBitMap - at)
		return false;
	for (ULONG i = at; i < at + n; i++)
		if (get(m, i) != v)
			return false;
	return true;
}
static ULONG find(const bitmap *m, ULONG want, ULONG hint, bool v)
{
	if (hint >= m->SizeOfBitMap)
		hint = 0;
	if (!want)
		return hint & ~7u;
	for (int pass = 0; pass < 2; pass++) {
		ULONG run = 0, from = pass ? 0 : hint, to = m->SizeOfBitMap;
		for (ULONG i = from; i < to; i++) {
			run = get(m, i) == v ? run + 1 : 0;
			if (run == want)
				return i + 1 - want;
		}
		if (!hint)
			break;
	}
	return NONE;
}
static ULONG count(const bitmap *m, ULONG at, ULONG n)
{
	ULONG set = 0;
	for (ULONG i = at; i < at + n && i < m->SizeOfBitMap; i++)
		set += get(m, i);
	return set;
}
static ULONG run_clear(const bitmap *m, ULONG from, ULONG *start)
{
	while (from < m->SizeOfBitMap && get(m, from))
		from++;
	*start = from;
	ULONG n = 0;
	while (from + n < m->SizeOfBitMap && !get(m, from + n))
		n++;
	return n;
}

VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP M, PULONG Buffer, ULONG Size)
{
	M->Buffer = Buffer;
	M->SizeOfBitMap = Size;
}
VOID NTAPI RtlClearAllBits(PRTL_BITMAP M)
{
	memset(M->Buffer, 0, (M->SizeOfBitMap + 31) / 32 * 4);
}
VOID NTAPI RtlSetAllBits(PRTL_BITMAP M)
{
	memset(M->Buffer, 0xff, (M->SizeOfBitMap + 31) / 32 * 4);
}
VOID NTAPI RtlClearBit(PRTL_BITMAP M, ULONG Bit)
{
	put(M, Bit, false);
}
VOID NTAPI RtlSetBit(PRTL_BITMAP M, ULONG Bit)
{
	put(M, Bit, true);
}
BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP M, ULONG Bit)
{
	return get(M, Bit);
}
VOID NTAPI RtlClearBits(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	fill(M, Start, N, false);
}
VOID NTAPI RtlSetBits(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	fill(M, Start, N, true);
}
BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	return all(M, Start, N, false);
}
BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	return all(M, Start, N, true);
}
ULONG NTAPI RtlFindClearBits(PRTL_BITMAP M, ULONG N, ULONG Hint)
{
	return find(M, N, Hint, false);
}
ULONG NTAPI RtlFindSetBits(PRTL_BITMAP M, ULONG N, ULONG Hint)
{
	return find(M, N, Hint, true);
}
ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP M, ULONG N, ULONG Hint)
{
	ULONG at = find(M, N, Hint, false);
	if (at != NONE)
		fill(M, at, N, true);
	return at;
}
ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP M, ULONG N, ULONG Hint)
{
	ULONG at = find(M, N, Hint, true);
	if (at != NONE)
		fill(M, at, N, false);
	return at;
}
ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP M)
{
	return count(M, 0, M->SizeOfBitMap);
}
ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP M)
{
	return M->SizeOfBitMap - count(M, 0, M->SizeOfBitMap);
}
ULONG NTAPI RtlNumberOfSetBitsInRange(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	return count(M, Start, N);
}
ULONG NTAPI RtlNumberOfClearBitsInRange(PRTL_BITMAP M, ULONG Start, ULONG N)
{
	return N - count(M, Start, N);
}
ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target)
{
	return (ULONG)__builtin_popcountll(Target);
}
ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP M, PULONG Start)
{
	return run_clear(M, 0, Start);
}
ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP M, ULONG From, PULONG Start)
{
	return run_clear(M, From, Start);
}
ULONG NTAPI RtlFindLastBackwardRunClear(PRTL_BITMAP M, ULONG From, PULONG Start)
{
	ULONG end = From + 1 < M->SizeOfBitMap ? From + 1 : M->SizeOfBitMap, n = 0;
	while (end && get(M, end - 1))
		end--;
	while (n < end && !get(M, end - 1 - n))
		n++;
	*Start = end - n;
	return n;
}
ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP M, PULONG Start)
{
	ULONG best = 0, at = 0, n;
	*Start = 0;
	for (ULONG from = 0; (n = run_clear(M, from, &at)); from = at + n)
		if (n > best) {
			best = n;
			*Start = at;
		}
	return best;
}
ULONG NTAPI RtlFindClearRuns(PRTL_BITMAP M, PRTL_BITMAP_RUN Runs, ULONG Max, BOOLEAN Longest)
{
	ULONG used = 0, at, n;
	for (ULONG from = 0; Max && (n = run_clear(M, from, &at)); from = at + n) {
		if (used < Max) {
			Runs[used++] = (RTL_BITMAP_RUN){.StartingIndex = at, .NumberOfBits = n};
		} else if (!Longest) {
			break;
		} else if (Runs[Max - 1].NumberOfBits < n) {
			Runs[Max - 1] = (RTL_BITMAP_RUN){.StartingIndex = at, .NumberOfBits = n};
		}
		for (ULONG i = used - 1; Longest && i && Runs[i].NumberOfBits > Runs[i - 1].NumberOfBits; i--) {
			RTL_BITMAP_RUN t = Runs[i];
			Runs[i] = Runs[i - 1];
			Runs[i - 1] = t;
		}
	}
	return used;
}
VOID NTAPI RtlCopyBitMap(PRTL_BITMAP S, PRTL_BITMAP D, ULONG Target)
{
	for (ULONG i = 0; i < S->SizeOfBitMap && Target + i < D->SizeOfBitMap; i++)
		put(D, Target + i, get(S, i));
}
VOID NTAPI RtlExtractBitMap(PRTL_BITMAP S, PRTL_BITMAP D, ULONG Target, ULONG N)
{
	for (ULONG i = 0; i < N && Target + i < S->SizeOfBitMap && i < D->SizeOfBitMap; i++)
		put(D, i, get(S, Target + i));
}
CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set)
{
	return Set ? (CCHAR)__builtin_ctzll(Set) : -1;
}
CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set)
{
	return Set ? (CCHAR)(63 - __builtin_clzll(Set)) : -1;
}
