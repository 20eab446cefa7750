#include "tests/invariants.h"

#include "model/article_private.h"

#include <math.h>
#include <string.h>
#include <uninorm.h>

/* Ends the function with what is broken, unless `kept`. */
#define EXPECT(kept, ...)                                                                                              \
  do {                                                                                                                 \
    if (!(kept))                                                                                                       \
      return g_strdup_printf(__VA_ARGS__);                                                                             \
  } while (0)

typedef struct {
  const NgArticle *article;
  const char *text;
  uint32_t bytes;
  const NgBlock *blocks;
  uint32_t n_blocks;
} Check;

/* ---- text and blocks ---- */

static bool is_clean(const char *text, gsize bytes)
{
  g_autoptr(GString) cleaned = g_string_new(NULL);
  return ng_text_clean(cleaned, text, bytes) == 0 && cleaned->len == bytes;
}

static bool is_line(const char *text)
{
  return g_utf8_validate(text, -1, NULL) && !strpbrk(text, "\n\r\t") && is_clean(text, strlen(text));
}

static char *check_text(const Check *c)
{
  EXPECT(strlen(c->text) == c->bytes, "the text holds a NUL");
  EXPECT(g_utf8_validate(c->text, c->bytes, NULL), "the text is not UTF-8");
  EXPECT(is_clean(c->text, c->bytes), "the text is not clean");
  size_t n = 0;
  uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)c->text, c->bytes, NULL, &n);
  bool is_normal = c->bytes == 0 || (normal && n == c->bytes && memcmp(normal, c->text, n) == 0);
  free(normal);
  EXPECT(is_normal, "the text is not NFC");
  return NULL;
}

static char *check_block_text(const Check *c, uint32_t i)
{
  const NgBlock *b = &c->blocks[i];
  EXPECT(c->text[b->start] != ' ' && c->text[b->end - 1] != ' ', "block %u begins or ends with a space", i);
  for (uint32_t pos = b->start; pos < b->end; pos++) {
    EXPECT(!strchr("\n\r\t", c->text[pos]), "block %u holds a line break or a tab at %u", i, pos);
    EXPECT(c->text[pos] != ' ' || c->text[pos + 1] != ' ', "block %u has two spaces at %u", i, pos);
  }
  return NULL;
}

static char *check_block(const Check *c, uint32_t i)
{
  const NgBlock *b = &c->blocks[i];
  uint32_t expected = i ? c->blocks[i - 1].end + 2 : 0;
  EXPECT(b->start == expected, "block %u starts at %u, not at %u", i, b->start, expected);
  EXPECT(b->start < b->end && b->end <= c->bytes, "block %u is empty or ends outside the text", i);
  EXPECT(i == 0 || memcmp(c->text + b->start - 2, "\n\n", 2) == 0, "block %u is not parted by two line feeds", i);
  EXPECT(b->kind <= NG_BLOCK_NOTE, "block %u is of kind %u", i, b->kind);
  EXPECT(b->kind != NG_BLOCK_TITLE || i == 0, "block %u is a title", i);
  bool has_level = b->kind == NG_BLOCK_HEADING || b->kind == NG_BLOCK_ITEM || b->kind == NG_BLOCK_VERSE;
  EXPECT(has_level == (b->level > 0), "block %u (%s) has level %u", i, ng_block_kind_word(b->kind), b->level);
  EXPECT(b->kind != NG_BLOCK_VERSE || b->level <= 2, "verse %u has level %u", i, b->level);
  EXPECT((b->kind == NG_BLOCK_NOTE) == (b->anchor != NG_NONE), "block %u: an anchor is of notes, and of each", i);
  EXPECT(b->kind != NG_BLOCK_NOTE || b->anchor <= b->start, "note %u hangs on a later place, %u", i, b->anchor);
  return check_block_text(c, i);
}

static char *check_paragraph_numbers(const Check *c)
{
  uint32_t last = 0;
  for (uint32_t i = 0; i < c->n_blocks; i++) {
    uint8_t kind = c->blocks[i].kind;
    uint32_t own = ng_article_paragraph_number(c->article, i), expected = 0;
    if (kind == NG_BLOCK_NOTE) {
      uint32_t host = ng_article_block_at(c->article, c->blocks[i].anchor);
      expected = host < i ? ng_article_paragraph_number(c->article, host) : last;
    } else if (kind != NG_BLOCK_TITLE && kind != NG_BLOCK_HEADING) {
      last += kind != NG_BLOCK_VERSE || c->blocks[i].level == 1;
      expected = last;
    }
    EXPECT(own == expected, "block %u has the paragraph number %u, not %u", i, own, expected);
  }
  return NULL;
}

static char *check_blocks(const Check *c)
{
  for (uint32_t i = 0; i < c->n_blocks; i++) {
    char *broken = check_block(c, i);
    if (broken)
      return broken;
  }
  uint32_t end = c->n_blocks ? c->blocks[c->n_blocks - 1].end : 0;
  EXPECT(c->bytes == end, "the blocks end at %u and the text at %u", end, c->bytes);
  return check_paragraph_numbers(c);
}

/* ---- ranges ---- */

static bool is_boundary(const Check *c, uint32_t pos)
{
  return pos <= c->bytes && (pos == c->bytes || ((guchar)c->text[pos] & 0xC0) != 0x80);
}

/* An empty range may stand at a block's end. */
static char *check_range(const Check *c, const char *what, uint32_t i, uint32_t start, uint32_t end, bool may_be_empty)
{
  EXPECT(start < end || (may_be_empty && start == end), "%s %u is empty: %u to %u", what, i, start, end);
  EXPECT(is_boundary(c, start) && is_boundary(c, end), "%s %u cuts a character or leaves the text", what, i);
  uint32_t block = ng_article_block_at(c->article, start);
  EXPECT(block != NG_NONE || (start == 0 && end == 0), "%s %u lies in no block", what, i);
  EXPECT(block == NG_NONE || end <= c->blocks[block].end, "%s %u (%u to %u) leaves its block", what, i, start, end);
  return NULL;
}

static char *check_statement(const Check *c, const NgStatement *it, uint32_t i)
{
  const NgStatement *before = i ? &g_array_index(c->article->statements, NgStatement, i - 1) : NULL;
  char *broken = check_range(c, "statement", i, it->start, it->end, false);
  if (broken)
    return broken;
  EXPECT(!before || before->start < it->start || (before->start == it->start && before->end >= it->end),
         "statement %u is not in order", i);
  EXPECT(it->speaker < c->article->entities->len, "statement %u has speaker %u", i, it->speaker);
  EXPECT(it->confidence <= 100 && it->rule <= c->article->rules->len, "statement %u is sure to %u by rule %u", i,
         it->confidence, it->rule);
  EXPECT(!it->verb || is_line(it->verb), "statement %u has an unclean verb", i);
  return NULL;
}

static char *check_stand_in(const Check *c, const NgStandIn *it, uint32_t i)
{
  const NgStandIn *before = i ? &g_array_index(c->article->stand_ins, NgStandIn, i - 1) : NULL;
  char *broken = check_range(c, "stand-in", i, it->start, it->end, false);
  if (broken)
    return broken;
  EXPECT(!before || before->start < it->start || (before->start == it->start && before->end >= it->end),
         "stand-in %u is not in order", i);
  EXPECT(it->entity < c->article->entities->len, "stand-in %u has entity %u", i, it->entity);
  EXPECT(it->confidence <= 100 && it->rule <= c->article->rules->len, "stand-in %u is sure to %u by rule %u", i,
         it->confidence, it->rule);
  return NULL;
}

static char *check_mention(const Check *c, const NgMention *m, uint32_t i, GArray *open)
{
  const NgMention *before = i ? &g_array_index(c->article->mentions, NgMention, i - 1) : NULL;
  char *broken = check_range(c, "mention", i, m->start, m->end, false);
  if (broken)
    return broken;
  EXPECT(!before || before->start < m->start || (before->start == m->start && before->end >= m->end),
         "mention %u is not in order", i);
  EXPECT(m->entity < c->article->entities->len, "mention %u has entity %u", i, m->entity);
  EXPECT(m->origin <= NG_ORIGIN_ANNOTATOR || m->origin == NG_ORIGIN_USER, "mention %u has origin %u", i, m->origin);
  EXPECT(m->confidence <= 100, "mention %u is sure to %u per cent", i, m->confidence);
  EXPECT(m->rule <= c->article->rules->len, "mention %u has rule %u", i, m->rule);
  while (open->len && g_array_index(open, uint32_t, open->len - 1) <= m->start)
    g_array_set_size(open, open->len - 1);
  EXPECT(!open->len || g_array_index(open, uint32_t, open->len - 1) >= m->end, "mention %u crosses another", i);
  EXPECT(m->depth == MIN(open->len, 255u), "mention %u has depth %u, not %u", i, m->depth, open->len);
  g_array_append_val(open, m->end);
  return NULL;
}

static char *check_mentions(const Check *c)
{
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(c->article, &n);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < n; i++) {
    char *broken = check_mention(c, &mentions[i], i, open);
    if (broken)
      return broken;
    const NgEntity *e = &g_array_index(c->article->entities, NgEntity, mentions[i].entity);
    uint32_t ordinal = ng_article_mention_ordinal(c->article, i);
    EXPECT(ordinal < e->n_mentions, "mention %u is number %u of %u", i, ordinal, e->n_mentions);
    EXPECT(g_array_index(c->article->mention_index, uint32_t, e->first_mention + ordinal) == i,
           "mention %u has a wrong ordinal", i);
  }
  return NULL;
}

static char *check_other_ranges(const Check *c)
{
  const struct {
    const char *what;
    const GArray *ranges;
    gsize size;
  } lists[] = {{"style", c->article->styles, sizeof(NgStyleRange)},
               {"link", c->article->links, sizeof(NgLink)},
               {"sentence", c->article->sentences, sizeof(NgMarkedSentence)}};
  for (gsize k = 0; k < G_N_ELEMENTS(lists); k++) {
    uint32_t before = 0;
    for (uint32_t i = 0; i < lists[k].ranges->len; i++) {
      NgRange range;
      memcpy(&range, lists[k].ranges->data + i * lists[k].size, sizeof range);
      char *broken = check_range(c, lists[k].what, i, range.start, range.end, k == 1);
      if (broken)
        return broken;
      EXPECT(before <= range.start, "%s %u is not in order", lists[k].what, i);
      before = range.start;
    }
  }
  for (uint32_t i = 0; i < c->article->stand_ins->len; i++) {
    char *broken = check_stand_in(c, &g_array_index(c->article->stand_ins, NgStandIn, i), i);
    if (broken)
      return broken;
  }
  for (uint32_t i = 0; i < c->article->statements->len; i++) {
    char *broken = check_statement(c, &g_array_index(c->article->statements, NgStatement, i), i);
    if (broken)
      return broken;
  }
  return NULL;
}

/* ---- entities ---- */

static char *check_names(const NgEntity *e, uint32_t i)
{
  const char *lines[] = {e->id, e->name, e->role, e->short_role, e->country};
  EXPECT(e->id && *e->id, "entity %u has no id", i);
  EXPECT(e->name && *e->name, "entity %u has no name", i);
  for (gsize k = 0; k < G_N_ELEMENTS(lines); k++)
    EXPECT(!lines[k] || (*lines[k] && is_line(lines[k])), "entity %u has an empty or unclean string", i);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  EXPECT(e->aliases && e->refs, "entity %u lacks a list", i);
  for (const char *const *alias = e->aliases; *alias; alias++) {
    EXPECT(**alias && is_line(*alias), "entity %u has an empty or unclean alias", i);
    EXPECT(strcmp(*alias, e->name) != 0, "entity %u has its name as an alias", i);
    EXPECT(g_hash_table_add(seen, (char *)*alias), "entity %u has an alias twice: %s", i, *alias);
  }
  for (const char *const *ref = e->refs; *ref; ref++)
    EXPECT(**ref && is_line(*ref), "entity %u has an empty or unclean reference", i);
  return NULL;
}

static char *check_entity(const Check *c, uint32_t i)
{
  const NgEntity *e = &g_array_index(c->article->entities, NgEntity, i);
  char *broken = check_names(e, i);
  if (broken)
    return broken;
  EXPECT(ng_article_entity_by_id(c->article, e->id) == i, "entity %u is not found by its id %s", i, e->id);
  EXPECT(e->kind < NG_N_ENTITY_KINDS, "entity %u is of kind %u", i, e->kind);
  EXPECT((isnan(e->lat_deg) && isnan(e->lon_deg)) || (fabs(e->lat_deg) <= 90 && fabs(e->lon_deg) <= 180),
         "entity %u stands at %g %g", i, e->lat_deg, e->lon_deg);
  EXPECT((guint64)e->first_mention + e->n_mentions <= c->article->mention_index->len, "entity %u: a wrong slice", i);
  uint32_t n;
  const uint32_t *of = ng_article_mentions_of(c->article, i, &n);
  for (uint32_t k = 0; k < n; k++) {
    EXPECT(g_array_index(c->article->mentions, NgMention, of[k]).entity == i, "entity %u: not its mention", i);
    EXPECT(k == 0 || of[k - 1] < of[k], "entity %u: mentions are not in text order", i);
  }
  return NULL;
}

static char *check_ranking(const Check *c, NgEntityKind kind, uint32_t *n_ranked)
{
  uint32_t n;
  const uint32_t *ranked = ng_article_ranked(c->article, kind, &n);
  *n_ranked += n;
  for (uint32_t k = 0; k < n; k++) {
    EXPECT(ranked[k] < c->article->entities->len, "rank %u of kind %d: no entity", k, kind);
    const NgEntity *e = &g_array_index(c->article->entities, NgEntity, ranked[k]);
    EXPECT(e->kind == kind, "rank %u of kind %d is of kind %u", k, kind, e->kind);
    if (k == 0)
      continue;
    const NgEntity *before = &g_array_index(c->article->entities, NgEntity, ranked[k - 1]);
    EXPECT(before->n_mentions >= e->n_mentions, "rank %u of kind %d has more mentions than the one before", k, kind);
    if (before->n_mentions > e->n_mentions)
      continue;
    const uint32_t *index = (const uint32_t *)(const void *)c->article->mention_index->data;
    bool in_order = e->n_mentions ? index[before->first_mention] < index[e->first_mention] : ranked[k - 1] < ranked[k];
    EXPECT(in_order, "rank %u of kind %d: equals are not in order", k, kind);
  }
  return NULL;
}

static char *check_entities(const Check *c)
{
  uint32_t n_mentions = 0, n_ranked = 0;
  for (uint32_t i = 0; i < c->article->entities->len; i++) {
    char *broken = check_entity(c, i);
    if (broken)
      return broken;
    n_mentions += g_array_index(c->article->entities, NgEntity, i).n_mentions;
  }
  EXPECT(n_mentions == c->article->mentions->len, "%u mentions, %u of entities", c->article->mentions->len, n_mentions);
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    char *broken = check_ranking(c, kind, &n_ranked);
    if (broken)
      return broken;
  }
  EXPECT(n_ranked == c->article->entities->len, "%u entities, %u ranked", c->article->entities->len, n_ranked);
  return NULL;
}

/* ---- relations, head, problems ---- */

static char *check_evidence(const Check *c, const char *what, uint32_t i, uint32_t first, uint32_t n)
{
  EXPECT((guint64)first + n <= c->article->evidence->len, "%s %u: a wrong slice of evidence", what, i);
  const NgRange *evidence = ng_article_evidence(c->article, first);
  for (uint32_t k = 0; k < n; k++) {
    char *broken = check_range(c, "evidence", first + k, evidence[k].start, evidence[k].end, false);
    if (broken)
      return broken;
    EXPECT(k == 0 || evidence[k - 1].start < evidence[k].start, "%s %u: evidence is not in order", what, i);
  }
  return NULL;
}

static char *check_relation(const Check *c, uint32_t i)
{
  const NgRelation *r = &g_array_index(c->article->relations, NgRelation, i);
  uint32_t n = c->article->entities->len;
  EXPECT(r->subject < n && r->object < n && (r->place < n || r->place == NG_NONE), "relation %u: no such entity", i);
  EXPECT(r->label && *r->label && is_line(r->label), "relation %u has no clean label", i);
  EXPECT(r->kind && *r->kind && is_line(r->kind), "relation %u has no clean kind", i);
  EXPECT((!r->date || is_line(r->date)) && (!r->status || is_line(r->status)), "relation %u: unclean date or status",
         i);
  EXPECT(r->count == MAX(r->n_evidence, 1), "relation %u counts %u sentences of %u", i, r->count, r->n_evidence);
  return check_evidence(c, "relation", i, r->first_evidence, r->n_evidence);
}

static char *check_relations(const Check *c)
{
  char *broken = NULL;
  for (uint32_t i = 0; i < c->article->relations->len && !broken; i++)
    broken = check_relation(c, i);
  for (uint32_t i = 0; i < c->article->attributes->len && !broken; i++) {
    const NgAttribute *a = &g_array_index(c->article->attributes, NgAttribute, i);
    EXPECT(a->entity < c->article->entities->len, "attribute %u: no such entity", i);
    EXPECT(a->label && *a->label && is_line(a->label) && a->kind && *a->kind, "attribute %u has no clean label", i);
    broken = check_evidence(c, "attribute", i, a->first_evidence, a->n_evidence);
  }
  return broken;
}

static char *check_lines(const Check *c)
{
  const NgHead *h = &c->article->head;
  const char *lines[] = {h->id,      h->url,  h->title,    h->byline,  h->publisher,
                         h->licence, h->date, h->dateline, h->language};
  EXPECT(h->source, "the head has no source");
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    EXPECT(!lines[i] || (*lines[i] && is_line(lines[i])), "the head has an empty or unclean field");
  uint32_t n, total;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(c->article, &n, &total);
  EXPECT(n <= NG_MAX_DIAGNOSTICS && n == MIN(total, NG_MAX_DIAGNOSTICS), "%u diagnostics of %u", n, total);
  for (uint32_t i = 0; i < n; i++)
    EXPECT(*diagnostics[i].message && is_line(diagnostics[i].message), "diagnostic %u is empty or unclean", i);
  for (uint32_t i = 0; i < c->article->links->len; i++)
    EXPECT(is_line(g_array_index(c->article->links, NgLink, i).target), "link %u has an unclean target", i);
  return NULL;
}

char *ng_invariants_broken(const NgArticle *article)
{
  static char *(*const checks[])(const Check *) = {check_text,     check_blocks,    check_mentions, check_other_ranges,
                                                   check_entities, check_relations, check_lines};
  Check c = {.article = article};
  c.text = ng_article_text(article, &c.bytes);
  c.blocks = ng_article_blocks(article, &c.n_blocks);
  char *broken = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(checks) && !broken; i++)
    broken = checks[i](&c);
  return broken;
}
