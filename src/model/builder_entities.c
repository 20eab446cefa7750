/* Entities in the making: records, pointers, and which mention means whom. */
#include "model/builder_private.h"
#include "model/room.h"

#include <math.h>
#include <string.h>

char *ng_builder_keep(NgBuilder *b, const char *text)
{
  return g_string_chunk_insert(b->article->strings, text);
}

char *ng_builder_keep_line(NgBuilder *b, const char *text)
{
  gsize bytes = strlen(text);
  if (ng_text_is_line(text, bytes))
    return ng_builder_keep(b, text);
  g_autofree char *line = ng_text_clean_line(text, bytes);
  g_autoptr(GString) normal = g_string_new(line);
  ng_text_nfc(normal, 0, NULL, 0);
  return ng_builder_keep(b, normal->str);
}

static uint32_t index_of(GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(table, key)) - 1u; /* NG_NONE where there is none */
}

uint32_t ng_builder_key(NgBuilder *b, const char *pointer, uint32_t line, uint32_t column)
{
  bool local = pointer[0] == '#';
  const char *spelling = pointer + (local ? 1 : 0);
  uint32_t index = index_of(b->key_index, spelling);
  if (index == NG_NONE) {
    NgKey key = {ng_builder_keep_line(b, spelling), NG_NONE, line, column, local};
    if (!*key.spelling)
      return NG_NONE;
    index = b->keys->len;
    g_array_append_val(b->keys, key);
    g_hash_table_insert(b->key_index, (char *)ng_builder_keep(b, spelling), GUINT_TO_POINTER(index + 1));
  }
  return index;
}

uint32_t ng_builder_add_entity(NgBuilder *b, NgEntityKind kind, const char *id, const char *name)
{
  NgRawEntity entity = {.id = id, .name = name, .kind = (uint8_t)kind, .lat_deg = NAN, .lon_deg = NAN};
  g_array_append_val(b->entities, entity);
  return b->entities->len - 1;
}

/* ---- records ---- */

uint32_t ng_builder_record(NgBuilder *b, NgEntityKind kind, const char *id, uint32_t line, uint32_t column)
{
  const char *kept = NULL;
  if (id && *id) {
    kept = ng_builder_keep_line(b, id[0] == '#' ? id + 1 : id);
    if (!*kept)
      kept = NULL;
    uint32_t known = kept ? index_of(b->entity_by_key, kept) : NG_NONE;
    /* An id outweighs what is only a further key of another. */
    if (known != NG_NONE && g_strcmp0(g_array_index(b->entities, NgRawEntity, known).id, kept) == 0) {
      ng_builder_diagnose(b, line, column, "record listed twice: %s; the first was kept", kept);
      return NG_NONE;
    }
  }
  uint32_t entity = ng_builder_add_entity(b, kind, kept, NULL);
  NgRawEntity *raw = &g_array_index(b->entities, NgRawEntity, entity);
  raw->has_record = true;
  raw->line = line;
  raw->column = column;
  if (kept)
    g_hash_table_insert(b->entity_by_key, (char *)kept, GUINT_TO_POINTER(entity + 1));
  return entity;
}

uint32_t ng_builder_record_at(NgBuilder *b, NgEntityKind kind, const char *pointer, uint32_t line, uint32_t column)
{
  const char *id = pointer[0] == '#' ? pointer + 1 : pointer;
  uint32_t known = *id ? index_of(b->entity_by_key, id) : NG_NONE;
  return known != NG_NONE ? known : ng_builder_record(b, kind, id, line, column);
}

static NgRawEntity *record_of(NgBuilder *b, uint32_t record, const char *value)
{
  if (record >= b->entities->len || !value)
    return NULL;
  return &g_array_index(b->entities, NgRawEntity, record);
}

/* A string that an entity has in a list of its own. The text is the article's, or a kept string. */
typedef struct {
  const char *text;
  gsize bytes;
  uint32_t entity;
  char list; /* 'a' aliases and names that were met, 'r' references, 'k' keywords of the article */
} Listed;

guint ng_listed_hash(const void *key)
{
  const Listed *listed = key;
  guint hash = listed->entity * 2654435761u + (guchar)listed->list;
  for (gsize i = 0; i < listed->bytes; i++)
    hash = hash * 33 + (guchar)listed->text[i];
  return hash;
}

gboolean ng_listed_equal(const void *a, const void *b)
{
  const Listed *x = a, *y = b;
  return x->entity == y->entity && x->list == y->list && x->bytes == y->bytes &&
         memcmp(x->text, y->text, x->bytes) == 0;
}

bool ng_builder_is_new(NgBuilder *b, char list, uint32_t entity, const char *text, gsize bytes)
{
  Listed listed = {text, bytes, entity, list};
  if (g_hash_table_contains(b->listed, &listed))
    return false;
  g_hash_table_add(b->listed, g_memdup2(&listed, sizeof listed));
  return true;
}

void ng_builder_record_gathered(NgBuilder *b, uint32_t record)
{
  NgRawEntity *raw = record_of(b, record, "");
  if (!raw)
    return;
  raw->has_record = false;
  raw->gathered = true;
  raw->line = raw->column = 0;
}

static void add_string(GPtrArray **list, const char *kept)
{
  if (!*list)
    *list = g_ptr_array_new();
  g_ptr_array_add(*list, (char *)kept);
}

void ng_builder_record_name(NgBuilder *b, uint32_t record, const char *name)
{
  NgRawEntity *raw = record_of(b, record, name);
  if (!raw)
    return;
  const char *kept = ng_builder_keep_line(b, name);
  if (*kept && !raw->name)
    raw->name = kept;
  else if (*kept && strcmp(kept, raw->name) != 0 && ng_builder_is_new(b, 'a', record, kept, strlen(kept)))
    add_string(&raw->aliases, kept);
}

void ng_builder_record_key(NgBuilder *b, uint32_t record, const char *key)
{
  if (!record_of(b, record, key))
    return;
  const char *kept = ng_builder_keep_line(b, key);
  if (*kept && index_of(b->entity_by_key, kept) == NG_NONE)
    g_hash_table_insert(b->entity_by_key, (char *)kept, GUINT_TO_POINTER(record + 1));
}

static void set_once(NgBuilder *b, const char **field, const char *value)
{
  if (*field)
    return;
  const char *kept = ng_builder_keep_line(b, value);
  if (*kept)
    *field = kept;
}

void ng_builder_record_role(NgBuilder *b, uint32_t record, const char *role)
{
  NgRawEntity *raw = record_of(b, record, role);
  if (raw)
    set_once(b, &raw->role, role);
}

void ng_builder_record_short_role(NgBuilder *b, uint32_t record, const char *role)
{
  NgRawEntity *raw = record_of(b, record, role);
  if (raw)
    set_once(b, &raw->short_role, role);
}

void ng_builder_record_country(NgBuilder *b, uint32_t record, const char *country)
{
  NgRawEntity *raw = record_of(b, record, country);
  if (raw)
    set_once(b, &raw->country, country);
}

void ng_builder_record_country_code(NgBuilder *b, uint32_t record, const char *code)
{
  NgRawEntity *raw = record_of(b, record, code);
  if (!raw || *raw->country_code || !g_ascii_isalpha(code[0]) || !g_ascii_isalpha(code[1]) || code[2])
    return;
  raw->country_code[0] = g_ascii_toupper(code[0]);
  raw->country_code[1] = g_ascii_toupper(code[1]);
}

void ng_builder_record_ref(NgBuilder *b, uint32_t record, const char *url)
{
  NgRawEntity *raw = record_of(b, record, url);
  if (!raw)
    return;
  const char *kept = ng_builder_keep_line(b, url);
  if (*kept && ng_builder_is_new(b, 'r', record, kept, strlen(kept)))
    add_string(&raw->refs, kept);
}

void ng_builder_record_position(NgBuilder *b, uint32_t record, double lat_deg, double lon_deg)
{
  NgRawEntity *raw = record_of(b, record, "");
  if (!raw)
    return;
  if (!(fabs(lat_deg) <= 90 && fabs(lon_deg) <= 180)) {
    bool swapped = fabs(lat_deg) <= 180 && fabs(lon_deg) <= 90;
    ng_builder_diagnose(b, raw->line, raw->column, NG_COORDINATES_REFUSED "%s: left out",
                        swapped ? " (latitude comes first)" : "");
    return;
  }
  if (isnan(raw->lat_deg)) {
    raw->lat_deg = lat_deg;
    raw->lon_deg = lon_deg;
  }
}

/* ---- pointers ---- */

/* A pointer may name a record by its whole spelling, by what follows the `#` of a URI, or by what follows a prefix. */
static uint32_t record_for(NgBuilder *b, const char *spelling)
{
  uint32_t entity = index_of(b->entity_by_key, spelling);
  const char *hash = strrchr(spelling, '#');
  if (entity == NG_NONE && hash && hash[1])
    entity = index_of(b->entity_by_key, hash + 1);
  const char *colon = strchr(spelling, ':');
  if (entity == NG_NONE && colon && colon[1] && strncmp(colon, "://", 3) != 0)
    entity = index_of(b->entity_by_key, colon + 1);
  return entity;
}

uint32_t ng_builder_known_entity(NgBuilder *b, uint32_t key_index)
{
  const NgKey *key = &g_array_index(b->keys, NgKey, key_index);
  return key->entity != NG_NONE ? key->entity : record_for(b, key->spelling);
}

uint32_t ng_builder_entity_of_key(NgBuilder *b, uint32_t key_index, NgEntityKind kind)
{
  NgKey *key = &g_array_index(b->keys, NgKey, key_index);
  if (key->entity != NG_NONE)
    return key->entity;
  key->entity = record_for(b, key->spelling);
  if (key->entity == NG_NONE) {
    key->entity = ng_builder_add_entity(b, kind, key->spelling, NULL);
    g_hash_table_insert(b->entity_by_key, (char *)key->spelling, GUINT_TO_POINTER(key->entity + 1));
    if (key->local)
      ng_builder_diagnose(b, key->line, key->column, "pointer #%s leads nowhere", key->spelling);
  }
  return key->entity;
}

/* ---- names ---- */

#define AMBIGUOUS (NG_NONE - 1)

/* Who is called what: (kind, folded name) to entity. */
static char *name_key(uint8_t kind, const char *text, gsize bytes)
{
  g_autofree char *folded = ng_text_fold(text, bytes);
  return g_strdup_printf("%u%s", kind, folded);
}

static void learn_name(GHashTable *names, uint8_t kind, const char *text, gsize bytes, uint32_t entity)
{
  char *key = name_key(kind, text, bytes);
  uint32_t known = index_of(names, key);
  if (known == NG_NONE)
    g_hash_table_insert(names, key, GUINT_TO_POINTER(entity + 1));
  else if (known != entity)
    g_hash_table_insert(names, key, GUINT_TO_POINTER(AMBIGUOUS + 1));
  else
    g_free(key);
}

/* The bytes of a mention that are its name: not the comma or colon after it. */
static gsize name_bytes(const char *text, gsize bytes)
{
  while (bytes > 1 && strchr(",;:", text[bytes - 1]))
    bytes--;
  return bytes;
}

/* A full stop may be part of a name, or the end of a line. */
static bool is_name_with_stop(const char *name, const char *text, gsize bytes)
{
  return bytes > 1 && text[bytes - 1] == '.' && strlen(name) == bytes - 1 && memcmp(name, text, bytes - 1) == 0;
}

/* A stretch of the text as a line: with single spaces, whatever white space it has between its words. */
static const char *line_of(NgBuilder *b, const char *text, gsize bytes)
{
  g_autofree char *line = ng_text_clean_line(text, bytes);
  return ng_builder_keep(b, line);
}

/* Whether a name that was found is one of its owner's with an s before an apostrophe, as some spell what is the Qins' or Qin's. */
static bool is_owner_form(const NgRawMention *raw, const char *name, const char *text, gsize bytes)
{
  bool apostrophe = text[bytes] == '\'' || g_str_has_prefix(text + bytes, "\xE2\x80\x99");
  if (raw->origin != NG_ORIGIN_ANNOTATOR || !name || bytes < 3 || !apostrophe || text[bytes - 1] != 's')
    return false;
  g_autofree char *owner = g_strndup(text, bytes - 1);
  const char *at = strstr(name, owner);
  return at && (at == name || at[-1] == ' ') && (at[bytes - 1] == ' ' || !at[bytes - 1]);
}

/* The surface form of a mention becomes the name of an entity that has none, else an alias. */
static void learn_surface(NgBuilder *b, const NgRawMention *raw, uint32_t entity)
{
  const char *text = b->article->text->str + raw->start;
  gsize bytes = name_bytes(text, raw->end - raw->start);
  NgRawEntity *e = &g_array_index(b->entities, NgRawEntity, entity);
  bool tells = raw->origin == NG_ORIGIN_MARKUP || raw->origin == NG_ORIGIN_ANNOTATOR;
  if (!tells || e->gathered || is_owner_form(raw, e->name, text, bytes) ||
      !ng_builder_is_new(b, 'a', entity, text, bytes))
    return;
  const char *kept = line_of(b, text, bytes);
  gsize n = strlen(kept);
  if (!n || (n != bytes && !ng_builder_is_new(b, 'a', entity, kept, n)))
    return;
  if (!e->name)
    e->name = kept;
  else if (strcmp(e->name, kept) != 0 && !is_name_with_stop(e->name, text, bytes))
    add_string(&e->aliases, kept);
}

/* A mention without a pointer is not the annotator's, whatever its source says. */
static void put_mention(NgBuilder *b, uint32_t index, uint32_t entity, NgOrigin origin)
{
  const NgRawMention *raw = &g_array_index(b->mentions, NgRawMention, index);
  bool found = origin == NG_ORIGIN_ANNOTATOR;
  g_array_index(b->article->mentions, NgMention, index) = (NgMention){.start = raw->start,
                                                                      .end = raw->end,
                                                                      .entity = entity,
                                                                      .origin = (uint8_t)origin,
                                                                      .confidence = found ? raw->confidence : 0,
                                                                      .rule = found ? raw->rule : 0};
}

/* The several targets of one element are equal here, and a stable sort keeps their order. */
static int by_position(const void *a, const void *b)
{
  const NgRawMention *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return x->element > y->element ? -1 : x->element < y->element;
}

/* Names and aliases apart: a name outweighs another's alias. */
typedef struct {
  GHashTable *names, *aliases;
} Known;

static Known known_names(NgBuilder *b)
{
  Known known = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                 g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  for (uint32_t i = 0; i < b->entities->len; i++) {
    const NgRawEntity *e = &g_array_index(b->entities, NgRawEntity, i);
    if (e->name)
      learn_name(known.names, e->kind, e->name, strlen(e->name), i);
    for (guint k = 0; e->aliases && k < e->aliases->len; k++) {
      const char *alias = g_ptr_array_index(e->aliases, k);
      learn_name(known.aliases, e->kind, alias, strlen(alias), i);
    }
  }
  return known;
}

/* An id that no entity has: the name's folded form, with a number if that is taken. The numbers of a form are tried once each, however many
 * bear it. */
static char *id_from_name(NgBuilder *b, const char *name)
{
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  g_autoptr(GString) id = g_string_new(*folded ? g_strdelimit(folded, " ", '-') : "unnamed");
  if (!g_hash_table_contains(b->entity_by_key, id->str))
    return ng_builder_keep(b, id->str);
  g_autofree char *form = g_strdup(id->str);
  guint number = MAX(GPOINTER_TO_UINT(g_hash_table_lookup(b->next_numbers, form)), 2u);
  do
    g_string_printf(id, "%s-%u", form, number++);
  while (g_hash_table_contains(b->entity_by_key, id->str));
  g_hash_table_insert(b->next_numbers, g_steal_pointer(&form), GUINT_TO_POINTER(number));
  return ng_builder_keep(b, id->str);
}

/* Mentions without a pointer: to whoever bears that name alone, else to an entity of their own. */
static void resolve_by_name(NgBuilder *b, const GArray *nameless)
{
  if (!nameless->len)
    return;
  Known known = known_names(b);
  uint32_t pointed = b->entities->len;
  for (guint i = 0; i < nameless->len; i++) {
    uint32_t index = g_array_index(nameless, uint32_t, i);
    const NgRawMention *raw = &g_array_index(b->mentions, NgRawMention, index);
    const char *text = b->article->text->str + raw->start;
    gsize bytes = name_bytes(text, raw->end - raw->start);
    g_autofree char *key = name_key(raw->kind, text, bytes);
    uint32_t entity = index_of(known.names, key);
    if (entity == NG_NONE)
      entity = index_of(known.aliases, key);
    if (entity == NG_NONE || entity == AMBIGUOUS) {
      const char *name = line_of(b, text, bytes);
      name = *name ? name : "?";
      const char *id = id_from_name(b, name);
      entity = ng_builder_add_entity(b, raw->kind, id, name);
      g_hash_table_insert(b->entity_by_key, (char *)id, GUINT_TO_POINTER(entity + 1));
      g_hash_table_insert(known.names, g_steal_pointer(&key), GUINT_TO_POINTER(entity + 1));
    }
    put_mention(b, index, entity, entity < pointed ? NG_ORIGIN_NAME : NG_ORIGIN_MARKUP);
  }
  g_hash_table_unref(known.names);
  g_hash_table_unref(known.aliases);
}

void ng_builder_resolve_mentions(NgBuilder *b)
{
  ng_builder_put_in_order(b->mentions, by_position);
  ng_room_for_elements(b->article->mentions, b->mentions->len);
  g_array_set_size(b->article->mentions, b->mentions->len);
  g_autoptr(GArray) nameless = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < b->mentions->len; i++) {
    const NgRawMention *raw = &g_array_index(b->mentions, NgRawMention, i);
    if (raw->key == NG_NONE) {
      g_array_append_val(nameless, i);
      continue;
    }
    uint32_t entity = ng_builder_entity_of_key(b, raw->key, raw->kind);
    learn_surface(b, raw, entity);
    put_mention(b, i, entity, raw->origin);
  }
  resolve_by_name(b, nameless);
}

void ng_builder_name_entities(NgBuilder *b)
{
  for (uint32_t i = 0; i < b->entities->len; i++) {
    NgRawEntity *e = &g_array_index(b->entities, NgRawEntity, i);
    if (!e->name)
      e->name = e->id && *e->id ? e->id : "?";
    if (!e->id) {
      e->id = id_from_name(b, e->name);
      g_hash_table_insert(b->entity_by_key, (char *)e->id, GUINT_TO_POINTER(i + 1));
    }
  }
}
