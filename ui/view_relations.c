#include "ui/view_relations.h"

#include "model/phrase.h"
#include "ui/evidence.h"
#include "ui/status.h"

#include <string.h>

#define LEAST_EVIDENCE        7   /* rows for the sentences of the picked edge, their head included */
#define LEAST_EVIDENCE_SCREEN 14  /* with fewer rows there is the picture alone */
#define LONG_HEAD_COLS        100 /* from here on the head of the sentences says who tied the two */
#define TREE_MARK_COLS        2   /* before a tree, for `›` */
#define SHORT_HEAD_COLS       44  /* below, the head does not say whose relations */

/* One way to see the ego network with the whole screen to it; `v` goes from one to the next. */
typedef struct {
  const char *name;
  NgPicture *(*draw)(const NgEgo *ego, const NgFanOptions *options);
  NgPick (*walk)(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction);
  int indent; /* columns before the picture */
  bool marks; /* `›` stands before the picked row */
  bool full;  /* sentences stand below only where they are asked for, or where the whole picture leaves them room */
} View;

static NgPicture *draw_tree(const NgEgo *ego, const NgFanOptions *options)
{
  NgTreeOptions tree = {.cols = options->cols, .ascii = options->ascii, .pick = options->pick};
  return ng_tree_draw(ego, &tree);
}

static const View views[] = {
    {"ego", ng_fan_draw, ng_picture_walk, 1, false, false},
    {"tree", draw_tree, ng_tree_walk, TREE_MARK_COLS, true, true},
};

struct NgRelations {
  NgNetwork *network; /* made at the first drawing */
  NgEgo *ego;
  uint32_t entity; /* whose ego it is */
  int ego_hops;    /* how many it has */
  int hops;        /* how many the zoomed view shows */
  guint view;      /* into `views`: which one that is */
  NgPick pick;
  GArray *before;     /* uint32_t: the centres before this one */
  NgPicture *picture; /* of the last drawing */
  NgRect at;          /* where it lies */
  int top;            /* its first row on the screen */
  bool in_evidence;   /* j and k go through the sentences of the picked edge */
  uint32_t sentence;  /* the one under the cursor */
};

static NgRelations *relations_of(NgReader *reader)
{
  if (!reader->relations) {
    NgRelations *relations = g_new0(NgRelations, 1);
    relations->network = ng_network_new(reader->article);
    relations->entity = NG_NONE;
    relations->hops = 2;
    relations->pick = NG_PICK_NOTHING;
    relations->before = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    reader->relations = relations;
  }
  return reader->relations;
}

void ng_relations_free(NgRelations *relations)
{
  if (!relations)
    return;
  ng_picture_free(relations->picture);
  ng_ego_free(relations->ego);
  ng_network_free(relations->network);
  g_array_unref(relations->before);
  g_free(relations);
}

static bool is_zoomed(const NgReader *reader)
{
  return reader->zoomed && reader->focus == NG_PANE_RELATIONS;
}

/* In a pane it is always the fan. */
static const View *view_of(NgReader *reader)
{
  return &views[is_zoomed(reader) ? relations_of(reader)->view : 0];
}

const NgEgo *ng_relations_ego(NgReader *reader)
{
  NgRelations *r = relations_of(reader);
  int hops = is_zoomed(reader) ? r->hops : 1;
  if (reader->entity == r->entity && hops == r->ego_hops)
    return r->ego;
  if (reader->entity != r->entity) {
    r->pick = NG_PICK_NOTHING;
    r->in_evidence = false;
  }
  g_clear_pointer(&r->ego, ng_ego_free);
  g_clear_pointer(&r->picture, ng_picture_free);
  r->entity = reader->entity;
  r->ego_hops = hops;
  if (reader->entity != NG_NONE)
    r->ego = ng_ego_new(r->network, reader->entity, hops);
  if (r->ego && r->pick.edge != NG_NONE && r->pick.edge >= r->ego->n_edges)
    r->pick = NG_PICK_NOTHING;
  return r->ego;
}

uint32_t ng_relations_edge(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgPick pick = ng_relations_pick(reader);
  if (pick.edge != NG_NONE)
    return pick.edge;
  return ego && ego->n_edges ? 0 : NG_NONE;
}

/* In focus, or with its evidence open beside it, an edge is always picked. */
NgPick ng_relations_pick(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgRelations *r = relations_of(reader);
  bool wanted = reader->focus == NG_PANE_RELATIONS || reader->layout.panes[NG_PANE_EVIDENCE].rows > 0;
  if (r->pick.edge == NG_NONE && !r->pick.on_node && wanted && ego && ego->n_edges)
    return (NgPick){0, false};
  return r->pick;
}

void ng_relations_set_pick(NgReader *reader, NgPick pick)
{
  relations_of(reader)->pick = pick;
}

/* ---- drawing ---- */

static NgPicture *draw_picture(NgReader *reader, int cols, int rows, bool ascii)
{
  const NgEgo *ego = ng_relations_ego(reader);
  bool zoomed = is_zoomed(reader);
  NgFanOptions options = {
      .cols = cols, .rows = rows, .cut = false, .zoomed = zoomed, .ascii = ascii, .pick = ng_relations_pick(reader)};
  return ego ? view_of(reader)->draw(ego, &options) : NULL;
}

int ng_relations_rows(NgReader *reader, int cols, int room)
{
  g_autoptr(NgPicture) picture = draw_picture(reader, cols - NG_MARK_COLS, room, false);
  return picture ? picture->needed_rows : 0;
}

static NgRole role_of(uint8_t ink)
{
  static const NgRole roles[NG_N_INKS] = {
      [NG_INK_NONE] = NG_ROLE_TEXT,
      [NG_INK_WEAK] = NG_ROLE_WEAK,
      [NG_INK_EDGE] = NG_ROLE_EDGE,
      [NG_INK_SELECTED] = NG_ROLE_LIT,
      [NG_INK_EGO] = NG_ROLE_FOCUS,
      [NG_INK_LABEL] = NG_ROLE_LABEL,
      [NG_INK_DIM] = NG_ROLE_DIM,
      [NG_INK_COUNT] = NG_ROLE_TEXT,
      [NG_INK_PERSON] = NG_ROLE_PERSON,
      [NG_INK_PLACE] = NG_ROLE_PLACE,
      [NG_INK_ORGANISATION] = NG_ROLE_ORGANISATION,
      [NG_INK_EVENT] = NG_ROLE_ORGANISATION,
      [NG_INK_EGO_NAME] = NG_ROLE_STRONG,
      [NG_INK_HERE] = NG_ROLE_CHOSEN,
  };
  return roles[ink];
}

static void put_lines(const NgPicture *picture, NgCanvas *canvas, NgRect rect, int top)
{
  for (int row = 0; row < rect.rows && top + row < picture->rows; row++)
    for (int col = 0; col < picture->cols && col < rect.cols; col++) {
      const NgCell *cell = &picture->cells[(top + row) * picture->cols + col];
      if (cell->covered || cell->ink == NG_INK_NONE)
        continue;
      const char *glyph = ng_picture_glyph(picture, top + row, col);
      ng_canvas_put(canvas, rect.row + row, rect.col + col, 1, role_of(cell->ink), glyph, strlen(glyph));
    }
}

static void put_runs(const NgPicture *picture, NgCanvas *canvas, NgRect rect, int top)
{
  for (uint32_t i = 0; i < picture->n_runs; i++) {
    const NgRun *run = &picture->runs[i];
    int row = run->row - top;
    if (row < 0 || row >= rect.rows)
      continue;
    ng_canvas_put(canvas, rect.row + row, rect.col + run->col, rect.cols - run->col, role_of(run->ink),
                  picture->text + run->text, run->bytes);
  }
}

/* The cursor goes where the pick is: to the name, or to the label of the line. */
static void put_cursor(const NgPicture *picture, NgPick pick, NgCanvas *canvas, NgRect rect, int top)
{
  const NgSpot *spot = pick.edge == NG_NONE && !pick.on_node ? NULL : ng_picture_spot(picture, pick.edge);
  if (!spot)
    return;
  int row = pick.on_node || spot->label_cols == 0 ? spot->row : spot->label_row;
  int col = pick.on_node || spot->label_cols == 0 ? spot->col : spot->label_col;
  if (row - top >= 0 && row - top < rect.rows)
    ng_canvas_cursor(canvas, rect.row + row - top, rect.col + col);
}

/* `›` before the row of the pick. */
static void put_mark(const NgPicture *picture, NgPick pick, NgCanvas *canvas, NgRect rect, int top)
{
  const NgSpot *spot = pick.edge == NG_NONE && !pick.on_node ? NULL : ng_picture_spot(picture, pick.edge);
  if (spot && spot->row >= top && spot->row - top < rect.rows)
    ng_canvas_put(canvas, rect.row + spot->row - top, rect.col - TREE_MARK_COLS, 1, NG_ROLE_KEY, "›", strlen("›"));
}

/* The first row to show, so that the pick is among them. */
static int scrolled(const NgRelations *r, NgPick pick, int rows)
{
  const NgSpot *spot = ng_picture_spot(r->picture, pick.edge);
  int top = CLAMP(r->top, 0, MAX(r->picture->rows - rows, 0));
  if (!spot)
    return top;
  int first = MIN(spot->row, spot->label_row), last = MAX(spot->row + spot->rows, spot->label_row + 1);
  if (last > top + rows)
    top = last - rows;
  return first < top ? MAX(first, 0) : top;
}

static void draw_head(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEntity *selected = ng_reader_selected(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  NgRelations *r = relations_of(reader);
  bool named = selected && rect.cols >= SHORT_HEAD_COLS;
  g_autofree char *title = named ? g_strdup_printf("Relations of %s", selected->name) : g_strdup("Relations");
  g_autofree char *hops = is_zoomed(reader) ? g_strdup_printf("%s · %d %s · ", view_of(reader)->name, r->hops,
                                                              r->hops == 1 ? "hop" : "hops")
                                            : g_strdup("");
  g_autofree char *right = ego ? g_strdup_printf("%s%u of %u", hops, ego->n_shown, ego->n_neighbours) : NULL;
  NgHeadLine head = {.key = "4", .title = title, .right = right, .focus = reader->focus == NG_PANE_RELATIONS};
  ng_head_draw(&head, canvas, rect.row, rect.col + 1, rect.cols - 1);
}

static void draw_body(NgReader *reader, NgCanvas *canvas, NgRect body)
{
  NgRelations *r = relations_of(reader);
  ng_picture_free(r->picture);
  r->picture = draw_picture(reader, body.cols, body.rows, canvas->ascii);
  r->at = body;
  if (!r->picture || r->ego->n_edges == 0) {
    ng_canvas_put_cut(canvas, body.row, body.col, body.cols, NG_ROLE_DIM, "no relation is told of here");
    return;
  }
  NgPick pick = ng_relations_pick(reader);
  r->top = scrolled(r, pick, body.rows);
  put_lines(r->picture, canvas, body, r->top);
  put_runs(r->picture, canvas, body, r->top);
  if (view_of(reader)->marks)
    put_mark(r->picture, pick, canvas, body, r->top);
  if (reader->focus == NG_PANE_RELATIONS && !r->in_evidence)
    put_cursor(r->picture, pick, canvas, body, r->top);
}

/* What the picked edge rests on, below the picture: its sentences under a head of their own. */
static void draw_evidence(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEgo *ego = ng_relations_ego(reader);
  uint32_t edge = ng_relations_edge(reader);
  if (edge == NG_NONE || rect.rows < 2)
    return;
  const NgEdge *e = &ego->edges[edge];
  g_autofree char *phrase = ng_ego_phrase(ego, edge);
  g_autofree char *sentences = ng_phrase_count(e->n_evidence, "sentence", "sentences");
  g_autofree char *right =
      rect.cols < LONG_HEAD_COLS
          ? g_strdup_printf("%u", e->n_evidence)
          : g_strdup_printf("%s · %s", sentences, e->weak ? "named together" : "marked in the text");
  NgHeadLine head = {.title = phrase, .right = right, .focus = relations_of(reader)->in_evidence};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  NgRect list = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
  ng_evidence_draw(reader, canvas, list, ego->evidence + e->first_evidence, e->n_evidence,
                   ng_relations_sentence(reader));
}

/* How many of `rows` the evidence of the picked edge gets in the zoomed view. */
static int evidence_rows(NgReader *reader, int rows, int cols)
{
  const NgEgo *ego = ng_relations_ego(reader);
  uint32_t edge = ng_relations_edge(reader);
  if (!is_zoomed(reader) || edge == NG_NONE || rows < LEAST_EVIDENCE_SCREEN)
    return 0;
  const NgEdge *e = &ego->edges[edge];
  int most = MAX(LEAST_EVIDENCE, rows / 4);
  int needed = 1 + ng_evidence_rows(reader->article, ego->evidence + e->first_evidence, e->n_evidence, cols, most);
  return relations_of(reader)->in_evidence ? MAX(most, LEAST_EVIDENCE) : MIN(MAX(needed, LEAST_EVIDENCE), most);
}

/* The picture above, with a blank row before and after it where there is room; the evidence has what is left. */
static void divide(NgReader *reader, NgRect *body, NgRect *evidence)
{
  int rows = body->rows, least = evidence_rows(reader, rows, evidence->cols);
  if (least == 0)
    return;
  g_autoptr(NgPicture) picture = draw_picture(reader, body->cols, rows - least, false);
  bool airy = picture && picture->rows + 2 + least <= rows;
  if (!airy && view_of(reader)->full && !relations_of(reader)->in_evidence)
    return;
  body->row += airy ? 1 : 0;
  body->rows = airy ? picture->rows : rows - least;
  evidence->rows = airy ? rows - 2 - picture->rows : least;
  evidence->row = body->row + body->rows + (airy ? 1 : 0);
}

void ng_relations_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  draw_head(reader, canvas, rect);
  int indent = is_zoomed(reader) ? view_of(reader)->indent : NG_MARK_COLS;
  NgRect body = {rect.row + 1, rect.col + indent, rect.rows - 1, rect.cols - indent};
  if (body.rows < 1 || body.cols < 1)
    return;
  NgRect evidence = {0, rect.col + NG_MARK_COLS, 0, rect.cols - NG_MARK_COLS};
  divide(reader, &body, &evidence);
  draw_body(reader, canvas, body);
  draw_evidence(reader, canvas, evidence);
}

/* ---- walking ---- */

static const NgEdge *picked_edge(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  uint32_t edge = ng_relations_edge(reader);
  return ego && edge != NG_NONE ? &ego->edges[edge] : NULL;
}

static void walk_evidence(NgReader *reader, NgDirection direction, int count)
{
  NgRelations *r = relations_of(reader);
  const NgEdge *edge = picked_edge(reader);
  gint64 last = edge ? (gint64)edge->n_evidence - 1 : 0;
  if (direction == NG_LEFT)
    r->in_evidence = false;
  else if (direction != NG_RIGHT)
    r->sentence = (uint32_t)CLAMP((gint64)r->sentence + (direction == NG_DOWN ? count : -count), 0, MAX(last, 0));
}

bool ng_relations_enter_evidence(NgReader *reader)
{
  NgRelations *r = relations_of(reader);
  const NgEdge *edge = picked_edge(reader);
  if (!edge || edge->n_evidence == 0)
    return false;
  r->pick = ng_relations_pick(reader);
  r->in_evidence = true;
  r->sentence = 0;
  if (reader->layout.panes[NG_PANE_EVIDENCE].rows == 0)
    reader->zoomed = true;
  return true;
}

void ng_relations_leave_evidence(NgReader *reader)
{
  relations_of(reader)->in_evidence = false;
}

uint32_t ng_relations_sentence(NgReader *reader)
{
  const NgRelations *r = relations_of(reader);
  return r->in_evidence && reader->focus == NG_PANE_RELATIONS ? r->sentence : NG_NONE;
}

/* The first mention of the entity in the range, or NG_NONE. */
static uint32_t mention_in(const NgReader *reader, uint32_t entity, NgRange range)
{
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(reader->article, &n);
  for (uint32_t i = ng_article_first_mention_from(reader->article, range.start); i < n && mentions[i].start < range.end;
       i++)
    if (mentions[i].entity == entity)
      return i;
  return NG_NONE;
}

void ng_relations_go_to_sentence(NgReader *reader)
{
  NgRelations *r = relations_of(reader);
  const NgEdge *edge = picked_edge(reader);
  if (!edge || !r->in_evidence)
    return;
  const NgEvidence *sentence = &r->ego->evidence[edge->first_evidence + r->sentence];
  uint32_t start = sentence->start;
  uint32_t mention = mention_in(reader, reader->entity, (NgRange){start, sentence->end});
  r->in_evidence = false;
  reader->zoomed = false;
  reader->focus = NG_PANE_ARTICLE;
  ng_reader_remember(reader);
  ng_reader_go_to(reader, start);
  if (mention != NG_NONE)
    ng_reader_select(reader, reader->entity, mention);
}

void ng_relations_walk(NgReader *reader, NgDirection direction, int count)
{
  NgRelations *r = relations_of(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  if (r->in_evidence) {
    walk_evidence(reader, direction, count);
    return;
  }
  NgPick pick = ng_relations_pick(reader);
  for (; r->picture && ego && count > 0; count--)
    pick = view_of(reader)->walk(r->picture, ego, pick, direction);
  r->pick = pick;
}

bool ng_relations_recentre(NgReader *reader)
{
  NgRelations *r = relations_of(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  NgPick pick = ng_relations_pick(reader);
  if (!ego || !pick.on_node || pick.edge == NG_NONE)
    return false;
  uint32_t to = ego->nodes[ego->edges[pick.edge].to].entity;
  g_array_append_val(r->before, reader->entity);
  ng_reader_select(reader, to, NG_NONE);
  return true;
}

bool ng_relations_centre_before(NgReader *reader)
{
  NgRelations *r = relations_of(reader);
  if (r->before->len == 0)
    return false;
  uint32_t entity = g_array_index(r->before, uint32_t, r->before->len - 1);
  g_array_set_size(r->before, r->before->len - 1);
  ng_reader_select(reader, entity, NG_NONE);
  return true;
}

bool ng_relations_add_hops(NgReader *reader, int by)
{
  NgRelations *r = relations_of(reader);
  if (!is_zoomed(reader)) {
    reader->zoomed = by > 0;
    return by > 0;
  }
  int hops = CLAMP(r->hops + by, 1, NG_EGO_MAX_HOPS);
  if (hops == r->hops)
    return false;
  r->hops = hops;
  return true;
}

void ng_relations_next_view(NgReader *reader, int count)
{
  NgRelations *r = relations_of(reader);
  if (is_zoomed(reader))
    r->view = (r->view + (guint)MAX(count, 1)) % G_N_ELEMENTS(views);
  reader->zoomed = true;
}

NgPick ng_relations_at(NgReader *reader, int row, int col)
{
  const NgRelations *r = relations_of(reader);
  if (!r->picture)
    return NG_PICK_NOTHING;
  return ng_picture_at(r->picture, row - r->at.row + r->top, col - r->at.col);
}
