#include "geo/projection.h"

#include <glib.h>
#include <math.h>

#define RAD (G_PI / 180)

/* Robinson's own table, for every fifth latitude: how long the parallel is, and how far it lies from the equator, each as part of the most. */
#define ROBINSON_STEP 5
#define ROBINSON_LAST 18
static const double robinson_length[] = {1.0000, 0.9986, 0.9954, 0.9900, 0.9822, 0.9730, 0.9600, 0.9427, 0.9216, 0.8962,
                                         0.8679, 0.8350, 0.7986, 0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322};
static const double robinson_distance[] = {0.0000, 0.0620, 0.1240, 0.1860, 0.2480, 0.3100, 0.3720,
                                           0.4340, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903,
                                           0.8435, 0.8936, 0.9394, 0.9761, 1.0000};
#define ROBINSON_POLE_Y (180 * 0.5072) /* y of the pole, where 180 is half the equator */

bool ng_degrees_valid(NgDegrees at)
{
  return isfinite(at.lat_deg) && isfinite(at.lon_deg) && fabs(at.lat_deg) <= 90 && fabs(at.lon_deg) <= 180;
}

double ng_lon_from(double lon_deg, double west_deg)
{
  double beyond = fmod(lon_deg - west_deg, 360);
  return west_deg + (beyond < 0 ? beyond + 360 : beyond);
}

/* Between the values of a table with a row for every fifth latitude. */
static double between(const double *table, double lat_deg)
{
  double at = fmin(fabs(lat_deg), 90) / ROBINSON_STEP;
  int i = MIN((int)at, ROBINSON_LAST - 1);
  return table[i] + (table[i + 1] - table[i]) * (at - i);
}

static double mercator_y(double lat_deg)
{
  double lat = fmax(fmin(lat_deg, NG_MERCATOR_MAX_LAT), -NG_MERCATOR_MAX_LAT) * RAD;
  return asinh(tan(lat)) / RAD;
}

double ng_project_y(NgProjection projection, double lat_deg)
{
  switch (projection) {
  case NG_MERCATOR:
    return mercator_y(lat_deg);
  case NG_ROBINSON:
    return copysign(between(robinson_distance, lat_deg) * ROBINSON_POLE_Y, lat_deg);
  default:
    return fmax(fmin(lat_deg, 90), -90);
  }
}

double ng_project_stretch(NgProjection projection, double lat_deg)
{
  return projection == NG_ROBINSON ? between(robinson_length, lat_deg) : 1;
}

static double robinson_lat(double y)
{
  double part = fmin(fabs(y) / ROBINSON_POLE_Y, 1);
  int i = 0;
  while (i < ROBINSON_LAST - 1 && robinson_distance[i + 1] < part)
    i++;
  double step = robinson_distance[i + 1] - robinson_distance[i];
  return copysign((i + (part - robinson_distance[i]) / step) * ROBINSON_STEP, y);
}

double ng_unproject_y(NgProjection projection, double y)
{
  switch (projection) {
  case NG_MERCATOR:
    return fmax(fmin(atan(sinh(fmax(fmin(y, 180), -180) * RAD)) / RAD, NG_MERCATOR_MAX_LAT), -NG_MERCATOR_MAX_LAT);
  case NG_ROBINSON:
    return robinson_lat(y);
  default:
    return fmax(fmin(y, 90), -90);
  }
}

/* ---- great circles ---- */

typedef struct {
  double x, y, z;
} Vector;

static Vector vector_of(NgDegrees at)
{
  double lat = at.lat_deg * RAD, lon = at.lon_deg * RAD;
  return (Vector){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

static double length_of(Vector v)
{
  return sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

static double angle_between(Vector a, Vector b)
{
  Vector cross = {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
  return atan2(length_of(cross), a.x * b.x + a.y * b.y + a.z * b.z);
}

double ng_great_circle_deg(NgDegrees from, NgDegrees to)
{
  return angle_between(vector_of(from), vector_of(to)) / RAD;
}

NgDegrees ng_great_circle(NgDegrees from, NgDegrees to, double part)
{
  Vector a = vector_of(from), b = vector_of(to);
  double angle = angle_between(a, b), sine = sin(angle);
  if (fabs(sine) < 1e-9) /* the same place, or opposite: along the parallel and the meridian at once */
    return (NgDegrees){from.lat_deg + (to.lat_deg - from.lat_deg) * part,
                       from.lon_deg + (to.lon_deg - from.lon_deg) * part};
  double of_a = sin((1 - part) * angle) / sine, of_b = sin(part * angle) / sine;
  Vector v = {of_a * a.x + of_b * b.x, of_a * a.y + of_b * b.y, of_a * a.z + of_b * b.z};
  return (NgDegrees){atan2(v.z, hypot(v.x, v.y)) / RAD, atan2(v.y, v.x) / RAD};
}
