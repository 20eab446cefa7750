/* The overview of the whole graph: it tells where we are, and hides nothing of the picture, wherever one walks. */
#include "tests/ui.h"
#include "ui/relations_private.h"
#include "ui/view_relations.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

static NgReader *whole_of(NgStage *stage, const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  press(stage, reader, NG_COMMAND_RELATIONS, 0);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_VIEW, 1);
  return reader;
}

static bool in_view(const NgRelations *r, int row, int col, int cols)
{
  row -= r->top;
  col -= r->left;
  return row >= 0 && row < r->at.rows && col >= 0 && col + cols <= r->at.cols;
}

/* What the screen shows of the picture's cells, each a column wide. */
static char *shown(const NgRelations *r, char *const *screen, int row, int col, int cols)
{
  int from = r->at.col + col - r->left;
  const char *line = screen[r->at.row + row - r->top];
  int length = (int)g_utf8_strlen(line, -1);
  return g_utf8_substring(line, MIN(from, length), MIN(from + cols, length));
}

static void expect_words(const NgRelations *r, char *const *screen)
{
  for (uint32_t i = 0; i < r->picture->n_runs; i++) {
    const NgRun *run = &r->picture->runs[i];
    if (!in_view(r, run->row, run->col, run->cols))
      continue;
    g_autofree char *text = g_strndup(r->picture->text + run->text, run->bytes);
    g_autofree char *found = shown(r, screen, run->row, run->col, run->cols);
    cr_expect(g_str_has_prefix(text, found) && strspn(text + strlen(found), " ") == strlen(text) - strlen(found),
              "'%s' hides '%s'", found, text);
  }
}

static void expect_lines(const NgRelations *r, char *const *screen)
{
  for (int row = 0; row < r->picture->rows; row++)
    for (int col = 0; col < r->picture->cols; col++) {
      if (r->picture->cells[row * r->picture->cols + col].arms == 0 || !in_view(r, row, col, 1))
        continue;
      g_autofree char *found = shown(r, screen, row, col, 1);
      cr_expect_str_eq(found, ng_picture_glyph(r->picture, row, col), "a line or a border in row %d, column %d", row,
                       col);
    }
}

static void expect_nothing_hidden(const NgStage *stage, NgReader *reader)
{
  g_autofree char *text = ng_stage_text(stage);
  g_auto(GStrv) screen = g_strsplit(text, "\n", -1);
  expect_words(ng_relations_of(reader), screen);
  expect_lines(ng_relations_of(reader), screen);
}

ParameterizedTestParameters(overview, hides_nothing)
{
  static Size sizes[] = {{120, 40, false}, {80, 24, false}, {80, 24, true},
                         {60, 18, false},  {40, 12, false}, {120, 20, true}};
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

/* From name to name, every way in turn, at each zoom. */
ParameterizedTest(Size *size, overview, hides_nothing)
{
  static const NgCommandId ways[] = {NG_COMMAND_WALK_DOWN,  NG_COMMAND_WALK_RIGHT, NG_COMMAND_WALK_DOWN,
                                     NG_COMMAND_WALK_RIGHT, NG_COMMAND_WALK_UP,    NG_COMMAND_NEXT_EDGE,
                                     NG_COMMAND_WALK_LEFT,  NG_COMMAND_WALK_DOWN,  NG_COMMAND_WALK_LEFT};
  g_autoptr(NgStage) stage = ng_stage_new(size->cols, size->rows, size->ascii);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = whole_of(stage, article);
  for (int zoom = 0; zoom < 2; zoom++, press(stage, reader, NG_COMMAND_FEWER_HOPS, 1))
    for (gsize i = 0; i < 4 * G_N_ELEMENTS(ways); i++) {
      expect_nothing_hidden(stage, reader);
      press(stage, reader, ways[i % G_N_ELEMENTS(ways)], 1);
    }
}

/* Nothing else in a picture of names is of dots. */
static bool has_overview(const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char(p))
    if (g_utf8_get_char(p) > 0x2800 && g_utf8_get_char(p) <= 0x28FF)
      return true;
  return false;
}

/* Where no corner is free, arrows say which ways the picture goes on; and nothing says so where all of it is seen. */
Test(overview, or_arrows_or_nothing)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = whole_of(stage, article);
  bool arrows = false, dots = false;
  for (int i = 0; i < 40; i++) {
    g_autofree char *text = ng_stage_text(stage);
    bool now = strstr(text, "   more ") != NULL, overview = has_overview(text);
    cr_expect(now != overview, "%s", text);
    arrows |= now;
    dots |= overview;
    press(stage, reader, i % 3 ? NG_COMMAND_WALK_DOWN : NG_COMMAND_WALK_RIGHT, 1);
  }
  cr_expect(arrows);
  cr_expect(dots);
  ng_stage_resize(stage, 200, 60);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect_null(strstr(text, "   more "), "%s", text);
}
