#include "graph/labels.h"

#include <string.h>

/* ---- relations that only repeat a role ---- */

#define MAX_ROLE_BYTES 200

/* Whether folded `text` holds folded `words`, not as a part of other words. */
static bool holds_words(const char *text, const char *words)
{
  gsize bytes = strlen(words);
  for (const char *p = text; bytes && (p = strstr(p, words)) != NULL; p++)
    if ((p == text || !g_ascii_isalnum(p[-1])) && !g_ascii_isalnum(p[bytes]))
      return true;
  return false;
}

bool ng_relation_repeats_role(const NgArticle *article, const NgRelation *relation)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  const char *role = entities[relation->subject].role, *name = entities[relation->object].name,
             *label = relation->label;
  if (!role || strnlen(role, MAX_ROLE_BYTES) == MAX_ROLE_BYTES || strnlen(name, MAX_ROLE_BYTES) == MAX_ROLE_BYTES ||
      strnlen(label, MAX_ROLE_BYTES) == MAX_ROLE_BYTES)
    return false;
  static const char *const copulas[] = {"is the ", "is ", "was the ", "was "};
  g_autofree char *in_role = ng_text_fold(role, strlen(role));
  g_autofree char *said = ng_text_fold(label, strlen(label));
  g_autofree char *of = ng_text_fold(name, strlen(name));
  const char *words = said;
  for (gsize i = 0; i < G_N_ELEMENTS(copulas) && words == said; i++)
    if (g_str_has_prefix(said, copulas[i]))
      words += strlen(copulas[i]);
  return holds_words(in_role, words) && holds_words(in_role, of);
}

/* ---- labels ---- */

#define MAX_LABELS 4

typedef struct {
  const char *label;
  uint64_t said;
  uint32_t count, ordinal;
} Label;

struct _NgLabels {
  GHashTable *index; /* label to its place in `labels`, from 1 */
  GArray *labels;    /* Label */
};

uint32_t ng_relation_said_at(const NgArticle *article, const NgRelation *relation)
{
  return relation->n_evidence ? ng_article_evidence(article, relation->first_evidence)->start : NG_NONE;
}

NgLabels *ng_labels_new(void)
{
  NgLabels *labels = g_new(NgLabels, 1);
  labels->index = g_hash_table_new(g_str_hash, g_str_equal);
  labels->labels = g_array_new(FALSE, FALSE, sizeof(Label));
  return labels;
}

void ng_labels_free(NgLabels *labels)
{
  if (!labels)
    return;
  g_hash_table_unref(labels->index);
  g_array_free(labels->labels, TRUE);
  g_free(labels);
}

void ng_labels_add(NgLabels *labels, const char *label, uint32_t count, uint64_t said)
{
  guint at = GPOINTER_TO_UINT(g_hash_table_lookup(labels->index, label));
  if (!at) {
    Label one = {label, said, 0, labels->labels->len};
    g_array_append_val(labels->labels, one);
    at = labels->labels->len;
    g_hash_table_insert(labels->index, (void *)label, GUINT_TO_POINTER(at));
  }
  Label *one = &g_array_index(labels->labels, Label, at - 1);
  one->count += count;
  one->said = MIN(one->said, said);
}

static int by_count(const void *a, const void *b)
{
  const Label *x = a, *y = b;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  if (x->said != y->said)
    return x->said < y->said ? -1 : 1;
  return x->ordinal < y->ordinal ? -1 : x->ordinal > y->ordinal;
}

const char *ng_labels_join(NgLabels *labels, GStringChunk *strings)
{
  GArray *all = labels->labels;
  g_array_sort(all, by_count);
  const char *result = g_array_index(all, Label, 0).label;
  if (all->len > 1) {
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < MIN(all->len, MAX_LABELS); i++)
      g_string_append_printf(joined, "%s%s", i ? ", " : "", g_array_index(all, Label, i).label);
    if (all->len > MAX_LABELS)
      g_string_append(joined, ", …");
    result = g_string_chunk_insert_const(strings, joined->str);
  }
  g_hash_table_remove_all(labels->index);
  g_array_set_size(all, 0);
  return result;
}
