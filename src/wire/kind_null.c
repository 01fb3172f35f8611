/* null: nothing comes, everything vanishes. */
#include "wire/internal.h"

static int null_open(struct wire *w, const struct wire_options *o, struct err *e)
{
	(void)w, (void)o, (void)e;
	return 0;
}
static void null_close(struct wire *w)
{
	(void)w;
}
static int null_fd(const struct wire *w)
{
	(void)w;
	return -1;
}
static int null_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	(void)w, (void)info, (void)iov, (void)n;
	return 0;
}
static ssize_t null_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	(void)w, (void)info, (void)iov, (void)n;
	return 0;
}
const struct wire_kind wire_null = {
        .name = "null",
        .gso = true,
        .open = null_open,
        .close = null_close,
        .fd = null_fd,
        .send = null_send,
        .receive = null_receive,
};
