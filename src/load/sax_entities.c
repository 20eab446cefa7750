#include "load/sax_entities.h"

#include "text/text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_ENTITY_BYTES   256u
#define MAX_EXPANDED_BYTES ((gsize)4 << 20)
#define MAX_ENTITIES       65536u

/* The parser takes a predefined entity's content as characters and parses nothing in it. */
static xmlEntityPtr entity_new(const char *name, const char *content)
{
  static xmlChar nothing[] = "";
  GString *clean = g_string_new(NULL);
  ng_text_clean(clean, content, strlen(content));
  xmlEntityPtr entity = g_new0(xmlEntity, 1);
  entity->type = XML_ENTITY_DECL;
  entity->etype = XML_INTERNAL_PREDEFINED_ENTITY;
  entity->name = (const xmlChar *)g_strdup(name);
  entity->length = (int)clean->len;
  entity->content = (xmlChar *)g_string_free(clean, FALSE);
  entity->orig = nothing; /* or the parser hangs a copy of its own there */
  return entity;
}

static void entity_free(void *p)
{
  xmlEntityPtr entity = p;
  g_free((void *)(guintptr)entity->name);
  g_free(entity->content);
  g_free(entity);
}

void ng_sax_entities_init(NgSaxEntities *entities)
{
  entities->declared = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, entity_free);
  entities->expanded_bytes = 0;
}

void ng_sax_entities_clear(NgSaxEntities *entities)
{
  g_clear_pointer(&entities->declared, g_hash_table_unref);
}

static xmlEntityPtr keep(NgSaxEntities *entities, const char *name, const char *content)
{
  xmlEntityPtr entity = entity_new(name, content);
  g_hash_table_insert(entities->declared, (char *)(guintptr)entity->name, entity);
  return entity;
}

NgEntityVerdict ng_sax_entities_declare(NgSaxEntities *entities, const char *name, int type, const char *content)
{
  if (type == XML_INTERNAL_PARAMETER_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY)
    return type == XML_EXTERNAL_PARAMETER_ENTITY ? NG_ENTITY_REFUSED : NG_ENTITY_KEPT; /* never expanded either way */
  if (type != XML_INTERNAL_GENERAL_ENTITY || !content || strlen(content) > MAX_ENTITY_BYTES || strpbrk(content, "<&") ||
      g_hash_table_size(entities->declared) >= MAX_ENTITIES)
    return NG_ENTITY_REFUSED;
  if (!g_hash_table_contains(entities->declared, name)) /* the first declaration counts */
    keep(entities, name, content);
  return NG_ENTITY_KEPT;
}

xmlEntityPtr ng_sax_entities_find(NgSaxEntities *entities, const char *name)
{
  xmlEntityPtr entity = g_hash_table_lookup(entities->declared, name);
  if (!entity) {
    const htmlEntityDesc *html = htmlEntityLookup((const xmlChar *)name);
    if (!html)
      return NULL;
    char character[7] = {0};
    g_unichar_to_utf8((gunichar)html->value, character);
    entity = keep(entities, html->name, character);
  }
  entities->expanded_bytes += (gsize)entity->length;
  return entities->expanded_bytes > MAX_EXPANDED_BYTES ? NULL : entity;
}
