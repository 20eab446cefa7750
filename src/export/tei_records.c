/* Records of all entities, in the order of the article; those that the source did not list say so. */
#include "export/degrees.h"
#include "export/tei_private.h"

#include <math.h>
#include <string.h>

static const struct {
  const char *list, *record, *name;
} words[NG_N_ENTITY_KINDS] = {
    [NG_ENTITY_PERSON] = {"listPerson", "person", "persName"},
    [NG_ENTITY_PLACE] = {"listPlace", "place", "placeName"},
    [NG_ENTITY_ORGANISATION] = {"listOrg", "org", "orgName"},
    [NG_ENTITY_EVENT] = {"listEvent", "event", "label"},
};

static void put_role(const NgTeiWriter *w, const NgEntity *e, const char *role, bool is_short)
{
  if (!role)
    return;
  bool person = e->kind == NG_ENTITY_PERSON;
  const char *element = person ? "occupation" : "note";
  const char *type = person ? " type=\"short\"" : is_short ? " type=\"short-role\"" : " type=\"role\"";
  fprintf(w->out, "<%s%s>", element, person && !is_short ? "" : type);
  ng_xml_text(w->out, role);
  fprintf(w->out, "</%s>", element);
}

static void put_position(FILE *out, const NgEntity *e)
{
  if (isnan(e->lat_deg) || isnan(e->lon_deg) || e->kind == NG_ENTITY_PERSON)
    return;
  fputs("<location><geo>", out);
  ng_put_degrees(out, e->lat_deg);
  putc_unlocked(' ', out);
  ng_put_degrees(out, e->lon_deg);
  fputs("</geo></location>", out);
}

/* Relations that have but one end. */
static void put_traits(NgTeiWriter *w, const GArray *traits, uint32_t *next, uint32_t entity)
{
  uint32_t n;
  const NgAttribute *attributes = ng_article_attributes(w->article, &n);
  for (; *next < traits->len; (*next)++) {
    const NgAttribute *it = &attributes[g_array_index(traits, uint32_t, *next)];
    if (it->entity != entity)
      return;
    fputs("<trait type=\"", w->out);
    ng_tei_put_id(w->out, it->kind);
    putc_unlocked('"', w->out);
    ng_tei_put_sources(w, it->first_evidence, it->n_evidence);
    putc_unlocked('>', w->out);
    ng_xml_element(w->out, "desc", it->label);
    fputs("</trait>", w->out);
  }
}

static void put_names(FILE *out, const NgEntity *e)
{
  const char *name = words[e->kind].name;
  ng_xml_element(out, name, e->name);
  for (const char *const *alias = e->aliases; *alias; alias++) {
    fprintf(out, "<%s type=\"alias\">", name);
    ng_xml_text(out, *alias);
    fprintf(out, "</%s>", name);
  }
}

static void put_country(FILE *out, const NgEntity *e)
{
  if (!e->country)
    return;
  fputs("<country", out);
  if (*e->country_code)
    ng_xml_attribute(out, "key", e->country_code);
  putc_unlocked('>', out);
  ng_xml_text(out, e->country);
  fputs("</country>", out);
}

static void put_record(NgTeiWriter *w, uint32_t entity, const GArray *traits, uint32_t *next_trait)
{
  const NgEntity *e = &w->entities[entity];
  FILE *out = w->out;
  fprintf(out, "      <%s xml:id=\"", words[e->kind].record);
  ng_tei_put_id(out, e->id);
  fputs(e->has_record ? "\">" : "\" evidence=\"internal\">", out);
  put_names(out, e);
  put_role(w, e, e->role, false);
  put_role(w, e, e->short_role, true);
  if (e->kind == NG_ENTITY_PLACE)
    put_country(out, e);
  put_position(out, e);
  for (const char *const *ref = e->refs; *ref; ref++) {
    fputs("<idno type=\"URI\">", out);
    ng_xml_text(out, *ref);
    fputs("</idno>", out);
  }
  put_traits(w, traits, next_trait, entity);
  fprintf(out, "</%s>\n", words[e->kind].record);
}

static int by_entity(const void *a, const void *b, void *attributes)
{
  const NgAttribute *all = attributes;
  uint32_t x = all[*(const uint32_t *)a].entity, y = all[*(const uint32_t *)b].entity;
  return x < y ? -1 : x > y;
}

/* The attributes of all entities, by entity. The caller frees it. */
static GArray *sorted_traits(const NgArticle *article)
{
  uint32_t n;
  const NgAttribute *attributes = ng_article_attributes(article, &n);
  GArray *traits = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < n; i++)
    g_array_append_val(traits, i);
  g_array_sort_with_data(traits, by_entity, (void *)attributes);
  return traits;
}

void ng_tei_put_records(NgTeiWriter *w)
{
  g_autoptr(GArray) traits = sorted_traits(w->article);
  uint32_t next_trait = 0;
  for (uint32_t i = 0; i < w->n_entities; i++) {
    uint8_t kind = w->entities[i].kind;
    if (i == 0 || w->entities[i - 1].kind != kind)
      fprintf(w->out, "    <%s>\n", words[kind].list);
    put_record(w, i, traits, &next_trait);
    if (i + 1 == w->n_entities || w->entities[i + 1].kind != kind)
      fprintf(w->out, "    </%s>\n", words[kind].list);
  }
}
