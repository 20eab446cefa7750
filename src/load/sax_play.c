/* A tape of the parser's events to the handlers of a dialect. */
#include "load/sax_private.h"

static void begin(NgSax *sax, const NgSaxDialect *dialect)
{
  sax->dialect = dialect;
  ng_builder_set_format(sax->builder, dialect->format);
  sax->loader = dialect->begin(sax, sax->builder);
}

static void start_element(NgSax *sax, const NgSaxEvent *event)
{
  NgSaxFrame *frame = &sax->frames[sax->depth];
  *frame = (NgSaxFrame){.rule = event->rule};
  if (sax->depth)
    frame->mode = sax->frames[sax->depth - 1].mode;
  sax->depth++;
  if (!frame->rule || !frame->rule->start)
    return;
  sax->element = event;
  frame->rule->start(sax->loader, frame);
  sax->element = NULL;
}

static void end_element(NgSax *sax)
{
  NgSaxFrame *frame = &sax->frames[sax->depth - 1];
  if (frame->rule && frame->rule->end)
    frame->rule->end(sax->loader, frame);
  sax->depth--;
}

static void play(NgSax *sax, const NgSaxEvent *event)
{
  switch (event->kind) {
  case NG_SAX_BEGIN:
    begin(sax, event->dialect);
    break;
  case NG_SAX_START:
    start_element(sax, event);
    break;
  case NG_SAX_END:
    end_element(sax);
    break;
  case NG_SAX_TEXT:
    sax->dialect->text(sax->loader, event->text, event->n);
    break;
  case NG_SAX_REPORT:
    ng_builder_diagnose(sax->builder, event->line, event->column, "%s", event->text);
    break;
  case NG_SAX_FINISH:
    sax->dialect->finish(sax->loader);
    break;
  }
}

void ng_sax_play(void *player, const char *events, gsize bytes)
{
  for (gsize at = 0; at < bytes;) {
    const NgSaxEvent *event = (const NgSaxEvent *)(const void *)(events + at);
    play(player, event);
    at += event->bytes;
  }
}
