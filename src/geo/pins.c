#include "geo/pins.h"

/* The pin that stands in each cell, as its index and one; 0: none. */
static uint32_t *pin_cells_new(const NgView *view)
{
  return g_new0(uint32_t, (gsize)view->rows * (gsize)view->cols);
}

/* The pin under which a place in that cell stands: one in it or beside it. NG_NO_PIN if there is none. */
static uint32_t neighbour(const uint32_t *cells, const NgView *view, int row, int col)
{
  static const int ways[] = {0, -1, 1};
  uint32_t found = NG_NO_PIN;
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
    int beside = col + ways[i];
    uint32_t pin = beside >= 0 && beside < view->cols ? cells[row * view->cols + beside] : 0;
    if (pin)
      found = MIN(found, pin - 1);
  }
  return found;
}

NgPins *ng_pins_new(const NgView *view, const NgDegrees *places, uint32_t n)
{
  NgPins *pins = g_new0(NgPins, 1);
  g_autofree uint32_t *cells = pin_cells_new(view);
  pins->pins = g_new0(NgPin, MAX(n, 1));
  pins->pin_of = g_new(uint32_t, MAX(n, 1));
  pins->n_places = n;
  for (uint32_t i = 0; i < n; i++) {
    int row, col;
    pins->pin_of[i] = NG_NO_PIN;
    if (!ng_view_cell(view, places[i], &row, &col))
      continue;
    uint32_t pin = neighbour(cells, view, row, col);
    if (pin == NG_NO_PIN) {
      pin = pins->n_pins++;
      pins->pins[pin] = (NgPin){.row = row, .col = col, .first = i, .name_col = -1, .name_of = i};
      cells[row * view->cols + col] = pin + 1;
    }
    pins->pins[pin].n++;
    pins->pin_of[i] = pin;
  }
  return pins;
}

void ng_pins_free(NgPins *pins)
{
  if (!pins)
    return;
  g_free(pins->pins);
  g_free(pins->pin_of);
  g_free(pins);
}

uint32_t ng_pins_shown(const NgPins *pins)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < pins->n_pins; i++)
    n += pins->pins[i].n;
  return n;
}

const NgPin *ng_pins_at(const NgPins *pins, int row, int col)
{
  for (uint32_t i = 0; i < pins->n_pins; i++) {
    const NgPin *pin = &pins->pins[i];
    if (pin->row == row && (pin->col == col || (pin->n > 1 && pin->col + 1 == col)))
      return pin;
  }
  return NULL;
}

/* ---- names ---- */

typedef struct {
  const NgView *view;
  uint8_t *taken; /* cells that hold a pin or a name */
} Room;

static bool is_free(const Room *room, int row, int col, int cols)
{
  for (int i = col; i < col + cols; i++)
    if (i >= 0 && i < room->view->cols && room->taken[row * room->view->cols + i])
      return false;
  return true;
}

static void take(Room *room, int row, int col, int cols)
{
  for (int i = MAX(col, 0); i < col + cols && i < room->view->cols; i++)
    room->taken[row * room->view->cols + i] = 1;
}

static int pin_cols(const NgPin *pin)
{
  return pin->n > 1 ? 2 : 1;
}

/* A name keeps a blank cell from its pin, and from whatever else stands in the row. */
static void find_room(Room *room, NgPin *pin, uint32_t place, int cols)
{
  int right = pin->col + pin_cols(pin) + 1, left = pin->col - 1 - cols;
  if (cols <= 0)
    return;
  if (right + cols <= room->view->cols && is_free(room, pin->row, right - 1, cols + 2))
    pin->name_col = right;
  else if (left >= 0 && is_free(room, pin->row, left - 1, cols + 2))
    pin->name_col = left;
  else
    return;
  pin->name_of = place;
  take(room, pin->row, pin->name_col, cols);
}

void ng_pins_name(NgPins *pins, const NgView *view, const int *name_cols, uint32_t selected, bool all)
{
  Room room = {view, g_malloc0((gsize)view->rows * (gsize)view->cols)};
  for (uint32_t i = 0; i < pins->n_pins; i++) {
    pins->pins[i].name_col = -1;
    take(&room, pins->pins[i].row, pins->pins[i].col, pin_cols(&pins->pins[i]));
  }
  if (selected < pins->n_places && pins->pin_of[selected] != NG_NO_PIN)
    find_room(&room, &pins->pins[pins->pin_of[selected]], selected, name_cols[selected]);
  for (uint32_t i = 0; all && i < pins->n_pins; i++)
    if (pins->pins[i].name_col < 0)
      find_room(&room, &pins->pins[i], pins->pins[i].first, name_cols[pins->pins[i].first]);
  g_free(room.taken);
}
