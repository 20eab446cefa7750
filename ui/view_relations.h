/* The relations pane: the ego network of the selected entity, walked from edge to edge.
 *
 * In a pane it is the fan of one hop; zoomed, of as many hops as asked for, with the sentences of the picked edge below. The view's state
 * belongs to the reader and follows its selection. */
#ifndef NG_VIEW_RELATIONS_H
#define NG_VIEW_RELATIONS_H

#include "ui/evidence.h"

/* How many rows the fan of the selected entity would fill at this width. It is drawn for that once for each ego network and width. */
int ng_relations_rows(NgReader *reader, int cols);

/* Draws the pane; `rect` includes its head. */
void ng_relations_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

/* The ego network that is shown; NULL where nothing is selected. Borrowed, until the selection or the hops change. */
const NgEgo *ng_relations_ego(NgReader *reader);

/* Whether a node of that network is an entity of the article. */
bool ng_relations_is(NgReader *reader, uint32_t node, uint32_t entity);

/* The picked edge of that network; the strongest one where none is picked; NG_NONE where there are none. */
uint32_t ng_relations_edge(NgReader *reader);

/* What is picked, in words, and what it rests on. */
typedef struct {
  char *phrase;               /* "Qin Gang accuses United States"; of a node its name */
  char *place;                /* "relation 2 of 14" */
  const NgEvidence *evidence; /* the sentences that say it */
  uint32_t n_evidence;
  const char *const *says; /* what each sentence is to say; NULL: all the same */
  bool is_edge;
  bool weak; /* nobody marked it: named in one sentence */
} NgTie;

/* Of the view that is on the screen. Borrowed until it is asked again, or a key is pressed. False if nothing is picked. */
bool ng_relations_tie(NgReader *reader, NgTie *tie);

/* The sentences of a tie as a list to be drawn. Borrowed likewise. */
NgEvidenceList ng_relations_evidence(NgReader *reader, const NgTie *tie, bool captions);

/* What Enter does there, for the status line: "centre"; NULL: nothing. Static. */
const char *ng_relations_opens(NgReader *reader);

/* Walks `count` steps that way; goes `delta` rows further; to the next edge, or with `by` < 0 the one before. */
void ng_relations_walk(NgReader *reader, NgDirection direction, int count);
void ng_relations_page(NgReader *reader, int delta);
void ng_relations_turn(NgReader *reader, int by);

/* On a node: makes it the centre. On a line: opens its sentences. On a sentence: goes there. False if there is nothing to open. */
bool ng_relations_open(NgReader *reader);

/* Where the open article does not name what is picked: the one that does; NULL else. Borrowed. */
const NgArticle *ng_relations_elsewhere(NgReader *reader);

/* Where the open article does not name what is picked: goes to its first mention in the one that does. False if it is no such node. */
bool ng_relations_open_elsewhere(NgReader *reader);

/* What there may be a graph of: "article", "all". NULL-terminated, static. */
const char *const *ng_relations_graphs(void);

/* Shows the graph of one of these, or with "" the other one. What it does not understand, and where there is but one article, it
 * says. */
void ng_relations_graph_of(NgReader *reader, const char *what);

/* The graph of all articles, without a filter; NULL where that is not shown, or not there yet. Borrowed, until an article is loaded again. */
const NgWhole *ng_relations_joined(NgReader *reader);

/* Of an article opened from the graph: its relations are seen in the same view. */
void ng_relations_go_along(NgReader *reader, NgReader *from);

/* Forgets what was made of the articles, for they change, or others are asked for. `at_once`: waits for what is being made of them. */
void ng_relations_forget(NgReader *reader, bool at_once);

/* The centre before; false if there was none. */
bool ng_relations_centre_before(NgReader *reader);

/* More hops, or fewer: from 1 to NG_EGO_MAX_HOPS, in the zoomed view; closer or farther off, in the whole. Says so where it goes no further. */
void ng_relations_zoom(NgReader *reader, int by);

/* The next of the zoomed pane's views, `count` times, and the first again after the last. In a pane: zooms, and the view stays. */
void ng_relations_next_view(NgReader *reader, int count);

/* Out of the list of the picked edge's sentences, where j and k go from one to the next. */
void ng_relations_leave_evidence(NgReader *reader);

/* The sentence under the cursor in that list, as an index into the evidence of the edge; NG_NONE while we are not in it. */
uint32_t ng_relations_sentence(NgReader *reader);

/* Shows what the filter lets pass (graph/filter.h); "" shows everything. What it does not understand it says. */
void ng_relations_filter(NgReader *reader, const char *text);

/* The filter as one would type it. The caller frees it. */
char *ng_relations_filter_text(NgReader *reader);

/* Lights the shortest path between two names, parted by a comma or a blank, in the whole graph; "" lights none. Says where there is none. */
void ng_relations_path(NgReader *reader, const char *names);

/* A name is going to be looked for: what is picked now is picked again wherever none is found, and when looking is left. */
void ng_relations_find_begin(NgReader *reader);
void ng_relations_find_leave(NgReader *reader);

/* Picks the first node whose name holds the text; `last`: it is not typed on. False if there is none. */
bool ng_relations_find(NgReader *reader, const char *text, bool last);

/* Waits so long at most (negative: to the end) for what is made aside for the view on the screen; true if there was anything to wait for. */
bool ng_relations_work(NgReader *reader, int milliseconds);

/* Picks what stands at a cell of the screen, as of the last drawing. */
void ng_relations_pick_at(NgReader *reader, int row, int col);

/* For ng_reader_free. */
void ng_relations_free(NgRelations *relations);

#endif
