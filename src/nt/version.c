/*
 * Which Windows we are. `--ndis 6.30` plays the NDIS of that version and the Windows that shipped it; a driver's RtlGetVersion and
 * NdisGetVersion agree. Page: network/overview of NDIS versions (NDIS versions and the Windows releases they came with).
 */
#include "nt/exec.h"
#include <string.h>

static const struct nt_windows table[] = {
        {0x00060000, 6, 0, 6000, "Windows Vista"},
        {0x00060001, 6, 0, 6001, "Windows Vista SP1, Server 2008"},
        {0x00060014, 6, 1, 7601, "Windows 7, Server 2008 R2"},
        {0x0006001e, 6, 2, 9200, "Windows 8, Server 2012"},
        {0x00060028, 6, 3, 9600, "Windows 8.1, Server 2012 R2"},
        {0x00060032, 10, 0, 10240, "Windows 10, version 1507"},
        {0x00060033, 10, 0, 10586, "Windows 10, version 1511"},
        {0x0006003c, 10, 0, 14393, "Windows 10, version 1607, Server 2016"},
        {0x00060046, 10, 0, 15063, "Windows 10, version 1703"},
        {0x00060050, 10, 0, 16299, "Windows 10, version 1709"},
        {0x00060051, 10, 0, 17134, "Windows 10, version 1803"},
        {0x00060052, 10, 0, 17763, "Windows 10, version 1809, Server 2019"},
        {0x00060053, 10, 0, 18362, "Windows 10, version 1903"},
        {0x00060054, 10, 0, 19041, "Windows 10, version 2004"},
        {0x00060055, 10, 0, 20348, "Windows Server 2022"},
        {0x00060056, 10, 0, 22000, "Windows 11, version 21H2"},
        {0x00060057, 10, 0, 22621, "Windows 11, version 22H2"},
        {0x00060058, 10, 0, 25398, "Windows Server, version 23H2"},
        {0x00060059, 10, 0, 26100, "Windows 11, version 24H2, Server 2025"},
};

const struct nt_windows *nt_windows_version(void)
{
	unsigned i = ARRAY_LEN(table) - 1;
	while (i && table[i].ndis > (nt_cfg.ndis_version ? nt_cfg.ndis_version : 0x00060054))
		i--;
	return &table[i];
}

static unsigned service_pack(const struct nt_windows *w)
{
	return w->build == 7601 || w->build == 6001 ? 1 : 0;
}

/* Page: wdm RtlGetVersion. Both sizes of the structure. We are a workstation (product type 1). */
NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW V)
{
	const struct nt_windows *w = nt_windows_version();
	ULONG size = V->dwOSVersionInfoSize;
	V->dwMajorVersion = w->major;
	V->dwMinorVersion = w->minor;
	V->dwBuildNumber = w->build;
	V->dwPlatformId = 2; /* VER_PLATFORM_WIN32_NT */
	memset(V->szCSDVersion, 0, sizeof V->szCSDVersion);
	if (service_pack(w))
		memcpy(V->szCSDVersion, u"Service Pack 1", 28);
	if (size == sizeof(RTL_OSVERSIONINFOEXW)) {
		PRTL_OSVERSIONINFOEXW x = (void *)V;
		x->wServicePackMajor = (USHORT)service_pack(w);
		x->wServicePackMinor = 0;
		x->wSuiteMask = 0x100; /* VER_SUITE_SINGLEUSERTS */
		x->wProductType = 1;
		x->wReserved = 0;
	}
	return STATUS_SUCCESS;
}

BOOLEAN NTAPI PsGetVersion(PULONG Major, PULONG Minor, PULONG Build, PUNICODE_STRING CSDVersion)
{
	const struct nt_windows *w = nt_windows_version();
	if (Major)
		*Major = w->major;
	if (Minor)
		*Minor = w->minor;
	if (Build)
		*Build = w->build;
	if (CSDVersion)
		RtlInitUnicodeString(CSDVersion, service_pack(w) ? u"Service Pack 1" : u"");
	return FALSE; /* not a checked build */
}

/* Conditions: 3 bits per field of the type mask, in the order of its bits. Pages: wdm VerSetConditionMask, RtlVerifyVersionInfo. */
ULONGLONG NTAPI VerSetConditionMask(ULONGLONG Mask, ULONG TypeMask, UCHAR Condition)
{
	for (unsigned bit = 0; bit < 8; bit++)
		if (TypeMask >> bit & 1)
			Mask |= (ULONGLONG)(Condition & 7) << (3 * bit);
	return Mask | 0x8000000000000000ull;
}

static bool holds(unsigned condition, uint32_t have, uint32_t want)
{
	switch (condition) {
	case 1:
		return have == want;
	case 2:
		return have > want;
	case 3:
		return have >= want;
	case 4:
		return have < want;
	case 5:
		return have <= want;
	case 6: /* VER_AND, for suites */
		return (have & want) == want;
	case 7: /* VER_OR */
		return have & want;
	default:
		return false;
	}
}

NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW Want, ULONG TypeMask, ULONGLONG ConditionMask)
{
	RTL_OSVERSIONINFOEXW have = {.dwOSVersionInfoSize = sizeof have};
	if (!TypeMask || !(ConditionMask >> 63))
		return STATUS_INVALID_PARAMETER;
	RtlGetVersion((PRTL_OSVERSIONINFOW)&have);
#define COND(bit) (unsigned)(ConditionMask >> (3 * (bit)) & 7)
	/* VER_MINORVERSION 1, MAJORVERSION 2, BUILDNUMBER 4, PLATFORMID 8, SERVICEPACKMINOR 0x10, SERVICEPACKMAJOR 0x20, SUITENAME 0x40,
	 * PRODUCT_TYPE 0x80. Major, minor and service packs are one number, compared by the condition of the highest field given. */
	static const uint8_t order[] = {1, 0, 5, 4};
	const uint32_t h[] = {have.dwMajorVersion, have.dwMinorVersion, have.wServicePackMajor, have.wServicePackMinor};
	const uint32_t w[] = {Want->dwMajorVersion, Want->dwMinorVersion, Want->wServicePackMajor, Want->wServicePackMinor};
	uint64_t hv = 0, wv = 0;
	unsigned condition = 0;
	for (unsigned i = 0; i < 4; i++) {
		if (!(TypeMask >> order[i] & 1))
			continue;
		if (!condition)
			condition = COND(order[i]);
		hv = hv << 16 | (h[i] & 0xffff);
		wv = wv << 16 | (w[i] & 0xffff);
	}
	bool ok = true;
	if (condition)
		ok = condition == 1 ? hv == wv : condition == 2 ? hv > wv : condition == 3 ? hv >= wv : condition == 4 ? hv < wv : hv <= wv;
	if (TypeMask & 4)
		ok = ok && holds(COND(2), have.dwBuildNumber, Want->dwBuildNumber);
	if (TypeMask & 8)
		ok = ok && holds(COND(3), have.dwPlatformId, Want->dwPlatformId);
	if (TypeMask & 0x40)
		ok = ok && holds(COND(6), have.wSuiteMask, Want->wSuiteMask);
	if (TypeMask & 0x80)
		ok = ok && holds(COND(7), have.wProductType, Want->wProductType);
	return ok ? STATUS_SUCCESS : STATUS_REVISION_MISMATCH;
}

/* NTDDI versions: 0x06000000 Vista ... 0x06030000 8.1, 0x0A0000xx Windows 10 by release. */
BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version)
{
	static const struct {
		uint32_t build, ntddi;
	} ten[] = {{10240, 0}, {10586, 1}, {14393, 2},   {15063, 3},   {16299, 4},   {17134, 5},   {17763, 6},
	           {18362, 7}, {19041, 8}, {20348, 0xb}, {22000, 0xc}, {22621, 0xe}, {25398, 0xf}, {26100, 0x10}};
	const struct nt_windows *w = nt_windows_version();
	uint32_t mine = w->major << 24 | w->minor << 16 | service_pack(w) << 8;
	if (w->major == 10)
		for (unsigned i = 0; i < ARRAY_LEN(ten); i++)
			if (ten[i].build <= w->build)
				mine = 0x0a000000 | ten[i].ntddi;
	return mine >= Version;
}

BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG Version)
{
	const struct nt_windows *w = nt_windows_version();
	uint32_t mine = w->major << 24 | w->minor << 16;
	return (Version & 0xffff0000) == mine && (Version >> 8 & 0xff) <= service_pack(w);
}

/* Page: wdm IoIsWdmVersionAvailable: true from 1.10 up to 6.0. */
BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR Major, UCHAR Minor)
{
	return Major < 6 || (Major == 6 && Minor == 0);
}

BOOLEAN NTAPI RtlGetNtProductType(PNT_PRODUCT_TYPE Type)
{
	*Type = 1; /* NtProductWinNt */
	return TRUE;
}

ULONG NTAPI RtlGetSuiteMask(VOID)
{
	return 0x100;
}

BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE Suite)
{
	return Suite == SingleUserTS;
}
