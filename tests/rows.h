/* A table's rows as the parameters of a test. Each test runs in a process of its own, in which the strings of the table stand elsewhere: it
 * gets the index of its row, and reads the table itself. */
#ifndef NG_TEST_ROWS_H
#define NG_TEST_ROWS_H

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stddef.h>

static inline struct criterion_test_params rows(size_t n)
{
  size_t *indices = cr_malloc(n * sizeof *indices);
  for (size_t i = 0; i < n; i++)
    indices[i] = i;
  return cr_make_param_array(size_t, indices, n);
}

#endif
