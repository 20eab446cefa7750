/* The commands that belong to the large map. */
#include "ui/places.h"
#include "ui/view_map.h"

#define PAN_COLS 8
#define PAN_ROWS 4

static bool pan_left(NgReader *reader, int count)
{
  return ng_places_pan(reader, -count * PAN_COLS, 0);
}

static bool pan_down(NgReader *reader, int count)
{
  return ng_places_pan(reader, 0, count * PAN_ROWS);
}

static bool pan_up(NgReader *reader, int count)
{
  return ng_places_pan(reader, 0, -count * PAN_ROWS);
}

static bool pan_right(NgReader *reader, int count)
{
  return ng_places_pan(reader, count * PAN_COLS, 0);
}

static bool zoom_in(NgReader *reader, int count)
{
  return ng_places_zoom(reader, count);
}

static bool zoom_out(NgReader *reader, int count)
{
  return ng_places_zoom(reader, -count);
}

static bool all_places(NgReader *reader, int count)
{
  (void)count;
  return ng_places_fit(reader);
}

static bool next_place(NgReader *reader, int count)
{
  ng_map_move(reader, count);
  return true;
}

static bool previous_place(NgReader *reader, int count)
{
  ng_map_move(reader, -count);
  return true;
}

static bool arcs(NgReader *reader, int count)
{
  (void)count;
  return ng_places_toggle_arcs(reader);
}

static bool projection(NgReader *reader, int count)
{
  (void)count;
  ng_reader_say(reader, false, "%s", ng_places_next_projection(reader));
  return true;
}

static bool blocks(NgReader *reader, int count)
{
  (void)count;
  return ng_places_toggle_blocks(reader);
}

static const struct {
  NgCommandId id;
  bool (*run)(NgReader *reader, int count); /* false: nothing was there to do */
  const char *nothing;                      /* what is said then */
} actions[] = {
    {NG_COMMAND_PAN_LEFT, pan_left, "this is the whole world"},
    {NG_COMMAND_PAN_DOWN, pan_down, "no farther south"},
    {NG_COMMAND_PAN_UP, pan_up, "no farther north"},
    {NG_COMMAND_PAN_RIGHT, pan_right, "this is the whole world"},
    {NG_COMMAND_ZOOM_IN, zoom_in, "no closer than this"},
    {NG_COMMAND_ZOOM_OUT, zoom_out, "this is the whole world"},
    {NG_COMMAND_ALL_PLACES, all_places, "these are all places"},
    {NG_COMMAND_NEXT_PLACE, next_place, NULL},
    {NG_COMMAND_PREVIOUS_PLACE, previous_place, NULL},
    {NG_COMMAND_ARCS, arcs, "no relation ties two places"},
    {NG_COMMAND_PROJECTION, projection, NULL},
    {NG_COMMAND_BLOCKS, blocks, NULL},
};

bool ng_map_command(NgReader *reader, NgCommandId command, int count)
{
  for (gsize i = 0; i < G_N_ELEMENTS(actions); i++) {
    if (actions[i].id != command)
      continue;
    if (!ng_map_is_open(reader))
      ng_reader_say(reader, false, "the map is not open: 3 3 opens it");
    else if (!actions[i].run(reader, MAX(count, 1)) && actions[i].nothing)
      ng_reader_say(reader, false, "%s", actions[i].nothing);
    return true;
  }
  return false;
}
