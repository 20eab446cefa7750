#include "ui/view_relations.h"

#include "ui/status.h"

int ng_relations_rows(NgReader *reader, int cols)
{
  (void)reader;
  (void)cols;
  return 8;
}

void ng_relations_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEntity *selected = ng_reader_selected(reader);
  g_autofree char *title = selected ? g_strdup_printf("Relations of %s", selected->name) : g_strdup("Relations");
  NgHeadLine head = {.key = "4", .title = title, .focus = reader->focus == NG_PANE_RELATIONS};
  ng_head_draw(&head, canvas, rect.row, rect.col + 1, rect.cols - 1);
}
