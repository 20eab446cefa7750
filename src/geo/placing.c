#include "geo/placing_private.h"

#include <math.h>
#include <string.h>

#define HINT_BONUS   200.0 /* points: what is told of its country outweighs all else */
#define AWAY_PER_DEG 4.0   /* points that a degree costs between coordinates and a candidate */
#define PASSES       2     /* what is likely by the others makes others likely */

typedef struct {
  const NgGazetteer *gazetteer;
  const NgNamedPlace *named;
  NgPlacing *placing;
  GArray
      *candidates; /* NgPlaceCandidate of all names, with those of names that lie somewhere, which are context alone */
  NgPlacedName *names; /* slices of them */
  double *prior;       /* of each candidate */
} Work;

bool ng_placing_lies(double lat_deg, double lon_deg)
{
  return fabs(lat_deg) <= 90 && fabs(lon_deg) <= 180;
}

bool ng_placing_asks(const NgNamedPlace *named, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (!ng_placing_lies(named[i].lat_deg, named[i].lon_deg))
      return true;
  return false;
}

void ng_placing_free(NgPlacing *placing)
{
  if (!placing)
    return;
  g_free(placing->names);
  g_array_unref(placing->candidates);
  g_free(placing);
}

/* ---- candidates ---- */

/* The countries and divisions that a hint means. */
static guint hinted(const NgGazetteer *gazetteer, const char *hint, gsize bytes, uint32_t places[NG_GAZETTEER_HITS])
{
  NgGazetteerHit hits[NG_GAZETTEER_HITS];
  g_autofree char *code = g_strndup(hint, bytes);
  uint32_t country = ng_gazetteer_country(gazetteer, code);
  guint n = 0, n_hits = 0;
  if (country != NG_NO_PLACE)
    places[n++] = country;
  else
    n_hits = ng_gazetteer_look_up(gazetteer, hint, bytes, hits);
  for (guint i = 0; i < n_hits; i++) {
    NgPlaceKind kind = ng_gazetteer_place(gazetteer, hits[i].place).kind;
    if ((kind == NG_PLACE_COUNTRY || kind == NG_PLACE_DIVISION) && hits[i].naming != NG_NAMED_DEMONYM)
      places[n++] = hits[i].place;
  }
  return n;
}

static double hint_points(const NgGazetteer *gazetteer, uint32_t place, const char *hint, gsize bytes)
{
  uint32_t places[NG_GAZETTEER_HITS];
  guint n = hinted(gazetteer, hint, bytes, places);
  uint32_t country = ng_gazetteer_country_of(gazetteer, place);
  uint32_t division = ng_gazetteer_division_of(gazetteer, place);
  for (guint i = 0; i < n; i++)
    if (places[i] == country || places[i] == division)
      return HINT_BONUS;
  return 0;
}

/* What is to be added to the prior of a candidate for what the article tells of it. */
static double told_points(const Work *w, const NgNamedPlace *named, uint32_t place)
{
  double points = named->country ? hint_points(w->gazetteer, place, named->country, strlen(named->country)) : 0;
  NgGazetteerPlace p = ng_gazetteer_place(w->gazetteer, place);
  if (ng_placing_lies(named->lat_deg, named->lon_deg) && !isnan(p.lat_deg)) {
    double east = fabs(p.lon_deg - named->lon_deg);
    points -= AWAY_PER_DEG * hypot(p.lat_deg - named->lat_deg, MIN(east, 360 - east));
  }
  return points;
}

static void add_candidate(Work *w, const NgNamedPlace *named, NgGazetteerHit hit, double points)
{
  NgPlaceCandidate candidate = {hit.place, hit.naming, 0};
  candidate.score = ng_placing_prior(w->gazetteer, &candidate) + told_points(w, named, hit.place) + points;
  g_array_append_val(w->candidates, candidate);
}

static bool look_up(Work *w, const NgNamedPlace *named, const char *name, gsize bytes)
{
  NgGazetteerHit hits[NG_GAZETTEER_HITS];
  guint n = ng_gazetteer_look_up(w->gazetteer, name, bytes, hits);
  for (guint i = 0; i < n; i++)
    add_candidate(w, named, hits[i], 0);
  return n > 0;
}

/* "Paris, Texas": what follows the last comma tells where; only candidates that lie there are taken. */
static bool look_up_in(Work *w, const NgNamedPlace *named, const char *name)
{
  const char *comma = strrchr(name, ',');
  if (!comma || comma == name)
    return false;
  NgGazetteerHit hits[NG_GAZETTEER_HITS];
  guint n = ng_gazetteer_look_up(w->gazetteer, name, (gsize)(comma - name), hits), before = w->candidates->len;
  for (guint i = 0; i < n; i++) {
    double points = hint_points(w->gazetteer, hits[i].place, comma + 1, strlen(comma + 1));
    if (points > 0)
      add_candidate(w, named, hits[i], points);
  }
  return w->candidates->len > before;
}

static bool look_up_any_form(Work *w, const NgNamedPlace *named, const char *name)
{
  bool article = g_ascii_strncasecmp(name, "the ", 4) == 0;
  return look_up(w, named, name, strlen(name)) || (article && look_up(w, named, name + 4, strlen(name + 4))) ||
         look_up_in(w, named, name);
}

static void find_candidates(Work *w, uint32_t i)
{
  const NgNamedPlace *named = &w->named[i];
  w->names[i].first = w->candidates->len;
  bool known = look_up_any_form(w, named, named->name);
  for (const char *const *alias = named->aliases; alias && *alias && !known; alias++)
    known = look_up_any_form(w, named, *alias);
  w->names[i].n = w->candidates->len - w->names[i].first;
}

/* ---- weighing ---- */

/* NULL where there are none. */
static const NgPlaceCandidate *candidates_of(const Work *w, uint32_t i)
{
  return w->names[i].n ? &g_array_index(w->candidates, NgPlaceCandidate, w->names[i].first) : NULL;
}

static NgPlacingContext *context_of(const Work *w, uint32_t n)
{
  NgPlacingContext *context = ng_placing_context_new(w->gazetteer);
  for (uint32_t i = 0; i < n; i++) {
    ng_placing_context_add(context, candidates_of(w, i), w->names[i].n, 1);
    if (w->names[i].n == 0 && ng_placing_lies(w->named[i].lat_deg, w->named[i].lon_deg))
      ng_placing_context_add_point(context, w->named[i].lat_deg, w->named[i].lon_deg);
  }
  return context;
}

/* Scores all candidates anew, each name by the others. */
static void weigh(Work *w, uint32_t n)
{
  g_autoptr(NgPlacingContext) context = context_of(w, n);
  g_autoptr(GArray) scores = g_array_new(FALSE, FALSE, sizeof(double));
  for (uint32_t i = 0; i < n; i++) {
    const NgPlaceCandidate *own = candidates_of(w, i);
    ng_placing_context_add(context, own, w->names[i].n, -1);
    for (uint32_t k = 0; k < w->names[i].n; k++) {
      double score = w->prior[w->names[i].first + k] + ng_placing_context_favours(context, own[k].place);
      g_array_append_val(scores, score);
    }
    ng_placing_context_add(context, own, w->names[i].n, 1);
  }
  for (guint k = 0; k < scores->len; k++)
    g_array_index(w->candidates, NgPlaceCandidate, k).score = g_array_index(scores, double, k);
}

/* ---- results ---- */

static int likeliest_first(const void *a, const void *b)
{
  const NgPlaceCandidate *x = a, *y = b;
  if (x->score < y->score || x->score > y->score)
    return x->score > y->score ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* What lies somewhere needs no candidates. */
static void hand_over(const Work *w, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    NgPlacedName *name = &w->placing->names[i];
    *name = (NgPlacedName){w->placing->candidates->len, 0};
    if (w->names[i].n == 0 || ng_placing_lies(w->named[i].lat_deg, w->named[i].lon_deg))
      continue;
    name->n = w->names[i].n;
    g_array_append_vals(w->placing->candidates, candidates_of(w, i), name->n);
    NgPlaceCandidate *candidates = &g_array_index(w->placing->candidates, NgPlaceCandidate, name->first);
    qsort(candidates, name->n, sizeof *candidates, likeliest_first);
  }
}

static void place_all(Work *w, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    find_candidates(w, i);
  w->prior = g_new(double, w->candidates->len + 1);
  for (guint k = 0; k < w->candidates->len; k++)
    w->prior[k] = g_array_index(w->candidates, NgPlaceCandidate, k).score;
  for (int pass = 0; pass < PASSES; pass++)
    weigh(w, n);
  hand_over(w, n);
  g_free(w->prior);
}

NgPlacing *ng_placing_new(const NgGazetteer *gazetteer, const NgNamedPlace *named, uint32_t n)
{
  NgPlacing *placing = g_new0(NgPlacing, 1);
  placing->names = g_new0(NgPlacedName, (gsize)n + 1);
  placing->n_names = n;
  placing->candidates = g_array_new(FALSE, FALSE, sizeof(NgPlaceCandidate));
  if (!gazetteer || !ng_placing_asks(named, n))
    return placing;
  g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(NgPlaceCandidate));
  g_autofree NgPlacedName *names = g_new0(NgPlacedName, n);
  Work w = {gazetteer, named, placing, candidates, names, NULL};
  place_all(&w, n);
  return placing;
}
