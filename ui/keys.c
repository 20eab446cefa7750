#include "ui/keys.h"

#include "model/error.h"
#include "text/text.h"

#include <curses.h>
#include <string.h>

static const struct {
  const char *name;
  NgKey key;
} names[] = {
    {"Space", ' '},
    {"Tab", '\t'},
    {"Enter", '\r'},
    {"Esc", 27},
    {"Shift-Tab", NG_KEY_FUNCTION + KEY_BTAB},
    {"Up", NG_KEY_FUNCTION + KEY_UP},
    {"Down", NG_KEY_FUNCTION + KEY_DOWN},
    {"Left", NG_KEY_FUNCTION + KEY_LEFT},
    {"Right", NG_KEY_FUNCTION + KEY_RIGHT},
    {"PgUp", NG_KEY_FUNCTION + KEY_PPAGE},
    {"PgDn", NG_KEY_FUNCTION + KEY_NPAGE},
    {"Home", NG_KEY_FUNCTION + KEY_HOME},
    {"End", NG_KEY_FUNCTION + KEY_END},
    {"Insert", NG_KEY_FUNCTION + KEY_IC},
    {"Delete", NG_KEY_FUNCTION + KEY_DC},
    {"Backspace", NG_KEY_FUNCTION + KEY_BACKSPACE},
};

NgKey ng_key_parse(const char *name, gsize bytes)
{
  g_autofree char *word = g_strndup(name, bytes);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_ascii_strcasecmp(word, names[i].name) == 0)
      return names[i].key;
  if (g_ascii_strncasecmp(word, "Ctrl-", 5) == 0 && word[5] && !word[6]) {
    char c = g_ascii_toupper(word[5]);
    return c >= '@' && c <= '_' ? (NgKey)(c - '@') : NG_KEY_NONE;
  }
  if (g_ascii_toupper(word[0]) == 'F' && g_ascii_isdigit(word[1])) {
    guint64 number;
    if (g_ascii_string_to_unsigned(word + 1, 10, 1, 12, &number, NULL))
      return NG_KEY_FUNCTION + (NgKey)KEY_F((int)number);
    return NG_KEY_NONE;
  }
  gunichar c = g_utf8_get_char_validated(word, -1);
  bool single = c < 0x110000 && c > ' ' && c != 0x7F && *g_utf8_next_char(word) == '\0';
  return single ? c : NG_KEY_NONE;
}

char *ng_key_name(NgKey key)
{
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].key == key)
      return g_strdup(names[i].name);
  if (key >= NG_KEY_FUNCTION)
    return g_strdup_printf("F%u", key - NG_KEY_FUNCTION - KEY_F0);
  if (key < ' ')
    return g_strdup_printf("Ctrl-%c", (int)key + '@');
  char utf8[7] = "";
  utf8[g_unichar_to_utf8(key, utf8)] = '\0';
  return g_strdup(utf8);
}

/* The keys of each command, in order, and the name of the first. */
struct _NgKeymap {
  GArray *keys[NG_N_COMMANDS]; /* NgKey */
  char *first[NG_N_COMMANDS];
};

static void name_first(NgKeymap *keymap, NgCommandId command)
{
  g_free(keymap->first[command]);
  const GArray *keys = keymap->keys[command];
  keymap->first[command] = keys->len ? ng_key_name(g_array_index(keys, NgKey, 0)) : g_strdup("");
}

/* The named key that is spelt most alike. */
static const char *nearest_name(const char *word)
{
  const char *nearest = names[0].name;
  for (gsize i = 1; i < G_N_ELEMENTS(names); i++)
    if (ng_text_distance(word, names[i].name) < ng_text_distance(word, nearest))
      nearest = names[i].name;
  return nearest;
}

/* The keys that `text` names, or NULL with `error`. */
static GArray *parse_keys(const char *text, GError **error)
{
  g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(NgKey));
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (char **word = words; *word; word++) {
    if (!**word)
      continue;
    NgKey key = ng_key_parse(*word, strlen(*word));
    if (key == NG_KEY_NONE) {
      g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "no key is called %s; the nearest is %s", *word,
                  nearest_name(*word));
      return NULL;
    }
    g_array_append_val(keys, key);
  }
  return g_steal_pointer(&keys);
}

NgKeymap *ng_keymap_new(void)
{
  NgKeymap *keymap = g_new0(NgKeymap, 1);
  for (NgCommandId id = NG_COMMAND_NONE; id < NG_N_COMMANDS; id++) {
    const NgCommand *command = ng_command(id);
    keymap->keys[id] = parse_keys(command ? command->keys : "", NULL);
    name_first(keymap, id);
  }
  return keymap;
}

void ng_keymap_free(NgKeymap *keymap)
{
  if (!keymap)
    return;
  for (NgCommandId id = NG_COMMAND_NONE; id < NG_N_COMMANDS; id++) {
    g_array_unref(keymap->keys[id]);
    g_free(keymap->first[id]);
  }
  g_free(keymap);
}

static void remove_key(NgKeymap *keymap, NgCommandId from, NgKey key)
{
  GArray *keys = keymap->keys[from];
  for (guint i = keys->len; i-- > 0;)
    if (g_array_index(keys, NgKey, i) == key)
      g_array_remove_index(keys, i);
  name_first(keymap, from);
}

bool ng_keymap_bind(NgKeymap *keymap, NgCommandId command, const char *text, GError **error)
{
  const NgCommand *bound = ng_command(command);
  g_return_val_if_fail(bound != NULL, false);
  GArray *keys = parse_keys(text, error);
  if (!keys)
    return false;
  gsize n;
  const NgCommand *all = ng_commands(&n);
  for (gsize i = 0; i < n; i++)
    for (guint k = 0; all[i].context == bound->context && k < keys->len; k++)
      remove_key(keymap, all[i].id, g_array_index(keys, NgKey, k));
  g_array_unref(keymap->keys[command]);
  keymap->keys[command] = keys;
  name_first(keymap, command);
  return true;
}

static bool means(const NgKeymap *keymap, NgCommandId command, NgKey key)
{
  const GArray *keys = keymap->keys[command];
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index(keys, NgKey, i) == key)
      return true;
  return false;
}

NgCommandId ng_keymap_look_up(const NgKeymap *keymap, NgKey key, unsigned contexts)
{
  if (key == '\n' || key == NG_KEY_FUNCTION + KEY_ENTER)
    key = '\r';
  gsize n;
  const NgCommand *all = ng_commands(&n);
  NgCommandId found = NG_COMMAND_NONE;
  for (gsize i = 0; i < n; i++) {
    bool holds = all[i].context == NG_CONTEXT_ANY || (all[i].context & contexts) != 0;
    if (!holds || !means(keymap, all[i].id, key))
      continue;
    if (all[i].context != NG_CONTEXT_ANY)
      return all[i].id;
    found = all[i].id;
  }
  return found;
}

const char *ng_keymap_first(const NgKeymap *keymap, NgCommandId command)
{
  return keymap->first[command];
}

char *ng_keymap_all(const NgKeymap *keymap, NgCommandId command)
{
  GString *all = g_string_new(NULL);
  const GArray *keys = keymap->keys[command];
  for (guint i = 0; i < keys->len; i++) {
    g_autofree char *name = ng_key_name(g_array_index(keys, NgKey, i));
    g_string_append_printf(all, "%s%s", i ? " " : "", name);
  }
  return g_string_free(all, FALSE);
}
