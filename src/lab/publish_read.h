/* Reader of the page that NDIS publishes (ndis_host.h: struct ndis_publish_slot), without the DDI's types. */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum publish_part { PUBLISH_TASK_CUR, PUBLISH_TASK_HW, PUBLISH_CONN_CUR, PUBLISH_CONN_HW };
/* Bytes of one structure: consistent (seqlock). 0 = never reported, -ENOSPC, -EAGAIN = the writer never rests (broken). */
int publish_read(const volatile void *page, unsigned slot, enum publish_part part, void *out, size_t max, uint64_t *changes,
                 uint32_t *state);
size_t publish_slot_bytes(void);
uint32_t publish_running(void); /* value of `state` that means Running */
