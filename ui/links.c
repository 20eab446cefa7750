/* The article's links: the words each stands on, where it leads, and the paragraph it stands in. */
#include "ui/chooser.h"
#include "ui/overlays.h"
#include "ui/take.h"

#include <string.h>

#define PLACE_COLS      5
#define PLACE_FROM_COLS 36 /* of the list; narrower ones tell no place */

typedef struct {
  NgChooser base;
  const NgLink *all; /* borrowed */
} Links;

static const NgLink *link_at(const NgChooser *chooser, guint item)
{
  return &((const Links *)chooser)->all[item];
}

/* The target on one line, harmless. The caller frees it. */
static char *target_of(const NgLink *link)
{
  return ng_text_clean_line(link->target, strlen(link->target));
}

static char *words(NgChooser *chooser, NgReader *reader, guint item)
{
  const NgLink *link = link_at(chooser, item);
  g_autofree char *target = target_of(link);
  g_autofree char *text = g_strndup(ng_article_text(reader->article, NULL) + link->start, link->end - link->start);
  return g_strconcat(text, "\n", target, NULL);
}

/* Draws the paragraph at the right end; returns the columns that are left. */
static int draw_place(NgReader *reader, const NgLink *link, NgCanvas *canvas, NgRect rect)
{
  if (rect.cols < PLACE_FROM_COLS)
    return rect.cols;
  uint32_t block = ng_article_block_at(reader->article, link->start);
  uint32_t number = block == NG_NONE ? 0 : ng_article_paragraph_number(reader->article, block);
  g_autofree char *place = g_strdup_printf("¶%2u", number);
  if (number)
    ng_canvas_put_right(canvas, rect.row, rect.col + rect.cols - PLACE_COLS, PLACE_COLS, NG_ROLE_DIM, place);
  return rect.cols - PLACE_COLS - 1;
}

/* A third for the words, the rest for the target; a link without words is all target. */
static void draw_row(NgChooser *chooser, NgReader *reader, guint item, bool current, NgCanvas *canvas, NgRect rect)
{
  const NgLink *link = link_at(chooser, item);
  g_autofree char *target = target_of(link);
  NgRole role = current ? NG_ROLE_CHOSEN : NG_ROLE_TEXT;
  int col = rect.col + 2, cols = draw_place(reader, link, canvas, rect) - 2;
  int words_cols = link->end > link->start ? cols / 3 : 0;
  if (words_cols == 0) {
    ng_canvas_put_cut(canvas, rect.row, col, cols, current ? NG_ROLE_CHOSEN : NG_ROLE_DIM, target);
    return;
  }
  g_autofree char *text = g_strndup(ng_article_text(reader->article, NULL) + link->start, link->end - link->start);
  ng_canvas_put_cut(canvas, rect.row, col, words_cols, role, text);
  ng_canvas_put_cut(canvas, rect.row, col + words_cols + 2, cols - words_cols - 2, NG_ROLE_DIM, target);
}

static NgOutcome command(NgChooser *chooser, NgReader *reader, guint item, NgCommandId id)
{
  const NgLink *link = link_at(chooser, item);
  switch ((int)id) {
  case NG_COMMAND_LINKS:
    return NG_CLOSE;
  case NG_COMMAND_OPEN:
    ng_take_open(reader, link->target);
    return NG_DONE;
  case NG_COMMAND_COPY: {
    g_autofree char *target = target_of(link);
    ng_take_copy(reader, target);
    return NG_DONE;
  }
  case NG_COMMAND_SELECT_HERE:
    ng_reader_go_to(reader, link->start);
    return NG_CLOSE;
  default:
    return NG_NOT_MINE;
  }
}

static void status(NgChooser *chooser, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  (void)chooser;
  (void)reader;
  (void)hold;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "open"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_COPY), "copy"};
}

static void links_free(NgChooser *chooser)
{
  ng_chooser_clear(chooser);
  g_free(chooser);
}

static const NgChooserOps ops = {.empty = "no link like that",
                                 .draw_row = draw_row,
                                 .words = words,
                                 .command = command,
                                 .status = status,
                                 .free = links_free};

NgOverlay *ng_links_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  uint32_t n, at = 0;
  const NgLink *all = ng_article_links(reader->article, &n);
  if (n == 0) {
    ng_reader_say(reader, false, "no links in this article");
    return NULL;
  }
  while (at + 1 < n && all[at].start < reader->top_pos)
    at++;
  Links *links = g_new0(Links, 1);
  links->all = all;
  ng_chooser_init(&links->base, &ops, g_strdup("Links"), n, at);
  return &links->base.base;
}
