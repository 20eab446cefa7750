/* Time for tests of what must not be quadratic: the process's own, so that a busy machine fails no test. */
#ifndef NG_TESTS_SPENT_H
#define NG_TESTS_SPENT_H

#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <time.h>

/* Sanitizers make everything some times slower, and so does a build that is not optimised. */
#if defined __SANITIZE_ADDRESS__
#define NG_IS_SANITIZED 1
#define NG_SLOWNESS     8
#elif !defined __OPTIMIZE__
#define NG_SLOWNESS 3
#else
#define NG_SLOWNESS 1
#endif
#ifndef NG_IS_SANITIZED
#define NG_IS_SANITIZED 0
#endif

/* Seconds of the processor that this test has used so far. */
static inline double ng_spent_s(void)
{
  return (double)clock() / CLOCKS_PER_SEC;
}

/* Whether no more than limit_s has been used since BEGAN, on a build that is optimised; how much it is stands in the log. The limit lies so far above what is
 * needed that only what grows as it must not can pass it: a benchmark this is not. */
static inline bool ng_spent_within(double began, double limit_s)
{
  double spent_s = ng_spent_s() - began;
  cr_log_info("spent %.3f s, %.2f of what may be", spent_s, spent_s / (limit_s * NG_SLOWNESS));
  return spent_s < limit_s * NG_SLOWNESS;
}

#endif
