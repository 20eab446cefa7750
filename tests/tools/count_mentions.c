#include "tests/tools/count_mentions.h"

#include <string.h>

/* ---- counts ---- */

GHashTable *ng_count_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

guint ng_count_of(GHashTable *count, const char *what)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(count, what));
}

void ng_count_add(GHashTable *count, const char *what)
{
  g_hash_table_insert(count, g_strdup(what), GUINT_TO_POINTER(ng_count_of(count, what) + 1));
}

guint ng_count_sum(GHashTable *count)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;
  g_hash_table_iter_init(&iter, count);
  while (g_hash_table_iter_next(&iter, NULL, &n))
    sum += GPOINTER_TO_UINT(n);
  return sum;
}

char *ng_counts_differ(GHashTable *counted, GHashTable *loaded)
{
  enum { MOST = 8 };
  GHashTable *const both[] = {counted, loaded};
  g_autoptr(GHashTable) told = ng_count_new();
  g_autoptr(GString) differences = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(both); i++) {
    GHashTableIter iter;
    gpointer what;
    g_hash_table_iter_init(&iter, both[i]);
    while (g_hash_table_iter_next(&iter, &what, NULL)) {
      guint tree = ng_count_of(counted, what), article = ng_count_of(loaded, what);
      if (tree == article || ng_count_of(told, what) || g_hash_table_size(told) == MOST)
        continue;
      ng_count_add(told, what);
      g_string_append_printf(differences, "%s: %u in the tree, %u in the article\n", (char *)what, tree, article);
    }
  }
  return differences->len ? g_strdup(differences->str) : NULL;
}

/* ---- mentions ---- */

/* What the element names: TEI has elements of their own for some kinds of names, and a type for the others. */
static bool names_kind(const NgXmlNode *node, NgEntityKind kind)
{
  static const struct {
    const char *element, *type; /* a NULL type: whatever it is */
    NgEntityKind kind;
  } names[] = {
      {"persName", NULL, NG_ENTITY_PERSON},      {"rs", "person", NG_ENTITY_PERSON},
      {"placeName", NULL, NG_ENTITY_PLACE},      {"settlement", NULL, NG_ENTITY_PLACE},
      {"country", NULL, NG_ENTITY_PLACE},        {"rs", "place", NG_ENTITY_PLACE},
      {"orgName", NULL, NG_ENTITY_ORGANISATION}, {"rs", "org", NG_ENTITY_ORGANISATION},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].kind == kind && ng_xml_is(node, names[i].element) &&
        (!names[i].type || g_strcmp0(ng_xml_attribute(node, "type"), names[i].type) == 0))
      return true;
  return false;
}

static const char *pointers_of(const NgXmlNode *node)
{
  static const char *const attributes[] = {"ref", "corresp", "key", "who"};
  for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++) {
    const char *value = ng_xml_attribute(node, attributes[i]);
    if (value && *value)
      return value;
  }
  return NULL;
}

/* In a record, or one of itself: an item of a list of people that gives the name an id. */
static bool is_of_record(const NgXmlNode *node)
{
  static const char *const lists[] = {"listPerson", "listPlace", "listOrg", "listEvent"};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    if (ng_xml_around(node, lists[i]))
      return true;
  return ng_xml_attribute(node, "xml:id") && !pointers_of(node) && ng_xml_around(node, "item");
}

static bool is_mention(const NgXmlNode *node, NgEntityKind kind)
{
  if (!names_kind(node, kind) || !ng_xml_around(node, "text") || is_of_record(node))
    return false;
  g_autofree char *text = ng_xml_text(node);
  return *text != '\0';
}

GHashTable *ng_count_mentions(const NgXmlNode *root, NgEntityKind kind, guint *unpointed)
{
  GHashTable *count = ng_count_new();
  *unpointed = 0;
  for (const NgXmlNode *node = root; node; node = ng_xml_after(node, root)) {
    if (!is_mention(node, kind))
      continue;
    const char *pointers = pointers_of(node);
    *unpointed += !pointers;
    g_auto(GStrv) targets = g_strsplit_set(pointers ? pointers : "", " \t\r\n", -1);
    for (char **target = targets; *target; target++)
      if (**target)
        ng_count_add(count, **target == '#' ? *target + 1 : *target);
  }
  return count;
}

GHashTable *ng_count_loaded_mentions(const NgArticle *article, NgEntityKind kind, GHashTable *counted, guint *unpointed)
{
  uint32_t n_mentions, n_entities;
  const NgMention *mentions = ng_article_mentions(article, &n_mentions);
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  GHashTable *count = ng_count_new();
  *unpointed = 0;
  for (uint32_t i = 0; i < n_mentions; i++) {
    const NgEntity *e = &entities[mentions[i].entity];
    if (e->kind != kind)
      continue;
    bool pointed = mentions[i].origin == NG_ORIGIN_MARKUP && (e->has_record || ng_count_of(counted, e->id));
    if (pointed)
      ng_count_add(count, e->id);
    else
      ++*unpointed;
  }
  return count;
}

/* ---- relations ---- */

static void add_tie(GHashTable *count, const char *subject, const char *sign, const char *object, const char *label)
{
  g_autofree char *tie = g_strconcat(subject, sign, object, ": ", label, NULL);
  ng_count_add(count, tie);
}

static char **ends_of(const NgXmlNode *relation, const char *attribute)
{
  const char *value = ng_xml_attribute(relation, attribute);
  g_autofree char *folded = g_strstrip(g_strdup(value ? value : ""));
  g_autoptr(GRegex) space = g_regex_new("\\s+", 0, 0, NULL);
  return *folded ? g_regex_split(space, folded, 0) : g_new0(char *, 1);
}

/* The last part of the URI that says what kind of relation it is, in words. */
static char *label_of(const NgXmlNode *relation)
{
  const char *name = ng_xml_attribute(relation, "name"), *ref = ng_xml_attribute(relation, "ref");
  const char *slash = ref ? strrchr(ref, '/') : NULL;
  return g_strdelimit(g_strdup(name ? name : slash ? slash + 1 : "related"), "-_", ' ');
}

static void count_relation(GHashTable *count, const NgXmlNode *relation)
{
  g_auto(GStrv) active = ends_of(relation, "active");
  g_auto(GStrv) passive = ends_of(relation, "passive");
  g_auto(GStrv) mutual = ends_of(relation, "mutual");
  g_autofree char *label = label_of(relation);
  for (char **subject = active; *subject; subject++)
    for (char **object = passive; *object; object++)
      add_tie(count, *subject, " > ", *object, label);
  for (char **subject = mutual; *subject; subject++)
    for (char **object = subject + 1; *object; object++)
      add_tie(count, *subject, " - ", *object, label);
  for (char **end = active; *end && !*passive; end++)
    add_tie(count, *end, "", "", label);
  for (char **end = passive; *end && !*active; end++)
    add_tie(count, *end, "", "", label);
  if (*mutual && !mutual[1])
    add_tie(count, *mutual, "", "", label);
}

GHashTable *ng_count_relations(const NgXmlNode *root)
{
  GHashTable *count = ng_count_new();
  for (const NgXmlNode *node = root; node; node = ng_xml_after(node, root))
    if (ng_xml_is(node, "relation"))
      count_relation(count, node);
  return count;
}

GHashTable *ng_count_loaded_relations(const NgArticle *article)
{
  uint32_t n_relations, n_attributes, n_entities;
  const NgRelation *relations = ng_article_relations(article, &n_relations);
  const NgAttribute *attributes = ng_article_attributes(article, &n_attributes);
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  GHashTable *count = ng_count_new();
  for (uint32_t i = 0; i < n_relations; i++) {
    const NgRelation *r = &relations[i];
    add_tie(count, entities[r->subject].id, r->directed ? " > " : " - ", entities[r->object].id, r->label);
  }
  for (uint32_t i = 0; i < n_attributes; i++)
    add_tie(count, entities[attributes[i].entity].id, "", "", attributes[i].label);
  return count;
}
