#include "ui/prompt.h"

#include "text/text.h"

#include <string.h>

#define CTRL(c)    ((NgKey)((c) - '@'))
#define APART_COLS 3

NgPrompt *ng_prompt_new(NgPromptKind kind, const char *text)
{
  NgPrompt *prompt = g_new0(NgPrompt, 1);
  prompt->kind = kind;
  prompt->text = g_string_new(text);
  prompt->cursor = prompt->text->len;
  prompt->completions = g_ptr_array_new_with_free_func(g_free);
  prompt->chosen = G_MAXUINT;
  return prompt;
}

void ng_prompt_free(NgPrompt *prompt)
{
  if (!prompt)
    return;
  g_string_free(prompt->text, TRUE);
  g_ptr_array_unref(prompt->completions);
  g_free(prompt);
}

void ng_prompt_complete(NgPrompt *prompt, GPtrArray *completions)
{
  g_ptr_array_unref(prompt->completions);
  prompt->completions = completions;
  prompt->chosen = G_MAXUINT;
}

static gsize cluster_before(const NgPrompt *prompt)
{
  gsize before = 0;
  for (gsize pos = 0; pos < prompt->cursor;) {
    before = pos;
    pos = ng_text_cluster_end(prompt->text->str, prompt->text->len, pos);
  }
  return before;
}

static NgPromptState erase_text(NgPrompt *prompt, gsize from, gsize to)
{
  if (from >= to)
    return NG_PROMPT_TYPING;
  g_string_erase(prompt->text, (gssize)from, (gssize)(to - from));
  prompt->cursor = from;
  return NG_PROMPT_CHANGED;
}

static gsize word_before(const NgPrompt *prompt)
{
  gsize at = prompt->cursor;
  while (at > 0 && prompt->text->str[at - 1] == ' ')
    at--;
  while (at > 0 && prompt->text->str[at - 1] != ' ')
    at--;
  return at;
}

static NgPromptState insert_char(NgPrompt *prompt, gunichar c)
{
  char utf8[7];
  int bytes = g_unichar_to_utf8(c, utf8);
  g_autoptr(GString) clean = g_string_new(NULL);
  ng_text_clean(clean, utf8, (gsize)bytes);
  g_string_insert_len(prompt->text, (gssize)prompt->cursor, clean->str, (gssize)clean->len);
  prompt->cursor += clean->len;
  return NG_PROMPT_CHANGED;
}

/* Goes to the next completion, or the one before; the text becomes what it says, and the others stay. */
static NgPromptState choose(NgPrompt *prompt, int by)
{
  guint n = MIN(prompt->completions->len, NG_PROMPT_COMPLETIONS);
  if (n == 0)
    return NG_PROMPT_TYPING;
  if (prompt->chosen == G_MAXUINT)
    prompt->chosen = by > 0 ? 0 : n - 1;
  else
    prompt->chosen = (prompt->chosen + n + (guint)by) % n;
  g_string_assign(prompt->text, g_ptr_array_index(prompt->completions, prompt->chosen));
  prompt->cursor = prompt->text->len;
  return NG_PROMPT_TYPING;
}

static NgPromptState move_to(NgPrompt *prompt, gsize cursor)
{
  prompt->cursor = cursor;
  return NG_PROMPT_TYPING;
}

static NgPromptState function_key(NgPrompt *prompt, NgKey key)
{
  GString *text = prompt->text;
  switch (key - NG_KEY_FUNCTION) {
  case KEY_BACKSPACE:
    return text->len == 0 ? NG_PROMPT_LEFT : erase_text(prompt, cluster_before(prompt), prompt->cursor);
  case KEY_DC:
    return prompt->cursor < text->len
               ? erase_text(prompt, prompt->cursor, ng_text_cluster_end(text->str, text->len, prompt->cursor))
               : NG_PROMPT_TYPING;
  case KEY_LEFT:
    return move_to(prompt, cluster_before(prompt));
  case KEY_RIGHT:
    return move_to(prompt, prompt->cursor < text->len ? ng_text_cluster_end(text->str, text->len, prompt->cursor)
                                                      : prompt->cursor);
  case KEY_HOME:
    return move_to(prompt, 0);
  case KEY_END:
    return move_to(prompt, text->len);
  case KEY_BTAB:
  case KEY_UP:
    return choose(prompt, -1);
  case KEY_DOWN:
    return choose(prompt, 1);
  case KEY_ENTER:
    return NG_PROMPT_ACCEPTED;
  default:
    return NG_PROMPT_TYPING;
  }
}

NgPromptState ng_prompt_key(NgPrompt *prompt, NgKey key)
{
  switch (key) {
  case 27:
  case CTRL('C'):
  case CTRL('G'):
    return NG_PROMPT_LEFT;
  case '\r':
  case '\n':
    return NG_PROMPT_ACCEPTED;
  case '\t':
    return choose(prompt, 1);
  case 127:
  case CTRL('H'):
    return function_key(prompt, NG_KEY_FUNCTION + KEY_BACKSPACE);
  case CTRL('U'):
    return erase_text(prompt, 0, prompt->cursor);
  case CTRL('W'):
    return erase_text(prompt, word_before(prompt), prompt->cursor);
  case CTRL('A'):
    return move_to(prompt, 0);
  case CTRL('E'):
    return move_to(prompt, prompt->text->len);
  default:
    if (key >= NG_KEY_FUNCTION)
      return function_key(prompt, key);
    return key < ' ' ? NG_PROMPT_TYPING : insert_char(prompt, key);
  }
}

static const char *sign_of(NgPromptKind kind)
{
  static const char *const signs[] = {[NG_PROMPT_SEARCH] = "/",
                                      [NG_PROMPT_FILTER] = "/",
                                      [NG_PROMPT_FIND] = "/",
                                      [NG_PROMPT_COMMAND] = ":",
                                      [NG_PROMPT_PIPE] = "|"};
  return signs[kind];
}

/* At the right end, well apart from what is typed. */
static void draw_found(const char *found, NgCanvas *canvas, int row, int end)
{
  int cols = ng_text_cols(found, strlen(found)), col = canvas->cols - 1 - cols;
  if (col >= end + APART_COLS)
    ng_canvas_put(canvas, row, col, cols, NG_ROLE_DIM, found, strlen(found));
}

void ng_prompt_draw(const NgPrompt *prompt, const char *found, NgCanvas *canvas, int row, int cols)
{
  ng_canvas_clear_rect(canvas, (NgRect){row, 0, 1, canvas->cols});
  const char *sign = sign_of(prompt->kind);
  int col = ng_canvas_put(canvas, row, 0, 1, NG_ROLE_KEY, sign, 1), room = canvas->cols - col - 1;
  /* a line too long for the row shows the part before the cursor */
  gsize from = 0;
  if (ng_text_cols(prompt->text->str, prompt->cursor) > room)
    from = ng_text_fit_end(prompt->text->str, prompt->cursor, room, NULL);
  int used = ng_canvas_put(canvas, row, col, room, NG_ROLE_STRONG, prompt->text->str + from, prompt->text->len - from);
  if (found)
    draw_found(found, canvas, row, col + used);
  ng_canvas_cursor(canvas, row, col + ng_text_cols(prompt->text->str + from, prompt->cursor - from));
  guint n = MIN(prompt->completions->len, NG_PROMPT_COMPLETIONS);
  for (guint i = 0; i < n; i++) {
    int at = row - (int)n + (int)i;
    ng_canvas_clear_rect(canvas, (NgRect){at, 0, 1, cols});
    ng_canvas_put_cut(canvas, at, 1, cols - 2, i == prompt->chosen ? NG_ROLE_CHOSEN : NG_ROLE_TEXT,
                      g_ptr_array_index(prompt->completions, i));
  }
}
