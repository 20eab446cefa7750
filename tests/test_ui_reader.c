/* The reader's screens, cell by cell, in every size the layout tells apart. */
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* The bundled article among six, at the third mention of Qin Gang, as the design shows it. */
static NgReader *reader_of(const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  reader->among = (NgAmong){0, 6};
  return reader;
}

/* Draws once, so that the pane's size is known, steps to the third mention, and draws again. */
static void draw_at_third_mention(NgStage *stage, NgReader *reader)
{
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_NEXT_MENTION, 2);
  ng_stage_draw_reader(stage, reader);
}

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

ParameterizedTestParameters(reader, golden)
{
  static Size sizes[] = {{80, 24, false}, {120, 40, false}, {200, 60, false}, {40, 12, false},
                         {20, 5, false},  {1, 1, false},    {80, 24, true}};
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, reader, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(size->cols, size->rows, size->ascii);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(article);
  draw_at_third_mention(stage, reader);
  cr_expect(ng_stage_is_golden(stage, size->ascii ? "reader-ascii" : "reader"));
}
