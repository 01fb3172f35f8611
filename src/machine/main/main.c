#include "machine/machine.h"

int main(void)
{
	return machine_main();
}
