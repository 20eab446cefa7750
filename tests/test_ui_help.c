/* The keys' screen: every command in its group, as many columns as fit, a filter. */
#include "tests/ui.h"
#include "ui/overlays.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* The overlay with its status line, as the program draws it. */
static void draw(NgStage *stage, NgOverlay *help, const NgKeymap *keymap)
{
  ng_canvas_clear(stage->canvas);
  help->ops->draw(help, NULL, stage->canvas);
  ng_stage_draw_status(stage, help, NULL, keymap);
}

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

ParameterizedTestParameters(help, golden)
{
  static Size sizes[] = {{120, 40, false}, {80, 24, false}, {200, 60, false},
                         {40, 12, false},  {1, 1, false},   {80, 24, true}};
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, help, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(size->cols, size->rows, size->ascii);
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  NgOverlayContext context = {.keymap = keymap};
  g_autoptr(NgOverlay) help = ng_help_new(NULL, &context);
  draw(stage, help, keymap);
  cr_expect(ng_stage_is_golden(stage, size->ascii ? "help-ascii" : "help"));
}

/* All that is shown while it is scrolled to its end. */
static char *all_text(NgStage *stage, NgOverlay *help, const NgKeymap *keymap)
{
  GString *all = g_string_new(NULL);
  for (int i = 0; i < 30; i++) {
    draw(stage, help, keymap);
    g_autofree char *text = ng_stage_text(stage);
    g_string_append(all, text);
    help->ops->command(help, NULL, NG_COMMAND_PAGE_DOWN, 1);
  }
  return g_string_free(all, FALSE);
}

Test(help, no_command_is_missing_in_any_size)
{
  static const int sizes[][2] = {{120, 40}, {80, 24}, {40, 12}, {60, 8}, {77, 24}, {78, 24}, {100, 30}, {119, 30}};
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  NgOverlayContext context = {.keymap = keymap};
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(NgStage) stage = ng_stage_new(sizes[i][0], sizes[i][1], false);
    g_autoptr(NgOverlay) help = ng_help_new(NULL, &context);
    g_autofree char *text = all_text(stage, help, keymap);
    for (gsize k = 0; k < n; k++) {
      const char *what = commands[k].together ? commands[k].together : commands[k].help;
      cr_expect(strstr(text, what) && strstr(text, ng_keymap_first(keymap, commands[k].id)), "%s at %d columns",
                commands[k].name, sizes[i][0]);
    }
  }
}

/* However far it is scrolled, the row above its own and the one below are left alone. */
Test(help, nothing_is_drawn_outside_of_its_rows)
{
  g_autoptr(NgStage) stage = ng_stage_new(40, 12, false);
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  NgOverlayContext context = {.keymap = keymap};
  g_autoptr(NgOverlay) help = ng_help_new(NULL, &context);
  for (int i = 0; i < 80; i++) {
    ng_canvas_clear(stage->canvas);
    help->ops->draw(help, NULL, stage->canvas);
    g_autofree char *above = ng_stage_row(stage, 1), *below = ng_stage_row(stage, 11);
    cr_expect_str_empty(g_strchomp(above), "%d: %s", i, above);
    cr_expect_str_empty(g_strchomp(below), "%d: %s", i, below);
    help->ops->command(help, NULL, NG_COMMAND_LINE_DOWN, 1);
  }
}

Test(help, keys_that_were_changed_are_shown_as_they_are)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  cr_assert(ng_keymap_bind(keymap, NG_COMMAND_MENTIONS, "F7", NULL));
  NgOverlayContext context = {.keymap = keymap};
  g_autoptr(NgOverlay) help = ng_help_new(NULL, &context);
  draw(stage, help, keymap);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(strstr(text, "F7            all mentions"), "%s", text);
}

typedef struct {
  char filter[20], found[40], not_found[40];
} Case;

ParameterizedTestParameters(help, filter)
{
  static Case cases[] = {{"K", "who is this?", "line down, up"},     {"PgDn", "page down, up", "start, end"},
                         {"MENTION", "all mentions", "page down"},   {"theme", "change the theme", "quit"},
                         {"zzz", "no key like that", "line down"},   {"", "line down, up", "no key like that"},
                         {"previous", "next, previous pane", "quit"}};
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

ParameterizedTest(Case *c, help, filter)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  NgOverlayContext context = {.keymap = keymap};
  g_autoptr(NgOverlay) help = ng_help_new(NULL, &context);
  help->ops->filter(help, NULL, c->filter);
  draw(stage, help, keymap);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(strstr(text, c->found), "/%s: %s", c->filter, text);
  cr_expect(!strstr(text, c->not_found), "/%s: %s", c->filter, text);
  cr_expect_eq(help->ops->command(help, NULL, NG_COMMAND_LEAVE, 0), *c->filter ? NG_DONE : NG_NOT_MINE);
  cr_expect_eq(help->ops->command(help, NULL, NG_COMMAND_LEAVE, 0), NG_NOT_MINE, "the filter is gone");
}
