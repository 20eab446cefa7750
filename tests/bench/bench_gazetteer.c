/* How long a look-up in the gazetteer takes, beside its limit of 2 µs: a row of the table that bench.py prints.
 *
 * usage: bench_gazetteer GAZETTEER */
#include "geo/geo.h"

#include <stdio.h>
#include <string.h>

#define LIMIT_US 2.0
#define ROUNDS   15

static int by_size(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* All names, in an order in which neighbours lie apart, as they do in articles. */
static GPtrArray *shuffled_names(const NgGazetteer *gazetteer)
{
  GPtrArray *names = g_ptr_array_new();
  uint32_t at = 0;
  for (const char *name; (name = ng_gazetteer_next_name(gazetteer, &at));)
    g_ptr_array_add(names, (gpointer)name);
  g_autoptr(GRand) chance = g_rand_new_with_seed(1);
  for (guint i = names->len; i > 1; i--) {
    guint k = (guint)g_rand_int_range(chance, 0, (gint32)i);
    gpointer kept = names->pdata[i - 1];
    names->pdata[i - 1] = names->pdata[k];
    names->pdata[k] = kept;
  }
  return names;
}

/* The median of the rounds. */
static double look_up_us(const NgGazetteer *gazetteer, const GPtrArray *names)
{
  double us[ROUNDS];
  NgGazetteerHit hits[NG_GAZETTEER_HITS];
  guint found = 0;
  for (int round = 0; round < ROUNDS; round++) {
    gint64 began = g_get_monotonic_time();
    for (guint i = 0; i < names->len; i++) {
      const char *name = names->pdata[i];
      found += ng_gazetteer_look_up(gazetteer, name, strlen(name), hits);
    }
    us[round] = (double)(g_get_monotonic_time() - began) / names->len;
  }
  qsort(us, ROUNDS, sizeof *us, by_size);
  return found ? us[ROUNDS / 2] : 0;
}

int main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NgGazetteer) gazetteer = argc == 2 ? ng_gazetteer_open(argv[1], &error) : NULL;
  if (!gazetteer) {
    fprintf(stderr, "%s\n", error ? error->message : "usage: bench_gazetteer GAZETTEER");
    return 2;
  }
  g_autoptr(GPtrArray) names = shuffled_names(gazetteer);
  double us = look_up_us(gazetteer, names);
  g_autofree char *count = g_strdup_printf("limit, %u names", names->len);
  printf("%-48s %9.2f %9.1f %7.2f  %-22s %-12s\n", "look-up of a place by its name, us", us, LIMIT_US, us / LIMIT_US,
         count, "1");
  return 0;
}
