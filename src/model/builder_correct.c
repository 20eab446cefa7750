/* What the user says of names, done to an article that is all but finished: mentions have their entities, and relations their ends. */
#include "model/builder_private.h"
#include "model/correction.h"

#include <math.h>
#include <string.h>

typedef struct {
  NgBuilder *b;
  NgArticle *a;
  GHashTable *by_name;    /* folded name of an entity to index + 1; the first that bears it */
  GHashTable *by_surface; /* folded words to GArray of mentions that consist of them */
  GArray *moved_to;       /* uint32_t: whom each entity was merged into; itself where it was not */
  GArray *touched;        /* bool: the entity has lost mentions */
} Correcting;

static NgRawEntity *entity_at(const Correcting *c, uint32_t entity)
{
  return &g_array_index(c->b->entities, NgRawEntity, entity);
}

static NgMention *mention_at(const Correcting *c, uint32_t mention)
{
  return &g_array_index(c->a->mentions, NgMention, mention);
}

static char *surface_of(const Correcting *c, const NgMention *m)
{
  return ng_text_fold(c->a->text->str + m->start, m->end - m->start);
}

static void know_entity(Correcting *c, uint32_t entity)
{
  const char *name = entity_at(c, entity)->name;
  char *folded = ng_text_fold(name, strlen(name));
  if (g_hash_table_contains(c->by_name, folded))
    g_free(folded);
  else
    g_hash_table_insert(c->by_name, folded, GUINT_TO_POINTER(entity + 1));
  g_array_append_val(c->moved_to, entity);
  const bool no = false;
  g_array_append_val(c->touched, no);
}

static void know_entities(Correcting *c)
{
  c->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  c->by_surface = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  c->moved_to = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  c->touched = g_array_new(FALSE, FALSE, sizeof(bool));
  for (uint32_t i = 0; i < c->b->entities->len; i++)
    know_entity(c, i);
}

static void know_mentions(Correcting *c)
{
  for (uint32_t i = 0; i < c->a->mentions->len; i++) {
    char *surface = surface_of(c, mention_at(c, i));
    GArray *all = g_hash_table_lookup(c->by_surface, surface);
    if (all) {
      g_free(surface);
    } else {
      all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
      g_hash_table_insert(c->by_surface, surface, all);
    }
    g_array_append_val(all, i);
  }
}

static void forget_all(Correcting *c)
{
  g_hash_table_unref(c->by_name);
  g_hash_table_unref(c->by_surface);
  g_array_unref(c->moved_to);
  g_array_unref(c->touched);
}

/* Where merging has led, however far. */
static uint32_t whom(const Correcting *c, uint32_t entity)
{
  while (entity != NG_NONE && g_array_index(c->moved_to, uint32_t, entity) != entity)
    entity = g_array_index(c->moved_to, uint32_t, entity);
  return entity;
}

/* The entity that bears the name; else, `or_mentioned`, the one that the words first mention; NG_NONE. */
static uint32_t named(const Correcting *c, const char *name, bool or_mentioned)
{
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  uint32_t entity = whom(c, GPOINTER_TO_UINT(g_hash_table_lookup(c->by_name, folded)) - 1u);
  const GArray *all = g_hash_table_lookup(c->by_surface, folded);
  if (entity == NG_NONE && or_mentioned && all)
    entity = whom(c, mention_at(c, g_array_index(all, uint32_t, 0))->entity);
  return entity;
}

static const GArray *mentions_by(const Correcting *c, const char *name)
{
  static const GArray none = {NULL, 0};
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  const GArray *all = g_hash_table_lookup(c->by_surface, folded);
  return all ? all : &none;
}

/* To another entity, or with NG_NONE to nobody. */
static void give(Correcting *c, NgMention *m, uint32_t to)
{
  if (m->entity == NG_NONE || whom(c, m->entity) == to)
    return;
  g_array_index(c->touched, bool, whom(c, m->entity)) = true;
  m->entity = to;
  m->origin = NG_ORIGIN_USER;
  m->confidence = m->rule = 0;
}

static uint32_t new_entity(Correcting *c, const char *name, NgEntityKind kind)
{
  uint32_t entity = ng_builder_add_entity(c->b, kind, NULL, ng_builder_keep_line(c->b, name));
  know_entity(c, entity);
  return entity;
}

/* ---- each kind ---- */

static void not_a_name(Correcting *c, const NgCorrection *it)
{
  uint32_t entity = named(c, it->name, false);
  const GArray *all = mentions_by(c, it->name);
  for (guint i = 0; i < all->len; i++)
    give(c, mention_at(c, g_array_index(all, uint32_t, i)), NG_NONE);
  if (entity == NG_NONE || entity_at(c, entity)->has_record)
    return;
  for (uint32_t i = 0; i < c->a->mentions->len; i++)
    if (whom(c, mention_at(c, i)->entity) == entity)
      give(c, mention_at(c, i), NG_NONE);
}

static void is_a(Correcting *c, const NgCorrection *it)
{
  uint32_t entity = named(c, it->name, false);
  if (entity != NG_NONE)
    entity_at(c, entity)->kind = (uint8_t)it->is_a;
  const GArray *all = mentions_by(c, it->name);
  for (guint i = 0; i < all->len; i++) {
    NgMention *m = mention_at(c, g_array_index(all, uint32_t, i));
    if (m->entity != NG_NONE && entity_at(c, whom(c, m->entity))->kind == it->is_a)
      continue;
    entity = entity == NG_NONE ? new_entity(c, it->name, it->is_a) : entity;
    if (m->entity == NG_NONE) /* a line above has said that it is no name */
      m->entity = entity;
    give(c, m, entity);
  }
}

static void merge(Correcting *c, uint32_t from, uint32_t to)
{
  const NgRawEntity *source = entity_at(c, from);
  NgRawEntity *target = entity_at(c, to);
  target->role = target->role ? target->role : source->role;
  target->short_role = target->short_role ? target->short_role : source->short_role;
  target->country = target->country ? target->country : source->country;
  if (isnan(target->lat_deg)) {
    target->lat_deg = source->lat_deg;
    target->lon_deg = source->lon_deg;
  }
  g_array_index(c->moved_to, uint32_t, from) = to;
}

static void add_alias(Correcting *c, uint32_t entity, const char *name)
{
  NgRawEntity *raw = entity_at(c, entity);
  char *kept = ng_builder_keep_line(c->b, name);
  if (strcmp(kept, raw->name) == 0 || !ng_builder_is_new(c->b, 'a', entity, kept, strlen(kept)))
    return;
  raw->aliases = raw->aliases ? raw->aliases : g_ptr_array_new();
  g_ptr_array_add(raw->aliases, kept);
}

static void same_as(Correcting *c, const NgCorrection *it)
{
  uint32_t to = named(c, it->other, true), from = named(c, it->name, false);
  if (to == NG_NONE || to == from)
    return;
  const GArray *all = mentions_by(c, it->name);
  for (guint i = 0; i < all->len; i++)
    give(c, mention_at(c, g_array_index(all, uint32_t, i)), to);
  if (from != NG_NONE)
    merge(c, from, to);
  if (from != NG_NONE || all->len)
    add_alias(c, to, it->name);
}

static void not_same_as(Correcting *c, const NgCorrection *it)
{
  uint32_t from = named(c, it->other, true), own = named(c, it->name, false);
  const GArray *all = mentions_by(c, it->name);
  if (from == NG_NONE)
    return;
  for (guint i = 0; i < all->len; i++) {
    NgMention *m = mention_at(c, g_array_index(all, uint32_t, i));
    if (whom(c, m->entity) != from)
      continue;
    own = own == NG_NONE ? new_entity(c, it->name, (NgEntityKind)entity_at(c, from)->kind) : own;
    give(c, m, own);
  }
}

static void place_at(Correcting *c, const NgCorrection *it)
{
  uint32_t entity = named(c, it->name, true);
  if (entity == NG_NONE || entity_at(c, entity)->kind != NG_ENTITY_PLACE)
    return;
  entity_at(c, entity)->lat_deg = it->lat_deg;
  entity_at(c, entity)->lon_deg = it->lon_deg;
}

/* ---- words that are names though no one took them for such ---- */

static bool is_word_at(const char *text, const char *at, gsize bytes)
{
  const char *before = at > text ? g_utf8_find_prev_char(text, at) : NULL;
  return !(before && g_unichar_isalnum(g_utf8_get_char(before))) && !g_unichar_isalnum(g_utf8_get_char(at + bytes));
}

/* The end of the last mention that reaches into the range; 0 if none does. `mentions` are sorted by start. */
static uint32_t taken_until(const Correcting *c, guint n_sorted, uint32_t start, uint32_t end)
{
  guint low = 0, high = n_sorted; /* the first that starts at or behind the end */
  while (low < high) {
    guint middle = (low + high) / 2;
    if (mention_at(c, middle)->start < end)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t until = 0;
  for (guint i = low; i > 0 && low - i < 64; i--) { /* within one another no deeper than this */
    const NgMention *m = mention_at(c, i - 1);
    if (m->entity != NG_NONE && m->end > start)
      until = MAX(until, m->end);
  }
  return until;
}

static void add_words(Correcting *c, const NgCorrection *it)
{
  const char *text = c->a->text->str;
  gsize bytes = strlen(it->name);
  guint n_sorted = c->a->mentions->len;
  uint32_t entity = named(c, it->name, false);
  for (const char *at = text; (at = strstr(at, it->name));) {
    uint32_t start = (uint32_t)(at - text), end = start + (uint32_t)bytes;
    uint32_t until = taken_until(c, n_sorted, start, end);
    at += bytes;
    if (until || !is_word_at(text, text + start, bytes))
      continue;
    entity = entity == NG_NONE ? new_entity(c, it->name, it->is_a) : entity;
    NgMention m = {.start = start, .end = end, .entity = entity, .origin = NG_ORIGIN_USER};
    g_array_append_val(c->a->mentions, m);
  }
}

/* ---- the end ---- */

static int by_range(const void *a, const void *b)
{
  const NgMention *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

/* Mentions of nobody go; the others mean whom merging has led to. */
static void settle_mentions(Correcting *c)
{
  guint n = 0;
  for (guint i = 0; i < c->a->mentions->len; i++) {
    NgMention m = *mention_at(c, i);
    m.entity = whom(c, m.entity);
    if (m.entity != NG_NONE)
      *mention_at(c, n++) = m;
  }
  g_array_set_size(c->a->mentions, n);
  ng_builder_put_in_order(c->a->mentions, by_range);
}

/* Where each entity stands once those are gone that were merged, or lost all their mentions and have no record; NG_NONE for these. */
static GArray *new_places(const Correcting *c)
{
  GArray *places = g_array_new(FALSE, TRUE, sizeof(uint32_t));
  g_array_set_size(places, c->b->entities->len);
  for (guint i = 0; i < c->a->mentions->len; i++)
    g_array_index(places, uint32_t, mention_at(c, i)->entity) = 1;
  uint32_t next = 0;
  for (uint32_t i = 0; i < places->len; i++) {
    bool mentioned = g_array_index(places, uint32_t, i), merged = whom(c, i) != i;
    bool gone = merged || (!mentioned && g_array_index(c->touched, bool, i) && !entity_at(c, i)->has_record);
    g_array_index(places, uint32_t, i) = gone ? NG_NONE : next++;
  }
  return places;
}

static void clear_entity(NgRawEntity *raw)
{
  g_clear_pointer(&raw->aliases, g_ptr_array_unref);
  g_clear_pointer(&raw->refs, g_ptr_array_unref);
}

static uint32_t place_of(const Correcting *c, const GArray *places, uint32_t entity)
{
  uint32_t now = entity == NG_NONE ? NG_NONE : whom(c, entity);
  return now == NG_NONE ? NG_NONE : g_array_index(places, uint32_t, now);
}

/* A relation that has lost an end goes, and so does one whose ends have become one. */
static void settle_relations(Correcting *c, const GArray *places)
{
  guint n = 0;
  for (guint i = 0; i < c->a->relations->len; i++) {
    NgRelation r = g_array_index(c->a->relations, NgRelation, i);
    bool self = r.subject == r.object;
    r.subject = place_of(c, places, r.subject);
    r.object = place_of(c, places, r.object);
    r.place = place_of(c, places, r.place);
    if (r.subject != NG_NONE && r.object != NG_NONE && (self || r.subject != r.object))
      g_array_index(c->a->relations, NgRelation, n++) = r;
  }
  g_array_set_size(c->a->relations, n);
  n = 0;
  for (guint i = 0; i < c->a->attributes->len; i++) {
    NgAttribute attribute = g_array_index(c->a->attributes, NgAttribute, i);
    attribute.entity = place_of(c, places, attribute.entity);
    if (attribute.entity != NG_NONE)
      g_array_index(c->a->attributes, NgAttribute, n++) = attribute;
  }
  g_array_set_size(c->a->attributes, n);
}

/* What nobody is left to say goes, and so do words that stand for nobody. */
static void settle_statements(Correcting *c, const GArray *places)
{
  guint n = 0;
  for (guint i = 0; i < c->a->statements->len; i++) {
    NgStatement it = g_array_index(c->a->statements, NgStatement, i);
    it.speaker = place_of(c, places, it.speaker);
    if (it.speaker != NG_NONE)
      g_array_index(c->a->statements, NgStatement, n++) = it;
  }
  g_array_set_size(c->a->statements, n);
  n = 0;
  for (guint i = 0; i < c->a->stand_ins->len; i++) {
    NgStandIn it = g_array_index(c->a->stand_ins, NgStandIn, i);
    it.entity = place_of(c, places, it.entity);
    if (it.entity != NG_NONE)
      g_array_index(c->a->stand_ins, NgStandIn, n++) = it;
  }
  g_array_set_size(c->a->stand_ins, n);
}

static void settle_entities(Correcting *c, const GArray *places)
{
  guint n = 0;
  for (guint i = 0; i < c->a->mentions->len; i++)
    mention_at(c, i)->entity = g_array_index(places, uint32_t, mention_at(c, i)->entity);
  for (guint i = 0; i < places->len; i++) {
    NgRawEntity raw = *entity_at(c, i);
    if (g_array_index(places, uint32_t, i) == NG_NONE)
      clear_entity(&raw);
    else
      *entity_at(c, n++) = raw;
  }
  g_array_set_size(c->b->entities, n);
}

static void correct(Correcting *c, const NgCorrection *it)
{
  static void (*const kinds[NG_N_CORRECTIONS])(Correcting *, const NgCorrection *) = {
      [NG_CORRECTION_NOT_A_NAME] = not_a_name,   [NG_CORRECTION_IS_A] = is_a,
      [NG_CORRECTION_NOT_SAME_AS] = not_same_as, [NG_CORRECTION_SAME_AS] = same_as,
      [NG_CORRECTION_PLACE_AT] = place_at,
  };
  kinds[it->kind](c, it);
}

/* Words that are names by the user's word alone come first: what else is said of them holds then. */
static void add_all_words(Correcting *c)
{
  for (guint i = 0; i < c->b->corrections->len; i++) {
    const NgCorrection *it = g_ptr_array_index(c->b->corrections, i);
    if (it->kind != NG_CORRECTION_IS_A)
      continue;
    add_words(c, it);
    ng_builder_put_in_order(c->a->mentions, by_range);
  }
}

void ng_builder_apply_corrections(NgBuilder *b)
{
  if (!b->corrections || !b->corrections->len)
    return;
  Correcting c = {.b = b, .a = b->article};
  know_entities(&c);
  add_all_words(&c);
  know_mentions(&c);
  for (guint i = 0; i < b->corrections->len; i++)
    correct(&c, g_ptr_array_index(b->corrections, i));
  settle_mentions(&c);
  g_autoptr(GArray) places = new_places(&c);
  settle_relations(&c, places);
  settle_statements(&c, places);
  settle_entities(&c, places);
  forget_all(&c);
}
