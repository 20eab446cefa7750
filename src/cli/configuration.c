#include "cli/configuration.h"

#include "cli/options.h"
#include "model/error.h"
#include "text/text.h"
#include "ui/ui.h"

#include <string.h>

#define GROUP_READER "reader"
#define GROUP_KEYS   "keys"

#define FIELD(name)  G_STRUCT_OFFSET(NgConfig, name)

static const NgSetting settings[] = {
    {"theme", NG_SETTING_THEME, FIELD(theme), "dark", "the colours", NULL},
    {"ascii", NG_SETTING_SWITCH, FIELD(ascii), "false", "no box characters", NULL},
    {"mouse", NG_SETTING_SWITCH, FIELD(mouse), "false", "the wheel scrolls and a click selects", NULL},
    {"background", NG_SETTING_SWITCH, FIELD(background), "false", "paint the background of the theme", NULL},
    {"remember-positions", NG_SETTING_SWITCH, FIELD(remember_positions), "true", "open an article where it was left",
     NULL},
    {"annotate", NG_SETTING_WORD, FIELD(annotate), "auto",
     "find the names of a text; auto: where no person and no place is marked", ng_annotate_words},
    {"weak-below", NG_SETTING_PER_CENT, FIELD(weak_below), "50",
     "per cent; names and relations of which the annotator is less sure are drawn weaker", NULL},
};

const NgSetting *ng_settings(gsize *n)
{
  *n = G_N_ELEMENTS(settings);
  return settings;
}

NgConfig *ng_config_new(void)
{
  NgConfig *config = g_new0(NgConfig, 1);
  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
    if (settings[i].kind == NG_SETTING_SWITCH)
      G_STRUCT_MEMBER(gboolean, config, settings[i].field) = strcmp(settings[i].standard, "true") == 0;
    else if (settings[i].kind == NG_SETTING_PER_CENT)
      G_STRUCT_MEMBER(int, config, settings[i].field) = (int)g_ascii_strtoll(settings[i].standard, NULL, 10);
  config->keymap = ng_keymap_new();
  return config;
}

void ng_config_free(NgConfig *config)
{
  if (!config)
    return;
  g_free(config->theme);
  g_free(config->annotate);
  ng_keymap_free(config->keymap);
  g_free(config);
}

char *ng_config_path(void)
{
  return g_build_filename(g_get_user_config_dir(), "nutgraf", "config", NULL);
}

/* ---- faults: the key file parser knows no lines, so the line is looked up when it is wanted ---- */

typedef struct {
  const char *path;
  char **lines;
} Place;

/* The last line, from 1, that sets `key` in `group`; with a NULL `key`, the first that opens the group. 0 if there is none. */
static guint line_of(char *const *lines, const char *group, const char *key)
{
  guint found = 0;
  bool inside = false;
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *line = g_strstrip(g_strdup(lines[i]));
    gsize bytes = strlen(line);
    if (line[0] == '[' && line[bytes - 1] == ']') {
      inside = strlen(group) == bytes - 2 && strncmp(line + 1, group, bytes - 2) == 0;
      if (inside && !key && found == 0)
        found = i + 1;
    } else if (inside && key && line[0] != '#') {
      gsize name = strcspn(line, "=");
      while (name > 0 && g_ascii_isspace(line[name - 1]))
        name--;
      if (name == strlen(key) && strncmp(line, key, name) == 0)
        found = i + 1;
    }
  }
  return found;
}

static bool is_pair(const char *line)
{
  line += strspn(line, " \t\r");
  return g_utf8_validate(line, -1, NULL) && *line != '#' && *line != '=' && strchr(line, '=');
}

/* The first line, from 1, that is no part of a key file. 0 if each is. */
static guint line_of_nonsense(char *const *lines)
{
  bool grouped = false;
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *line = g_strstrip(g_strdup(lines[i]));
    bool group = line[0] == '[' && g_str_has_suffix(line, "]");
    grouped |= group;
    bool pair = grouped && is_pair(line);
    if (!g_utf8_validate(line, -1, NULL) || (line[0] != '\0' && line[0] != '#' && !group && !pair))
      return i + 1;
  }
  return 0;
}

static void fault(GError **error, const Place *place, guint line, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void fault(GError **error, const Place *place, guint line, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  if (line > 0)
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s:%u: %s", place->path, line, message);
  else
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s: %s", place->path, message);
}

static const char *nearest_of(const char *word, const char *const *known)
{
  const char *nearest = known[0];
  for (; *known; known++)
    if (ng_text_distance(word, *known) < ng_text_distance(word, nearest))
      nearest = *known;
  return nearest;
}

/* ---- the two groups ---- */

static const NgSetting *setting_by_name(const char *name, const char **nearest)
{
  const char *known[G_N_ELEMENTS(settings) + 1] = {NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
    if (strcmp(settings[i].name, name) == 0)
      return &settings[i];
    known[i] = settings[i].name;
  }
  *nearest = nearest_of(name, known);
  return NULL;
}

static bool set_theme(char **theme, const char *value, guint line, const Place *place, GError **error)
{
  const char *const *themes = ng_ui_themes();
  if (!g_strv_contains(themes, value)) {
    fault(error, place, line, "no theme is called %s; the nearest is %s", value, nearest_of(value, themes));
    return false;
  }
  g_free(*theme);
  *theme = g_strdup(value);
  return true;
}

static bool set_word(NgConfig *config, const NgSetting *setting, const char *value, guint line, const Place *place,
                     GError **error)
{
  const char *const *words = setting->choices();
  if (!g_strv_contains(words, value)) {
    g_autofree char *all = g_strjoinv(" or ", (char **)words);
    fault(error, place, line, "%s must be %s, not %s", setting->name, all, value);
    return false;
  }
  char **field = &G_STRUCT_MEMBER(char *, config, setting->field);
  g_free(*field);
  *field = g_strdup(value);
  return true;
}

static bool set_per_cent(NgConfig *config, const NgSetting *setting, const char *value, guint line, const Place *place,
                         GError **error)
{
  guint64 number;
  if (!g_ascii_string_to_unsigned(value, 10, 1, 100, &number, NULL)) {
    fault(error, place, line, "%s must be from 1 to 100, not %s", setting->name, value);
    return false;
  }
  G_STRUCT_MEMBER(int, config, setting->field) = (int)number;
  return true;
}

static bool read_setting(NgConfig *config, const char *name, const char *value, const Place *place, GError **error)
{
  guint line = line_of(place->lines, GROUP_READER, name);
  const char *nearest;
  const NgSetting *setting = setting_by_name(name, &nearest);
  if (!setting) {
    fault(error, place, line, "no setting is called %s; the nearest is %s", name, nearest);
    return false;
  }
  if (setting->kind == NG_SETTING_THEME)
    return set_theme(&G_STRUCT_MEMBER(char *, config, setting->field), value, line, place, error);
  if (setting->kind == NG_SETTING_WORD)
    return set_word(config, setting, value, line, place, error);
  if (setting->kind == NG_SETTING_PER_CENT)
    return set_per_cent(config, setting, value, line, place, error);
  bool on = strcmp(value, "true") == 0;
  if (!on && strcmp(value, "false") != 0) {
    fault(error, place, line, "%s must be true or false, not %s", name, value);
    return false;
  }
  G_STRUCT_MEMBER(gboolean, config, setting->field) = on;
  return true;
}

static bool read_keys(NgConfig *config, const char *name, const char *value, const Place *place, GError **error)
{
  guint line = line_of(place->lines, GROUP_KEYS, name);
  const char *nearest;
  const NgCommand *command = ng_command_by_name(name, &nearest);
  if (!command) {
    fault(error, place, line, "no command is called %s; the nearest is %s", name, nearest);
    return false;
  }
  g_autoptr(GError) problem = NULL;
  if (ng_keymap_bind(config->keymap, command->id, value, &problem))
    return true;
  fault(error, place, line, "%s", problem->message);
  return false;
}

static bool read_group(NgConfig *config, GKeyFile *file, const char *group, const Place *place, GError **error)
{
  static const char *const groups[] = {GROUP_READER, GROUP_KEYS, NULL};
  if (!g_strv_contains(groups, group)) {
    fault(error, place, line_of(place->lines, group, NULL), "no group is called [%s]; the nearest is [%s]", group,
          nearest_of(group, groups));
    return false;
  }
  bool keys = strcmp(group, GROUP_KEYS) == 0;
  g_auto(GStrv) names = g_key_file_get_keys(file, group, NULL, NULL);
  for (char **name = names; name && *name; name++) {
    /* As it is written: a backslash is a key, not the start of an escape. */
    g_autofree char *value = g_key_file_get_value(file, group, *name, NULL);
    g_strstrip(value);
    if (!(keys ? read_keys : read_setting)(config, *name, value, place, error))
      return false;
  }
  return true;
}

bool ng_config_read(NgConfig *config, const char *path, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *text = NULL;
  gsize bytes;
  if (!g_file_get_contents(path, &text, &bytes, &problem)) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s", problem->message);
    return false;
  }
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  Place place = {path, lines};
  g_autoptr(GKeyFile) file = g_key_file_new();
  if (!g_key_file_load_from_data(file, text, bytes, G_KEY_FILE_NONE, &problem)) {
    /* An empty file says nothing, and that is fine. */
    if (g_error_matches(problem, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_NOT_FOUND) || *g_strstrip(text) == '\0')
      return true;
    guint line = line_of_nonsense(lines);
    fault(error, &place, line, "%s",
          line && is_pair(lines[line - 1]) ? "above it a [group] is missing: [reader] or [keys]"
                                           : "neither a [group] nor NAME = VALUE");
    return false;
  }
  g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
  for (char **group = groups; *group; group++)
    if (!read_group(config, file, *group, &place, error))
      return false;
  return true;
}
