/* One table of paints, one of what each role is painted with. Ratios of contrast are told in HACKING. */
#include "ui/theme.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>

/* A colour for every depth: 24 bits, the 256 colours, the 16 (-1: the terminal's own). */
typedef struct {
  int rgb;
  short of_256, of_16;
} Paint;

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE, BRIGHT_BLACK };

typedef enum {
  INK_TEXT,
  INK_STRONG,
  INK_PERSON,
  INK_PLACE,
  INK_ORGANISATION,
  INK_HEAD,
  INK_DIM,
  INK_FAINT,
  INK_MATCH,
  INK_WARNING,
  INK_ERROR,
  N_INKS
} Ink;

typedef struct {
  const char *name;
  Paint paper, match_paper;
  Paint inks[N_INKS];
} Scheme;

static const Scheme schemes[] = {
    {"dark",
     {0x16181d, 234, -1},
     {0xf0e442, 227, YELLOW},
     {[INK_TEXT] = {0xd5d8de, 252, -1},
      [INK_STRONG] = {0xffffff, 231, -1},
      [INK_PERSON] = {0xf4b95a, 215, YELLOW},
      [INK_PLACE] = {0x79ccf5, 117, CYAN},
      [INK_ORGANISATION] = {0xcb78f2, 171, MAGENTA},
      [INK_HEAD] = {0xb4b9c4, 250, -1},
      [INK_DIM] = {0xa3aab8, 248, -1},
      [INK_FAINT] = {0x8a92a0, 245, BRIGHT_BLACK},
      [INK_MATCH] = {0x16181d, 16, BLACK},
      [INK_WARNING] = {0xff8f66, 209, RED},
      [INK_ERROR] = {0xff8a8a, 210, RED}}},
    {"light",
     {0xfbfbf9, 231, -1},
     {0xffe066, 227, YELLOW},
     {[INK_TEXT] = {0x2a2d33, 236, -1},
      [INK_STRONG] = {0x000000, 16, -1},
      [INK_PERSON] = {0x9c4f00, 94, RED},
      [INK_PLACE] = {0x0b55d0, 26, BLUE},
      [INK_ORGANISATION] = {0x8f339f, 90, MAGENTA},
      [INK_HEAD] = {0x4d525c, 239, -1},
      [INK_DIM] = {0x565c67, 240, -1},
      [INK_FAINT] = {0x666c77, 242, BRIGHT_BLACK},
      [INK_MATCH] = {0x000000, 16, BLACK},
      [INK_WARNING] = {0xb3261e, 124, RED},
      [INK_ERROR] = {0xb00020, 124, RED}}},
    {"contrast",
     {0x000000, 16, BLACK},
     {0xffff00, 226, YELLOW},
     {[INK_TEXT] = {0xffffff, 231, WHITE},
      [INK_STRONG] = {0xffffff, 231, WHITE},
      [INK_PERSON] = {0xffd75f, 221, YELLOW},
      [INK_PLACE] = {0x87d7ff, 117, CYAN},
      [INK_ORGANISATION] = {0xff9cff, 219, MAGENTA},
      [INK_HEAD] = {0xffffff, 231, WHITE},
      [INK_DIM] = {0xffffff, 231, WHITE},
      [INK_FAINT] = {0xd0d0d0, 252, WHITE},
      [INK_MATCH] = {0x000000, 16, BLACK},
      [INK_WARNING] = {0xffd75f, 221, YELLOW},
      [INK_ERROR] = {0xffafaf, 217, RED}}},
    {"contrast-light",
     {0xffffff, 231, WHITE},
     {0xffe066, 227, YELLOW},
     {[INK_TEXT] = {0x000000, 16, BLACK},
      [INK_STRONG] = {0x000000, 16, BLACK},
      [INK_PERSON] = {0x7a3600, 94, RED},
      [INK_PLACE] = {0x003f9e, 19, BLUE},
      [INK_ORGANISATION] = {0x6b1580, 54, MAGENTA},
      [INK_HEAD] = {0x000000, 16, BLACK},
      [INK_DIM] = {0x000000, 16, BLACK},
      [INK_FAINT] = {0x303030, 236, BLACK},
      [INK_MATCH] = {0x000000, 16, BLACK},
      [INK_WARNING] = {0x8a1c16, 88, RED},
      [INK_ERROR] = {0x8a0018, 88, RED}}},
    {"mono", {0, -1, -1}, {0, -1, -1}, {{0, 0, 0}}},
};

enum { MONO = G_N_ELEMENTS(schemes) - 1 };

/* ITALIC stands for italics, or dim and underlined where the terminal has none. */
enum { BOLD = 1, UNDERLINE = 2, ITALIC = 4, REVERSE = 8, DIM = 16 };

typedef struct {
  Ink ink;
  unsigned attributes, mono_attributes;
} Recipe;

static const Recipe recipes[NG_N_ROLES] = {
    [NG_ROLE_TEXT] = {INK_TEXT, 0, 0},
    [NG_ROLE_TITLE] = {INK_STRONG, BOLD, BOLD},
    [NG_ROLE_STRONG] = {INK_STRONG, BOLD, BOLD},
    [NG_ROLE_PERSON] = {INK_PERSON, 0, BOLD},
    [NG_ROLE_PLACE] = {INK_PLACE, 0, UNDERLINE},
    [NG_ROLE_ORGANISATION] = {INK_ORGANISATION, ITALIC, ITALIC},
    [NG_ROLE_SAME_PERSON] = {INK_PERSON, UNDERLINE, BOLD | UNDERLINE},
    [NG_ROLE_SAME_PLACE] = {INK_PLACE, UNDERLINE, BOLD | UNDERLINE},
    [NG_ROLE_SAME_ORGANISATION] = {INK_ORGANISATION, UNDERLINE, BOLD | UNDERLINE},
    [NG_ROLE_CHOSEN_PERSON] = {INK_PERSON, BOLD | REVERSE, BOLD | REVERSE},
    [NG_ROLE_CHOSEN_PLACE] = {INK_PLACE, BOLD | REVERSE, BOLD | REVERSE},
    [NG_ROLE_CHOSEN_ORGANISATION] = {INK_ORGANISATION, BOLD | REVERSE, BOLD | REVERSE},
    [NG_ROLE_CHOSEN] = {INK_STRONG, BOLD | REVERSE, BOLD | REVERSE},
    [NG_ROLE_FOCUS] = {INK_STRONG, BOLD, BOLD},
    [NG_ROLE_HEAD] = {INK_HEAD, 0, 0},
    [NG_ROLE_DIM] = {INK_DIM, 0, DIM},
    [NG_ROLE_FAINT] = {INK_FAINT, 0, DIM},
    [NG_ROLE_BAR] = {INK_HEAD, 0, BOLD},
    [NG_ROLE_TICK] = {INK_TEXT, 0, BOLD},
    [NG_ROLE_KEY] = {INK_STRONG, BOLD, BOLD},
    [NG_ROLE_MATCH] = {INK_MATCH, 0, REVERSE},
    [NG_ROLE_WARNING] = {INK_WARNING, BOLD, BOLD},
    [NG_ROLE_ERROR] = {INK_ERROR, BOLD, REVERSE},
    [NG_ROLE_PIN] = {INK_PLACE, BOLD, BOLD},
    [NG_ROLE_EDGE] = {INK_DIM, 0, 0},
    [NG_ROLE_WEAK] = {INK_FAINT, 0, DIM},
    [NG_ROLE_LABEL] = {INK_TEXT, 0, 0},
    [NG_ROLE_LIT] = {INK_STRONG, BOLD, BOLD},
    [NG_ROLE_COAST] = {INK_DIM, 0, 0},
    [NG_ROLE_LAND] = {INK_FAINT, 0, DIM},
    [NG_ROLE_UNSURE_PERSON] = {INK_PERSON, DIM, DIM},
    [NG_ROLE_UNSURE_PLACE] = {INK_PLACE, DIM, DIM},
    [NG_ROLE_UNSURE_ORGANISATION] = {INK_ORGANISATION, DIM | ITALIC, DIM | ITALIC},
    [NG_ROLE_STAND_IN] = {INK_DIM, UNDERLINE, DIM | UNDERLINE},
};

struct _NgTheme {
  NgLook looks[NG_N_ROLES];
};

static int paint_value(const Paint *paint)
{
  if (COLORS > 256)
    return paint->rgb;
  if (COLORS >= 256)
    return paint->of_256;
  return paint->of_16 < COLORS ? paint->of_16 : -1; /* bright black, of eight: the terminal's own, and dim */
}

static bool has_italics(void)
{
  const char *enter = enter_italics_mode;
  return enter && enter != (char *)-1;
}

static attr_t curses_attributes(unsigned attributes)
{
  attr_t bits = A_NORMAL;
  if (attributes & ITALIC)
    bits |= has_italics() ? A_ITALIC : A_DIM | A_UNDERLINE;
  if (attributes & BOLD)
    bits |= A_BOLD;
  if (attributes & UNDERLINE)
    bits |= A_UNDERLINE;
  if (attributes & REVERSE)
    bits |= A_REVERSE;
  if (attributes & DIM)
    bits |= A_DIM;
  return bits;
}

static bool wants_colour(void)
{
  const char *no = getenv("NO_COLOR");
  return has_colors() && !(no && *no);
}

static const Scheme *scheme_called(const char *name)
{
  for (gsize i = 0; name && i < G_N_ELEMENTS(schemes); i++)
    if (strcmp(schemes[i].name, name) == 0)
      return &schemes[i];
  return &schemes[0];
}

static void set_colours(NgTheme *theme, const Scheme *scheme, bool background)
{
  bool own_paper = background || g_str_has_prefix(scheme->name, "contrast");
  int paper = own_paper ? paint_value(&scheme->paper) : -1;
  for (NgRole role = 0; role < NG_N_ROLES; role++) {
    const Recipe *recipe = &recipes[role];
    int under = role == NG_ROLE_MATCH ? paint_value(&scheme->match_paper) : paper;
    int over = paint_value(&scheme->inks[recipe->ink]);
    int pair = (int)role + 1;
    init_extended_pair(pair, over, under);
    theme->looks[role] = (NgLook){curses_attributes(recipe->attributes), pair};
    if (recipe->ink == INK_FAINT && over < 0)
      theme->looks[role].attributes |= A_DIM;
  }
}

NgTheme *ng_theme_new(const char *name, bool background)
{
  NgTheme *theme = g_new0(NgTheme, 1);
  const Scheme *scheme = scheme_called(name);
  bool colour = scheme != &schemes[MONO] && wants_colour();
  if (colour) {
    start_color();
    use_default_colors();
    set_colours(theme, scheme, background);
  } else {
    for (NgRole role = 0; role < NG_N_ROLES; role++)
      theme->looks[role] = (NgLook){curses_attributes(recipes[role].mono_attributes), 0};
  }
  return theme;
}

void ng_theme_free(NgTheme *theme)
{
  g_free(theme);
}

NgLook ng_theme_look(const NgTheme *theme, NgRole role)
{
  return theme->looks[role];
}

const char *const *ng_theme_names(void)
{
  static const char *const names[] = {"dark", "light", "contrast", "contrast-light", "mono", NULL};
  return names;
}
