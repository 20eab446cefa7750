#include "graph/filter.h"

#include "model/error.h"

#include <string.h>

typedef struct {
  const char *one, *many; /* lower case */
  unsigned bit;
} Word;

static const Word kinds[] = {{"person", "people", 1u << NG_ENTITY_PERSON},
                             {"place", "places", 1u << NG_ENTITY_PLACE},
                             {"organisation", "organisations", 1u << NG_ENTITY_ORGANISATION},
                             {"event", "events", 1u << NG_ENTITY_EVENT}};
static const Word origins[] = {{"marked", "marked", NG_FILTER_MARKED},
                               {"annotated", "annotated", NG_FILTER_ANNOTATED},
                               {"co-mention", "co-mentions", NG_FILTER_CO_MENTION}};

/* ---- parsing ---- */

#define WEIGHT    "weight"
#define WORD_COLS 28 /* of a word that is refused: with what is said of it, it fits a line of 80 */

static unsigned bit_of(const Word *words, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp(words[i].one, word) == 0 || strcmp(words[i].many, word) == 0)
      return words[i].bit;
  return 0;
}

/* The known word that is nearest to `word`, or NULL where none is near. */
static const char *nearest(const char *word)
{
  const char *best = NULL;
  unsigned least = 3;
  const struct {
    const Word *words;
    gsize n;
  } tables[] = {{kinds, G_N_ELEMENTS(kinds)}, {origins, G_N_ELEMENTS(origins)}};
  for (gsize t = 0; t < G_N_ELEMENTS(tables); t++)
    for (gsize i = 0; i < tables[t].n; i++) {
      const char *const spelt[] = {tables[t].words[i].many, tables[t].words[i].one};
      for (gsize k = 0; k < G_N_ELEMENTS(spelt); k++) {
        unsigned distance = ng_text_distance(word, spelt[k]);
        if (distance < least) {
          least = distance;
          best = spelt[k];
        }
      }
    }
  return best;
}

/* The word as it can be told: clean, and cut where it is long. The caller frees it. */
static char *told(const char *word)
{
  g_autofree char *clean = ng_text_clean_line(word, strlen(word));
  if (ng_text_cols(clean, strlen(clean)) <= WORD_COLS)
    return g_steal_pointer(&clean);
  return g_strdup_printf("%.*s…", (int)ng_text_fit(clean, strlen(clean), WORD_COLS - 1, NULL), clean);
}

static bool refuse(const char *word, GError **error)
{
  const char *near = nearest(word);
  g_autofree char *clean = told(word);
  if (near)
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s: no such filter; did you mean %s?", clean, near);
  else
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s: no such filter; try people, weight>=2, \"met\"", clean);
  return false;
}

/* What follows "weight". */
static bool take_weight(NgFilter *filter, const char *word, GError **error)
{
  const char *sign = word + strlen(WEIGHT);
  gsize sign_bytes = strspn(sign, "<>=");
  bool least = sign_bytes == 2 && strncmp(sign, ">=", 2) == 0, more = sign_bytes == 1 && *sign == '>';
  guint64 number;
  if ((least || more) && g_ascii_string_to_unsigned(sign + sign_bytes, 10, 0, 999999999, &number, NULL)) {
    filter->least_weight = MAX(filter->least_weight, (uint32_t)number + (more ? 1 : 0));
    return true;
  }
  g_autofree char *clean = told(word);
  g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s: a weight is written weight>=2 or weight>1", clean);
  return false;
}

static bool take_word(NgFilter *filter, const char *word, GError **error)
{
  g_autofree char *lower = g_ascii_strdown(word, -1);
  unsigned kind = bit_of(kinds, G_N_ELEMENTS(kinds), lower), origin = bit_of(origins, G_N_ELEMENTS(origins), lower);
  filter->kinds |= kind;
  filter->origins |= origin;
  if (kind || origin)
    return true;
  return g_str_has_prefix(lower, WEIGHT) ? take_weight(filter, lower, error) : refuse(lower, error);
}

/* The opening and closing marks that a relation may stand in; what is typed on a phone or pasted from a text counts as well. */
static const char *closing_for(const char *text, gsize *opening_bytes)
{
  static const char *const pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"}};
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (g_str_has_prefix(text, pairs[i][0])) {
      *opening_bytes = strlen(pairs[i][0]);
      return pairs[i][1];
    }
  return NULL;
}

static void add_relation(GPtrArray *relations, const char *text, gsize bytes)
{
  g_autofree char *clean = ng_text_clean_line(text, bytes);
  g_autofree char *folded = ng_text_fold(clean, strlen(clean));
  g_strdelimit(folded, "\"", '\''); /* so that it can be printed in its marks again */
  if (*folded && !g_ptr_array_find_with_equal_func(relations, folded, g_str_equal, NULL))
    g_ptr_array_add(relations, g_steal_pointer(&folded));
}

/* Reads what begins at `*p` and moves behind it. */
static bool take(NgFilter *filter, GPtrArray *relations, const char **p, GError **error)
{
  gsize opening_bytes = 0;
  const char *closing = closing_for(*p, &opening_bytes);
  if (closing) {
    const char *start = *p + opening_bytes, *end = strstr(start, closing);
    if (!end) {
      g_autofree char *clean = told(*p);
      g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s: the quotation mark is not closed", clean);
      return false;
    }
    add_relation(relations, start, (gsize)(end - start));
    *p = end + strlen(closing);
    return true;
  }
  gsize bytes = strcspn(*p, " \t\r\n\"");
  g_autofree char *word = g_strndup(*p, bytes);
  *p += bytes;
  return take_word(filter, word, error);
}

NgFilter *ng_filter_parse(const char *text, GError **error)
{
  g_autoptr(NgFilter) filter = g_new0(NgFilter, 1);
  g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *p = valid; *(p += strspn(p, " \t\r\n"));)
    if (!take(filter, relations, &p, error))
      return NULL;
  if (relations->len > 0) {
    g_ptr_array_add(relations, NULL);
    filter->relations = g_strdupv((char **)relations->pdata);
  }
  return g_steal_pointer(&filter);
}

void ng_filter_free(NgFilter *filter)
{
  if (!filter)
    return;
  g_strfreev(filter->relations);
  g_free(filter);
}

/* ---- printing ---- */

static void put_words(GString *out, const Word *words, gsize n, unsigned bits)
{
  for (gsize i = 0; i < n; i++)
    if (bits & words[i].bit)
      g_string_append_printf(out, "%s%s", out->len ? " " : "", words == origins ? words[i].one : words[i].many);
}

char *ng_filter_text(const NgFilter *filter)
{
  GString *out = g_string_new(NULL);
  if (!filter)
    return g_string_free(out, FALSE);
  put_words(out, kinds, G_N_ELEMENTS(kinds), filter->kinds);
  put_words(out, origins, G_N_ELEMENTS(origins), filter->origins);
  if (filter->least_weight > 1)
    g_string_append_printf(out, "%s" WEIGHT ">=%u", out->len ? " " : "", filter->least_weight);
  for (char **relation = filter->relations; relation && *relation; relation++)
    g_string_append_printf(out, "%s\"%s\"", out->len ? " " : "", *relation);
  return g_string_free(out, FALSE);
}

/* ---- asking ---- */

bool ng_filter_kind(const NgFilter *filter, NgEntityKind kind)
{
  return !filter || !filter->kinds || filter->kinds & 1u << kind;
}

bool ng_filter_origin(const NgFilter *filter, NgOrigin origin)
{
  unsigned bit = origin == NG_ORIGIN_CO_MENTION  ? NG_FILTER_CO_MENTION
                 : origin == NG_ORIGIN_ANNOTATOR ? NG_FILTER_ANNOTATED
                                                 : NG_FILTER_MARKED;
  return !filter || !filter->origins || filter->origins & bit;
}

bool ng_filter_relation(const NgFilter *filter, const char *label, const char *kind)
{
  if (!filter || !filter->relations)
    return true;
  g_autofree char *said = ng_text_fold(label, strlen(label)), *of_kind = ng_text_fold(kind, strlen(kind));
  for (char **relation = filter->relations; *relation; relation++)
    if (strstr(said, *relation) || strcmp(of_kind, *relation) == 0)
      return true;
  return false;
}

bool ng_filter_weight(const NgFilter *filter, uint32_t weight)
{
  return !filter || weight >= filter->least_weight;
}

bool ng_filter_takes(const NgFilter *filter, const NgRelation *relation)
{
  return ng_filter_origin(filter, (NgOrigin)relation->origin) &&
         ng_filter_relation(filter, relation->label, relation->kind);
}

bool ng_filter_takes_weak(const NgFilter *filter)
{
  return ng_filter_origin(filter, NG_ORIGIN_CO_MENTION) &&
         ng_filter_relation(filter, NG_CO_MENTION_LABEL, ng_origin_word(NG_ORIGIN_CO_MENTION));
}

bool ng_filter_on_edges(const NgFilter *filter)
{
  return filter && (filter->origins || filter->least_weight > 1 || filter->relations);
}
