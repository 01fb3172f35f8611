/*
 * RTL_GENERIC_TABLE and RTL_SPLAY_LINKS. Page: ntddk RtlInitializeGenericTable, RtlSplay and their families.
 *
 * An element is the splay links (24 bytes), a LIST_ENTRY that keeps the order of insertion, then the caller's data. A root's Parent is
 * itself.
 */
#include "nt/exec.h"
#include <string.h>

typedef RTL_SPLAY_LINKS splay_t;
struct element {
	splay_t links;
	LIST_ENTRY order;
	uint8_t data[];
};
#define COMPARE(t)  ((RTL_GENERIC_COMPARE_ROUTINE *)(void *)(t)->CompareRoutine)
#define ALLOCATE(t) ((RTL_GENERIC_ALLOCATE_ROUTINE *)(void *)(t)->AllocateRoutine)
#define FREE(t)     ((RTL_GENERIC_FREE_ROUTINE *)(void *)(t)->FreeRoutine)
#define ELEMENT(l)  ((struct element *)(l))
#define BY_ORDER(l) base_container_of(l, struct element, order)

static bool is_root(const splay_t *l)
{
	return l->Parent == l;
}

static void rotate_up(splay_t *x)
{
	splay_t *p = x->Parent, *mid;
	bool left = p->LeftChild == x, root = is_root(p);
	splay_t *g = p->Parent;
	if (left) {
		mid = p->LeftChild = x->RightChild;
		x->RightChild = p;
	} else {
		mid = p->RightChild = x->LeftChild;
		x->LeftChild = p;
	}
	if (mid)
		mid->Parent = p;
	p->Parent = x;
	if (root) {
		x->Parent = x;
	} else {
		x->Parent = g;
		if (g->LeftChild == p)
			g->LeftChild = x;
		else
			g->RightChild = x;
	}
}

PRTL_SPLAY_LINKS NTAPI RtlSplay(PRTL_SPLAY_LINKS x)
{
	while (!is_root(x)) {
		splay_t *p = x->Parent;
		if (!is_root(p))
			rotate_up((p->LeftChild == x) == (p->Parent->LeftChild == p) ? p : x);
		rotate_up(x);
	}
	return x;
}

PRTL_SPLAY_LINKS NTAPI RtlSubtreeSuccessor(PRTL_SPLAY_LINKS l)
{
	for (l = l->RightChild; l && l->LeftChild;)
		l = l->LeftChild;
	return l;
}

PRTL_SPLAY_LINKS NTAPI RtlSubtreePredecessor(PRTL_SPLAY_LINKS l)
{
	for (l = l->LeftChild; l && l->RightChild;)
		l = l->RightChild;
	return l;
}

PRTL_SPLAY_LINKS NTAPI RtlRealSuccessor(PRTL_SPLAY_LINKS l)
{
	if (l->RightChild)
		return RtlSubtreeSuccessor(l);
	while (!is_root(l) && l->Parent->RightChild == l)
		l = l->Parent;
	return is_root(l) ? NULL : l->Parent;
}

PRTL_SPLAY_LINKS NTAPI RtlRealPredecessor(PRTL_SPLAY_LINKS l)
{
	if (l->LeftChild)
		return RtlSubtreePredecessor(l);
	while (!is_root(l) && l->Parent->LeftChild == l)
		l = l->Parent;
	return is_root(l) ? NULL : l->Parent;
}

static void replace(splay_t *old, splay_t *with, splay_t **root)
{
	if (is_root(old)) {
		*root = with;
		if (with)
			with->Parent = with;
		return;
	}
	if (old->Parent->LeftChild == old)
		old->Parent->LeftChild = with;
	else
		old->Parent->RightChild = with;
	if (with)
		with->Parent = old->Parent;
}

VOID NTAPI RtlDeleteNoSplay(PRTL_SPLAY_LINKS Links, PRTL_SPLAY_LINKS *Root)
{
	if (!Links->LeftChild || !Links->RightChild) {
		replace(Links, Links->LeftChild ? Links->LeftChild : Links->RightChild, Root);
		return;
	}
	splay_t *s = RtlSubtreeSuccessor(Links);
	if (s->Parent != Links) {
		s->Parent->LeftChild = s->RightChild;
		if (s->RightChild)
			s->RightChild->Parent = s->Parent;
		s->RightChild = Links->RightChild;
		s->RightChild->Parent = s;
	}
	s->LeftChild = Links->LeftChild;
	s->LeftChild->Parent = s;
	replace(Links, s, Root);
}

PRTL_SPLAY_LINKS NTAPI RtlDelete(PRTL_SPLAY_LINKS Links)
{
	splay_t *root = Links, *parent = is_root(Links) ? NULL : Links->Parent;
	while (!is_root(root))
		root = root->Parent;
	RtlDeleteNoSplay(Links, &root);
	return parent ? RtlSplay(parent) : root;
}

VOID NTAPI RtlInitializeGenericTable(PRTL_GENERIC_TABLE Table, PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine,
                                     PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine, PRTL_GENERIC_FREE_ROUTINE FreeRoutine,
                                     PVOID TableContext)
{
	memset(Table, 0, sizeof *Table);
	InitializeListHead(&Table->InsertOrderList);
	Table->OrderedPointer = &Table->InsertOrderList;
	Table->CompareRoutine = CompareRoutine;
	Table->AllocateRoutine = AllocateRoutine;
	Table->FreeRoutine = FreeRoutine;
	Table->TableContext = TableContext;
}

PVOID NTAPI RtlLookupElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer, PVOID *NodeOrParent, TABLE_SEARCH_RESULT *SearchResult)
{
	splay_t *l = Table->TableRoot, *parent = NULL;
	TABLE_SEARCH_RESULT where = TableEmptyTree;
	while (l) {
		RTL_GENERIC_COMPARE_RESULTS c = COMPARE(Table)(Table, Buffer, ELEMENT(l)->data);
		if (c == GenericEqual) {
			Table->TableRoot = RtlSplay(l);
			*NodeOrParent = l;
			*SearchResult = TableFoundNode;
			return ELEMENT(l)->data;
		}
		parent = l;
		where = c == GenericLessThan ? TableInsertAsLeft : TableInsertAsRight;
		l = c == GenericLessThan ? l->LeftChild : l->RightChild;
	}
	*NodeOrParent = parent;
	*SearchResult = where;
	return NULL;
}

PVOID NTAPI RtlLookupElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer)
{
	PVOID at;
	TABLE_SEARCH_RESULT r;
	return RtlLookupElementGenericTableFull(Table, Buffer, &at, &r);
}

PVOID NTAPI RtlInsertElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement,
                                             PVOID NodeOrParent, TABLE_SEARCH_RESULT SearchResult)
{
	struct element *e = NodeOrParent;
	if (SearchResult != TableFoundNode) {
		e = ALLOCATE(Table)(Table, BufferSize + (CLONG)sizeof *e);
		if (NewElement)
			*NewElement = e != NULL;
		if (!e)
			return NULL;
		splay_t *parent = NodeOrParent;
		e->links.LeftChild = e->links.RightChild = NULL;
		e->links.Parent = SearchResult == TableEmptyTree ? &e->links : parent;
		if (SearchResult == TableInsertAsLeft)
			parent->LeftChild = &e->links;
		else if (SearchResult == TableInsertAsRight)
			parent->RightChild = &e->links;
		memcpy(e->data, Buffer, BufferSize);
		InsertTailList(&Table->InsertOrderList, &e->order);
		Table->NumberGenericTableElements++;
	} else if (NewElement) {
		*NewElement = FALSE;
	}
	Table->TableRoot = RtlSplay(&e->links);
	return e->data;
}

PVOID NTAPI RtlInsertElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement)
{
	PVOID at;
	TABLE_SEARCH_RESULT r;
	RtlLookupElementGenericTableFull(Table, Buffer, &at, &r);
	return RtlInsertElementGenericTableFull(Table, Buffer, BufferSize, NewElement, at, r);
}

BOOLEAN NTAPI RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer)
{
	PVOID at;
	TABLE_SEARCH_RESULT r;
	if (!RtlLookupElementGenericTableFull(Table, Buffer, &at, &r))
		return FALSE;
	struct element *e = at;
	Table->TableRoot = RtlDelete(&e->links);
	RemoveEntryList(&e->order);
	Table->NumberGenericTableElements--;
	Table->OrderedPointer = &Table->InsertOrderList;
	Table->WhichOrderedElement = 0;
	FREE(Table)(Table, e);
	return TRUE;
}

static splay_t *leftmost(PRTL_GENERIC_TABLE t)
{
	splay_t *l = t->TableRoot;
	while (l && l->LeftChild)
		l = l->LeftChild;
	return l;
}

PVOID NTAPI RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE Table, PVOID *RestartKey)
{
	splay_t *l = *RestartKey ? RtlRealSuccessor(*RestartKey) : leftmost(Table);
	if (!l)
		return NULL;
	*RestartKey = l;
	return ELEMENT(l)->data;
}

/* The node returned last is the root: splayed there. */
PVOID NTAPI RtlEnumerateGenericTable(PRTL_GENERIC_TABLE Table, BOOLEAN Restart)
{
	splay_t *l = Restart || !Table->TableRoot ? leftmost(Table) : RtlRealSuccessor(Table->TableRoot);
	if (!l)
		return NULL;
	Table->TableRoot = RtlSplay(l);
	return ELEMENT(l)->data;
}

/* The I-th in order of insertion. */
PVOID NTAPI RtlGetElementGenericTable(PRTL_GENERIC_TABLE Table, ULONG I)
{
	if (I >= Table->NumberGenericTableElements)
		return NULL;
	PLIST_ENTRY l = Table->InsertOrderList.Flink;
	for (ULONG k = 0; k < I; k++)
		l = l->Flink;
	return BY_ORDER(l)->data;
}

ULONG NTAPI RtlNumberGenericTableElements(PRTL_GENERIC_TABLE Table)
{
	return Table->NumberGenericTableElements;
}

BOOLEAN NTAPI RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE Table)
{
	return !Table->TableRoot;
}
