/* A text's names to mentions of entities. */
#include "annotate/annotate.h"

#include "annotate/identity.h"
#include "annotate/language.h"
#include "annotate/relations.h"

/* A text goes through in parts of so many bytes, at the borders of blocks: tokens take several times the memory of what they stand for. */
#define PART_BYTES (512u * 1024)
/* Of sentences that tie two names so many are kept: no text that anyone reads comes near, and a hostile one ends there. */
#define MAX_SAID 500000u

typedef struct {
  NgBuilder *builder;
  const NgLexicon *lexicon;
  const NgArticle *text;
  NgIdentity *identity;
  NgPatterns *patterns;
  GArray *tokens, *names; /* of the part */
  GArray *numbers;        /* guint32, one a name of the part: its number in `identity`, or NG_NONE */
  GArray *said;           /* NgSaid; names are numbers in `identity` once their part is through */
  guint32 n_names;        /* in `identity` */
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
    bool marked = ng_builder_is_marked(a->builder, start, end); /* the source's word stands */
    guint32 number = marked ? NG_NONE : a->n_names++;
    g_array_append_val(a->numbers, number);
    if (!marked)
      ng_identity_add(a->identity, kind_of(name->verdict.kind), start, end, ng_names_confidence(name->verdict.sure),
                      name->verdict.rule);
  }
}

/* What the part's sentences say, of names by their numbers; the tokens go, so this is all that stays. */
static void keep_said(Annotator *a)
{
  guint first = a->said->len, kept = first;
  if (first >= MAX_SAID)
    return;
  ng_patterns_find(a->patterns, a->said, (const NgName *)(const void *)a->names->data, a->names->len,
                   (const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL));
  for (guint i = first; i < a->said->len; i++) {
    NgSaid said = g_array_index(a->said, NgSaid, i);
    said.subject = g_array_index(a->numbers, guint32, said.subject);
    said.object = g_array_index(a->numbers, guint32, said.object);
    if (said.place != NG_NONE)
      said.place = g_array_index(a->numbers, guint32, said.place);
    if (said.subject != NG_NONE && said.object != NG_NONE)
      g_array_index(a->said, NgSaid, kept++) = said;
  }
  g_array_set_size(a->said, kept);
}

/* Tells the builder, after all names are told. */
static void tell_said(const Annotator *a)
{
  for (guint i = 0; i < a->said->len; i++) {
    const NgSaid *said = &g_array_index(a->said, NgSaid, i);
    NgFoundRelation found = {.subject = ng_identity_handle(a->identity, said->subject),
                             .object = ng_identity_handle(a->identity, said->object),
                             .place = said->place == NG_NONE ? NG_NONE : ng_identity_handle(a->identity, said->place),
                             .kind = said->kind,
                             .label = said->label,
                             .status = said->status,
                             .start = said->start,
                             .end = said->end,
                             .directed = said->directed,
                             .confidence = said->confidence_percent,
                             .rule = said->rule};
    if (found.subject != NG_NONE && found.object != NG_NONE && found.subject != found.object)
      ng_builder_found_relation(a->builder, &found);
  }
}

static void annotate_part(Annotator *a)
{
  const NgToken *tokens = (const NgToken *)(const void *)a->tokens->data;
  ng_names_find(a->names, tokens, a->tokens->len, ng_article_text(a->text, NULL));
  ng_names_agree(a->names, tokens, a->tokens->len);
  keep_names(a);
  keep_said(a);
  GArray *of_part[] = {a->tokens, a->names, a->numbers};
  for (gsize i = 0; i < G_N_ELEMENTS(of_part); i++)
    g_array_set_size(of_part[i], 0);
}

/* What the source says of its language, else what the first part's words say. */
static bool is_english(const Annotator *a)
{
  const char *language = ng_article_head(a->text)->language;
  if (language)
    return g_ascii_strncasecmp(language, "en", 2) == 0;
  return ng_is_english((const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL));
}

static void free_all(Annotator *a)
{
  ng_identity_free(a->identity);
  ng_patterns_free(a->patterns);
  GArray *arrays[] = {a->tokens, a->names, a->numbers, a->said};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
}

void ng_annotate(NgBuilder *builder, const NgLexicon *lexicon)
{
  Annotator a = {.builder = builder, .lexicon = lexicon, .text = ng_builder_text_so_far(builder)};
  a.identity = ng_identity_new(ng_article_text(a.text, NULL));
  a.tokens = g_array_new(FALSE, FALSE, sizeof(NgToken));
  a.names = g_array_new(FALSE, FALSE, sizeof(NgName));
  a.numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
  a.said = g_array_new(FALSE, FALSE, sizeof(NgSaid));
  a.patterns = ng_patterns_new();
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
  tell_said(&a);
  free_all(&a);
}
