/* The reader of one article: what is selected, where we are, what is open. It holds state and never data.
 *
 * Views draw from it, commands change it. One entity is selected (or none, in an article without names), and of it one mention (or none, where it
 * has none). The article's view is anchored to a row; the pos at its start is kept through changes of size. */
#ifndef NG_READER_H
#define NG_READER_H

#include "ui/layout.h"
#include "ui/list.h"
#include "ui/search.h"
#include "ui/text_rows.h"

/* See view_relations.h. */
typedef struct NgRelations NgRelations;

/* See places.h. */
struct NgPlaces;

/* See kept.h. */
struct NgShelf;

/* A place to come back to. */
typedef struct {
  uint32_t pos, entity, mention;
} NgPlaceMark;

/* Where a block of the article stands among several opened ones: for heads and cards. */
typedef struct {
  guint index, n; /* 0-based; n == 0: alone */
} NgAmong;

#define NG_WEAK_BELOW_PERCENT 50

typedef struct {
  const NgArticle *article; /* borrowed */
  NgTextRows *rows;
  NgAnchor top;
  uint32_t top_pos; /* what `top` shows first */
  int cols, height; /* of the article pane below its head; 0: not drawn yet */
  uint32_t entity, mention;
  uint32_t note; /* the block of the note whose mark is selected, until a mention is; NG_NONE: none */

  NgPane focus, side;
  bool zoomed;
  NgLayout layout; /* of the last drawing */
  bool gaps;       /* the screen has rows for blank ones between what stands below each other */
  NgList people, places;

  GArray *history; /* NgPlaceMark */
  guint here;      /* index into history: what lies before it is behind us */

  NgSearch *search;  /* NULL: none */
  GArray *folded;    /* uint32_t: entities whose sentences are shown; empty: all is shown */
  GArray *sentences; /* NgRange: those sentences */

  char *message; /* until the next key; NULL: none */
  bool message_is_error;
  NgAmong among;
  int weak_below;        /* per cent: names and relations of which the annotator is less sure are drawn weaker */
  bool stale;            /* the file was edited: the article is to be loaded again */
  struct NgShelf *shelf; /* where the article stands among others, borrowed; NULL: alone */

  NgRelations *relations; /* the relations' view, made when it is first drawn */
  struct NgPlaces *map;   /* the map's, likewise */
} NgReader;

NgReader *ng_reader_new(const NgArticle *article);
void ng_reader_free(NgReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgReader, ng_reader_free)

const NgEntity *ng_reader_entities(const NgReader *reader);
const NgMention *ng_reader_mentions(const NgReader *reader);

/* The selected entity, or NULL. */
const NgEntity *ng_reader_selected(const NgReader *reader);

/* Selects an entity; of its mentions `mention` (an index into the article's), or with NG_NONE the one it had, else its first. The lists follow; the
 * article does not move. */
void ng_reader_select(NgReader *reader, uint32_t entity, uint32_t mention);

/* Selects a mention and its entity, and scrolls to it. */
void ng_reader_go_to_mention(NgReader *reader, uint32_t mention);

/* Scrolls to a pos: not at all if it is well on the screen, else so that it stands a third of the way down; the place left is remembered. */
void ng_reader_go_to(NgReader *reader, uint32_t pos);

/* Scrolls by rows. */
void ng_reader_scroll(NgReader *reader, int rows);

/* Puts the row that shows pos at the top, as where reading was left. */
void ng_reader_resume(NgReader *reader, uint32_t pos);

/* Moves to the first or the last row. */
void ng_reader_go_to_end(NgReader *reader, bool last);

/* The k-th next (k < 0: previous) mention of the selected entity, or with `any` of any entity or mark of a note, from the selected mention or, if that is not on the
 * screen, from what is. False if there is none that way. */
bool ng_reader_step(NgReader *reader, int k, bool any);

/* The k-th heading after (before) the top of the screen. False if there is none. */
bool ng_reader_go_to_heading(NgReader *reader, int k);

/* Back (k < 0) and forth in the history of jumps. False if there is nothing there. */
bool ng_reader_travel(NgReader *reader, int k);

/* Remembers the place where we are. */
void ng_reader_remember(NgReader *reader);

/* Shows only the sentences that name these entities: adds the entity, or takes it away if it is there already. */
void ng_reader_fold(NgReader *reader, uint32_t entity);
void ng_reader_unfold(NgReader *reader);

/* Re-wraps for a pane of this size, and stays at the same word. */
void ng_reader_resize(NgReader *reader, int cols, int rows);

/* How far the text is read, to the end of the screen: 0 to 100; 100 where there is no text. */
uint32_t ng_reader_percent(NgReader *reader);

/* The first pos after the last row on the screen. */
uint32_t ng_reader_bottom_pos(NgReader *reader);

/* Whether a pane other than the article's has the whole screen. */
bool ng_reader_covers_article(const NgReader *reader);

/* The list under the focus: people or places, or NULL. */
NgList *ng_reader_list(NgReader *reader);

/* Filters the list under the focus, as ng_list_filter. Whoever is selected stays so if the filter lets it pass; else the first that passes is selected. With
 * NULL or "" all pass, and the selection stays whatever it is. */
void ng_reader_filter_list(NgReader *reader, const char *filter);

/* A message for the status line, or an error. */
void ng_reader_say(NgReader *reader, bool error, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
