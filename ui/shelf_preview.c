/* What the article under the cursor is about: the beginning of its text, its people and its places. */
#include "ui/shelf.h"

#include "model/phrase.h"
#include "ui/places.h"

#include <string.h>

#define SIDE_FROM_COLS      60
#define WIDE_FROM_COLS      100
#define TWO_SIDES_FROM      160
#define MOST_MEASURE_COLS   72
#define LEAST_ROWS_OF_NAMES 3

/* Where the text, the people and the places stand; no columns: not shown. They agree with the reader's own. */
typedef struct {
  NgRect text, people, places;
} Parts;

static void divide_sides(const NgArticle *article, NgRect side, int screen_cols, Parts *parts)
{
  uint32_t n_people, n_places;
  ng_article_ranked(article, NG_ENTITY_PERSON, &n_people);
  ng_article_ranked(article, NG_ENTITY_PLACE, &n_places);
  parts->people = parts->places = side;
  if (screen_cols >= TWO_SIDES_FROM) {
    parts->people.cols = parts->places.cols = (side.cols - 2) / 2;
    parts->places.col += parts->people.cols + 2;
    return;
  }
  int all_places = (int)MIN(n_places, 1000u) + 1, all_people = (int)MIN(n_people, 1000u) + 1;
  if (n_people == 0)
    all_people = 0;
  if (n_places == 0)
    all_places = -1;
  parts->people.rows = MIN(all_people, MAX(side.rows * 3 / 5, side.rows - 1 - all_places));
  int taken = parts->people.rows ? parts->people.rows + 1 : 0;
  parts->places.row += taken;
  parts->places.rows -= taken;
}

static Parts parts_of(const NgArticle *article, NgRect rect)
{
  Parts parts = {.text = rect};
  int cols = rect.cols, margin = cols < SIDE_FROM_COLS ? 0 : cols < WIDE_FROM_COLS ? 1 : 2, measure, gap = 2;
  parts.text.col = margin;
  parts.text.cols = MAX(cols - 2 * margin, 1);
  if (cols < SIDE_FROM_COLS)
    return parts;
  if (cols < WIDE_FROM_COLS) {
    measure = cols - CLAMP(cols / 3, 22, 30) - 5;
    gap = 3;
  } else {
    measure = MIN(cols * 8 / 15, MOST_MEASURE_COLS);
  }
  parts.text.cols = measure;
  int col = margin + measure + gap;
  divide_sides(article, (NgRect){rect.row, col, rect.rows, cols - col - margin}, cols, &parts);
  return parts;
}

/* ---- the text ---- */

static NgAnchor first_after_title(NgReader *preview)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(preview->article, &n);
  NgAnchor top = {n > 1 && blocks[0].kind == NG_BLOCK_TITLE, 0};
  const NgShownBlock *shown = ng_text_rows_block(preview->rows, top.block);
  if (shown->rows->len > 1 && g_array_index(shown->rows, NgRow, 0).kind == NG_ROW_BLANK)
    top.row = 1;
  return top;
}

static void draw_text(NgReader *preview, NgCanvas *canvas, NgRect rect)
{
  preview->layout.heads = false;
  preview->height = rect.rows;
  ng_text_rows_set_cols(preview->rows, rect.cols);
  preview->top = first_after_title(preview);
  preview->top_pos = ng_text_rows_pos(preview->rows, preview->top);
  ng_article_draw(preview, canvas, rect, NULL);
}

static void draw_words(NgCanvas *canvas, NgRect rect, NgRole role, const char *words)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(words, strlen(words), rect.cols, rect.cols, rows);
  for (guint i = 0; i < rows->len && (int)i < rect.rows; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    ng_canvas_put(canvas, rect.row + (int)i, rect.col, rect.cols, role, words + row.start, row.end - row.start);
  }
}

/* ---- the names ---- */

static void draw_names(NgReader *preview, NgEntityKind kind, unsigned kinds, NgCanvas *canvas, NgRect rect)
{
  uint32_t n;
  const NgArticle *article = preview->article;
  const uint32_t *ranked = ng_article_ranked(article, kind, &n);
  if (n == 0 || rect.rows < MIN(LEAST_ROWS_OF_NAMES, (int)MIN(n, 1000u) + 1))
    return;
  uint32_t shown = MIN(n, (uint32_t)rect.rows - 1);
  g_autofree char *right = ng_head_seen(1, shown, n);
  NgHeadLine head = {.title = ng_phrase_kind_head(kind), .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col + NG_MARK_COLS, rect.cols - NG_MARK_COLS);
  const NgAtlas *atlas = kinds & NG_KIND_BIT(NG_ENTITY_PLACE) ? ng_places_atlas(preview) : NULL;
  NgGrid grid = ng_grid(article, atlas, kinds, rect.cols);
  guint pins = 0;
  for (uint32_t i = 0; i < shown; i++) {
    bool point = kind == NG_ENTITY_PLACE && ng_degrees_valid(ng_where(article, atlas, ranked[i]).at);
    NgRowLook look = {.pin = point ? ng_list_pin(++pins) : 0};
    ng_list_row_draw(article, atlas, ranked[i], grid, look, canvas, rect.row + 1 + (int)i, rect.col);
  }
}

/* ---- the whole ---- */

static void draw_loaded(NgReader *preview, NgCanvas *canvas, NgRect rect)
{
  Parts parts = parts_of(preview->article, rect);
  const NgHead *head = ng_article_head(preview->article);
  g_autofree char *source = ng_text_file_name(head->source);
  NgHeadLine line = {.title = head->title ? head->title : source};
  ng_head_draw(&line, canvas, parts.text.row, parts.text.col, parts.text.cols);
  parts.text.row++;
  parts.text.rows--;
  draw_text(preview, canvas, parts.text);
  bool beside = parts.people.col == parts.places.col;
  unsigned people = NG_KIND_BIT(NG_ENTITY_PERSON), places = NG_KIND_BIT(NG_ENTITY_PLACE);
  draw_names(preview, NG_ENTITY_PERSON, beside ? people | places : people, canvas, parts.people);
  draw_names(preview, NG_ENTITY_PLACE, beside ? people | places : places, canvas, parts.places);
}

void ng_shelf_preview_draw(NgShelf *shelf, NgCanvas *canvas, NgRect rect)
{
  guint index = ng_shelf_current(shelf);
  if (index == G_MAXUINT || rect.rows < 2)
    return;
  NgReader *preview = ng_shelf_preview(shelf);
  if (preview) {
    draw_loaded(preview, canvas, rect);
    return;
  }
  const NgShelved *item = ng_shelf_item(shelf, index);
  int margin = rect.cols < SIDE_FROM_COLS ? 0 : rect.cols < WIDE_FROM_COLS ? 1 : 2;
  NgRect text = {rect.row, margin, rect.rows, MAX(rect.cols - 2 * margin, 1)};
  g_autofree char *name = ng_text_file_name(item->path);
  NgHeadLine line = {.title = name};
  ng_head_draw(&line, canvas, text.row, text.col, text.cols);
  text.row++;
  text.rows--;
  draw_words(canvas, text, item->error ? NG_ROLE_ERROR : NG_ROLE_DIM, item->error ? item->error : "loading");
}
