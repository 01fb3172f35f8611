/*
 * What the compiler refers to and no kernel exports: stack probes and the floating-point marker.
 * learn.microsoft.com/windows-hardware/drivers/kernel/using-the-kernel-stack says why large frames should be rare.
 */
    .intel_syntax noprefix
    .text

/*
 * __chkstk: called with the frame size in rax before rsp moves; touches each page of the frame downwards so that a guard page is met in
 * order. Changes no register (the caller subtracts rax from rsp itself).
 */
    .globl __chkstk
    .p2align 4
__chkstk:
    .seh_proc __chkstk
    push rax
    .seh_stackalloc 8
    push rdx
    .seh_stackalloc 8
    .seh_endprologue
    lea rdx, [rsp + 24]
1:  cmp rax, 4096
    jbe 2f
    sub rdx, 4096
    sub rax, 4096
    or byte ptr [rdx], 0
    jmp 1b
2:  sub rdx, rax
    or byte ptr [rdx], 0
    pop rdx
    pop rax
    ret
    .seh_endproc

    .section .rdata, "dr"
    .globl _fltused
    .p2align 2
_fltused:
    .long 0x9875
