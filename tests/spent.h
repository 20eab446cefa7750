/* Time for tests of what must not be quadratic: the process's own, so that a busy machine fails no test. */
#ifndef NG_TESTS_SPENT_H
#define NG_TESTS_SPENT_H

#include <time.h>

/* Sanitizers make everything some times slower. */
#if defined __SANITIZE_ADDRESS__
#define NG_SLOWNESS 8
#else
#define NG_SLOWNESS 1
#endif

/* Seconds of the processor that this test has used so far. */
static inline double ng_spent_s(void)
{
  return (double)clock() / CLOCKS_PER_SEC;
}

#endif
