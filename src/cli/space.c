/*
 * `flue host` and `flue peer`: a command inside a lab.
 *
 * We step into the lab's namespaces ourselves and run the command as a child, so that it has our terminal, process group, environment,
 * limits and directory. The child is in the lab's PID namespace: it ends with the lab, and with us (PDEATHSIG). Signals that another
 * process sends us are passed on; those of the terminal reach the whole process group anyway. The command's end becomes ours, a signal
 * included.
 */
#include "cli/cli.h"
#include "lab/spaces.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_EXECUTABLE = 126, NOT_FOUND = 127 }; /* as shells say it */

static volatile pid_t child;

#if BASE_SANITIZED
/* LeakSanitizer stops the process by a helper that it clones; once our children are born into the lab's PID namespace that helper does not
 * find its parent, and the check at exit would wait for it for ever. */
static bool in_lab;
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
	return in_lab;
}
#endif

static void pass_on(int number, siginfo_t *info, void *context)
{
	(void)context;
	if (child > 0 && info->si_code <= 0) /* of a process: SI_USER, SI_QUEUE, SI_TKILL */
		kill(child, number);
}
static const int passed[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE};

static int descriptor(struct control *c, bool peer, int *fd)
{
	struct lab_error e;
	json_t *j;

	*fd = -1;
	j = control_call(c, "space", peer ? json_pack("{s:i}", "peer", 1) : NULL, 10000, fd, &e);
	json_decref(j);
	if (!j)
		return cli_lab_error(&e);
	return *fd >= 0 ? CLI_OK : cli_error(CLI_FAILED, "the lab gave no descriptor");
}
static int ended(int status)
{
	struct rlimit none = {0, 0};

	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	setrlimit(RLIMIT_CORE, &none); /* the command's core, not ours */
	signal(WTERMSIG(status), SIG_DFL);
	raise(WTERMSIG(status));
	return 128 + WTERMSIG(status);
}
int cli_space(struct cli *c)
{
	bool peer = !strcmp(c->command->name, "peer");
	const char *shell = getenv("SHELL");
	struct lab_error e = {0};
	struct control *control;
	struct sigaction a = {.sa_sigaction = pass_on, .sa_flags = SA_SIGINFO | SA_RESTART}, old[ARRAY_LEN(passed)];
	int init, net = -1, alive[2], status, code;
	const char *argv[CLI_ARGS + 1] = {shell && *shell ? shell : "/bin/sh", NULL};
	sigset_t block, before;

	for (unsigned i = 1; i < c->count; i++) {
		argv[i - 1] = c->args[i];
		argv[i] = NULL;
	}
	if (control_open(c->args[0], &control, &e.e)) {
		code = cli_lab_error(&e);
		return e.e.code == -EINVAL ? CLI_USAGE : code;
	}
	code = descriptor(control, false, &init);
	if (!code && peer)
		code = descriptor(control, true, &net);
	control_close(control);
	if (code)
		return code;
#if BASE_SANITIZED
	in_lab = true;
#endif
	if (spaces_enter(init, net, &e.e))
		return cli_lab_error(&e);
	close(init);
	if (net >= 0)
		close(net);
	if (pipe2(alive, O_CLOEXEC))
		return cli_error(CLI_FAILED, "no pipe: %s", strerror(errno));
	fflush(NULL);
	sigfillset(&block);
	sigprocmask(SIG_SETMASK, &block, &before);
	child = fork();
	if (child < 0)
		return cli_error(CLI_FAILED, "%s: its lab has ended (%s)", c->args[0], strerror(errno));
	if (child == 0) {
		struct pollfd parent = {alive[0], POLLIN, 0};

		close(alive[1]);
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (poll(&parent, 1, 0)) /* our parent ended before it could be said that we go with it */
			_exit(NOT_EXECUTABLE);
		sigprocmask(SIG_SETMASK, &before, NULL);
		execvp(argv[0], (char *const *)argv);
		code = errno == ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
		cli_error(code, "%s: %s", argv[0], strerror(errno));
		_exit(code);
	}
	for (size_t i = 0; i < ARRAY_LEN(passed); i++) {
		sigaction(passed[i], NULL, &old[i]);
		if (old[i].sa_handler != SIG_IGN)
			sigaction(passed[i], &a, NULL);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return cli_error(CLI_FAILED, "waitpid: %s", strerror(errno));
	return ended(status);
}
