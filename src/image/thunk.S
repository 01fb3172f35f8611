/*
 * thunk: the crossing from the driver to us and what else can only be said in assembly.
 *
 * image_thunk: entered from an import stub with r10 = struct image_export *. Microsoft convention: arguments in rcx, rdx, r8, r9 (or xmm0-3) and on
 * the stack above 32 bytes of home space; rbx, rbp, rdi, rsi, r12-r15, xmm6-15 nonvolatile. The export is a C function with the ms_abi attribute, so
 * the stack is left exactly as the driver made it; only the return address is replaced. All nonvolatile registers go into a frame on the side
 * stack: the hooks are System V functions, which may destroy rdi, rsi and xmm6-15, and an exception raised inside must restore them.
 *
 * Cost: about 60 moves and one mispredicted return; see tests/image/test_thunk.c for the measured number.
 *
 * Offsets of struct image_frame, image_thread, image_trap and CONTEXT are checked by static assertions in thread.c.
 */
#define T_TOP    0x1000
#define T_LIMIT  0x1010
#define T_RESUME 0x1030
#define F_SIZE   288
#define X_ADDRESS 16

	.text
	.globl image_thunk
	.type image_thunk, @function
	.p2align 5
image_thunk:
	.cfi_startproc
	movq %gs:T_TOP, %rax
	cmpq %gs:T_LIMIT, %rax
	jae  .Lexhausted
	movq %rbx, 0(%rax)
	movq %rbp, 8(%rax)
	movq %rdi, 16(%rax)
	movq %rsi, 24(%rax)
	movq %r12, 32(%rax)
	movq %r13, 40(%rax)
	movq %r14, 48(%rax)
	movq %r15, 56(%rax)
	leaq 8(%rsp), %r11
	movq %r11, 64(%rax)
	movq (%rsp), %r11
	movq %r11, 72(%rax)
	movq %rcx, 80(%rax)
	movq %rdx, 88(%rax)
	movq %r8, 96(%rax)
	movq %r9, 104(%rax)
	movq %r10, 112(%rax)
	movaps %xmm6, 128(%rax)
	movaps %xmm7, 144(%rax)
	movaps %xmm8, 160(%rax)
	movaps %xmm9, 176(%rax)
	movaps %xmm10, 192(%rax)
	movaps %xmm11, 208(%rax)
	movaps %xmm12, 224(%rax)
	movaps %xmm13, 240(%rax)
	movaps %xmm14, 256(%rax)
	movaps %xmm15, 272(%rax)
	leaq F_SIZE(%rax), %r11
	movq %r11, %gs:T_TOP
	movq image_hook_enter(%rip), %r11
	testq %r11, %r11
	jz 1f
	subq $88, %rsp
	.cfi_adjust_cfa_offset 88
	movaps %xmm0, 0(%rsp)
	movaps %xmm1, 16(%rsp)
	movaps %xmm2, 32(%rsp)
	movaps %xmm3, 48(%rsp)
	movq %rax, 64(%rsp)
	movq %r10, %rdi
	movq %rax, %rsi
	call *%r11
	movaps 0(%rsp), %xmm0
	movaps 16(%rsp), %xmm1
	movaps 32(%rsp), %xmm2
	movaps 48(%rsp), %xmm3
	movq 64(%rsp), %rax
	addq $88, %rsp
	.cfi_adjust_cfa_offset -88
	movq 80(%rax), %rcx
	movq 88(%rax), %rdx
	movq 96(%rax), %r8
	movq 104(%rax), %r9
	movq 112(%rax), %r10
1:	leaq image_thunk_return(%rip), %r11
	movq %r11, (%rsp)
	jmpq *X_ADDRESS(%r10)
.Lexhausted:
	movq %r10, %rdi
	jmp image_frames_exhausted
	.cfi_endproc
	.size image_thunk, . - image_thunk

/* Where a function of ours returns to. rsp is what the frame says; rax or xmm0 is the result. The caller is not on the stack any more but in the
 * frame, which DWARF can't express: unwinding ends here, cleanly. */
	.globl image_thunk_return
	.type image_thunk_return, @function
	.p2align 5
image_thunk_return:
	.cfi_startproc
	.cfi_undefined rip
	movq image_hook_leave(%rip), %r11
	testq %r11, %r11
	jz 1f
	subq $16, %rsp
	movaps %xmm0, (%rsp)
	movq %gs:T_TOP, %rsi
	subq $F_SIZE, %rsi
	movq 112(%rsi), %rdi
	movq %rax, %rdx
	call *%r11
	movaps (%rsp), %xmm0
	addq $16, %rsp
1:	movq %gs:T_TOP, %r11
	subq $F_SIZE, %r11
	movq 16(%r11), %rdi
	movq 24(%r11), %rsi
	movaps 128(%r11), %xmm6
	movaps 144(%r11), %xmm7
	movaps 160(%r11), %xmm8
	movaps 176(%r11), %xmm9
	movaps 192(%r11), %xmm10
	movaps 208(%r11), %xmm11
	movaps 224(%r11), %xmm12
	movaps 240(%r11), %xmm13
	movaps 256(%r11), %xmm14
	movaps 272(%r11), %xmm15
	movq %r11, %gs:T_TOP
	jmpq *72(%r11)
	.cfi_endproc
	.size image_thunk_return, . - image_thunk_return

/* int image_guarded_copy(void *to, const void *from, size_t n): System V. The signal handler turns a fault at image_guarded_fault into a jump to
 * image_guarded_fixup. */
	.globl image_guarded_copy, image_guarded_fault, image_guarded_fixup
	.type image_guarded_copy, @function
image_guarded_copy:
	.cfi_startproc
	movq %rdx, %rcx
image_guarded_fault:
	rep movsb
	xorl %eax, %eax
	ret
image_guarded_fixup:
	movl $-1, %eax
	ret
	.cfi_endproc
	.size image_guarded_copy, . - image_guarded_copy

/* void image_resume(struct image_trap *): takes the whole processor state back to what it was, except what was changed in the trap. The last jump goes
 * through the thread's own memory, because below rsp there may be a red zone (our own code traps on device memory too). */
	.globl image_resume
	.type image_resume, @function
image_resume:
	.cfi_startproc
	.cfi_undefined rip
	movq 144(%rdi), %rcx
	movq 152(%rdi), %rax
	testq %rax, %rax
	jz 1f
	movq %rax, %rdx
	shrq $32, %rdx
	xrstor64 (%rcx)
	jmp 2f
1:	fxrstor64 (%rcx)
2:	movq 128(%rdi), %rax
	movq %rax, %gs:T_RESUME
	pushq 136(%rdi)
	popfq
	movq 0(%rdi), %rax
	movq 8(%rdi), %rcx
	movq 16(%rdi), %rdx
	movq 24(%rdi), %rbx
	movq 40(%rdi), %rbp
	movq 48(%rdi), %rsi
	movq 64(%rdi), %r8
	movq 72(%rdi), %r9
	movq 80(%rdi), %r10
	movq 88(%rdi), %r11
	movq 96(%rdi), %r12
	movq 104(%rdi), %r13
	movq 112(%rdi), %r14
	movq 120(%rdi), %r15
	movq 32(%rdi), %rsp
	movq 56(%rdi), %rdi
	jmpq *%gs:T_RESUME
	.cfi_endproc
	.size image_resume, . - image_resume

/* void image_restore(const struct win_context *): registers, xmm, mxcsr and arithmetic flags of a CONTEXT, as RtlRestoreContext. */
	.globl image_restore
	.type image_restore, @function
image_restore:
	.cfi_startproc
	.cfi_undefined rip
	movups 416(%rdi), %xmm0
	movups 432(%rdi), %xmm1
	movups 448(%rdi), %xmm2
	movups 464(%rdi), %xmm3
	movups 480(%rdi), %xmm4
	movups 496(%rdi), %xmm5
	movups 512(%rdi), %xmm6
	movups 528(%rdi), %xmm7
	movups 544(%rdi), %xmm8
	movups 560(%rdi), %xmm9
	movups 576(%rdi), %xmm10
	movups 592(%rdi), %xmm11
	movups 608(%rdi), %xmm12
	movups 624(%rdi), %xmm13
	movups 640(%rdi), %xmm14
	movups 656(%rdi), %xmm15
	movl 52(%rdi), %eax
	andl $0xffbf, %eax
	pushq %rax
	ldmxcsr (%rsp)
	movq 248(%rdi), %rax
	movq %rax, %gs:T_RESUME
	movl 68(%rdi), %eax
	andl $0xcd5, %eax
	orl $2, %eax
	movq %rax, (%rsp)
	popfq
	movq 120(%rdi), %rax
	movq 128(%rdi), %rcx
	movq 136(%rdi), %rdx
	movq 144(%rdi), %rbx
	movq 160(%rdi), %rbp
	movq 168(%rdi), %rsi
	movq 184(%rdi), %r8
	movq 192(%rdi), %r9
	movq 200(%rdi), %r10
	movq 208(%rdi), %r11
	movq 216(%rdi), %r12
	movq 224(%rdi), %r13
	movq 232(%rdi), %r14
	movq 240(%rdi), %r15
	movq 152(%rdi), %rsp
	movq 176(%rdi), %rdi
	jmpq *%gs:T_RESUME
	.cfi_endproc
	.size image_restore, . - image_restore

/* Patch stubs of `mov cr8, reg` come here: [rsp] return into the stub, [rsp+8] the value. The instruction changes no register, so neither may we. A side
 * frame makes the place known, as for a call: the executive may run DPCs from here. */
	.globl image_cr8_write
	.type image_cr8_write, @function
image_cr8_write:
	.cfi_startproc
	.cfi_undefined rip
	pushq %rax
	pushq %rcx
	pushq %rdx
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	pushfq
	movq %rsp, %r10
	subq $112, %rsp
	andq $-16, %rsp
	movaps %xmm0, 0(%rsp)
	movaps %xmm1, 16(%rsp)
	movaps %xmm2, 32(%rsp)
	movaps %xmm3, 48(%rsp)
	movaps %xmm4, 64(%rsp)
	movaps %xmm5, 80(%rsp)
	movq %r10, 96(%rsp)
	movq %gs:T_TOP, %rax
	cmpq %gs:T_LIMIT, %rax
	jae 1f
	movq %rbx, 0(%rax)
	movq %rbp, 8(%rax)
	movq %rdi, 16(%rax)
	movq %rsi, 24(%rax)
	movq %r12, 32(%rax)
	movq %r13, 40(%rax)
	movq %r14, 48(%rax)
	movq %r15, 56(%rax)
	leaq 80(%r10), %r11
	movq %r11, 64(%rax)
	movq 64(%r10), %r11
	movq %r11, 72(%rax)
	leaq image_frame_cr8(%rip), %r11
	movq %r11, 112(%rax)
	movaps %xmm6, 128(%rax)
	movaps %xmm7, 144(%rax)
	movaps %xmm8, 160(%rax)
	movaps %xmm9, 176(%rax)
	movaps %xmm10, 192(%rax)
	movaps %xmm11, 208(%rax)
	movaps %xmm12, 224(%rax)
	movaps %xmm13, 240(%rax)
	movaps %xmm14, 256(%rax)
	movaps %xmm15, 272(%rax)
	addq $F_SIZE, %rax
	movq %rax, %gs:T_TOP
	movq 72(%r10), %rdi
	cld
	call *image_hook_cr8(%rip)
	movq %gs:T_TOP, %rax
	subq $F_SIZE, %rax
	movq 16(%rax), %rdi
	movq 24(%rax), %rsi
	movaps 128(%rax), %xmm6
	movaps 144(%rax), %xmm7
	movaps 160(%rax), %xmm8
	movaps 176(%rax), %xmm9
	movaps 192(%rax), %xmm10
	movaps 208(%rax), %xmm11
	movaps 224(%rax), %xmm12
	movaps 240(%rax), %xmm13
	movaps 256(%rax), %xmm14
	movaps 272(%rax), %xmm15
	movq %rax, %gs:T_TOP
	movaps 0(%rsp), %xmm0
	movaps 16(%rsp), %xmm1
	movaps 32(%rsp), %xmm2
	movaps 48(%rsp), %xmm3
	movaps 64(%rsp), %xmm4
	movaps 80(%rsp), %xmm5
	movq 96(%rsp), %rsp
	popfq
	popq %r11
	popq %r10
	popq %r9
	popq %r8
	popq %rdx
	popq %rcx
	popq %rax
	ret
1:	leaq image_frame_cr8(%rip), %rdi
	call image_frames_exhausted
	.cfi_endproc
	.size image_cr8_write, . - image_cr8_write

/* __chkstk of ntoskrnl: rax = size of a frame about to be allocated; touches its pages downwards so that a guard page is met in order. Changes no register. */
	.globl image_chkstk
	.type image_chkstk, @function
image_chkstk:
	.cfi_startproc
	pushq %rax
	.cfi_adjust_cfa_offset 8
	pushq %rdx
	.cfi_adjust_cfa_offset 8
	leaq 24(%rsp), %rdx
1:	cmpq $4096, %rax
	jbe 2f
	subq $4096, %rdx
	subq $4096, %rax
	testb %al, (%rdx)
	jmp 1b
2:	subq %rax, %rdx
	testb %al, (%rdx)
	popq %rdx
	.cfi_adjust_cfa_offset -8
	popq %rax
	.cfi_adjust_cfa_offset -8
	ret
	.cfi_endproc
	.size image_chkstk, . - image_chkstk

	.section .note.GNU-stack, "", @progbits
