/* What the files of the trees share: chimney.c and chimney*.c but chimneyio.c. */
#pragma once
#include "toe.h"

#define BLOCK              TOE_BLOCK
#define TREE_NEXT(Tree)    ((Tree)->MiniportReserved[0])
#define TREE_KIND_OF(Tree) ((Tree)->MiniportReserved[1])
#define TREE_COUNT(Tree)   (*(volatile LONG *)&(Tree)->Scratch[0])
#define TREE_CONNS(Tree)   ((Tree)->Scratch[1])
#define TREE_NEW           0x100 /* beside the kind, in any block: made by this tree */
#define TREE_DEPTH         8     /* neighbor, path, TCP: deeper trees are malformed and are not followed */
#define NO_TIMER           0xfffffffful

/* Delegated TCP state ends with BufferedData for drivers of NDIS 6.0. */
#define DELEGATED_SIZE RTL_SIZEOF_THROUGH_FIELD(TCP_OFFLOAD_STATE_DELEGATED, BufferedData)

typedef enum { PartConst, PartCached, PartDelegated } PART;

/* chimneyobject.c */
BOOLEAN ToeIsNeighbor(const BLOCK *Block);
BOOLEAN ToeIsPath(const BLOCK *Block);
BOOLEAN ToeIsTcp(const BLOCK *Block);
NDIS_STATUS ToeLayerIsFull(const BLOCK *Block);
PVOID ToeStatePart(const BLOCK *Block, PART Which, ULONG Size);
ULONG ToeToMs(const TOE_ADAPTER *Adapter, ULONG Ticks);
ULONG ToeToTicks(const TOE_ADAPTER *Adapter, ULONG Ms);
ULONG ToeToUs(const TOE_ADAPTER *Adapter, USHORT Scaled, ULONG Factor);
USHORT ToeToScaled(const TOE_ADAPTER *Adapter, ULONG Us, ULONG Factor);
ULONGLONG ToeNowMs(VOID);
VOID *ToeChimneyAllocate(TOE_ADAPTER *Adapter, ULONG Length);
VOID ToeTreeLess(TOE_ADAPTER *Adapter, BLOCK *Root);
VOID ToeOpStart(TOE_ADAPTER *Adapter, TOE_OP *Op, TOE_TREE Kind, BLOCK *Root, BLOCK *Block, PVOID Object, ULONG Left);
TOE_OP *ToeOpNew(TOE_ADAPTER *Adapter, BOOLEAN WithSlot);
VOID ToeConnectionUnlink(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection);
VOID ToeFreeObject(TOE_ADAPTER *Adapter, PVOID Object);

/* chimneyinitiate.c: a block list and everything below it; Depth from 0 */
VOID ToeTreeAnswer(BLOCK *Block, BOOLEAN Tried, ULONG Depth);
VOID ToePutNeighbor(TOE_ADAPTER *Adapter, TOE_HOP *Hop, PVOID Cookie);
VOID ToeFillCached(TOE_ADAPTER *Adapter, const TOE_CONNECTION *Connection, struct toe_conn_state *State);
VOID ToeTreeInitiate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_HOP *AboveHop, TOE_PATH *AbovePath, BOOLEAN Tried, ULONG Depth);
VOID ToeTreeEndInitiate(TOE_ADAPTER *Adapter, BLOCK *Root);

/* chimneystate.c */
VOID ToeFillQuery(TOE_ADAPTER *Adapter, const TOE_OP *Op);
VOID ToeTreeVisit(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_TREE Kind, TOE_HOP *Above, ULONG Depth);

/* chimneyterminate.c */
VOID ToeUploadFeed(TOE_ADAPTER *Adapter);
VOID ToeTreeTerminate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, ULONG Depth);
VOID ToeFillDelegated(TOE_ADAPTER *Adapter, const struct toe_conn_state *State, TCP_OFFLOAD_STATE_DELEGATED *d);
VOID ToeTreeEndTerminate(TOE_ADAPTER *Adapter, BLOCK *Root);
