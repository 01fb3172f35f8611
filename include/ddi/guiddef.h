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
