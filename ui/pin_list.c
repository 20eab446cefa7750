/* The places that stand under one pin, to choose from. */
#include "ui/chooser.h"
#include "ui/view_map.h"

#include "ui/view_side.h"

#include <string.h>

typedef struct {
  NgChooser base;
  GArray *places; /* NgPlace */
} PinList;

static const NgPlace *place_of(NgChooser *chooser, guint item)
{
  return &g_array_index(((PinList *)chooser)->places, NgPlace, item);
}

static void draw_row(NgChooser *chooser, NgReader *reader, guint item, bool current, NgCanvas *canvas, NgRect rect)
{
  const NgPlace *place = place_of(chooser, item);
  const NgEntity *e = &ng_reader_entities(reader)[place->entity];
  g_autofree char *what = ng_side_what(reader, place->entity);
  ng_canvas_put(canvas, rect.row, rect.col + 1, 1, NG_ROLE_PIN, &place->pin, 1);
  int used = 3 + ng_canvas_put_cut(canvas, rect.row, rect.col + 3, rect.cols - 3,
                                   current ? NG_ROLE_CHOSEN_PLACE : NG_ROLE_PLACE, e->name);
  if (what && rect.cols - used > 4)
    ng_canvas_put_cut(canvas, rect.row, rect.col + used + 2, rect.cols - used - 2, NG_ROLE_DIM, what);
}

static char *words(NgChooser *chooser, NgReader *reader, guint item)
{
  return g_strdup(ng_reader_entities(reader)[place_of(chooser, item)->entity].name);
}

static NgOutcome command(NgChooser *chooser, NgReader *reader, guint item, NgCommandId id)
{
  if (id != NG_COMMAND_OPEN)
    return NG_NOT_MINE;
  ng_reader_select(reader, place_of(chooser, item)->entity, NG_NONE);
  return NG_CLOSE;
}

static void free_list(NgChooser *chooser)
{
  PinList *list = (PinList *)chooser;
  g_array_unref(list->places);
  ng_chooser_clear(chooser);
  g_free(list);
}

static const NgChooserOps ops = {.below = true,
                                 .empty = "no place like that",
                                 .draw_row = draw_row,
                                 .words = words,
                                 .command = command,
                                 .free = free_list};

NgOverlay *ng_pin_list_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  const NgPin *pin = ng_places_cluster(reader);
  if (!pin)
    return NULL;
  const NgPins *pins = ng_places_pins(reader);
  guint n, at = 0;
  const NgPlace *all = ng_places_all(reader, &n);
  PinList *list = g_new0(PinList, 1);
  list->places = g_array_new(FALSE, FALSE, sizeof(NgPlace));
  for (guint i = 0; i < n; i++) {
    if (pins->pin_of[i] == NG_NO_PIN || &pins->pins[pins->pin_of[i]] != pin)
      continue;
    at = all[i].entity == reader->entity ? list->places->len : at;
    g_array_append_val(list->places, all[i]);
  }
  ng_chooser_init(&list->base, &ops, g_strdup("Places under this pin"), list->places->len, at);
  return &list->base.base;
}
