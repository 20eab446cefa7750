#include "tests/outline.h"

#include "model/article_private.h"

#include <math.h>
#include <string.h>

/* ---- the text ---- */

typedef struct {
  uint32_t start, end;
  char *mark;
} Span;

static void span_clear(void *span)
{
  g_free(((Span *)span)->mark);
}

/* The outer one first. */
static int by_place(const void *a, const void *b)
{
  const Span *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static void add(GArray *spans, uint32_t start, uint32_t end, char *mark)
{
  Span span = {start, end, mark};
  g_array_append_val(spans, span);
}

static char *style_mark(uint8_t style)
{
  static const char *const words[] = {"i", "b", "u", "strike", "code", "sup", "sub"};
  GString *mark = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (style & (1u << i))
      g_string_append(mark, words[i]);
  return g_string_free(mark, FALSE);
}

static GArray *spans_of(const NgArticle *article)
{
  GArray *spans = g_array_new(FALSE, FALSE, sizeof(Span));
  g_array_set_clear_func(spans, span_clear);
  uint32_t n, n_entities;
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  for (guint i = 0; i < article->sentences->len; i++) {
    const NgMarkedSentence *s = &g_array_index(article->sentences, NgMarkedSentence, i);
    add(spans, s->start, s->end, g_strdup("s"));
  }
  const NgMention *mentions = ng_article_mentions(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = &entities[mentions[i].entity];
    add(spans, mentions[i].start, mentions[i].end,
        g_strdup_printf("%c%c%s", "plov"[e->kind], mentions[i].origin == NG_ORIGIN_NAME ? '~' : '#', e->id));
  }
  const NgLink *links = ng_article_links(article, &n);
  for (uint32_t i = 0; i < n; i++)
    add(spans, links[i].start, links[i].end, g_strconcat("a>", links[i].target, NULL));
  const NgStyleRange *styles = ng_article_styles(article, &n);
  for (uint32_t i = 0; i < n; i++)
    add(spans, styles[i].start, styles[i].end, style_mark(styles[i].style));
  g_array_sort(spans, by_place);
  return spans;
}

static void put_marks_at(GString *out, const NgArticle *article, const GArray *spans, uint32_t pos)
{
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index(spans, Span, i);
    if (span->end == pos && span->start < pos)
      g_string_append_c(out, '}');
  }
  uint32_t n_blocks;
  const NgBlock *blocks = ng_article_blocks(article, &n_blocks);
  for (uint32_t i = 0; i < n_blocks; i++)
    if (blocks[i].kind == NG_BLOCK_NOTE && blocks[i].anchor == pos)
      g_string_append_c(out, '^');
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index(spans, Span, i);
    if (span->start == pos)
      g_string_append_printf(out, "{%s:%s", span->mark, span->end == pos ? "}" : "");
  }
}

static void put_kind(GString *out, const NgBlock *block)
{
  static const char *const marks[] = {"= ", NULL, "", "> ", NULL, "c ", "code ", "| ", "l ", "n "};
  for (int i = 0; !marks[block->kind] && i < block->level; i++)
    g_string_append_c(out, block->kind == NG_BLOCK_HEADING ? '#' : '-');
  if (block->kind == NG_BLOCK_VERSE && block->level == 1)
    g_string_append(out, "lg/");
  g_string_append(out, marks[block->kind] ? marks[block->kind] : " ");
}

char *ng_outline_text(const NgArticle *article)
{
  g_autoptr(GArray) spans = spans_of(article);
  const char *text = ng_article_text(article, NULL);
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    if (i)
      g_string_append_c(out, '\n');
    put_kind(out, &blocks[i]);
    for (uint32_t pos = blocks[i].start; pos <= blocks[i].end; pos++) {
      put_marks_at(out, article, spans, pos);
      if (pos < blocks[i].end)
        g_string_append_c(out, text[pos]);
    }
  }
  return g_string_free(out, FALSE);
}

/* ---- entities ---- */

static void put_facts(GString *out, const NgEntity *e)
{
  if (e->role || e->short_role)
    g_string_append_printf(out, " (%s%s%s)", e->role ? e->role : "", e->short_role ? "; " : "",
                           e->short_role ? e->short_role : "");
  if (e->country)
    g_string_append_printf(out, " in %s", e->country);
  if (!isnan(e->lat_deg))
    g_string_append_printf(out, " @%g,%g", e->lat_deg, e->lon_deg);
  for (const char *const *ref = e->refs; *ref; ref++)
    g_string_append_printf(out, " <%s>", *ref);
  if (e->n_mentions)
    g_string_append_printf(out, " x%u", e->n_mentions);
  if (!e->has_record)
    g_string_append(out, " !");
}

char *ng_outline_cast(const NgArticle *article)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = &entities[i];
    g_string_append_printf(out, "%s%s %s=%s", i ? "\n" : "", ng_entity_kind_word(e->kind), e->id, e->name);
    for (const char *const *alias = e->aliases; *alias; alias++)
      g_string_append_printf(out, "/%s", *alias);
    put_facts(out, e);
  }
  return g_string_free(out, FALSE);
}

/* ---- relations ---- */

static void put_evidence(GString *out, const NgArticle *article, uint32_t first, uint32_t n)
{
  const char *text = ng_article_text(article, NULL);
  const NgRange *evidence = ng_article_evidence(article, first);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, " [%.*s]", (int)(evidence[i].end - evidence[i].start), text + evidence[i].start);
}

static void put_relation(GString *out, const NgArticle *article, const NgEntity *entities, const NgRelation *r)
{
  g_string_append_printf(out, "%s -%s-%s %s (%s)", entities[r->subject].id, r->kind, r->directed ? ">" : "-",
                         entities[r->object].id, r->label);
  if (r->date)
    g_string_append_printf(out, " %s", r->date);
  if (r->status)
    g_string_append_printf(out, " %s", r->status);
  if (r->place != NG_NONE)
    g_string_append_printf(out, " at %s", entities[r->place].id);
  put_evidence(out, article, r->first_evidence, r->n_evidence);
}

char *ng_outline_ties(const NgArticle *article)
{
  uint32_t n, n_entities;
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  GString *out = g_string_new(NULL);
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    g_string_append(out, out->len ? "\n" : "");
    put_relation(out, article, entities, &relations[i]);
  }
  const NgAttribute *attributes = ng_article_attributes(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgAttribute *a = &attributes[i];
    g_string_append_printf(out, "%s%s: %s (%s)", out->len ? "\n" : "", entities[a->entity].id, a->kind, a->label);
    put_evidence(out, article, a->first_evidence, a->n_evidence);
  }
  return g_string_free(out, FALSE);
}

/* ---- problems ---- */

char *ng_outline_problems(const NgArticle *article)
{
  uint32_t n;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(article, &n, NULL);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%u:%u: %s", i ? "\n" : "", diagnostics[i].line, diagnostics[i].column,
                           diagnostics[i].message);
  return g_string_free(out, FALSE);
}
