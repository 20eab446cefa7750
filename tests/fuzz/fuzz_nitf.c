/* Any bytes as NITF. */
#include "load/dialects.h"
#include "tests/fuzz/forced.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  ng_fuzz_forced(&ng_nitf_dialect, bytes, n_bytes);
  return 0;
}
