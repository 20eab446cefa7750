/* The door of src/geo: maps of the world in cells, and the places on them. */
#ifndef NG_GEO_H
#define NG_GEO_H

#include "geo/map.h"
#include "geo/outline.h"
#include "geo/pins.h"
#include "geo/projection.h"
#include "geo/view.h"

#endif
