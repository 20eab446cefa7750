#include "geo/dots.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

NgDots *ng_dots_new(int wide, int high)
{
  NgDots *dots = g_new0(NgDots, 1);
  dots->wide = MAX(wide, 0);
  dots->high = MAX(high, 0);
  dots->at = g_malloc0((gsize)dots->wide * (gsize)dots->high + 1);
  return dots;
}

void ng_dots_free(NgDots *dots)
{
  if (!dots)
    return;
  g_free(dots->at);
  g_free(dots);
}

static uint8_t *dot_at(const NgDots *dots, int x, int y)
{
  return dots->at + (gsize)y * (gsize)dots->wide + x;
}

/* ---- lines ---- */

/* Cuts the line to where least <= a <= most, a and b being the two coordinates in either order. False if nothing is left. */
static bool cut(double *a0, double *b0, double *a1, double *b1, double least, double most)
{
  if ((*a0 < least && *a1 < least) || (*a0 > most && *a1 > most))
    return false;
  double slope = *a1 == *a0 ? 0 : (*b1 - *b0) / (*a1 - *a0), from_a = *a0, from_b = *b0;
  double to0 = CLAMP(*a0, least, most), to1 = CLAMP(*a1, least, most);
  *b0 = from_b + (to0 - from_a) * slope;
  *b1 = to1 == *a1 ? *b1 : from_b + (to1 - from_a) * slope;
  *a0 = to0;
  *a1 = to1;
  return true;
}

void ng_dots_line(NgDots *dots, double x0, double y0, double x1, double y1, uint8_t what)
{
  if (!isfinite(x0) || !isfinite(y0) || !isfinite(x1) || !isfinite(y1))
    return;
  /* one dot beyond each edge, so that the dots inside are those of the whole line */
  if (!cut(&x0, &y0, &x1, &y1, -1, dots->wide + 1) || !cut(&y0, &x0, &y1, &x1, -1, dots->high + 1))
    return;
  int x = (int)floor(x0), y = (int)floor(y0), to_x = (int)floor(x1), to_y = (int)floor(y1);
  int dx = abs(to_x - x), dy = -abs(to_y - y), step_x = x < to_x ? 1 : -1, step_y = y < to_y ? 1 : -1;
  for (int error = dx + dy;;) {
    if (x >= 0 && y >= 0 && x < dots->wide && y < dots->high)
      *dot_at(dots, x, y) |= what;
    if (x == to_x && y == to_y)
      return;
    int doubled = 2 * error;
    if (doubled >= dy) {
      error += dy;
      x += step_x;
    }
    if (doubled <= dx) {
      error += dx;
      y += step_y;
    }
  }
}

/* ---- land ---- */

/* The first whole number from v on, brought to 0 to `most`. */
static int whole_from(double v, int most)
{
  if (!(v > 0))
    return 0;
  if (v >= most)
    return most;
  int whole = (int)v;
  return whole + (whole < v);
}

void ng_dots_edge(NgDots *dots, double x0, double y0, double x1, double y1)
{
  if (y0 > y1) {
    double x = x0, y = y0;
    x0 = x1;
    y0 = y1;
    x1 = x;
    y1 = y;
  }
  /* the rows whose middles lie between the ends, the upper one included; most edges of a coast are shorter than a dot and cross none */
  int first = whole_from(y0 - 0.5, dots->high), end = whole_from(y1 - 0.5, dots->high);
  if (first >= end || !isfinite(x0 + x1) || !isfinite(y0 + y1))
    return;
  double slope = (x1 - x0) / (y1 - y0);
  for (int y = first; y < end; y++) {
    int x = whole_from(x0 + (y + 0.5 - y0) * slope - 0.5, dots->wide);
    if (x < dots->wide)
      *dot_at(dots, x, y) ^= NG_DOT_TOGGLE;
  }
}

void ng_dots_fill(NgDots *dots)
{
  for (int y = 0; y < dots->high; y++) {
    uint8_t land = 0, *row = dot_at(dots, 0, y);
    for (int x = 0; x < dots->wide; x++) {
      land ^= row[x] & NG_DOT_TOGGLE;
      row[x] = (uint8_t)((row[x] & ~NG_DOT_TOGGLE) | (land ? NG_DOT_LAND : 0));
    }
  }
}

void ng_dots_crop(NgDots *dots, double first, double end)
{
  gsize wide = (gsize)dots->wide, kept = (gsize)whole_from(floor(first), dots->high),
        gone = (gsize)whole_from(end, dots->high);
  memset(dots->at, 0, kept * wide);
  memset(dots->at + gone * wide, 0, ((gsize)dots->high - gone) * wide);
}

/* How many of the eight dots around are land; `one` gets the way to one of them. */
static int land_around(const NgDots *dots, const uint8_t *at, ptrdiff_t *one)
{
  const ptrdiff_t row = dots->wide, ways[] = {-row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1};
  int n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
    if (at[ways[i]] & NG_DOT_LAND) {
      n++;
      *one = ways[i];
    }
  return n;
}

static bool is_inside(const NgDots *dots, const uint8_t *at)
{
  ptrdiff_t place = at - dots->at, x = place % dots->wide, y = place / dots->wide;
  return x > 0 && y > 0 && x < dots->wide - 1 && y < dots->high - 1;
}

/* What lies at the edge may go on beyond it, and stays. */
void ng_dots_drop_specks(NgDots *dots)
{
  for (int y = 1; y < dots->high - 1; y++) {
    uint8_t *at = dot_at(dots, 1, y);
    for (int x = 1; x < dots->wide - 1; x++, at++) {
      ptrdiff_t one = 0, other = 0;
      if (!(*at & NG_DOT_LAND) || ((at[-1] & at[1]) & NG_DOT_LAND))
        continue;
      int n = land_around(dots, at, &one);
      if (n > 1 || (n == 1 && (!is_inside(dots, at + one) || land_around(dots, at + one, &other) != 1)))
        continue;
      *at &= (uint8_t)~NG_DOT_LAND;
      at[one] &= (uint8_t)~NG_DOT_LAND;
    }
  }
}

void ng_dots_rim(NgDots *dots)
{
  for (int y = 0; y < dots->high; y++) {
    uint8_t *at = dot_at(dots, 0, y);
    const uint8_t *above = y > 0 ? at - dots->wide : at, *below = y + 1 < dots->high ? at + dots->wide : at;
    for (int x = 0; x < dots->wide; x++) {
      uint8_t around =
          above[x] & below[x] & (x > 0 ? at[x - 1] : NG_DOT_LAND) & (x + 1 < dots->wide ? at[x + 1] : NG_DOT_LAND);
      if ((at[x] & NG_DOT_LAND) && !(around & NG_DOT_LAND))
        at[x] |= NG_DOT_COAST;
    }
  }
}
