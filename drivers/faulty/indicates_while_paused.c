/* Indicates a frame after it was paused. */
#define MINI_FRAMES
#define FAULT_HALT(adapter) mini_indicate(adapter, mini_frame(adapter, 64), 1)
#include "mini.h"
