/* The plain text twin: everything that panes, strips and graphs show, told in lines. */
#include "export/export.h"
#include "export/prose.h"
#include "model/phrase.h"

#include <math.h>
#include <string.h>

#define MIN_COLS      20
#define HANGING_COLS  4
#define VERSE_COLS    2 /* what of a verse has no room in its row stands so much further right */
#define SHOWN_ALIASES 3

typedef struct {
  NgProse prose;
  const NgArticle *article;
  const NgEntity *entities;
  const NgMention *mentions;
  const NgRelation *relations;
  uint32_t n_relations;
  uint32_t *numbers;   /* the paragraph number of each block, 0 for headings */
  uint32_t most;       /* the highest of them */
  uint32_t *following; /* the number of the first paragraph from each block on, 0 if there is none */
  GString *line;       /* scratch */
} Linear;

/* Prints the line that was put together, with a hanging indent, and empties it. */
static void put_line(Linear *linear)
{
  ng_prose_put(&linear->prose, "", HANGING_COLS, linear->line->str, linear->line->len);
  g_string_truncate(linear->line, 0);
}

static void put_gap(Linear *linear)
{
  putc_unlocked('\n', linear->prose.out);
}

/* ---- where something stands ---- */

/* Equal for places that bear the same name: the number of the paragraph, or for a heading one above all numbers. A note is where its mark is. */
static uint32_t place_key(const Linear *linear, uint32_t pos)
{
  const NgBlock *blocks = linear->prose.blocks;
  uint32_t block = ng_article_block_at(linear->article, pos);
  while (linear->numbers[block] == 0 && blocks[block].kind == NG_BLOCK_NOTE &&
         blocks[block].anchor < blocks[block].start)
    block = ng_article_block_at(linear->article, blocks[block].anchor);
  return linear->numbers[block] > 0 ? linear->numbers[block] : NG_NONE - block;
}

/* Names such a place: `12`, `title`, `heading before 13`. */
static void add_place(Linear *linear, uint32_t key)
{
  if (key <= linear->most) {
    g_string_append_printf(linear->line, "%u", key);
    return;
  }
  uint32_t block = NG_NONE - key;
  g_string_append(linear->line, ng_block_kind_word(linear->prose.blocks[block].kind));
  if (linear->prose.blocks[block].kind == NG_BLOCK_TITLE)
    return;
  if (linear->following[block] > 0)
    g_string_append_printf(linear->line, " before %u", linear->following[block]);
}

/* Adds the places of `n` positions, given in text order: `2, 6 (2 times), 7`. With `times`, how often each. */
static void add_places(Linear *linear, const uint32_t *positions, uint32_t n, bool times)
{
  for (uint32_t i = 0, run; i < n; i += run) {
    uint32_t key = place_key(linear, positions[i]);
    for (run = 1; i + run < n && place_key(linear, positions[i + run]) == key;)
      run++;
    g_string_append(linear->line, i == 0 ? "" : ", ");
    add_place(linear, key);
    if (times && run > 1)
      g_string_append_printf(linear->line, " (%u times)", run);
  }
}

static void add_evidence(Linear *linear, const NgRange *evidence, uint32_t n)
{
  if (n == 0)
    return;
  g_autofree uint32_t *positions = g_new(uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    positions[i] = evidence[i].start;
  g_string_append(linear->line, ": ");
  add_places(linear, positions, n, false);
}

/* ---- head and text ---- */

static void add_count(Linear *linear, uint32_t n, const char *one, const char *many)
{
  g_autofree char *words = ng_phrase_count(n, one, many);
  g_string_append_printf(linear->line, "%s%s", linear->line->len > 0 ? ", " : "", words);
}

static void put_head(Linear *linear)
{
  const NgHead *head = ng_article_head(linear->article);
  g_autofree char *name = ng_text_clean_line(head->source, strlen(head->source));
  g_autofree char *date = ng_prose_date_line(head);
  g_autofree char *byline = ng_prose_byline(head);
  const char *lines[] = {head->title != NULL ? head->title : name, date, byline};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    if (lines[i] != NULL)
      ng_prose_put(&linear->prose, "", 0, lines[i], strlen(lines[i]));
  uint32_t n_names = 0;
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    uint32_t n;
    ng_article_ranked(linear->article, kind, &n);
    n_names += n;
    if (n > 0 || kind != NG_ENTITY_EVENT)
      add_count(linear, n, ng_phrase_kind(kind, 1), ng_phrase_kind(kind, 2));
  }
  add_count(linear, linear->n_relations, "relation", "relations");
  g_string_append_c(linear->line, '.');
  put_line(linear);
  if (n_names == 0)
    return;
  g_string_append(linear->line, "The names stand after the text, each with the paragraphs that mention it.");
  put_line(linear);
}

/* What stands before a block's first row: its number, right-aligned, or the mark of a note, or nothing. A stanza has one number. */
static char *block_margin(const Linear *linear, uint32_t block, int digits, uint32_t note)
{
  if (ng_prose_is_next_verse(&linear->prose, block))
    return g_strnfill((gsize)digits + 2, ' ');
  if (linear->prose.blocks[block].kind != NG_BLOCK_NOTE)
    return linear->numbers[block] == 0 ? g_strdup("") : g_strdup_printf("%*u  ", digits, linear->numbers[block]);
  g_autofree char *mark = ng_prose_note_mark(note);
  return g_strdup_printf("%*s%s", digits + 2, "", mark);
}

static void put_text(Linear *linear)
{
  NgProse *prose = &linear->prose;
  uint32_t note = 0;
  int digits = 2;
  for (uint32_t rest = linear->most; rest >= 100; rest /= 10)
    digits++;
  for (uint32_t i = 0; i < prose->n_blocks; i++) {
    const NgBlock *it = &prose->blocks[i];
    ng_prose_compose(prose, i, linear->line, NULL);
    if (it->kind != NG_BLOCK_TITLE) {
      g_autofree char *margin = block_margin(linear, i, digits, note);
      int hang = it->kind == NG_BLOCK_VERSE ? VERSE_COLS : 0;
      if (!ng_prose_is_next_verse(prose, i))
        put_gap(linear);
      ng_prose_put(prose, margin, *margin == '\0' ? 0 : digits + 2 + hang, linear->line->str, linear->line->len);
    }
    g_string_truncate(linear->line, 0);
    note += it->kind == NG_BLOCK_NOTE;
  }
}

/* ---- who is who ---- */

static void add_aliases(Linear *linear, const NgEntity *entity)
{
  for (int i = 0; i < SHOWN_ALIASES && entity->aliases[i] != NULL; i++)
    g_string_append_printf(linear->line, "%s%s", i == 0 ? " (also " : ", ", entity->aliases[i]);
  if (entity->aliases[0] != NULL)
    g_string_append_c(linear->line, ')');
}

/* Where other words stand for it: they are none of its mentions. */
static void add_stand_ins(Linear *linear, uint32_t entity)
{
  uint32_t n;
  const NgStandIn *stand_ins = ng_article_stand_ins(linear->article, &n);
  g_autoptr(GArray) positions = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < n; i++)
    if (stand_ins[i].entity == entity)
      g_array_append_val(positions, stand_ins[i].start);
  if (!positions->len)
    return;
  g_string_append(linear->line, " Meant by other words: ");
  add_places(linear, (const uint32_t *)(const void *)positions->data, positions->len, true);
  g_string_append_c(linear->line, '.');
}

static void put_entity(Linear *linear, uint32_t entity)
{
  const NgEntity *it = &linear->entities[entity];
  uint32_t n;
  const uint32_t *indices = ng_article_mentions_of(linear->article, entity, &n);
  g_string_append(linear->line, it->name);
  add_aliases(linear, it);
  const char *facts[] = {it->country, it->role};
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
    if (facts[i] != NULL)
      g_string_append_printf(linear->line, ", %s", facts[i]);
  if (isfinite(it->lat_deg)) {
    g_autofree char *position = ng_phrase_position(it->lat_deg, it->lon_deg);
    g_string_append_printf(linear->line, ", %s", position);
  }
  g_autofree char *count = ng_phrase_count(n, "mention", "mentions");
  g_string_append_printf(linear->line, ". %s", count);
  if (n > 0) {
    g_autofree uint32_t *positions = g_new(uint32_t, n);
    for (uint32_t i = 0; i < n; i++)
      positions[i] = linear->mentions[indices[i]].start;
    g_string_append(linear->line, ": ");
    add_places(linear, positions, n, true);
  }
  g_string_append_c(linear->line, '.');
  add_stand_ins(linear, entity);
  put_line(linear);
}

/* A blank line, a head, a blank line. */
static void put_section(Linear *linear, const char *head, uint32_t n, const char *what)
{
  put_gap(linear);
  g_string_append_printf(linear->line, "%s: %u%s", head, n, what);
  put_line(linear);
  put_gap(linear);
}

static void put_entities(Linear *linear)
{
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    uint32_t n;
    const uint32_t *ranked = ng_article_ranked(linear->article, kind, &n);
    if (n == 0)
      continue;
    put_section(linear, ng_phrase_kind_head(kind), n, "");
    for (uint32_t i = 0; i < n; i++)
      put_entity(linear, ranked[i]);
  }
}

/* ---- who has to do with whom ---- */

static void put_relations(Linear *linear)
{
  if (linear->n_relations == 0)
    return;
  g_autofree char *who_says = g_strconcat(" ", ng_phrase_relations(linear->article), NULL);
  put_section(linear, "Relations", linear->n_relations, who_says);
  for (uint32_t i = 0; i < linear->n_relations; i++) {
    const NgRelation *it = &linear->relations[i];
    g_string_append_printf(linear->line, "%s %s %s", linear->entities[it->subject].name, it->label,
                           linear->entities[it->object].name);
    add_evidence(linear, ng_article_evidence(linear->article, it->first_evidence), it->n_evidence);
    g_string_append_c(linear->line, '.');
    put_line(linear);
  }
}

static void put_attributes(Linear *linear)
{
  uint32_t n;
  const NgAttribute *attributes = ng_article_attributes(linear->article, &n);
  if (n == 0)
    return;
  put_section(linear, "Said of one alone", n, "");
  for (uint32_t i = 0; i < n; i++) {
    g_string_append_printf(linear->line, "%s %s", linear->entities[attributes[i].entity].name, attributes[i].label);
    add_evidence(linear, ng_article_evidence(linear->article, attributes[i].first_evidence), attributes[i].n_evidence);
    g_string_append_c(linear->line, '.');
    put_line(linear);
  }
}

/* A pair of entities, whichever comes first, as a key. */
static gint64 *pair_key(uint32_t a, uint32_t b)
{
  gint64 key = (gint64)(((guint64)MIN(a, b) << 32) | MAX(a, b));
  return g_memdup2(&key, sizeof key);
}

static GHashTable *marked_pairs(const Linear *linear)
{
  GHashTable *pairs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (uint32_t i = 0; i < linear->n_relations; i++)
    g_hash_table_add(pairs, pair_key(linear->relations[i].subject, linear->relations[i].object));
  return pairs;
}

typedef struct {
  uint32_t first, second;     /* ranks of the two people */
  const NgCoMention *mention; /* borrowed */
} RankedPair;

static gint by_ranks(gconstpointer a, gconstpointer b)
{
  const RankedPair *left = a, *right = b;
  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  return left->second < right->second ? -1 : left->second > right->second;
}

/* The pairs of people that share a sentence and no marked relation, by the ranks of the two. */
static GArray *unmarked_pairs(const Linear *linear, const uint32_t *people, uint32_t n_people,
                              const NgCoMentions *co_mentions)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(RankedPair));
  g_autoptr(GHashTable) marked = marked_pairs(linear);
  uint32_t n_entities;
  ng_article_entities(linear->article, &n_entities);
  g_autofree uint32_t *ranks = g_new0(uint32_t, n_entities);
  for (uint32_t i = 0; i < n_people; i++)
    ranks[people[i]] = i;
  for (guint i = 0; i < co_mentions->pairs->len; i++) {
    const NgCoMention *it = &g_array_index(co_mentions->pairs, NgCoMention, i);
    if (linear->entities[it->a].kind != NG_ENTITY_PERSON || linear->entities[it->b].kind != NG_ENTITY_PERSON)
      continue;
    g_autofree gint64 *key = pair_key(it->a, it->b);
    if (g_hash_table_contains(marked, key))
      continue;
    uint32_t a = ranks[it->a], b = ranks[it->b];
    RankedPair pair = {MIN(a, b), MAX(a, b), it};
    g_array_append_val(found, pair);
  }
  g_array_sort(found, by_ranks);
  return found;
}

static void put_co_mentions(Linear *linear)
{
  uint32_t n_people;
  const uint32_t *people = ng_article_ranked(linear->article, NG_ENTITY_PERSON, &n_people);
  g_autoptr(NgCoMentions) co_mentions = ng_co_mentions_all(linear->article);
  g_autoptr(GArray) pairs = unmarked_pairs(linear, people, n_people, co_mentions);
  if (pairs->len == 0)
    return;
  put_section(linear, "Named in one sentence", pairs->len, pairs->len == 1 ? " pair of people" : " pairs of people");
  for (guint i = 0; i < pairs->len; i++) {
    const RankedPair *it = &g_array_index(pairs, RankedPair, i);
    g_string_append_printf(linear->line, "%s and %s", linear->entities[people[it->first]].name,
                           linear->entities[people[it->second]].name);
    add_evidence(linear, (const NgRange *)co_mentions->evidence->data + it->mention->first_evidence,
                 it->mention->count);
    g_string_append_c(linear->line, '.');
    put_line(linear);
  }
}

static void number_blocks(Linear *linear)
{
  uint32_t n = linear->prose.n_blocks, following = 0;
  linear->numbers = g_new(uint32_t, (gsize)n + 1);
  linear->following = g_new(uint32_t, (gsize)n + 1);
  for (uint32_t i = n; i-- > 0;) {
    linear->numbers[i] = ng_article_paragraph_number(linear->article, i);
    linear->most = MAX(linear->most, linear->numbers[i]);
    if (linear->numbers[i] > 0)
      following = linear->numbers[i];
    linear->following[i] = following;
  }
}

void ng_export_linear(const NgArticle *article, int cols, FILE *out)
{
  uint32_t n;
  Linear linear = {.prose = ng_prose(article, MAX(cols, MIN_COLS), out), .article = article};
  linear.line = g_string_new(NULL);
  linear.entities = ng_article_entities(article, &n);
  linear.mentions = ng_article_mentions(article, &n);
  linear.relations = ng_article_relations(article, &linear.n_relations);
  number_blocks(&linear);
  put_head(&linear);
  put_text(&linear);
  put_entities(&linear);
  put_relations(&linear);
  put_attributes(&linear);
  put_co_mentions(&linear);
  ng_prose_clear(&linear.prose);
  g_string_free(linear.line, TRUE);
  g_free(linear.numbers);
  g_free(linear.following);
}
