/* TEI's relations. What a `desc` says is the label where records stand, and evidence where text runs. */
#include "load/tei_private.h"

#include <string.h>

void ng_tei_relation_clear(NgTeiRelation *r)
{
  g_free(r->kind);
  g_free(r->date);
  g_free(r->status);
  g_free(r->place);
  g_free(r->label);
  g_strfreev(r->active);
  g_strfreev(r->passive);
  g_strfreev(r->mutual);
  g_strfreev(r->sources);
  *r = (NgTeiRelation){0};
}

static void begin_relation(NgTei *t, NgTeiRelation *r)
{
  NgSax *sax = t->sax;
  const char *name = ng_sax_attribute(sax, "name"), *ref = ng_sax_attribute(sax, "ref");
  const char *type = ng_sax_attribute(sax, "type");
  const char *kind = name && *name ? name : ref && *ref ? ng_tei_last_segment(ref) : NULL;
  if (!kind && type && !ng_is_relation_status(type) && strcmp(type, "reported") != 0)
    kind = ng_tei_last_segment(type);
  r->kind = kind ? ng_tei_plain_id(kind) : NULL;
  r->status = ng_is_relation_status(type) ? g_strdup(type) : NULL;
  r->date = ng_tei_date_of(t);
  r->active = ng_tei_pointers_in(ng_sax_attribute(sax, "active"));
  r->passive = ng_tei_pointers_in(ng_sax_attribute(sax, "passive"));
  r->mutual = ng_tei_pointers_in(ng_sax_attribute(sax, "mutual"));
  r->sources = ng_tei_words(ng_sax_attribute(sax, "source"));
  g_auto(GStrv) places = ng_tei_pointers_in(ng_sax_attribute(sax, "corresp"));
  r->place = places ? g_strdup(places[0]) : NULL;
  ng_sax_position(sax, &r->line, &r->column);
  r->by = ng_tei_said_by(t);
  r->open = true;
}

static void tell(NgTei *t, bool evidence_here)
{
  NgTeiRelation *r = &t->relation;
  NgRelationMark mark = {.kind = r->kind,
                         .label = r->label,
                         .date = r->date,
                         .status = r->status,
                         .place = r->place,
                         .active = (const char *const *)r->active,
                         .passive = (const char *const *)r->passive,
                         .mutual = (const char *const *)r->mutual,
                         .sources = (const char *const *)r->sources,
                         .origin = r->by.origin,
                         .confidence = r->by.confidence,
                         .rule = r->by.rule,
                         .evidence_here = evidence_here,
                         .line = r->line,
                         .column = r->column};
  ng_builder_relation(t->builder, &mark);
  r->told = true;
}

void ng_tei_start_relation(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_SKIP || t->relation.open)
    return;
  begin_relation(t, &t->relation);
  frame->mark = 1;
}

/* What a record tells of its own in words: a relation with one end. */
void ng_tei_start_trait(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  const char *type = ng_sax_attribute(t->sax, "type");
  if (frame->mode != TEI_RECORDS || !record || !record->id || !type || !*type || t->relation.open)
    return;
  NgTeiRelation *r = &t->relation;
  r->kind = ng_tei_plain_id(type);
  r->sources = ng_tei_words(ng_sax_attribute(t->sax, "source"));
  r->active = g_new0(char *, 2);
  r->active[0] = g_strconcat(*record->id == '#' ? "" : "#", record->id, NULL);
  ng_sax_position(t->sax, &r->line, &r->column);
  r->open = true;
  frame->mark = 1;
}

void ng_tei_end_relation(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!frame->mark)
    return;
  if (!t->relation.told)
    tell(t, frame->mode == TEI_TEXT);
  ng_tei_relation_clear(&t->relation);
}

static bool is_of_relation(NgTei *t, const NgSaxFrame *frame)
{
  return t->relation.open && (ng_sax_parent_is(t->sax, frame, "relation") || ng_sax_parent_is(t->sax, frame, "trait"));
}

void ng_tei_start_desc(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  bool of_relation = is_of_relation(t, frame);
  if (frame->mode == TEI_TEXT) {
    if (!t->blocks.in_block)
      ng_tei_settle_speaker(t, NULL);
    if (of_relation || !t->blocks.in_block || ng_tei_record_of_child(t, frame))
      ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
    ng_tei_begin_passage(t, frame, true);
  } else if (of_relation) {
    ng_capture_begin(&t->capture);
    frame->opened |= TEI_OPENED_CAPTURE;
  }
}

void ng_tei_end_desc(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  bool of_relation = is_of_relation(t, frame);
  if (frame->opened & TEI_OPENED_CAPTURE) {
    const char *label = ng_capture_end(&t->capture);
    if (!t->relation.label)
      t->relation.label = g_strdup(label);
  }
  if (frame->opened & TEI_OPENED_THING && of_relation && !t->relation.told)
    tell(t, true);
  ng_tei_end_passage(t, frame, false);
  ng_blocks_end(&t->blocks, frame);
}
