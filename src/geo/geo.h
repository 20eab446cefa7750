/* The door of src/geo: maps of the world in cells, the places on them, the gazetteer, and which of its places is meant. */
#ifndef NG_GEO_H
#define NG_GEO_H

#include "geo/gazetteer.h"
#include "geo/map.h"
#include "geo/outline.h"
#include "geo/pins.h"
#include "geo/placing.h"
#include "geo/projection.h"
#include "geo/view.h"

#endif
