/* How the text pane looks, cell by cell, in each theme: names of each kind, the selected one, words that are emphasised, what a search found,
 * as the reader draws them and as they are written once more where the terminal has links of its own. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#define LOOKS_ARTICLE "tests/data/looks.xml"

typedef enum { INK_TEXT, INK_STRONG, INK_PERSON, INK_PLACE, INK_ORGANISATION, INK_DIM, INK_MATCH, N_INKS } Ink;

/* The colours of the 256; -1: the terminal's own. */
typedef struct {
  char name[16], no_color[16];
  bool mono;
  int paper, match_paper, inks[N_INKS];
} Theme;

static Theme themes[] = {
    {"dark", "NO_COLOR=", false, -1, 227, {252, 231, 215, 117, 171, 248, 16}},
    {"light", "NO_COLOR=", false, -1, 227, {236, 16, 94, 26, 90, 240, 16}},
    {"contrast", "NO_COLOR=", false, 16, 226, {231, 231, 221, 117, 219, 231, 16}},
    {"contrast-light", "NO_COLOR=", false, 231, 227, {16, 16, 94, 19, 54, 16, 16}},
    {"mono", "NO_COLOR=", true, -1, -1, {-1, -1, -1, -1, -1, -1, -1}},
    {"dark", "NO_COLOR=1", true, -1, -1, {-1, -1, -1, -1, -1, -1, -1}},
};

/* b bold, u underlined, i italic, r reversed; what is dim no screen of libvterm tells. */
typedef struct {
  const char *word;
  Ink ink;
  const char *coloured, *mono;
} Word;

static const Word reading[] = {
    {"Trees in all", INK_STRONG, "b", "b"}, {"Undergrowth", INK_STRONG, "b", "b"},
    {"No more", INK_TEXT, "", ""},          {"Plainly", INK_TEXT, "", ""},
    {"Alder", INK_PERSON, "br", "br"},      {"Birch", INK_PERSON, "", "b"},
    {"Cedarton", INK_PLACE, "", "u"},       {"Dogwood", INK_ORGANISATION, "i", "i"},
    {"Herself", INK_DIM, "u", "u"},         {"Elm", INK_PERSON, "", ""},
    {"Gumtown", INK_PLACE, "", ""},         {"Hazelwood", INK_ORGANISATION, "i", "i"},
    {"Fir", INK_PERSON, "b", "b"},          {"slanted", INK_TEXT, "i", "i"},
    {"thick", INK_TEXT, "b", "b"},          {"lined", INK_TEXT, "u", "u"},
    {"Ann", INK_PERSON, "u", "bu"},
};

static const Word searching[] = {
    {"Plainly", INK_STRONG, "br", "br"}, {"plainly", INK_MATCH, "", "r"}, {"Alder", INK_PERSON, "u", "bu"},
    {"spoke", INK_TEXT, "", ""},         {"Birch", INK_PERSON, "", "b"},
};

static void expect_cell(NgTerminal *t, const Theme *theme, const Word *it, int row, int col)
{
  NgTerminalCell cell = ng_terminal_cell(t, row, col);
  g_autofree char *found = g_strconcat(cell.bold ? "b" : "", cell.underline ? "u" : "", cell.italic ? "i" : "",
                                       cell.reverse ? "r" : "", NULL);
  cr_expect_str_eq(found, theme->mono ? it->mono : it->coloured, "%s, %s: %s in column %d", theme->name, it->word,
                   found, col);
  cr_expect_eq(cell.foreground, theme->inks[it->ink], "%s, %s: colour %d", theme->name, it->word, cell.foreground);
  cr_expect_eq(cell.background, it->ink == INK_MATCH ? theme->match_paper : theme->paper, "%s, %s: paper %d",
               theme->name, it->word, cell.background);
}

static void expect_words(NgTerminal *t, const Theme *theme, const Word *words, gsize n)
{
  cr_assert(ng_terminal_wait_settled(t, MS));
  for (gsize i = 0; i < n; i++) {
    int row, col;
    cr_assert(ng_terminal_find(t, words[i].word, &row, &col), "no %s", words[i].word);
    expect_cell(t, theme, &words[i], row, col);
    expect_cell(t, theme, &words[i], row, col + (int)strlen(words[i].word) - 1);
  }
}

static void read_and_search(const Theme *theme, const char *links)
{
  const char *const env[] = {theme->no_color, links, NULL};
  g_autofree char *options = g_strdup_printf("--theme %s --select Alder", theme->name);
  g_autoptr(NgTerminal) t = ng_flow_start(LOOKS_ARTICLE, options, 24, 58, env);
  expect_words(t, theme, reading, G_N_ELEMENTS(reading));
  cr_assert(ng_flow_key(t, "/plainly" NG_KEY_ENTER, "match 1 of 2"));
  expect_words(t, theme, searching, G_N_ELEMENTS(searching));
  cr_assert_eq(ng_terminal_wrote(t, "\033]8;id=0", 8, 0), links != NULL);
  cr_assert(ng_flow_quit(t));
}

ParameterizedTestParameters(looks, each_word_in_each_theme)
{
  return cr_make_param_array(Theme, themes, G_N_ELEMENTS(themes));
}

ParameterizedTest(Theme *theme, looks, each_word_in_each_theme)
{
  read_and_search(theme, NULL);
}

ParameterizedTestParameters(looks, links_look_as_the_text_did)
{
  return cr_make_param_array(Theme, themes, G_N_ELEMENTS(themes));
}

ParameterizedTest(Theme *theme, looks, links_look_as_the_text_did)
{
  read_and_search(theme, "VTE_VERSION=7000");
}

/* Dim is told by what was written: cell by cell where the terminal has links, so that the name's second letter has it too. */
Test(looks, who_is_hardly_sure_is_dim)
{
  static const char *const env[] = {"VTE_VERSION=7000", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start(LOOKS_ARTICLE, "--theme mono --select Alder", 24, 58, env);
  cr_assert(ng_terminal_wait_settled(t, MS));
  static const char *const dim[] = {"\033[2ml", "\033[2mu", "\033[2m\033[3mz"}, birch[] = "\033[2mi";
  for (gsize i = 0; i < G_N_ELEMENTS(dim); i++)
    cr_expect(ng_terminal_wrote(t, dim[i], strlen(dim[i]), 0), "%s", dim[i] + 1);
  cr_assert_not(ng_terminal_wrote(t, birch, strlen(birch), 0));
  cr_assert(ng_flow_quit(t));
}
