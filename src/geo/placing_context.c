#include "geo/placing_private.h"

#include <math.h>

/* Points; see ng_placing_prior. What must hold: London is that of Canada where Ontario is named and nothing of England is; Georgia is the state
 * where Atlanta is named, and the country else; Paris stays that of France where Texas is one of several countries' places. */
#define COUNTRY_BASE      70.0
#define WIDE_BASE         75.0
#define CAPITAL_BONUS     12.0
#define DIVISION_MALUS    8.0
#define SAME_COUNTRY      14.0 /* a place of the country is named */
#define DIVISION_NAMED    30.0 /* the division that it lies in is named */
#define SAME_DIVISION     12.0 /* a place in the division is named */
#define DIVISION_OF_NAMED 18.0 /* it is a division, and a place in it is named */
#define NEAR              12.0 /* a place lies within some hundred kilometres */
#define ONE_IS_AS_LIKELY  8.0  /* so many points make e times as likely */

#define CELL_DEG          5
#define CELL_ROWS         (180 / CELL_DEG)
#define CELL_COLS         (360 / CELL_DEG)

struct _NgPlacingContext {
  const NgGazetteer *gazetteer;
  double *in_country;  /* by place: how many names are of a place in this country, the country included */
  double *in_division; /* ... in this division, the division excluded */
  double *named;       /* ... of this division itself */
  double all;
  double cells[CELL_ROWS][CELL_COLS]; /* ... of a place in this cell of the globe; countries are in none */
};

double ng_placing_prior(const NgGazetteer *gazetteer, const NgPlaceCandidate *candidate)
{
  static const double naming_malus[] = {0, 3, 6, 10};
  NgGazetteerPlace place = ng_gazetteer_place(gazetteer, candidate->place);
  double people = 10 * log10(1 + (double)place.population), score = people;
  switch (place.kind) {
  case NG_PLACE_COUNTRY:
    score = COUNTRY_BASE + people / 5;
    break;
  case NG_PLACE_WIDE:
    score = WIDE_BASE;
    break;
  case NG_PLACE_CAPITAL:
    score += CAPITAL_BONUS;
    break;
  case NG_PLACE_DIVISION:
    score -= DIVISION_MALUS;
    break;
  default:
    break;
  }
  return score - naming_malus[candidate->naming];
}

NgPlacingContext *ng_placing_context_new(const NgGazetteer *gazetteer)
{
  NgPlacingContext *context = g_new0(NgPlacingContext, 1);
  uint32_t n = ng_gazetteer_n_places(gazetteer);
  context->gazetteer = gazetteer;
  context->in_country = g_new0(double, n);
  context->in_division = g_new0(double, n);
  context->named = g_new0(double, n);
  return context;
}

void ng_placing_context_free(NgPlacingContext *context)
{
  if (!context)
    return;
  g_free(context->in_country);
  g_free(context->in_division);
  g_free(context->named);
  g_free(context);
}

/* ---- what is named ---- */

static double *cell_at(NgPlacingContext *context, double lat_deg, double lon_deg)
{
  int row = CLAMP((int)floor((lat_deg + 90) / CELL_DEG), 0, CELL_ROWS - 1);
  int col = CLAMP((int)floor((lon_deg + 180) / CELL_DEG), 0, CELL_COLS - 1);
  return &context->cells[row][col];
}

void ng_placing_context_add_point(NgPlacingContext *context, double lat_deg, double lon_deg)
{
  *cell_at(context, lat_deg, lon_deg) += 1;
}

static void add_candidate(NgPlacingContext *context, uint32_t at, double weight)
{
  NgGazetteerPlace place = ng_gazetteer_place(context->gazetteer, at);
  uint32_t country = ng_gazetteer_country_of(context->gazetteer, at);
  uint32_t division = ng_gazetteer_division_of(context->gazetteer, at);
  if (country != NG_NO_PLACE) {
    context->in_country[country] += weight;
    context->all += weight;
  }
  if (division != NG_NO_PLACE)
    context->in_division[division] += weight;
  if (place.kind == NG_PLACE_DIVISION)
    context->named[at] += weight;
  if (place.kind != NG_PLACE_COUNTRY && !isnan(place.lat_deg))
    *cell_at(context, place.lat_deg, place.lon_deg) += weight;
}

void ng_placing_context_add(NgPlacingContext *context, const NgPlaceCandidate *candidates, guint n, double times)
{
  double best = -INFINITY, all = 0;
  for (guint i = 0; i < n; i++)
    best = MAX(best, candidates[i].score);
  for (guint i = 0; i < n; i++)
    all += exp((candidates[i].score - best) / ONE_IS_AS_LIKELY);
  for (guint i = 0; i < n; i++)
    add_candidate(context, candidates[i].place, times * exp((candidates[i].score - best) / ONE_IS_AS_LIKELY) / all);
}

/* ---- what that says ---- */

/* Names are counted up to one: the second does not tell more. Sums that were taken away again leave a little less than nothing. */
static double up_to_one(double weight)
{
  return CLAMP(weight, 0, 1);
}

/* In the cell of a place and around it. A country is too large to be near to anything. */
static double named_near(const NgPlacingContext *context, const NgGazetteerPlace *place)
{
  if (place->kind == NG_PLACE_COUNTRY || isnan(place->lat_deg))
    return 0;
  int row = (int)floor((place->lat_deg + 90) / CELL_DEG), col = (int)floor((place->lon_deg + 180) / CELL_DEG);
  double weight = 0;
  for (int i = MAX(row - 1, 0); i <= MIN(row + 1, CELL_ROWS - 1); i++)
    for (int k = col - 1; k <= col + 1; k++)
      weight += context->cells[i][(k + CELL_COLS) % CELL_COLS];
  return up_to_one(weight);
}

double ng_placing_context_favours(const NgPlacingContext *context, uint32_t at)
{
  NgGazetteerPlace place = ng_gazetteer_place(context->gazetteer, at);
  uint32_t country = ng_gazetteer_country_of(context->gazetteer, at);
  uint32_t division = ng_gazetteer_division_of(context->gazetteer, at);
  double points = 0, share = 0;
  if (country != NG_NO_PLACE && context->all > 0.01) {
    share = up_to_one(context->in_country[country] / context->all);
    points += SAME_COUNTRY * up_to_one(context->in_country[country]) * (1 + share) / 2;
  }
  double around = NEAR * named_near(context, &place);
  if (division != NG_NO_PLACE)
    around = MAX(around, MAX(DIVISION_NAMED * up_to_one(context->named[division]) * share,
                             SAME_DIVISION * up_to_one(context->in_division[division])));
  if (place.kind == NG_PLACE_DIVISION)
    around = MAX(around, DIVISION_OF_NAMED * up_to_one(context->in_division[at]));
  return points + around;
}
