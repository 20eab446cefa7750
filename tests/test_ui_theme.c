/* Themes as curses has set them up: contrast, kinds that stay apart, no colour where none is wanted. */
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>
#include <term.h>

#define LEAST_RATIO 4.5

/* The colour of one of the 256 (16 on: they are the same everywhere): the cube, then the greys. */
static unsigned rgb_of_256(int colour)
{
  static const unsigned steps[] = {0, 95, 135, 175, 215, 255};
  cr_assert(colour >= 16 && colour < 256, "colour %d depends on the terminal", colour);
  if (colour >= 232) {
    unsigned grey = 8 + 10 * (unsigned)(colour - 232);
    return grey << 16 | grey << 8 | grey;
  }
  unsigned i = (unsigned)colour - 16;
  return steps[i / 36] << 16 | steps[i / 6 % 6] << 8 | steps[i % 6];
}

/* Relative luminance and contrast as WCAG 2 defines them. */
static double luminance(unsigned rgb)
{
  static const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (int i = 0; i < 3; i++) {
    double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static double ratio(unsigned a, unsigned b)
{
  double x = luminance(a), y = luminance(b);
  return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* A terminal of 24 bits of colour, which few systems describe: described here, for this process. */
static void describe_direct(void)
{
  static const char source[] = "ng-direct|24 bits of colour, RGB, colors#0x1000000, pairs#0x7fff,\n"
                               "\tsetaf=\\E[38:2:%p1%d:%p1%d:%p1%dm, setab=\\E[48:2:%p1%d:%p1%d:%p1%dm,\n"
                               "\tuse=xterm-256color,\n";
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  g_autofree char *file = g_build_filename(folder, "source", NULL);
  cr_assert(g_file_set_contents(file, source, -1, NULL));
  char *argv[] = {"tic", "-x", "-o", folder, file, NULL};
  int status = -1;
  if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
    cr_skip("tic is not there");
  g_setenv("TERMINFO", folder, true);
}

static SCREEN *screen_of(const char *term, FILE *sink)
{
  if (strcmp(term, "ng-direct") == 0)
    describe_direct();
  SCREEN *screen = newterm(term, sink, sink);
  if (!screen)
    cr_skip("the system does not know the terminal %s", term);
  return screen;
}

/* On a terminal of 24 bits a pair's colours are its rgb; of 256, indices. */
static unsigned rgb_of(int colour)
{
  return COLORS > 256 ? (unsigned)colour : rgb_of_256(colour);
}

static void check_contrast(const char *name)
{
  g_autoptr(NgTheme) theme = ng_theme_new(name, true);
  for (NgRole role = 0; role < NG_N_ROLES; role++) {
    int over, under;
    cr_assert_eq(extended_pair_content(ng_theme_look(theme, role).pair, &over, &under), OK);
    double found = ratio(rgb_of(over), rgb_of(under));
    cr_expect_geq(found, LEAST_RATIO, "%s with %d colours, role %c: %.2f", name, COLORS, ng_role_letter(role), found);
  }
}

typedef struct {
  char theme[20], term[20];
} Case;

ParameterizedTestParameters(theme, contrast)
{
  static Case cases[] = {{"dark", "xterm-256color"},     {"light", "xterm-256color"},
                         {"contrast", "xterm-256color"}, {"contrast-light", "xterm-256color"},
                         {"dark", "ng-direct"},          {"light", "ng-direct"},
                         {"contrast", "ng-direct"},      {"contrast-light", "ng-direct"}};
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

ParameterizedTest(Case *c, theme, contrast)
{
  FILE *sink = fopen("/dev/null", "r+");
  SCREEN *screen = screen_of(c->term, sink);
  check_contrast(c->theme);
  endwin();
  delscreen(screen);
  fclose(sink);
}

static bool same_look(NgLook a, NgLook b)
{
  int over_a, under_a, over_b, under_b;
  extended_pair_content(a.pair, &over_a, &under_a);
  extended_pair_content(b.pair, &over_b, &under_b);
  return a.attributes == b.attributes && over_a == over_b && under_a == under_b;
}

/* Names of each kind, further mentions, the selected one: no two may look the same, in any theme on any terminal. */
static void check_kinds_apart(const char *term, const char *name)
{
  static const NgRole roles[] = {NG_ROLE_PERSON,        NG_ROLE_PLACE, NG_ROLE_ORGANISATION,
                                 NG_ROLE_CHOSEN_PERSON, NG_ROLE_TEXT,  NG_ROLE_MATCH};
  g_autoptr(NgTheme) theme = ng_theme_new(name, false);
  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    for (gsize k = i + 1; k < G_N_ELEMENTS(roles); k++) {
      bool both_marked = roles[i] == NG_ROLE_CHOSEN_PERSON && roles[k] == NG_ROLE_MATCH;
      cr_expect(both_marked || !same_look(ng_theme_look(theme, roles[i]), ng_theme_look(theme, roles[k])),
                "%s, %s: %c looks like %c", term, name, ng_role_letter(roles[i]), ng_role_letter(roles[k]));
    }
  cr_expect(!same_look(ng_theme_look(theme, NG_ROLE_PERSON), ng_theme_look(theme, NG_ROLE_SAME_PERSON)));
  cr_expect(!same_look(ng_theme_look(theme, NG_ROLE_PLACE), ng_theme_look(theme, NG_ROLE_SAME_PLACE)));
}

ParameterizedTestParameters(theme, kinds_stay_apart)
{
  static char terms[][20] = {"xterm-256color", "ng-direct", "xterm-16color", "linux", "vt100", "screen", "xterm"};
  return cr_make_param_array(char[20], terms, G_N_ELEMENTS(terms));
}

ParameterizedTest(char (*term)[20], theme, kinds_stay_apart)
{
  FILE *sink = fopen("/dev/null", "r+");
  SCREEN *screen = screen_of(*term, sink);
  for (const char *const *name = ng_theme_names(); *name; name++)
    check_kinds_apart(*term, *name);
  endwin();
  delscreen(screen);
  fclose(sink);
}

/* What each role is beside its colour, and without one: b bold, u underlined, i italic, r reversed, d dim. */
static const struct {
  NgRole role;
  const char *coloured, *mono;
} told[] = {
    {NG_ROLE_TEXT, "", ""},
    {NG_ROLE_TITLE, "b", "b"},
    {NG_ROLE_STRONG, "b", "b"},
    {NG_ROLE_PERSON, "", "b"},
    {NG_ROLE_PLACE, "", "u"},
    {NG_ROLE_ORGANISATION, "i", "i"},
    {NG_ROLE_SAME_PERSON, "u", "bu"},
    {NG_ROLE_SAME_PLACE, "u", "bu"},
    {NG_ROLE_SAME_ORGANISATION, "u", "bu"},
    {NG_ROLE_CHOSEN_PERSON, "br", "br"},
    {NG_ROLE_CHOSEN_PLACE, "br", "br"},
    {NG_ROLE_CHOSEN_ORGANISATION, "br", "br"},
    {NG_ROLE_CHOSEN, "br", "br"},
    {NG_ROLE_FOCUS, "b", "b"},
    {NG_ROLE_HEAD, "", ""},
    {NG_ROLE_DIM, "", "d"},
    {NG_ROLE_FAINT, "", "d"},
    {NG_ROLE_BAR, "", "b"},
    {NG_ROLE_TICK, "", "b"},
    {NG_ROLE_KEY, "b", "b"},
    {NG_ROLE_MATCH, "", "r"},
    {NG_ROLE_WARNING, "b", "b"},
    {NG_ROLE_ERROR, "b", "r"},
    {NG_ROLE_PIN, "b", "b"},
    {NG_ROLE_EDGE, "", ""},
    {NG_ROLE_WEAK, "", "d"},
    {NG_ROLE_LABEL, "", ""},
    {NG_ROLE_LIT, "b", "b"},
    {NG_ROLE_COAST, "", ""},
    {NG_ROLE_LAND, "", "d"},
    {NG_ROLE_UNSURE_PERSON, "d", "d"},
    {NG_ROLE_UNSURE_PLACE, "d", "d"},
    {NG_ROLE_UNSURE_ORGANISATION, "id", "id"},
    {NG_ROLE_STAND_IN, "u", "ud"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(told) == NG_N_ROLES);

static char *attributes_of(const NgTheme *theme, NgRole role)
{
  attr_t it = ng_theme_look(theme, role).attributes;
  return g_strconcat(it & A_BOLD ? "b" : "", it & A_UNDERLINE ? "u" : "", it & A_ITALIC ? "i" : "",
                     it & A_REVERSE ? "r" : "", it & A_DIM ? "d" : "", NULL);
}

Test(theme, what_a_role_is_beside_its_colour)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  (void)stage;
  for (const char *const *name = ng_theme_names(); *name; name++) {
    g_autoptr(NgTheme) theme = ng_theme_new(*name, false);
    for (gsize i = 0; i < G_N_ELEMENTS(told); i++) {
      g_autofree char *found = attributes_of(theme, told[i].role);
      cr_expect_str_eq(found, strcmp(*name, "mono") == 0 ? told[i].mono : told[i].coloured, "%s, role %c: %s", *name,
                       ng_role_letter(told[i].role), found);
    }
  }
}

Test(theme, where_there_are_no_italics_organisations_are_dim_and_underlined)
{
  FILE *sink = fopen("/dev/null", "r+");
  SCREEN *screen = screen_of("vt100", sink);
  g_autoptr(NgTheme) theme = ng_theme_new("dark", false);
  g_autofree char *found = attributes_of(theme, NG_ROLE_ORGANISATION);
  cr_expect_str_eq(found, "ud");
  endwin();
  delscreen(screen);
  fclose(sink);
}

static bool has_colour(const char *name)
{
  g_autoptr(NgTheme) theme = ng_theme_new(name, false);
  for (NgRole role = 0; role < NG_N_ROLES; role++)
    if (ng_theme_look(theme, role).pair != 0)
      return true;
  return false;
}

Test(theme, mono_and_no_color_use_no_colour)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  (void)stage;
  cr_expect(has_colour("dark"));
  cr_expect(!has_colour("mono"));
  g_setenv("NO_COLOR", "", true);
  cr_expect(has_colour("light"), "an empty NO_COLOR is none");
  g_setenv("NO_COLOR", "1", true);
  for (const char *const *name = ng_theme_names(); *name; name++)
    cr_expect(!has_colour(*name), "%s", *name);
}

Test(theme, a_name_that_is_none_is_the_first)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  (void)stage;
  g_autoptr(NgTheme) first = ng_theme_new("dark", false);
  g_autoptr(NgTheme) unknown = ng_theme_new("no such theme", false);
  for (NgRole role = 0; role < NG_N_ROLES; role++)
    cr_expect(same_look(ng_theme_look(first, role), ng_theme_look(unknown, role)));
}

Test(theme, no_paper_is_painted_unless_it_is_asked_for)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  (void)stage;
  for (int background = 0; background < 2; background++) {
    g_autoptr(NgTheme) theme = ng_theme_new("dark", background);
    int over, under;
    extended_pair_content(ng_theme_look(theme, NG_ROLE_TEXT).pair, &over, &under);
    cr_expect_eq(under == -1, !background);
  }
}

Test(theme, each_role_has_a_letter)
{
  for (NgRole role = 0; role < NG_N_ROLES; role++)
    cr_expect(strchr(".THPLOploSFhdfbtkmWEiexaGcnqrsu", ng_role_letter(role)) && ng_role_letter(role));
}
