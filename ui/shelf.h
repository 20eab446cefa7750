/* The shelf: the articles that were given, each loaded when it is first needed, and kept. Its list is the screen that several articles
 * open with. */
#ifndef NG_SHELF_H
#define NG_SHELF_H

#include "ui/positions.h"
#include "ui/view_reader.h"

typedef struct {
  char *path;
  NgArticle *article; /* NULL: not loaded yet, or not loadable */
  NgReader *reader;   /* NULL: not opened yet */
  char *error;        /* why it cannot be loaded, or NULL */
  char *words;        /* what a filter looks in, folded: path, and with `has_words` title, source and people */
  bool has_words;     /* once it is loaded and was looked at */
  int read_percent;   /* how far it had been read before; -1: never opened */
  GHashTable *names;  /* see kept.c; NULL: not asked for yet */
  bool outdated;      /* what the user says of names has changed since it was loaded */
} NgShelved;

/* What is to be opened once a command is done: an article, at the first mention of an entity of its, or at a sentence. */
typedef struct {
  guint item; /* G_MAXUINT: nothing */
  uint32_t entity;
  NgRange sentence; /* empty: the first mention */
} NgWanted;

#define NG_WANTED_NOTHING ((NgWanted){.item = G_MAXUINT, .entity = NG_NONE})

/* See joined.h. */
struct NgJoined;

typedef struct NgShelf {
  NgArticle *(*load)(const char *path, void *loading, GError **error);
  void *loading;          /* for it; NULL: nothing */
  NgPositions *positions; /* borrowed; NULL: none are kept */
  GPtrArray *items;       /* NgShelved */
  GArray *order;          /* guint: items as the list shows them: newest first, those not loaded last */
  guint cursor, top;      /* into order */
  bool touched;           /* the cursor was moved: it stays on its item while others are loaded */
  int weak_below;         /* of readers, see reader.h */
  int first_row, height;  /* rows of the list, as of the last drawing */
  char *filter;           /* folded; NULL: none */
  NgReader *preview;      /* of the item `preview_of`, with no one selected; NULL: none yet */
  guint preview_of;
  NgWanted wanted;
  bool joins;                /* relations are those of all articles together */
  guint64 most_joined_bytes; /* of text that they may have together; see joined.h */
  struct NgJoined *joined;   /* their graph; NULL: not made yet */
} NgShelf;

NgShelf *ng_shelf_new(char *const *paths, gsize n, NgArticle *(*load)(const char *path, void *loading, GError **error),
                      NgPositions *positions);
void ng_shelf_free(NgShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgShelf, ng_shelf_free)

NgShelved *ng_shelf_item(const NgShelf *shelf, guint index);

/* Loads the item if need be. False if it cannot be loaded: its `error` says why. */
bool ng_shelf_load(NgShelf *shelf, guint index);

/* Loads one item more that is not loaded yet, the one under the cursor first. False if there is none. */
bool ng_shelf_load_next(NgShelf *shelf);

/* The item's reader, made when it is first asked for; NULL if it cannot be loaded. */
NgReader *ng_shelf_reader(NgShelf *shelf, guint index);

/* Loads a loaded item again, and makes its reader, if it has one, anew at the same words. False with `error` if it cannot be loaded: then all stays as it
 * is. In either case it is no longer outdated. */
bool ng_shelf_reload(NgShelf *shelf, guint index, GError **error);

/* All that is loaded is outdated, but for standard input, which is read once. The first item that is; G_MAXUINT: none. */
void ng_shelf_outdate(NgShelf *shelf);
guint ng_shelf_outdated(const NgShelf *shelf);

/* Selects the entity with this id, if there is one, at its first mention from pos on, else its last. */
void ng_shelf_select_near(NgReader *reader, const char *id, uint32_t pos);

/* The item under the cursor; G_MAXUINT if there is none. Puts the cursor on an item, if the list shows it. */
guint ng_shelf_current(const NgShelf *shelf);
void ng_shelf_point_at(NgShelf *shelf, guint index);

/* A reader of the item under the cursor that shows its text and nothing selected; NULL if it is not loaded. Borrowed until the next call. */
NgReader *ng_shelf_preview(NgShelf *shelf);

/* How far the item has been read, in percent; -1: it was never opened. */
int ng_shelf_read_percent(const NgShelved *item);

/* The commands of the list (moving); false for any other. */
bool ng_shelf_command(NgShelf *shelf, NgCommandId command, int count);

/* A click in a row of the screen: on an item it puts the cursor there (view_shelf.c). */
void ng_shelf_click(NgShelf *shelf, int row);

/* Only items whose title, people or source hold the words; NULL or "": all. */
void ng_shelf_filter(NgShelf *shelf, const char *filter);

/* Draws the list screen, its status line included. `message` stands beside the counts; NULL: none. */
void ng_shelf_draw(NgShelf *shelf, const NgKeymap *keymap, const char *message, NgCanvas *canvas);

/* Draws what the item under the cursor is about (shelf_preview.c): its text and, where there is room, its people and places. */
void ng_shelf_preview_draw(NgShelf *shelf, NgCanvas *canvas, NgRect rect);

/* A date as its column shows it: "8 May 2023", "14 Nov 2022", "1961–1963". The caller frees it. */
char *ng_shelf_short_date(const char *iso);

#endif
