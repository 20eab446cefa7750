#include "geo/outline.h"

#include <string.h>

#define MAGIC       "NGOUTL1\n"
#define HEAD_BYTES  32
#define ROW_BYTES   16
#define POINT_BYTES 4

struct _NgOutline {
  GBytes *bytes;
  const uint8_t *rows, *points;                 /* into bytes */
  uint32_t first_line[NG_N_OUTLINE_LAYERS + 1]; /* of each layer; the last is the number of all */
};

static uint32_t uint32_at(const uint8_t *p)
{
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static int16_t int16_at(const uint8_t *p)
{
  return (int16_t)(uint16_t)(p[0] | p[1] << 8);
}

NgOutline *ng_outline_open(const char *path)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
  if (!file)
    return NULL;
  g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
  return ng_outline_from_bytes(bytes);
}

/* Whether every line has a point and lies among the points. */
static bool lines_are_whole(const uint8_t *rows, uint64_t n_lines, uint32_t n_points)
{
  for (uint64_t i = 0; i < n_lines; i++) {
    uint32_t first = uint32_at(rows + i * ROW_BYTES), n = uint32_at(rows + i * ROW_BYTES + 4);
    if (n == 0 || first > n_points || n > n_points - first)
      return false;
  }
  return true;
}

NgOutline *ng_outline_from_bytes(GBytes *bytes)
{
  gsize size;
  const uint8_t *data = g_bytes_get_data(bytes, &size);
  if (size < HEAD_BYTES || memcmp(data, MAGIC, strlen(MAGIC)) != 0)
    return NULL;
  uint64_t n_lines = 0;
  uint32_t first_line[NG_N_OUTLINE_LAYERS + 1] = {0};
  for (int layer = 0; layer < NG_N_OUTLINE_LAYERS; layer++) {
    n_lines += uint32_at(data + 8 + 4 * layer);
    if (n_lines > UINT32_MAX)
      return NULL;
    first_line[layer + 1] = (uint32_t)n_lines;
  }
  uint32_t n_points = uint32_at(data + 8 + 4 * NG_N_OUTLINE_LAYERS);
  if (size != HEAD_BYTES + n_lines * ROW_BYTES + (uint64_t)n_points * POINT_BYTES)
    return NULL;
  const uint8_t *rows = data + HEAD_BYTES;
  if (!lines_are_whole(rows, n_lines, n_points))
    return NULL;
  NgOutline *outline = g_new0(NgOutline, 1);
  outline->bytes = g_bytes_ref(bytes);
  outline->rows = rows;
  outline->points = rows + n_lines * ROW_BYTES;
  memcpy(outline->first_line, first_line, sizeof first_line);
  return outline;
}

void ng_outline_free(NgOutline *outline)
{
  if (!outline)
    return;
  g_bytes_unref(outline->bytes);
  g_free(outline);
}

uint32_t ng_outline_n_lines(const NgOutline *outline, NgOutlineLayer layer)
{
  return outline->first_line[layer + 1] - outline->first_line[layer];
}

NgOutlineLine ng_outline_line(const NgOutline *outline, NgOutlineLayer layer, uint32_t i)
{
  const uint8_t *row = outline->rows + ((gsize)outline->first_line[layer] + i) * ROW_BYTES;
  return (NgOutlineLine){.points = outline->points + (gsize)uint32_at(row) * POINT_BYTES,
                         .n = uint32_at(row + 4),
                         .west = int16_at(row + 8),
                         .south = int16_at(row + 10),
                         .east = int16_at(row + 12),
                         .north = int16_at(row + 14)};
}
