#include "ui/view_reader.h"

#include "model/phrase.h"
#include "ui/view_map.h"
#include "ui/view_relations.h"
#include "ui/view_side.h"

#include <string.h>

#define LEAST_TITLE_COLS 16
#define NO_NAMES         "no names here"

static NgLayoutInput layout_input(NgReader *reader, const NgCanvas *canvas)
{
  NgLayoutInput input = {.cols = canvas->cols,
                         .rows = canvas->rows,
                         .focus = reader->focus,
                         .side = reader->side,
                         .zoomed = reader->zoomed};
  for (NgPane pane = NG_PANE_PEOPLE; pane < NG_N_PANES; pane++) {
    int cols = ng_layout_side_cols(&input, pane);
    if (cols > 0)
      ng_side_needs(reader, pane, cols, &input.needs[pane], &input.more[pane]);
  }
  int map_cols = ng_layout_side_cols(&input, NG_PANE_PLACES);
  if (map_cols > 0)
    ng_map_small_rows(reader, map_cols, &input.map_rows, &input.most_map_rows);
  return input;
}

void ng_reader_draw(NgReader *reader, NgCanvas *canvas, GArray *seen)
{
  reader->gaps = canvas->rows >= NG_LAYOUT_GAP_ROWS_FROM;
  NgLayoutInput input = layout_input(reader, canvas);
  NgLayout layout = reader->layout = ng_layout(&input);
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

/* While the relations are walked, the line is about what is picked there. */
static bool walks_relations(NgReader *reader, NgTie *tie)
{
  return reader->focus == NG_PANE_RELATIONS && !reader->search && ng_relations_tie(reader, tie);
}

static char *name_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->search)
    return g_strdup_printf("/%s", ng_search_pattern(reader->search));
  NgTie tie;
  if (walks_relations(reader, &tie))
    return g_strdup(tie.phrase);
  return g_strdup(selected ? selected->name : NO_NAMES);
}

/* Where somebody whom the article does not name is named; NULL for anybody else. */
static char *elsewhere_text(NgReader *reader)
{
  const NgArticle *article = ng_relations_elsewhere(reader);
  g_autofree char *title =
      article ? ng_short_title(article, MAX(reader->layout.panes[NG_PANE_RELATIONS].cols / 3, LEAST_TITLE_COLS)) : NULL;
  return title && *title ? g_strdup_printf("in %s", title) : NULL;
}

static char *relation_place(NgReader *reader, const NgTie *tie)
{
  char *elsewhere = tie->is_edge ? NULL : elsewhere_text(reader);
  return elsewhere ? elsewhere : g_strdup(tie->place);
}

/* Of a line: which of its sentences it is, or how many there are and where else. */
static char *relation_rest(NgReader *reader, const NgTie *tie)
{
  if (!tie->is_edge)
    return NULL;
  uint32_t sentence = ng_relations_sentence(reader);
  if (sentence != NG_NONE)
    return g_strdup_printf("sentence %u of %u", sentence + 1, tie->n_evidence);
  g_autofree char *sentences =
      tie->n_evidence ? ng_phrase_count(tie->n_evidence, "sentence", "sentences") : g_strdup("no sentence");
  g_autofree char *elsewhere = elsewhere_text(reader);
  return g_strjoin(" · ", sentences, elsewhere, NULL);
}

static char *place_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->search) {
    bool all;
    uint32_t n = ng_search_known(reader->search, &all);
    uint32_t k = ng_search_ordinal(reader->search, ng_search_current(reader->search).start);
    if (n == 0 && all) /* until the next key a message says so, or what else there is to say */
      return reader->message ? NULL : g_strdup("no match");
    return g_strdup_printf("match %u of %u%s", k, n, all ? "" : "+");
  }
  NgTie tie;
  if (walks_relations(reader, &tie))
    return relation_place(reader, &tie);
  if (!selected)
    return NULL;
  if (reader->mention == NG_NONE)
    return g_strdup("not mentioned");
  return g_strdup_printf("mention %u of %u", ng_article_mention_ordinal(reader->article, reader->mention) + 1,
                         selected->n_mentions);
}

static char *rest_text(NgReader *reader, const NgEntity *selected)
{
  if (reader->message) /* what is said already is not said twice */
    return !selected && strcmp(reader->message, NO_NAMES) == 0 ? NULL : g_strdup(reader->message);
  if (reader->folded->len)
    return g_strdup("folded");
  NgTie tie;
  if (walks_relations(reader, &tie))
    return relation_rest(reader, &tie);
  return selected && !reader->search ? ng_side_what(reader, reader->entity) : NULL;
}

/* The keys that matter in each situation; a command named twice stands once. */
typedef struct {
  NgCommandId commands[NG_STATUS_KEYS];
  const char *open; /* what Enter does there, or NULL: as the table of commands says */
} Situation;

static const Situation in_text = {{NG_COMMAND_NEXT_MENTION, NG_COMMAND_MENTIONS, NG_COMMAND_WHO, NG_COMMAND_HELP},
                                  NULL};
static const Situation in_text_without_names = {
    {NG_COMMAND_SEARCH, NG_COMMAND_SEARCH, NG_COMMAND_CONTENTS, NG_COMMAND_HELP}, NULL};
static const Situation in_pane_without_names = {
    {NG_COMMAND_ARTICLE, NG_COMMAND_NEXT_PANE, NG_COMMAND_NEXT_PANE, NG_COMMAND_HELP}, NULL};
static const Situation in_search = {
    {NG_COMMAND_NEXT_MENTION, NG_COMMAND_PREVIOUS_MENTION, NG_COMMAND_LEAVE, NG_COMMAND_HELP}, NULL};
static const Situation in_fold = {{NG_COMMAND_NEXT_MENTION, NG_COMMAND_LEAVE, NG_COMMAND_MENTIONS, NG_COMMAND_HELP},
                                  NULL};
static const Situation in_list = {{NG_COMMAND_OPEN, NG_COMMAND_MENTIONS, NG_COMMAND_WHO, NG_COMMAND_HELP},
                                  "first mention"};
static const Situation in_map = {{NG_COMMAND_ZOOM_IN, NG_COMMAND_ALL_PLACES, NG_COMMAND_MAP_OPEN, NG_COMMAND_QUIT},
                                 NULL};
static const Situation in_relations = {{NG_COMMAND_WALK_OPEN, NG_COMMAND_WALK_LEFT, NG_COMMAND_ZOOM, NG_COMMAND_HELP},
                                       "sentences"};
static const Situation in_zoomed_relations = {
    {NG_COMMAND_WALK_OPEN, NG_COMMAND_WALK_LEFT, NG_COMMAND_VIEW, NG_COMMAND_QUIT}, "sentences"};
static const Situation in_evidence = {{NG_COMMAND_WALK_OPEN, NG_COMMAND_WALK_DOWN, NG_COMMAND_WALK_UP, NG_COMMAND_QUIT},
                                      "go there"};

static const Situation *situation_of(NgReader *reader)
{
  if (reader->search)
    return &in_search;
  if (reader->entity == NG_NONE)
    return reader->focus == NG_PANE_ARTICLE ? &in_text_without_names : &in_pane_without_names;
  if (reader->focus == NG_PANE_RELATIONS) {
    if (ng_relations_sentence(reader) != NG_NONE)
      return &in_evidence;
    return reader->zoomed ? &in_zoomed_relations : &in_relations;
  }
  if (ng_map_is_open(reader))
    return &in_map;
  if (reader->focus != NG_PANE_ARTICLE)
    return &in_list;
  if (reader->folded->len)
    return &in_fold;
  return &in_text;
}

static const char *label_of(NgReader *reader, const Situation *situation, NgCommandId command)
{
  if (command == NG_COMMAND_MAP_OPEN)
    return ng_map_opens(reader);
  if (command == situation->commands[0] && situation->open)
    return reader->focus == NG_PANE_RELATIONS && situation != &in_evidence ? ng_relations_opens(reader)
                                                                           : situation->open;
  return ng_command(command)->label;
}

/* The four keys of walking as one: `hjkl`, where each is a single character. */
static NgStatusKey walking_keys(const NgKeymap *keymap, GPtrArray *hold)
{
  GString *keys = g_string_new(NULL);
  for (NgCommandId command = NG_COMMAND_WALK_LEFT; command <= NG_COMMAND_WALK_RIGHT; command++)
    g_string_append(keys, ng_keymap_first(keymap, command));
  char *text = g_string_free(keys, FALSE);
  g_ptr_array_add(hold, text);
  return (NgStatusKey){strlen(text) == 4 ? text : "", "walk"};
}

/* `+ -` for both. */
static NgStatusKey zoom_keys(const NgKeymap *keymap, GPtrArray *hold)
{
  char *text = g_strdup_printf("%s %s", ng_keymap_first(keymap, NG_COMMAND_ZOOM_IN),
                               ng_keymap_first(keymap, NG_COMMAND_ZOOM_OUT));
  g_ptr_array_add(hold, text);
  return (NgStatusKey){g_strstrip(text), "zoom"};
}

static NgStatusKey key_of(NgReader *reader, const Situation *situation, NgCommandId command, const NgKeymap *keymap,
                          GPtrArray *hold)
{
  if (command == NG_COMMAND_WALK_LEFT)
    return walking_keys(keymap, hold);
  if (command == NG_COMMAND_ZOOM_IN)
    return zoom_keys(keymap, hold);
  const char *label = label_of(reader, situation, command);
  return label ? (NgStatusKey){ng_keymap_first(keymap, command), label} : (NgStatusKey){NULL, NULL};
}

static bool has_headings(const NgArticle *article)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  for (uint32_t i = 0; i < n; i++)
    if (blocks[i].kind == NG_BLOCK_HEADING)
      return true;
  return false;
}

static void set_keys(NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  const Situation *situation = situation_of(reader);
  for (int i = 0; i < NG_STATUS_KEYS; i++) {
    NgCommandId command = situation->commands[i];
    bool again = i > 0 && command == situation->commands[i - 1];
    if (again || (command == NG_COMMAND_CONTENTS && !has_headings(reader->article)))
      continue;
    if (command == NG_COMMAND_HELP && ng_reader_covers_article(reader))
      command = NG_COMMAND_QUIT; /* it was opened over the article, and is left for it */
    status->keys[i] = key_of(reader, situation, command, keymap, hold);
  }
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
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *rest = rest_text(reader, ng_reader_selected(reader));
  g_autofree char *problems = problems_text(reader);
  NgStatus status = {.rest = rest,
                     .rest_role = reader->message && reader->message_is_error ? NG_ROLE_ERROR : NG_ROLE_TEXT,
                     .message = reader->message || reader->folded->len,
                     .problems = problems};
  ng_reader_where(reader, &status, hold);
  set_keys(reader, keymap, &status, hold);
  ng_status_draw(&status, canvas, reader->layout.status_row, reader->layout.rule_col);
}
