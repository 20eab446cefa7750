/* A label on each visible mention; typing it goes there. */
#include "ui/overlays.h"

#include <string.h>

/* The home row first, then the rows around it: what lies under the fingers is nearest. */
static const char letters[] = "asdfghjklqwertyuiopzxcvbnm";

typedef struct {
  uint32_t mention;
  char label[3];
} Hint;

typedef struct {
  NgOverlay base;
  GArray *hints;      /* Hint, in the order of the text */
  const GArray *seen; /* NgSeen: where they stand now, as of the drawing just made */
  char typed[2];      /* the first letter of a label of two, or "" */
} Hints;

/* Labels of one letter where they suffice, else all of two: no label then begins another. */
static void name_hints(GArray *hints)
{
  guint n = (guint)strlen(letters);
  for (guint i = 0; i < hints->len; i++) {
    Hint *hint = &g_array_index(hints, Hint, i);
    if (hints->len <= n) {
      hint->label[0] = letters[i];
    } else {
      hint->label[0] = letters[i / n];
      hint->label[1] = letters[i % n];
    }
  }
}

/* Where the mention stands, looked for from `at` on; NULL where it no longer does. */
static const NgSeen *find_seen(const GArray *seen, uint32_t mention, guint *at)
{
  for (guint i = *at; i < seen->len; i++) {
    const NgSeen *found = &g_array_index(seen, NgSeen, i);
    if (found->mention != mention)
      continue;
    *at = i + 1;
    return found;
  }
  return NULL;
}

static void hints_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  const Hints *hints = (const Hints *)overlay;
  gsize typed = strlen(hints->typed);
  (void)reader;
  canvas->cursor_row = -1;
  guint at = 0;
  for (guint i = 0; i < hints->hints->len; i++) {
    const Hint *hint = &g_array_index(hints->hints, Hint, i);
    const NgSeen *seen = find_seen(hints->seen, hint->mention, &at);
    const char *rest = hint->label + typed;
    if (seen && strncmp(hint->label, hints->typed, typed) == 0)
      ng_canvas_put(canvas, seen->row, seen->col + (int)typed, 2, NG_ROLE_MATCH, rest, strlen(rest));
  }
}

static NgOutcome hints_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  (void)overlay;
  (void)reader;
  (void)count;
  return command == NG_COMMAND_REDRAW ? NG_NOT_MINE : NG_CLOSE;
}

/* A letter goes to the mention whose label it ends, or narrows the choice; Esc and whatever is no label leave. */
static NgOutcome hints_key(NgOverlay *overlay, NgReader *reader, NgKey key)
{
  Hints *hints = (Hints *)overlay;
  if (key >= 0x80 || !g_ascii_isalpha((char)key))
    return key >= NG_KEY_FUNCTION ? NG_NOT_MINE : NG_CLOSE;
  char word[3] = {hints->typed[0], 0, 0};
  word[strlen(word)] = g_ascii_tolower((char)key);
  bool begins = false;
  for (guint i = 0; i < hints->hints->len; i++) {
    const Hint *hint = &g_array_index(hints->hints, Hint, i);
    if (strcmp(hint->label, word) == 0) {
      ng_reader_remember(reader);
      ng_reader_go_to_mention(reader, hint->mention);
      return NG_CLOSE;
    }
    begins = begins || g_str_has_prefix(hint->label, word);
  }
  if (!begins) {
    ng_reader_say(reader, false, "no label %s", word);
    return NG_CLOSE;
  }
  hints->typed[0] = word[0];
  return NG_DONE;
}

static void hints_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status,
                         GPtrArray *hold)
{
  (void)overlay;
  (void)reader;
  (void)hold;
  status->name = "Jump";
  status->rest = "type a label";
  status->keys[NG_STATUS_KEYS - 1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_LEAVE), "leave"};
}

static void hints_free(NgOverlay *overlay)
{
  Hints *hints = (Hints *)overlay;
  g_array_unref(hints->hints);
  g_free(hints);
}

static const NgOverlayOps hints_ops = {
    .draw = hints_draw, .command = hints_command, .key = hints_key, .status = hints_status, .free = hints_free};

NgOverlay *ng_hints_new(NgReader *reader, const NgOverlayContext *context)
{
  GArray *found = g_array_new(FALSE, TRUE, sizeof(Hint));
  guint most = (guint)(strlen(letters) * strlen(letters));
  for (guint i = 0; i < context->seen->len && found->len < most; i++) {
    const NgSeen *seen = &g_array_index(context->seen, NgSeen, i);
    Hint hint = {.mention = seen->mention};
    if (seen->mention != NG_NONE)
      g_array_append_val(found, hint);
  }
  if (found->len == 0) {
    g_array_unref(found);
    ng_reader_say(reader, false, "no name on the screen");
    return NULL;
  }
  name_hints(found);
  Hints *hints = g_new0(Hints, 1);
  hints->base.ops = &hints_ops;
  hints->hints = found;
  hints->seen = context->seen;
  return &hints->base;
}
