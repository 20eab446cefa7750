#include "text/lines.h"

/* Three weights a side, since dashed counts as light here: left, right, up, down are the digits of the index, to base 3. */
static const char *const glyphs[81] = {
    " ", "╷", "╻", "╵", "│", "╽", "╹", "╿", "┃", /* left none, right none */
    "╶", "┌", "┎", "└", "├", "┟", "┖", "┞", "┠", /* left none, right light */
    "╺", "┍", "┏", "┕", "┝", "┢", "┗", "┡", "┣", /* left none, right heavy */
    "╴", "┐", "┒", "┘", "┤", "┧", "┚", "┦", "┨", /* left light, right none */
    "─", "┬", "┰", "┴", "┼", "╁", "┸", "╀", "╂", /* left light, right light */
    "╼", "┮", "┲", "┶", "┾", "╆", "┺", "╄", "╊", /* left light, right heavy */
    "╸", "┑", "┓", "┙", "┥", "┪", "┛", "┩", "┫", /* left heavy, right none */
    "╾", "┭", "┱", "┵", "┽", "╅", "┹", "╃", "╉", /* left heavy, right light */
    "━", "┯", "┳", "┷", "┿", "╈", "┻", "╇", "╋", /* left heavy, right heavy */
};

static const char *const ascii_across[] = {" ", ".", "-", "="};
static const char *const ascii_down[] = {" ", ":", ":", "|"};

typedef struct {
  unsigned left, right, up, down;
} Sides;

static Sides sides_of(NgArms arms)
{
  return (Sides){arms & 3u, arms >> 2 & 3u, arms >> 4 & 3u, arms >> 6 & 3u};
}

NgArms ng_arms_over(NgArms below, NgArms above)
{
  Sides a = sides_of(below), b = sides_of(above);
  return NG_ARMS(MAX(a.left, b.left), MAX(a.right, b.right), MAX(a.up, b.up), MAX(a.down, b.down));
}

/* The one that ends on a line, or NG_ARM_NONE where nothing does. */
static unsigned stem_of(Sides s)
{
  if (!s.left)
    return s.right;
  if (!s.right)
    return s.left;
  return s.up ? s.up : s.down;
}

static const char *ascii_glyph(Sides s)
{
  if (!s.up && !s.down)
    return ascii_across[MAX(s.left, s.right)];
  if (!s.left && !s.right)
    return ascii_down[MAX(s.up, s.down)];
  int n = (s.left > 0) + (s.right > 0) + (s.up > 0) + (s.down > 0);
  unsigned heaviest = MAX(MAX(s.left, s.right), MAX(s.up, s.down));
  bool heavy = n == 4 ? heaviest == NG_ARM_HEAVY : n == 3 && stem_of(s) == NG_ARM_HEAVY;
  return heavy ? "#" : "+";
}

const char *ng_arms_glyph(NgArms arms, bool ascii)
{
  Sides s = sides_of(arms);
  if (ascii)
    return ascii_glyph(s);
  if (arms == NG_ARMS_ACROSS(NG_ARM_DASHED))
    return "╌";
  if (arms == NG_ARMS_DOWN(NG_ARM_DASHED))
    return "╎";
  static const unsigned weights[] = {0, 1, 1, 2};
  return glyphs[27 * weights[s.left] + 9 * weights[s.right] + 3 * weights[s.up] + weights[s.down]];
}

/* What a shape draws otherwise than the table: arms of light lines to a glyph. */
typedef struct {
  NgArms arms;
  const char *round, *doubled;
} Shaped;

#define LIGHT(left, right, up, down) NG_ARMS(2 * (left), 2 * (right), 2 * (up), 2 * (down))

static const Shaped shaped[] = {
    {LIGHT(0, 1, 0, 1), "╭", "╒"}, {LIGHT(1, 0, 0, 1), "╮", "╕"}, {LIGHT(0, 1, 1, 0), "╰", "╘"},
    {LIGHT(1, 0, 1, 0), "╯", "╛"}, {LIGHT(1, 1, 0, 0), "─", "═"}, {LIGHT(1, 1, 1, 0), "┴", "╧"},
    {LIGHT(1, 1, 0, 1), "┬", "╤"},
};

/* Dashed as light. */
static NgArms solid(NgArms arms)
{
  Sides s = sides_of(arms);
  return NG_ARMS(s.left == 1 ? 2 : s.left, s.right == 1 ? 2 : s.right, s.up == 1 ? 2 : s.up, s.down == 1 ? 2 : s.down);
}

const char *ng_box_glyph(NgBox box, NgArms arms)
{
  for (gsize i = 0; i < G_N_ELEMENTS(shaped) && (box == NG_BOX_ROUND || box == NG_BOX_DOUBLE); i++)
    if (shaped[i].arms == solid(arms))
      return box == NG_BOX_ROUND ? shaped[i].round : shaped[i].doubled;
  return ng_arms_glyph(arms, false);
}

char ng_box_bracket(NgBox box, bool right)
{
  static const char brackets[][2] = {[NG_BOX_PLAIN] = {'[', ']'},
                                     [NG_BOX_ROUND] = {'(', ')'},
                                     [NG_BOX_DOUBLE] = {'{', '}'},
                                     [NG_BOX_HEAVY] = {'(', ')'}};
  return brackets[box][right];
}

char ng_sign_ascii(gunichar sign)
{
  static const struct {
    gunichar sign;
    char ascii;
  } signs[] = {
      {0x00B6, 'p'} /* ¶ */,  {0x00B7, '-'} /* · */,  {0x2013, '-'} /* – */, {0x2014, '-'} /* — */,
      {0x2018, '\''} /* ‘ */, {0x2019, '\''} /* ’ */, {0x201C, '"'} /* “ */, {0x201D, '"'} /* ” */,
      {0x2026, '~'} /* … */,  {0x203A, '>'} /* › */,  {0x2191, '^'} /* ↑ */, {0x2193, 'v'} /* ↓ */,
      {0x2591, '.'} /* ░ */,  {0x2592, ':'} /* ▒ */,  {0x2593, '+'} /* ▓ */, {0x2588, '#'} /* █ */,
      {0x25B2, '^'} /* ▲ */,  {0x25BA, '>'} /* ► */,  {0x25BC, 'v'} /* ▼ */, {0x25C4, '<'} /* ◄ */,
      {0x25CF, '*'} /* ● */,  {0x2022, '*'} /* • */,  {0x2190, '<'} /* ← */, {0x2192, '>'} /* → */,
      {0x00A0, ' '},          {0x202F, ' '},          {0x2010, '-'},         {0x2011, '-'},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (signs[i].sign == sign)
      return signs[i].ascii;
  return 0;
}
