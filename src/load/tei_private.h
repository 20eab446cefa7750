/* What the files of the TEI loader share.
 *
 * tei.c has the table of elements; tei_text.c makes blocks, styles and notes; tei_mentions.c mentions and links; tei_records.c people,
 * places, organisations and events; tei_relation.c relations; tei_header.c the head; tei_id.c reads ids and pointers. */
#ifndef NG_TEI_PRIVATE_H
#define NG_TEI_PRIVATE_H

#include "load/blocks.h"

/* What the content of an element is taken for. */
typedef enum {
  TEI_NOTHING, /* left out: only handlers for what may stand anywhere look at it */
  TEI_HEADER,
  TEI_RECORDS, /* lists of records outside of the running text */
  TEI_TEXT,
  TEI_SKIP /* left out whole */
} NgTeiMode;

/* What a frame's `opened` says is to be closed at its end, beside what blocks.h has there. */
enum {
  TEI_OPENED_THING = NG_BLOCKS_NEXT_FLAG, /* ng_builder_open */
  TEI_OPENED_CAPTURE = NG_BLOCKS_NEXT_FLAG << 1,
  TEI_OPENED_HELD = NG_BLOCKS_NEXT_FLAG << 2, /* a string in `held` */
  TEI_OPENED_RECORD = NG_BLOCKS_NEXT_FLAG << 3,
  TEI_OPENED_DEPTH = NG_BLOCKS_NEXT_FLAG << 4 /* a depth of lists, divisions or quotations */
};

/* A string and a place kept from an element's start to its end. */
typedef struct {
  gsize start; /* of the string in `held_text`, or G_MAXSIZE for NULL */
  uint32_t line, column;
} NgTeiHeld;

/* A record under way. It is begun with the builder when its first fact is known. */
typedef struct {
  uint32_t handle; /* NG_NONE before it is begun, and where the builder refused it */
  uint32_t line, column;
  char *id;
  NgEntityKind kind;
  bool gathered; /* from the text: it is no record of the source's */
  bool begun, named;
  bool is_country; /* its first name is that of a country; in any other place's record a country is where it lies */
} NgTeiRecord;

/* A relation under way. */
typedef struct {
  char *kind, *date, *status, *place, *label;
  char **active, **passive, **mutual, **sources;
  uint32_t line, column;
  NgSaidBy by;
  bool open, told;
} NgTeiRelation;

typedef struct {
  NgSax *sax;
  NgBuilder *builder;
  NgCapture capture;
  GArray *held;       /* NgTeiHeld */
  GString *held_text; /* their strings, each with its NUL, one after the other */
  GArray *records;    /* NgTeiRecord, the innermost last */
  NgTeiRelation relation;

  NgBlocks blocks;
  int div_depth;
  gsize listed_role_from; /* in a list of people: where in the item's text the name ends */

  /* the head, as far as the best value is not settled yet */
  char *title, *author, *text_title; /* `text_title`: of the next text of a corpus */
  bool title_hidden;                 /* the title is not to stand before the text */
  int title_score;
  GString *authors;
  char *url, *id, *source_date;
  char *dateline;
  guint n_datelines;
  guint n_texts, n_headers;

  bool after_name_part; /* a forename or the like has just ended */
  bool speaker_waits;   /* a note has named a speaker, and is open until the speech says who that is */
  uint32_t speaker_line, speaker_column;
} NgTei;

/* The names of the attributes that point to an entity, in order of weight. */
extern const char *const ng_tei_pointers[];

/* ---- what is kept from start to end ---- */

/* Keeps a string, which may be NULL; ng_tei_hold_here keeps where the element stands as well. They nest as the elements do. */
void ng_tei_hold(NgTei *t, const char *value);
void ng_tei_hold_here(NgTei *t, const char *value);

/* The string that was kept last, and its place where `line` and `column` are given. Borrowed until the next is kept. */
const char *ng_tei_release(NgTei *t, uint32_t *line, uint32_t *column);

/* The same without letting go of it. */
const char *ng_tei_held(const NgTei *t);

/* White space separated words, or NULL if there are none. The caller frees it with g_strfreev. */
char **ng_tei_words(const char *value);

/* The same of pointers: a local one (`#id`) names the id as it was before it was written as an xml:id. */
char **ng_tei_pointers_in(const char *value);

/* An id as it was before it was written as an xml:id: "a b" of "a_x0020_b". The caller frees it. */
char *ng_tei_plain_id(const char *id);

/* Who says so, by the element's @resp; of the annotator also how sure it is (@cert) and by which rule (@ana). */
NgSaidBy ng_tei_said_by(NgTei *t);

/* The level that the element's @rend tells ("level-20"), or 0. */
int ng_tei_told_level(NgTei *t);

/* What stands after the last `/`, `#` or `:` of a pointer. Borrowed from it. */
const char *ng_tei_last_segment(const char *pointer);

/* "2023-05-08" of what starts like an ISO 8601 date, with its time if it has one, without a time zone after a bare date; NULL of anything else. The
 * caller frees it. */
char *ng_tei_iso_date(const char *value);

/* The date that the element's attributes give: @when, else @from to @to, else @notBefore. The caller frees it. */
char *ng_tei_date_of(NgTei *t);

/* ---- passages that evidence may point to ---- */

/* Opens one if the element has an xml:id, or `always`; the other closes it if it was opened. */
void ng_tei_begin_passage(NgTei *t, NgSaxFrame *frame, bool always);
void ng_tei_end_passage(NgTei *t, NgSaxFrame *frame, bool is_sentence);

/* ---- handlers: start and end, by file ---- */

#define NG_TEI_HANDLER(name) void name(void *loader, NgSaxFrame *frame)

/* tei_text.c */
NG_TEI_HANDLER(ng_tei_start_container); /* detail: NgTeiMode for what is inside */
NG_TEI_HANDLER(ng_tei_start_div);
NG_TEI_HANDLER(ng_tei_end_div);
NG_TEI_HANDLER(ng_tei_start_block); /* detail: NgBlockKind */
NG_TEI_HANDLER(ng_tei_end_block_element);
NG_TEI_HANDLER(ng_tei_start_stanza);
NG_TEI_HANDLER(ng_tei_end_stanza);
NG_TEI_HANDLER(ng_tei_start_head);
NG_TEI_HANDLER(ng_tei_end_head);
NG_TEI_HANDLER(
    ng_tei_start_segment); /* a block outside of blocks, a passage inside; detail: whether it is a sentence */
NG_TEI_HANDLER(ng_tei_end_segment);
NG_TEI_HANDLER(ng_tei_start_sentence);
NG_TEI_HANDLER(ng_tei_end_sentence);
NG_TEI_HANDLER(ng_tei_start_list);
NG_TEI_HANDLER(ng_tei_end_list);
NG_TEI_HANDLER(ng_tei_start_item);
NG_TEI_HANDLER(ng_tei_end_item);
NG_TEI_HANDLER(ng_tei_start_label);
NG_TEI_HANDLER(ng_tei_end_label);
NG_TEI_HANDLER(ng_tei_start_cell);
NG_TEI_HANDLER(ng_tei_start_quote);
NG_TEI_HANDLER(ng_tei_end_quote);
NG_TEI_HANDLER(ng_tei_start_note);
NG_TEI_HANDLER(ng_tei_end_note);
NG_TEI_HANDLER(ng_tei_start_style); /* detail: NG_STYLE_*, or 0 to ask @rend */
NG_TEI_HANDLER(ng_tei_end_style);
NG_TEI_HANDLER(ng_tei_start_stage); /* detail: as of a style */
NG_TEI_HANDLER(ng_tei_end_stage);
NG_TEI_HANDLER(ng_tei_start_anonymous);
NG_TEI_HANDLER(ng_tei_start_break);
NG_TEI_HANDLER(ng_tei_start_variant);
NG_TEI_HANDLER(ng_tei_start_skip);

/* tei_mentions.c */
NG_TEI_HANDLER(ng_tei_start_name); /* detail: NgEntityKind */
NG_TEI_HANDLER(ng_tei_end_name);
NG_TEI_HANDLER(
    ng_tei_start_place_part); /* a name that may be a word of a place's or of an address; detail: as of a name */
NG_TEI_HANDLER(ng_tei_end_place_part);
NG_TEI_HANDLER(ng_tei_start_typed_name);
NG_TEI_HANDLER(ng_tei_start_name_part);
NG_TEI_HANDLER(ng_tei_end_name_part);
/* A label or a heading right inside of an event's record is its name, and nothing else: whether the element is one. */
bool ng_tei_begin_event_title(NgTei *t, NgSaxFrame *frame);
bool ng_tei_end_event_title(NgTei *t, NgSaxFrame *frame);
void ng_tei_settle_speaker(NgTei *t, const char *who);
NG_TEI_HANDLER(ng_tei_start_speech);
NG_TEI_HANDLER(ng_tei_end_speech);
NG_TEI_HANDLER(ng_tei_start_said);
NG_TEI_HANDLER(ng_tei_end_said);
NG_TEI_HANDLER(ng_tei_start_speaker);
NG_TEI_HANDLER(ng_tei_end_speaker);
NG_TEI_HANDLER(ng_tei_start_link);
NG_TEI_HANDLER(ng_tei_end_link);

/* tei_records.c */
NG_TEI_HANDLER(ng_tei_start_record_list);
NG_TEI_HANDLER(ng_tei_start_record); /* detail: NgEntityKind */
NG_TEI_HANDLER(ng_tei_end_record);
NG_TEI_HANDLER(ng_tei_start_fact);
NG_TEI_HANDLER(ng_tei_end_role);
NG_TEI_HANDLER(ng_tei_end_geo);
NG_TEI_HANDLER(ng_tei_start_idno);
NG_TEI_HANDLER(ng_tei_end_idno);
NgTeiRecord *ng_tei_record_of_child(NgTei *t,
                                    const NgSaxFrame *frame); /* the record whose child the element is, or NULL */
uint32_t ng_tei_begin_record(NgTei *t, NgTeiRecord *record, const char *pointer);
void ng_tei_end_listed_person(NgTei *t, const NgSaxFrame *frame, const char *item);
bool ng_tei_speaks_of_people(const char *word);
bool ng_tei_is_list_of_people(NgTei *t, const NgSaxFrame *frame);

/* tei_relation.c */
NG_TEI_HANDLER(ng_tei_start_relation);
NG_TEI_HANDLER(ng_tei_end_relation);
NG_TEI_HANDLER(ng_tei_start_trait);
NG_TEI_HANDLER(ng_tei_start_desc);
NG_TEI_HANDLER(ng_tei_end_desc);
void ng_tei_relation_clear(NgTeiRelation *relation);

/* tei_header.c */
NG_TEI_HANDLER(ng_tei_start_root);
NG_TEI_HANDLER(ng_tei_start_title);
NG_TEI_HANDLER(ng_tei_end_title);
NG_TEI_HANDLER(ng_tei_start_author);
NG_TEI_HANDLER(ng_tei_end_author);
NG_TEI_HANDLER(ng_tei_start_header_field);
NG_TEI_HANDLER(ng_tei_end_header_field);
NG_TEI_HANDLER(ng_tei_start_header_name);
NG_TEI_HANDLER(ng_tei_end_header_name);
NG_TEI_HANDLER(ng_tei_start_keyword);
NG_TEI_HANDLER(ng_tei_end_keyword);
NG_TEI_HANDLER(ng_tei_start_text);
NG_TEI_HANDLER(ng_tei_end_text);
NG_TEI_HANDLER(ng_tei_start_header);
NG_TEI_HANDLER(ng_tei_end_header);
NG_TEI_HANDLER(ng_tei_start_dateline);
NG_TEI_HANDLER(ng_tei_end_dateline);
void ng_tei_finish_head(NgTei *t);
void ng_tei_finish_dateline(NgTei *t);

#endif
