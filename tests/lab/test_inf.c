/* INF files: encodings, syntax, decorations, installation values, errors with line numbers. */
#include "lab/inf.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct inf *parse_ok(const char *text)
{
	struct inf *inf;
	struct err e = {0};

	if (inf_parse(text, strlen(text), "t.inf", &inf, &e))
		fail_msg("%s", e.text);
	return inf;
}
static struct inf_install *install_ok(const char *text, const char *id)
{
	struct inf *inf = parse_ok(text);
	struct inf_install *i;
	struct err e = {0};

	if (inf_install(inf, id, &inf_target_default, &i, &e))
		fail_msg("%s", e.text);
	inf_free(inf);
	return i;
}
static void expect_error(const char *text, const char *id, const char *want)
{
	struct inf *inf = NULL;
	struct inf_install *i = NULL;
	struct err e = {0};
	int r = inf_parse(text, strlen(text), "t.inf", &inf, &e);

	if (!r)
		r = inf_install(inf, id, &inf_target_default, &i, &e);
	if (!r || !strstr(e.text, want))
		fail_msg("wanted an error with '%s', got %d '%s'", want, r, e.text);
	inf_free(inf);
}
static const char *value(const struct inf_install *i, enum inf_root root, const char *key, const char *name)
{
	static char out[512];
	const struct inf_value *v = inf_value_find(i, root, key, name);
	char *text;

	if (!v)
		return NULL;
	text = inf_value_text(v->type, v->data, v->bytes);
	snprintf(out, sizeof(out), "%s", text);
	free(text);
	return out;
}

#define HEAD                                                                                                                               \
	"[Version]\nSignature=\"$Windows "                                                                                                 \
	"NT$\"\nClass=Net\nProvider=%P%\nDriverVer=01/02/2026,1.2.3.4\n[Manufacturer]\n%P%=M,NTamd64\n[Strings]\nP=\"Prov\"\nD=\"Card\"\n"
#define MODEL "[M.NTamd64]\n%D%=I,PCI\\VEN_F1E0&DEV_7031\n"

static void syntax(void **s)
{
	struct inf *inf = parse_ok("; c\n[A]\r\nk = a , \"b;,\"\" c\" ,\\\n  d ; e\nx\n[a]\n\"q k\"=1\n");
	const struct inf_section *a = inf_section(inf, "A");

	(void)s;
	assert_int_equal(a->count, 3);
	assert_string_equal(a->lines[0].key, "k");
	assert_int_equal(a->lines[0].count, 3);
	assert_string_equal(a->lines[0].field[0], "a");
	assert_string_equal(a->lines[0].field[1], "b;,\" c");
	assert_string_equal(a->lines[0].field[2], "d");
	assert_int_equal(a->lines[0].line, 3);
	assert_null(a->lines[1].key);
	assert_string_equal(a->lines[2].key, "q k");
	inf_free(inf);
}
static void strings(void **s)
{
	struct inf *inf = parse_ok("[V]\na=%x%%y%,%12%,100%%\n[Strings]\nx=plain\ny=only here\n[Strings.0409]\nX=localized\n");
	char *t = inf_field(inf, inf_line(inf_section(inf, "V"), "a"), 0);

	(void)s;
	assert_string_equal(t, "localizedonly here");
	free(t);
	t = inf_field(inf, inf_line(inf_section(inf, "V"), "a"), 1);
	assert_string_equal(t, "%12%");
	free(t);
	t = inf_field(inf, inf_line(inf_section(inf, "V"), "a"), 2);
	assert_string_equal(t, "100%");
	free(t);
	inf_free(inf);
}
static void encodings(void **s)
{
	static const char text[] = "[S]\nn=\"Gr\xc3\xbc\xc3\x9f\"\n";
	static const uint8_t ansi[] = {'[', 'S', ']', '\n', 'n', '=', 'G', 'r', 0xfc, 0xdf, '\n'};
	uint8_t wide[200], swapped[200], *body;
	struct err e = {0};
	size_t n = inf_utf16(text, &body) - 2;

	(void)s;
	wide[0] = 0xff;
	wide[1] = 0xfe;
	memcpy(wide + 2, body, n);
	for (size_t i = 0; i < n + 2; i += 2) {
		swapped[i] = wide[i + 1];
		swapped[i + 1] = wide[i];
	}
	const struct {
		const void *p;
		size_t n;
	} all[] = {{text, strlen(text)}, {"\xef\xbb\xbf[S]\nn=Gr\xc3\xbc\xc3\x9f\n", 16},
	           {ansi, sizeof(ansi)}, {wide, n + 2},
	           {swapped, n + 2},     {body, n}};

	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		struct inf *inf;

		assert_int_equal(inf_parse(all[i].p, all[i].n, "t.inf", &inf, &e), 0);
		assert_string_equal(inf_line(inf_section(inf, "s"), "N")->field[0], "Gr\xc3\xbc\xc3\x9f");
		inf_free(inf);
	}
	free(body);
}
static void decorations(void **s)
{
	static const struct {
		const char *makers, *want;
	} t[] = {
	        {"M,NTx86,NTamd64,NTarm64", "M.NTamd64"},
	        {"M,NTamd64,NTamd64.6.1,NTamd64.10.0", "M.NTamd64.10.0"},
	        {"M,NTamd64.10.0,NTamd64.10.0...16299", "M.NTamd64.10.0...16299"},
	        {"M,NTamd64.10.0,NTamd64.10.0...99999", "M.NTamd64.10.0"},
	        {"M,NTamd64.6.1,NTamd64.11", "M.NTamd64.6.1"},
	        {"M,NTamd64,NTamd64.10.0.3", "M.NTamd64"}, /* product type 3: server */
	        {"M,NT", "M.NT"},
	        {"M", "M"},
	};
	(void)s;
	for (size_t i = 0; i < ARRAY_LEN(t); i++) {
		char text[1200];
		struct inf *inf;
		struct inf_model *m;
		unsigned n;
		struct err e = {0};
		int at = snprintf(text, sizeof(text), "[Manufacturer]\nX=%s\n", t[i].makers);
		static const char *const sections[] = {"M",
		                                       "M.NT",
		                                       "M.NTx86",
		                                       "M.NTarm64",
		                                       "M.NTamd64",
		                                       "M.NTamd64.6.1",
		                                       "M.NTamd64.10.0",
		                                       "M.NTamd64.10.0...16299",
		                                       "M.NTamd64.10.0...99999",
		                                       "M.NTamd64.11",
		                                       "M.NTamd64.10.0.3"};

		for (size_t k = 0; k < ARRAY_LEN(sections); k++)
			at += snprintf(text + at, sizeof(text) - (size_t)at, "[%s]\nd=I,PCI\\VEN_0001&DEV_0002\n", sections[k]);
		inf = parse_ok(text);
		if (inf_models(inf, &inf_target_default, &m, &n, &e))
			fail_msg("%s: %s", t[i].makers, e.text);
		assert_int_equal(n, 1);
		assert_string_equal(m->section, t[i].want);
		inf_models_free(m, n);
		inf_free(inf);
	}
	expect_error("[Version]\nSignature=\"$Windows NT$\"\n[Manufacturer]\nX=M,NTx86,NTarm64\n[M.NTx86]\nd=I,PCI\\VEN_0001\n", NULL,
	             "for: NTx86, NTarm64");
}
static void installation(void **s)
{
	struct inf_install *i = install_ok(
	        HEAD MODEL
	        "[I]\nCharacteristics=0x84\nBusType=5\n*IfType=6\n*MediaType=0\n*PhysicalMediaType=14\nAddReg=R,R2\nDelReg=X\nCopyFiles=@"
	        "card.sys\nNeeds=Common\nInclude=netvf.inf\n"
	        "[Common]\nAddReg=R3\n[R3]\nHKR,,shared,,yes\n"
	        "[R]\nHKR,Ndi\\params\\*LsoV2IPv4,ParamDesc,0,\"LSO\"\nHKR,Ndi\\params\\*LsoV2IPv4,default,0,\"1\"\nHKR,Ndi\\Params\\*"
	        "LsoV2IPv4,type,,enum\n"
	        "HKR,Ndi\\params\\*LsoV2IPv4\\enum,\"0\",0,\"Disabled\"\nHKR,Ndi\\params\\*LsoV2IPv4\\enum,\"1\",0,\"Enabled\"\n"
	        "HKR,Ndi\\params\\*Opt,default,0,\"7\"\nHKR,Ndi\\params\\*Opt,optional,0,\"1\"\n"
	        "HKR,Ndi\\params\\*Mine,default,0,\"7\"\nHKR,,*Mine,0,\"9\"\n"
	        "[R2]\nHKR,,dw,0x00010001,0x1234\nHKR,,bin,1,01,0a,ff\nHKR,,multi,0x00010000,a,b\nHKR,,multi,0x00010008,c\nHKR,,keep,0,"
	        "old\nHKR,,keep,2,new\nHKR,,over,0x20,x\n"
	        "HKR,,gone,0,x\nHKR,,exp,0x00020000,\"%11%\\x\"\nHKR,,neg,0x00010001,-1\nHKLM,SOFTWARE\\V,n,0,v\nHKR,,quad,0x000b0001,01,"
	        "00,00,00,00,00,00,00\n[X]\nHKR,,gone\n"
	        "[I.HW]\nAddReg=H\n[H]\nHKR,\"Interrupt Management\\MessageSignaledInterruptProperties\",MSISupported,0x00010001,1\n"
	        "[I.Services]\nAddService=card,2,S,Log\n[S]\nServiceBinary=%12%\\card64.sys\nAddReg=SP\n[SP]\nHKR,Parameters,p,0,q\n[Log]"
	        "\nHKR,,TypesSupported,0x00010001,7\n",
	        NULL);

	(void)s;
	assert_string_equal(i->description, "Card");
	assert_string_equal(i->provider, "Prov");
	assert_string_equal(i->version, "1.2.3.4");
	assert_string_equal(i->service, "card");
	assert_string_equal(i->sys, "card64.sys");
	assert_false(i->root);
	assert_non_null(strstr(i->notes, "netvf.inf"));
	assert_string_equal(value(i, INF_ADAPTER, "", "*IfType"), "6");
	assert_int_equal(inf_value_find(i, INF_ADAPTER, "", "*IfType")->type, 4);
	assert_string_equal(value(i, INF_ADAPTER, "", "shared"), "yes");
	assert_string_equal(value(i, INF_ADAPTER, "", "*LsoV2IPv4"), "1"); /* the default becomes the value, as a string */
	assert_int_equal(inf_value_find(i, INF_ADAPTER, "", "*LsoV2IPv4")->type, 1);
	assert_null(value(i, INF_ADAPTER, "", "*Opt"));               /* optional: not written */
	assert_string_equal(value(i, INF_ADAPTER, "", "*Mine"), "9"); /* AddReg wins over the default */
	assert_string_equal(value(i, INF_ADAPTER, "", "dw"), "4660");
	assert_string_equal(value(i, INF_ADAPTER, "", "neg"), "4294967295");
	assert_string_equal(value(i, INF_ADAPTER, "", "bin"), "010aff");
	assert_string_equal(value(i, INF_ADAPTER, "", "multi"), "a b c");
	assert_string_equal(value(i, INF_ADAPTER, "", "keep"), "old");
	assert_null(value(i, INF_ADAPTER, "", "over"));
	assert_null(value(i, INF_ADAPTER, "", "gone"));
	assert_int_equal(inf_value_find(i, INF_ADAPTER, "", "exp")->type, 2);
	assert_int_equal(inf_value_find(i, INF_ADAPTER, "", "quad")->type, 11);
	assert_string_equal(value(i, INF_ABSOLUTE, "\\Registry\\Machine\\SOFTWARE\\V", "n"), "v");
	assert_string_equal(value(i, INF_HARDWARE, "Interrupt Management\\MessageSignaledInterruptProperties", "MSISupported"), "1");
	assert_string_equal(value(i, INF_SERVICE, "Parameters", "p"), "q");
	assert_int_equal(inf_param_find(i, "*lsov2ipv4")->value_count, 2);
	assert_string_equal(inf_param_find(i, "*LsoV2IPv4")->values[1].text, "Enabled");
	inf_install_free(i);
}
static void choice_of_model(void **s)
{
	static const char text[] = HEAD "[M.NTamd64]\nA=I,PCI\\VEN_F1E0&DEV_7031\nB=I2,PCI\\VEN_F1E0&DEV_7031&SUBSYS_00021111\nC=I,"
	                                "ROOT\\X\n[I]\n[I2]\n[I.NTamd64]\n";
	struct inf_install *i = install_ok(text, "PCI\\VEN_F1E0&DEV_7031&SUBSYS_00021111&REV_01");

	(void)s;
	assert_string_equal(i->section, "I2"); /* the more specific id */
	inf_install_free(i);
	i = install_ok(text, "PCI\\VEN_F1E0&DEV_7031&SUBSYS_00031111&REV_01");
	assert_string_equal(i->section, "I.NTamd64");
	inf_install_free(i);
	expect_error(text, "PCI\\VEN_F1E0&DEV_7032", "no model for PCI\\VEN_F1E0&DEV_7032");
	assert_true(inf_id_matches("PCI\\VEN_1AF4&DEV_1000", "pci\\ven_1af4&dev_1000&SUBSYS_1"));
	assert_false(inf_id_matches("PCI\\VEN_1AF4&DEV_100", "PCI\\VEN_1AF4&DEV_1000"));
	assert_false(inf_id_matches("USB\\VEN_1AF4", "PCI\\VEN_1AF4"));
}
static void errors_name_the_line(void **s)
{
	(void)s;
	expect_error("hello\n", NULL, "t.inf:1: text before");
	expect_error("", NULL, "no [section]");
	expect_error("[a]\nx\n[b\n", NULL, "t.inf:3: section name without ]");
	expect_error("[a]\nx=\"y\n", NULL, "t.inf:2: a quote");
	expect_error("[Version]\nSignature=x\n", NULL, "Signature is 'x'");
	expect_error("[Version]\nSignature=\"$Windows NT$\"\nClass=Display\n", NULL, "Class is 'Display'");
	expect_error("[Version]\nSignature=\"$Windows NT$\"\nClass=Net\n", NULL, "no [Manufacturer]");
	expect_error(HEAD MODEL, NULL, "t.inf:12: install section [I] is not in the file");
	expect_error(HEAD MODEL "[I]\nAddReg=Nowhere\n", NULL, "t.inf:14: AddReg names section [Nowhere]");
	expect_error(HEAD MODEL "[I]\nAddReg=R\n[R]\nHKR,,x,0x00010001,abc\n", NULL, "t.inf:16: 'abc' is no 32-bit number");
	expect_error(HEAD MODEL "[I]\nAddReg=R\n[R]\nHKX,,x,0,abc\n", NULL, "t.inf:16: 'HKX' is no registry root");
	expect_error(HEAD MODEL "[I]\nAddReg=R\n[R]\nHKR,,x,zz,abc\n", NULL, "t.inf:16: 'zz' are no AddReg flags");
	expect_error(HEAD MODEL "[I]\nAddReg=R\n[R]\nHKR,,x,1,abc\n", NULL, "t.inf:16: 'abc' is no byte");
	expect_error(HEAD MODEL "[I]\nNeeds=I\n", NULL, "deeper than 16");
}
static void generic(void **s)
{
	struct inf_install *i = inf_install_generic("card");

	(void)s;
	assert_string_equal(value(i, INF_ADAPTER, "", "*IfType"), "6");
	assert_string_equal(i->service, "card");
	assert_non_null(strstr(i->notes, "no INF"));
	inf_install_free(i);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(syntax),
	        cmocka_unit_test(strings),
	        cmocka_unit_test(encodings),
	        cmocka_unit_test(decorations),
	        cmocka_unit_test(installation),
	        cmocka_unit_test(choice_of_model),
	        cmocka_unit_test(errors_name_the_line),
	        cmocka_unit_test(generic),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
