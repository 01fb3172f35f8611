/* The machine process. machine_main() is all of it: exec'd by the lab with the descriptors of bus/abi.h; returns the exit status. */
#pragma once
int machine_main(void);
