/* A document as a tree, read by expat: what tests of the loaders count with, so that they do not believe the loaders' own parser.
 *
 * The tree owns every node and string it hands out. Namespaces are left alone: a name is as it is spelt, `xml:id` too. */
#ifndef NG_TESTS_XML_TREE_H
#define NG_TESTS_XML_TREE_H

#include <glib.h>
#include <stdbool.h>

typedef struct _NgXmlNode NgXmlNode;
struct _NgXmlNode {
  const char *name;       /* of an element; NULL for text */
  const char *text;       /* of text, as much as the parser told at once; NULL for an element */
  const char *attributes; /* name, value, name, value, ...: each ends with NUL; an empty name is the end */
  NgXmlNode *parent, *first, *last, *next;
};

typedef struct {
  NgXmlNode *root;
  GPtrArray *nodes;
  GStringChunk *strings;
} NgXmlTree;

/* NULL where the document is not well-formed; `problem` then gets one line that says why, which the caller frees. */
NgXmlTree *ng_xml_tree_new(const char *bytes, gsize n_bytes, char **problem);
void ng_xml_tree_free(NgXmlTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgXmlTree, ng_xml_tree_free)

/* The node after this one in the order of the document, which lies within `top`; NULL after the last. A walk starts with `top` itself. */
const NgXmlNode *ng_xml_after(const NgXmlNode *node, const NgXmlNode *top);

bool ng_xml_is(const NgXmlNode *node, const char *name);

/* The nearest element of this name around the node, or NULL. */
const NgXmlNode *ng_xml_around(const NgXmlNode *node, const char *name);

/* The value of an attribute, or NULL. */
const char *ng_xml_attribute(const NgXmlNode *node, const char *name);

/* All text inside of `top`, white space folded and trimmed; never NULL. The caller frees it. */
char *ng_xml_text(const NgXmlNode *top);

#endif
