/*
 * base: what every other folder may use and which knows nothing of them: errors, logging, lists, clocks, small arithmetic.
 *
 * Errors: a function that can fail returns 0 or a negative errno and, where a human will read it, fills a struct err with one sentence that
 * says what is wrong and what to do next. `err` may always be NULL.
 */
#pragma once
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err {
	int code;       /* negative errno, 0 when unset */
	char text[496]; /* one line, no newline, for a human */
};
/* Sets `e` (may be NULL) and returns -code, so that a caller can write `return err_set(e, EINVAL, "...")`. `code` is positive. */
int err_set(struct err *e, int code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
#ifdef __clang_analyzer__ /* that it does not return 0 is what every caller relies on */
#define err_set(e, code, ...)                                                                                                              \
	({                                                                                                                                 \
		int err_code = -(code);                                                                                                    \
		err_set(e, code, __VA_ARGS__);                                                                                             \
		if (!err_code)                                                                                                             \
			__builtin_unreachable();                                                                                           \
		err_code;                                                                                                                  \
	})
#endif
/* Puts "prefix: " before the text that is already there; returns e->code. */
int err_prefix(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG };
/* stderr by default, "flue: text"; a process may set its own sink (the machine sends lines to the lab). FLUE_LOG=debug shows all. */
void log_line(enum log_level level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void log_set_sink(void (*sink)(enum log_level level, const char *text, void *ctx), void *ctx);

uint64_t clock_mono_ns(void);    /* CLOCK_MONOTONIC */
uint64_t clock_wall_100ns(void); /* 100 ns units since 1601-01-01 UTC, as Windows counts time */

const uint8_t *base_build_id(void); /* 20 bytes: both processes must be of the same build */

struct list {
	struct list *next, *prev;
};
static inline void list_init(struct list *l)
{
	l->next = l->prev = l;
}
static inline bool list_empty(const struct list *l)
{
	return l->next == l;
}
static inline void list_add(struct list *l, struct list *item) /* at the tail */
{
	item->prev = l->prev;
	item->next = l;
	l->prev->next = item;
	l->prev = item;
}
static inline void list_del(struct list *item)
{
	item->prev->next = item->next;
	item->next->prev = item->prev;
	list_init(item);
}
#define base_container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))
#define list_each(pos, head)                 for (struct list *pos = (head)->next, *pos##_n = pos->next; pos != (head); pos = pos##_n, pos##_n = pos->next)

/* 1 in an ASan build: its run-time makes system calls of its own and keeps books about stacks. */
#if defined(__SANITIZE_ADDRESS__)
#define BASE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BASE_SANITIZED 1
#endif
#endif
#ifndef BASE_SANITIZED
#define BASE_SANITIZED 0
#endif

#define ARRAY_LEN(a)      (sizeof(a) / sizeof((a)[0]))
#define ALIGN_UP_TO(x, a) (((x) + ((a)-1)) & ~((__typeof__(x))(a)-1))
