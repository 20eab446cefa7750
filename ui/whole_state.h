/* The whole graph of an article, or of several, as the relations pane keeps it: the graph and its layout, made aside; what is picked in it; a path that is lit.
 * Private to the files of the relations pane. */
#ifndef NG_WHOLE_STATE_H
#define NG_WHOLE_STATE_H

#include "ui/relations_private.h"
#include "ui/whole_job.h"

/* Who is to be joined by a path, NG_WHOLE_NOWHERE: nobody; and what came of it once the graph was there. */
typedef struct {
  NgWholePlace from, to;
  NgPath *path;   /* NULL: not looked for yet, or there is none */
  bool is_picked; /* what is said and listed is the path's */
} NgLitPath;

typedef struct NgWholeState {
  NgSharedWhole *shared; /* of the layout that is shown */
  NgWholeLayout *layout;
  NgWholeJob *job;     /* the one that will replace it; NULL: it is as asked for */
  bool is_graph_alone; /* of the job: it lays nothing out */
  GPtrArray *leaving;  /* NgWholeJob: cancelled ones */
  NgWholeStyle asked;  /* of the layout or of the job */
  NgWholePlace shown;  /* an entity that is drawn in any case; NG_WHOLE_NOWHERE: none */
  bool is_stale;       /* the layout lacks something that is wanted */
  NgWholePick pick;    /* its `lit` is the path's */
  uint32_t entity;     /* that was selected when the pick was made */
  NgWholeZoom zoom;
  uint32_t most_nodes;
  bool has_overview; /* of the last drawing: an overview stands in a corner of it */
  NgLitPath path;
  GArray *evidence; /* NgEvidence, of a path: the first sentence of each step */
  GPtrArray *says;  /* char *, the steps as sentences */
} NgWholeState;

/* Made when it is first asked for. */
NgWholeState *ng_whole_state(NgReader *reader);

/* The graph that is shown; NULL while there is none. */
const NgWhole *ng_whole_shown(NgReader *reader);

/* The same, though it may not be laid out yet. */
const NgWhole *ng_whole_graph(NgReader *reader);

/* What is said of it meanwhile: a text that moves. Static. */
const char *ng_whole_spinning(void);

/* Sees to it that the graph is there, or on its way. */
void ng_whole_ask_graph(NgReader *reader);

/* Sees to it that a layout for so many cells is there or on its way. */
void ng_whole_ask(NgReader *reader, int cols, int rows, bool ascii);

/* Waits for what is on its way, so long at most (negative: to the end), and takes it over; false if nothing is. */
bool ng_whole_wait(NgReader *reader, gint64 microseconds);

/* Forgets the graph: it is made anew, by the filter as it is now. */
void ng_whole_forget(NgReader *reader);

/* Asks for the path between two entities, or with NG_WHOLE_NOWHERE for none. It is looked for when the graph is there. */
void ng_whole_ask_path(NgReader *reader, NgWholePlace from, NgWholePlace to);

#endif
