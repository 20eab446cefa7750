/* Roles: what a cell is, not how it looks. A view asks for a role; the theme says what that is on this terminal.
 *
 * Each role has a letter, with which golden screens write down who is coloured how. */
#ifndef NG_ROLE_H
#define NG_ROLE_H

#include "model/article.h"

typedef enum {
  NG_ROLE_TEXT,                /* . running text, counts */
  NG_ROLE_TITLE,               /* T the title */
  NG_ROLE_STRONG,              /* H headings, the selected name where focus is elsewhere */
  NG_ROLE_PERSON,              /* P */
  NG_ROLE_PLACE,               /* L */
  NG_ROLE_ORGANISATION,        /* O organisations, and events */
  NG_ROLE_SAME_PERSON,         /* p further mentions of the selected */
  NG_ROLE_SAME_PLACE,          /* l */
  NG_ROLE_SAME_ORGANISATION,   /* o */
  NG_ROLE_CHOSEN_PERSON,       /* S the selected mention, or the row in focus; holds the cursor */
  NG_ROLE_CHOSEN_PLACE,        /* S */
  NG_ROLE_CHOSEN_ORGANISATION, /* S */
  NG_ROLE_CHOSEN,              /* S a row in focus that is no name */
  NG_ROLE_FOCUS,               /* F head of the focused pane, the box at the centre, the card's frame */
  NG_ROLE_HEAD,                /* h heads of the others */
  NG_ROLE_DIM,                 /* d what is said about names: roles, coordinates, dates */
  NG_ROLE_FAINT,               /* f rules and strip lines: never words */
  NG_ROLE_BAR,                 /* b where the screen is */
  NG_ROLE_TICK,                /* t mentions on a strip */
  NG_ROLE_KEY,                 /* k keys, and the mark of the current row */
  NG_ROLE_MATCH,               /* m what the search found */
  NG_ROLE_WARNING,             /* W */
  NG_ROLE_ERROR,               /* E */
  NG_ROLE_PIN,                 /* i a place's number */
  NG_ROLE_EDGE,                /* e lines of the graph */
  NG_ROLE_WEAK,                /* x the same, of what no one marked */
  NG_ROLE_LABEL,               /* a what an edge says */
  NG_ROLE_LIT,                 /* G the selected edge */
  NG_ROLE_COAST,               /* c coasts on the map, and the ways between places */
  NG_ROLE_LAND,                /* n land, and borders */
  NG_ROLE_UNSURE_PERSON,       /* q names that the annotator is hardly sure of */
  NG_ROLE_UNSURE_PLACE,        /* r */
  NG_ROLE_UNSURE_ORGANISATION, /* s */
  NG_ROLE_STAND_IN,            /* u words that stand for the selected one, and are no mention: "she" */
  NG_N_ROLES
} NgRole;

/* Its letter in golden screens. */
char ng_role_letter(NgRole role);

/* The roles of a kind of entity: its names, further mentions of the selected one, the selected one, one that is hardly sure. */
NgRole ng_role_of_kind(NgEntityKind kind);
NgRole ng_role_of_same(NgEntityKind kind);
NgRole ng_role_of_chosen(NgEntityKind kind);
NgRole ng_role_of_unsure(NgEntityKind kind);

#endif
