#include "ui/overlay.h"

void ng_overlay_free(NgOverlay *overlay)
{
  if (overlay)
    overlay->ops->free(overlay);
}

bool ng_overlay_scroll(int *top, int rows, int height, NgCommandId command, int count)
{
  NgStride stride = {.last = MAX(rows - height, 0), .page = MAX(height - 2, 1), .half = MAX(height / 2, 1)};
  return ng_command_moves(top, stride, command, count);
}
