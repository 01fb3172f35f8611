/*
 * netdev: what makes a running NIC a Linux network interface: namespaces (--lab), the TAP (src/net), the wire (src/wire), and the talk
 * between the interface's users and the driver.
 *
 *   lab_netdev_open()   namespaces and TAP, before any thread is made
 *   lab_netdev_plug()   the wire, when the NIC is there
 *   lab_netdev_config() MM_NET came;  lab_netdev_changed() the user did something with ip(8)
 */
#pragma once
#include "lab/lab.h"

struct lab_netdev;
bool lab_netdev_wanted(const struct lab_options *o);
int lab_netdev_open(struct lab *l, struct lab_error *e); /* 0 and nothing made when none is wanted */
int lab_netdev_plug(struct lab *l, struct lab_error *e);
void lab_netdev_close(struct lab *l);
struct conns *lab_netdev_conns(const struct lab *l); /* NULL: none */
/* The verbs: {connections:[...], chimney:{...}}; `set`: {mode, ipv4, ipv6, min_age_ms, min_bytes, ports:[...]}. New reference, or NULL and
 * e. */
json_t *lab_netdev_connections(struct lab *l, const json_t *set, struct lab_error *e);
struct net *lab_netdev_net(const struct lab *l); /* NULL: none */
void lab_netdev_gone(struct lab *l);             /* the machine has ended, or a new one comes: nothing of what it was told holds */
void lab_netdev_config(struct lab *l, const json_t *net);
int lab_netdev_fd(const struct lab *l);  /* for the loop: POLLIN -> lab_netdev_changed(); -1: none */
int lab_netdev_end(const struct lab *l); /* readable: the lab's processes have been ended from outside; -1: none */
void lab_netdev_changed(struct lab *l);
/* Descriptors for `flue host` (0: the PID namespace's init) and `flue peer` (1: its network namespace). -ENOENT: no --lab. */
int lab_netdev_space(const struct lab *l, int which);
json_t *lab_netdev_show(const struct lab *l); /* new reference; NULL: none */
