/* The prompt: the status row turned into a line to type on, with completions above it. */
#ifndef NG_PROMPT_H
#define NG_PROMPT_H

#include "ui/canvas.h"
#include "ui/keys.h"

typedef enum {
  NG_PROMPT_SEARCH,  /* / in the article: searches as one types */
  NG_PROMPT_FILTER,  /* / in a list */
  NG_PROMPT_FIND,    /* / in the graph: goes to a name as one types */
  NG_PROMPT_COMMAND, /* : */
  NG_PROMPT_PIPE     /* | */
} NgPromptKind;

typedef enum { NG_PROMPT_TYPING, NG_PROMPT_CHANGED, NG_PROMPT_ACCEPTED, NG_PROMPT_LEFT } NgPromptState;

typedef struct {
  NgPromptKind kind;
  GString *text;
  gsize cursor; /* byte offset into text */
  GPtrArray
      *completions; /* owned strings: whole texts that may replace `text`; at most NG_PROMPT_COMPLETIONS are shown */
  guint chosen;     /* into completions; G_MAXUINT: none */
} NgPrompt;

#define NG_PROMPT_COMPLETIONS 5

NgPrompt *ng_prompt_new(NgPromptKind kind, const char *text);
void ng_prompt_free(NgPrompt *prompt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPrompt, ng_prompt_free)

/* A key typed into it. Enter accepts, Esc and a backspace in an empty line leave; Tab and Shift-Tab go through the completions; Ctrl-U, Ctrl-W, Ctrl-A,
 * Ctrl-E, arrows, Home and End do as everywhere. */
NgPromptState ng_prompt_key(NgPrompt *prompt, NgKey key);

/* The completions for the text as it now is; takes them over. */
void ng_prompt_complete(NgPrompt *prompt, GPtrArray *completions);

/* Draws the line in `row`, the completions in the rows above, from the left edge on `cols` wide. `found`, what came of the text so far, stands at the
 * right end where there is room; NULL: nothing is said. */
void ng_prompt_draw(const NgPrompt *prompt, const char *found, NgCanvas *canvas, int row, int cols);

#endif
