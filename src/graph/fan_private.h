/* A fan in the making: what is drawn, in which columns, on which rows. */
#ifndef NG_FAN_PRIVATE_H
#define NG_FAN_PRIVATE_H

#include "graph/fan.h"
#include "graph/picture_private.h"

/* An edge that is not drawn has this row. */
#define NG_FAN_NO_ROW (-1)
/* The rank of an edge that is drawn straight from box to box, and of one whose name is too long to be shown. */
#define NG_FAN_UPRIGHT  (NG_NONE - 1)
#define NG_FAN_TOO_LONG NG_NONE
/* No label or name takes more columns than this. */
#define NG_FAN_MAX_COLS 60

/* What leaves the ego's trunk on one row: edges of one group that fork behind their label, or that end in one box. */
typedef struct {
  uint32_t first, n; /* slice of `order` */
  int row;           /* where it leaves the trunk */
  int top, rows;     /* of the box */
  bool in_box;
  uint32_t n_cut; /* names of the box that have no room; they are counted in its last row */
} NgFanBranch;

/* The columns of one hop. */
typedef struct {
  int trunk, label, name;    /* where they start; the name with its box or brackets */
  int label_cols, name_cols; /* at most; the name without its box */
  int fork;
  int gap; /* between the trunk and the label: 2 where there is a piece of line, else 1 */
} NgFanColumns;

typedef struct {
  const NgEgo *ego;
  const NgFanOptions *options;
  bool ego_box, boxed, brackets, counts_at_end;
  int hops;                                  /* how many are drawn */
  NgFanColumns columns[NG_EGO_MAX_HOPS + 1]; /* from 1 on */
  int ego_row, ego_cols, ego_col;            /* ego_cols: of the name alone */
  int count_cols, rows;
  uint32_t n_branches;
  NgFanBranch *branches;
  uint32_t *order;              /* the ego's edges in the order of the branches */
  uint32_t *rank;               /* of each edge: when it is drawn, depth first, or one of the two above */
  uint32_t *branch;             /* of each of the ego's edges */
  int *label_cols, *name_cols;  /* of each edge: what its label without a count and the name it leads to would take */
  bool *points_in;              /* of each node: all its edges that have a direction point at it, and share one head */
  int *row;                     /* of each edge: the row of its name */
  int *rest_row;                /* of each node: the row of its `+N`, or NG_FAN_NO_ROW */
  uint32_t *n_cut;              /* of each node: edges not drawn */
  uint32_t *upright;            /* of each branch: the edge drawn straight down to the next one's box, or NG_NONE */
  uint32_t n_ranked, n_visible; /* those of a lower rank than n_visible are drawn */
} NgFan;

/* Whether edges lead on from the node in this picture. */
static inline bool ng_fan_leads_on(const NgFan *fan, uint32_t node)
{
  const NgNode *it = &fan->ego->nodes[node];
  return it->hop < fan->hops && it->n_edges + it->n_rest > 0;
}

/* ---- fan_branches.c ---- */

/* A fan of this form; measures, orders and ranks the edges. */
void ng_fan_init(NgFan *fan, const NgEgo *ego, const NgFanOptions *options, bool boxed, int hops);
void ng_fan_clear(NgFan *fan);

/* ---- fan_rows.c ---- */

/* Places what fits the rows; sets `rows`, and returns how many the whole needs. */
int ng_fan_place_rows(NgFan *fan);

/* ---- fan_columns.c ---- */

/* Finds the columns; false if the fan does not fit the width. */
bool ng_fan_place_columns(NgFan *fan);

/* The label of an edge as it is drawn, cut to `cols`, with its count if that stands there. The caller frees it. */
char *ng_fan_label(const NgFan *fan, uint32_t edge, int cols);

/* How much of a name is drawn. */
typedef enum { NG_FAN_WHOLE, NG_FAN_SHORT, NG_FAN_CUT, NG_FAN_CUT_BY_HALF } NgFanNaming;

/* The name of an entity as it is drawn in `cols`; a person's in short if it does not fit, or if `brief` and there is a short one. The
 * caller frees it. `naming` may be NULL. */
char *ng_fan_name(const NgEntity *entity, int cols, bool brief, bool ascii, NgFanNaming *naming);

/* Text cut to `cols`, with an ellipsis; the caller frees it. */
char *ng_fan_cut(const char *text, int cols, bool ascii);

/* Columns of a text, counted only up to `most`; more than that where it is longer. */
int ng_fan_cols(const char *text, int most);

/* ---- fan_draw.c ---- */

NgPicture *ng_fan_paint(NgFan *fan, int needed_rows);

NgInk ng_fan_kind_ink(NgEntityKind kind);

/* How the line of an edge is drawn: what is picked is heavy, what no one marked is dashed. */
typedef struct {
  NgArm weight;
  NgInk ink;
} NgStroke;

NgStroke ng_stroke_of(const NgEgo *ego, uint32_t edge, NgPick pick);

/* The ink of its label. */
NgInk ng_stroke_label_ink(NgStroke stroke, bool weak);

/* ---- stacked.c ---- */

NgPicture *ng_fan_paint_stacked(const NgEgo *ego, const NgFanOptions *options);

#endif
