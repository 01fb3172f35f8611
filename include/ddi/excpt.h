/*
 * excpt.h: structured exception handling. The keywords (__try, __except, __finally, __leave) are the compiler's on the driver side; clang only guards
 * calls inside __try, so the faulting operation belongs in a function of its own that is not inlined.
 * learn.microsoft.com/windows-hardware/drivers/kernel/handling-exceptions
 */
#ifndef FLUE_DDI_EXCPT_H
#define FLUE_DDI_EXCPT_H

#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)
#ifdef _WIN32
unsigned long _exception_code(void);
void *_exception_info(void);
int _abnormal_termination(void);
#define GetExceptionCode _exception_code
#define exception_code _exception_code
#define GetExceptionInformation() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define exception_info() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define AbnormalTermination _abnormal_termination
#define abnormal_termination _abnormal_termination
#endif

#endif
