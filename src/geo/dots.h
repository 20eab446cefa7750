/* A raster of dots: what a map is drawn on before it becomes cells. A byte a dot, with what lies there. Private to this folder. */
#ifndef NG_DOTS_H
#define NG_DOTS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum {
  NG_DOT_LAND = 1,
  NG_DOT_COAST = 2,
  NG_DOT_BORDER = 4,
  NG_DOT_ARC = 8,
  NG_DOT_TOGGLE = 128 /* while land is filled: from here on it is the other way round */
};

typedef struct {
  int wide, high;
  uint8_t *at; /* row by row */
} NgDots;

NgDots *ng_dots_new(int wide, int high);
void ng_dots_free(NgDots *dots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgDots, ng_dots_free)

/* Marks the dots on a straight line, its ends included; what lies outside is left out, at no cost. Coordinates may be any finite numbers. */
void ng_dots_line(NgDots *dots, double x0, double y0, double x1, double y1, uint8_t what);

/* An edge of a ring around land. When all edges of all rings are in, ng_dots_fill marks what lies in an odd number of rings, by the centres of dots. */
void ng_dots_edge(NgDots *dots, double x0, double y0, double x1, double y1);
void ng_dots_fill(NgDots *dots);

/* Takes away all that lies above row `first` and from row `end` on. */
void ng_dots_crop(NgDots *dots, double first, double end);

/* Takes away islands of one dot or two. */
void ng_dots_drop_specks(NgDots *dots);

/* Marks as coast the land that has sea beside it. */
void ng_dots_rim(NgDots *dots);

#endif
