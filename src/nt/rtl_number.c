/*
 * Numbers, GUIDs and times as text and back; version-5 GUIDs; CRCs; random numbers. Pages: wdm Rtl*.
 */
#include "nt/exec.h"
#include <string.h>

/* ---- integers. Base 0: 0x, 0o and 0b prefixes choose, else 10. */
static NTSTATUS parse(const WCHAR *s, size_t n, ULONG base, uint64_t *value, bool *negative, size_t *end)
{
	size_t i = 0;
	uint64_t v = 0;
	while (i < n && s[i] && s[i] <= ' ')
		i++;
	*negative = i < n && s[i] == '-';
	if (i < n && (s[i] == '-' || s[i] == '+'))
		i++;
	if (!base) {
		WCHAR p = i + 1 < n && s[i] == '0' ? s[i + 1] | 32 : 0;
		base = p == 'x' ? 16 : p == 'o' ? 8 : p == 'b' ? 2 : 10;
		if (base != 10)
			i += 2;
	} else if (base != 2 && base != 8 && base != 10 && base != 16) {
		return STATUS_INVALID_PARAMETER;
	}
	for (; i < n; i++) {
		unsigned c = s[i], d = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
		if (d >= base)
			break;
		v = v * base + d;
	}
	*value = v;
	*end = i;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING S, ULONG Base, PULONG Value)
{
	uint64_t v;
	bool negative;
	size_t end;
	NTSTATUS st = parse(S->Buffer, S->Length / 2u, Base, &v, &negative, &end);
	if (!st)
		*Value = (ULONG)(negative ? 0 - v : v);
	return st;
}

NTSTATUS NTAPI RtlUnicodeStringToInt64(PCUNICODE_STRING S, ULONG Base, PLONG64 Number, PWSTR *EndPointer)
{
	uint64_t v;
	bool negative;
	size_t end;
	NTSTATUS st = parse(S->Buffer, S->Length / 2u, Base, &v, &negative, &end);
	if (!st)
		*Number = (LONG64)(negative ? 0 - v : v);
	if (EndPointer)
		*EndPointer = st ? S->Buffer : S->Buffer + end;
	return st;
}

NTSTATUS NTAPI RtlCharToInteger(PCSZ S, ULONG Base, PULONG Value)
{
	WCHAR w[72];
	size_t n = 0, end;
	uint64_t v;
	bool negative;
	for (; n < ARRAY_LEN(w) && S[n]; n++)
		w[n] = (unsigned char)S[n];
	NTSTATUS st = parse(w, n, Base, &v, &negative, &end);
	if (!st)
		*Value = (ULONG)(negative ? 0 - v : v);
	return st;
}

static NTSTATUS show(uint64_t v, ULONG base, PUNICODE_STRING S)
{
	WCHAR t[66];
	unsigned n = ARRAY_LEN(t);
	if (!base)
		base = 10;
	if (base != 2 && base != 8 && base != 10 && base != 16)
		return STATUS_INVALID_PARAMETER;
	do
		t[--n] = (WCHAR)u"0123456789ABCDEF"[v % base];
	while (v /= base);
	size_t bytes = (ARRAY_LEN(t) - n) * 2;
	if (bytes > S->MaximumLength)
		return STATUS_BUFFER_OVERFLOW;
	memcpy(S->Buffer, t + n, bytes);
	S->Length = (USHORT)bytes;
	if (bytes + 2 <= S->MaximumLength)
		S->Buffer[bytes / 2] = 0;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING S)
{
	return show(Value, Base, S);
}

NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING S)
{
	return show(Value, Base, S);
}

/* ---- GUIDs: {xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx} */
static const int8_t guid_order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
static const char guid_shape[] = "{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}";

NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING S, GUID *Guid)
{
	uint8_t out[16] = {0};
	unsigned nibble = 0;
	if (S->Length / 2u < 38)
		return STATUS_INVALID_PARAMETER;
	for (unsigned i = 0; i < 38; i++) {
		unsigned c = S->Buffer[i], d = c >= '0' && c <= '9'                 ? c - '0'
		                               : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
		                                                                    : 99;
		if (guid_shape[i] != 'x') {
			if (c != (unsigned)guid_shape[i])
				return STATUS_INVALID_PARAMETER;
			continue;
		}
		if (d > 15)
			return STATUS_INVALID_PARAMETER;
		uint8_t *b = &out[guid_order[nibble / 2]];
		*b = (uint8_t)(*b << 4 | d);
		nibble++;
	}
	memcpy(Guid, out, 16);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlStringFromGUID(const GUID *const Guid, PUNICODE_STRING S)
{
	uint8_t in[16];
	unsigned nibble = 0;
	memcpy(in, Guid, 16);
	S->Buffer = nt_pool_alloc_for(nt_caller(), PagedPool, 78, 0x67727453u, true);
	if (!S->Buffer)
		return STATUS_NO_MEMORY;
	for (unsigned i = 0; i < 38; i++) {
		S->Buffer[i] = (WCHAR)guid_shape[i];
		if (guid_shape[i] != 'x')
			continue;
		uint8_t b = in[guid_order[nibble / 2]];
		S->Buffer[i] = (WCHAR)u"0123456789ABCDEF"[nibble % 2 ? b & 15 : b >> 4];
		nibble++;
	}
	S->Length = 76;
	S->MaximumLength = 78;
	return STATUS_SUCCESS;
}

/* SHA-1 (FIPS 180-4), for version 5 GUIDs (RFC 4122 section 4.3). */
static uint32_t rol(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}
static void sha1_block(uint32_t h[5], const uint8_t *p)
{
	uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 | (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
	for (int i = 16; i < 80; i++)
		w[i] = rol(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	for (int i = 0; i < 80; i++) {
		uint32_t f = i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
		uint32_t k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
		uint32_t t = rol(a, 5) + f + e + k + w[i];
		e = d;
		d = c;
		c = rol(b, 30);
		b = a;
		a = t;
	}
	h[0] += a;
	h[1] += b;
	h[2] += c;
	h[3] += d;
	h[4] += e;
}

NTSTATUS NTAPI RtlGenerateClass5Guid(const GUID *const NamespaceGuid, PVOID Buffer, ULONG BufferSize, GUID *Guid)
{
	uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	uint8_t ns[16], block[64], out[16];
	const uint8_t *in = Buffer;
	if (!NamespaceGuid || !Guid || (BufferSize && !Buffer))
		return STATUS_INVALID_PARAMETER;
	memcpy(ns, NamespaceGuid, 16);
	uint64_t total = 16ull + BufferSize;
	for (uint64_t at = 0, end = (total + 9 + 63) / 64 * 64; at < end; at++) {
		uint8_t v = at < 16         ? ns[guid_order[at]]
		            : at < total    ? in[at - 16]
		            : at == total   ? 0x80
		            : at >= end - 8 ? (uint8_t)(total * 8 >> (8 * (end - 1 - at)))
		                            : 0;
		block[at % 64] = v;
		if (at % 64 == 63)
			sha1_block(h, block);
	}
	for (int i = 0; i < 16; i++)
		out[guid_order[i]] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
	out[7] = (uint8_t)((out[7] & 0x0f) | 0x50);
	out[8] = (uint8_t)((out[8] & 0x3f) | 0x80);
	memcpy(Guid, out, 16);
	return STATUS_SUCCESS;
}

/* ---- time: 100 ns since 1601-01-01; Gregorian arithmetic by days */
#define DAY_100NS 864000000000ll

static int64_t days_from(int64_t y, int m, int d) /* days since 1601-01-01 */
{
	static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
	int64_t n = (y - 1601) * 365 + (y - 1601) / 4 - (y - 1601) / 100 + (y - 1601) / 400;
	bool leap = (y % 4 == 0 && y % 100) || y % 400 == 0;
	return n + before[m - 1] + (leap && m > 2) + d - 1;
}

VOID NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS F)
{
	int64_t days = Time->QuadPart / DAY_100NS, rest = Time->QuadPart % DAY_100NS;
	int64_t y = 1601 + days / 366;
	while (days_from(y + 1, 1, 1) <= days)
		y++;
	int m = 1;
	while (m < 12 && days_from(y, m + 1, 1) <= days)
		m++;
	F->Year = (CSHORT)y;
	F->Month = (CSHORT)m;
	F->Day = (CSHORT)(days - days_from(y, m, 1) + 1);
	F->Hour = (CSHORT)(rest / 36000000000ll);
	F->Minute = (CSHORT)(rest / 600000000ll % 60);
	F->Second = (CSHORT)(rest / 10000000 % 60);
	F->Milliseconds = (CSHORT)(rest / 10000 % 1000);
	F->Weekday = (CSHORT)((days + 1) % 7); /* 1601-01-01 was a Monday */
}

BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS F, PLARGE_INTEGER Time)
{
	if (F->Year < 1601 || F->Month < 1 || F->Month > 12 || F->Day < 1 || F->Hour < 0 || F->Hour > 23 || F->Minute < 0 ||
	    F->Minute > 59 || F->Second < 0 || F->Second > 59 || F->Milliseconds < 0 || F->Milliseconds > 999)
		return FALSE;
	int64_t length =
	        (F->Month == 12 ? days_from(F->Year + 1, 1, 1) : days_from(F->Year, F->Month + 1, 1)) - days_from(F->Year, F->Month, 1);
	if (F->Day > length)
		return FALSE;
	Time->QuadPart = days_from(F->Year, F->Month, F->Day) * DAY_100NS + ((F->Hour * 60ll + F->Minute) * 60 + F->Second) * 10000000 +
	                 F->Milliseconds * 10000ll;
	return TRUE;
}

#define SECONDS_1601_1970 11644473600ll
#define SECONDS_1601_1980 11960006400ll
static BOOLEAN to_seconds(PLARGE_INTEGER t, PULONG out, int64_t epoch)
{
	int64_t s = t->QuadPart / 10000000 - epoch;
	if (s < 0 || s > UINT32_MAX)
		return FALSE;
	*out = (ULONG)s;
	return TRUE;
}
BOOLEAN NTAPI RtlTimeToSecondsSince1970(PLARGE_INTEGER Time, PULONG Seconds)
{
	return to_seconds(Time, Seconds, SECONDS_1601_1970);
}
BOOLEAN NTAPI RtlTimeToSecondsSince1980(PLARGE_INTEGER Time, PULONG Seconds)
{
	return to_seconds(Time, Seconds, SECONDS_1601_1980);
}
VOID NTAPI RtlSecondsSince1970ToTime(ULONG Seconds, PLARGE_INTEGER Time)
{
	Time->QuadPart = (Seconds + SECONDS_1601_1970) * 10000000;
}
VOID NTAPI RtlSecondsSince1980ToTime(ULONG Seconds, PLARGE_INTEGER Time)
{
	Time->QuadPart = (Seconds + SECONDS_1601_1980) * 10000000;
}
/* ---- checksums: IEEE 802.3 CRC-32 and ECMA-182 CRC-64, both reflected */
ULONG NTAPI RtlCrc32(const void *Buffer, size_t Size, ULONG InitialCrc)
{
	const uint8_t *p = Buffer;
	uint32_t c = ~InitialCrc;
	while (Size--) {
		c ^= *p++;
		for (int i = 0; i < 8; i++)
			c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
	}
	return ~c;
}

ULONGLONG NTAPI RtlCrc64(const void *Buffer, size_t Size, ULONGLONG InitialCrc)
{
	const uint8_t *p = Buffer;
	uint64_t c = ~InitialCrc;
	while (Size--) {
		c ^= *p++;
		for (int i = 0; i < 8; i++)
			c = c & 1 ? c >> 1 ^ 0x9a6c9329ac4bc9b5ull : c >> 1;
	}
	return ~c;
}

/* ---- random: the caller holds the seed; results are 0..MAXLONG-1 */
ULONG NTAPI RtlRandomEx(PULONG Seed)
{
	uint64_t x = *Seed + 0x9e3779b97f4a7c15ull;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
	x = (x ^ x >> 27) * 0x94d049bb133111ebull;
	*Seed = (ULONG)(x % 0x7fffffffu);
	return (ULONG)((x >> 31 ^ x) % 0x7fffffffu);
}

ULONG NTAPI RtlRandom(PULONG Seed)
{
	return RtlRandomEx(Seed);
}
