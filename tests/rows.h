/* Tests by tables. A TableTest goes through the rows in one process, which costs hundreds of rows no more than one; where a row could spoil what the
 * next one finds, or is large, it is Criterion's ParameterizedTest: a process for each. */
#ifndef NG_TEST_ROWS_H
#define NG_TEST_ROWS_H

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stddef.h>

#define NG_MOST_ROWS 1024

/* The indices of a table's rows as parameters: in a process of its own the strings of the table stand elsewhere, so that it is read there. */
static inline struct criterion_test_params rows(size_t n)
{
  static size_t indices[NG_MOST_ROWS];
  cr_assert(n <= NG_MOST_ROWS);
  for (size_t i = 0; i < n; i++)
    indices[i] = i;
  return cr_make_param_array(size_t, indices, n);
}

/* To be written as Criterion's ParameterizedTestParameters and ParameterizedTest are. */
#define TableTestRows(suite, name) static struct criterion_test_params suite##_##name##_rows(void)

#define TableTest(parameter, suite, name)                                                                              \
  static void suite##_##name##_row(parameter);                                                                         \
  Test(suite, name)                                                                                                    \
  {                                                                                                                    \
    struct criterion_test_params all = suite##_##name##_rows();                                                        \
    for (size_t i = 0; i < all.length; i++)                                                                            \
      suite##_##name##_row((void *)((char *)all.params + i * all.size));                                               \
  }                                                                                                                    \
  static void suite##_##name##_row(parameter)

#endif
