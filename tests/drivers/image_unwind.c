/*
 * Driver for tests/image: one function for each kind of unwind code, written by hand. The test steps through each instruction by
 * instruction and unwinds from every one of them. Each function changes the nonvolatile registers it saved.
 */
#define EXPORT __declspec(dllexport)
#define F(name, body)                                                                                                                      \
	__asm__(".text\n .globl " name "\n .p2align 4\n " name ":\n .seh_proc " name "\n" body "\n .seh_endproc\n .globl " name            \
	        "_end\n " name "_end: nop\n");
#define EXPORT_ASM(name) __asm__(".section .drectve,\"yn\"\n .ascii \" /EXPORT:" name " /EXPORT:" name "_end\"\n .text\n");

F("uw_push",
  "pushq %rbx\n .seh_pushreg %rbx\n pushq %rbp\n .seh_pushreg %rbp\n pushq %rsi\n .seh_pushreg %rsi\n pushq %rdi\n .seh_pushreg %rdi\n"
  "pushq %r12\n .seh_pushreg %r12\n pushq %r13\n .seh_pushreg %r13\n pushq %r14\n .seh_pushreg %r14\n pushq %r15\n .seh_pushreg %r15\n"
  "subq $40, %rsp\n .seh_stackalloc 40\n .seh_endprologue\n"
  "movl $1, %ebx\n movl $2, %ebp\n movl $3, %esi\n movl $4, %edi\n movl $5, %r12d\n xorl %r13d, %r13d\n notq %r14\n movq %rsp, %r15\n nop\n"
  "addq $40, %rsp\n popq %r15\n popq %r14\n popq %r13\n popq %r12\n popq %rdi\n popq %rsi\n popq %rbp\n popq %rbx\n retq")
EXPORT_ASM("uw_push")
F("uw_large", "pushq %rbx\n .seh_pushreg %rbx\n subq $0x2000, %rsp\n .seh_stackalloc 0x2000\n .seh_endprologue\n movl $9, %ebx\n nop\n"
              "addq $0x2000, %rsp\n popq %rbx\n retq")
EXPORT_ASM("uw_large")
/* Larger than 16 bits of units of 8; registers saved beyond the reach of the short codes; an epilogue that restores by mov first. */
F("uw_huge",
  "subq $0x110008, %rsp\n .seh_stackalloc 0x110008\n movq %rbx, 0x100000(%rsp)\n .seh_savereg %rbx, 0x100000\n movq %rsi, 0x100(%rsp)\n "
  ".seh_savereg %rsi, 0x100\n"
  "movaps %xmm6, 0x108000(%rsp)\n .seh_savexmm %xmm6, 0x108000\n movaps %xmm9, 0x40(%rsp)\n .seh_savexmm %xmm9, 0x40\n .seh_endprologue\n"
  "xorl %ebx, %ebx\n xorl %esi, %esi\n xorps %xmm6, %xmm6\n xorps %xmm9, %xmm9\n nop\n"
  "movaps 0x40(%rsp), %xmm9\n movaps 0x108000(%rsp), %xmm6\n movq 0x100(%rsp), %rsi\n movq 0x100000(%rsp), %rbx\n addq $0x110008, %rsp\n "
  "retq")
EXPORT_ASM("uw_huge")
/* Frame register with an offset, a frame that grows, lea in the epilogue. */
F("uw_frame", "pushq %rbp\n .seh_pushreg %rbp\n pushq %rdi\n .seh_pushreg %rdi\n subq $0x58, %rsp\n .seh_stackalloc 0x58\n leaq "
              "0x40(%rsp), %rbp\n .seh_setframe %rbp, 0x40\n"
              "movq %rbx, 8(%rbp)\n .seh_savereg %rbx, 0x48\n movaps %xmm7, -0x10(%rbp)\n .seh_savexmm %xmm7, 0x30\n .seh_endprologue\n"
              "subq $0x800, %rsp\n movl $7, %ebx\n movl $8, %edi\n xorps %xmm7, %xmm7\n nop\n"
              "movaps -0x10(%rbp), %xmm7\n movq 8(%rbp), %rbx\n leaq 0x18(%rbp), %rsp\n popq %rdi\n popq %rbp\n retq")
EXPORT_ASM("uw_frame")
/* Another frame register: r13 needs a REX prefix in the lea. */
F("uw_frame13",
  "pushq %r13\n .seh_pushreg %r13\n subq $0x20, %rsp\n .seh_stackalloc 0x20\n movq %rsp, %r13\n .seh_setframe %r13, 0\n .seh_endprologue\n"
  "subq $0x100, %rsp\n nop\n leaq 0x20(%r13), %rsp\n popq %r13\n retq")
EXPORT_ASM("uw_frame13")
/* A part with a prologue of its own, as the Microsoft compiler splits functions: chained information. (The assembler's .seh_startchained
 * makes ranges that overlap, so this is written out.) */
__asm__(".text\n .globl uw_chained\n .globl uw_chained_end\n .p2align 4\n uw_chained:\n pushq %rbx\n 5: subq $0x40, %rsp\n 6: movl $1, "
        "%ebx\n jmp 1f\n"
        "2: nop\n addq $0x40, %rsp\n popq %rbx\n retq\n"
        "uw_chained_part:\n 1: movq %rsi, 0x30(%rsp)\n 7: movq %r12, 0x28(%rsp)\n 8: xorl %esi, %esi\n xorl %r12d, %r12d\n nop\n movq "
        "0x28(%rsp), %r12\n movq 0x30(%rsp), %rsi\n"
        "jmp 2b\n uw_chained_end: nop\n"
        ".section .xdata,\"dr\"\n .p2align 2\n uw_parent_info: .byte 1, 6b-uw_chained, 2, 0, 6b-uw_chained, 0x72, 5b-uw_chained, 0x30\n"
        "uw_part_info: .byte 0x21, 8b-1b, 4, 0, 8b-1b, 0xc4, 5, 0, 7b-1b, 0x64, 6, 0\n .rva uw_chained, uw_chained_part, uw_parent_info\n"
        ".section .pdata,\"dr\"\n .rva uw_chained, uw_chained_part, uw_parent_info, uw_chained_part, uw_chained_end, uw_part_info\n "
        ".text\n");
EXPORT_ASM("uw_chained")
/* Epilogues that end in a jump. */
F("uw_tail", "pushq %rbx\n .seh_pushreg %rbx\n subq $0x20, %rsp\n .seh_stackalloc 0x20\n .seh_endprologue\n xorl %ebx, %ebx\n testq %rcx, "
             "%rcx\n je 1f\n"
             "leaq uw_leaf(%rip), %rax\n addq $0x20, %rsp\n popq %rbx\n rex64 jmpq *%rax\n 1: addq $0x20, %rsp\n popq %rbx\n jmp uw_leaf")
EXPORT_ASM("uw_tail")
__asm__(".text\n .globl uw_leaf\n .globl uw_leaf_end\n .p2align 4\n uw_leaf:\n movq %rcx, %rax\n nop\n retq\n uw_leaf_end: nop\n");
EXPORT_ASM("uw_leaf")
/* A call: the callee is stepped through as well, and unwound through both. */
F("uw_call", "pushq %rdi\n .seh_pushreg %rdi\n subq $0x20, %rsp\n .seh_stackalloc 0x20\n .seh_endprologue\n movl $5, %edi\n callq "
             "uw_push\n callq uw_leaf\n nop\n"
             "addq $0x20, %rsp\n popq %rdi\n retq")
EXPORT_ASM("uw_call")
/* Entered as an interrupt would be: a machine frame on the stack. The gate makes one and jumps. */
__asm__(".text\n .globl uw_gate\n uw_gate:\n movq %rsp, %rax\n pushq $0x18\n pushq %rax\n pushfq\n pushq $0x10\n leaq 1f(%rip), %rdx\n "
        "pushq %rdx\n jmp uw_machine\n 1: retq\n");
F("uw_machine", ".seh_pushframe\n pushq %rbx\n .seh_pushreg %rbx\n subq $0x20, %rsp\n .seh_stackalloc 0x20\n .seh_endprologue\n xorl %ebx, "
                "%ebx\n nop\n movq 0x20(%rsp), %rbx\n"
                "movq 0x28(%rsp), %rdx\n movq 0x40(%rsp), %rsp\n jmpq *%rdx")
__asm__(".section .drectve,\"yn\"\n .ascii \" /EXPORT:uw_gate /EXPORT:uw_machine /EXPORT:uw_machine_end\"\n .text\n");
/* Version 2 information with EPILOG codes, as newer compilers write it: two epilogues, one of them at the end. */
__asm__(".text\n .globl uw_v2\n .globl uw_v2_end\n .p2align 4\n uw_v2:\n pushq %rbx\n subq $0x30, %rsp\n 2: movl $3, %ebx\n testq %rcx, "
        "%rcx\n je 1f\n"
        "addq $0x30, %rsp\n popq %rbx\n 3: retq\n 1: nop\n addq $0x30, %rsp\n 4: popq %rbx\n retq\n uw_v2_end: nop\n"
        ".section .xdata,\"dr\"\n .p2align 2\n uw_v2_info: .byte 2, 2b-uw_v2, 4, 0\n"
        " .byte uw_v2_end-4b, 0x16\n .byte uw_v2_end-3b+1, 0x06\n" /* epilogue sizes: one at the end (flag), one further up */
        " .byte 2b-uw_v2, 0x52\n .byte 1, 0x30\n"
        ".section .pdata,\"dr\"\n .rva uw_v2, uw_v2_end, uw_v2_info\n .text\n");
EXPORT_ASM("uw_v2")
int DriverEntry(void)
{
	return 0;
}
