/* What the files of the zoomed map share. Private to them. */
#ifndef NG_MAP_PRIVATE_H
#define NG_MAP_PRIVATE_H

#include "ui/view_map.h"

typedef enum { NG_MAP_ROW_PLACE, NG_MAP_ROW_HEAD, NG_MAP_ROW_BLANK } NgMapRowKind;

/* A row of the list beside the map. */
typedef struct {
  NgMapRowKind kind;
  guint place;      /* into ng_places_all */
  bool in_view;     /* its pin stands on the map, or the whole world does */
  const char *head; /* of a head */
} NgMapRow;

/* The rows: all places in their order; zoomed in, those in view first, then the others. The caller frees the array. (map_list.c) */
GArray *ng_map_rows(NgReader *reader);

/* The first of those rows that a list of `height` rows shows, so that the selected place is among them. */
guint ng_map_list_top(NgReader *reader, const GArray *rows, int height);

/* Draws the list; its first column holds the mark. */
void ng_map_list_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

/* Draws the mentions and relations of the selected place. (map_below.c) */
void ng_map_below_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

#endif
