/* A text's names to mentions of entities. */
#include "annotate/annotate.h"

#include "annotate/identity.h"
#include "annotate/language.h"

/* A text goes through in parts of so many bytes, at the borders of blocks: tokens take several times the memory of what they stand for. */
#define PART_BYTES (512u * 1024)

typedef struct {
  NgBuilder *builder;
  const NgLexicon *lexicon;
  const NgArticle *text;
  NgIdentity *identity;
  GArray *tokens, *names; /* of the part */
} Annotator;

/* The blocks from `first` that make a part; returns the one behind them. */
static uint32_t cut_part(const Annotator *a, const NgBlock *blocks, uint32_t n, uint32_t first)
{
  const char *text = ng_article_text(a->text, NULL);
  uint32_t i = first;
  for (; i < n && (i == first || blocks[i].end - blocks[first].start <= PART_BYTES); i++)
    ng_tokens_cut(a->tokens, a->lexicon, text + blocks[i].start, blocks[i].end - blocks[i].start, blocks[i].start);
  ng_tokens_look_up(a->tokens, a->lexicon, text);
  return i;
}

static NgEntityKind kind_of(NgNameKind kind)
{
  static const NgEntityKind kinds[] = {[NG_NAME_PERSON] = NG_ENTITY_PERSON,
                                       [NG_NAME_PLACE] = NG_ENTITY_PLACE,
                                       [NG_NAME_ORGANISATION] = NG_ENTITY_ORGANISATION};
  return kinds[kind];
}

static void keep_names(Annotator *a)
{
  const NgToken *tokens = (const NgToken *)(const void *)a->tokens->data;
  for (guint i = 0; i < a->names->len; i++) {
    const NgName *name = &g_array_index(a->names, NgName, i);
    uint32_t start = tokens[name->first].start, end = tokens[name->end - 1].end;
    if (!ng_builder_is_marked(a->builder, start, end)) /* the source's word stands */
      ng_identity_add(a->identity, kind_of(name->verdict.kind), start, end, ng_names_confidence(name->verdict.sure),
                      name->verdict.rule);
  }
}

static void annotate_part(Annotator *a)
{
  const NgToken *tokens = (const NgToken *)(const void *)a->tokens->data;
  ng_names_find(a->names, tokens, a->tokens->len, ng_article_text(a->text, NULL));
  ng_names_agree(a->names, tokens, a->tokens->len);
  keep_names(a);
  g_array_set_size(a->tokens, 0);
  g_array_set_size(a->names, 0);
}

/* What the source says of its language, else what the first part's words say. */
static bool is_english(const Annotator *a)
{
  const char *language = ng_article_head(a->text)->language;
  if (language)
    return g_ascii_strncasecmp(language, "en", 2) == 0;
  return ng_is_english((const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL));
}

void ng_annotate(NgBuilder *builder, const NgLexicon *lexicon)
{
  Annotator a = {builder, lexicon, ng_builder_text_so_far(builder), NULL, NULL, NULL};
  a.identity = ng_identity_new(ng_article_text(a.text, NULL));
  a.tokens = g_array_new(FALSE, FALSE, sizeof(NgToken));
  a.names = g_array_new(FALSE, FALSE, sizeof(NgName));
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(a.text, &n);
  for (uint32_t i = 0; i < n;) {
    bool begins = i == 0;
    i = cut_part(&a, blocks, n, i);
    if (begins && !is_english(&a))
      break;
    annotate_part(&a);
  }
  ng_identity_tell(a.identity, builder);
  ng_identity_free(a.identity);
  g_array_free(a.tokens, TRUE);
  g_array_free(a.names, TRUE);
}
