/* The status line: where one is, and the keys that matter now. */
#ifndef NG_STATUS_H
#define NG_STATUS_H

#include "text/text.h"
#include "ui/canvas.h"

#define NG_STATUS_KEYS 4

typedef struct {
  const char *key, *label;
} NgStatusKey;

/* What it says: NAME · PLACE · REST · PROBLEMS ─── KEY label   KEY label   KEY label. All texts are borrowed; NULL ones are left out. Where it is too
 * short, REST goes first, then the keys from the last but one to the first, then NAME is cut; PLACE and the last key stay. Where NAME is the count of
 * a list it stays, and PLACE goes. */
typedef struct {
  const char *name;
  bool counts;       /* NAME is a count: it tells nothing when it is cut */
  const char *place; /* "mention 3 of 9" */
  const char *rest;
  NgRole rest_role;
  bool message; /* REST is a message, or what else must be known: it stays, and the others go */
  const char *problems;
  NgStatusKey keys[NG_STATUS_KEYS]; /* those that are not NULL; the last of them stays */
} NgStatus;

/* Draws it into `row`; where it is a line, the cell at `rule_col` (-1: none) joins the rule above. */
void ng_status_draw(const NgStatus *status, NgCanvas *canvas, int row, int rule_col);

/* A pane's head: `KEY TITLE ─── RIGHT` from `rect`'s first row and column, the rule heavy where the pane is in focus. `key` may be NULL: TITLE then
 * starts at once. KEY stands before the column of the text (NG_MARK_COLS in, as far as `indent` says). */
typedef struct {
  const char *key, *title, *right;
  const char *name; /* drawn after the title in the role of a name, or NULL */
  NgRole name_role;
  bool focus;
} NgHeadLine;

/* How much of a list is seen, for the right of its head: "3–9 of 20", counted from 1; "20" where that is all or nothing. The caller frees it. */
char *ng_head_seen(guint first, guint last, guint n);

void ng_head_draw(const NgHeadLine *head, NgCanvas *canvas, int row, int col, int cols);

#endif
