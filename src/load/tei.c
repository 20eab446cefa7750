/* The TEI dialect: the table of its elements, and what all handlers stand on. */
#include "load/tei_private.h"

#include "load/dialects.h"

#include <string.h>

/* ---- what is kept from start to end ---- */

static void hold(NgTei *t, NgTeiHeld held, const char *value)
{
  if (value) {
    held.start = t->held_text->len;
    g_string_append_len(t->held_text, value, (gssize)strlen(value) + 1);
  }
  g_array_append_val(t->held, held);
}

void ng_tei_hold(NgTei *t, const char *value)
{
  hold(t, (NgTeiHeld){.start = G_MAXSIZE}, value);
}

void ng_tei_hold_here(NgTei *t, const char *value)
{
  NgTeiHeld held = {.start = G_MAXSIZE};
  ng_sax_position(t->sax, &held.line, &held.column);
  hold(t, held, value);
}

static const char *string_of(const NgTei *t, const NgTeiHeld *held)
{
  return held->start == G_MAXSIZE ? NULL : t->held_text->str + held->start;
}

const char *ng_tei_held(const NgTei *t)
{
  return t->held->len ? string_of(t, &g_array_index(t->held, NgTeiHeld, t->held->len - 1)) : NULL;
}

const char *ng_tei_release(NgTei *t, uint32_t *line, uint32_t *column)
{
  const NgTeiHeld held = g_array_index(t->held, NgTeiHeld, t->held->len - 1);
  g_array_set_size(t->held, t->held->len - 1);
  if (line)
    *line = held.line;
  if (column)
    *column = held.column;
  if (held.start != G_MAXSIZE)
    t->held_text->len = held.start; /* the bytes stay until the next are kept */
  return string_of(t, &held);
}

/* ---- values ---- */

char **ng_tei_words(const char *value)
{
  if (!value || !*value)
    return NULL;
  if (!value[strcspn(value, " \t\r\n")]) { /* nearly always one */
    char **one = g_new0(char *, 2);
    one[0] = g_strdup(value);
    return one;
  }
  g_auto(GStrv) parts = g_strsplit_set(value, " \t\r\n", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (char **part = parts; *part; part++)
    if (**part)
      g_ptr_array_add(words, g_strdup(*part));
  if (!words->len)
    return NULL;
  g_ptr_array_add(words, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}

const char *ng_tei_last_segment(const char *pointer)
{
  const char *segment = pointer;
  for (const char *p = pointer; *p; p++)
    if (strchr("/#:", *p) && p[1])
      segment = p + 1;
  return segment;
}

static bool has_digits(const char *text, int n)
{
  for (int i = 0; i < n; i++)
    if (!g_ascii_isdigit(text[i]))
      return false;
  return true;
}

char *ng_tei_iso_date(const char *value)
{
  if (!value || !has_digits(value, 4))
    return NULL;
  gsize length = 4;
  if (value[4] == '-' && has_digits(value + 5, 2) && !g_ascii_isdigit(value[7])) {
    length = 7;
    if (value[7] == '-' && has_digits(value + 8, 2) && !g_ascii_isdigit(value[10]))
      length = 10;
  }
  if (length == 10 && value[10] == 'T')
    length += strspn(value + 10, "T0123456789:.+-Z");
  else if (length == 4 && value[4])
    return NULL;
  return g_strndup(value, length);
}

char *ng_tei_date_of(NgTei *t)
{
  static const char *const exact[] = {"when", "when-iso", NULL};
  static const char *const early[] = {"notBefore", "notBefore-iso", "notAfter", NULL};
  const char *verbatim = ng_sax_attribute(t->sax, "when-custom");
  if (verbatim && *verbatim)
    return g_strdup(verbatim);
  const char *when = ng_sax_first_attribute(t->sax, exact);
  if (when)
    return ng_tei_iso_date(when);
  g_autofree char *from = ng_tei_iso_date(ng_sax_attribute(t->sax, "from"));
  g_autofree char *to = ng_tei_iso_date(ng_sax_attribute(t->sax, "to"));
  if (from && to)
    return g_strconcat(from, "/", to, NULL);
  if (from || to)
    return from ? g_steal_pointer(&from) : g_steal_pointer(&to);
  return ng_tei_iso_date(ng_sax_first_attribute(t->sax, early));
}

/* ---- the dialect ---- */

#define BLOCK(name, kind)                                                                                              \
  {                                                                                                                    \
    name, ng_tei_start_block, ng_tei_end_block_element, kind                                                           \
  }
#define NAME(name, kind)                                                                                               \
  {                                                                                                                    \
    name, ng_tei_start_name, ng_tei_end_name, kind                                                                     \
  }
#define PLACE_PART(name)                                                                                               \
  {                                                                                                                    \
    name, ng_tei_start_place_part, ng_tei_end_place_part, NG_ENTITY_PLACE                                              \
  }
#define STYLE(name, style)                                                                                             \
  {                                                                                                                    \
    name, ng_tei_start_style, ng_tei_end_style, style                                                                  \
  }
#define DIVISION(name)                                                                                                 \
  {                                                                                                                    \
    name, ng_tei_start_div, ng_tei_end_div, 0                                                                          \
  }
#define ONLY_START(name, handler)                                                                                      \
  {                                                                                                                    \
    name, handler, NULL, 0                                                                                             \
  }
#define PART(name)                                                                                                     \
  {                                                                                                                    \
    name, ng_tei_start_name_part, ng_tei_end_name_part, 0                                                              \
  }
#define RECORD(name, kind)                                                                                             \
  {                                                                                                                    \
    name, ng_tei_start_record, ng_tei_end_record, kind                                                                 \
  }
#define FIELD(name)                                                                                                    \
  {                                                                                                                    \
    name, ng_tei_start_header_field, ng_tei_end_header_field, 0                                                        \
  }

static const NgSaxRule rules[] = {
    /* the document */
    ONLY_START("TEI", ng_tei_start_root),
    ONLY_START("TEI.2", ng_tei_start_root),
    ONLY_START("teiCorpus", ng_tei_start_root),
    {"teiHeader", ng_tei_start_header, ng_tei_end_header, 0},
    {"standOff", ng_tei_start_container, NULL, TEI_RECORDS},
    {"text", ng_tei_start_text, ng_tei_end_text, 0},
    ONLY_START("front", NULL),
    ONLY_START("body", NULL),
    ONLY_START("back", NULL),
    ONLY_START("group", NULL),
    /* the head */
    ONLY_START("titleStmt", NULL),
    ONLY_START("publicationStmt", NULL),
    ONLY_START("creation", NULL),
    {"title", ng_tei_start_title, ng_tei_end_title, NG_STYLE_ITALIC},
    {"author", ng_tei_start_author, ng_tei_end_author, 0},
    ONLY_START("keywords", NULL),
    {"term", ng_tei_start_keyword, ng_tei_end_keyword, 0},
    FIELD("date"),
    FIELD("publisher"),
    FIELD("licence"),
    FIELD("language"),
    {"idno", ng_tei_start_idno, ng_tei_end_idno, 0},
    /* blocks */
    DIVISION("div"),
    DIVISION("div1"),
    DIVISION("div2"),
    DIVISION("div3"),
    DIVISION("div4"),
    DIVISION("div5"),
    DIVISION("div6"),
    DIVISION("div7"),
    DIVISION("attachment"),
    {"head", ng_tei_start_head, ng_tei_end_head, 0},
    BLOCK("p", NG_BLOCK_PARAGRAPH),
    {"ab", ng_tei_start_anonymous, ng_tei_end_block_element, NG_BLOCK_PARAGRAPH},
    BLOCK("l", NG_BLOCK_VERSE),
    {"dateline", ng_tei_start_dateline, ng_tei_end_dateline, NG_BLOCK_PARAGRAPH},
    BLOCK("byline", NG_BLOCK_PARAGRAPH),
    BLOCK("opener", NG_BLOCK_PARAGRAPH),
    BLOCK("closer", NG_BLOCK_PARAGRAPH),
    BLOCK("salute", NG_BLOCK_PARAGRAPH),
    BLOCK("signed", NG_BLOCK_PARAGRAPH),
    BLOCK("argument", NG_BLOCK_PARAGRAPH),
    BLOCK("trailer", NG_BLOCK_PARAGRAPH),
    BLOCK("postscript", NG_BLOCK_PARAGRAPH),
    BLOCK("epigraph", NG_BLOCK_QUOTE),
    BLOCK("addrLine", NG_BLOCK_PARAGRAPH),
    BLOCK("titlePart", NG_BLOCK_PARAGRAPH),
    BLOCK("docAuthor", NG_BLOCK_PARAGRAPH),
    BLOCK("docImprint", NG_BLOCK_PARAGRAPH),
    BLOCK("docDate", NG_BLOCK_PARAGRAPH),
    BLOCK("castItem", NG_BLOCK_ITEM),
    BLOCK("figDesc", NG_BLOCK_CAPTION),
    BLOCK("caption", NG_BLOCK_CAPTION),
    BLOCK("row", NG_BLOCK_TABLE),
    BLOCK("eg", NG_BLOCK_CODE),
    BLOCK("biblStruct", NG_BLOCK_PARAGRAPH),
    {"seg", ng_tei_start_segment, ng_tei_end_segment, 0},
    {"bibl", ng_tei_start_segment, ng_tei_end_segment, 0},
    {"s", ng_tei_start_sentence, ng_tei_end_sentence, 0},
    {"list", ng_tei_start_list, ng_tei_end_list, 0},
    {"castList", ng_tei_start_list, ng_tei_end_list, 0},
    {"castGroup", ng_tei_start_list, ng_tei_end_list, 0},
    {"item", ng_tei_start_item, ng_tei_end_item, 0},
    {"label", ng_tei_start_label, ng_tei_end_label, 0},
    ONLY_START("table", NULL),
    ONLY_START("figure", NULL),
    {"lg", ng_tei_start_stanza, ng_tei_end_stanza, 0},
    ONLY_START("cell", ng_tei_start_cell),
    {"quote", ng_tei_start_quote, ng_tei_end_quote, 0},
    {"q", ng_tei_start_quote, ng_tei_end_quote, 0},
    {"floatingText", ng_tei_start_quote, ng_tei_end_quote, 0},
    {"note", ng_tei_start_note, ng_tei_end_note, 0},
    {"u", ng_tei_start_speech, ng_tei_end_speech, 0},
    {"sp", ng_tei_start_speech, ng_tei_end_speech, 0},
    {"said", ng_tei_start_said, ng_tei_end_said, 0},
    {"stage", ng_tei_start_stage, ng_tei_end_stage, NG_STYLE_ITALIC},
    {"speaker", ng_tei_start_speaker, ng_tei_end_speaker, 0},
    /* inside of lines */
    STYLE("hi", 0),
    STYLE("emph", NG_STYLE_ITALIC),
    STYLE("code", NG_STYLE_CODE),
    STYLE("del", NG_STYLE_STRIKE),
    {"ref", ng_tei_start_link, ng_tei_end_link, 0},
    {"ptr", ng_tei_start_link, ng_tei_end_link, 0},
    ONLY_START("lb", ng_tei_start_break),
    ONLY_START("pb", ng_tei_start_break),
    ONLY_START("cb", ng_tei_start_break),
    ONLY_START("gb", ng_tei_start_break),
    ONLY_START("milestone", ng_tei_start_break),
    ONLY_START("fw", ng_tei_start_skip),
    ONLY_START("rdg", ng_tei_start_skip),
    ONLY_START("index", ng_tei_start_skip),
    ONLY_START("choice", NULL),
    ONLY_START("sic", ng_tei_start_variant),
    ONLY_START("orig", ng_tei_start_variant),
    ONLY_START("expan", ng_tei_start_variant),
    /* names */
    NAME("persName", NG_ENTITY_PERSON),
    NAME("placeName", NG_ENTITY_PLACE),
    NAME("orgName", NG_ENTITY_ORGANISATION),
    PLACE_PART("geogName"),
    PLACE_PART("settlement"),
    PLACE_PART("country"),
    PLACE_PART("region"),
    PLACE_PART("district"),
    PLACE_PART("bloc"),
    NAME("eventName", NG_ENTITY_EVENT),
    {"name", ng_tei_start_typed_name, ng_tei_end_name, 0},
    {"rs", ng_tei_start_typed_name, ng_tei_end_name, 0},
    PART("forename"),
    PART("surname"),
    PART("genName"),
    PART("roleName"),
    PART("addName"),
    PART("nameLink"),
    /* records */
    ONLY_START("listPerson", ng_tei_start_record_list),
    ONLY_START("listPlace", ng_tei_start_record_list),
    ONLY_START("listOrg", ng_tei_start_record_list),
    ONLY_START("listEvent", ng_tei_start_record_list),
    ONLY_START("listRelation", ng_tei_start_record_list),
    RECORD("person", NG_ENTITY_PERSON),
    RECORD("personGrp", NG_ENTITY_PERSON),
    RECORD("place", NG_ENTITY_PLACE),
    RECORD("org", NG_ENTITY_ORGANISATION),
    RECORD("event", NG_ENTITY_EVENT),
    {"occupation", ng_tei_start_fact, ng_tei_end_role, 0},
    {"geo", ng_tei_start_fact, ng_tei_end_geo, 0},
    {"desc", ng_tei_start_desc, ng_tei_end_desc, 0},
    {"trait", ng_tei_start_trait, ng_tei_end_relation, 0},
    {"relation", ng_tei_start_relation, ng_tei_end_relation, 0},
};

static bool is_root(const char *name, const char *namespace_uri)
{
  static const char *const roots[] = {"TEI",     "TEI.2", "teiCorpus", "listPerson", "listPlace",
                                      "listOrg", "text",  "standOff",  NULL};
  if (namespace_uri && g_str_has_prefix(namespace_uri, "http://www.tei-c.org/ns/"))
    return true;
  return !namespace_uri && g_strv_contains(roots, name);
}

static void *begin(NgSax *sax, NgBuilder *builder)
{
  NgTei *t = g_new0(NgTei, 1);
  t->sax = sax;
  t->builder = builder;
  ng_capture_init(&t->capture);
  t->blocks = (NgBlocks){.builder = builder, .capture = &t->capture};
  t->held = g_array_new(FALSE, FALSE, sizeof(NgTeiHeld));
  t->held_text = g_string_new(NULL);
  t->records = g_array_new(FALSE, FALSE, sizeof(NgTeiRecord));
  t->authors = g_string_new(NULL);
  return t;
}

static void text(void *loader, const char *text, gsize bytes)
{
  NgTei *t = loader;
  guint n;
  const NgSaxFrame *frames = ng_sax_frames(t->sax, &n);
  if (n == 0 || frames[n - 1].mode == TEI_SKIP)
    return;
  if (frames[n - 1].mode == TEI_TEXT)
    ng_blocks_text(&t->blocks, text, bytes);
  ng_capture_text(&t->capture, text, bytes);
  t->after_name_part = false;
}

static void finish(void *loader)
{
  NgTei *t = loader;
  if (t->title_hidden) /* the only block is not yet put */
    ng_builder_block(t->builder, NG_BLOCK_PARAGRAPH, 0);
  t->title_hidden = false;
  ng_tei_finish_head(t);
  ng_tei_finish_dateline(t);
  ng_capture_clear(&t->capture);
  ng_tei_relation_clear(&t->relation);
  g_array_free(t->held, TRUE);
  g_string_free(t->held_text, TRUE);
  g_array_free(t->records, TRUE);
  g_string_free(t->authors, TRUE);
  g_free(t->title);
  g_free(t->url);
  g_free(t->id);
  g_free(t->source_date);
  g_free(t->dateline);
  g_free(t->author);
  g_free(t->text_title);
  g_free(t);
}

const NgSaxDialect ng_tei_dialect = {
    NG_FORMAT_TEI, rules, G_N_ELEMENTS(rules), is_root, begin, text, finish,
};
