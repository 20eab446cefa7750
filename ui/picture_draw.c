#include "ui/picture_draw.h"

#include <string.h>

static NgRole role_of(uint8_t ink)
{
  static const NgRole roles[NG_N_INKS] = {
      [NG_INK_NONE] = NG_ROLE_TEXT,
      [NG_INK_WEAK] = NG_ROLE_WEAK,
      [NG_INK_EDGE] = NG_ROLE_EDGE,
      [NG_INK_SELECTED] = NG_ROLE_LIT,
      [NG_INK_EGO] = NG_ROLE_FOCUS,
      [NG_INK_LABEL] = NG_ROLE_LABEL,
      [NG_INK_DIM] = NG_ROLE_DIM,
      [NG_INK_COUNT] = NG_ROLE_TEXT,
      [NG_INK_PERSON] = NG_ROLE_PERSON,
      [NG_INK_PLACE] = NG_ROLE_PLACE,
      [NG_INK_ORGANISATION] = NG_ROLE_ORGANISATION,
      [NG_INK_EVENT] = NG_ROLE_ORGANISATION,
      [NG_INK_EGO_NAME] = NG_ROLE_STRONG,
      [NG_INK_HERE] = NG_ROLE_CHOSEN,
      [NG_INK_FAINT] = NG_ROLE_FAINT,
      [NG_INK_MARK] = NG_ROLE_KEY,
  };
  return roles[ink];
}

static void put_lines(const NgPicture *picture, NgCanvas *canvas, NgRect rect, int top, int left)
{
  for (int row = 0; row < rect.rows && top + row < picture->rows; row++)
    for (int col = 0; left + col < picture->cols && col < rect.cols; col++) {
      const NgCell *cell = &picture->cells[(top + row) * picture->cols + left + col];
      if (cell->covered || cell->ink == NG_INK_NONE)
        continue;
      const char *glyph = ng_picture_glyph(picture, top + row, left + col);
      ng_canvas_put(canvas, rect.row + row, rect.col + col, 1, role_of(cell->ink), glyph, strlen(glyph));
    }
}

/* The bytes of a text that begins `cols` columns left of what is seen and are not: whole clusters, with one that is seen in part. */
static gsize hidden_bytes(const char *text, gsize bytes, int cols)
{
  int used;
  gsize hidden = ng_text_fit(text, bytes, cols, &used);
  return used < cols && hidden < bytes ? hidden + ng_text_fit(text + hidden, bytes - hidden, 2, &used) : hidden;
}

static void put_run(const NgPicture *picture, const NgRun *run, NgCanvas *canvas, NgRect rect, int left)
{
  const char *text = picture->text + run->text;
  gsize hidden = run->col < left ? hidden_bytes(text, run->bytes, left - run->col) : 0;
  int col = run->col - left + ng_text_cols(text, hidden);
  if (hidden < run->bytes)
    ng_canvas_put(canvas, rect.row, rect.col + col, rect.cols - col, role_of(run->ink), text + hidden,
                  run->bytes - hidden);
}

void ng_picture_put(const NgPicture *picture, NgCanvas *canvas, NgRect rect, int top, int left)
{
  put_lines(picture, canvas, rect, top, left);
  for (uint32_t i = 0; i < picture->n_runs; i++) {
    const NgRun *run = &picture->runs[i];
    int row = run->row - top;
    if (row >= 0 && row < rect.rows && run->col - left < rect.cols)
      put_run(picture, run, canvas, (NgRect){rect.row + row, rect.col, 1, rect.cols}, left);
  }
}
