#include "config.h"

#include "tests/round_trip.h"

#include "export/export.h"
#include "load/load.h"

#include <stdlib.h>
#include <string.h>

static char *printed(const NgArticle *article, void (*print)(const NgArticle *, FILE *), gsize *bytes)
{
  char *sheet = NULL;
  size_t n = 0;
  FILE *out = open_memstream(&sheet, &n);
  g_assert(out);
  print(article, out);
  fclose(out);
  char *copy = g_strndup(sheet, n);
  free(sheet);
  if (bytes)
    *bytes = n;
  return copy;
}

char *ng_printed_tei(const NgArticle *article, gsize *bytes)
{
  return printed(article, ng_export_tei, bytes);
}

/* The JSON from the id on, which comes after source and format, to the diagnostics, which come last. */
static char *essence(const NgArticle *article)
{
  char *json = printed(article, ng_export_json, NULL);
  char *end = g_strrstr(json, ",\"diagnostics\":[");
  const char *start = strstr(json, ",\"id\":");
  g_assert(start && end);
  *end = '\0';
  memmove(json, start, strlen(start) + 1);
  return json;
}

/* ---- what JSON does not hold ---- */

static void add_head(GString *out, const NgHead *head)
{
  g_autofree char *keywords = g_strjoinv(";", (char **)head->keywords);
  g_string_append_printf(out, "publisher %s\nlicence %s\ndateline %s\nkeywords %s\n", head->publisher, head->licence,
                         head->dateline, keywords);
}

static void add_entities(GString *out, const NgArticle *article)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s %s, %s, %s\n", entities[i].id, entities[i].has_record ? "listed" : "gathered",
                           entities[i].short_role, entities[i].country_code);
}

static void add_relations(GString *out, const NgArticle *article)
{
  uint32_t n, n_attributes;
  const NgEntity *entities = ng_article_entities(article, &n);
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "relation %u: date %s, status %s, place %s\n", i, relations[i].date,
                           relations[i].status,
                           relations[i].place == NG_NONE ? "none" : entities[relations[i].place].id);
  ng_article_attributes(article, &n_attributes);
  g_string_append_printf(out, "%u attributes\n", n_attributes);
}

static void add_ranges(GString *out, const NgArticle *article)
{
  uint32_t n;
  const NgLink *links = ng_article_links(article, &n);
  for (uint32_t i = 0; i < n; i++)
    if (*links[i].target)
      g_string_append_printf(out, "link %u-%u %s\n", links[i].start, links[i].end, links[i].target);
  const NgMarkedSentence *sentences = ng_article_marked_sentences(article, &n);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "sentence %u-%u\n", sentences[i].start, sentences[i].end);
}

/* What text has a style, whether one range has it or several side by side, or with but a space between. */
static void add_styled(GString *out, const NgArticle *article, unsigned style)
{
  uint32_t n, start = 0, end = 0;
  const NgStyleRange *styles = ng_article_styles(article, &n);
  const char *text = ng_article_text(article, NULL);
  for (uint32_t i = 0; i < n; i++) {
    if (!(styles[i].style & style))
      continue;
    if (styles[i].start > end + (text[end] == ' ')) {
      g_string_append_printf(out, "style %u: %u-%u\n", style, start, end);
      start = styles[i].start;
    }
    end = MAX(end, styles[i].end);
  }
  g_string_append_printf(out, "style %u: %u-%u\n", style, start, end);
}

static char *rest(const NgArticle *article)
{
  GString *out = g_string_new(NULL);
  add_head(out, ng_article_head(article));
  add_entities(out, article);
  add_relations(out, article);
  add_ranges(out, article);
  for (unsigned style = NG_STYLE_ITALIC; style <= NG_STYLE_SUBSCRIPT; style *= 2)
    add_styled(out, article, style);
  return g_string_free(out, FALSE);
}

/* ---- comparing ---- */

/* Where the two part, with a little of both. */
static char *difference(const char *before, const char *after)
{
  gsize same = 0;
  while (before[same] && before[same] == after[same])
    same++;
  if (!before[same] && !after[same])
    return NULL;
  gsize from = same > 100 ? same - 100 : 0;
  return g_strdup_printf("before: %.300s\nafter:  %.300s", before + from, after + from);
}

char *ng_round_trip_differs(const NgArticle *article)
{
  gsize bytes;
  g_autofree char *tei = ng_printed_tei(article, &bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) again = ng_load_memory(tei, bytes, "again", &error);
  if (!again)
    return g_strdup_printf("not loaded: %s", error->message);
  g_autofree char *before = essence(article), *after = essence(again);
  char *differs = difference(before, after);
  if (differs)
    return differs;
  g_autofree char *rest_before = rest(article), *rest_after = rest(again);
  return difference(rest_before, rest_after);
}
