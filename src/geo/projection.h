/* Projections: from the globe (WGS 84 taken as a sphere) to a plane and back.
 *
 * The plane counts in degrees of longitude at the equator, x to the east from the central meridian, y to the north from the equator. */
#ifndef NG_PROJECTION_H
#define NG_PROJECTION_H

#include <stdbool.h>

typedef enum { NG_EQUIRECTANGULAR, NG_MERCATOR, NG_ROBINSON, NG_N_PROJECTIONS } NgProjection;

/* Web Mercator ends here, where the world is a square; what lies beyond is drawn on its edge. */
#define NG_MERCATOR_MAX_LAT 85.05112878

/* In the order that coordinates are said. */
typedef struct {
  double lat_deg, lon_deg;
} NgDegrees;

/* Whether that is a place: numbers, latitude from -90 to 90, longitude from -180 to 180. */
bool ng_degrees_valid(NgDegrees at);

/* The same meridian as a longitude from `west_deg` on, less than 360 degrees further. Both are finite. */
double ng_lon_from(double lon_deg, double west_deg);

/* Y of a latitude, which is brought into the range of the projection. */
double ng_project_y(NgProjection projection, double lat_deg);

/* How long a degree of longitude is at that latitude, on the plane: 1 at the equator. */
double ng_project_stretch(NgProjection projection, double lat_deg);

/* The latitude of y, at most the projection's last. */
double ng_unproject_y(NgProjection projection, double y);

/* The great circle from one place to another: the place at `part` (0 to 1) of the way. Of places opposite each other one of the ways. */
NgDegrees ng_great_circle(NgDegrees from, NgDegrees to, double part);

/* How far it is, in degrees. */
double ng_great_circle_deg(NgDegrees from, NgDegrees to);

#endif
