/* The table of contents: an article's headings by level, where each begins, and which one we are under. */
#include "ui/chooser.h"
#include "ui/overlays.h"

#include <string.h>

#define INDENT_COLS  2
#define MAX_INDENT   6
#define PERCENT_COLS 5

typedef struct {
  NgChooser base;
  GArray *headings; /* uint32_t: blocks */
  guint here;       /* the heading we were under when it was opened; G_MAXUINT: none */
} Contents;

static const NgBlock *block_of(const NgChooser *chooser, const NgReader *reader, guint item)
{
  uint32_t n;
  return &ng_article_blocks(reader->article, &n)[g_array_index(((const Contents *)chooser)->headings, uint32_t, item)];
}

static char *words(NgChooser *chooser, NgReader *reader, guint item)
{
  const NgBlock *block = block_of(chooser, reader, item);
  return g_strndup(ng_article_text(reader->article, NULL) + block->start, block->end - block->start);
}

/* The level stands as an indent; a title stands as far left as the headings under it. */
static int indent_of(const NgBlock *block, int cols)
{
  int level = block->kind == NG_BLOCK_TITLE ? 1 : CLAMP(block->level, 1, MAX_INDENT);
  return MIN((level - 1) * INDENT_COLS, MAX(cols / 4, 0));
}

static void draw_row(NgChooser *chooser, NgReader *reader, guint item, bool current, NgCanvas *canvas, NgRect rect)
{
  const NgBlock *block = block_of(chooser, reader, item);
  bool here = item == ((Contents *)chooser)->here;
  uint32_t bytes;
  ng_article_text(reader->article, &bytes);
  if (here)
    ng_canvas_put(canvas, rect.row, rect.col, 1, NG_ROLE_TICK, "●", strlen("●"));
  g_autofree char *text = words(chooser, reader, item);
  g_autofree char *percent = g_strdup_printf("%u %%", (unsigned)((guint64)block->start * 100 / MAX(bytes, 1)));
  int room = rect.cols - 2 - (rect.cols >= 24 ? PERCENT_COLS + 1 : 0), indent = indent_of(block, room);
  NgRole role = current ? NG_ROLE_CHOSEN : here ? NG_ROLE_STRONG : NG_ROLE_TEXT;
  ng_canvas_put_cut(canvas, rect.row, rect.col + 2 + indent, room - indent, role, text);
  if (rect.cols >= 24)
    ng_canvas_put_right(canvas, rect.row, rect.col + rect.cols - PERCENT_COLS, PERCENT_COLS, NG_ROLE_DIM, percent);
}

static NgOutcome command(NgChooser *chooser, NgReader *reader, guint item, NgCommandId id)
{
  if (id == NG_COMMAND_CONTENTS)
    return NG_CLOSE;
  if (id != NG_COMMAND_OPEN)
    return NG_NOT_MINE;
  const NgBlock *block = block_of(chooser, reader, item);
  ng_reader_remember(reader);
  if (block->start == 0)
    ng_reader_go_to_end(reader, false);
  else
    ng_reader_resume(reader, block->start);
  reader->focus = NG_PANE_ARTICLE;
  return NG_CLOSE;
}

static void status(NgChooser *chooser, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  (void)chooser;
  (void)reader;
  (void)hold;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "go there"};
}

static void contents_free(NgChooser *chooser)
{
  ng_chooser_clear(chooser);
  g_array_unref(((Contents *)chooser)->headings);
  g_free(chooser);
}

static const NgChooserOps ops = {.empty = "no heading like that",
                                 .draw_row = draw_row,
                                 .words = words,
                                 .command = command,
                                 .status = status,
                                 .free = contents_free};

NgOverlay *ng_contents_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  uint32_t n, headings_but_title = 0;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  g_autoptr(GArray) headings = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  guint here = G_MAXUINT;
  for (uint32_t i = 0; i < n; i++) {
    if (blocks[i].kind != NG_BLOCK_TITLE && blocks[i].kind != NG_BLOCK_HEADING)
      continue;
    headings_but_title += blocks[i].kind == NG_BLOCK_HEADING;
    if (i <= reader->top.block)
      here = headings->len;
    g_array_append_val(headings, i);
  }
  if (headings_but_title == 0) {
    ng_reader_say(reader, false, "no headings in this article");
    return NULL;
  }
  Contents *contents = g_new0(Contents, 1);
  contents->headings = g_steal_pointer(&headings);
  contents->here = here;
  ng_chooser_init(&contents->base, &ops, g_strdup("Contents"), contents->headings->len, here);
  return &contents->base.base;
}
