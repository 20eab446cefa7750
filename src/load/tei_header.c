/* The head of a TEI document. Of several values the best one is settled at the end of the header. */
#include "load/tei_private.h"

#include <string.h>

/* ---- the document's own attributes ---- */

void ng_tei_start_root(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_sax_parent(t->sax, frame)) /* one text of a corpus */
    return;
  ng_builder_set_head(t->builder, NG_HEAD_ID, ng_sax_attribute(t->sax, "xml:id"));
  ng_builder_set_head(t->builder, NG_HEAD_LANGUAGE, ng_sax_attribute(t->sax, "xml:lang"));
}

/* The header is over: what it settled goes into the head. A further text of a corpus gets its title as a heading. */
void ng_tei_start_text(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_SKIP)
    return;
  ng_builder_set_head(t->builder, NG_HEAD_LANGUAGE, ng_sax_attribute(t->sax, "xml:lang"));
  bool of_corpus = ng_sax_inside(t->sax, frame, "teiCorpus");
  bool inner = frame->mode == TEI_TEXT; /* one of a group */
  frame->mode = TEI_TEXT;
  if (t->n_texts++ == 0)
    ng_tei_finish_head(t);
  if (inner || of_corpus) {
    t->div_depth++;
    frame->opened |= TEI_OPENED_DEPTH;
  }
  if (of_corpus && !inner && t->text_title) {
    ng_builder_block(t->builder, NG_BLOCK_HEADING, 1);
    ng_builder_text(t->builder, t->text_title, strlen(t->text_title));
    ng_builder_block(t->builder, NG_BLOCK_PARAGRAPH, 0);
  }
}

void ng_tei_end_text(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_settle_speaker(t, NULL);
  if (frame->opened & TEI_OPENED_DEPTH)
    t->div_depth--;
}

/* In a corpus the first header is the whole's, and each further one a text's. */
void ng_tei_start_header(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_SKIP)
    return;
  frame->mode = TEI_HEADER;
  if (t->n_headers++ == 1)
    ng_tei_finish_head(t);
  g_clear_pointer(&t->text_title, g_free);
  t->title_score = 0;
}

void ng_tei_end_header(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_HEADER || t->n_headers <= 1)
    return;
  g_free(t->text_title); /* of a header inside this one */
  t->text_title = g_steal_pointer(&t->title);
}

void ng_tei_finish_head(NgTei *t)
{
  if (!t->title_hidden)
    ng_builder_set_head(t->builder, NG_HEAD_TITLE, t->title);
  ng_builder_set_head(t->builder, NG_HEAD_BYLINE, t->authors->str);
  ng_builder_set_head(t->builder, NG_HEAD_URL, t->url);
  ng_builder_set_head(t->builder, NG_HEAD_ID, t->id);
  ng_builder_set_head(t->builder, NG_HEAD_DATE, t->source_date);
}

/* ---- title and authors ---- */

static int score_of_title(NgTei *t)
{
  const char *type = ng_sax_attribute(t->sax, "type"), *level = ng_sax_attribute(t->sax, "level");
  if (type && strcmp(type, "complete") == 0)
    return 5;
  if (level && strcmp(level, "a") == 0)
    return 4;
  if (type && strcmp(type, "main") == 0)
    return 3;
  if (!type && !(level && strchr("sj", *level)))
    return 2;
  return 1;
}

void ng_tei_start_title(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_TEXT) {
    ng_tei_start_style(loader, frame);
    return;
  }
  if (frame->mode != TEI_HEADER || !ng_sax_parent_is(t->sax, frame, "titleStmt"))
    return;
  frame->mark = (uint32_t)score_of_title(t);
  t->title_hidden = g_strcmp0(ng_sax_attribute(t->sax, "rend"), "none") == 0;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

void ng_tei_end_title(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_THING) {
    ng_tei_end_style(loader, frame);
    return;
  }
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  g_autofree char *title = g_strstrip(g_strdup(ng_capture_end(&t->capture)));
  if (*title && (int)frame->mark > t->title_score) {
    t->title_score = (int)frame->mark;
    g_free(t->title);
    t->title = g_steal_pointer(&title);
  }
}

void ng_tei_start_author(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_HEADER || !ng_sax_parent_is(t->sax, frame, "titleStmt") || t->n_headers > 1)
    return;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
  g_clear_pointer(&t->author, g_free);
}

static bool is_written_in(NgTei *t, const NgSaxFrame *frame)
{
  return frame->rule->detail == NG_ENTITY_PLACE && ng_sax_parent_is(t->sax, frame, "creation") && t->n_headers <= 1;
}

/* Where an author has names marked, in several languages perhaps, the first is the one. The place that the text was written in is its
 * dateline. */
void ng_tei_start_header_name(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const NgSaxFrame *author = ng_sax_parent(t->sax, frame);
  bool of_author = author && (author->opened & TEI_OPENED_CAPTURE) && ng_sax_parent_is(t->sax, frame, "author");
  if (!of_author && !is_written_in(t, frame))
    return;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

void ng_tei_end_header_name(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *name = ng_capture_end(&t->capture);
  if (is_written_in(t, frame))
    ng_builder_set_head(t->builder, NG_HEAD_DATELINE, name);
  else if (!t->author)
    t->author = g_strdup(name);
}

void ng_tei_end_author(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  const char *captured = ng_capture_end(&t->capture);
  const char *best = t->author ? t->author : captured;
  g_autofree char *author = ng_text_clean_line(best, strlen(best));
  if (*author && t->authors->len)
    g_string_append(t->authors, ", ");
  g_string_append(t->authors, author);
}

/* ---- date, publisher, licence, language, ids ---- */

void ng_tei_start_header_field(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_HEADER || t->n_headers > 1) {
    if (frame->mode == TEI_TEXT && strcmp(frame->rule->name, "idno") == 0)
      frame->mode = TEI_SKIP;
    return;
  }
  const char *name = frame->rule->name;
  g_autofree char *value = NULL;
  if (strcmp(name, "date") == 0)
    value = ng_tei_date_of(t);
  else if (strcmp(name, "licence") == 0)
    value = g_strdup(ng_sax_attribute(t->sax, "target"));
  else if (strcmp(name, "language") == 0)
    value = g_strdup(ng_sax_attribute(t->sax, "ident"));
  else if (strcmp(name, "idno") == 0)
    value = g_strdup(ng_sax_attribute(t->sax, "type"));
  ng_tei_hold(t, value);
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

static void keep_id(NgTei *t, const char *type, const char *value)
{
  bool is_url = strstr(value, "://") || (type && strcmp(type, "URL") == 0);
  if (is_url && !(type && strcmp(type, "document") == 0)) {
    if (!t->url)
      t->url = g_strdup(value);
  } else if (!(type && (g_str_has_prefix(type, "isbn") || g_str_has_prefix(type, "issn")))) {
    g_free(t->id);
    t->id = g_strdup(value);
  }
}

void ng_tei_end_header_field(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  g_autofree char *text = g_strstrip(g_strdup(ng_capture_end(&t->capture)));
  const char *value = ng_tei_release(t, NULL, NULL);
  const char *name = frame->rule->name;
  bool published = ng_sax_inside(t->sax, frame, "publicationStmt");
  if (strcmp(name, "date") == 0) {
    g_autofree char *date = value ? g_strdup(value) : ng_tei_iso_date(text);
    bool counts = published || ng_sax_parent_is(t->sax, frame, "creation");
    if (counts)
      ng_builder_set_head(t->builder, NG_HEAD_DATE, date);
    else if (date && !t->source_date)
      t->source_date = g_steal_pointer(&date);
  } else if (strcmp(name, "licence") == 0) {
    ng_builder_set_head(t->builder, NG_HEAD_LICENCE, value ? value : text);
  } else if (strcmp(name, "language") == 0) {
    ng_builder_set_head(t->builder, NG_HEAD_LANGUAGE, value);
  } else if (published && strcmp(name, "idno") == 0 && *text) {
    keep_id(t, value, text);
  } else if (published && strcmp(name, "publisher") == 0) {
    ng_builder_set_head(t->builder, NG_HEAD_PUBLISHER, text);
  }
}

/* ---- keywords ---- */

void ng_tei_start_keyword(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_HEADER || t->n_headers > 1 || !ng_sax_parent_is(t->sax, frame, "keywords"))
    return;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

void ng_tei_end_keyword(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_CAPTURE)
    ng_builder_keyword(t->builder, ng_capture_end(&t->capture));
}

/* ---- the line that says where and when ---- */

void ng_tei_start_dateline(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_start_block(loader, frame);
  if (frame->mode != TEI_TEXT || t->n_datelines++)
    return;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

void ng_tei_end_dateline(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_CAPTURE)
    t->dateline = g_strdup(ng_capture_end(&t->capture));
  ng_tei_end_block_element(loader, frame);
}

/* A volume of letters has many; the head has one only where the article has. */
void ng_tei_finish_dateline(NgTei *t)
{
  if (t->n_datelines == 1)
    ng_builder_set_head(t->builder, NG_HEAD_DATELINE, t->dateline);
}
