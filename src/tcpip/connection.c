/*
 * The table of connections of one binding, with the states that `netstat -t` shows: InHost, Offloading, Offloaded, Uploading.
 *
 *   InHost --begin--> Offloading --initiated--> Offloaded --upload--> Uploading --uploaded--> InHost
 *
 * An initiate that is under way cannot be terminated (connection-offload.md, section 9): an upload that is asked for meanwhile is
 * remembered and begins when the initiate is complete.
 */
#include "tcpip/stack.h"

void conn_table_init(struct conn_table *t)
{
	*t = (struct conn_table){0};
	KeInitializeSpinLock(&t->lock);
	list_init(&t->all);
}

static void move(struct conn *c, enum conn_where to)
{
	c->table->count[c->state]--;
	c->state = to;
	c->table->count[to]++;
}

unsigned conn_offloaded(struct conn_table *t)
{
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	const unsigned n = t->count[CONN_OFFLOADING] + t->count[CONN_OFFLOADED] + t->count[CONN_UPLOADING];
	KeReleaseSpinLock(&t->lock, old);
	return n;
}

void conn_begin(struct conn_table *t, struct conn *c)
{
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	if (!c->table) {
		c->table = t;
		c->state = CONN_IN_HOST;
		t->count[CONN_IN_HOST]++;
		list_add(&t->all, &c->link);
	}
	c->upload_wanted = false;
	move(c, CONN_OFFLOADING);
	KeReleaseSpinLock(&t->lock, old);
}

bool conn_is_down(struct conn *c, NDIS_STATUS status)
{
	struct conn_table *t = c->table;
	bool up = false;
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	if (c->state == CONN_OFFLOADING) {
		up = status == NDIS_STATUS_SUCCESS && c->upload_wanted && t->terminate;
		move(c, status != NDIS_STATUS_SUCCESS ? CONN_IN_HOST : up ? CONN_UPLOADING : CONN_OFFLOADED);
	}
	KeReleaseSpinLock(&t->lock, old);
	return up;
}
void conn_initiated(struct conn *c, NDIS_STATUS status)
{
	struct conn_table *t = c->table;
	if (conn_is_down(c, status))
		t->terminate(c);
}

bool conn_upload(struct conn_table *t, struct conn *c)
{
	bool up = false;
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	if (c->table == t && c->state == CONN_OFFLOADING)
		c->upload_wanted = true;
	if (c->table == t && c->state == CONN_OFFLOADED) {
		move(c, CONN_UPLOADING);
		up = true;
	}
	KeReleaseSpinLock(&t->lock, old);
	return up;
}

unsigned conn_upload_all(struct conn_table *t)
{
	unsigned n = 0;
	KIRQL old;
	for (;;) {
		struct conn *next = NULL;
		KeAcquireSpinLock(&t->lock, &old);
		list_each(l, &t->all)
		{
			struct conn *c = base_container_of(l, struct conn, link);
			if (c->state == CONN_OFFLOADING && !c->upload_wanted) {
				c->upload_wanted = true;
				n++;
			} else if (c->state == CONN_OFFLOADED && t->terminate) {
				move(c, CONN_UPLOADING);
				next = c;
				break;
			}
		}
		KeReleaseSpinLock(&t->lock, old);
		if (!next)
			return n;
		n++;
		t->terminate(next);
	}
}

void conn_uploaded(struct conn *c)
{
	struct conn_table *t = c->table;
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	if (c->state == CONN_UPLOADING)
		move(c, CONN_IN_HOST);
	KeReleaseSpinLock(&t->lock, old);
}

void conn_forget(struct conn *c)
{
	struct conn_table *t = c->table;
	KIRQL old;
	KeAcquireSpinLock(&t->lock, &old);
	t->count[c->state]--;
	list_del(&c->link);
	c->table = NULL;
	KeReleaseSpinLock(&t->lock, old);
}
