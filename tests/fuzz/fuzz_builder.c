/* Any sequence of calls to the builder. A byte chooses a call, those behind it what it is called with; the article keeps all that article.h
 * promises, and every writer prints it. */
#include "config.h"

#include "export/export.h"
#include "tests/invariants.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

typedef struct {
  const uint8_t *bytes;
  size_t left;
} Input;

static uint8_t take(Input *in)
{
  if (in->left == 0)
    return 0;
  in->left--;
  return *in->bytes++;
}

/* A word of a few that meet one another in many ways. */
static const char *word(Input *in)
{
  static const char *const words[] = {
      "a",    "#a",  "b",    "#b", "http://e.org/x#a", "p:b", "#", "",  " ", "e\u0301", "\u0301",
      "Qin.", "'s",  "’s",   "。", "\u00A0",           "? ",  "A", "à", "Á", "one two", "\n",
      ",",    "x's", "Mr. Y"};
  return words[take(in) % G_N_ELEMENTS(words)];
}

static void relate(NgBuilder *b, Input *in)
{
  const char *lists[4][3] = {{NULL}};
  for (gsize i = 0; i < 4; i++)
    for (gsize k = take(in) % 3; k > 0; k--)
      lists[i][k - 1] = word(in);
  ng_builder_relation(b, &(NgRelationMark){.kind = word(in),
                                           .label = take(in) % 2 ? word(in) : NULL,
                                           .place = take(in) % 4 ? NULL : word(in),
                                           .active = lists[0],
                                           .passive = lists[1],
                                           .mutual = lists[2],
                                           .sources = lists[3],
                                           .evidence_here = take(in) % 2});
}

static void record(NgBuilder *b, Input *in)
{
  uint32_t r = ng_builder_record(b, take(in) % NG_N_ENTITY_KINDS, take(in) % 3 ? word(in) : NULL, 1, 1);
  for (int n = take(in) % 5; n > 0; n--)
    switch (take(in) % 6) {
    case 0:
      ng_builder_record_key(b, r, word(in));
      break;
    case 1:
      ng_builder_record_role(b, r, word(in));
      break;
    case 2:
      ng_builder_record_ref(b, r, word(in));
      break;
    case 3:
      ng_builder_record_position(b, r, (double)take(in) - 100, (double)take(in));
      break;
    default:
      ng_builder_record_name(b, r, word(in));
    }
}

static void close_one(NgBuilder *b, Input *in)
{
  const char *pointers[3] = {NULL};
  for (gsize k = take(in) % 3; k > 0; k--)
    pointers[k - 1] = word(in);
  switch (take(in) % 8) {
  case 0:
    ng_builder_close(b);
    break;
  case 1:
    ng_builder_close_style(b, take(in));
    break;
  case 2:
    ng_builder_close_link(b, word(in));
    break;
  case 3:
    ng_builder_close_passage(b, take(in) % 2 ? word(in) : NULL, take(in) % 2);
    break;
  default:
    ng_builder_close_mention(b, take(in) % NG_N_ENTITY_KINDS, pointers, take(in), 1);
  }
}

static void step(NgBuilder *b, Input *in)
{
  const char *text = word(in);
  switch (take(in) % 12) {
  case 0:
    ng_builder_block(b, take(in) % (NG_BLOCK_NOTE + 1), take(in) % 5);
    break;
  case 1:
    ng_builder_note_begin(b);
    break;
  case 2:
    ng_builder_note_end(b);
    break;
  case 3:
    relate(b, in);
    break;
  case 4:
    record(b, in);
    break;
  case 5:
    ng_builder_space(b);
    break;
  case 6:
    ng_builder_set_head(b, take(in) % NG_N_HEAD_FIELDS, text);
    break;
  case 7:
  case 8:
    ng_builder_open(b);
    break;
  case 9:
    close_one(b, in);
    break;
  default:
    ng_builder_text(b, text, strlen(text));
  }
}

static void print(const NgArticle *article)
{
  char *bytes = NULL;
  size_t n;
  FILE *out = open_memstream(&bytes, &n);
  uint32_t n_entities;
  const NgTableStyle style = {NG_TABLE_ALIGNED, 40, true};
  ng_export_json(article, out);
  ng_export_text(article, 30, true, out);
  ng_export_linear(article, 30, out);
  for (NgTableSubject subject = NG_TABLE_PEOPLE; subject <= NG_TABLE_RELATIONS; subject++)
    ng_export_table(article, subject, &style, out);
  ng_article_entities(article, &n_entities);
  for (uint32_t i = 0; i < n_entities; i++)
    ng_export_mentions(article, i, true, out);
  fclose(out);
  g_assert(g_utf8_validate(bytes, (gssize)n, NULL));
  free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  setlocale(LC_CTYPE, "C.UTF-8");
  Input in = {bytes, n_bytes};
  NgBuilder *b = ng_builder_new("fuzz", NG_FORMAT_TEI);
  while (in.left > 0)
    step(b, &in);
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(article);
  if (broken)
    g_error("%s", broken);
  print(article);
  return 0;
}
