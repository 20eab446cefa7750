/* The NITF dialect: the table of its elements. */
#include "load/nitf_private.h"

#include "load/dialects.h"

#include <string.h>

static const NgSaxRule rules[] = {
    /* the document and its head */
    {"nitf", ng_nitf_start_root, NULL, 0},
    {"head", ng_nitf_start_part, NULL, NITF_HEAD},
    {"title", ng_nitf_start_head_title, ng_nitf_end_head_title, 0},
    {"doc-id", ng_nitf_start_head_field, NULL, 0},
    {"date.issue", ng_nitf_start_head_field, NULL, 0},
    {"date.release", ng_nitf_start_head_field, NULL, 0},
    {"doc.copyright", ng_nitf_start_head_field, NULL, 0},
    {"doc.rights", ng_nitf_start_head_field, NULL, 0},
    {"pubdata", ng_nitf_start_head_field, NULL, 0},
    {"evloc", ng_nitf_start_event_place, NULL, 0},
    {"keyword", ng_nitf_start_keyword, NULL, 0},
    {"body", ng_nitf_start_part, NULL, NITF_TEXT},
    /* blocks */
    {"hedline", NULL, NULL, 0},
    {"hl1", ng_nitf_start_headline, ng_nitf_end_block, 0},
    {"hl2", ng_nitf_start_subhead, ng_nitf_end_block, 0},
    {"byline", ng_nitf_start_byline, ng_nitf_end_line, NG_BLOCK_PARAGRAPH},
    {"dateline", ng_nitf_start_dateline, ng_nitf_end_line, NG_BLOCK_PARAGRAPH},
    {"byttl", ng_nitf_start_title_of_writer, ng_nitf_end_title_of_writer, 0},
    {"story.date", ng_nitf_start_title_of_writer, ng_nitf_end_title_of_writer, 0},
    {"distributor", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"abstract", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"p", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"pre", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_CODE},
    {"block", NULL, NULL, 0},
    {"credit", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"datasource", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"tagline", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"bibliography", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"copyrite", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_PARAGRAPH},
    {"media-caption", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_CAPTION},
    {"media-producer", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_CAPTION},
    {"media-reference", ng_nitf_start_part, NULL, NITF_NOTHING},
    {"media-object", ng_nitf_start_part, NULL, NITF_NOTHING},
    {"media-metadata", ng_nitf_start_part, NULL, NITF_NOTHING},
    {"nitf-table-metadata", ng_nitf_start_part, NULL, NITF_NOTHING},
    {"caption", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_CAPTION},
    {"tr", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_TABLE},
    {"th", ng_nitf_start_cell, NULL, 0},
    {"td", ng_nitf_start_cell, NULL, 0},
    {"ul", ng_nitf_start_list, ng_nitf_end_list, 0},
    {"ol", ng_nitf_start_list, ng_nitf_end_list, 0},
    {"dl", ng_nitf_start_list, ng_nitf_end_list, 0},
    {"li", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_ITEM},
    {"dt", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_ITEM},
    {"dd", ng_nitf_start_block, ng_nitf_end_block, NG_BLOCK_ITEM},
    {"bq", ng_nitf_start_quote, ng_nitf_end_quote, NG_BLOCK_QUOTE},
    {"note", ng_nitf_start_note, ng_nitf_end_note, 0},
    {"fn", ng_nitf_start_note, ng_nitf_end_note, 0},
    /* inside of lines */
    {"person", ng_nitf_start_name, ng_nitf_end_name, NG_ENTITY_PERSON},
    {"location", ng_nitf_start_name, ng_nitf_end_name, NG_ENTITY_PLACE},
    {"virtloc", ng_nitf_start_name, ng_nitf_end_name, NG_ENTITY_PLACE},
    {"org", ng_nitf_start_name, ng_nitf_end_name, NG_ENTITY_ORGANISATION},
    {"event", ng_nitf_start_name, ng_nitf_end_name, NG_ENTITY_EVENT},
    {"object.title", ng_nitf_start_style, ng_nitf_end_style, NG_STYLE_ITALIC},
    {"em", ng_nitf_start_style, ng_nitf_end_style, NG_STYLE_ITALIC},
    {"strong", ng_nitf_start_style, ng_nitf_end_style, NG_STYLE_BOLD},
    {"sub", ng_nitf_start_style, ng_nitf_end_style, NG_STYLE_SUBSCRIPT},
    {"sup", ng_nitf_start_style, ng_nitf_end_style, NG_STYLE_SUPERSCRIPT},
    {"a", ng_nitf_start_link, ng_nitf_end_link, 0},
    {"br", ng_nitf_start_break, NULL, 0},
};

static bool is_root(const char *name, const char *namespace_uri)
{
  (void)namespace_uri;
  return strcmp(name, "nitf") == 0;
}

static void *begin(NgSax *sax, NgBuilder *builder)
{
  NgNitf *n = g_new0(NgNitf, 1);
  n->sax = sax;
  n->builder = builder;
  ng_capture_init(&n->capture);
  n->blocks = (NgBlocks){.builder = builder, .capture = &n->capture};
  n->held = g_array_new(FALSE, FALSE, sizeof(NgNitfHeld));
  return n;
}

static void text(void *loader, const char *text, gsize bytes)
{
  NgNitf *n = loader;
  guint depth;
  const NgSaxFrame *frames = ng_sax_frames(n->sax, &depth);
  if (depth && frames[depth - 1].mode == NITF_TEXT)
    ng_blocks_text(&n->blocks, text, bytes);
  ng_capture_text(&n->capture, text, bytes);
}

static void finish(void *loader)
{
  NgNitf *n = loader;
  ng_builder_set_head(n->builder, NG_HEAD_TITLE, n->title);
  ng_capture_clear(&n->capture);
  g_array_free(n->held, TRUE);
  g_free(n->title);
  g_free(n);
}

const NgSaxDialect ng_nitf_dialect = {
    NG_FORMAT_NITF, rules, G_N_ELEMENTS(rules), is_root, begin, text, finish,
};
