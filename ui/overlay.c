#include "ui/overlay.h"

void ng_overlay_free(NgOverlay *overlay)
{
  if (overlay)
    overlay->ops->free(overlay);
}

bool ng_overlay_scroll(int *top, int rows, int height, NgCommandId command, int count)
{
  int page = MAX(height - 2, 1), last = MAX(rows - height, 0);
  gint64 to = *top, times = MAX(count, 1);
  switch ((int)command) {
  case NG_COMMAND_LINE_DOWN:
    to += times;
    break;
  case NG_COMMAND_LINE_UP:
    to -= times;
    break;
  case NG_COMMAND_PAGE_DOWN:
    to += times * page;
    break;
  case NG_COMMAND_PAGE_UP:
    to -= times * page;
    break;
  case NG_COMMAND_HALF_DOWN:
    to += times * MAX(height / 2, 1);
    break;
  case NG_COMMAND_HALF_UP:
    to -= times * MAX(height / 2, 1);
    break;
  case NG_COMMAND_START:
    to = 0;
    break;
  case NG_COMMAND_END:
    to = last;
    break;
  default:
    return false;
  }
  *top = (int)CLAMP(to, 0, last);
  return true;
}
