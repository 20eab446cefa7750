/* Coasts and borders of the world, in two scales: content/geo/outline.bin, mapped into memory and read in place.
 *
 * Made by content/geo/outline.py, where README.outline tells the format. Every line is checked against the size of the file when it is
 * opened, so that reading a point needs no check; a file that does not hold what it says is refused whole. What the points themselves say
 * is not checked: any pair is a place on or off the globe, and drawing must bear both. Immutable. */
#ifndef NG_OUTLINE_H
#define NG_OUTLINE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define NG_OUTLINE_UNITS 160 /* of a point, in one degree; what crosses 180 E goes on beyond 180 */

typedef enum {
  NG_OUTLINE_LAND_110M,    /* closed rings; what lies in an odd number of them is land */
  NG_OUTLINE_BORDERS_110M, /* open lines */
  NG_OUTLINE_LAND_50M,
  NG_OUTLINE_BORDERS_50M,
  NG_N_OUTLINE_LAYERS
} NgOutlineLayer;

/* A line: its points, and the box around them as the file gives it, in units. */
typedef struct {
  const uint8_t *points; /* borrowed; 4 bytes each */
  uint32_t n;
  int16_t west, south, east, north;
} NgOutlineLine;

typedef struct {
  int16_t lon, lat; /* units */
} NgOutlinePoint;

typedef struct _NgOutline NgOutline;

/* Opens the file; NULL if it cannot be read or is damaged. The caller frees it. */
NgOutline *ng_outline_open(const char *path);

/* The same for bytes; takes a reference of its own. */
NgOutline *ng_outline_from_bytes(GBytes *bytes);

void ng_outline_free(NgOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgOutline, ng_outline_free)

/* How many lines a layer has, and the i-th of them; borrowed from the outline. */
uint32_t ng_outline_n_lines(const NgOutline *outline, NgOutlineLayer layer);
NgOutlineLine ng_outline_line(const NgOutline *outline, NgOutlineLayer layer, uint32_t i);

/* A point of the line, i < n. */
static inline NgOutlinePoint ng_outline_point(const NgOutlineLine *line, uint32_t i)
{
  const uint8_t *p = line->points + (gsize)i * 4;
  return (NgOutlinePoint){(int16_t)(uint16_t)(p[0] | p[1] << 8), (int16_t)(uint16_t)(p[2] | p[3] << 8)};
}

#endif
