/* The relations pane: its state, and what one way to see it is. Private to the files of the pane. */
#ifndef NG_RELATIONS_PRIVATE_H
#define NG_RELATIONS_PRIVATE_H

#include "ui/joined.h"
#include "ui/view_relations.h"

/* One way to see the relations; `v` goes from one to the next of them while the pane has the screen. */
typedef struct {
  const char *name;
  int indent;    /* columns before the picture */
  bool marks;    /* `›` stands before the picked row */
  bool dense;    /* nothing is left free above it */
  bool centred;  /* a small picture stands in the middle */
  bool any_rows; /* the picture is the same, however many rows there are to show it in */
  bool full;     /* sentences stand below only where they are asked for, or where the whole picture leaves them room */

  /* The picture, to be shown in so many cells; NULL: there is nothing, or it is not ready. The caller frees it. */
  NgPicture *(*draw)(NgReader *reader, int cols, int rows, bool ascii);
  /* What is drawn besides, over the picture in `body`; NULL: nothing. */
  void (*decorate)(NgReader *reader, NgCanvas *canvas, NgRect body);
  /* Rows below the picture that are kept for `foot`; both NULL: none. */
  int (*foot_rows)(NgReader *reader);
  void (*foot)(NgReader *reader, NgCanvas *canvas, NgRect foot);
  /* What of r->picture is picked; NULL if nothing is. `on_label`: the label of its line rather than its name. */
  const NgSpot *(*spot)(NgReader *reader, bool *on_label);
  /* What stands instead of a picture. Static. */
  const char *(*nothing)(NgReader *reader);

  void (*walk)(NgReader *reader, NgDirection direction, int count);
  /* To the next edge, or the one before (`by` < 0). */
  void (*turn)(NgReader *reader, int by);
  /* `delta` rows further, as the keys of pages ask. */
  void (*page)(NgReader *reader, int delta);
  void (*zoom)(NgReader *reader, int by); /* says itself where it goes no further */
  /* Picks the first node that is called so; `last`: it is what was looked for, and is shown wherever it is. False if none is. */
  bool (*find)(NgReader *reader, const char *folded, bool last);
  void (*pick_at)(NgReader *reader, int row, int col); /* cells of r->picture */

  /* What is said of what is picked; false if nothing is. */
  bool (*tell)(NgReader *reader, NgTie *tie);
  /* The entity that Enter makes the centre, or where the open article does not name it, goes to. False: there is none. */
  bool (*centre)(NgReader *reader, NgWholePlace *place);
  /* What Enter does where nothing is to become the centre, before sentences are opened; false: nothing. NULL: nothing. */
  bool (*open)(NgReader *reader);
  const char *(*opens)(
      NgReader *reader); /* what Enter does, in a word or two for the status line; NULL: it opens the sentences */
  /* The title's words; and for the right of the head how far the view goes (NULL: it knows no distance) and how much of what it shows. The caller frees
   * what they return, which may be NULL. */
  char *(*title)(NgReader *reader);
  char *(*reach)(NgReader *reader);
  char *(*count)(NgReader *reader);
} NgRelationsView;

extern const NgRelationsView ng_ego_view, ng_tree_view, ng_whole_view, ng_matrix_relations_view;

struct NgWholeState;
struct _NgMatrixView;

/* What was picked in each view before something was looked for. */
typedef struct {
  NgPick ego;
  NgWholePick whole;
  NgMatrixPick matrix;
} NgPicksBefore;

struct NgRelations {
  NgNetwork *network; /* of the open article, made when it is first asked */
  NgEgo *ego;
  uint32_t entity;    /* whose ego it is; NG_NONE: of nobody, or not made yet */
  int ego_hops;       /* how many it has */
  bool ego_backs;     /* made for the tree */
  int fan_cols;       /* of the pane whose fan was counted last; 0: that of another ego */
  int fan_rows;       /* how many it needs there */
  int hops;           /* how many the zoomed view shows */
  guint view;         /* which of the views the zoomed pane shows */
  NgPick pick;        /* in the ego network */
  GArray *before;     /* uint32_t: the centres before this one */
  NgPicture *picture; /* of the last drawing */
  NgRect at;          /* where it lies */
  int top, left;      /* its first cell on the screen */
  bool in_evidence;   /* j and k go through the sentences of the picked edge */
  uint32_t sentence;  /* the one under the cursor */
  NgFilter *filter;   /* what is shown; NULL: everything */
  NgPicksBefore before_find;
  char *phrase, *place;
  struct NgWholeState *whole;   /* of the whole graph, made when that is first seen */
  struct _NgMatrixView *matrix; /* likewise */
  uint32_t matrix_entity;       /* that was selected when the matrix last followed */
};

/* The state, made when it is first asked for. */
NgRelations *ng_relations_of(NgReader *reader);

/* ---- relations_scope.c ---- */

/* The articles whose graph it is, and which of them is open; NG_NONE where that is left out. False while they are being loaded. */
typedef struct {
  const NgArticle *const *articles;
  uint32_t n, own;
} NgScope;

bool ng_relations_scope(NgReader *reader, NgScope *scope);

/* Their network; NULL while they are being loaded. */
const NgNetwork *ng_relations_network(NgReader *reader);

/* The selected entity in that scope; its node in a graph of it, or NG_NONE. */
NgWholePlace ng_relations_selected(NgReader *reader);
uint32_t ng_relations_node(NgReader *reader, const NgWhole *whole);

/* Of the entities that one is, that of the open article, else of the first article that mentions it. */
NgWholePlace ng_relations_place(NgReader *reader, const NgWholePlace *places, uint32_t n);

/* "in 6 articles", "in 5 of 6 articles" where some are left out or not loaded; NULL where it is of the open one. The caller frees it. */
char *ng_relations_where(NgReader *reader);

/* The same as a title by itself: "All articles", "In 5 of 6 articles". The caller frees it. */
char *ng_relations_short_where(NgReader *reader);

/* What stands instead of a graph that is not there yet. Static. */
const char *ng_relations_waiting(NgReader *reader);

/* Has another of the articles opened once the command is done: at the first mention of an entity, or at a sentence, where that has an end. */
void ng_relations_go_elsewhere(NgReader *reader, NgWholePlace place, NgRange sentence);

/* ---- view_relations.c ---- */

/* Whether the pane has the screen to itself. */
bool ng_relations_zoomed(const NgReader *reader);

/* The view that is on the screen; in a pane it is always the ego network. */
const NgRelationsView *ng_relations_view(NgReader *reader);

/* Whether a name holds what is looked for, folded; case and accents are nothing to it. */
bool ng_relations_is_called(const char *name, const char *folded);

/* ---- relations_ego.c ---- */

/* Without the ego network, and what was drawn and counted of it; it is made again when it is next asked for. */
void ng_relations_drop_ego(NgRelations *relations);

/* ---- whole_state.c ---- */

void ng_whole_state_free(struct NgWholeState *state);

/* ---- relations_evidence.c ---- */

/* How many of `rows` the evidence of what is picked gets, and drawing it under a head of its own. */
int ng_relations_evidence_rows(NgReader *reader, int rows, int cols);
void ng_relations_evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

/* Into the sentences; where there is none: false. Through them, and from the one under the cursor into the text. */
bool ng_relations_enter_evidence(NgReader *reader);
void ng_relations_go_to_sentence(NgReader *reader);
void ng_relations_walk_evidence(NgReader *reader, NgDirection direction, int count);

#endif
