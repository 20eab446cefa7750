/* What the loader had to mend in the source: place and what was done, under the article. */
#include "ui/chooser.h"
#include "ui/overlays.h"
#include "ui/take.h"

#include <string.h>

#define PLACE_COLS 8 /* line:column, the blank before it included */
#define ROWS_ABOVE 2 /* the place in the text stands so far down */

typedef struct {
  NgChooser base;
  const NgDiagnostic *all; /* borrowed */
  uint32_t total;
} Problems;

static char *place_of(const NgDiagnostic *problem)
{
  if (problem->line == 0)
    return g_strdup("");
  if (problem->column == 0)
    return g_strdup_printf("%u", problem->line);
  return g_strdup_printf("%u:%u", problem->line, problem->column);
}

static void draw_row(NgChooser *chooser, NgReader *reader, guint item, bool current, NgCanvas *canvas, NgRect rect)
{
  const NgDiagnostic *problem = &((Problems *)chooser)->all[item];
  (void)reader;
  g_autofree char *place = place_of(problem);
  int wide = MAX(PLACE_COLS - 1, (int)strlen(place));
  ng_canvas_put_right(canvas, rect.row, rect.col, wide, current ? NG_ROLE_STRONG : NG_ROLE_DIM, place);
  ng_canvas_put_cut(canvas, rect.row, rect.col + wide + 2, rect.cols - wide - 2, NG_ROLE_TEXT, problem->message);
}

static char *words(NgChooser *chooser, NgReader *reader, guint item)
{
  const NgDiagnostic *problem = &((Problems *)chooser)->all[item];
  (void)reader;
  g_autofree char *place = place_of(problem);
  return g_strconcat(place, "\n", problem->message, NULL);
}

/* The start of the mention whose line of the source is nearest to `line`, those before it first; NG_NONE if no line is known. Notes stand
 * elsewhere in the text than in the source, so that all mentions are looked at. */
static uint32_t nearest_pos(const NgArticle *article, uint32_t line)
{
  uint32_t n, found = NG_NONE, least = UINT32_MAX;
  const NgMention *mentions = ng_article_mentions(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = ng_article_line_at(article, mentions[i].start);
    uint32_t far = at > line ? at - line : line - at;
    if (at == 0 || far >= least)
      continue;
    least = far;
    found = mentions[i].start;
  }
  return found;
}

/* Shows the place; false if it then stands under the list, at the end of the text. */
static bool go_to_line(const NgChooser *chooser, NgReader *reader, uint32_t line)
{
  uint32_t pos = line ? nearest_pos(reader->article, line) : NG_NONE;
  if (pos == NG_NONE) {
    ng_reader_say(reader, false, "no place in the text is known");
    return true;
  }
  NgAnchor at = ng_text_rows_at(reader->rows, pos), top = ng_text_rows_move(reader->rows, at, -ROWS_ABOVE);
  ng_reader_remember(reader);
  ng_reader_resume(reader, MAX(ng_text_rows_pos(reader->rows, top), 1u));
  int free_rows = chooser->rows.row - 1 - reader->layout.heads;
  return ng_text_rows_between(reader->rows, reader->top, at, reader->height) < free_rows;
}

static NgOutcome command(NgChooser *chooser, NgReader *reader, guint item, NgCommandId id)
{
  if (id == NG_COMMAND_PROBLEMS)
    return NG_CLOSE;
  uint32_t line = ((Problems *)chooser)->all[item].line;
  if (id == NG_COMMAND_EDIT) {
    ng_take_edit(reader, ng_article_head(reader->article)->source, line);
    return NG_CLOSE;
  }
  if (id != NG_COMMAND_OPEN)
    return NG_NOT_MINE;
  return go_to_line(chooser, reader, line) ? NG_DONE : NG_CLOSE;
}

static void status(NgChooser *chooser, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  uint32_t total = ((Problems *)chooser)->total;
  char *count = g_strdup_printf(total == 1 ? "%u problem" : "%u problems", total);
  g_ptr_array_add(hold, count);
  ng_reader_where(reader, status, hold);
  status->problems = count;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "the place"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_EDIT), "edit"};
  status->keys[2] = (NgStatusKey){NULL, NULL};
}

static void problems_free(NgChooser *chooser)
{
  ng_chooser_clear(chooser);
  g_free(chooser);
}

static const NgChooserOps ops = {.below = true,
                                 .empty = "no problem like that",
                                 .draw_row = draw_row,
                                 .words = words,
                                 .command = command,
                                 .status = status,
                                 .free = problems_free};

NgOverlay *ng_problems_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  uint32_t n, total;
  const NgDiagnostic *all = ng_article_diagnostics(reader->article, &n, &total);
  if (n == 0) {
    ng_reader_say(reader, false, "no problems");
    return NULL;
  }
  Problems *problems = g_new0(Problems, 1);
  problems->all = all;
  problems->total = total;
  const char *source = ng_article_head(reader->article)->source;
  g_autofree char *base = g_path_get_basename(source), *name = ng_text_clean_line(base, strlen(base));
  ng_chooser_init(&problems->base, &ops, g_strdup_printf("Problems in %s", name), n, 0);
  return &problems->base.base;
}
