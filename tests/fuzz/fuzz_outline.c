/* Any bytes as the outlines of the world: refused, or drawn without harm at every scale. */
#include "geo/geo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
  g_autoptr(NgOutline) outline = ng_outline_from_bytes(bytes);
  if (!outline)
    return 0;
  NgView views[] = {ng_view_world(40, 9, NG_MERCATOR), ng_view_world(60, 20, NG_ROBINSON),
                    ng_view_at(40, 20, (NgDegrees){10, 179}, 0.3)};
  for (gsize i = 0; i < G_N_ELEMENTS(views); i++) {
    g_autoptr(NgMap) map = ng_map_new(outline, &views[i], (NgMapDrawing)i, NULL, 0);
    char *row = ng_map_row(map, 0);
    g_free(row);
  }
  return 0;
}
