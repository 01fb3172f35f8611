/*
 * config: a driver's view of its configuration in the registry.
 *
 * A handle stands for a key: the adapter's software key (where the INF's AddReg goes), the driver's service key, or a subkey of either.
 * What NdisReadConfiguration and NdisReadNetworkAddress return lives until NdisCloseConfiguration. Enumeration keywords are stored as
 * REG_SZ by every INF, so the type that the driver asks for is honoured where the text can be read as it (OQ-24; the page says the argument
 * is ignored, and shipping drivers rely on the conversion). NdisVersion, Environment and ProcessorType are predefined and come from no key.
 * Documentation: nf-ndis-ndisopenconfigurationex, nf-ndis-ndisreadconfiguration, nf-ndis-ndiswriteconfiguration,
 * nf-ndis-ndisreadnetworkaddress.
 */
#include "ndis/ndis_internal.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VALUE_MAX       (64u << 10)
#define NDIS_TAG_CONFIG 0x6643444eu

struct block { /* something a read gave out: freed with the handle */
	struct block *next;
	NDIS_CONFIGURATION_PARAMETER parameter;
	uint8_t bytes[];
};
struct ndis_config {
	uint32_t magic;
	struct ndis_owner *owner;
	struct ndis_adapter *adapter; /* NULL: a driver's or protocol's */
	bool service;                 /* values may also stand in the key's subkey Parameters */
	struct block *blocks;
	char path[512];
};

static struct ndis_config *config_of(NDIS_HANDLE h, const char *function)
{
	struct ndis_config *c = h;

	if (c && c->magic == NDIS_MAGIC_CONFIG)
		return c;
	ndis_finding(NULL, "handle", "%s: %p is not a live configuration handle", function, h);
	return NULL;
}

static struct ndis_config *config_make(struct ndis_owner *owner, struct ndis_adapter *a, const char *path)
{
	struct ndis_config *c = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*c), NDIS_TAG_CONFIG);

	if (!c)
		return NULL;
	memset(c, 0, sizeof(*c));
	c->magic = NDIS_MAGIC_CONFIG;
	c->owner = owner;
	c->adapter = a;
	snprintf(c->path, sizeof(c->path), "%s", path);
	ndis_owner_count(owner, NDIS_OBJ_CONFIG, 1);
	return c;
}

NDIS_STATUS NTAPI NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT ConfigObject, PNDIS_HANDLE ConfigurationHandle)
{
	struct ndis_config *c = NULL;
	char path[512];
	NDIS_HANDLE h;

	if (!ConfigObject || !ConfigurationHandle)
		return NDIS_STATUS_FAILURE;
	*ConfigurationHandle = NULL;
	h = ConfigObject->NdisHandle;
	switch (ndis_handle_kind(h)) {
	case NDIS_MAGIC_ADAPTER:
		c = config_make(&((struct ndis_adapter *)h)->owner, h, ((struct ndis_adapter *)h)->key);
		break;
	case NDIS_MAGIC_DRIVER:
		c = config_make(&((struct ndis_driver *)h)->owner, NULL, ((struct ndis_driver *)h)->service);
		if (c)
			c->service = true;
		break;
	case NDIS_MAGIC_PROTOCOL:
		snprintf(path, sizeof(path), "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\%s\\Parameters",
		         ((struct ndis_protocol *)h)->name);
		c = config_make(&((struct ndis_protocol *)h)->owner, NULL, path);
		break;
	default:
		ndis_finding(NULL, "handle", "NdisOpenConfigurationEx: %p is no adapter, driver or protocol handle", h);
		return NDIS_STATUS_FAILURE;
	}
	if (!c)
		return NDIS_STATUS_RESOURCES;
	*ConfigurationHandle = (NDIS_HANDLE)c;
	return NDIS_STATUS_SUCCESS;
}

VOID NTAPI NdisCloseConfiguration(NDIS_HANDLE ConfigurationHandle)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisCloseConfiguration");

	if (!c)
		return;
	while (c->blocks) {
		struct block *b = c->blocks;

		c->blocks = b->next;
		ExFreePoolWithTag(b, NDIS_TAG_CONFIG);
	}
	ndis_owner_count(c->owner, NDIS_OBJ_CONFIG, -1);
	c->magic = NDIS_MAGIC_DEAD;
	ExFreePoolWithTag(c, NDIS_TAG_CONFIG);
}

static struct block *block_make(struct ndis_config *c, size_t bytes)
{
	struct block *b = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*b) + bytes, NDIS_TAG_CONFIG);

	if (!b)
		return NULL;
	memset(b, 0, sizeof(*b) + bytes);
	b->next = c->blocks;
	c->blocks = b;
	return b;
}

/* ---- reading */
/* UTF-16 text as an unsigned number: decimal, hexadecimal where the driver asks for it or the text says so. */
static bool text_to_integer(const WCHAR *s, size_t chars, bool hex, ULONG *out)
{
	char text[32];
	char *end;
	int base = hex ? 16 : 10;
	unsigned long long v;

	while (chars && !s[chars - 1])
		chars--;
	if (!chars || chars >= sizeof(text))
		return false;
	for (size_t i = 0; i < chars; i++)
		text[i] = s[i] < 128 ? (char)s[i] : '?';
	text[chars] = 0;
	if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
		base = 16;
	errno = 0;
	v = strtoull(text, &end, base);
	if (errno || end == text || *end || (text[0] == '-' && base == 16))
		return false;
	*out = (ULONG)v;
	return true;
}

static struct block *string_block(struct ndis_config *c, NDIS_PARAMETER_TYPE type, const void *data, size_t bytes)
{
	struct block *b;

	/* Stored terminators are not part of a counted string; a multi string keeps its inner ones. */
	while (type == NdisParameterString && bytes >= sizeof(WCHAR) && !((const WCHAR *)data)[bytes / sizeof(WCHAR) - 1])
		bytes -= sizeof(WCHAR);
	b = block_make(c, bytes + 2 * sizeof(WCHAR));
	if (!b)
		return NULL;
	memcpy(b->bytes, data, bytes);
	b->parameter.ParameterType = type;
	b->parameter.ParameterData.StringData.Buffer = (PWSTR)b->bytes;
	b->parameter.ParameterData.StringData.Length = (USHORT)(bytes > 0xfffc ? 0xfffc : bytes);
	b->parameter.ParameterData.StringData.MaximumLength = b->parameter.ParameterData.StringData.Length + sizeof(WCHAR);
	return b;
}

static struct block *integer_block(struct ndis_config *c, NDIS_PARAMETER_TYPE type, ULONG v)
{
	struct block *b = block_make(c, 0);

	if (b) {
		b->parameter.ParameterType = type;
		b->parameter.ParameterData.IntegerData = v;
	}
	return b;
}

/* NULL with *status SUCCESS never happens: FAILURE = not readable as that type, RESOURCES = no memory. */
static struct block *convert(struct ndis_config *c, NDIS_PARAMETER_TYPE wanted, uint32_t type, const void *data, size_t bytes,
                             NDIS_STATUS *status)
{
	bool integer = wanted == NdisParameterInteger || wanted == NdisParameterHexInteger;
	WCHAR text[16];
	struct block *b;
	char digits[16];
	ULONG v = 0;

	*status = NDIS_STATUS_RESOURCES;
	switch (type) {
	case REG_SZ:
	case REG_EXPAND_SZ:
		if (integer && text_to_integer(data, bytes / sizeof(WCHAR), wanted == NdisParameterHexInteger, &v))
			return integer_block(c, wanted, v);
		if (integer) {
			*status = NDIS_STATUS_FAILURE;
			return NULL;
		}
		return string_block(c, wanted == NdisParameterMultiString ? NdisParameterMultiString : NdisParameterString, data, bytes);
	case REG_MULTI_SZ:
		return string_block(c, NdisParameterMultiString, data, bytes);
	case REG_DWORD:
		if (bytes < sizeof(v)) {
			*status = NDIS_STATUS_FAILURE;
			return NULL;
		}
		memcpy(&v, data, sizeof(v));
		if (wanted != NdisParameterString)
			return integer_block(c, wanted == NdisParameterHexInteger ? NdisParameterHexInteger : NdisParameterInteger, v);
		snprintf(digits, sizeof(digits), "%u", v);
		return string_block(c, NdisParameterString, text, nt_utf16_of(digits, text, ARRAY_LEN(text)) * sizeof(WCHAR));
	default: /* REG_BINARY and whatever else: bytes as they are */
		b = block_make(c, bytes);
		if (!b)
			return NULL;
		memcpy(b->bytes, data, bytes);
		b->parameter.ParameterType = NdisParameterBinary;
		b->parameter.ParameterData.BinaryData.Length = (USHORT)bytes;
		b->parameter.ParameterData.BinaryData.Buffer = b->bytes;
		return b;
	}
}

static bool predefined(const char *name, ULONG *v)
{
	if (!strcasecmp(name, "NdisVersion"))
		*v = ndis.version;
	else if (!strcasecmp(name, "Environment"))
		*v = NdisEnvironmentWindowsNt;
	else if (!strcasecmp(name, "ProcessorType"))
		*v = NdisProcessorAmd64;
	else
		return false;
	return true;
}

/* malloc'd value, its size in *bytes; NULL: absent. */
static void *fetch(const struct ndis_config *c, const char *name, uint32_t *type, size_t *bytes)
{
	char parameters[sizeof(c->path) + 16];
	const char *path = c->path;
	void *data;
	long n = nt_reg_get(path, name, type, NULL, 0);

	if (n < 0 && c->service) {
		snprintf(parameters, sizeof(parameters), "%s\\Parameters", c->path);
		path = parameters;
		n = nt_reg_get(path, name, type, NULL, 0);
	}
	if (n < 0 || n > (long)VALUE_MAX)
		return NULL;
	data = calloc(1, (size_t)n + 2);
	if (!data || nt_reg_get(path, name, type, data, (size_t)n) != n) {
		free(data);
		return NULL;
	}
	*bytes = (size_t)n;
	return data;
}

VOID NTAPI NdisReadConfiguration(PNDIS_STATUS Status, PNDIS_CONFIGURATION_PARAMETER *ParameterValue, NDIS_HANDLE ConfigurationHandle,
                                 PNDIS_STRING Keyword, NDIS_PARAMETER_TYPE ParameterType)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisReadConfiguration");
	struct block *b = NULL;
	NDIS_STATUS status = NDIS_STATUS_FAILURE; /* RP-190 */
	uint32_t type = 0;
	size_t bytes = 0;
	char name[160];
	void *data;
	ULONG v;

	*ParameterValue = NULL;
	if (!c || !Keyword || !Keyword->Buffer) {
		*Status = status;
		return;
	}
	nt_utf8_of(Keyword->Buffer, Keyword->Length / sizeof(WCHAR), name, sizeof(name));
	if (predefined(name, &v)) {
		status = NDIS_STATUS_RESOURCES;
		b = integer_block(c, ParameterType == NdisParameterHexInteger ? NdisParameterHexInteger : NdisParameterInteger, v);
	} else {
		data = fetch(c, name, &type, &bytes);
		if (data)
			b = convert(c, ParameterType, type, data, bytes, &status);
		free(data);
	}
	trace_textf(TRACE_NOTE, c->adapter ? c->adapter->trace_nic : 0xff, "NdisReadConfiguration", "%s: %s", name, b ? "read" : "absent");
	if (b) {
		*ParameterValue = &b->parameter;
		status = NDIS_STATUS_SUCCESS;
	}
	*Status = status;
}

VOID NTAPI NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID *NetworkAddress, PUINT NetworkAddressLength, NDIS_HANDLE ConfigurationHandle)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisReadNetworkAddress");
	uint32_t type = 0;
	size_t bytes = 0, n = 0;
	struct block *b = NULL;
	WCHAR *text;

	*Status = NDIS_STATUS_FAILURE;
	*NetworkAddress = NULL;
	*NetworkAddressLength = 0;
	text = c ? fetch(c, "NetworkAddress", &type, &bytes) : NULL;
	if (!text || type != REG_SZ || bytes / sizeof(WCHAR) > 128)
		goto out;
	b = block_make(c, bytes);
	if (!b) {
		*Status = NDIS_STATUS_RESOURCES;
		goto out;
	}
	for (size_t i = 0; i + 1 < bytes / sizeof(WCHAR) + 1 && text[i];) {
		char pair[3] = {0};

		if (text[i] == '-' || text[i] == ':') {
			i++;
			continue;
		}
		if (text[i] > 127 || text[i + 1] > 127 || !isxdigit(text[i]) || !isxdigit(text[i + 1]))
			goto out;
		pair[0] = (char)text[i];
		pair[1] = (char)text[i + 1];
		b->bytes[n++] = (uint8_t)strtoul(pair, NULL, 16);
		i += 2;
	}
	if (!n)
		goto out;
	*NetworkAddress = b->bytes;
	*NetworkAddressLength = (UINT)n;
	*Status = NDIS_STATUS_SUCCESS;
out:
	free(text);
}

/* ---- writing */
VOID NTAPI NdisWriteConfiguration(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING Keyword,
                                  PNDIS_CONFIGURATION_PARAMETER ParameterValue)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisWriteConfiguration");
	const NDIS_CONFIGURATION_PARAMETER *p = ParameterValue;
	const void *data;
	uint32_t type;
	size_t bytes;
	char name[160];

	*Status = NDIS_STATUS_FAILURE;
	if (!c || !Keyword || !Keyword->Buffer || !p)
		return;
	nt_utf8_of(Keyword->Buffer, Keyword->Length / sizeof(WCHAR), name, sizeof(name));
	switch (p->ParameterType) {
	case NdisParameterInteger:
	case NdisParameterHexInteger:
		type = REG_DWORD;
		data = &p->ParameterData.IntegerData;
		bytes = sizeof(ULONG);
		break;
	case NdisParameterString:
	case NdisParameterMultiString:
		type = p->ParameterType == NdisParameterString ? REG_SZ : REG_MULTI_SZ;
		data = p->ParameterData.StringData.Buffer;
		bytes = p->ParameterData.StringData.Length;
		break;
	case NdisParameterBinary:
		type = REG_BINARY;
		data = p->ParameterData.BinaryData.Buffer;
		bytes = p->ParameterData.BinaryData.Length;
		break;
	default:
		*Status = NDIS_STATUS_NOT_SUPPORTED;
		return;
	}
	if (!nt_reg_set(c->path, name, type, data, bytes))
		*Status = NDIS_STATUS_SUCCESS;
}

/* ---- subkeys */
static NDIS_STATUS open_subkey(struct ndis_config *c, const char *name, NDIS_HANDLE *out)
{
	char path[sizeof(c->path)];
	struct ndis_config *sub;

	*out = NULL;
	if ((size_t)snprintf(path, sizeof(path), "%s\\%s", c->path, name) >= sizeof(path) || !nt_reg_key_exists(path))
		return NDIS_STATUS_FAILURE;
	sub = config_make(c->owner, c->adapter, path);
	*out = (NDIS_HANDLE)sub;
	return sub ? NDIS_STATUS_SUCCESS : NDIS_STATUS_RESOURCES;
}

VOID NTAPI NdisOpenConfigurationKeyByName(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING SubKeyName,
                                          PNDIS_HANDLE SubKeyHandle)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisOpenConfigurationKeyByName");
	char name[200];

	*Status = NDIS_STATUS_FAILURE;
	*SubKeyHandle = NULL;
	if (!c || !SubKeyName || !SubKeyName->Buffer)
		return;
	nt_utf8_of(SubKeyName->Buffer, SubKeyName->Length / sizeof(WCHAR), name, sizeof(name));
	*Status = open_subkey(c, name, SubKeyHandle);
}

/* The name of subkey number `index`, as the executive enumerates them. */
static NTSTATUS subkey_name(const struct ndis_config *c, ULONG index, WCHAR *name, size_t max, size_t *chars)
{
	union {
		KEY_BASIC_INFORMATION info;
		uint8_t bytes[sizeof(KEY_BASIC_INFORMATION) + 512];
	} k;
	WCHAR path_text[sizeof(c->path)];
	UNICODE_STRING path = {.Buffer = path_text};
	OBJECT_ATTRIBUTES oa;
	HANDLE key;
	ULONG got;
	NTSTATUS status;

	path.Length = path.MaximumLength = nt_utf16_of(c->path, path_text, ARRAY_LEN(path_text)) * sizeof(WCHAR);
	memset(&oa, 0, sizeof(oa));
	oa.Length = sizeof(oa);
	oa.ObjectName = &path;
	oa.Attributes = OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE;
	status = ZwOpenKey(&key, KEY_READ, &oa);
	if (!NT_SUCCESS(status))
		return status;
	status = ZwEnumerateKey(key, index, KeyBasicInformation, &k, sizeof(k), &got);
	ZwClose(key);
	if (!NT_SUCCESS(status))
		return status;
	*chars = k.info.NameLength / sizeof(WCHAR);
	if (*chars > max)
		return STATUS_BUFFER_TOO_SMALL;
	memcpy(name, k.info.Name, *chars * sizeof(WCHAR));
	return STATUS_SUCCESS;
}

VOID NTAPI NdisOpenConfigurationKeyByIndex(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, ULONG Index, PNDIS_STRING KeyName,
                                           PNDIS_HANDLE KeyHandle)
{
	struct ndis_config *c = config_of(ConfigurationHandle, "NdisOpenConfigurationKeyByIndex");
	WCHAR wide[200];
	char name[400];
	size_t chars = 0;
	struct block *b;

	*Status = NDIS_STATUS_FAILURE;
	*KeyHandle = NULL;
	if (!c || !KeyName || !NT_SUCCESS(subkey_name(c, Index, wide, ARRAY_LEN(wide), &chars)))
		return;
	nt_utf8_of(wide, chars, name, sizeof(name));
	*Status = open_subkey(c, name, KeyHandle);
	if (*Status != NDIS_STATUS_SUCCESS)
		return;
	/* The page asks for a caller's buffer; drivers also pass an empty string and read what NDIS puts there, which then lives as long as
	 * the handle. */
	if (!KeyName->Buffer || KeyName->MaximumLength < chars * sizeof(WCHAR)) {
		b = block_make(*KeyHandle, (chars + 1) * sizeof(WCHAR));
		if (!b)
			return;
		KeyName->Buffer = (PWSTR)b->bytes;
		KeyName->MaximumLength = (USHORT)((chars + 1) * sizeof(WCHAR));
	}
	memcpy(KeyName->Buffer, wide, chars * sizeof(WCHAR));
	KeyName->Length = (USHORT)(chars * sizeof(WCHAR));
}

/* ---- files: a firmware image beside the driver, say. The machine has no file system, and says so in the driver's own terms. */
VOID NTAPI NdisOpenFile(PNDIS_STATUS Status, PNDIS_HANDLE FileHandle, PUINT FileLength, PNDIS_STRING FileName,
                        NDIS_PHYSICAL_ADDRESS HighestAcceptableAddress)
{
	char name[200] = "";

	if (FileName && FileName->Buffer)
		nt_utf8_of(FileName->Buffer, FileName->Length / sizeof(WCHAR), name, sizeof(name));
	ndis_finding(NULL, "file", "NdisOpenFile(%s): the machine has no files; the driver gets NDIS_STATUS_FILE_NOT_FOUND", name);
	*FileHandle = NULL;
	*FileLength = 0;
	*Status = NDIS_STATUS_FILE_NOT_FOUND;
}

/* No file is ever open, so whatever comes with these is no file handle. */
VOID NTAPI NdisCloseFile(NDIS_HANDLE FileHandle)
{
	ndis_finding(NULL, "handle", "NdisCloseFile: %p is no open file", FileHandle);
}

VOID NTAPI NdisMapFile(PNDIS_STATUS Status, PVOID *MappedBuffer, NDIS_HANDLE FileHandle)
{
	ndis_finding(NULL, "handle", "NdisMapFile: %p is no open file", FileHandle);
	*MappedBuffer = NULL;
	*Status = NDIS_STATUS_FAILURE;
}

VOID NTAPI NdisUnmapFile(NDIS_HANDLE FileHandle)
{
	ndis_finding(NULL, "handle", "NdisUnmapFile: %p is no open file", FileHandle);
}
