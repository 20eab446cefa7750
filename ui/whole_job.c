#include "ui/whole_job.h"

#include <signal.h>

/* A layout that takes longer is finished as it is. */
#define LONGEST_US (3 * G_USEC_PER_SEC)

struct _NgWholeJob {
  GPtrArray *articles; /* NgArticle */
  NgFilter *filter;
  NgWholeStyle style;
  NgWholePlace centre;
  bool graph_alone;
  GArray *wanted; /* uint32_t, edges */
  NgSharedWhole *shared;
  NgWholeLayout *layout;
  gint cancelled;
  GThread *thread;
  GMutex mutex;
  GCond ended_now;
  bool ended;
};

static void shared_clear(void *data)
{
  NgSharedWhole *shared = data;
  ng_matrix_free(shared->matrix);
  ng_whole_free(shared->whole);
}

NgSharedWhole *ng_shared_whole_ref(NgSharedWhole *shared)
{
  return g_atomic_rc_box_acquire(shared);
}

void ng_shared_whole_unref(NgSharedWhole *shared)
{
  if (shared)
    g_atomic_rc_box_release_full(shared, shared_clear);
}

/* The heaviest edge of the centre, so that it is drawn with someone. */
static void want_centre(NgWholeJob *job)
{
  const NgWhole *whole = job->shared->whole;
  NgWholePlace centre = job->centre;
  uint32_t best = NG_NONE,
           node = centre.entity == NG_NONE ? NG_NONE : ng_whole_node_of(whole, centre.article, centre.entity);
  for (uint32_t i = 0; i < whole->n_edges && node != NG_NONE; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    bool own = edge->from != edge->to && (edge->from == node || edge->to == node);
    const NgWholeEdge *other = best == NG_NONE ? NULL : &whole->edges[best];
    if (own && (!other || edge->weak < other->weak || (edge->weak == other->weak && edge->weight > other->weight)))
      best = i;
  }
  if (best != NG_NONE)
    g_array_append_val(job->wanted, best);
}

static void lay_out(NgWholeJob *job)
{
  want_centre(job);
  job->style.wanted = (const uint32_t *)(const void *)job->wanted->data;
  job->style.n_wanted = job->wanted->len;
  job->style.deadline_us = g_get_monotonic_time() + LONGEST_US;
  job->layout = ng_whole_layout_new(job->shared->whole, &job->style);
}

static gpointer run(gpointer data)
{
  NgWholeJob *job = data;
  if (!job->shared) {
    job->shared = g_atomic_rc_box_new0(NgSharedWhole);
    job->shared->whole = ng_whole_new((const NgArticle *const *)job->articles->pdata, job->articles->len, job->filter);
    job->shared->matrix = ng_matrix_new(job->shared->whole);
  }
  if (!job->graph_alone)
    lay_out(job);
  g_mutex_lock(&job->mutex);
  job->ended = true;
  g_cond_signal(&job->ended_now);
  g_mutex_unlock(&job->mutex);
  return NULL;
}
/* No signal may go to the thread: they are what wakes the one that waits for keys. */
static void start(NgWholeJob *job)
{
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  job->thread = g_thread_new("layout", run, job);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

NgWholeJob *ng_whole_job_new(const NgArticle *const *articles, uint32_t n, NgSharedWhole *shared,
                             const NgFilter *filter, const NgWholeWish *wish)
{
  NgWholeJob *job = g_new0(NgWholeJob, 1);
  g_autofree char *asked = ng_filter_text(filter);
  job->articles = g_ptr_array_new();
  for (uint32_t i = 0; i < n; i++)
    g_ptr_array_add(job->articles, (gpointer)articles[i]);
  job->filter = ng_filter_parse(asked, NULL);
  job->style = wish->style;
  job->style.cancel = &job->cancelled;
  job->centre = wish->centre;
  job->graph_alone = wish->graph_alone;
  job->wanted = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  if (wish->n_edges)
    g_array_append_vals(job->wanted, wish->edges, wish->n_edges);
  job->shared = shared ? ng_shared_whole_ref(shared) : NULL;
  g_mutex_init(&job->mutex);
  g_cond_init(&job->ended_now);
  start(job);
  return job;
}

void ng_whole_job_cancel(NgWholeJob *job)
{
  g_atomic_int_set(&job->cancelled, 1);
}

void ng_whole_job_free(NgWholeJob *job)
{
  if (!job)
    return;
  g_thread_join(job->thread);
  ng_whole_layout_free(job->layout);
  ng_shared_whole_unref(job->shared);
  ng_filter_free(job->filter);
  g_ptr_array_unref(job->articles);
  g_array_unref(job->wanted);
  g_mutex_clear(&job->mutex);
  g_cond_clear(&job->ended_now);
  g_free(job);
}

bool ng_whole_job_wait(NgWholeJob *job, gint64 microseconds)
{
  gint64 until = g_get_monotonic_time() + microseconds;
  bool in_time = true;
  g_mutex_lock(&job->mutex);
  while (!job->ended && in_time)
    if (microseconds < 0)
      g_cond_wait(&job->ended_now, &job->mutex);
    else
      in_time = g_cond_wait_until(&job->ended_now, &job->mutex, until);
  bool ended = job->ended;
  g_mutex_unlock(&job->mutex);
  return ended;
}

NgSharedWhole *ng_whole_job_take_whole(NgWholeJob *job)
{
  return g_steal_pointer(&job->shared);
}

NgWholeLayout *ng_whole_job_take_layout(NgWholeJob *job)
{
  return g_steal_pointer(&job->layout);
}
