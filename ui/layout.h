/* The layout: where everything stands, as a pure function of the screen's size and of what there is.
 *
 * Row 0 holds the heads, the last row is the status line, what is between is content. Below 60 columns there is one pane; from there on the
 * article and, right of the dividing rule, one side pane with the relations under it; from 100 columns all panes; from 160 the side has
 * two columns and mentions, card and evidence stay open in the first. */
#ifndef NG_LAYOUT_H
#define NG_LAYOUT_H

#include "ui/canvas.h"

typedef enum {
  NG_PANE_ARTICLE,
  NG_PANE_PEOPLE, /* and organisations and events, under heads of their own */
  NG_PANE_PLACES,
  NG_PANE_RELATIONS,
  NG_PANE_MENTIONS, /* these three only where there is room for them beside the others */
  NG_PANE_WHO,
  NG_PANE_EVIDENCE,
  NG_N_PANES
} NgPane;

/* What the layout depends on. */
typedef struct {
  int cols, rows;
  NgPane focus;          /* which pane is in focus: the only one below 60 columns */
  NgPane side;           /* which side pane shows below 100 columns */
  bool zoomed;           /* the pane in focus has the whole screen */
  int needs[NG_N_PANES]; /* rows that each pane would fill, its head included; 0: it has nothing to show */
  int more[NG_N_PANES];  /* rows that it would fill besides, once every pane has what it needs */
  int map_rows;          /* of the small map above the list of places, which `needs` does not count; 0: there is none */
  int most_map_rows;     /* how far it grows where rows are left */
} NgLayoutInput;

typedef struct {
  NgRect panes[NG_N_PANES]; /* head row first; the columns hold text, with no mark before it. rows == 0: not shown */
  int rule_col;             /* the dividing rule, from row 0 to the row before the status line; -1: none */
  int status_row;           /* -1: none */
  int margin;               /* blank columns left and right of the whole */
  int map_rows;             /* how many of the places' rows are the map's; 0: it has gone */
  bool heads;               /* panes have heads */
} NgLayout;

/* A side pane's rectangle begins with the columns of its rows' marks: `›`, pin, space; then text. */
#define NG_MARK_COLS 3

/* From so many rows on a blank one parts what stands below each other. */
#define NG_LAYOUT_GAP_ROWS_FROM 30

/* The columns that a pane has where it stands beside the article, which do not depend on what any needs; 0: it does not stand there, and what it needs
 * is nothing to the layout. */
int ng_layout_side_cols(const NgLayoutInput *input, NgPane pane);

NgLayout ng_layout(const NgLayoutInput *input);

/* The layout in one line, for tests: `article 1,2 62x38; rule 66; people ...`, each pane as row,col colsxrows. The caller frees it. */
char *ng_layout_text(const NgLayout *layout);

#endif
