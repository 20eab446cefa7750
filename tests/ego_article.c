#include "ego_article.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  NgBuilder *builder;
  GHashTable *ids; /* name with its sign to id */
} Making;

static const char *id_of(Making *making, const char *name)
{
  const char *id = g_hash_table_lookup(making->ids, name);
  if (id)
    return id;
  char *made = g_strdup_printf("e%u", g_hash_table_size(making->ids));
  NgEntityKind kind = *name == '@' ? NG_ENTITY_PLACE : *name == '#' ? NG_ENTITY_ORGANISATION : NG_ENTITY_PERSON;
  uint32_t record = ng_builder_record(making->builder, kind, made, 1, 1);
  ng_builder_record_name(making->builder, record, name + (kind != NG_ENTITY_PERSON));
  g_hash_table_insert(making->ids, g_strdup(name), made);
  return made;
}

static void mention(Making *making, const char *name)
{
  const char *pointers[] = {id_of(making, name), NULL};
  name += *name == '@' || *name == '#';
  ng_builder_text(making->builder, " ", 1);
  ng_builder_open(making->builder);
  ng_builder_text(making->builder, name, strlen(name));
  ng_builder_close_mention(making->builder, NG_ENTITY_PERSON, pointers, 1, 1);
  ng_builder_text(making->builder, " ", 1);
}

static void sentence(Making *making, char *const *names, const char *id)
{
  ng_builder_open(making->builder);
  ng_builder_text(making->builder, "Here", 4);
  for (; *names; names++)
    mention(making, *names);
  ng_builder_text(making->builder, "end.", 4);
  ng_builder_close_passage(making->builder, id, true);
  ng_builder_text(making->builder, " ", 1);
}

/* Cuts off what follows `sign` and returns it, or `otherwise`. */
static const char *cut_tail(char *line, const char *sign, const char *otherwise)
{
  char *tail = strstr(line, sign);
  if (!tail)
    return otherwise;
  *tail = '\0';
  return tail + strlen(sign);
}

static void relation(Making *making, char *line, const char *arrow, int n_line)
{
  const char *status = cut_tail(line, " ! ", NULL);
  int times = atoi(cut_tail(line, " * ", "1"));
  g_auto(GStrv) parts = g_strsplit(line, arrow, 3);
  char *names[] = {parts[0], parts[2], NULL};
  const char *from[] = {id_of(making, parts[0]), NULL}, *to[] = {id_of(making, parts[2]), NULL};
  const char *both[] = {from[0], to[0], NULL};
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < times; i++) {
    char *id = g_strdup_printf("s%d.%d", n_line, i);
    g_ptr_array_add(sources, id);
    sentence(making, names, id);
  }
  g_ptr_array_add(sources, NULL);
  bool directed = arrow[1] == '>';
  NgRelationMark mark = {.kind = parts[1],
                         .label = parts[1],
                         .status = status,
                         .active = directed ? from : NULL,
                         .passive = directed ? to : NULL,
                         .mutual = directed ? NULL : both,
                         .sources = (const char *const *)sources->pdata};
  ng_builder_relation(making->builder, &mark);
}

static void take_line(Making *making, char *line, int n_line)
{
  if (strstr(line, " > ")) {
    relation(making, line, " > ", n_line);
  } else if (strstr(line, " - ")) {
    relation(making, line, " - ", n_line);
  } else if (strstr(line, " = ")) {
    g_auto(GStrv) parts = g_strsplit(line, " = ", 2);
    /* A record can be continued only by its handle: the first thing said of an entity has to be its role. */
    NgEntityKind kind = *parts[0] == '@' ? NG_ENTITY_PLACE : NG_ENTITY_PERSON;
    char *id = g_strdup_printf("e%u", g_hash_table_size(making->ids));
    uint32_t record = ng_builder_record(making->builder, kind, id, 1, 1);
    ng_builder_record_name(making->builder, record, parts[0]);
    ng_builder_record_role(making->builder, record, parts[1]);
    g_hash_table_insert(making->ids, g_strdup(parts[0]), id);
  } else {
    g_auto(GStrv) names = g_strsplit(line, " & ", -1);
    sentence(making, names, NULL);
  }
}

NgArticle *ego_article(const char *script)
{
  Making making = {ng_builder_new("test", NG_FORMAT_TEI), NULL};
  making.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit(script, "\n", -1);
  for (int i = 0; lines[i]; i++)
    if (*lines[i])
      take_line(&making, lines[i], i);
  g_hash_table_unref(making.ids);
  return ng_builder_finish(making.builder);
}

uint32_t ego_article_entity(const NgArticle *article, const char *name)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++)
    if (strcmp(entities[i].name, name) == 0)
      return i;
  return NG_NONE;
}

NgEgo *ego_article_ego(const NgArticle *article, const char *name, int hops)
{
  g_autoptr(NgNetwork) network = ng_network_new(article);
  return ng_ego_new(network, ego_article_entity(article, name), hops);
}

char *ego_rows(const NgPicture *picture)
{
  GString *out = g_string_new(NULL);
  for (int row = 0; row < picture->rows; row++) {
    g_autofree char *text = ng_picture_row(picture, row);
    g_string_append_printf(out, "%s\n", text);
  }
  return g_string_free(out, FALSE);
}
