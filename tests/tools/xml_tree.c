#include "tests/tools/xml_tree.h"

#include <expat.h>
#include <string.h>

typedef struct {
  NgXmlTree *tree;
  NgXmlNode *open; /* the innermost element under way */
} Growing;

static NgXmlNode *add_node(Growing *g)
{
  NgXmlNode *node = g_new0(NgXmlNode, 1);
  g_ptr_array_add(g->tree->nodes, node);
  node->parent = g->open;
  if (!g->open)
    g->tree->root = node;
  else if (g->open->last)
    g->open->last->next = node;
  else
    g->open->first = node;
  if (g->open)
    g->open->last = node;
  return node;
}

static void XMLCALL on_start(void *growing, const XML_Char *name, const XML_Char **attributes)
{
  Growing *g = growing;
  g_autoptr(GString) packed = g_string_new(NULL);
  for (; *attributes; attributes++)
    g_string_append_len(packed, *attributes, (gssize)strlen(*attributes) + 1);
  g_string_append_c(packed, '\0');
  NgXmlNode *node = add_node(g);
  node->name = g_string_chunk_insert_const(g->tree->strings, name);
  node->attributes = g_string_chunk_insert_len(g->tree->strings, packed->str, (gssize)packed->len);
  g->open = node;
}

static void XMLCALL on_end(void *growing, const XML_Char *name)
{
  (void)name;
  Growing *g = growing;
  g->open = g->open->parent;
}

static void XMLCALL on_text(void *growing, const XML_Char *text, int n_bytes)
{
  Growing *g = growing;
  add_node(g)->text = g_string_chunk_insert_len(g->tree->strings, text, n_bytes);
}

NgXmlTree *ng_xml_tree_new(const char *bytes, gsize n_bytes, char **problem)
{
  g_autoptr(NgXmlTree) tree = g_new0(NgXmlTree, 1);
  tree->nodes = g_ptr_array_new_with_free_func(g_free);
  tree->strings = g_string_chunk_new(1 << 16);
  Growing growing = {.tree = tree};
  XML_Parser parser = XML_ParserCreate(NULL);
  XML_SetUserData(parser, &growing);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  bool parsed = n_bytes <= G_MAXINT && XML_Parse(parser, bytes, (int)n_bytes, XML_TRUE) == XML_STATUS_OK;
  if (!parsed)
    *problem = g_strdup_printf("%lu:%lu: %s", (gulong)XML_GetCurrentLineNumber(parser),
                               (gulong)XML_GetCurrentColumnNumber(parser), XML_ErrorString(XML_GetErrorCode(parser)));
  XML_ParserFree(parser);
  return parsed ? g_steal_pointer(&tree) : NULL;
}

void ng_xml_tree_free(NgXmlTree *tree)
{
  if (!tree)
    return;
  g_ptr_array_unref(tree->nodes);
  g_string_chunk_free(tree->strings);
  g_free(tree);
}

const NgXmlNode *ng_xml_after(const NgXmlNode *node, const NgXmlNode *top)
{
  if (node->first)
    return node->first;
  while (node != top && !node->next)
    node = node->parent;
  return node == top ? NULL : node->next;
}

bool ng_xml_is(const NgXmlNode *node, const char *name)
{
  return node && node->name && strcmp(node->name, name) == 0;
}

const NgXmlNode *ng_xml_around(const NgXmlNode *node, const char *name)
{
  do
    node = node->parent;
  while (node && !ng_xml_is(node, name));
  return node;
}

const char *ng_xml_attribute(const NgXmlNode *node, const char *name)
{
  for (const char *p = node->attributes; p && *p;) {
    const char *value = p + strlen(p) + 1;
    if (strcmp(p, name) == 0)
      return value;
    p = value + strlen(value) + 1;
  }
  return NULL;
}

char *ng_xml_text(const NgXmlNode *top)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (const NgXmlNode *node = top; node; node = ng_xml_after(node, top))
    if (node->text)
      g_string_append(all, node->text);
  g_autoptr(GString) folded = g_string_new(NULL);
  for (const char *p = all->str; *p; p++) {
    bool space = strchr(" \t\r\n", *p) != NULL;
    if (!space)
      g_string_append_c(folded, *p);
    else if (folded->len && folded->str[folded->len - 1] != ' ')
      g_string_append_c(folded, ' ');
  }
  return g_strdup(g_strchomp(folded->str));
}
