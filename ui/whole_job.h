/* The layout of a whole graph, made in a thread of its own, so that keys are answered meanwhile.
 *
 * A job borrows the articles, which must outlive it: ng_whole_job_free waits for the thread to end. A job that is no longer wanted is cancelled first, and
 * freed when it has ended. */
#ifndef NG_WHOLE_JOB_H
#define NG_WHOLE_JOB_H

#include "graph/graph.h"

/* A graph, with its people as a matrix, that several jobs share: the one that is shown, and one that is on its way out. */
typedef struct {
  NgWhole *whole;
  NgMatrix *matrix;
} NgSharedWhole;

NgSharedWhole *ng_shared_whole_ref(NgSharedWhole *shared);
void ng_shared_whole_unref(NgSharedWhole *shared);

typedef struct {
  NgWholeStyle style;    /* `wanted` and `cancel` are the job's own */
  NgWholePlace centre;   /* an entity that is drawn in any case, with its heaviest edge; NG_WHOLE_NOWHERE: none */
  const uint32_t *edges; /* and edges; copied */
  uint32_t n_edges;
  bool graph_alone; /* no layout */
} NgWholeWish;

typedef struct _NgWholeJob NgWholeJob;

/* Starts one. `shared` NULL: the graph of the `n` articles is made first, by the filter (NULL: all of it), which is copied as text; the array is
 * copied too. */
NgWholeJob *ng_whole_job_new(const NgArticle *const *articles, uint32_t n, NgSharedWhole *shared,
                             const NgFilter *filter, const NgWholeWish *wish);
void ng_whole_job_cancel(NgWholeJob *job);
/* Waits for its end. */
void ng_whole_job_free(NgWholeJob *job);

/* Waits so long at most (negative: to the end); true once it has ended. */
bool ng_whole_job_wait(NgWholeJob *job, gint64 microseconds);

/* What an ended job has made, to be taken once: the caller owns both. The layout is NULL if the job was cancelled. */
NgSharedWhole *ng_whole_job_take_whole(NgWholeJob *job);
NgWholeLayout *ng_whole_job_take_layout(NgWholeJob *job);

#endif
