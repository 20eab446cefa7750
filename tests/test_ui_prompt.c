/* The prompt: what each key does to the line that is typed, and to the completions. */
#include "tests/ui.h"
#include "ui/prompt.h"

#include <criterion/criterion.h>
#include <string.h>

#define CTRL(c) ((NgKey)((c) - '@'))
#define FN(key) ((NgKey)(NG_KEY_FUNCTION + (key)))

typedef struct {
  const char *before;
  NgKey keys[6];       /* ended by 0 */
  const char *after;   /* with | where the cursor stands */
  NgPromptState state; /* of the last key */
} Typed;

static const Typed typed[] = {
    {"", {'a', 0x6F22}, "a漢|", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_LEFT), 'x'}, "ax|b", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_LEFT), FN(KEY_LEFT), FN(KEY_LEFT), 'x'}, "x|ab", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_HOME), FN(KEY_RIGHT), 'x'}, "ax|b", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_RIGHT), 'x'}, "abx|", NG_PROMPT_CHANGED},
    {"ab", {CTRL('A'), 'x'}, "x|ab", NG_PROMPT_CHANGED},
    {"ab", {CTRL('A'), CTRL('E'), 'x'}, "abx|", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_HOME), FN(KEY_END)}, "ab|", NG_PROMPT_TYPING},
    {"ae\u0301", {FN(KEY_LEFT)}, "a|e\u0301", NG_PROMPT_TYPING}, /* a letter and its accent are one */
    {"ae\u0301", {127}, "a|", NG_PROMPT_CHANGED},
    {"e\u0301b", {FN(KEY_HOME), FN(KEY_DC)}, "|b", NG_PROMPT_CHANGED},
    {"ab", {FN(KEY_DC)}, "ab|", NG_PROMPT_TYPING},
    {"ab", {FN(KEY_HOME), FN(KEY_BACKSPACE)}, "|ab", NG_PROMPT_TYPING},
    {"", {CTRL('H')}, "|", NG_PROMPT_LEFT},
    {"one two  ", {CTRL('W')}, "one |", NG_PROMPT_CHANGED},
    {"one two", {CTRL('W'), CTRL('W'), CTRL('W')}, "|", NG_PROMPT_TYPING},
    {"one two", {FN(KEY_LEFT), CTRL('W')}, "one |o", NG_PROMPT_CHANGED},
    {"one two", {FN(KEY_LEFT), CTRL('U')}, "|o", NG_PROMPT_CHANGED},
    {"ab", {CTRL('B')}, "ab|", NG_PROMPT_TYPING}, /* no control character is typed */
    {"ab", {FN(KEY_F(5))}, "ab|", NG_PROMPT_TYPING},
    {"ab", {27}, "ab|", NG_PROMPT_LEFT},
    {"ab", {CTRL('C')}, "ab|", NG_PROMPT_LEFT},
    {"ab", {'\r'}, "ab|", NG_PROMPT_ACCEPTED},
    {"ab", {FN(KEY_ENTER)}, "ab|", NG_PROMPT_ACCEPTED},
};

static char *with_cursor(const NgPrompt *prompt)
{
  return g_strdup_printf("%.*s|%s", (int)prompt->cursor, prompt->text->str, prompt->text->str + prompt->cursor);
}

Test(prompt, keys)
{
  for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
    g_autoptr(NgPrompt) prompt = ng_prompt_new(NG_PROMPT_COMMAND, typed[i].before);
    NgPromptState state = NG_PROMPT_TYPING;
    for (const NgKey *key = typed[i].keys; *key; key++)
      state = ng_prompt_key(prompt, *key);
    g_autofree char *text = with_cursor(prompt);
    cr_expect_str_eq(text, typed[i].after, "row %zu: %s", i, text);
    cr_expect_eq(state, typed[i].state, "row %zu: state %d", i, state);
  }
}

static GPtrArray *completions(int n)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < n; i++)
    g_ptr_array_add(texts, g_strdup_printf("word%d", i));
  return texts;
}

Test(prompt, tab_goes_round_through_the_completions_that_are_shown)
{
  g_autoptr(NgPrompt) prompt = ng_prompt_new(NG_PROMPT_COMMAND, "w");
  cr_expect_eq(ng_prompt_key(prompt, '\t'), NG_PROMPT_TYPING);
  cr_expect_str_eq(prompt->text->str, "w", "there are none");
  ng_prompt_complete(prompt, completions(8));
  static const struct {
    NgKey key;
    const char *text;
  } steps[] = {{'\t', "word0"},         {'\t', "word1"},         {FN(KEY_BTAB), "word0"},
               {FN(KEY_BTAB), "word4"}, {FN(KEY_DOWN), "word0"}, {FN(KEY_UP), "word4"}};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    ng_prompt_key(prompt, steps[i].key);
    cr_expect_str_eq(prompt->text->str, steps[i].text, "step %zu: %s", i, prompt->text->str);
    cr_expect_eq(prompt->cursor, strlen("word0"));
  }
  ng_prompt_complete(prompt, completions(2));
  ng_prompt_key(prompt, FN(KEY_BTAB));
  cr_expect_str_eq(prompt->text->str, "word1", "the last of them comes first, backwards");
}

/* The end of a long line stays in sight, and so does the cursor. */
Test(prompt, a_line_too_long_shows_where_the_cursor_stands)
{
  g_autoptr(NgStage) stage = ng_stage_new(12, 3, false);
  g_autoptr(NgPrompt) prompt = ng_prompt_new(NG_PROMPT_SEARCH, "abcdefghijklmnopqrstuvwxyz");
  ng_prompt_draw(prompt, NULL, stage->canvas, 2, 12);
  g_autofree char *end = ng_stage_row(stage, 2);
  cr_expect(g_str_has_prefix(end, "/") && g_str_has_suffix(end, "yz"), "%s", end);
  ng_canvas_clear(stage->canvas);
  ng_prompt_key(prompt, FN(KEY_HOME));
  ng_prompt_draw(prompt, NULL, stage->canvas, 2, 12);
  g_autofree char *start = ng_stage_row(stage, 2);
  cr_expect(g_str_has_prefix(start, "/abc"), "%s", start);
}

/* Nothing of the text beneath shows beside them, and nothing beyond is touched. */
Test(prompt, completions_cover_their_rows_as_far_as_they_may)
{
  g_autoptr(NgStage) stage = ng_stage_new(20, 4, false);
  g_autoptr(NgPrompt) prompt = ng_prompt_new(NG_PROMPT_COMMAND, "w");
  ng_prompt_complete(prompt, completions(2));
  for (int row = 0; row < 4; row++)
    ng_canvas_put(stage->canvas, row, 0, 20, NG_ROLE_TEXT, "abcdefghijklmnopqrst", 20);
  ng_prompt_key(prompt, '\t');
  ng_prompt_draw(prompt, NULL, stage->canvas, 3, 14);
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "abcdefghijklmnopqrst\n word0        opqrst\n word1        opqrst\n:word0\n");
  g_autofree char *chosen = ng_canvas_row_roles(stage->canvas, 1), *other = ng_canvas_row_roles(stage->canvas, 2);
  cr_expect(chosen[1] == 'S' && other[1] == '.', "%s %s", chosen, other);
}
