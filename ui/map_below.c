/* Below the map: where the selected place is mentioned, and what it has to do with whom. */
#include "ui/map_private.h"

#include "model/phrase.h"
#include "ui/kwic.h"
#include "ui/status.h"
#include "ui/view_relations.h"

#include <string.h>

#define LEAST_RELATIONS 3 /* a head and two lines; two fifths of the rows where there are more */
#define COUNT_COLS      4

/* ---- mentions ---- */

static int digits(uint32_t number)
{
  return number < 10 ? 1 : 1 + digits(number / 10);
}

static void draw_mention(NgReader *reader, NgCanvas *canvas, NgRect rect, int row, uint32_t ordinal, uint32_t mention,
                         int number_cols)
{
  uint32_t block = ng_article_block_at(reader->article, ng_reader_mentions(reader)[mention].start);
  uint32_t paragraph = ng_article_paragraph_number(reader->article, block);
  g_autofree char *number = g_strdup_printf("%*u", number_cols, ordinal + 1);
  ng_canvas_put(canvas, row, rect.col, number_cols, NG_ROLE_DIM, number, strlen(number));
  int col = rect.col + number_cols + 2;
  if (paragraph) {
    g_autofree char *text = g_strdup_printf("¶%2u", paragraph);
    ng_canvas_put(canvas, row, col, 5, NG_ROLE_DIM, text, strlen(text));
  }
  col += 5;
  ng_kwic_draw(reader, canvas, row, col, rect.col + rect.cols - col, mention, false);
}

static void draw_mentions(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  uint32_t n, height = (uint32_t)MAX(rect.rows - 1, 0);
  const NgEntity *selected = ng_reader_selected(reader);
  const uint32_t *own = ng_article_mentions_of(reader->article, reader->entity, &n);
  g_autofree char *title = g_strdup_printf("Mentions of %s", selected->name);
  uint32_t here = reader->mention == NG_NONE ? 0 : ng_article_mention_ordinal(reader->article, reader->mention);
  uint32_t top = here >= height && n > height ? MIN(here - height / 2, n - height) : 0;
  g_autofree char *right = ng_head_seen(top + 1, MIN(top + height, n), n);
  NgHeadLine head = {.title = title, .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  for (uint32_t i = top; i < n && i - top < height; i++)
    draw_mention(reader, canvas, rect, rect.row + 1 + (int)(i - top), i, own[i], digits(n));
}

/* ---- relations ---- */

/* A line that is written from left to right. */
typedef struct {
  NgCanvas *canvas;
  int row, col, end;
} Line;

static void put(Line *line, NgRole role, const char *text)
{
  line->col += ng_canvas_put_cut(line->canvas, line->row, line->col, line->end - line->col, role, text);
}

/* A piece of the line that ties two names, which has no more than ASCII where the canvas has not. */
static void put_stroke(Line *line, NgRole role, const char *text, const char *ascii)
{
  put(line, NG_ROLE_TEXT, " ");
  put(line, role, line->canvas->ascii ? ascii : text);
  put(line, NG_ROLE_TEXT, " ");
}

static void put_name(Line *line, const NgEntity *e)
{
  put(line, ng_role_of_kind(e->kind), e->name);
}

/* `Antony Blinken ─ hopes to visit ─► Beijing` */
static void draw_relation(const NgEgo *ego, const NgEdge *edge, NgCanvas *canvas, NgRect rect, int row)
{
  const NgEntity *self = ng_ego_entity(ego, 0), *other = ng_ego_entity(ego, edge->to);
  bool in = edge->direction == NG_EDGE_IN;
  Line line = {canvas, row, rect.col, rect.col + rect.cols - COUNT_COLS - 1};
  put_name(&line, in ? other : self);
  put_stroke(&line, NG_ROLE_EDGE, "─", "-");
  put(&line, NG_ROLE_LABEL, edge->label);
  if (edge->direction == NG_EDGE_MUTUAL)
    put_stroke(&line, NG_ROLE_EDGE, "──", "--");
  else
    put_stroke(&line, NG_ROLE_EDGE, "─►", "->");
  put_name(&line, in ? self : other);
  g_autofree char *count = g_strdup_printf("%u", edge->weight);
  ng_canvas_put_right(canvas, row, rect.col + rect.cols - COUNT_COLS, COUNT_COLS, NG_ROLE_DIM, count);
}

/* Whether a marked relation already ties the ego to the entity. */
static bool is_marked(NgReader *reader, const NgEgo *ego, uint32_t entity)
{
  for (uint32_t i = 0; i < ego->n_direct; i++)
    if (!ego->edges[i].weak && ng_relations_is(reader, ego->edges[i].to, entity))
      return true;
  return false;
}

/* `Beijing ╌ named with ╌╌ China 2, Qin Gang`: as many as the line holds. */
static void draw_named_with(NgReader *reader, const NgEgo *ego, NgCanvas *canvas, NgRect rect, int row)
{
  const GArray *pairs = ng_places_shared(reader)->pairs;
  const NgEntity *entities = ng_reader_entities(reader);
  Line line = {canvas, row, rect.col, rect.col + rect.cols};
  bool first = true;
  for (guint i = 0; i < pairs->len && line.col < line.end - 1; i++) {
    const NgCoMention *pair = &g_array_index(pairs, NgCoMention, i);
    if (is_marked(reader, ego, pair->b))
      continue;
    if (first) {
      put_name(&line, ng_ego_entity(ego, 0));
      put_stroke(&line, NG_ROLE_WEAK, "╌", ".");
      put(&line, NG_ROLE_DIM, NG_CO_MENTION_LABEL);
      put_stroke(&line, NG_ROLE_WEAK, "╌╌", "..");
    } else {
      put(&line, NG_ROLE_DIM, ",");
      put(&line, NG_ROLE_TEXT, " ");
    }
    first = false;
    put_name(&line, &entities[pair->b]);
    g_autofree char *count = pair->count > 1 ? g_strdup_printf(" %u", pair->count) : NULL;
    if (count)
      put(&line, NG_ROLE_DIM, count);
  }
}

/* How many marked relations there are, and whether it is named with others besides. */
static uint32_t marked(NgReader *reader, const NgEgo *ego, bool *any_weak)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < ego->n_direct; i++)
    n += !ego->edges[i].weak;
  *any_weak = ng_places_shared(reader)->pairs->len > 0 && ego->n_neighbours > n;
  return n;
}

static void draw_relations(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEgo *ego = ng_relations_ego(reader);
  bool weak;
  uint32_t n = marked(reader, ego, &weak);
  g_autofree char *title = g_strdup_printf("Relations of %s", ng_reader_selected(reader)->name);
  g_autofree char *right = g_strdup_printf("%u of %u", n, ego->n_neighbours);
  NgHeadLine head = {.title = title, .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  int row = rect.row + 1, end = rect.row + rect.rows - (weak ? 1 : 0);
  for (uint32_t i = 0; i < ego->n_direct && row < end; i++)
    if (!ego->edges[i].weak)
      draw_relation(ego, &ego->edges[i], canvas, rect, row++);
  if (weak && row < rect.row + rect.rows)
    draw_named_with(reader, ego, canvas, rect, row);
}

void ng_map_below_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEntity *selected = ng_reader_selected(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  if (!selected || selected->kind != NG_ENTITY_PLACE)
    return;
  bool weak = false;
  uint32_t n = ego ? marked(reader, ego, &weak) : 0;
  int wanted = n || weak ? 1 + (int)MIN(n, 200) + (weak ? 1 : 0) : 0;
  int least = wanted ? MIN(wanted, MAX(LEAST_RELATIONS, rect.rows * 2 / 5)) + 1 : 0;
  int mentions = selected->n_mentions ? MIN(1 + (int)MIN(selected->n_mentions, 10000), MAX(rect.rows - least, 2)) : 0;
  if (mentions)
    draw_mentions(reader, canvas, (NgRect){rect.row, rect.col, mentions, rect.cols});
  int used = mentions ? mentions + 1 : 0;
  if (wanted && rect.rows - used >= 2)
    draw_relations(reader, canvas, (NgRect){rect.row + used, rect.col, rect.rows - used, rect.cols});
}
