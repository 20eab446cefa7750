/* The words of the public JSON, and the error domain. */
#include "model/article.h"
#include "model/error.h"

G_DEFINE_QUARK(ng - error - quark, ng_error)

const char *ng_entity_kind_word(NgEntityKind kind)
{
  static const char *const words[] = {"person", "place", "organisation", "event"};
  return words[kind];
}

const char *ng_block_kind_word(NgBlockKind kind)
{
  static const char *const words[] = {"title",   "heading", "paragraph", "quote", "item",
                                      "caption", "code",    "table",     "verse", "note"};
  return words[kind];
}

const char *ng_origin_word(NgOrigin origin)
{
  static const char *const words[] = {"markup", "name", "annotator", "co-mention", "user"};
  return words[origin];
}

const char *ng_format_word(NgFormat format)
{
  static const char *const words[] = {"tei", "nitf", "text"};
  return words[format];
}

bool ng_is_relation_status(const char *word)
{
  static const char *const statuses[] = {"planned", "cancelled", "denied", "possible", NULL};
  return word && g_strv_contains(statuses, word);
}
