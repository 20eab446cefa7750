/* An article: one text, what stands in it, and who is who. Immutable; made by a builder (builder.h).
 *
 * The article owns every string and array it hands out: results are borrowed and live as long as it does.
 * It is flat: one contiguous UTF-8 text, and sorted arrays of half-open byte ranges into it. Everything refers by index.
 *
 * Invariants:
 *  - blocks are sorted, do not overlap, are never empty, and are parted by exactly "\n\n"; together they are the whole text;
 *    block 0 is the title, if there is one;
 *  - the text is NFC; white space inside a block is folded to single spaces;
 *  - mentions are sorted by start, then by end descending: an outer mention stands before those nested in it; each lies inside
 *    one block and is not empty;
 *  - styles, links and marked sentences are sorted by start and each lies inside one block;
 *  - an entity's mentions (ng_article_mentions_of) are in text order. */
#ifndef NG_ARTICLE_H
#define NG_ARTICLE_H

#include "text/text.h"

/* No entity, no mention, no block, no place. */
#define NG_NONE UINT32_MAX

typedef enum {
  NG_ENTITY_PERSON,
  NG_ENTITY_PLACE,
  NG_ENTITY_ORGANISATION,
  NG_ENTITY_EVENT,
  NG_N_ENTITY_KINDS
} NgEntityKind;

/* Who says so: the `origin` of mentions and relations in the public JSON. */
typedef enum { NG_ORIGIN_MARKUP, NG_ORIGIN_NAME, NG_ORIGIN_ANNOTATOR, NG_ORIGIN_CO_MENTION, NG_ORIGIN_USER } NgOrigin;

typedef enum {
  NG_BLOCK_TITLE,
  NG_BLOCK_HEADING,
  NG_BLOCK_PARAGRAPH,
  NG_BLOCK_QUOTE,
  NG_BLOCK_ITEM,
  NG_BLOCK_CAPTION,
  NG_BLOCK_CODE,
  NG_BLOCK_TABLE, /* one row of a table, its cells parted by " | " */
  NG_BLOCK_VERSE, /* one line of a poem; its level is one of the two below */
  NG_BLOCK_NOTE
} NgBlockKind;

typedef enum { NG_FORMAT_TEI, NG_FORMAT_NITF, NG_FORMAT_TEXT } NgFormat;

enum {
  NG_STYLE_ITALIC = 1,
  NG_STYLE_BOLD = 2,
  NG_STYLE_UNDERLINE = 4,
  NG_STYLE_STRIKE = 8,
  NG_STYLE_CODE = 16,
  NG_STYLE_SUPERSCRIPT = 32,
  NG_STYLE_SUBSCRIPT = 64
};

typedef struct {
  uint32_t start, end;
  uint32_t anchor; /* of a note: the pos of the place it hangs on; else NG_NONE */
  uint8_t kind;    /* NgBlockKind */
  uint8_t level; /* of a heading: 1 is the outermost; of an item: its nesting, from 1; of a verse: NG_VERSE_*; else 0 */
} NgBlock;

/* Whether a verse begins a stanza or goes on with it. */
enum { NG_VERSE_FIRST = 1, NG_VERSE_NEXT = 2 };

/* Whether the block is a further verse of the stanza that `before`, which is shown before it, belongs to. */
static inline bool ng_block_is_next_verse(const NgBlock *block, const NgBlock *before)
{
  return block->kind == NG_BLOCK_VERSE && block->level == NG_VERSE_NEXT && before->kind == NG_BLOCK_VERSE;
}

typedef struct {
  uint32_t start, end;
  uint32_t entity;
  uint8_t origin;     /* NgOrigin */
  uint8_t depth;      /* how many mentions it is nested in, at most 255 */
  uint8_t confidence; /* of an annotator's: per cent, from 1; 0 where nobody tells */
  uint8_t rule;       /* by which the annotator found it, see ng_article_rule; 0: none is told */
} NgMention;

typedef struct {
  uint32_t start, end;
  uint8_t style; /* NG_STYLE_* together */
} NgStyleRange;

typedef struct {
  uint32_t start, end; /* empty where the source gives the link no text */
  const char *target;
} NgLink;

/* A sentence that the source marks. */
typedef struct {
  uint32_t start, end;
  uint32_t around; /* the one that it is nested in, as deep as that is told; or NG_NONE */
} NgMarkedSentence;

typedef struct {
  const char *id;                     /* the source's own, else made from the name; unique in the article */
  const char *name;                   /* never empty */
  const char *role;                   /* as given by the source, or NULL: "foreign minister of China" */
  const char *short_role;             /* for a narrow column, or NULL: "foreign minister" */
  const char *country;                /* of a place, or NULL */
  char country_code[3];               /* the same by ISO 3166-1: "CN"; "" where the source does not tell it */
  const char *const *aliases;         /* other names and surface forms, NULL-terminated, never NULL; without `name` */
  const char *const *refs;            /* URLs of authorities, NULL-terminated, never NULL */
  double lat_deg, lon_deg;            /* WGS 84, or NAN */
  uint32_t first_mention, n_mentions; /* slice of the article's mention index, see ng_article_mentions_of */
  uint32_t line, column;              /* where the source lists it, from 1; 0 where it has no record */
  uint8_t kind;                       /* NgEntityKind */
  bool has_record;                    /* the source lists it (as against: only mentions it) */
} NgEntity;

typedef struct {
  uint32_t subject, object;            /* entities; the same one in a relation to itself */
  uint32_t place;                      /* entity where it happened, or NG_NONE */
  const char *label;                   /* as a reader would say it: "met with" */
  const char *kind;                    /* normalised: "meet" */
  const char *date;                    /* ISO 8601, or NULL */
  const char *status;                  /* "planned", "cancelled", "denied", "possible", or NULL: reported as done */
  uint32_t first_evidence, n_evidence; /* slice of the article's evidence, see ng_article_evidence */
  uint32_t count;                      /* sentences that say it: n_evidence, but at least 1 */
  uint8_t origin;                      /* NgOrigin */
  uint8_t confidence, rule;            /* as of a mention */
  bool directed;
} NgRelation;

/* A relation of which the source names one end only, kept with that entity. */
typedef struct {
  uint32_t entity;
  const char *label, *kind;
  uint32_t first_evidence, n_evidence;
} NgAttribute;

/* Words that stand for somebody without a name: "the Chinese official", "he". It is no mention: it is not counted, and nobody steps to it. */
typedef struct {
  uint32_t start, end; /* inside one block */
  uint32_t entity;
  uint8_t origin;           /* NgOrigin */
  uint8_t confidence, rule; /* as of a mention */
} NgStandIn;

/* What somebody said, as one sentence of the text tells it; that sentence is ng_article_sentence_at its start. */
typedef struct {
  uint32_t start, end; /* what was said, without its quotation marks; inside one block */
  uint32_t speaker;    /* entity */
  const char
      *verb; /* as the text has it: "told", "according to"; NULL where the source marks the speech and tells none */
  uint8_t origin;           /* NgOrigin */
  uint8_t confidence, rule; /* as of a mention */
} NgStatement;

typedef struct {
  uint32_t line, column; /* from 1; 0 where unknown */
  const char *message;   /* one line */
} NgDiagnostic;

typedef struct _NgArticle NgArticle;

/* The head of the article; NULL where the source does not tell. */
typedef struct {
  const char *source; /* path or URL as given */
  const char *id;     /* of the document, as the source gives it */
  const char *url, *title, *byline, *publisher, *licence;
  const char *date;            /* ISO 8601, as exact as the source tells: "1963", "2023-05-08" */
  const char *dateline;        /* the place it was written or sent from */
  const char *language;        /* BCP 47 */
  const char *const *keywords; /* the source's own, NULL-terminated, never NULL */
  NgFormat format;
} NgHead;

void ng_article_free(NgArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgArticle, ng_article_free)

const NgHead *ng_article_head(const NgArticle *article);
const char *ng_article_text(const NgArticle *article, uint32_t *bytes); /* NUL-terminated; `bytes` may be NULL */

/* The arrays; `n` gets their length. */
const NgBlock *ng_article_blocks(const NgArticle *article, uint32_t *n);
const NgMention *ng_article_mentions(const NgArticle *article, uint32_t *n);
const NgStyleRange *ng_article_styles(const NgArticle *article, uint32_t *n);
const NgLink *ng_article_links(const NgArticle *article, uint32_t *n);
const NgMarkedSentence *ng_article_marked_sentences(const NgArticle *article, uint32_t *n);
const NgEntity *ng_article_entities(const NgArticle *article, uint32_t *n);
const NgRelation *ng_article_relations(const NgArticle *article, uint32_t *n); /* those that the source marks */
const NgAttribute *ng_article_attributes(const NgArticle *article, uint32_t *n);
/* Both by start, an outer one before those within it. */
const NgStandIn *ng_article_stand_ins(const NgArticle *article, uint32_t *n);
const NgStatement *ng_article_statements(const NgArticle *article, uint32_t *n);
/* At most 1,000 are kept; `total`, which may be NULL, gets how many there were. */
const NgDiagnostic *ng_article_diagnostics(const NgArticle *article, uint32_t *n, uint32_t *total);

/* Entities of one kind, as indices, those with most mentions first and among equals the earliest first mention first; entities
 * never mentioned come last, in the order of the source. */
const uint32_t *ng_article_ranked(const NgArticle *article, NgEntityKind kind, uint32_t *n);

/* The mentions of an entity, as indices into ng_article_mentions, in text order. */
const uint32_t *ng_article_mentions_of(const NgArticle *article, uint32_t entity, uint32_t *n);

/* The evidence of a relation or an attribute: ranges in text order. */
const NgRange *ng_article_evidence(const NgArticle *article, uint32_t first_evidence);

/* The block that holds pos; the last one that starts at or before it where pos lies between two. NG_NONE if there are none. */
uint32_t ng_article_block_at(const NgArticle *article, uint32_t pos);

/* The innermost mention that covers pos, or NG_NONE. */
uint32_t ng_article_mention_at(const NgArticle *article, uint32_t pos);

/* The first mention that starts at or after pos; the number of mentions if there is none. */
uint32_t ng_article_first_mention_from(const NgArticle *article, uint32_t pos);

/* Where in the list of its entity's mentions a mention stands, from 0. */
uint32_t ng_article_mention_ordinal(const NgArticle *article, uint32_t mention);

/* The name of the rule by which an annotator found a mention, a relation or a statement ("after a title"); NULL for 0. */
const char *ng_article_rule(const NgArticle *article, uint8_t rule);

/* The sentence around pos: the innermost one that the source marks (TEI s), else the one that ng_text_sentence_at finds in the block, or
 * where the source marks others, between them. */
NgRange ng_article_sentence_at(const NgArticle *article, uint32_t pos);

/* The number of the paragraph that a block is or belongs to, from 1: what stands after a pilcrow. A note has that of the
 * block it hangs on; titles and headings have none: 0. */
uint32_t ng_article_paragraph_number(const NgArticle *article, uint32_t block);

/* The line of the source, from 1, of the last mention that starts at or before pos: exact where a mention starts. 0 if there is none or
 * the loader did not tell. */
uint32_t ng_article_line_at(const NgArticle *article, uint32_t pos);

/* The entity with this id, or NG_NONE. */
uint32_t ng_article_entity_by_id(const NgArticle *article, const char *id);

/* "person", "place", ...; "paragraph", ...; "markup", ...; "tei", ...: the words of the public JSON. */
const char *ng_entity_kind_word(NgEntityKind kind);
const char *ng_block_kind_word(NgBlockKind kind);
const char *ng_origin_word(NgOrigin origin);
const char *ng_format_word(NgFormat format);

/* Whether the word is one that NgRelation.status may be. NULL is none. */
bool ng_is_relation_status(const char *word);

#endif
