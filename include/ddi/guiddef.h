/* guiddef.h: GUID. */
#ifndef FLUE_DDI_GUIDDEF_H
#define FLUE_DDI_GUIDDEF_H

#include <basetsd.h>

typedef struct _GUID {
    ULONG Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID, *LPGUID;

typedef GUID IID;
typedef GUID CLSID;
typedef GUID FMTID;
typedef const GUID *LPCGUID;
typedef CLSID *LPCLSID;
typedef FMTID *LPFMTID;
typedef IID *LPIID;

#endif

/* Outside the guard: including initguid.h later changes what DEFINE_GUID does. */
#ifdef DEFINE_GUID
#undef DEFINE_GUID
#endif
#ifdef INITGUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                                              \
    extern const GUID name;                                                                                                                       \
    const DECLSPEC_SELECTANY GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#else
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) extern const GUID name
#endif
