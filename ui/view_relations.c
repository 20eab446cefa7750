#include "ui/view_relations.h"

#include "ui/matrix_view.h"
#include "ui/picture_draw.h"
#include "ui/status.h"
#include "ui/whole_state.h"

#include <string.h>

#define MARK_COLS      2 /* `› ` */
#define DENSE_EVIDENCE 6 /* rows of sentences below a dense picture, at least */
#define AROUND         4 /* what is seen around a pick, in parts of the pane on each side */

static const NgRelationsView *const views[] = {&ng_ego_view, &ng_whole_view, &ng_tree_view, &ng_matrix_relations_view};

NgRelations *ng_relations_of(NgReader *reader)
{
  if (!reader->relations) {
    NgRelations *relations = g_new0(NgRelations, 1);
    relations->entity = relations->matrix_entity = NG_NONE;
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
  ng_matrix_view_free(relations->matrix);
  ng_whole_state_free(relations->whole);
  ng_picture_free(relations->picture);
  ng_ego_free(relations->ego);
  ng_network_free(relations->network);
  ng_filter_free(relations->filter);
  g_array_unref(relations->before);
  g_free(relations->phrase);
  g_free(relations->place);
  g_free(relations);
}

bool ng_relations_zoomed(const NgReader *reader)
{
  return reader->zoomed && reader->focus == NG_PANE_RELATIONS;
}

const NgRelationsView *ng_relations_view(NgReader *reader)
{
  return views[ng_relations_zoomed(reader) ? ng_relations_of(reader)->view : 0];
}

/* ---- what is picked ---- */

bool ng_relations_tie(NgReader *reader, NgTie *tie)
{
  NgRelations *r = ng_relations_of(reader);
  if (!ng_relations_view(reader)->tell(reader, tie))
    return false;
  g_free(r->phrase);
  g_free(r->place);
  r->phrase = tie->phrase;
  r->place = tie->place;
  if (r->sentence >= tie->n_evidence)
    r->in_evidence = false; /* something else was picked meanwhile, which has fewer */
  return true;
}

const char *ng_relations_opens(NgReader *reader)
{
  const char *opens = ng_relations_elsewhere(reader) ? "its article" : ng_relations_view(reader)->opens(reader);
  NgTie tie;
  if (opens)
    return opens;
  bool bare = ng_relations_tie(reader, &tie) && tie.is_edge && tie.n_evidence == 0;
  return bare ? NULL : "sentences";
}

/* ---- drawing ---- */

/* The view, how far it goes, the filter, and how much of all is shown. */
static char *right_of(NgReader *reader)
{
  const NgRelationsView *view = ng_relations_view(reader);
  g_autofree char *reach = view->reach ? view->reach(reader) : NULL, *count = view->count(reader),
                  *filter = ng_filter_text(ng_relations_of(reader)->filter);
  GString *right = g_string_new(ng_relations_zoomed(reader) ? view->name : "");
  const char *const parts[] = {reach, filter, count};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf(right, "%s%s", right->len ? " · " : "", parts[i]);
  return g_string_free(right, FALSE);
}

static void draw_head(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgRelationsView *view = ng_relations_view(reader);
  g_autofree char *title = view->title(reader), *right = right_of(reader);
  NgHeadLine head = {.key = "4", .title = title, .right = right, .focus = reader->focus == NG_PANE_RELATIONS};
  ng_head_draw(&head, canvas, rect.row, rect.col + 1, rect.cols - 1);
}

/* The first of `n` rows or columns to show of a picture of `all`, so that [start, end) is among them, with what lies around it in a `margin`. */
static int scrolled(int first, int n, int all, int start, int end, int margin)
{
  margin = CLAMP(n - (end - start), 0, 2 * margin) / 2;
  start = MAX(start - margin, 0);
  end = MIN(end + margin, all);
  first = CLAMP(first, 0, MAX(all - n, 0));
  if (end > first + n)
    first = end - n;
  return start < first ? start : first;
}

/* In a picture that spreads both ways what is picked is seen with its neighbours. */
static void scroll_to(NgRelations *r, const NgSpot *spot, NgRect body, bool around)
{
  int margin_rows = around ? body.rows / AROUND : 0, margin_cols = around ? body.cols / AROUND : 0;
  int row = spot->row, col = spot->col, last_row = row + spot->rows, last_col = col + spot->cols;
  if (spot->edge != NG_NONE) {
    row = MIN(row, spot->label_row);
    last_row = MAX(last_row, spot->label_row + 1);
    col = spot->label_cols ? MIN(col, spot->label_col) : col;
    last_col = MAX(last_col, spot->label_col + spot->label_cols);
  }
  r->top = scrolled(r->top, body.rows, r->picture->rows, row, last_row, margin_rows);
  r->left = scrolled(r->left, body.cols, r->picture->cols, col, last_col, margin_cols);
}

/* The cursor goes where the pick is: to the name, or to the label of the line. */
static void put_cursor(const NgRelations *r, const NgSpot *spot, bool on_label, NgCanvas *canvas, NgRect body)
{
  bool label = on_label && spot->label_cols > 0;
  int row = (label ? spot->label_row : spot->row) - r->top, col = (label ? spot->label_col : spot->col) - r->left;
  if (row >= 0 && row < body.rows && col >= 0 && col < body.cols)
    ng_canvas_cursor(canvas, body.row + row, body.col + col);
}

/* `›` before the row of the pick. */
static void put_mark(const NgRelations *r, const NgSpot *spot, NgCanvas *canvas, NgRect body)
{
  int row = spot->row - r->top;
  if (row >= 0 && row < body.rows)
    ng_canvas_put(canvas, body.row + row, body.col - MARK_COLS, 1, NG_ROLE_KEY, "›", strlen("›"));
}

/* A picture that is smaller than its place stands in the middle, a little above. */
static NgRect centred(const NgPicture *picture, NgRect body)
{
  int cols = MAX(body.cols - picture->cols, 0) / 2, rows = MAX(body.rows - picture->rows, 0) / 3;
  return (NgRect){body.row + rows, body.col + cols, body.rows - rows, body.cols - cols};
}

/* Why there is no picture, in as many rows as that takes. */
static void put_words(NgCanvas *canvas, NgRect rect, const char *words)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(words, strlen(words), MAX(rect.cols, 1), MAX(rect.cols, 1), rows);
  for (int i = 0; i < (int)rows->len && i < rect.rows; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    ng_canvas_put(canvas, rect.row + i, rect.col, rect.cols, NG_ROLE_DIM, words + row.start, row.end - row.start);
  }
}

/* `drawn`: the picture, where it has been drawn already; it is taken over. */
static void draw_body(NgReader *reader, NgCanvas *canvas, NgRect body, NgPicture *drawn)
{
  NgRelations *r = ng_relations_of(reader);
  const NgRelationsView *view = ng_relations_view(reader);
  NgPicture *picture =
      drawn ? drawn
            : view->draw(reader, body.cols, body.rows, canvas->ascii); /* which may do away with the one before */
  ng_picture_free(r->picture);
  r->picture = picture;
  const char *nothing = view->nothing(reader);
  if (!r->picture || nothing) {
    int margin = view->indent ? 0 : 1; /* words keep off the edge where a picture may reach it */
    put_words(canvas, (NgRect){body.row, body.col + margin, body.rows, body.cols - margin}, nothing ? nothing : "");
    return;
  }
  if (view->centred)
    body = centred(r->picture, body);
  r->at = body;
  bool on_label = false;
  const NgSpot *spot = view->spot(reader, &on_label);
  r->top = CLAMP(r->top, 0, MAX(r->picture->rows - body.rows, 0));
  r->left = CLAMP(r->left, 0, MAX(r->picture->cols - body.cols, 0));
  if (spot)
    scroll_to(r, spot, body, view->centred);
  ng_picture_put(r->picture, canvas, body, r->top, r->left);
  if (spot && view->marks)
    put_mark(r, spot, canvas, body);
  if (view->decorate)
    view->decorate(reader, canvas, body);
  if (spot && reader->focus == NG_PANE_RELATIONS && !r->in_evidence)
    put_cursor(r, spot, on_label, canvas, body);
}

/* Where the picture stands, what belongs below it, and the sentences. */
typedef struct {
  NgRect body, foot, evidence;
} Parts;

/* The picture above, with a blank row before and after it where there is room; the evidence has what is left. Returns the picture, where one was drawn for
 * that which will do. */
static NgPicture *divide(NgReader *reader, bool ascii, Parts *parts)
{
  const NgRelationsView *view = ng_relations_view(reader);
  NgRect *body = &parts->body, *evidence = &parts->evidence;
  int rows = body->rows, foot = parts->foot.rows, free_rows = foot + 1 + (view->dense ? 0 : 1);
  int least = ng_relations_evidence_rows(reader, rows, evidence->cols);
  least = view->dense && !ng_relations_of(reader)->in_evidence ? MIN(least, DENSE_EVIDENCE) : least;
  body->rows -= foot;
  parts->foot.row = body->row + body->rows;
  if (least == 0)
    return NULL;
  g_autoptr(NgPicture) picture = view->draw(reader, body->cols, rows - foot - least, ascii);
  bool airy = picture && picture->rows + free_rows + least <= rows;
  if (!airy && view->full && !ng_relations_of(reader)->in_evidence)
    return view->any_rows ? g_steal_pointer(&picture) : NULL;
  if (!airy)
    parts->foot.rows = foot = 0;
  body->row += airy && !view->dense ? 1 : 0;
  body->rows = airy ? picture->rows : rows - least;
  parts->foot.row = body->row + body->rows;
  evidence->rows = airy ? rows - free_rows - picture->rows : least;
  evidence->row = body->row + body->rows + foot + (airy ? 1 : 0);
  return view->any_rows ? g_steal_pointer(&picture) : NULL;
}

void ng_relations_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgRelationsView *view = ng_relations_view(reader);
  int indent = ng_relations_zoomed(reader) ? view->indent : NG_MARK_COLS;
  int foot = view->foot_rows ? view->foot_rows(reader) : 0;
  Parts parts = {{rect.row + 1, rect.col + indent, rect.rows - 1, rect.cols - indent},
                 {0, rect.col + indent, foot, rect.cols - indent},
                 {0, rect.col + NG_MARK_COLS, 0, rect.cols - NG_MARK_COLS}};
  if (parts.body.rows > 0 && parts.body.cols > 0) {
    NgPicture *drawn = divide(reader, canvas->ascii, &parts);
    draw_body(reader, canvas, parts.body, drawn);
    if (parts.foot.rows)
      view->foot(reader, canvas, parts.foot);
    ng_relations_evidence_draw(reader, canvas, parts.evidence);
  }
  draw_head(reader, canvas, rect); /* it counts what the body shows */
}

/* ---- walking ---- */

void ng_relations_walk(NgReader *reader, NgDirection direction, int count)
{
  if (ng_relations_of(reader)->in_evidence)
    ng_relations_walk_evidence(reader, direction, count);
  else
    ng_relations_view(reader)->walk(reader, direction, count);
}

void ng_relations_page(NgReader *reader, int delta)
{
  if (ng_relations_of(reader)->in_evidence)
    ng_relations_walk_evidence(reader, delta < 0 ? NG_UP : NG_DOWN, ABS(delta));
  else
    ng_relations_view(reader)->page(reader, delta);
}

void ng_relations_turn(NgReader *reader, int by)
{
  if (ng_relations_of(reader)->in_evidence)
    ng_relations_walk_evidence(reader, by < 0 ? NG_UP : NG_DOWN, ABS(by));
  else
    ng_relations_view(reader)->turn(reader, by);
}

static bool recentre(NgReader *reader)
{
  NgWholePlace to;
  if (!ng_relations_view(reader)->centre(reader, &to))
    return false;
  g_array_append_val(ng_relations_of(reader)->before, reader->entity);
  ng_reader_select(reader, to.entity, NG_NONE);
  return true;
}

bool ng_relations_open(NgReader *reader)
{
  const NgRelationsView *view = ng_relations_view(reader);
  if (ng_relations_sentence(reader) != NG_NONE) {
    ng_relations_go_to_sentence(reader);
    return true;
  }
  return ng_relations_open_elsewhere(reader) || recentre(reader) || (view->open && view->open(reader)) ||
         ng_relations_enter_evidence(reader);
}

bool ng_relations_centre_before(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  if (r->before->len == 0)
    return false;
  uint32_t entity = g_array_index(r->before, uint32_t, r->before->len - 1);
  g_array_set_size(r->before, r->before->len - 1);
  ng_reader_select(reader, entity, NG_NONE);
  return true;
}

void ng_relations_zoom(NgReader *reader, int by)
{
  if (ng_relations_zoomed(reader))
    ng_relations_view(reader)->zoom(reader, by);
  else if (by > 0)
    reader->zoomed = true;
  else
    ng_reader_say(reader, false, "no fewer hops than this");
}

void ng_relations_next_view(NgReader *reader, int count)
{
  NgRelations *r = ng_relations_of(reader);
  if (ng_relations_zoomed(reader))
    r->view = (r->view + (guint)MAX(count, 1)) % G_N_ELEMENTS(views);
  reader->zoomed = true;
  r->in_evidence = false;
  r->top = r->left = 0; /* of another picture */
}

void ng_relations_pick_at(NgReader *reader, int row, int col)
{
  NgRelations *r = ng_relations_of(reader);
  r->in_evidence = false;
  ng_relations_view(reader)->pick_at(reader, row - r->at.row + r->top, col - r->at.col + r->left);
}

bool ng_relations_work(NgReader *reader, int milliseconds)
{
  const NgRelationsView *view = reader->relations ? ng_relations_view(reader) : NULL;
  gint64 microseconds = milliseconds < 0 ? -1 : milliseconds * (gint64)1000;
  if (view && ng_joined_work(reader, microseconds))
    return true;
  if (view != &ng_whole_view && view != &ng_matrix_relations_view)
    return false;
  return ng_whole_wait(reader, microseconds);
}

/* ---- asking ---- */

void ng_relations_filter(NgReader *reader, const char *text)
{
  NgRelations *r = ng_relations_of(reader);
  g_autoptr(GError) error = NULL;
  NgFilter *filter = ng_filter_parse(text, &error);
  if (!filter) {
    ng_reader_say(reader, true, "%s", error->message);
    return;
  }
  g_autofree char *words = ng_filter_text(filter);
  if (!*words)
    g_clear_pointer(&filter, ng_filter_free);
  ng_filter_free(r->filter);
  r->filter = filter;
  r->ego_hops = 0; /* it is made anew */
  r->pick = NG_PICK_NOTHING;
  r->in_evidence = false;
  ng_whole_forget(reader);
}

char *ng_relations_filter_text(NgReader *reader)
{
  return ng_filter_text(ng_relations_of(reader)->filter);
}

bool ng_relations_is_called(const char *name, const char *folded)
{
  g_autofree char *own = ng_text_fold(name, strlen(name));
  return strstr(own, folded) != NULL;
}

void ng_relations_find_begin(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  r->before_find = (NgPicksBefore){r->pick, r->whole ? r->whole->pick : NG_WHOLE_PICK_NOTHING,
                                   r->matrix ? ng_matrix_view_pick(r->matrix) : NG_MATRIX_PICK_NOTHING};
}

void ng_relations_find_leave(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  r->pick = r->before_find.ego;
  if (r->whole) {
    r->whole->pick.node = r->before_find.whole.node;
    r->whole->pick.edge = r->before_find.whole.edge;
  }
  if (r->matrix)
    ng_matrix_view_set_pick(r->matrix, r->before_find.matrix);
}

bool ng_relations_find(NgReader *reader, const char *text, bool last)
{
  g_autofree char *folded = ng_text_fold(text, strlen(text));
  ng_relations_of(reader)->in_evidence = false;
  if (*folded && ng_relations_view(reader)->find(reader, folded, last))
    return true;
  ng_relations_find_leave(reader);
  return false;
}

/* Who is called so: in the open article, else in the first of the others. */
static NgWholePlace called(NgReader *reader, const char *name)
{
  NgScope scope;
  if (!ng_relations_scope(reader, &scope))
    return NG_WHOLE_NOWHERE;
  uint32_t own = scope.own == NG_NONE ? NG_NONE : ng_find_entity(reader->article, name, NULL);
  if (own != NG_NONE)
    return (NgWholePlace){scope.own, own};
  for (uint32_t i = 0; i < scope.n; i++) {
    uint32_t entity = i == scope.own ? NG_NONE : ng_find_entity(scope.articles[i], name, NULL);
    if (entity != NG_NONE)
      return (NgWholePlace){i, entity};
  }
  return NG_WHOLE_NOWHERE;
}

/* The two names: parted at a comma, else at the first blank where both sides are someone. */
static bool two_names(NgReader *reader, const char *names, NgWholePlace *from, NgWholePlace *to)
{
  const char *comma = strchr(names, ',');
  for (const char *at = comma ? comma : strchr(names, ' '); at; at = comma ? NULL : strchr(at + 1, ' ')) {
    g_autofree char *first = g_strndup(names, (gsize)(at - names)), *second = g_strdup(at + 1);
    *from = called(reader, g_strstrip(first));
    *to = called(reader, g_strstrip(second));
    bool same = from->entity == to->entity && from->article == to->article;
    if (from->entity != NG_NONE && to->entity != NG_NONE && !same)
      return true;
  }
  return false;
}

static void show_view(NgReader *reader, const NgRelationsView *view)
{
  NgRelations *r = ng_relations_of(reader);
  reader->focus = reader->side = NG_PANE_RELATIONS;
  reader->zoomed = true;
  for (guint i = 0; i < G_N_ELEMENTS(views); i++)
    if (views[i] == view)
      r->view = i;
}

void ng_relations_path(NgReader *reader, const char *names)
{
  NgWholePlace from = NG_WHOLE_NOWHERE, to = NG_WHOLE_NOWHERE;
  NgScope scope;
  if (!ng_relations_scope(reader, &scope)) {
    ng_reader_say(reader, false, "%s", ng_relations_waiting(reader));
    return;
  }
  if (*names && !two_names(reader, names, &from, &to)) {
    ng_reader_say(reader, true, "a path needs two names of the article%s: A, B", scope.n > 1 ? "s" : "");
    return;
  }
  ng_relations_of(reader)->in_evidence = false;
  if (*names)
    show_view(reader, &ng_whole_view);
  ng_whole_ask_path(reader, from, to);
}
