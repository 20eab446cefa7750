#include "ui/whole_overview.h"

#include "ui/picture_draw.h"
#include "ui/whole_state.h"

#define SHARE      3 /* of the pane's columns and rows, at most one in so many */
#define LEAST_ROWS 4 /* with fewer it says too little */

static const struct {
  int cols, rows;
} sizes[] = {{24, 8}, {18, 6}, {12, 5}};

static bool is_all_seen(const NgPicture *picture, NgRect body)
{
  return picture->rows <= body.rows && picture->cols <= body.cols;
}

/* Whether nothing of the picture lies there, not even a line, which would seem to lead to the overview. */
static bool is_free(const NgRelations *r, NgRect body, NgRect corner)
{
  const NgPicture *picture = r->picture;
  int top = corner.row - body.row + r->top, left = corner.col - body.col + r->left;
  for (int row = MAX(top, 0); row < MIN(top + corner.rows, picture->rows); row++)
    for (int col = MAX(left, 0); col < MIN(left + corner.cols, picture->cols); col++) {
      const NgCell *cell = &picture->cells[row * picture->cols + col];
      if (cell->covered || cell->arms)
        return false;
    }
  return true;
}

static bool find_corner(const NgRelations *r, NgRect body, int rows, int cols, NgRect *at)
{
  int bottom = body.row + body.rows - rows, right = body.col + body.cols - cols;
  const NgRect corners[] = {{bottom, right, rows, cols},
                            {body.row, right, rows, cols},
                            {bottom, body.col, rows, cols},
                            {body.row, body.col, rows, cols}};
  for (gsize i = 0; i < G_N_ELEMENTS(corners); i++)
    if (is_free(r, body, corners[i])) {
      *at = corners[i];
      return true;
    }
  return false;
}

/* The overview and its place; NULL where it has none. */
static NgPicture *placed(NgReader *reader, NgRect body, NgRect *at)
{
  const NgRelations *r = ng_relations_of(reader);
  NgWholeFrame frame = {r->top, r->left, MIN(body.rows, r->picture->rows), MIN(body.cols, r->picture->cols)};
  for (gsize i = 0; i < G_N_ELEMENTS(sizes) && !is_all_seen(r->picture, body); i++) {
    g_autoptr(NgPicture) small =
        ng_whole_overview(ng_whole_state(reader)->layout, frame, MIN(sizes[i].cols, body.cols / SHARE),
                          MIN(sizes[i].rows, body.rows / SHARE));
    if (small->rows >= LEAST_ROWS && find_corner(r, body, small->rows, small->cols, at))
      return g_steal_pointer(&small);
  }
  return NULL;
}

void ng_whole_overview_draw(NgReader *reader, NgCanvas *canvas, NgRect body)
{
  NgRect at;
  g_autoptr(NgPicture) small = placed(reader, body, &at);
  ng_whole_state(reader)->has_overview = small != NULL;
  if (!small)
    return;
  ng_canvas_clear_rect(canvas, at);
  ng_picture_put(small, canvas, at, 0, 0);
}

char *ng_whole_overview_words(NgReader *reader, bool ascii)
{
  const NgRelations *r = ng_relations_of(reader);
  if (!r->picture || is_all_seen(r->picture, r->at) || ng_whole_state(reader)->has_overview)
    return NULL;
  GString *words = g_string_new("more");
  const struct {
    bool there;
    const char *arrow, *plain;
  } ways[] = {{r->left > 0, " ◄", " <"},
              {r->top + r->at.rows < r->picture->rows, " ▼", " v"},
              {r->top > 0, " ▲", " ^"},
              {r->left + r->at.cols < r->picture->cols, " ►", " >"}};
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
    g_string_append(words, !ways[i].there ? "" : ascii ? ways[i].plain : ways[i].arrow);
  return g_string_free(words, FALSE);
}
