#include <stddef.h>
#include <stdint.h>

// libFuzzer's loop: reads its options from the arguments, and calls the test until it is done.
int LLVMFuzzerRunDriver(
    int *count, char ***arguments, int (*test)(const uint8_t *data, size_t size));
