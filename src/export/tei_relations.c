/* Relations. The pairs that one statement makes of its ends are written as one statement again. */
#include "export/tei_private.h"

#include <string.h>

/* No statement that the builder has paired out has more, see builder_relations.c; the search for its end stays short. */
#define MOST_ENDS 90u

/* Whether both are pairs of one statement, as far as can be told. */
static bool says_the_same(const NgRelation *a, const NgRelation *b)
{
  return a->directed == b->directed && a->origin == b->origin && a->confidence == b->confidence && a->rule == b->rule &&
         a->place == b->place && a->n_evidence == b->n_evidence &&
         (!a->n_evidence || a->first_evidence == b->first_evidence) && g_strcmp0(a->label, b->label) == 0 &&
         g_strcmp0(a->kind, b->kind) == 0 && g_strcmp0(a->date, b->date) == 0 && g_strcmp0(a->status, b->status) == 0;
}

/* How many relations from `first` on have its subject and say the same. */
static uint32_t fan_of(const NgTeiWriter *w, uint32_t first)
{
  const NgRelation *r = w->relations + first;
  uint32_t n = 1;
  while (n < MOST_ENDS && first + n < w->n_relations && r[n].subject == r->subject && says_the_same(r, &r[n]))
    n++;
  return n;
}

/* Whether `n` ends, the subject and then the objects of the fan, are paired out from `first` on: all with all. */
static bool is_among_all(const NgTeiWriter *w, uint32_t first, uint32_t n)
{
  const NgRelation *r = w->relations + first;
  if (w->n_relations - first < n * (n - 1) / 2)
    return false;
  uint32_t at = n - 1;
  for (uint32_t i = 1; i < n; i++)
    for (uint32_t k = i + 1; k < n; k++, at++)
      if (r[at].subject != r[i - 1].object || r[at].object != r[k - 1].object || !says_the_same(r, &r[at]))
        return false;
  return true;
}

static void put_ends(NgTeiWriter *w, const char *attribute, const NgRelation *first, bool with_subject, uint32_t n)
{
  fprintf(w->out, " %s=\"", attribute);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t entity = with_subject && i == 0 ? first->subject : first[i - with_subject].object;
    fputs(i ? " #" : "#", w->out);
    ng_tei_put_id(w->out, w->entities[entity].id);
  }
  putc_unlocked('"', w->out);
}

/* Writes the ends of the statement that begins with relation `first`, and returns how many relations it is. */
static uint32_t put_statement_ends(NgTeiWriter *w, uint32_t first)
{
  const NgRelation *r = w->relations + first;
  uint32_t fan = fan_of(w, first);
  if (r->directed) {
    ng_tei_put_pointer(w, "active", r->subject);
    put_ends(w, "passive", r, false, fan);
    return fan;
  }
  uint32_t ends = is_among_all(w, first, fan + 1) ? fan + 1 : 2;
  put_ends(w, "mutual", r, true, ends);
  return ends * (ends - 1) / 2;
}

static uint32_t put_relation(NgTeiWriter *w, uint32_t first)
{
  const NgRelation *r = w->relations + first;
  FILE *out = w->out;
  fputs("      <relation name=\"", out);
  ng_tei_put_id(out, r->kind);
  putc_unlocked('"', out);
  uint32_t n = put_statement_ends(w, first);
  ng_tei_put_sources(w, r->first_evidence, r->n_evidence);
  if (r->place != NG_NONE)
    ng_tei_put_pointer(w, "corresp", r->place);
  if (r->date)
    ng_tei_put_date(out, r->date);
  if (ng_is_relation_status(r->status))
    ng_xml_attribute(out, "type", r->status);
  ng_tei_put_said_by(w, r->origin, r->confidence, r->rule);
  putc_unlocked('>', out);
  ng_xml_element(out, "desc", r->label);
  fputs("</relation>\n", out);
  return n;
}

void ng_tei_put_relations(NgTeiWriter *w)
{
  if (!w->n_relations)
    return;
  fputs("    <listRelation>\n", w->out);
  for (uint32_t i = 0; i < w->n_relations;)
    i += put_relation(w, i);
  fputs("    </listRelation>\n", w->out);
}
