/* A text's names to mentions of entities. */
#include "annotate/annotate.h"

#include "annotate/identity.h"
#include "annotate/language.h"
#include "annotate/places.h"
#include "annotate/relations.h"
#include "annotate/stand_ins.h"
#include "annotate/statements.h"
#include "model/room.h"

#include <string.h>

/* A text goes through in parts of so many bytes, at the borders of blocks: tokens take several times the memory of what they stand for. A block of more
 * is cut, within so many bytes of its end at a good place. */
#define PART_BYTES (512u * 1024)
#define CUT_BYTES  4096u
/* For each byte of a short text about so many are written while it is looked at; of a long one the tokens have their own. */
#define HEAP_BYTES      24u
#define MOST_HEAP_BYTES (112u * 1024)
#define BYTES_A_TOKEN   5u
/* Of sentences that tie two names so many are kept: no text that anyone reads comes near, and a hostile one ends there. */
#define MAX_SAID 500000u
/* A relation of a role noun is less sure by so much. */
#define ROLE_DOUBT_PERCENT 20

typedef struct {
  NgBuilder *builder;
  const NgLexicon *lexicon;
  const NgArticle *text;
  NgIdentity *identity;
  NgPatterns *patterns;
  GArray *tokens, *names; /* of the part */
  GArray *numbers;        /* guint32, one a name of the part: its number in `identity`, or NG_NONE */
  GArray *statements;     /* NgFoundStatement; names are numbers in `identity` once their part is through */
  GArray *stand_ins;      /* NgFoundStandIn; the same */
  GArray *said;           /* NgSaid; names are numbers in `identity` once their part is through */
  guint32 n_names;        /* in `identity` */
} Annotator;

/* What is still to go through: from `pos` in `blocks[i]`, or from its beginning. */
typedef struct {
  const NgBlock *blocks;
  uint32_t n, i, pos;
} Rest;

/* How well a text is cut at a byte: behind a full stop, between small words, between words, between characters, or not at all. */
static int cut_quality(const char *at)
{
  if (*at == ' ')
    return at[-1] == '.' ? 4 : g_ascii_islower(at[-1]) && g_ascii_islower(at[1]) ? 3 : 2;
  return (*at & 0xC0) == 0x80 ? 0 : 1;
}

/* Where a block that is more than a part is cut: at the best place not far from the end. `start` is where the part begins. */
static uint32_t cut_block(const char *text, uint32_t start, uint32_t end)
{
  if (end - start <= PART_BYTES)
    return end;
  uint32_t last = start + PART_BYTES, best = last;
  for (uint32_t i = last; i > last - CUT_BYTES; i--)
    if (cut_quality(text + i) > cut_quality(text + best))
      best = i;
  return best;
}

/* The tokens of the next part. */
static void cut_part(const Annotator *a, Rest *rest)
{
  const char *text = ng_article_text(a->text, NULL);
  uint32_t begin = rest->pos ? rest->pos : rest->blocks[rest->i].start;
  while (rest->i < rest->n) {
    const NgBlock *block = &rest->blocks[rest->i];
    uint32_t start = rest->pos ? rest->pos : block->start, end = cut_block(text, start, block->end);
    if (start != begin && end - begin > PART_BYTES)
      break;
    ng_tokens_cut(a->tokens, a->lexicon, text + start, end - start, start);
    rest->pos = end < block->end ? end : 0;
    rest->i += end == block->end;
  }
  ng_tokens_look_up(a->tokens, a->lexicon, text);
}

static NgEntityKind kind_of(NgNameKind kind)
{
  static const NgEntityKind kinds[] = {[NG_NAME_PERSON] = NG_ENTITY_PERSON,
                                       [NG_NAME_PLACE] = NG_ENTITY_PLACE,
                                       [NG_NAME_ORGANISATION] = NG_ENTITY_ORGANISATION};
  return kinds[kind];
}

static void keep_roles(Annotator *a, guint name)
{
  NgRoles roles =
      ng_roles_beside((const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL),
                      (const NgName *)(const void *)a->names->data, a->names->len, name);
  ng_identity_add_roles(a->identity, &roles);
}

static void keep_country(Annotator *a, guint place)
{
  const NgToken *tokens = (const NgToken *)(const void *)a->tokens->data;
  const NgName *names = (const NgName *)(const void *)a->names->data;
  uint32_t country =
      ng_places_country(tokens, a->tokens->len, ng_article_text(a->text, NULL), names, a->names->len, place);
  if (country != NG_NONE)
    ng_identity_add_country(a->identity, tokens[names[country].first].start, tokens[names[country].end - 1].end);
}

/* As many as there will be if the rest of the text has as many as this part. */
static guint names_in_all(const Annotator *a)
{
  uint32_t bytes;
  (void)ng_article_text(a->text, &bytes);
  uint32_t end = a->tokens->len ? g_array_index(a->tokens, NgToken, a->tokens->len - 1).end : bytes;
  guint64 rest = bytes - MIN(end, bytes), part = MIN(PART_BYTES, bytes);
  return (guint)MIN(a->n_names + a->names->len + a->names->len * rest / MAX(part, 1), G_MAXINT / 2);
}

static void keep_names(Annotator *a)
{
  const NgToken *tokens = (const NgToken *)(const void *)a->tokens->data;
  ng_identity_expect(a->identity, a->names->len, names_in_all(a));
  for (guint i = 0; i < a->names->len; i++) {
    const NgName *name = &g_array_index(a->names, NgName, i);
    uint32_t start = tokens[name->first].start, end = tokens[name->end - 1].end;
    bool marked = ng_builder_is_marked(a->builder, start, end); /* the source's word stands */
    guint32 number = marked ? NG_NONE : a->n_names++;
    g_array_append_val(a->numbers, number);
    if (marked)
      continue;
    ng_identity_add(a->identity, kind_of(name->verdict.kind), start, end, ng_names_confidence(name->verdict.sure),
                    name->verdict.rule);
    if (name->verdict.kind == NG_NAME_PERSON)
      keep_roles(a, i);
    else if (name->verdict.kind == NG_NAME_PLACE)
      keep_country(a, i);
  }
}

/* What the part's people say, of names by their numbers; the tokens go, so this is all that stays. */
static void keep_statements(Annotator *a)
{
  guint kept = a->statements->len, first = kept;
  ng_statements_find(a->statements, (const NgToken *)(const void *)a->tokens->data, a->tokens->len,
                     ng_article_text(a->text, NULL), (const NgName *)(const void *)a->names->data, a->names->len);
  for (guint i = first; i < a->statements->len; i++) {
    NgFoundStatement it = g_array_index(a->statements, NgFoundStatement, i);
    it.name = g_array_index(a->numbers, guint32, it.name);
    if (it.name != NG_NONE && !ng_builder_is_marked(a->builder, it.said.start, it.said.end))
      g_array_index(a->statements, NgFoundStatement, kept++) = it;
  }
  g_array_set_size(a->statements, kept);
}

/* The same of words that stand for people. A block with names that the source marks is left alone. */
static void keep_stand_ins(Annotator *a)
{
  guint kept = a->stand_ins->len, first = kept;
  ng_stand_ins_find(a->stand_ins, (const NgToken *)(const void *)a->tokens->data, a->tokens->len,
                    ng_article_text(a->text, NULL), (const NgName *)(const void *)a->names->data, a->names->len);
  for (guint i = first; i < a->stand_ins->len; i++) {
    NgFoundStandIn it = g_array_index(a->stand_ins, NgFoundStandIn, i);
    bool whole = !ng_builder_is_marked(a->builder, it.range.start, it.range.end);
    for (uint32_t k = it.first; k < it.end; k++)
      whole &= g_array_index(a->numbers, guint32, k) != NG_NONE;
    if (!whole)
      continue;
    if (it.end > it.first) {
      it.end = g_array_index(a->numbers, guint32, it.end - 1) + 1;
      it.first = g_array_index(a->numbers, guint32, it.first);
    }
    g_array_index(a->stand_ins, NgFoundStandIn, kept++) = it;
  }
  g_array_set_size(a->stand_ins, kept);
}

static void tell_stand_ins(const Annotator *a)
{
  for (guint i = 0; i < a->stand_ins->len; i++) {
    const NgFoundStandIn *it = &g_array_index(a->stand_ins, NgFoundStandIn, i);
    bool noun = it->head.end > it->head.start;
    uint32_t handle = NG_NONE;
    if (noun) {
      handle = ng_identity_handle_of_whose(a->identity, ng_identity_with_role(a->identity, it->country, it->head));
    } else {
      uint32_t name = ng_identity_only_person(a->identity, it->first, it->end, it->address);
      handle = name == NG_NONE ? NG_NONE : ng_identity_handle(a->identity, name);
    }
    ng_builder_found_stand_in(a->builder, handle, it->range.start, it->range.end, noun ? 60 : 50,
                              noun ? "the one of that country and role" : "the only person named before");
  }
}

/* Tells the builder, after all names are told. */
static void tell_statements(const Annotator *a)
{
  const char *text = ng_article_text(a->text, NULL);
  for (guint i = 0; i < a->statements->len; i++) {
    const NgFoundStatement *it = &g_array_index(a->statements, NgFoundStatement, i);
    g_autofree char *verb = g_strndup(text + it->verb.start, it->verb.end - it->verb.start);
    ng_builder_found_statement(a->builder, ng_identity_handle(a->identity, it->name), verb, it->said.start,
                               it->said.end, it->confidence, it->rule);
  }
}

/* Numbers from here on are not names but role nouns: into `stand_ins`. */
#define FIRST_ROLE (1u << 31)

/* The token that begins at `pos`. */
static uint32_t token_at(const GArray *tokens, uint32_t pos)
{
  uint32_t low = 0, high = tokens->len;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (g_array_index(tokens, NgToken, middle).start < pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The part's names with its role nouns in their places ("the U.S. ambassador" for "U.S."), `numbers` with what each stands for. */
static GArray *names_and_roles(const Annotator *a, guint first_stand_in, GArray *numbers)
{
  GArray *all = g_array_sized_new(FALSE, FALSE, sizeof(NgName), a->names->len);
  guint i = 0;
  for (guint k = first_stand_in; k <= a->stand_ins->len; k++) {
    NgName role = {a->tokens->len, a->tokens->len, {NG_NAME_PERSON, 2, "the one of that country and role"}};
    if (k < a->stand_ins->len) {
      const NgFoundStandIn *it = &g_array_index(a->stand_ins, NgFoundStandIn, k);
      if (it->head.end <= it->head.start)
        continue;
      role.first = token_at(a->tokens, it->range.start);
      role.end = token_at(a->tokens, it->range.end);
    }
    for (; i < a->names->len && g_array_index(a->names, NgName, i).first < role.end; i++) {
      if (g_array_index(a->names, NgName, i).first >= role.first)
        continue;
      g_array_append_val(all, g_array_index(a->names, NgName, i));
      g_array_append_val(numbers, g_array_index(a->numbers, guint32, i));
    }
    if (k == a->stand_ins->len)
      break;
    guint32 number = FIRST_ROLE + k;
    g_array_append_val(all, role);
    g_array_append_val(numbers, number);
  }
  return all;
}

/* What the part's sentences say, of names by their numbers; the tokens go, so this is all that stays. */
static void keep_said(Annotator *a, guint first_stand_in)
{
  guint first = a->said->len, kept = first;
  if (first >= MAX_SAID)
    return;
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) names = names_and_roles(a, first_stand_in, numbers);
  ng_patterns_find(a->patterns, a->said, (const NgName *)(const void *)names->data, names->len,
                   (const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL));
  for (guint i = first; i < a->said->len; i++) {
    NgSaid said = g_array_index(a->said, NgSaid, i);
    said.subject = g_array_index(numbers, guint32, said.subject);
    said.object = g_array_index(numbers, guint32, said.object);
    if (said.place != NG_NONE)
      said.place = g_array_index(numbers, guint32, said.place);
    if (said.subject != NG_NONE && said.object != NG_NONE)
      g_array_index(a->said, NgSaid, kept++) = said;
  }
  g_array_set_size(a->said, kept);
}

/* Whom a name or a role noun means, for the builder; NG_NONE. */
static uint32_t handle_of(const Annotator *a, guint32 number)
{
  if (number == NG_NONE)
    return NG_NONE;
  if (number < FIRST_ROLE)
    return ng_identity_handle(a->identity, number);
  const NgFoundStandIn *it = &g_array_index(a->stand_ins, NgFoundStandIn, number - FIRST_ROLE);
  return ng_identity_handle_of_whose(a->identity, ng_identity_with_role(a->identity, it->country, it->head));
}

/* Tells the builder, after all names are told. */
static void tell_said(const Annotator *a)
{
  for (guint i = 0; i < a->said->len; i++) {
    const NgSaid *said = &g_array_index(a->said, NgSaid, i);
    uint8_t doubt = said->subject >= FIRST_ROLE || said->object >= FIRST_ROLE ? ROLE_DOUBT_PERCENT : 0;
    NgFoundRelation found = {.subject = handle_of(a, said->subject),
                             .object = handle_of(a, said->object),
                             .place = handle_of(a, said->place),
                             .kind = said->kind,
                             .label = said->label,
                             .status = said->status,
                             .start = said->start,
                             .end = said->end,
                             .directed = said->directed,
                             .confidence = (uint8_t)(said->confidence_percent - MIN(doubt, said->confidence_percent)),
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
  keep_statements(a);
  guint first_stand_in = a->stand_ins->len;
  keep_stand_ins(a);
  keep_said(a, first_stand_in);
  GArray *of_part[] = {a->tokens, a->names, a->numbers};
  for (gsize i = 0; i < G_N_ELEMENTS(of_part); i++)
    g_array_set_size(of_part[i], 0);
}

/* What the source says of its language, else what the first part's words say. Of another language the article tells, so that nobody wonders why there
 * are no names. */
static bool is_english(const Annotator *a)
{
  const char *language = ng_article_head(a->text)->language;
  if (language)
    return g_ascii_strncasecmp(language, "en", 2) == 0 && !g_ascii_isalpha(language[2]);
  language =
      ng_language_of((const NgToken *)(const void *)a->tokens->data, a->tokens->len, ng_article_text(a->text, NULL));
  bool english = strcmp(language, "en") == 0;
  if (!english)
    ng_builder_set_head(a->builder, NG_HEAD_LANGUAGE, language);
  return english;
}

static void free_all(Annotator *a)
{
  ng_identity_free(a->identity);
  ng_patterns_free(a->patterns);
  GArray *arrays[] = {a->tokens, a->names, a->numbers, a->statements, a->stand_ins, a->said};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
}

static GArray *tokens_of_part(guint32 bytes)
{
  guint n = MIN(bytes, PART_BYTES) / BYTES_A_TOKEN, most = n + n / 4;
  gsize parts = MIN(bytes * (gsize)HEAP_BYTES, MOST_HEAP_BYTES);
  bool ready = ng_room_is_large(parts);
  if (!ready)
    ng_room_for_parts(parts);
  GArray *tokens = g_array_sized_new(FALSE, FALSE, sizeof(NgToken), most);
  if (!ready || parts == MOST_HEAP_BYTES)
    ng_room_at(tokens->data, (parts == MOST_HEAP_BYTES ? most : n) * sizeof(NgToken));
  return tokens;
}

void ng_annotate(NgBuilder *builder, const NgLexicon *lexicon)
{
  uint32_t bytes;
  Annotator a = {.builder = builder, .lexicon = lexicon, .text = ng_builder_text_so_far(builder)};
  const char *text = ng_article_text(a.text, &bytes);
  a.tokens = tokens_of_part(bytes);
  a.identity = ng_identity_new(text);
  a.names = g_array_new(FALSE, FALSE, sizeof(NgName));
  a.numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
  a.statements = g_array_new(FALSE, FALSE, sizeof(NgFoundStatement));
  a.stand_ins = g_array_new(FALSE, FALSE, sizeof(NgFoundStandIn));
  a.said = g_array_new(FALSE, FALSE, sizeof(NgSaid));
  a.patterns = ng_patterns_new();
  Rest rest = {0};
  rest.blocks = ng_article_blocks(a.text, &rest.n);
  while (rest.i < rest.n) {
    bool begins = rest.i == 0 && rest.pos == 0;
    cut_part(&a, &rest);
    if (begins && !is_english(&a))
      break;
    annotate_part(&a);
  }
  ng_identity_settle(a.identity);
  ng_identity_tell(a.identity, builder);
  tell_statements(&a);
  tell_stand_ins(&a);
  tell_said(&a);
  free_all(&a);
}
