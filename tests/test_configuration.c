/* The configuration: what it sets, and how it names the file, the line and the nearest known name of what it does not know. */
#include "cli/configuration.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

/* Reads `text` as a configuration. */
static bool read_text(NgConfig *config, const char *text, gssize bytes, char **path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  *path = g_build_filename(folder, "config", NULL);
  cr_assert(g_file_set_contents(*path, text, bytes, NULL));
  bool read = ng_config_read(config, *path, error);
  g_remove(*path);
  g_rmdir(folder);
  return read;
}

Test(configuration, sets_what_it_says_and_leaves_the_rest)
{
  g_autoptr(NgConfig) config = ng_config_new();
  cr_assert(!config->ascii && !config->mouse && !config->background && config->remember_positions && !config->theme);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  static const char text[] = "# remarks\n\n[reader]\n theme = light "
                             "\nmouse=true\nremember-positions=false\n\n[keys]\nnext-mention = p Ctrl-J\n"
                             "copy=\\ |\n[reader]\nannotate = always\nweak-below = 70\n";
  cr_assert(read_text(config, text, -1, &path, &error), "%s", error ? error->message : "");
  cr_assert_str_eq(config->theme, "light");
  cr_assert_str_eq(config->annotate, "always");
  cr_assert_eq(config->weak_below, 70);
  cr_assert(config->mouse && !config->remember_positions && !config->ascii);
  cr_assert_eq(ng_keymap_look_up(config->keymap, 'p', NG_CONTEXT_ANY), NG_COMMAND_NEXT_MENTION);
  cr_assert_eq(ng_keymap_look_up(config->keymap, 'n', NG_CONTEXT_ANY), NG_COMMAND_NONE);
  cr_assert_eq(ng_keymap_look_up(config->keymap, '\\', NG_CONTEXT_ANY), NG_COMMAND_COPY);
  cr_assert_eq(ng_keymap_look_up(config->keymap, '|', NG_CONTEXT_ANY), NG_COMMAND_COPY, "taken from pipe");
  cr_assert_eq(ng_keymap_look_up(config->keymap, 'j', NG_CONTEXT_ANY), NG_COMMAND_LINE_DOWN);
}

typedef struct {
  const char *text;
  const char *fault; /* what follows the path */
} Faulty;

static const Faulty faulty[] = {
    {"[reader]\nthem = light\n", ":2: no setting is called them; the nearest is theme"},
    {"[reader]\ntheme = ligth\n", ":2: no theme is called ligth; the nearest is light"},
    {"[reader]\nmouse = true\nascii = maybe\n", ":3: ascii must be true or false, not maybe"},
    {"[reader]\nweak-below = 101\n", ":2: weak-below must be from 1 to 100, not 101"},
    {"[reader]\nannotate = often\n", ":2: annotate must be auto or always or never, not often"},
    {"# a\n\n[keys]\nnext-mentoin = n\n", ":4: no command is called next-mentoin; the nearest is next-mention"},
    {"[keys]\nnext-mention = n\n[keys]\nquit = PageDn\n", ":4: no key is called PageDn; the nearest is PgDn"},
    {"[reader]\n[kyes]\nquit = q\n[keys]\n[kyes]\n", ":2: no group is called [kyes]"},
    {"[kyes]\nquit = q\n", ":1: no group is called [kyes]; the nearest is [keys]"},
    {"[reader]\n\nnonsense\n", ":3: neither a [group] nor NAME = VALUE"},
    {"# remark\n\n[reader]\n# remark\nnonsense\n", ":5: neither a [group] nor NAME = VALUE"},
    {"[reader]\n= light\n", ":2: neither a [group] nor NAME = VALUE"},
    {"theme = light\n", ":1: above it a [group] is missing: [reader] or [keys]"},
    {"[reader]\n\xff\xfe = true\n", ":2: "},
};

Test(configuration, a_fault_names_file_line_and_nearest)
{
  for (gsize i = 0; i < G_N_ELEMENTS(faulty); i++) {
    g_autoptr(NgConfig) config = ng_config_new();
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    cr_assert(!read_text(config, faulty[i].text, -1, &path, &error), "%s", faulty[i].text);
    g_autofree char *start = g_strconcat(path, faulty[i].fault, NULL);
    cr_assert(g_str_has_prefix(error->message, start), "%s\n%s", error->message, start);
  }
}

Test(configuration, empty_is_no_fault)
{
  static const char *const texts[] = {"", "\n\n", "# nothing\n", "[reader]\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(NgConfig) config = ng_config_new();
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    cr_assert(read_text(config, texts[i], -1, &path, &error), "\"%s\": %s", texts[i], error ? error->message : "");
  }
}

Test(configuration, any_bytes_are_survived)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  static const char parts[] = "[reader]\n=\\#\0\377\n[keys]theme = light\nquit=q ";
  for (int i = 0; i < 300; i++) {
    g_autoptr(NgConfig) config = ng_config_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (gint n = g_rand_int_range(random, 0, 20); n > 0; n--) {
      gint from = g_rand_int_range(random, 0, (gint)sizeof parts - 1);
      g_string_append_len(text, parts + from, g_rand_int_range(random, 0, (gint)sizeof parts - from));
    }
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    cr_assert_eq(read_text(config, text->str, (gssize)text->len, &path, &error), error == NULL);
  }
}

Test(configuration, a_missing_file_is_an_error)
{
  g_autoptr(NgConfig) config = ng_config_new();
  g_autoptr(GError) error = NULL;
  cr_assert(!ng_config_read(config, "/nowhere/config", &error));
  cr_assert_not_null(strstr(error->message, "/nowhere/config"));
}
