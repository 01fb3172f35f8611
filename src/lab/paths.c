/* Where control sockets are, and which names a NIC may have: shared by the lab, the command and libflue. */
#include "lab/control.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

bool lab_name_valid(const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

	return n > 0 && n < 32 && !name[n] && name[0] != '.' && name[0] != '-';
}

int lab_runtime_directory(char *out, size_t max, bool make, struct err *e)
{
	const char *base = getenv("XDG_RUNTIME_DIR");
	struct stat st;

	if (base && *base == '/')
		snprintf(out, max, "%s/flue", base);
	else
		snprintf(out, max, "/tmp/flue-%u", (unsigned)getuid());
	if (make && mkdir(out, 0700) && errno != EEXIST)
		return err_set(e, errno, "%s can't be made: %s; set XDG_RUNTIME_DIR to a directory of yours", out, strerror(errno));
	if (lstat(out, &st))
		return err_set(e, errno, "%s: %s", out, strerror(errno));
	if (!S_ISDIR(st.st_mode) || st.st_uid != getuid() || (st.st_mode & 077))
		return err_set(e, EPERM, "%s is not a directory of yours with mode 0700: remove it, or set XDG_RUNTIME_DIR", out);
	return 0;
}
int lab_socket_path(const char *name, char *out, size_t max, struct err *e)
{
	char dir[200];
	int r = lab_runtime_directory(dir, sizeof(dir), true, e);

	if (r)
		return r;
	if (snprintf(out, max, "%s/%s.sock", dir, name) >= (int)sizeof(((struct sockaddr_un *)0)->sun_path))
		return err_set(e, ENAMETOOLONG, "%s/%s.sock is too long for a socket: set XDG_RUNTIME_DIR to a shorter directory", dir,
		               name);
	return 0;
}
/* Nobody listens there any more? */
static bool stale(const char *path)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool dead;

	snprintf(a.sun_path, sizeof(a.sun_path), "%s", path);
	dead = fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof(a)) && errno == ECONNREFUSED;
	if (fd >= 0)
		close(fd);
	return dead;
}
bool control_remove_stale(const char *path)
{
	return stale(path) && !unlink(path);
}
