/* What the files of the NITF loader share: nitf.c has the table, nitf_text.c what stands in the body, nitf_head.c the head. */
#ifndef NG_NITF_PRIVATE_H
#define NG_NITF_PRIVATE_H

#include "load/blocks.h"

typedef enum { NITF_NOTHING, NITF_HEAD, NITF_TEXT } NgNitfMode;

enum {
  NITF_OPENED_THING = NG_BLOCKS_NEXT_FLAG, /* ng_builder_open, with the pointer or target on top of `held` */
  NITF_OPENED_CAPTURE = NG_BLOCKS_NEXT_FLAG << 1,
  NITF_OPENED_DEPTH = NG_BLOCKS_NEXT_FLAG << 2
};

typedef struct {
  char *value; /* or NULL */
  uint32_t line, column;
} NgNitfHeld;

typedef struct {
  NgSax *sax;
  NgBuilder *builder;
  NgCapture capture;
  NgBlocks blocks;
  GArray *held; /* NgNitfHeld: pointers and targets of what is open */
  char *title;  /* of the head: for an article without a headline */
  bool titled;  /* a headline or a first paragraph has gone by */
} NgNitf;

/* "2015-10-14T04:30:01+01:00" of "20151014T043001+0100"; what is already extended stays. NULL of what is no date. The caller frees it. */
char *ng_nitf_date(const char *norm);

/* How the source points to an entity: its id (`value`) with the authority it is from (`idsrc`), or NULL. The caller frees it. */
char *ng_nitf_pointer(NgSax *sax);

#define NG_NITF_HANDLER(name) void name(void *loader, NgSaxFrame *frame)

/* nitf_head.c */
NG_NITF_HANDLER(ng_nitf_start_root);
NG_NITF_HANDLER(ng_nitf_start_part); /* detail: NgNitfMode for what is inside */
NG_NITF_HANDLER(ng_nitf_start_head_field);
NG_NITF_HANDLER(ng_nitf_start_head_title);
NG_NITF_HANDLER(ng_nitf_end_head_title);
NG_NITF_HANDLER(ng_nitf_start_event_place);
NG_NITF_HANDLER(ng_nitf_start_keyword);

/* nitf_text.c */
NG_NITF_HANDLER(ng_nitf_start_block); /* detail: NgBlockKind */
NG_NITF_HANDLER(ng_nitf_end_block);
NG_NITF_HANDLER(ng_nitf_start_headline);
NG_NITF_HANDLER(ng_nitf_start_subhead);
NG_NITF_HANDLER(ng_nitf_start_title_of_writer);
NG_NITF_HANDLER(ng_nitf_end_title_of_writer);
NG_NITF_HANDLER(ng_nitf_start_byline);
NG_NITF_HANDLER(ng_nitf_start_dateline);
NG_NITF_HANDLER(ng_nitf_end_line);
NG_NITF_HANDLER(ng_nitf_start_list);
NG_NITF_HANDLER(ng_nitf_end_list);
NG_NITF_HANDLER(ng_nitf_start_quote);
NG_NITF_HANDLER(ng_nitf_end_quote);
NG_NITF_HANDLER(ng_nitf_start_cell);
NG_NITF_HANDLER(ng_nitf_start_note);
NG_NITF_HANDLER(ng_nitf_end_note);
NG_NITF_HANDLER(ng_nitf_start_name); /* detail: NgEntityKind */
NG_NITF_HANDLER(ng_nitf_end_name);
NG_NITF_HANDLER(ng_nitf_start_style); /* detail: NG_STYLE_* */
NG_NITF_HANDLER(ng_nitf_end_style);
NG_NITF_HANDLER(ng_nitf_start_link);
NG_NITF_HANDLER(ng_nitf_end_link);
NG_NITF_HANDLER(ng_nitf_start_break);

#endif
