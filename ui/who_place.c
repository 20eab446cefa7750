/* Where a place lies, who says so, and what else it may be. */
#include "model/phrase.h"
#include "ui/places.h"
#include "ui/who_private.h"

#include <string.h>

#define MOST_SHOWN    5 /* of the candidates, around the cursor */
#define MARK_COLS     2 /* the cursor, and the one that the place is */
#define LAT_COLS      6
#define LON_COLS      7
#define POSITION_FROM 40 /* columns: narrower, a candidate tells no coordinates */
#define KIND_COLS     9
#define KIND_FROM     46

/* ---- what is told ---- */

/* `A, B, C`, with each name once. The caller frees it. */
static char *full_name(const NgGazetteerPlace *place)
{
  bool division = *place->division && strcmp(place->division, place->name) != 0;
  bool country = *place->country && strcmp(place->country, place->name) != 0;
  return g_strdup_printf("%s%s%s%s%s", place->name, division ? ", " : "", division ? place->division : "",
                         country ? ", " : "", country ? place->country : "");
}

/* Who says where it lies. The caller frees it. */
static char *source_text(const NgAtlasPlace *place)
{
  g_autofree char *of =
      place->n_candidates > 1 ? g_strdup_printf(", %u of %u", place->chosen + 1, place->n_candidates) : g_strdup("");
  if (place->source == NG_ATLAS_MARKUP)
    return g_strdup("told by the article");
  if (place->source == NG_ATLAS_USER)
    return g_strdup_printf("chosen by you%s", of);
  if (place->n_candidates > 1 && place->chosen == 0)
    return g_strdup_printf("by the gazetteer, the likeliest of %u", place->n_candidates);
  return g_strdup_printf("by the gazetteer%s", of);
}

static char *position_text(const NgAtlas *atlas, const NgAtlasPlace *place)
{
  const char *trouble = ng_atlas_trouble(atlas);
  if (place->source == NG_ATLAS_NOWHERE)
    return g_strdup(trouble ? trouble : "not known: the gazetteer has no such name");
  g_autofree char *source = source_text(place), *position = NULL;
  if (place->source == NG_ATLAS_WIDE)
    return g_strdup_printf("too wide for a point, %s", source);
  position = ng_phrase_position(place->lat_deg, place->lon_deg);
  return g_strdup_printf("%s, %s", position, source);
}

/* ---- candidates ---- */

/* Several are to be chosen from; the only one is told where it has another name than the article gives it. */
static void add_candidates(NgWho *who, const NgAtlasPlace *place)
{
  if (place->n_candidates == 0 || (who->form == NG_WHO_PANE && place->n_candidates > 1))
    return;
  if (place->n_candidates == 1) {
    const NgGazetteerPlace *only = &place->candidates[0].place;
    g_autofree char *name = full_name(only);
    g_autofree char *text = g_strdup_printf("%s (%s)", name, ng_place_kind_word(only->kind));
    if (strcmp(only->name, place->name) != 0)
      ng_who_add_text(who, "Found as", text, 1);
    return;
  }
  uint32_t cursor = who->cursor.candidate == NG_NONE ? place->chosen : who->cursor.candidate;
  uint32_t first = cursor > MOST_SHOWN / 2 ? cursor - MOST_SHOWN / 2 : 0;
  first = MIN(first, place->n_candidates > MOST_SHOWN ? place->n_candidates - MOST_SHOWN : 0);
  for (uint32_t i = first; i < place->n_candidates && i < first + MOST_SHOWN; i++)
    ng_who_add(who, (NgWhoRow){.kind = NG_WHO_ROW_CANDIDATE, .label = i == first ? "May be" : NULL, .candidate = i});
  g_autofree char *rest = g_strdup_printf("%u to %u of %u", first + 1, first + MOST_SHOWN, place->n_candidates);
  if (place->n_candidates > MOST_SHOWN)
    ng_who_add_text(who, NULL, rest, 1);
}

/* Whether the article tells what the place does: a place does nothing, so those who govern there are meant. */
static bool acts(const NgReader *reader)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(reader->article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const char *kind = relations[i].kind;
    bool lies = kind && (strcmp(kind, "located") == 0 || strcmp(kind, "based") == 0);
    if (!lies &&
        (relations[i].subject == reader->entity || (!relations[i].directed && relations[i].object == reader->entity)))
      return true;
  }
  return false;
}

/* "Washington accused": its relations are those of the government that sits there. */
static void add_government(NgWho *who, const NgReader *reader, const NgAtlasPlace *place)
{
  const NgGazetteerPlace *meant = place->chosen < place->n_candidates ? &place->candidates[place->chosen].place : NULL;
  if (!meant || meant->kind != NG_PLACE_CAPITAL || !*meant->country || !acts(reader))
    return;
  g_autofree char *text = g_strdup_printf("the government (%s)", meant->country);
  ng_who_add_text(who, "Acts for", text, 1);
}

void ng_who_add_place(NgWho *who, NgReader *reader)
{
  const NgAtlas *atlas = ng_reader_selected(reader)->kind == NG_ENTITY_PERSON ? NULL : ng_places_atlas(reader);
  const NgAtlasPlace *place = ng_where_in(atlas, reader->entity);
  if (!place)
    return;
  bool pane = who->form == NG_WHO_PANE;
  g_autofree char *position = position_text(atlas, place);
  ng_who_add_text(who, "Country", ng_place_where(reader, reader->entity).country, 1);
  ng_who_add_text(who, pane ? "At" : "Position", position, pane ? 1 : 2);
  add_government(who, reader, place);
  add_candidates(who, place);
}

/* ---- drawing ---- */

/* Both numbers aligned on their decimal points. */
static void put_position(NgCanvas *canvas, int row, int col, const NgGazetteerPlace *place)
{
  NgDegrees at = {place->lat_deg, place->lon_deg};
  if (!ng_degrees_valid(at))
    return;
  g_autofree char *position = ng_phrase_position(at.lat_deg, at.lon_deg);
  char *space = strchr(position, ' ');
  *space = '\0';
  ng_canvas_put_right(canvas, row, col, LAT_COLS, NG_ROLE_DIM, position);
  ng_canvas_put_right(canvas, row, col + LAT_COLS, LON_COLS, NG_ROLE_DIM, space + 1);
}

void ng_who_draw_candidate(const NgWho *who, const NgWhoRow *row, NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgAtlasPlace *place = ng_where_in(ng_places_atlas(reader), reader->entity);
  if (!place || row->candidate >= place->n_candidates)
    return;
  const NgGazetteerPlace *candidate = &place->candidates[row->candidate].place;
  bool current = row->candidate == who->cursor.candidate && who->cursor.item == NG_NONE;
  const char *kind = ng_place_kind_word(candidate->kind);
  bool beside = rect.cols >= KIND_FROM; /* else two of one name and one country would look the same */
  g_autofree char *full = full_name(candidate);
  g_autofree char *name = beside ? g_strdup(full) : g_strdup_printf("%s %s", kind, full);
  int end = rect.col + rect.cols;
  if (current)
    ng_canvas_put(canvas, rect.row, rect.col, 1, NG_ROLE_KEY, "›", strlen("›"));
  else if (row->candidate == place->chosen)
    ng_canvas_put(canvas, rect.row, rect.col, 1, NG_ROLE_PIN, "●", strlen("●"));
  if (rect.cols >= POSITION_FROM)
    put_position(canvas, rect.row, end -= LAT_COLS + LON_COLS, candidate);
  if (beside)
    ng_canvas_put_cut(canvas, rect.row, end -= KIND_COLS, KIND_COLS, NG_ROLE_DIM, kind);
  int col = rect.col + MARK_COLS;
  ng_canvas_put_cut(canvas, rect.row, col, end - col - 1, current ? NG_ROLE_CHOSEN_PLACE : NG_ROLE_PLACE, name);
  if (current)
    ng_canvas_cursor(canvas, rect.row, col);
}
