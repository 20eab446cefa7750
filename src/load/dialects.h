/* The mark-up that nutgraf reads. */
#ifndef NG_DIALECTS_H
#define NG_DIALECTS_H

#include "load/sax.h"

extern const NgSaxDialect ng_tei_dialect;
extern const NgSaxDialect ng_nitf_dialect;

#endif
