/* Which columns everything stands in. */
#include "graph/fan_private.h"

#include <string.h>

/* ---- words in columns ---- */

/* More of a text is never looked at. */
#define MAX_TEXT_BYTES 4096

static gsize bytes_of(const char *text)
{
  gsize bytes = strnlen(text, MAX_TEXT_BYTES);
  while (bytes > 0 && ((guchar)text[bytes] & 0xC0) == 0x80) /* not within a character */
    bytes--;
  return bytes;
}

int ng_fan_cols(const char *text, int most)
{
  int cols;
  gsize bytes = bytes_of(text);
  return ng_text_fit(text, bytes, most, &cols) < bytes ? most + 1 : cols;
}

char *ng_fan_cut(const char *text, int cols, bool ascii)
{
  gsize all = bytes_of(text);
  if (ng_text_fit(text, all, cols, NULL) == all)
    return g_strndup(text, all);
  gsize bytes = ng_text_fit(text, all, MAX(cols - 1, 0), NULL);
  while (bytes > 0 && text[bytes - 1] == ' ')
    bytes--;
  g_autofree char *start = g_strndup(text, bytes);
  return g_strconcat(start, cols < 1 ? "" : ascii ? "~" : "…", NULL);
}

/* Whether an edge's label has its count behind it. */
static bool counts_at_label(const NgFan *fan, uint32_t edge)
{
  const NgEdge *it = &fan->ego->edges[edge];
  return fan->options->zoomed && it->weight > 1 && (it->hop > 1 || fan->branches[fan->branch[edge]].n == 1);
}

static int digits_of(uint32_t n)
{
  int digits = 1;
  for (; n >= 10; n /= 10)
    digits++;
  return digits;
}

char *ng_fan_label(const NgFan *fan, uint32_t edge, int cols)
{
  const NgEdge *it = &fan->ego->edges[edge];
  g_autofree char *count = counts_at_label(fan, edge) ? g_strdup_printf(" %u", it->weight) : NULL;
  g_autofree char *label = ng_fan_cut(it->label, cols - (count ? (int)strlen(count) : 0), fan->options->ascii);
  return g_strconcat(label, count, NULL);
}

/* Whether `word` stands in `name` as a word or several whole ones. */
static bool is_part_of(const char *name, const char *word)
{
  gsize bytes = strlen(word);
  for (const char *p = name; bytes && (p = strstr(p, word)) != NULL; p++)
    if ((p == name || p[-1] == ' ') && (p[bytes] == ' ' || p[bytes] == '\0'))
      return true;
  return false;
}

#define MAX_ALIASES 16

/* "Dulles" of "Dulles, John Foster"; NULL where there is no comma. */
static char *before_comma(const char *name)
{
  const char *comma = strstr(name, ", ");
  return comma ? g_strndup(name, (gsize)(comma - name)) : NULL;
}

/* "Ing-wen", "Jong-un": a given name that stands behind the family's. */
static bool is_given_name(const char *word)
{
  const char *hyphen = strchr(word, '-');
  return hyphen && hyphen > word && g_ascii_islower(hyphen[1]);
}

/* The last word of a name, but for a "Jr.", or the one before it where that is a given name; NULL where there is only one. */
static char *family_word(const char *name)
{
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  guint n = g_strv_length(words);
  while (n > 1 && (words[n - 1][0] == '\0' || g_str_has_suffix(words[n - 1], ".")))
    n--;
  if (n < 2)
    return NULL;
  return g_strdup(words[is_given_name(words[n - 1]) ? n - 2 : n - 1]);
}

/* A person's family name, if the name says by a comma which it is; else the part of the name that the article uses by itself, else the
 * word that is likely the family's. NULL if none fits. The caller frees it. */
static char *short_name(const NgEntity *entity, int cols)
{
  if (entity->kind != NG_ENTITY_PERSON || strnlen(entity->name, MAX_TEXT_BYTES) == MAX_TEXT_BYTES)
    return NULL;
  g_autofree char *family = before_comma(entity->name);
  for (int i = 0; !family && i < MAX_ALIASES && entity->aliases[i]; i++)
    if (ng_fan_cols(entity->aliases[i], cols) <= cols && is_part_of(entity->name, entity->aliases[i]))
      return g_strdup(entity->aliases[i]);
  if (!family)
    family = family_word(entity->name);
  return family && ng_fan_cols(family, cols) <= cols ? g_steal_pointer(&family) : NULL;
}

char *ng_fan_name(const NgEntity *entity, int cols, bool brief, bool ascii, NgFanNaming *naming)
{
  bool whole = ng_fan_cols(entity->name, cols) <= cols;
  char *in_short = brief || !whole ? short_name(entity, cols) : NULL;
  NgFanNaming how = in_short ? NG_FAN_SHORT : whole ? NG_FAN_WHOLE : NG_FAN_CUT;
  if (how == NG_FAN_CUT && ng_fan_cols(entity->name, 2 * cols) > 2 * cols)
    how = NG_FAN_CUT_BY_HALF;
  if (naming)
    *naming = how;
  return in_short ? in_short : ng_fan_cut(entity->name, cols, ascii);
}

/* ---- columns ---- */

/* Wider gaps than these are not made to fill the width. */
#define MAX_SLACK_COLS 16
/* The last column is narrowed to this before labels and names before it are. */
#define LAST_NAME_COLS 12
/* In a pane, labels are not cut to fewer; then they stand above the names. */
#define MIN_PANE_COLS 14

/* What the labels and names of one hop need. */
typedef struct {
  int label, fork_label, name;
  bool mixed; /* from some node edges point both ways */
} Needs;

static Needs needs_of(const NgFan *fan, int hop, int cap)
{
  Needs needs = {0};
  for (uint32_t i = 0; i < fan->ego->n_edges; i++) {
    if (fan->ego->edges[i].hop != hop || fan->rank[i] >= NG_FAN_UPRIGHT)
      continue;
    bool forks = hop == 1 && !fan->boxed && fan->branches[fan->branch[i]].n > 1;
    int *label = forks ? &needs.fork_label : &needs.label;
    int cols = fan->label_cols[i] + (counts_at_label(fan, i) ? 1 + digits_of(fan->ego->edges[i].weight) : 0);
    *label = MAX(*label, MIN(cols, cap));
    needs.name = MAX(needs.name, fan->name_cols[i]);
    needs.mixed |= fan->ego->edges[i].direction == NG_EDGE_IN && !fan->points_in[fan->ego->edges[i].from];
  }
  return needs;
}

/* Columns that a name's box or brackets take besides the name. */
static int frame_cols(const NgFan *fan, int hop)
{
  return hop == 1 && (fan->boxed || fan->brackets) ? 4 : 0;
}

static void place_hop(NgFan *fan, int hop, int trunk, int cap)
{
  NgFanColumns *at = &fan->columns[hop];
  Needs needs = needs_of(fan, hop, cap);
  bool roomy = fan->boxed || !fan->options->zoomed;
  at->trunk = trunk;
  at->gap = roomy || needs.mixed ? 2 : 1;
  at->label = trunk + at->gap + 1;
  at->label_cols = MAX(needs.label, needs.fork_label);
  /* Behind the label a space and a head; in a pane a piece of line as well; before a bare name a space. A fork is a column more. */
  bool boxed = hop == 1 && fan->boxed;
  int behind = boxed ? 3 : fan->options->zoomed ? 3 : 4;
  at->name = at->label + MAX(needs.label + behind, needs.fork_label ? needs.fork_label + 5 : 0);
  at->fork = MIN(at->label + needs.fork_label + 4, at->name - 4);
  at->name_cols = MIN(needs.name, cap);
}

/* The column after the last one that names may take. */
static int names_end(const NgFan *fan)
{
  int cols = fan->options->cols;
  if (!fan->counts_at_end)
    return cols - (fan->boxed ? 1 : 0);
  return cols - fan->count_cols - (fan->boxed ? 0 : 2);
}

/* Fits the names of the last hop into the room that is left, and moves them to the right if it is more. */
static bool place_last(NgFan *fan)
{
  NgFanColumns *last = &fan->columns[fan->hops];
  int name_cols = needs_of(fan, fan->hops, NG_FAN_MAX_COLS).name;
  int room = names_end(fan) - last->name - frame_cols(fan, fan->hops);
  last->name_cols = MIN(name_cols, room);
  if (room < MIN(name_cols, LAST_NAME_COLS))
    return false;
  if (fan->boxed || fan->options->zoomed)
    last->name += MIN(room - last->name_cols, MAX_SLACK_COLS);
  return true;
}

static bool place_columns(NgFan *fan, int cap)
{
  bool framed = fan->ego_box || (fan->options->zoomed && fan->options->ascii);
  g_autofree char *name = ng_fan_name(ng_ego_entity(fan->ego, 0), cap, false, fan->options->ascii, NULL);
  fan->ego_cols = ng_fan_cols(name, cap);
  fan->ego_col = fan->boxed && fan->options->zoomed ? 2 : 0;
  int end = fan->ego_col + fan->ego_cols + (framed ? 4 : 0);
  for (int hop = 1; hop <= fan->hops; hop++) {
    place_hop(fan, hop, end + (fan->boxed ? 3 : 2), cap);
    NgFanColumns *at = &fan->columns[hop];
    end = at->name + at->name_cols + frame_cols(fan, hop);
  }
  return place_last(fan);
}

/* Edges to names of which less than half would show are counted instead, where others of the same node are shown. */
static void leave_out_long_names(NgFan *fan)
{
  if (fan->hops < 2)
    return;
  int cols = fan->columns[fan->hops].name_cols;
  for (uint32_t node = 1; node < fan->ego->n_nodes; node++) {
    const NgNode *it = &fan->ego->nodes[node];
    uint32_t n_left_out = 0;
    for (uint32_t i = it->first_edge; it->hop == fan->hops - 1 && i < it->first_edge + it->n_edges; i++) {
      NgFanNaming naming = NG_FAN_WHOLE;
      if (fan->name_cols[i] > cols)
        g_free(ng_fan_name(ng_ego_entity(fan->ego, fan->ego->edges[i].to), cols, false, false, &naming));
      if (naming != NG_FAN_CUT_BY_HALF || n_left_out + 1 == it->n_edges || fan->rank[i] >= NG_FAN_UPRIGHT)
        continue;
      fan->rank[i] = NG_FAN_TOO_LONG;
      n_left_out++;
    }
  }
}

bool ng_fan_place_columns(NgFan *fan)
{
  static const int caps[] = {NG_FAN_MAX_COLS, 32, 24, 20, 16, 14, 12, 10, 8};
  fan->count_cols = 1;
  for (uint32_t i = 0; i < fan->ego->n_direct; i++)
    fan->count_cols = MAX(fan->count_cols, digits_of(fan->ego->edges[i].weight));
  for (gsize i = 0; i < G_N_ELEMENTS(caps); i++) {
    if (!fan->options->zoomed && caps[i] < MIN_PANE_COLS)
      return false;
    if (place_columns(fan, caps[i])) {
      leave_out_long_names(fan);
      return true;
    }
  }
  return false;
}
