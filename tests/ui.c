#include "tests/ui.h"

#include "load/load.h"
#include "tests/screen.h"
#include "ui/places.h"
#include "ui/view_relations.h"

#include <locale.h>
#include <string.h>

NgStage *ng_stage_new(int cols, int rows, bool ascii)
{
  setlocale(LC_ALL, "C.UTF-8");
  g_unsetenv("NO_COLOR");
  NgStage *stage = g_new0(NgStage, 1);
  stage->sink = fopen("/dev/null", "r+");
  stage->screen = newterm("xterm-256color", stage->sink, stage->sink);
  g_assert(stage->screen);
  stage->theme = ng_theme_new(NULL, false);
  resize_term(rows, cols);
  stage->canvas = ng_canvas_new(stdscr, stage->theme, ascii);
  return stage;
}

void ng_stage_free(NgStage *stage)
{
  if (!stage)
    return;
  ng_canvas_free(stage->canvas);
  ng_theme_free(stage->theme);
  endwin();
  delscreen(stage->screen);
  fclose(stage->sink);
  g_free(stage);
}

void ng_stage_resize(NgStage *stage, int cols, int rows)
{
  bool ascii = stage->canvas->ascii;
  ng_canvas_free(stage->canvas);
  resize_term(rows, cols);
  stage->canvas = ng_canvas_new(stdscr, stage->theme, ascii);
}

char *ng_stage_row(const NgStage *stage, int row)
{
  return ng_canvas_row_text(stage->canvas, row);
}

char *ng_stage_text(const NgStage *stage)
{
  GString *text = g_string_new(NULL);
  for (int row = 0; row < stage->canvas->rows; row++) {
    g_autofree char *line = ng_stage_row(stage, row);
    g_string_append_printf(text, "%s\n", line);
  }
  return g_string_free(text, FALSE);
}

bool ng_stage_is_golden(const NgStage *stage, const char *name)
{
  int rows = stage->canvas->rows;
  g_autoptr(GPtrArray) text = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func(g_free);
  for (int row = 0; row < rows; row++) {
    g_ptr_array_add(text, ng_canvas_row_text(stage->canvas, row));
    g_ptr_array_add(roles, ng_canvas_row_roles(stage->canvas, row));
  }
  g_autofree char *sized = g_strdup_printf("%s-%dx%d", name, stage->canvas->cols, rows);
  return ng_screen_is_golden(sized, (const char *const *)text->pdata, (const char *const *)roles->pdata, rows);
}

char *ng_stage_article_path(const char *name)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  return g_build_filename(folder ? folder : ".", "content", "articles", name, NULL);
}

NgArticle *ng_stage_article(const char *name)
{
  g_autofree char *path = ng_stage_article_path(name);
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load(path, &error);
  if (!article)
    g_error("%s", error->message);
  return article;
}

NgArticle *ng_stage_article_of(const char *body)
{
  g_autofree char *tei = g_strdup_printf(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>A title</title></titleStmt>"
      "<publicationStmt><date when=\"2023-05-08\"/></publicationStmt></fileDesc></teiHeader><standOff><listPerson>"
      "<person xml:id=\"qin\"><persName>Qin Gang</persName></person></listPerson><listPlace><place xml:id=\"bali\">"
      "<placeName>Bali</placeName></place></listPlace></standOff><text><body>%s</body></text></TEI>",
      body);
  return ng_stage_article_in(tei);
}

NgArticle *ng_stage_article_in(const char *source)
{
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load_memory(source, strlen(source), "made.xml", &error);
  if (!article)
    g_error("%s", error->message);
  return article;
}

void ng_stage_draw_reader(NgStage *stage, NgReader *reader)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *content = g_build_filename(folder ? folder : ".", "content", NULL);
  bool again = true;
  while (again) { /* what is made aside, or after the first paint, is drawn as soon as it is there */
    ng_reader_draw(reader, stage->canvas, NULL);
    again = ng_places_wait(reader);
    if (again)
      ng_places_load(reader, content);
    again = ng_relations_work(reader, -1) || again;
  }
  ng_reader_draw_status(reader, keymap, stage->canvas);
}

void ng_stage_draw_status(NgStage *stage, NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap)
{
  int row = stage->canvas->rows - 1;
  if (!overlay->ops->status || stage->canvas->rows < 3)
    return;
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  NgStatus status = {0};
  overlay->ops->status(overlay, reader, keymap, &status, hold);
  ng_canvas_clear_rect(stage->canvas, (NgRect){row, 0, 1, stage->canvas->cols});
  ng_status_draw(&status, stage->canvas, row, overlay->ops->whole ? -1 : reader->layout.rule_col);
}

void ng_stage_draw_overlay(NgStage *stage, NgOverlay *overlay, NgReader *reader)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  if (overlay->ops->whole)
    ng_canvas_clear(stage->canvas);
  overlay->ops->draw(overlay, reader, stage->canvas);
  ng_stage_draw_status(stage, overlay, reader, keymap);
}
