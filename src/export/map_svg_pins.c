/* Pins: each dot where its place lies, its label where there is room, so that no number hides another. */
#include "export/map_svg.h"
#include "export/xml.h"

#include <math.h>
#include <string.h>

/* Dots nearer than this share a pin. */
#define CELL_PX 4
/* A label is looked for in vain among more than these; the list has them all. */
#define MOST_LABELS 1000
#define NAME_COLS   24
#define PX_PER_COL  7 /* at the size of the labels' type */
#define TYPE_PX     14
#define DOT_PX      4

typedef struct {
  int x, y;
  guint n;          /* places */
  GString *numbers; /* "2, 7" */
  GString *names;   /* of all */
  const char *name; /* of the first */
} Pin;

typedef struct {
  int left, right, top, bottom;
} Box;

typedef struct {
  FILE *out;
  GArray *taken; /* Box: dots and labels */
} Labels;

/* ---- places to pins ---- */

static void pin_clear(void *p)
{
  Pin *pin = p;
  g_string_free(pin->numbers, TRUE);
  g_string_free(pin->names, TRUE);
}

static void add_to_pin(Pin *pin, const NgMapPlace *place, guint number)
{
  if (pin->n < 3)
    g_string_append_printf(pin->numbers, "%s%u", pin->n ? ", " : "", number);
  else if (pin->n == 3)
    g_string_append(pin->numbers, "\u2026");
  g_string_append_printf(pin->names, "%s%s", pin->n ? ", " : "", place->name);
  pin->n++;
}

/* The caller frees it. */
static GArray *pins_of(const NgSvgView *view, const NgMapPlace *const *all, guint n)
{
  GArray *pins = g_array_new(FALSE, FALSE, sizeof(Pin));
  g_array_set_clear_func(pins, pin_clear);
  g_autoptr(GHashTable) by_cell = g_hash_table_new(g_direct_hash, g_direct_equal); /* to the pin's index + 1 */
  for (guint i = 0; i < n; i++) {
    if (all[i]->source == NG_POSITION_UNKNOWN)
      continue;
    int x = (int)lround(ng_svg_x(view, all[i]->lon_deg)), y = (int)lround(ng_svg_y(view, all[i]->lat_deg));
    gpointer cell = GINT_TO_POINTER((x / CELL_PX) << 16 | (y / CELL_PX));
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(by_cell, cell));
    if (!known) {
      Pin pin = {x, y, 0, g_string_new(NULL), g_string_new(NULL), all[i]->name};
      g_array_append_val(pins, pin);
      known = pins->len;
      g_hash_table_insert(by_cell, cell, GUINT_TO_POINTER(known));
    }
    add_to_pin(&g_array_index(pins, Pin, known - 1), all[i], i + 1);
  }
  return pins;
}

/* ---- room ---- */

static bool overlap(const Box *a, const Box *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Takes the room if nothing else has it and it lies on the map. */
static bool take(GArray *taken, const Box *box)
{
  if (box->left < NG_SVG_MARGIN || box->right > NG_SVG_MARGIN + NG_SVG_MAP_WIDTH || box->top < NG_SVG_TOP - TYPE_PX ||
      box->bottom > NG_SVG_TOP + NG_SVG_MAP_HEIGHT + TYPE_PX)
    return false;
  for (guint i = 0; i < taken->len; i++)
    if (overlap(box, &g_array_index(taken, Box, i)))
      return false;
  g_array_append_val(taken, *box);
  return true;
}

/* Looks for room beside the pin, then farther off, in eight directions. */
static bool find_room(GArray *taken, const Pin *pin, int width, int farthest_px, Box *box)
{
  static const struct {
    int x, y;
  } ways[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
  for (int away = DOT_PX + 2; away <= farthest_px; away += 8)
    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
      int left = ways[i].x > 0 ? pin->x + away : ways[i].x < 0 ? pin->x - away - width : pin->x - width / 2;
      int top = ways[i].y > 0 ? pin->y + away : ways[i].y < 0 ? pin->y - away - TYPE_PX : pin->y - TYPE_PX / 2;
      *box = (Box){left, left + width, top, top + TYPE_PX};
      if (take(taken, box))
        return true;
    }
  return false;
}

/* ---- labels ---- */

/* From the dot to a label that stands away from it. */
static void put_leader(FILE *out, const Pin *pin, const Box *box)
{
  int x = CLAMP(pin->x, box->left, box->right), y = CLAMP(pin->y, box->top, box->bottom);
  if (abs(x - pin->x) > DOT_PX + 4 || abs(y - pin->y) > DOT_PX + 4)
    fprintf(out, "<path stroke=\"#5c6f7a\" d=\"M%d %dL%d %d\"/>", pin->x, pin->y, x, y);
}

static int cols_of(const char *text)
{
  return ng_text_cols(text, strlen(text));
}

static void put_label(Labels *labels, const Pin *pin)
{
  int number_cols = cols_of(pin->numbers->str), name_cols = MIN(cols_of(pin->name), NAME_COLS);
  Box box;
  bool named = find_room(labels->taken, pin, (number_cols + 1 + name_cols) * PX_PER_COL, DOT_PX + 2, &box);
  if (!named && !find_room(labels->taken, pin, number_cols * PX_PER_COL + 2, 60, &box))
    return;
  put_leader(labels->out, pin, &box);
  bool to_the_left = box.right <= pin->x;
  fprintf(labels->out, "<text x=\"%d\" y=\"%d\"%s><tspan font-weight=\"bold\">%s</tspan>",
          to_the_left ? box.right : box.left, box.bottom - 3, to_the_left ? " text-anchor=\"end\"" : "",
          pin->numbers->str);
  if (named) {
    putc_unlocked(' ', labels->out);
    ng_svg_put_cut(labels->out, pin->name, NAME_COLS);
  }
  fputs("</text>\n", labels->out);
}

static void put_dot(FILE *out, const Pin *pin)
{
  fprintf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#b3261e\" stroke=\"#fff\"><title>", pin->x, pin->y, DOT_PX);
  ng_xml_text(out, pin->names->str);
  fputs("</title></circle>\n", out);
}

void ng_svg_put_pins(const NgSvgView *view, const NgMapPlace *const *all, guint n, FILE *out)
{
  g_autoptr(GArray) pins = pins_of(view, all, n);
  Labels labels = {out, g_array_new(FALSE, FALSE, sizeof(Box))};
  guint n_labels = MIN(pins->len, MOST_LABELS);
  for (guint i = 0; i < n_labels; i++) {
    const Pin *pin = &g_array_index(pins, Pin, i);
    Box dot = {pin->x - DOT_PX, pin->x + DOT_PX, pin->y - DOT_PX, pin->y + DOT_PX};
    g_array_append_val(labels.taken, dot);
  }
  fputs("<g font-size=\"12\" fill=\"#1b2a33\">\n", out);
  for (guint i = 0; i < n_labels; i++)
    put_label(&labels, &g_array_index(pins, Pin, i));
  for (guint i = 0; i < pins->len; i++)
    put_dot(out, &g_array_index(pins, Pin, i));
  fputs("</g>\n", out);
  g_array_unref(labels.taken);
}
