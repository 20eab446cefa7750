#include "ui/who_private.h"

#include "ui/evidence.h"
#include "ui/view_relations.h"

#include <string.h>

#define CARD_LABEL_COLS 10
#define PANE_LABEL_COLS 9
#define FIRST_ROWS      2 /* of the first sentence */
#define ROLE_ROWS       3
#define MOST_RELATIONS  4
#define MOST_KEPT       8
#define MOST_SAID       5
#define SAID_ROWS       2 /* of a statement */
#define MOST_SURFACES   4
#define MOST_STAND_INS  8u
#define SURFACE_LOOK    1000 /* mentions whose spelling is looked at */
#define SURFACE_BYTES   200u

static void clear_row(void *p)
{
  NgWhoRow *row = p;
  g_free(row->text);
  g_free(row->date);
}

void ng_who_add(NgWho *who, NgWhoRow row)
{
  g_array_append_val(who->rows, row);
}

static void add_blank(NgWho *who)
{
  if (who->form != NG_WHO_TIGHT && who->rows->len &&
      g_array_index(who->rows, NgWhoRow, who->rows->len - 1).kind != NG_WHO_ROW_BLANK)
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_BLANK});
}

static int value_cols(const NgWho *who)
{
  return MAX(who->cols - who->label_cols, 1);
}

void ng_who_add_text(NgWho *who, const char *label, const char *text, int most)
{
  if (!text || !*text)
    return;
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(text, strlen(text), value_cols(who), value_cols(who), rows);
  for (guint i = 0; i < rows->len && i < (guint)most; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    bool last = i + 1 == (guint)most;
    char *part = last ? g_strdup(text + row.start) : g_strndup(text + row.start, row.end - row.start);
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_TEXT, .label = i ? NULL : label, .text = part});
  }
}

/* ---- what is said of it ---- */

static void add_facts(NgWho *who, NgReader *reader, const NgEntity *entity)
{
  ng_who_add_text(who, "Role", entity->role, who->form == NG_WHO_PANE ? 1 : ROLE_ROWS);
  ng_who_add_place(who, reader);
}

static bool says_more(const char *alias, const char *name)
{
  g_autofree char *folded = ng_text_fold(alias, strlen(alias)), *whole = ng_text_fold(name, strlen(name));
  return strstr(whole, folded) == NULL;
}

/* Other names that are not a part of the one that stands above, and where more is told. */
static void add_names(NgWho *who, const NgEntity *entity)
{
  g_autoptr(GString) also = g_string_new(NULL);
  for (const char *const *alias = entity->aliases; *alias && also->len < 200; alias++)
    if (says_more(*alias, entity->name))
      g_string_append_printf(also, "%s%s", also->len ? ", " : "", *alias);
  ng_who_add_text(who, "Also", also->str, 2);
  ng_who_add_text(who, "Source", entity->refs[0], 1);
}

/* ---- where it is named ---- */

static bool is_running_text(const NgArticle *article, uint32_t pos)
{
  uint32_t n, at = ng_article_block_at(article, pos);
  NgBlockKind kind = at == NG_NONE ? NG_BLOCK_TITLE : ng_article_blocks(article, &n)[at].kind;
  return kind != NG_BLOCK_TITLE && kind != NG_BLOCK_HEADING;
}

/* The first mention in a sentence, not in a heading. */
static uint32_t first_told(const NgReader *reader, const uint32_t *own, uint32_t n)
{
  for (uint32_t i = 0; i < n && i < 20; i++)
    if (is_running_text(reader->article, ng_reader_mentions(reader)[own[i]].start))
      return own[i];
  return own[0];
}

/* From its row `first` on; `inside`: it begins within a sentence, or is the end of one. */
static void add_quote(NgWho *who, NgReader *reader, const char *label, NgRange range, bool inside, int first, int most)
{
  g_autoptr(GArray) rows = ng_passage_wrap(reader->article, range, value_cols(who), first, most);
  for (guint i = 0; i < rows->len; i++)
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_QUOTE,
                               .label = i ? NULL : label,
                               .range = g_array_index(rows, NgRange, i),
                               .inside = i == 0 && (inside || first > 0)});
}

static void add_sentences(NgWho *who, NgReader *reader)
{
  uint32_t n;
  const uint32_t *own = ng_article_mentions_of(reader->article, reader->entity, &n);
  const NgMention *mentions = ng_reader_mentions(reader);
  if (n == 0) {
    ng_who_add_text(who, "First", "not mentioned in the text", 1);
    return;
  }
  uint32_t first = first_told(reader, own, n), pos = mentions[first].start;
  NgRange sentence = ng_article_sentence_at(reader->article, pos);
  int row = ng_passage_row_of(reader->article, sentence, value_cols(who), pos);
  add_blank(who);
  add_quote(who, reader, "First", sentence, false, MAX(row - FIRST_ROWS + 1, 0), FIRST_ROWS);
  uint32_t here = reader->mention == NG_NONE ? 0 : ng_article_mention_ordinal(reader->article, reader->mention);
  if (here == 0 || own[here - 1] == first)
    return;
  pos = mentions[own[here - 1]].start;
  sentence = ng_article_sentence_at(reader->article, pos);
  add_blank(who);
  add_quote(who, reader, "Before", (NgRange){pos, sentence.end}, pos > sentence.start, 0, 1);
}

/* ---- why ---- */

static char *why(const NgArticle *article, uint8_t confidence, uint8_t rule)
{
  const char *name = ng_article_rule(article, rule);
  if (!confidence)
    return g_strdup(name);
  return g_strdup_printf("%u %%%s%s", confidence, name ? ", " : "", name ? name : "");
}

char *ng_why_mention(const NgArticle *article, uint32_t mention)
{
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(article, &n);
  return mention < n ? why(article, mentions[mention].confidence, mentions[mention].rule) : NULL;
}

char *ng_why_relation(const NgArticle *article, uint32_t relation)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(article, &n);
  return relation < n ? why(article, relations[relation].confidence, relations[relation].rule) : NULL;
}

/* Of the selected mention, else the first. */
static void add_why(NgWho *who, const NgReader *reader)
{
  uint32_t n, mention = reader->mention;
  const uint32_t *own = ng_article_mentions_of(reader->article, reader->entity, &n);
  if (mention == NG_NONE && n)
    mention = own[0];
  g_autofree char *text = ng_why_mention(reader->article, mention);
  ng_who_add_text(who, "Why?", text, 1);
}

/* ---- what stands for it ---- */

/* Where among the first `n` of the ranges one has the same words; `n` if none has. */
static guint same_words(const char *text, const NgRange *ranges, guint n, NgRange words)
{
  guint i = 0;
  while (i < n && (ranges[i].end - ranges[i].start != words.end - words.start ||
                   g_ascii_strncasecmp(text + ranges[i].start, text + words.start, words.end - words.start) != 0))
    i++;
  return i;
}

/* The words that stand for it, how often where it is more than once; they are none of its mentions. */
static void add_stand_ins(NgWho *who, NgReader *reader)
{
  uint32_t n;
  const NgStandIn *stand_ins = ng_article_stand_ins(reader->article, &n);
  const char *text = ng_article_text(reader->article, NULL);
  NgRange words[MOST_STAND_INS];
  guint counts[MOST_STAND_INS] = {0}, found = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (stand_ins[i].entity != reader->entity)
      continue;
    NgRange range = {stand_ins[i].start, stand_ins[i].end};
    guint k = same_words(text, words, found, range);
    if (k == MOST_STAND_INS)
      continue;
    words[k] = k == found ? range : words[k];
    found = MAX(found, k + 1);
    counts[k]++;
  }
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint k = 0; k < found; k++) {
    g_string_append_printf(list, "%s%.*s", k ? ", " : "", (int)(words[k].end - words[k].start), text + words[k].start);
    if (counts[k] > 1)
      g_string_append_printf(list, " %u", counts[k]);
  }
  ng_who_add_text(who, "Meant by", list->str, 2);
}

/* ---- what it says ---- */

/* What it says, the first of it, each with the verb that tells it where that is short. */
static void add_statements(NgWho *who, NgReader *reader)
{
  uint32_t n, own = 0;
  const NgStatement *statements = ng_article_statements(reader->article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgStatement *it = &statements[i];
    if (it->speaker != reader->entity || own++ >= MOST_SAID)
      continue;
    bool fits = it->verb && (int)ng_text_cols(it->verb, strlen(it->verb)) < who->label_cols;
    if (own == 1)
      add_blank(who);
    add_quote(who, reader, fits ? it->verb : "said", (NgRange){it->start, it->end}, false, 0, SAID_ROWS);
  }
  if (own > MOST_SAID) {
    g_autofree char *rest = g_strdup_printf("and %u more statement%s", own - MOST_SAID, own - MOST_SAID > 1 ? "s" : "");
    ng_who_add_text(who, NULL, rest, 1);
  }
}

/* ---- whom it has to do with ---- */

static void add_relations(NgWho *who, NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  if (!ego || ego->n_direct == 0)
    return;
  bool marked = !ego->edges[0].weak;
  add_blank(who);
  int n = 0;
  for (uint32_t i = 0, k; i < ego->n_direct && n < MOST_RELATIONS; i = k, n++) {
    const NgEdge *edge = &ego->edges[i];
    uint32_t count = edge->weight;
    if (marked && edge->weak)
      break;
    /* who is only named together with others has too many of them for one row */
    for (k = i + 1; !edge->weak && k < ego->n_direct && ego->edges[k].group == edge->group; k++)
      count += ego->edges[k].weight;
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_RELATION,
                               .label = n ? NULL : "Closest",
                               .edge = i,
                               .n = k - i,
                               .same_label = n && edge->weak,
                               .count = count});
  }
}

/* ---- names as they stand, and the articles ---- */

static int most_first(const void *a, const void *b)
{
  const NgWhoRow *x = a, *y = b;
  int by_length = (int)strlen(y->text) - (int)strlen(x->text);
  return by_length ? by_length : strcmp(x->text, y->text);
}

/* Counts a way of spelling. There are few of most names, and never more than are looked at. */
static void count_surface(GArray *found, const char *surface, gsize bytes)
{
  for (guint i = 0; i < found->len; i++) {
    NgWhoRow *known = &g_array_index(found, NgWhoRow, i);
    if (strncmp(known->text, surface, bytes) == 0 && !known->text[bytes]) {
      known->count++;
      return;
    }
  }
  NgWhoRow row = {.kind = NG_WHO_ROW_SURFACE, .text = g_strndup(surface, bytes), .count = 1};
  g_array_append_val(found, row);
}

/* How it is spelt in the text, the longest form first. */
static void add_surfaces(NgWho *who, NgReader *reader)
{
  uint32_t n;
  const uint32_t *own = ng_article_mentions_of(reader->article, reader->entity, &n);
  const char *text = ng_article_text(reader->article, NULL);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(NgWhoRow));
  for (uint32_t i = 0; i < n && i < SURFACE_LOOK; i++) {
    const NgMention *m = &ng_reader_mentions(reader)[own[i]];
    count_surface(found, text + m->start, MIN(m->end - m->start, SURFACE_BYTES));
  }
  g_array_sort(found, most_first);
  for (guint i = 0; i < found->len; i++) {
    NgWhoRow row = g_array_index(found, NgWhoRow, i);
    row.label = i ? NULL : "Named";
    if (i < MOST_SURFACES)
      ng_who_add(who, row);
    else
      clear_row(&row);
  }
}

static void add_kept(NgWho *who, NgReader *reader)
{
  if (!reader->shelf || reader->shelf->items->len < 2)
    return;
  g_autoptr(GArray) kept = ng_kept_of(reader->shelf, reader->article, reader->entity);
  guint loaded = ng_kept_loaded(reader->shelf);
  if (who->form == NG_WHO_CARD)
    add_blank(who);
  g_autofree char *head = g_strdup_printf("named in %u of %u articles", kept->len, loaded);
  bool tight = who->form == NG_WHO_PANE || ng_text_cols(head, strlen(head)) > value_cols(who);
  ng_who_add_text(who, "Kept", tight ? head + strlen("named ") : head, 1);
  for (guint i = 0; i < kept->len && i < MOST_KEPT; i++) {
    const NgKept *it = &g_array_index(kept, NgKept, i);
    const NgShelved *item = ng_shelf_item(reader->shelf, it->item);
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_KEPT,
                               .text = it->is_this ? g_strdup("this article") : ng_kept_title(item),
                               .date = ng_kept_date(item->article),
                               .count = it->n_mentions,
                               .item = it->is_this ? NG_NONE : it->item,
                               .entity = it->entity});
  }
  if (kept->len > MOST_KEPT) {
    g_autofree char *rest = g_strdup_printf("and %u more", kept->len - MOST_KEPT);
    ng_who_add_text(who, NULL, rest, 1);
  }
}

NgWho *ng_who_new(NgReader *reader, NgWhoForm form, int cols, NgWhoCursor cursor)
{
  const NgEntity *entity = ng_reader_selected(reader);
  NgWho *who = g_new0(NgWho, 1);
  who->form = form;
  who->cols = cols;
  who->label_cols = cols < 24 ? 0 : form == NG_WHO_PANE ? PANE_LABEL_COLS : CARD_LABEL_COLS;
  who->rows = g_array_new(FALSE, FALSE, sizeof(NgWhoRow));
  g_array_set_clear_func(who->rows, clear_row);
  who->cursor = cursor;
  add_facts(who, reader, entity);
  if (form == NG_WHO_PANE) {
    add_surfaces(who, reader);
    add_stand_ins(who, reader);
  } else {
    add_names(who, entity);
    add_stand_ins(who, reader);
    add_why(who, reader);
    add_sentences(who, reader);
    add_statements(who, reader);
    add_relations(who, reader);
  }
  add_kept(who, reader);
  return who;
}

void ng_who_free(NgWho *who)
{
  if (!who)
    return;
  g_array_unref(who->rows);
  g_free(who);
}

int ng_who_rows(const NgWho *who)
{
  return (int)who->rows->len;
}

static bool is_under_cursor(const NgWho *who, const NgWhoRow *row)
{
  if (who->cursor.item != NG_NONE)
    return row->kind == NG_WHO_ROW_KEPT && row->item == who->cursor.item;
  return who->cursor.candidate != NG_NONE && row->kind == NG_WHO_ROW_CANDIDATE &&
         row->candidate == who->cursor.candidate;
}

int ng_who_cursor_row(const NgWho *who)
{
  for (guint i = 0; i < who->rows->len; i++)
    if (is_under_cursor(who, &g_array_index(who->rows, NgWhoRow, i)))
      return (int)i;
  return -1;
}

NgWhoElsewhere ng_who_elsewhere(const NgWho *who, guint i)
{
  for (guint at = 0; at < who->rows->len; at++) {
    const NgWhoRow *row = &g_array_index(who->rows, NgWhoRow, at);
    if (row->kind == NG_WHO_ROW_KEPT && row->item != NG_NONE && i-- == 0)
      return (NgWhoElsewhere){row->item, row->entity, (int)at};
  }
  return (NgWhoElsewhere){NG_NONE, NG_NONE, -1};
}

void ng_who_point_at(NgWho *who, uint32_t item)
{
  who->cursor.item = item;
}
