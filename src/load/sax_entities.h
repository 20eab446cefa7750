/* Entities of a document, without expanding what could grow: the driver's answer to the parser's questions. */
#ifndef NG_SAX_ENTITIES_H
#define NG_SAX_ENTITIES_H

#include <glib.h>
#include <libxml/tree.h>

typedef struct {
  GHashTable *declared; /* name to NgSaxEntity */
  gsize expanded_bytes;
} NgSaxEntities;

void ng_sax_entities_init(NgSaxEntities *entities);
void ng_sax_entities_clear(NgSaxEntities *entities);

typedef enum { NG_ENTITY_KEPT, NG_ENTITY_REFUSED } NgEntityVerdict;

/* A declaration of the document. Short plain text is kept; what is external, long, or holds mark-up or other entities is refused. */
NgEntityVerdict ng_sax_entities_declare(NgSaxEntities *entities, const char *name, int type, const char *content);

/* The entity of that name for the parser, or NULL: one of the document's own, else one that HTML defines. */
xmlEntityPtr ng_sax_entities_find(NgSaxEntities *entities, const char *name);

#endif
