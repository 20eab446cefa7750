/* What an annotator finds in the text that a loader has built. */
#include "model/builder_private.h"
#include "model/room.h"

#include <string.h>

static int by_start(const void *a, const void *b)
{
  const NgRange *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* Mentions lie within one another, and may be several of one range: together they cover these. */
static GArray *covered(const GArray *mentions)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(NgRange));
  GArray *disjoint = g_array_new(FALSE, FALSE, sizeof(NgRange));
  for (guint i = 0; i < mentions->len; i++) {
    const NgRawMention *raw = &g_array_index(mentions, NgRawMention, i);
    NgRange range = {raw->start, raw->end};
    g_array_append_val(all, range);
  }
  ng_builder_put_in_order(all, by_start);
  for (guint i = 0; i < all->len; i++) {
    NgRange range = g_array_index(all, NgRange, i);
    NgRange *last = disjoint->len ? &g_array_index(disjoint, NgRange, disjoint->len - 1) : NULL;
    if (last && range.start < last->end)
      last->end = MAX(last->end, range.end);
    else
      g_array_append_val(disjoint, range);
  }
  return disjoint;
}

const NgArticle *ng_builder_text_so_far(NgBuilder *b)
{
  ng_builder_end_text(b);
  if (!b->marked)
    b->marked = covered(b->mentions);
  return b->article;
}

bool ng_builder_is_marked(const NgBuilder *b, uint32_t start, uint32_t end)
{
  guint low = 0, high = b->marked->len; /* the first that ends behind `start` */
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index(b->marked, NgRange, middle).end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  return low < b->marked->len && g_array_index(b->marked, NgRange, low).start < end;
}

bool ng_builder_has_names(NgBuilder *b)
{
  ng_builder_end_text(b);
  for (guint i = 0; i < b->mentions->len; i++) {
    uint8_t kind = g_array_index(b->mentions, NgRawMention, i).kind;
    if (kind == NG_ENTITY_PERSON || kind == NG_ENTITY_PLACE)
      return true;
  }
  return false;
}

/* A key that no pointer spells, since it is known from the start whom it means. */
uint32_t ng_builder_found(NgBuilder *b, NgEntityKind kind, const char *name)
{
  const char *kept = ng_builder_keep_line(b, name);
  NgKey key = {kept, ng_builder_add_entity(b, kind, NULL, kept), 0, 0, false};
  g_array_append_val(b->keys, key);
  return b->keys->len - 1;
}

static uint8_t number_of_rule(NgBuilder *b, const char *name)
{
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(b->rules, name));
  GPtrArray *rules = b->article->rules;
  if (known || rules->len == UINT8_MAX)
    return (uint8_t)known;
  char *kept = ng_builder_keep_line(b, name);
  g_ptr_array_add(rules, kept);
  g_hash_table_insert(b->rules, kept, GUINT_TO_POINTER(rules->len));
  return (uint8_t)rules->len;
}

uint8_t ng_builder_rule(NgBuilder *b, const char *name)
{
  if (!name || !*name)
    return 0;
  NgMetRule *met = &b->met_rules[((guintptr)name ^ (guintptr)name >> 6) % NG_MET_RULES];
  if (met->given == name && strcmp(met->kept, name) == 0)
    return met->number;
  uint8_t number = number_of_rule(b, name);
  if (number)
    *met = (NgMetRule){name, g_ptr_array_index(b->article->rules, number - 1), number};
  return number;
}

void ng_builder_expect_found(NgBuilder *b, guint mentions)
{
  ng_room_for_elements(b->mentions, mentions);
}

void ng_builder_found_mention(NgBuilder *b, uint32_t handle, NgEntityKind kind, uint32_t start, uint32_t end,
                              uint8_t confidence, const char *rule)
{
  NgRawMention mention = {.start = start,
                          .end = end,
                          .key = handle,
                          .element = b->n_mention_elements++,
                          .kind = (uint8_t)kind,
                          .origin = NG_ORIGIN_ANNOTATOR,
                          .confidence = MIN(confidence, 100),
                          .rule = ng_builder_rule(b, rule)};
  g_array_append_val(b->mentions, mention);
}

void ng_builder_found_role(NgBuilder *b, uint32_t handle, const char *role, const char *short_role)
{
  if (handle >= b->keys->len)
    return;
  uint32_t entity = g_array_index(b->keys, NgKey, handle).entity;
  ng_builder_record_role(b, entity, role);
  if (g_strcmp0(role, short_role) != 0)
    ng_builder_record_short_role(b, entity, short_role);
}

void ng_builder_found_country(NgBuilder *b, uint32_t handle, const char *country)
{
  if (handle < b->keys->len)
    ng_builder_record_country(b, g_array_index(b->keys, NgKey, handle).entity, country);
}
