#include "ui/view_reader.h"

#include "model/phrase.h"
#include "ui/view_relations.h"
#include "ui/view_side.h"

#include <string.h>

static NgLayoutInput layout_input(NgReader *reader, const NgCanvas *canvas, int side_cols)
{
  NgLayoutInput input = {.cols = canvas->cols,
                         .rows = canvas->rows,
                         .focus = reader->focus,
                         .side = reader->side,
                         .zoomed = reader->zoomed};
  for (NgPane pane = NG_PANE_PEOPLE; pane < NG_N_PANES; pane++)
    ng_side_needs(reader, pane, side_cols, &input.needs[pane], &input.more[pane]);
  return input;
}

void ng_reader_draw(NgReader *reader, NgCanvas *canvas, GArray *seen)
{
  /* how wide the side is does not depend on what it needs; what it needs depends on how wide it is */
  NgLayoutInput input = layout_input(reader, canvas, 40);
  NgLayout layout = ng_layout(&input);
  input = layout_input(reader, canvas, MAX(layout.panes[NG_PANE_RELATIONS].cols, 20));
  reader->layout = layout = ng_layout(&input);
  NgRect article = layout.panes[NG_PANE_ARTICLE];
  if (article.rows > 0)
    ng_reader_resize(reader, article.cols, article.rows - (layout.heads ? 1 : 0));
  ng_canvas_clear(canvas);
  if (layout.rule_col >= 0)
    ng_rule_draw(reader, canvas, layout.rule_col, layout.status_row >= 0 ? layout.status_row : canvas->rows);
  if (article.rows > 0)
    ng_article_draw(reader, canvas, article, seen);
  for (NgPane pane = NG_PANE_PEOPLE; pane < NG_N_PANES; pane++)
    if (layout.panes[pane].rows > 0)
      ng_side_draw(reader, pane, canvas, layout.panes[pane]);
}

/* ---- the status line ---- */

static char *problems_text(const NgReader *reader)
{
  uint32_t n, total;
  ng_article_diagnostics(reader->article, &n, &total);
  return total ? g_strdup_printf(total == 1 ? "%u problem" : "%u problems", total) : NULL;
}

/* While the relations are walked, the line is about the picked one. */
static bool walks_relations(NgReader *reader)
{
  return reader->focus == NG_PANE_RELATIONS && !reader->search && ng_relations_edge(reader) != NG_NONE;
}

static char *name_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->search)
    return g_strdup_printf("/%s", ng_search_pattern(reader->search));
  if (walks_relations(reader))
    return ng_ego_phrase(ng_relations_ego(reader), ng_relations_edge(reader));
  return g_strdup(selected ? selected->name : "no names here");
}

static char *relation_place(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  uint32_t edge = ng_relations_edge(reader);
  g_autofree char *sentences = ng_phrase_count(ego->edges[edge].n_evidence, "sentence", "sentences");
  if (edge >= ego->n_direct)
    return g_strdup_printf("hop %u · %s", ego->edges[edge].hop, sentences);
  return g_strdup_printf("relation %u of %u · %s", edge + 1, ego->n_direct, sentences);
}

static char *place_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->search) {
    bool all;
    uint32_t n = ng_search_known(reader->search, &all);
    uint32_t k = ng_search_ordinal(reader->search, ng_search_current(reader->search).start);
    return n == 0 && all ? g_strdup("no match") : g_strdup_printf("match %u of %u%s", k, n, all ? "" : "+");
  }
  if (walks_relations(reader))
    return relation_place(reader);
  if (!selected)
    return NULL;
  if (reader->mention == NG_NONE)
    return g_strdup("not mentioned");
  return g_strdup_printf("mention %u of %u", ng_article_mention_ordinal(reader->article, reader->mention) + 1,
                         selected->n_mentions);
}

static char *rest_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->message)
    return g_strdup(reader->message);
  if (reader->folded->len)
    return g_strdup("folded");
  return selected && !walks_relations(reader) ? ng_side_what(selected) : NULL;
}

static void set_keys(const NgReader *reader, const NgKeymap *keymap, NgStatus *status)
{
  NgCommandId in_text[] = {NG_COMMAND_NEXT_MENTION, NG_COMMAND_MENTIONS, NG_COMMAND_WHO, NG_COMMAND_HELP};
  NgCommandId in_search[] = {NG_COMMAND_NEXT_MENTION, NG_COMMAND_PREVIOUS_MENTION, NG_COMMAND_LEAVE, NG_COMMAND_HELP};
  NgCommandId in_relations[] = {NG_COMMAND_OPEN, NG_COMMAND_ZOOM, NG_COMMAND_CENTRE_BEFORE, NG_COMMAND_HELP};
  NgCommandId in_list[] = {NG_COMMAND_OPEN, NG_COMMAND_MENTIONS, NG_COMMAND_WHO, NG_COMMAND_HELP};
  const NgCommandId *commands = in_list;
  if (reader->search)
    commands = in_search;
  else if (reader->focus == NG_PANE_ARTICLE)
    commands = in_text;
  else if (reader->focus == NG_PANE_RELATIONS)
    commands = in_relations;
  if (!reader->search && reader->entity == NG_NONE)
    in_text[0] = in_text[1] = in_text[2] = NG_COMMAND_SEARCH;
  for (int i = 0; i < NG_STATUS_KEYS; i++) {
    if (i > 0 && commands[i] == commands[i - 1])
      continue;
    status->keys[i] = (NgStatusKey){ng_keymap_first(keymap, commands[i]), ng_command(commands[i])->label};
  }
  if (commands == in_list)
    status->keys[0].label = "first mention";
}

void ng_reader_where(NgReader *reader, NgStatus *status, GPtrArray *hold)
{
  const NgEntity *selected = ng_reader_selected(reader);
  char *name = name_text(reader, selected), *place = place_text(reader, selected);
  g_ptr_array_add(hold, name);
  g_ptr_array_add(hold, place);
  status->name = name;
  status->place = place;
}

void ng_reader_draw_status(NgReader *reader, const NgKeymap *keymap, NgCanvas *canvas)
{
  if (reader->layout.status_row < 0)
    return;
  const NgEntity *selected = ng_reader_selected(reader);
  g_autofree char *place = place_text(reader, selected);
  g_autofree char *rest = rest_text(reader, selected);
  g_autofree char *problems = problems_text(reader);
  g_autofree char *name = name_text(reader, selected);
  NgStatus status = {.name = name,
                     .place = place,
                     .rest = rest,
                     .rest_role = reader->message && reader->message_is_error ? NG_ROLE_ERROR : NG_ROLE_TEXT,
                     .problems = problems};
  set_keys(reader, keymap, &status);
  ng_status_draw(&status, canvas, reader->layout.status_row, reader->layout.rule_col);
}
