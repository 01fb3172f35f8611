/*
 * RTL_AVL_TABLE: balanced trees of elements that the caller's routines allocate, free and compare. Page: ntddk RtlInitializeGenericTableAvl
 * and its family.
 *
 * Each element is the links (32 bytes), then the caller's data. Balance holds the height of the node's subtree, which callers never look
 * at; the root hangs right below the table's BalancedRoot. Locking is the caller's, as documented.
 */
#include "nt/exec.h"
#include <string.h>

typedef RTL_BALANCED_LINKS node;
#define DATA(n)     ((void *)((n) + 1))
#define NODE(data)  ((node *)(data)-1)
#define COMPARE(t)  ((RTL_AVL_COMPARE_ROUTINE *)(void *)(t)->CompareRoutine)
#define ALLOCATE(t) ((RTL_AVL_ALLOCATE_ROUTINE *)(void *)(t)->AllocateRoutine)
#define FREE(t)     ((RTL_AVL_FREE_ROUTINE *)(void *)(t)->FreeRoutine)

VOID NTAPI RtlInitializeGenericTableAvl(PRTL_AVL_TABLE Table, PRTL_AVL_COMPARE_ROUTINE CompareRoutine,
                                        PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine, PRTL_AVL_FREE_ROUTINE FreeRoutine, PVOID TableContext)
{
	memset(Table, 0, sizeof *Table);
	Table->BalancedRoot.Parent = &Table->BalancedRoot;
	Table->CompareRoutine = CompareRoutine;
	Table->AllocateRoutine = AllocateRoutine;
	Table->FreeRoutine = FreeRoutine;
	Table->TableContext = TableContext;
}

static int height(const node *n)
{
	return n ? n->Balance : 0;
}

static void measure(node *n)
{
	int l = height(n->LeftChild), r = height(n->RightChild);
	n->Balance = (CHAR)((l > r ? l : r) + 1);
}

static node **slot_of(node *n)
{
	return n->Parent->LeftChild == n ? &n->Parent->LeftChild : &n->Parent->RightChild;
}

/* Lifts n's left or right child into n's place. */
static node *rotate(node *n, bool left_up)
{
	node *up = left_up ? n->LeftChild : n->RightChild, *mid = left_up ? up->RightChild : up->LeftChild;
	*slot_of(n) = up;
	up->Parent = n->Parent;
	n->Parent = up;
	if (left_up) {
		up->RightChild = n;
		n->LeftChild = mid;
	} else {
		up->LeftChild = n;
		n->RightChild = mid;
	}
	if (mid)
		mid->Parent = n;
	measure(n);
	measure(up);
	return up;
}

static void rebalance(PRTL_AVL_TABLE t, node *n)
{
	for (; n != &t->BalancedRoot; n = n->Parent) {
		int d = height(n->LeftChild) - height(n->RightChild);
		measure(n);
		if (d > 1) {
			if (height(n->LeftChild->LeftChild) < height(n->LeftChild->RightChild))
				rotate(n->LeftChild, false);
			n = rotate(n, true);
		} else if (d < -1) {
			if (height(n->RightChild->RightChild) < height(n->RightChild->LeftChild))
				rotate(n->RightChild, true);
			n = rotate(n, false);
		}
	}
	t->DepthOfTree = (ULONG)height(t->BalancedRoot.RightChild);
}

static node *first(const PRTL_AVL_TABLE t)
{
	node *n = t->BalancedRoot.RightChild;
	while (n && n->LeftChild)
		n = n->LeftChild;
	return n;
}

static node *next(PRTL_AVL_TABLE t, node *n)
{
	if (n->RightChild) {
		for (n = n->RightChild; n->LeftChild;)
			n = n->LeftChild;
		return n;
	}
	while (n->Parent != &t->BalancedRoot && n->Parent->RightChild == n)
		n = n->Parent;
	return n->Parent == &t->BalancedRoot ? NULL : n->Parent;
}

static node *previous(PRTL_AVL_TABLE t, node *n)
{
	if (n->LeftChild) {
		for (n = n->LeftChild; n->RightChild;)
			n = n->RightChild;
		return n;
	}
	while (n->Parent != &t->BalancedRoot && n->Parent->LeftChild == n)
		n = n->Parent;
	return n->Parent == &t->BalancedRoot ? NULL : n->Parent;
}

PVOID NTAPI RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *NodeOrParent, TABLE_SEARCH_RESULT *SearchResult)
{
	node *n = Table->BalancedRoot.RightChild, *parent = NULL;
	TABLE_SEARCH_RESULT where = TableEmptyTree;
	while (n) {
		RTL_GENERIC_COMPARE_RESULTS c = COMPARE(Table)(Table, Buffer, DATA(n));
		if (c == GenericEqual) {
			*NodeOrParent = n;
			*SearchResult = TableFoundNode;
			return DATA(n);
		}
		parent = n;
		where = c == GenericLessThan ? TableInsertAsLeft : TableInsertAsRight;
		n = c == GenericLessThan ? n->LeftChild : n->RightChild;
	}
	*NodeOrParent = parent;
	*SearchResult = where;
	return NULL;
}

PVOID NTAPI RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer)
{
	PVOID at;
	TABLE_SEARCH_RESULT r;
	return RtlLookupElementGenericTableFullAvl(Table, Buffer, &at, &r);
}

PVOID NTAPI RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement,
                                                PVOID NodeOrParent, TABLE_SEARCH_RESULT SearchResult)
{
	if (SearchResult == TableFoundNode) {
		if (NewElement)
			*NewElement = FALSE;
		return DATA((node *)NodeOrParent);
	}
	node *n = ALLOCATE(Table)(Table, BufferSize + (CLONG)sizeof(node));
	if (NewElement)
		*NewElement = n != NULL;
	if (!n)
		return NULL;
	memset(n, 0, sizeof *n);
	n->Balance = 1;
	n->Parent = SearchResult == TableEmptyTree ? &Table->BalancedRoot : NodeOrParent;
	if (SearchResult == TableInsertAsLeft)
		n->Parent->LeftChild = n;
	else
		n->Parent->RightChild = n;
	memcpy(DATA(n), Buffer, BufferSize);
	Table->NumberGenericTableElements++;
	rebalance(Table, n->Parent);
	return DATA(n);
}

PVOID NTAPI RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement)
{
	PVOID at;
	TABLE_SEARCH_RESULT r;
	RtlLookupElementGenericTableFullAvl(Table, Buffer, &at, &r);
	return RtlInsertElementGenericTableFullAvl(Table, Buffer, BufferSize, NewElement, at, r);
}

static void unlink_node(PRTL_AVL_TABLE t, node *n)
{
	node *start;
	if (n->LeftChild && n->RightChild) {
		node *s = n->RightChild; /* its successor takes its place */
		while (s->LeftChild)
			s = s->LeftChild;
		start = s->Parent == n ? s : s->Parent;
		*slot_of(s) = s->RightChild;
		if (s->RightChild)
			s->RightChild->Parent = s->Parent;
		*slot_of(n) = s;
		s->Parent = n->Parent;
		s->LeftChild = n->LeftChild;
		s->RightChild = n->RightChild;
		s->LeftChild->Parent = s;
		if (s->RightChild)
			s->RightChild->Parent = s;
	} else {
		node *child = n->LeftChild ? n->LeftChild : n->RightChild;
		start = n->Parent;
		*slot_of(n) = child;
		if (child)
			child->Parent = n->Parent;
	}
	rebalance(t, start);
}

VOID NTAPI RtlDeleteElementGenericTableAvlEx(PRTL_AVL_TABLE Table, PVOID NodeOrParent)
{
	node *n = NodeOrParent;
	Table->DeleteCount++;
	if (Table->RestartKey == n)
		Table->RestartKey = previous(Table, n);
	Table->OrderedPointer = NULL;
	unlink_node(Table, n);
	Table->NumberGenericTableElements--;
	FREE(Table)(Table, n);
}

BOOLEAN NTAPI RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer)
{
	PVOID data = RtlLookupElementGenericTableAvl(Table, Buffer);
	if (!data)
		return FALSE;
	RtlDeleteElementGenericTableAvlEx(Table, NODE(data));
	return TRUE;
}

PVOID NTAPI RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE Table, PVOID *RestartKey)
{
	node *n = *RestartKey ? next(Table, *RestartKey) : first(Table);
	if (!n)
		return NULL;
	*RestartKey = n;
	return DATA(n);
}

PVOID NTAPI RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE Table, BOOLEAN Restart)
{
	if (Restart)
		Table->RestartKey = NULL;
	node *n = Table->RestartKey ? next(Table, Table->RestartKey) : first(Table);
	if (!n)
		return NULL;
	Table->RestartKey = n;
	return DATA(n);
}

/* The I-th in order; the last answer is remembered so that a loop over I is linear. */
PVOID NTAPI RtlGetElementGenericTableAvl(PRTL_AVL_TABLE Table, ULONG I)
{
	if (I >= Table->NumberGenericTableElements)
		return NULL;
	node *n = Table->OrderedPointer;
	ULONG at = Table->WhichOrderedElement;
	if (!n || at > I) {
		n = first(Table);
		at = 0;
	}
	for (; at < I; at++)
		n = next(Table, n);
	Table->OrderedPointer = n;
	Table->WhichOrderedElement = I;
	return DATA(n);
}

PVOID NTAPI RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *RestartKey)
{
	node *found = NULL;
	for (node *n = Table->BalancedRoot.RightChild; n;) {
		RTL_GENERIC_COMPARE_RESULTS c = COMPARE(Table)(Table, Buffer, DATA(n));
		if (c == GenericEqual)
			found = n;
		n = c == GenericGreaterThan ? n->RightChild : n->LeftChild;
	}
	*RestartKey = found;
	return found ? DATA(found) : NULL;
}

ULONG NTAPI RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE Table)
{
	return Table->NumberGenericTableElements;
}

BOOLEAN NTAPI RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE Table)
{
	return !Table->NumberGenericTableElements;
}
