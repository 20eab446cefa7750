/* What the builder's files share: the text side (builder.c, builder_spans.c), entities and pointers (builder_entities.c), relations
 * (builder_relations.c), and the end (builder_finish.c). */
#ifndef NG_BUILDER_PRIVATE_H
#define NG_BUILDER_PRIVATE_H

#include "model/article_private.h"
#include "model/builder.h"

/* A pointer as the source writes it, once a spelling; its entity is known at the end. */
typedef struct {
  const char *spelling; /* without a leading # */
  uint32_t entity;
  uint32_t line, column; /* of its first use */
  bool local;            /* it had a leading #: its target must be in this document */
} NgKey;

/* A mention whose pointer is not yet resolved. */
typedef struct {
  uint32_t start, end;
  uint32_t key;     /* into keys, or NG_NONE */
  uint32_t element; /* in the order of closing: of two over the same text the outer one has the higher number */
  uint8_t kind;
  uint8_t origin;           /* NgOrigin, as the loader tells it */
  uint8_t confidence, rule; /* of an annotator's */
} NgRawMention;

/* A statement, or words that stand for somebody, whose entity is not yet known. */
typedef struct {
  NgStatement statement; /* but for the speaker */
  uint32_t key;
  uint32_t element; /* in the order of closing */
} NgRawStatement;

/* An entity in the making. */
typedef struct {
  const char *id, *name, *role, *short_role, *country;
  GPtrArray *aliases, *refs; /* of borrowed strings; NULL while empty */
  double lat_deg, lon_deg;
  char country_code[3]; /* or "" */
  uint32_t line, column;
  uint8_t kind;
  bool has_record;
  bool gathered; /* see ng_builder_record_gathered */
} NgRawEntity;

typedef struct {
  const char *kind, *label, *date, *status;
  uint32_t place;                    /* key or NG_NONE */
  GArray *active, *passive, *mutual; /* of keys (uint32_t); NULL where the source has none */
  const char **sources;              /* ids of passages, NULL-terminated, or NULL */
  uint32_t line, column;
  NgOrigin origin;
  uint8_t confidence, rule;
  uint32_t evidence; /* into the ranges of evidence that stood around the relation, or NG_NONE */
} NgRawRelation;

/* What an annotator found: the relation, and each sentence that says it. */
typedef struct {
  NgFoundRelation first; /* strings are kept; start and end are of no use */
  uint8_t rule;
} NgRawFound;

typedef struct {
  uint32_t relation; /* into found_relations */
  NgRange range;
} NgRawEvidence;

/* A rule whose name was given as this string before: hardly ever are its letters gone through again. */
#define NG_MET_RULES 64u
typedef struct {
  const char *given, *kept; /* the first to compare addresses, for it may be gone */
  uint8_t number;
} NgMetRule;

typedef struct _NgPiece NgPiece;
typedef struct _NgFlow NgFlow;

struct _NgBuilder {
  NgArticle *article;  /* text, blocks, styles, links and diagnostics go straight in */
  GPtrArray *flows;    /* NgFlow: the running text, then the notes that are open */
  gsize ready_bytes;   /* how far the text's memory has been asked for */
  bool begun;          /* the running text has a block */
  bool in_verse;       /* and its last is a verse */
  GPtrArray *keywords; /* of borrowed strings */
  guint n_flat_notes;  /* open notes that are too deep to be notes of their own */

  GArray *mentions;          /* NgRawMention */
  GArray *statements;        /* NgRawStatement */
  GArray *stand_ins;         /* NgRawStatement, without a verb */
  GArray *entities;          /* NgRawEntity */
  GArray *keys;              /* NgKey */
  GHashTable *key_index;     /* spelling to index + 1 */
  GHashTable *entity_by_key; /* id or further key of a record to entity + 1 */
  GHashTable *listed;        /* set of Listed: what lists of strings entities have */
  GHashTable *rules;         /* the name of a rule to its number in the article */
  NgMetRule met_rules[NG_MET_RULES];
  GHashTable *next_numbers; /* an id without its number to the next number that may be free */
  GArray *relations;        /* NgRawRelation */
  GArray *around;           /* NgRange: evidence that stood around relations */
  GHashTable *passages;     /* id to index + 1 into passage_ranges */
  GArray *passage_ranges;   /* NgRange */
  GArray *found_relations;  /* NgRawFound */
  GArray *found_evidence;   /* NgRawEvidence */
  GHashTable *found_index;  /* what makes a found relation the same, to index + 1; NULL while there is none */
  uint32_t n_mention_elements;
  GArray *marked; /* NgRange, disjoint and in order: what marked mentions cover, once the text is complete; else NULL */
  GPtrArray *corrections; /* NgCorrection, or NULL */
  guint n_pairs;          /* relations made of ends so far */
};

/* The index of the key for a pointer as the source writes it; NG_NONE if there is nothing in it. */
uint32_t ng_builder_key(NgBuilder *b, const char *pointer, uint32_t line, uint32_t column);

/* The article's number for a rule of this name; 0 for NULL, for an empty one, and where the article has too many. */
uint8_t ng_builder_rule(NgBuilder *b, const char *name);

/* Whether the entity has not had this string in that list (see Listed), however long the list is; now it has. */
bool ng_builder_is_new(NgBuilder *b, char list, uint32_t entity, const char *text, gsize bytes);
guint ng_listed_hash(const void *key);
gboolean ng_listed_equal(const void *a, const void *b);

/* Appends an entity without a record and returns its index. */
uint32_t ng_builder_add_entity(NgBuilder *b, NgEntityKind kind, const char *id, const char *name);

/* The key's entity, made if need be of `kind` and, until a mention names it, without a name. */
uint32_t ng_builder_entity_of_key(NgBuilder *b, uint32_t key, NgEntityKind kind);

/* The key's entity, if there is one already; else NG_NONE. */
uint32_t ng_builder_known_entity(NgBuilder *b, uint32_t key);

/* Puts the statements and the stand-ins of whom is known into the article. After the mentions. */
void ng_builder_resolve_statements(NgBuilder *b);

/* Resolves all pointers and names: fills the article's mentions (unsorted ties included) from the raw ones. */
void ng_builder_resolve_mentions(NgBuilder *b);

/* Turns raw relations into the article's relations, attributes and evidence. */
void ng_builder_resolve_relations(NgBuilder *b);

/* The same of what an annotator found, behind those. */
void ng_builder_resolve_found_relations(NgBuilder *b);

/* Names the entities that no record and no mention named (their id serves), and gives an id to those without. */
void ng_builder_name_entities(NgBuilder *b);

/* Does what the user says (correction.h) to mentions, entities and relations that are resolved and named. New entities have no id yet. */
void ng_builder_apply_corrections(NgBuilder *b);

/* The evidence that the innermost open thing will be: an index into `around`, or NG_NONE if nothing is open. */
uint32_t ng_builder_around(NgBuilder *b);

/* Closes whatever is open and puts the last block into the article. */
void ng_builder_end_text(NgBuilder *b);

/* Sorts, unless the array is in order already: nearly always, since text comes in text order. */
void ng_builder_put_in_order(GArray *array, GCompareFunc compare);

char *ng_builder_keep(NgBuilder *b, const char *text);      /* a copy that lives as long as the article */
char *ng_builder_keep_line(NgBuilder *b, const char *text); /* the same, cleaned, in NFC, white space folded */

void ng_flow_free(NgFlow *flow);

#endif
