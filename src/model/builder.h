/* The builder: what a loader feeds, event by event, and what yields one immutable article.
 *
 * The builder owns the text: it folds white space, brings it to NFC, keeps the ranges right, sets notes aside and puts them after the block
 * they hang on, resolves pointers to entities, ranks and sorts. Text must have passed ng_text_clean (a loader's parser may vouch
 * for it). Nothing here fails: what does not fit is left out or mended, with a diagnostic.
 *
 * A loader's calls, in order:
 *
 *   ng_builder_new
 *     ng_builder_set_*                      the head, as it turns up; the first value given stays
 *     ng_builder_record ...                 an entity's record; before or after its mentions
 *     ng_builder_block(PARAGRAPH)           text from here on is a paragraph
 *       ng_builder_open                     something starts here (a mention, a style, a link, a sentence, ...)
 *         ng_builder_text
 *       ng_builder_close_mention            ... and ends here, and was a mention
 *       ng_builder_note_begin ... ng_builder_note_end
 *     ng_builder_block(...)                 ends the block before; a block without text leaves no trace
 *     ng_builder_relation
 *   ng_builder_finish                       consumes the builder
 *
 * open and close nest strictly, across blocks too: what starts in one block and ends in a later one is cut to the end of the
 * block it started in (to the start of the next if it had no text there). Strings are copied. Lines and columns are the source's, from 1. */
#ifndef NG_BUILDER_H
#define NG_BUILDER_H

#include "model/article.h"

typedef struct _NgBuilder NgBuilder;

/* Who says that there is a mention, a relation or a statement; of an annotator, how sure it is (per cent, 0: it does not tell), and its rule (ng_builder_rule). */
typedef struct {
  NgOrigin origin;
  uint8_t confidence, rule;
} NgSaidBy;

NgBuilder *ng_builder_new(const char *source, NgFormat format);
/* For a loader that learns the format later than it has problems to tell. */
void ng_builder_set_format(NgBuilder *builder, NgFormat format);
void ng_builder_free(NgBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgBuilder, ng_builder_free)

/* Roughly how many bytes of text there will be, as far as that is known beforehand: it saves growing. */
void ng_builder_expect(NgBuilder *builder, gsize bytes);

/* The article; frees the builder. Never NULL; it may be empty (no block). */
NgArticle *ng_builder_finish(NgBuilder *builder);

typedef enum {
  NG_HEAD_ID,
  NG_HEAD_URL,
  NG_HEAD_TITLE,
  NG_HEAD_BYLINE,
  NG_HEAD_PUBLISHER,
  NG_HEAD_LICENCE,
  NG_HEAD_DATE,
  NG_HEAD_DATELINE,
  NG_HEAD_LANGUAGE,
  NG_N_HEAD_FIELDS
} NgHeadField;

/* Sets a field of the head, white space folded; an empty value, a language of "und" (undetermined), or a field already set, is left alone. A title that the first heading
 * of the text repeats makes that heading the title block; any other title becomes a block of its own before the text. */
void ng_builder_set_head(NgBuilder *builder, NgHeadField field, const char *value);

/* A further keyword of the source's own; an empty one, or one given before, is left out. */
void ng_builder_keyword(NgBuilder *builder, const char *keyword);

/* ---- text ---- */

/* Ends the current block and starts another. `level`: of headings and items, from 1; of verses NG_VERSE_*. Inside a note every kind becomes
 * NG_BLOCK_NOTE. */
void ng_builder_block(NgBuilder *builder, NgBlockKind kind, int level);

/* Text of the current block (before the first ng_builder_block: of a paragraph). White space is folded over any number of calls. */
void ng_builder_text(NgBuilder *builder, const char *text, gsize bytes);

/* White space, as one break between words; text without words next to it stays without. */
void ng_builder_space(NgBuilder *builder);

/* A word goes on here, whatever white space the source has on both sides. */
void ng_builder_join(NgBuilder *builder);

/* Set the following text aside as a note that hangs on this place, and go back. They nest. */
void ng_builder_note_begin(NgBuilder *builder);
void ng_builder_note_end(NgBuilder *builder);

/* Something starts here. */
void ng_builder_open(NgBuilder *builder);

/* What ends the innermost open thing; each returns false, and leaves nothing, if there was no text in it. */
bool ng_builder_close(NgBuilder *builder); /* it was nothing after all */
bool ng_builder_close_style(NgBuilder *builder, uint8_t style);
bool ng_builder_close_link(NgBuilder *builder, const char *target); /* kept even without text */
/* A marked sentence, or any other passage that evidence may point to by `id`; `is_sentence` false for a passage that is none. `id` may be NULL. */
bool ng_builder_close_passage(NgBuilder *builder, const char *id, bool is_sentence);
/* A mention of each of the entities that `pointers` name (NULL-terminated; NULL or empty: of the entity with the same name). A pointer is
 * as in the source: `#id`, a bare id, a full URI, or `prefix:id`. A possessive ending inside a person's name is left outside of the mention. Adds a
 * diagnostic if there was no text. */
bool ng_builder_close_mention(NgBuilder *builder, NgEntityKind kind, const char *const *pointers, uint32_t line,
                              uint32_t column);
/* The same, for a source that says by whom the mention was found: what was found by name alone lends no words as an alias. */
bool ng_builder_close_mention_by(NgBuilder *builder, NgEntityKind kind, const char *const *pointers, NgSaidBy by,
                                 uint32_t line, uint32_t column);
/* Words that stand for somebody without a name; as of a statement. */
bool ng_builder_close_stand_in(NgBuilder *builder, const char *pointer, NgSaidBy by);
/* What somebody said: `pointer` as of a mention, `verb` may be NULL. Left out if nothing in the article has that pointer. */
bool ng_builder_close_statement(NgBuilder *builder, const char *pointer, const char *verb, NgSaidBy by);

/* ---- entities ---- */

/* Starts or continues the record of an entity and returns its handle. `id` is the source's own, without `#`; NULL or empty makes one from the name.
 * An id that already has a record is reported, and the first record stays: NG_NONE is returned, which every call below ignores. */
uint32_t ng_builder_record(NgBuilder *builder, NgEntityKind kind, const char *id, uint32_t line, uint32_t column);
/* Starts or continues, without a word, the record of the entity that `pointer` names: for sources that tell of one entity in several places. */
uint32_t ng_builder_record_at(NgBuilder *builder, NgEntityKind kind, const char *pointer, uint32_t line,
                              uint32_t column);
/* The record was gathered from the text and no list had it: the entity counts as one without a record, and has all its names. */
void ng_builder_record_gathered(NgBuilder *builder, uint32_t record);
/* The first name is the one that is shown; further ones are aliases. */
void ng_builder_record_name(NgBuilder *builder, uint32_t record, const char *name);
/* A further id by which pointers may name the entity (a URI). */
void ng_builder_record_key(NgBuilder *builder, uint32_t record, const char *key);
void ng_builder_record_role(NgBuilder *builder, uint32_t record, const char *role); /* the first given stays */
/* The role as a narrow column shows it; the first given stays. */
void ng_builder_record_short_role(NgBuilder *builder, uint32_t record, const char *role);
void ng_builder_record_country(NgBuilder *builder, uint32_t record, const char *country);
/* Its code by ISO 3166-1, two letters; anything else is left out. The first given stays. */
void ng_builder_record_country_code(NgBuilder *builder, uint32_t record, const char *code);
void ng_builder_record_ref(NgBuilder *builder, uint32_t record, const char *url);
/* Degrees; what is out of range or not a number is left out, with a diagnostic that begins so. */
#define NG_COORDINATES_REFUSED "coordinates out of range"
void ng_builder_record_position(NgBuilder *builder, uint32_t record, double lat_deg, double lon_deg);

/* ---- what an annotator finds ---- */

/* Ends the text and lends what is known so far: the head, the text and its blocks, nothing else. Valid until the builder is finished; after it no text
 * may come. */
const NgArticle *ng_builder_text_so_far(NgBuilder *builder);

/* The article's number for a rule of this name; 0, none, for NULL, for an empty one, and where the article has 255 others already. */
uint8_t ng_builder_rule(NgBuilder *builder, const char *name);

/* Whether a mention that the source marks shares a byte with these. After ng_builder_text_so_far. */
bool ng_builder_is_marked(const NgBuilder *builder, uint32_t start, uint32_t end);

/* Whether the source has marked a person or a place anywhere in the text. It ends the text, too. */
bool ng_builder_has_names(NgBuilder *builder);

/* An entity that nobody marked, by the name it is shown by; returns a handle. Then where it is mentioned: bytes of the text, inside one block, at the
 * borders of characters, where nothing is marked and nothing else was found. How sure that is, in per cent, and the name of the rule that says so: 0 and
 * NULL where that is not to be told. Of the rules of one article 255 are told apart; further ones are not told. */
uint32_t ng_builder_found(NgBuilder *builder, NgEntityKind kind, const char *name);
/* That about so many mentions will be told, for the memory. */
void ng_builder_expect_found(NgBuilder *builder, guint mentions);
void ng_builder_found_mention(NgBuilder *builder, uint32_t handle, NgEntityKind kind, uint32_t start, uint32_t end,
                              uint8_t confidence, const char *rule);
/* What the text says that it is, and the same for a narrow column, or NULL; the first given stays. */
void ng_builder_found_role(NgBuilder *builder, uint32_t handle, const char *role, const char *short_role);
void ng_builder_found_country(NgBuilder *builder, uint32_t handle, const char *country);
/* Words that stand for it, and what it said: bytes of the text, inside one block, that cross no others of their kind, and nothing that is marked. */
void ng_builder_found_stand_in(NgBuilder *builder, uint32_t handle, uint32_t start, uint32_t end, uint8_t confidence,
                               const char *rule);
void ng_builder_found_statement(NgBuilder *builder, uint32_t handle, const char *verb, uint32_t start, uint32_t end,
                                uint8_t confidence, const char *rule);

/* One sentence that ties two found entities. Strings are copied. */
typedef struct {
  uint32_t subject, object; /* handles of ng_builder_found */
  uint32_t place;           /* handle of where it happened, or NG_NONE */
  const char *kind, *label; /* neither NULL nor empty */
  const char *status;       /* as of NgRelation, or NULL */
  uint32_t start, end;      /* the sentence: bytes of the text */
  bool directed;
  uint8_t confidence; /* per cent */
  const char *rule;   /* its name, or NULL */
} NgFoundRelation;

/* Sentences that say the same of the same two become one relation, as sure as the surest of them; what ties an entity to itself is left out. */
void ng_builder_found_relation(NgBuilder *builder, const NgFoundRelation *relation);

/* ---- relations ---- */

/* What a loader knows of one relation element. Pointer lists are NULL-terminated or NULL. `mutual` ties each of its ends to each other one,
 * undirected; else each of `active` to each of `passive`, directed. One end alone becomes an attribute of it. */
typedef struct {
  const char *kind;  /* normalised */
  const char *label; /* NULL: made from the kind */
  const char *date, *status;
  const char *place; /* pointer, or NULL */
  const char *const *active, *const *passive, *const *mutual;
  const char *const *sources; /* ids of passages that say it */
  NgOrigin origin;            /* who says so */
  uint8_t confidence, rule;   /* of an annotator's, as in NgSaidBy */
  bool evidence_here;         /* the innermost open thing is evidence as well: call between open and close */
  uint32_t line, column;
} NgRelationMark;

void ng_builder_relation(NgBuilder *builder, const NgRelationMark *mark);

/* ---- problems ---- */

/* The message is cleaned and kept on one line. */
void ng_builder_diagnose(NgBuilder *builder, uint32_t line, uint32_t column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

#endif
