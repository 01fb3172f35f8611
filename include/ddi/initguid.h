/* initguid.h: from here on DEFINE_GUID defines, not only declares. Include it before the headers whose GUIDs a source is to contain. */
#ifndef INITGUID
#define INITGUID
#endif
#include <guiddef.h>
