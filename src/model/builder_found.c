/* What an annotator finds in the text that a loader has built. */
#include "model/builder_private.h"

const NgArticle *ng_builder_text_so_far(NgBuilder *b)
{
  ng_builder_end_text(b);
  return b->article;
}

bool ng_builder_has_names(const NgBuilder *b)
{
  for (guint i = 0; i < b->mentions->len; i++) {
    uint8_t kind = g_array_index(b->mentions, NgRawMention, i).kind;
    if (kind == NG_ENTITY_PERSON || kind == NG_ENTITY_PLACE)
      return true;
  }
  return false;
}

/* A key that no pointer spells, since it is known from the start whom it means. */
uint32_t ng_builder_found(NgBuilder *b, NgEntityKind kind, const char *name)
{
  const char *kept = ng_builder_keep_line(b, name);
  NgKey key = {kept, ng_builder_add_entity(b, kind, NULL, kept), 0, 0, false};
  g_array_append_val(b->keys, key);
  return b->keys->len - 1;
}

void ng_builder_found_mention(NgBuilder *b, uint32_t handle, NgEntityKind kind, uint32_t start, uint32_t end)
{
  NgRawMention mention = {start, end, handle, b->n_mention_elements++, (uint8_t)kind, NG_ORIGIN_ANNOTATOR};
  g_array_append_val(b->mentions, mention);
}
