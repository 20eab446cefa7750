#include "graph/evidence.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
  const NgEvidence *x = a, *y = b;
  const uint32_t keys[][2] = {{x->article, y->article}, {x->start, y->start}, {x->relation, y->relation}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

void ng_evidence_merge(GArray *evidence, guint first)
{
  guint n = evidence->len - first, kept = 0;
  if (n == 0)
    return;
  NgEvidence *all = &g_array_index(evidence, NgEvidence, first);
  qsort(all, n, sizeof *all, by_place);
  for (guint i = 0; i < n; i++)
    if (i == 0 || all[i].start != all[kept - 1].start || all[i].article != all[kept - 1].article)
      all[kept++] = all[i];
  g_array_set_size(evidence, first + kept);
}
