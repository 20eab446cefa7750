#include "graph/fan_private.h"

/* In a zoomed pane of fewer columns, and in a side pane, neighbours have boxes only from these widths on. */
#define BOXED_ZOOM_COLS 100
#define BOXED_PANE_COLS 52

/* Draws the ego in this form if it has room; NULL else. `low`: only if its rows have room as well. */
static NgPicture *try_form(const NgEgo *ego, const NgFanOptions *options, bool boxed, int hops, bool low)
{
  NgFan fan;
  NgPicture *picture = NULL;
  ng_fan_init(&fan, ego, options, boxed, hops);
  if (ng_fan_place_columns(&fan)) {
    int needed = ng_fan_place_rows(&fan);
    if (!low || (options->rows > 0 && needed <= options->rows))
      picture = ng_fan_paint(&fan, needed);
  }
  ng_fan_clear(&fan);
  return picture;
}

static int hops_of(const NgEgo *ego)
{
  int hops = 1;
  for (uint32_t i = 0; i < ego->n_edges; i++)
    hops = MAX(hops, ego->edges[i].hop);
  return hops;
}

NgPicture *ng_fan_draw(const NgEgo *ego, const NgFanOptions *options)
{
  int hops = options->zoomed ? hops_of(ego) : 1;
  NgPicture *picture = NULL;
  if (options->cols >= (options->zoomed ? BOXED_ZOOM_COLS : BOXED_PANE_COLS))
    picture = try_form(ego, options, true, hops, !options->zoomed || options->rows > 0);
  for (; !picture && hops > 0; hops--)
    picture = try_form(ego, options, false, hops, false);
  return picture ? picture : ng_fan_paint_stacked(ego, options);
}
