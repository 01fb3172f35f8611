/* Wrong in nothing: the control of the experiment, and what the others are measured against. */
#include "mini.h"
