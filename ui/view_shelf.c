/* The list screen: the articles, and what the one under the cursor is about. */
#include "ui/shelf.h"

#include "model/phrase.h"

#include <string.h>

void ng_shelf_draw(NgShelf *shelf, const NgKeymap *keymap, const char *message, NgCanvas *canvas)
{
  ng_canvas_clear(canvas);
  g_autofree char *right = g_strdup_printf("%u", shelf->items->len);
  NgHeadLine head = {.title = "Articles", .right = right, .focus = true};
  ng_head_draw(&head, canvas, 0, 2, canvas->cols - 4);
  for (guint i = 0; i < shelf->order->len; i++) {
    const NgShelved *item = ng_shelf_item(shelf, g_array_index(shelf->order, guint, i));
    const char *title = item->article ? ng_article_head(item->article)->title : item->error;
    g_autofree char *path = ng_text_clean_line(item->path, strlen(item->path));
    ng_canvas_put_cut(canvas, 1 + (int)i, 2, canvas->cols - 4, i == shelf->cursor ? NG_ROLE_CHOSEN : NG_ROLE_TEXT,
                      title ? title : path);
    if (i == shelf->cursor)
      ng_canvas_cursor(canvas, 1 + (int)i, 2);
  }
  NgStatus status = {.name = "Articles", .place = right, .rest = message};
  status.keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "read"};
  status.keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_SEARCH), "filter"};
  status.keys[3] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_HELP), "help"};
  ng_status_draw(&status, canvas, canvas->rows - 1, -1);
}
