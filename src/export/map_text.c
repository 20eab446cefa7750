/* Places as a table: what the map says, for eyes without one. */
#include "export/map.h"
#include "model/phrase.h"

#include <string.h>

typedef enum { NUMBER, NAME, COUNTRY, POSITION, MENTIONS, ARTICLES, N_COLUMNS } Column;

/* What a cell says; empty where that is not known. The caller frees it. */
static char *cell_of(const NgMapPlace *place, guint number, Column column)
{
  switch (column) {
  case NUMBER:
    return g_strdup_printf("%u", number);
  case NAME:
    return g_strdup(place->name);
  case COUNTRY:
    return g_strdup(place->country ? place->country : "");
  case POSITION:
    return place->source == NG_POSITION_UNKNOWN ? g_strdup("") : ng_phrase_position(place->lat_deg, place->lon_deg);
  case MENTIONS:
    return ng_phrase_count(place->n_mentions, "mention", "mentions");
  default:
    return ng_phrase_count(place->articles->len, "article", "articles");
  }
}

static void put_cell(const char *cell, int cols, bool right, FILE *out)
{
  int pad = MAX(cols - ng_text_cols(cell, strlen(cell)), 0);
  fprintf(out, "%*s%s%*s", right ? pad : 0, "", cell, right ? 0 : pad, "");
}

static void put_row(const NgMapPlace *place, guint number, const int *cols, FILE *out)
{
  for (Column column = 0; column < N_COLUMNS; column++) {
    g_autofree char *cell = cell_of(place, number, column);
    if (cols[column] == 0)
      continue;
    fputs(column == NUMBER ? "" : "  ", out);
    put_cell(cell, column == ARTICLES ? 0 : cols[column], column == NUMBER || column == MENTIONS, out);
  }
  putc_unlocked('\n', out);
}

/* The rows of those that lie somewhere, or nowhere. */
static void put_rows(const NgMapPlace *const *all, guint n, bool somewhere, FILE *out)
{
  int cols[N_COLUMNS] = {0};
  for (guint i = 0; i < n; i++)
    for (Column column = 0; column < N_COLUMNS; column++) {
      g_autofree char *cell = cell_of(all[i], i + 1, column);
      if ((all[i]->source != NG_POSITION_UNKNOWN) == somewhere)
        cols[column] = MAX(cols[column], ng_text_cols(cell, strlen(cell)));
    }
  for (guint i = 0; i < n; i++)
    if ((all[i]->source != NG_POSITION_UNKNOWN) == somewhere)
      put_row(all[i], i + 1, cols, out);
}

void ng_export_map_text(NgMapPlaces *places, FILE *out)
{
  guint n, n_somewhere = 0;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  for (guint i = 0; i < n; i++)
    n_somewhere += all[i]->source != NG_POSITION_UNKNOWN;
  if (n == 0)
    return;
  fprintf(out, "%u %s of %s\n", n, ng_phrase_kind(NG_ENTITY_PLACE, n), ng_map_places_title(places));
  put_rows(all, n, true, out);
  if (n_somewhere == n)
    return;
  fputs("\nWithout coordinates\n", out);
  put_rows(all, n, false, out);
}
