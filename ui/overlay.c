#include "ui/overlay.h"

void ng_overlay_free(NgOverlay *overlay)
{
  if (overlay)
    overlay->ops->free(overlay);
}
