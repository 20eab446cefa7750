/* What candidates are weighed by: the other places that are named with them. Private to this folder. */
#ifndef NG_PLACING_PRIVATE_H
#define NG_PLACING_PRIVATE_H

#include "geo/placing.h"

/* How likely a candidate is by itself: its kind, its people and how it is named. A point is a tenth of a power of ten of people. */
double ng_placing_prior(const NgGazetteer *gazetteer, const NgPlaceCandidate *candidate);

typedef struct _NgPlacingContext NgPlacingContext;

NgPlacingContext *ng_placing_context_new(const NgGazetteer *gazetteer);
void ng_placing_context_free(NgPlacingContext *context);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPlacingContext, ng_placing_context_free)

/* Adds what the candidates of a name tell, each as much as it is likely by its score among them, `times` over: 1, or -1 to take it away. */
void ng_placing_context_add(NgPlacingContext *context, const NgPlaceCandidate *candidates, guint n, double times);

/* Adds a point on the globe where something lies for certain. */
void ng_placing_context_add_point(NgPlacingContext *context, double lat_deg, double lon_deg);

/* What the context says for the place `at`, 0 or more, in the points of the prior. */
double ng_placing_context_favours(const NgPlacingContext *context, uint32_t at);

#endif
