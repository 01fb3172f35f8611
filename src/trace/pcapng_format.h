/* pcapng: numbers of the format (draft-ietf-opsawg-pcapng), for its writer and its reader. */
#pragma once
#include <stdint.h>

#define BLOCK_SECTION    0x0a0d0d0au
#define BLOCK_INTERFACE  1u
#define BLOCK_OLD_PACKET 2u
#define BLOCK_SIMPLE     3u
#define BLOCK_STATISTICS 5u
#define BLOCK_PACKET     6u
#define BLOCK_JOURNAL    9u
#define BLOCK_CUSTOM     0x0badu
#define SECTION_MAGIC    0x1a2b3c4du

#define OPT_END          0u
#define OPT_COMMENT      1u
#define OPT_SHB_USERAPPL 4u
#define OPT_IF_NAME      2u
#define OPT_IF_DESC      3u
#define OPT_IF_TSRESOL   9u
#define OPT_IF_TSOFFSET  14u
#define OPT_EPB_FLAGS    2u
#define OPT_EPB_HASH     3u
#define OPT_ISB_RECEIVED 4u
#define OPT_ISB_DROPPED  5u
#define OPT_CUSTOM       2989u
#define HASH_TOEPLITZ    5u

#define FLUE_PEN            32473u /* RFC 5612 */
#define FLUE_VERSION_CUSTOM 1u
enum { FLUE_RECORD = 1, FLUE_CLOCK = 2 };
struct flue_custom {
	char magic[4]; /* "FLUE" */
	uint16_t version, kind;
};
