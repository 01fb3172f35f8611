/* The command's arguments: every mistake is one line with what to do, and exit status 2; help covers every command and option. */
#include "cli/cli.h"
#include <fcntl.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static char out[65536], err[8192];
static size_t slurp(int fd, char *to, size_t max)
{
	size_t n = 0;
	ssize_t got;

	while (n < max - 1 && (got = read(fd, to + n, max - 1 - n)) > 0)
		n += (size_t)got;
	to[n] = 0;
	close(fd);
	return n;
}
static int flue(const char *a, const char *b, const char *c, const char *d, const char *e)
{
	char *argv[] = {(char *)"flue", (char *)a, (char *)b, (char *)c, (char *)d, (char *)e, NULL};
	int po[2], pe[2], argc = 1, status;
	pid_t pid;

	while (argv[argc])
		argc++;
	if (pipe(po) || pipe(pe))
		fail();
	pid = fork();
	if (pid == 0) {
		dup2(po[1], 1);
		dup2(pe[1], 2);
		close(po[0]);
		close(pe[0]);
		int r = cli_main(argc, argv);

		fflush(NULL);
		_exit(r);
	}
	close(po[1]);
	close(pe[1]);
	slurp(po[0], out, sizeof(out));
	slurp(pe[0], err, sizeof(err));
	waitpid(pid, &status, 0);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}
static void wrong_usage(void **s)
{
	static const struct {
		const char *a, *b, *c, *d, *e, *want;
	} t[] = {
	        {"offlods", NULL, NULL, NULL, NULL, "did you mean 'flue offloads'?"},
	        {"zzzzzzzz", NULL, NULL, NULL, NULL, "flue help lists them"},
	        {"run", NULL, NULL, NULL, NULL, "an argument is missing"},
	        {"run", "a.sys", "b.sys", NULL, NULL, "'b.sys' is too much"},
	        {"run", "a.sys", "--nick", "toe", NULL, "did you mean --nic?"},
	        {"run", "a.sys", "--nic", NULL, NULL, "--nic needs SPEC"},
	        {"run", "a.sys", "--detach=1", NULL, NULL, "--detach takes no value"},
	        {"run", "a.sys", "--cpus", "65", NULL, "1 to 64"},
	        {"run", "a.sys", "--cpus=x", NULL, NULL, "1 to 64"},
	        {"run", "a.sys", "--ram", "1M", NULL, "16M to 64G"},
	        {"run", "a.sys", "--ram", "64X", NULL, "16M to 64G"},
	        {"run", "a.sys", "--ndis", "5.1", NULL, "6.0 to 6.84"},
	        {"run", "a.sys", "--ndis", "6.99", NULL, "6.0 to 6.84"},
	        {"run", "a.sys", "--set", "x", NULL, "NAME=VALUE"},
	        {"run", "a.sys", "--on-crash", "explode", NULL, "restart or stop"},
	        {"run", "a.sys", "--on-pause=x", NULL, NULL, "upload or hold"},
	        {"offloads", "../x", NULL, NULL, NULL, NULL},
	        {"oid", "get", "toe0", NULL, NULL, "the OID is missing"},
	        {"oid", "get", "toe0", "OID_GEN_LINK_STAT", NULL, "did you mean OID_GEN_LINK_STATE?"},
	        {"oid", "put", "toe0", "1", NULL, "get, set or list"},
	        {"oid", "set", "toe0", "OID_GEN_CURRENT_PACKET_FILTER", "x", "is no number"},
	        {"keywords", "toe0", "novalue", NULL, NULL, "NAME=VALUE is wanted"},
	        {"help", "nothing", NULL, NULL, NULL, "there is no command 'nothing'"},
	        {"stop", "x.sys", NULL, NULL, NULL, "takes a NIC's name"},
	};
	(void)s;
	for (size_t i = 0; i < ARRAY_LEN(t); i++) {
		int code = flue(t[i].a, t[i].b, t[i].c, t[i].d, t[i].e);

		if (!t[i].want)
			continue;
		if (code != 2 || !strstr(err, t[i].want) || strncmp(err, "flue: ", 6) || strchr(err, '\n') != err + strlen(err) - 1 || *out)
			fail_msg("%s %s %s: exit %d, stderr '%s', stdout '%s'", t[i].a, t[i].b ? t[i].b : "", t[i].c ? t[i].c : "", code,
			         err, out);
	}
	assert_int_equal(flue(NULL, NULL, NULL, NULL, NULL), 2);
}
static void cannot_run(void **s)
{
	char name[80];

	(void)s;
	snprintf(name, sizeof(name), "/tmp/flue-cli-%d", (int)getpid());
	setenv("XDG_RUNTIME_DIR", name, 1);
	if (mkdir(name, 0700))
		fail();
	assert_int_equal(flue("offloads", "nobody0", NULL, NULL, NULL), 3);
	assert_non_null(strstr(err, "no NIC 'nobody0' is running (flue ls lists them)"));
	assert_int_equal(flue("run", "/no/such.sys", NULL, NULL, NULL), 3);
	assert_non_null(strstr(err, "/no/such.sys: No such file"));
	assert_int_equal(flue("ls", NULL, NULL, NULL, NULL), 0);
	assert_int_equal(flue("ls", "--json", NULL, NULL, NULL), 0);
	assert_string_equal(out, "[]\n");
	chmod(name, 0700);
	strcat(name, "/flue");
	rmdir(name);
	symlink("/tmp", name); /* a directory that is not ours is not used */
	assert_int_equal(flue("offloads", "nobody0", NULL, NULL, NULL), 3);
	assert_non_null(strstr(err, "is not a directory of yours"));
	unlink(name);
	*strrchr(name, '/') = 0;
	rmdir(name);
}
static void help_has_everything(void **s)
{
	(void)s;
	assert_int_equal(flue("--help", NULL, NULL, NULL, NULL), 0);
	for (const struct cli_command *c = cli_commands; c->name; c++) {
		char word[40];

		snprintf(word, sizeof(word), "flue %s ", c->name);
		if (!strstr(out, word))
			fail_msg("%s is not in the overview", c->name);
	}
	for (const struct cli_command *c = cli_commands; c->name; c++) {
		assert_int_equal(flue(c->name, "--help", NULL, NULL, NULL), 0);
		assert_non_null(strstr(out, c->summary));
		assert_non_null(strstr(out, "--json"));
		for (unsigned i = 0; c->options[i]; i++)
			for (const struct cli_option *o = c->options[i]; o->name; o++) {
				assert_non_null(strstr(out, o->name));
				assert_non_null(strstr(out, o->help));
			}
	}
	assert_int_equal(flue("version", "--json", NULL, NULL, NULL), 0);
	assert_non_null(strstr(out, FLUE_VERSION));
}
static void full_output(void **s)
{
	(void)s;
	/* a result that can't be written is an error, not a silence */
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		char *argv[] = {(char *)"flue", (char *)"help", NULL};
		int fd = open("/dev/full", O_WRONLY), nul = open("/dev/null", O_WRONLY);

		dup2(fd, 1);
		dup2(nul, 2);
		_exit(cli_main(2, argv));
	}
	waitpid(pid, &status, 0);
	assert_int_equal(WEXITSTATUS(status), 3);
}
int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(wrong_usage), cmocka_unit_test(cannot_run),
	                                   cmocka_unit_test(help_has_everything), cmocka_unit_test(full_output)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
