/* The outlines: the file that comes along, and files that are damaged. */
#include "geo/outline.h"

#include <criterion/criterion.h>
#include <string.h>

static GBytes *file_bytes(void)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(folder ? folder : ".", "content", "geo", "outline.bin", NULL);
  char *data;
  gsize bytes;
  cr_assert(g_file_get_contents(path, &data, &bytes, NULL), "%s", path);
  return g_bytes_new_take(data, bytes);
}

/* Every point of every line is read. */
static guint64 walk(const NgOutline *outline)
{
  guint64 sum = 0;
  for (NgOutlineLayer layer = 0; layer < NG_N_OUTLINE_LAYERS; layer++)
    for (uint32_t i = 0; i < ng_outline_n_lines(outline, layer); i++) {
      NgOutlineLine line = ng_outline_line(outline, layer, i);
      for (uint32_t k = 0; k < line.n; k++)
        sum += (guint64)(ng_outline_point(&line, k).lon + 32768);
    }
  return sum;
}

Test(outline, the_file_that_comes_along)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(folder ? folder : ".", "content", "geo", "outline.bin", NULL);
  g_autoptr(NgOutline) outline = ng_outline_open(path);
  cr_assert(outline);
  cr_expect_gt(ng_outline_n_lines(outline, NG_OUTLINE_LAND_110M), 100);
  cr_expect_gt(ng_outline_n_lines(outline, NG_OUTLINE_BORDERS_110M), 250);
  cr_expect_gt(ng_outline_n_lines(outline, NG_OUTLINE_LAND_50M), 1000);
  cr_expect_gt(ng_outline_n_lines(outline, NG_OUTLINE_BORDERS_50M), 300);
  cr_expect_gt(walk(outline), 0);
}

Test(outline, rings_are_closed_and_boxes_hold_their_lines)
{
  g_autoptr(GBytes) bytes = file_bytes();
  g_autoptr(NgOutline) outline = ng_outline_from_bytes(bytes);
  cr_assert(outline);
  for (NgOutlineLayer layer = 0; layer < NG_N_OUTLINE_LAYERS; layer++)
    for (uint32_t i = 0; i < ng_outline_n_lines(outline, layer); i++) {
      NgOutlineLine line = ng_outline_line(outline, layer, i);
      NgOutlinePoint first = ng_outline_point(&line, 0), last = ng_outline_point(&line, line.n - 1), before = first;
      bool ring = layer == NG_OUTLINE_LAND_110M || layer == NG_OUTLINE_LAND_50M;
      cr_assert(!ring || (first.lon == last.lon && first.lat == last.lat));
      for (uint32_t k = 0; k < line.n; k++) {
        NgOutlinePoint p = ng_outline_point(&line, k);
        cr_assert(p.lon >= line.west && p.lon <= line.east && p.lat >= line.south && p.lat <= line.north);
        bool pole = p.lat <= -89 * NG_OUTLINE_UNITS && before.lat <= -89 * NG_OUTLINE_UNITS;
        cr_assert(pole || ABS(p.lon - before.lon) < 90 * NG_OUTLINE_UNITS, "no line jumps around the globe");
        before = p;
      }
    }
}

Test(outline, nothing_is_missing_refused)
{
  cr_expect_null(ng_outline_open("/nowhere/outline.bin"));
  g_autoptr(GBytes) empty = g_bytes_new_static("", 0);
  cr_expect_null(ng_outline_from_bytes(empty));
}

Test(outline, any_file_cut_short_or_drawn_out_is_refused)
{
  g_autoptr(GBytes) whole = file_bytes();
  gsize size;
  const char *data = g_bytes_get_data(whole, &size);
  for (gsize cut = 0; cut < size; cut += cut < 200 ? 1 : 4099) {
    g_autoptr(GBytes) part = g_bytes_new(data, cut);
    cr_assert_null(ng_outline_from_bytes(part), "%zu bytes", cut);
  }
  g_autofree char *longer = g_malloc0(size + 4);
  memcpy(longer, data, size);
  g_autoptr(GBytes) more = g_bytes_new(longer, size + 4);
  cr_expect_null(ng_outline_from_bytes(more));
}

/* What a damaged byte may do: the file is refused, or every point still lies within it (the sanitizers see to that). */
Test(outline, damaged_bytes_are_refused_or_harmless)
{
  g_autoptr(GBytes) whole = file_bytes();
  gsize size;
  const char *data = g_bytes_get_data(whole, &size);
  guint refused = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed(7);
  for (int i = 0; i < 300; i++) {
    g_autofree char *copy = g_memdup2(data, size);
    gsize at = (gsize)g_rand_int_range(rand, 0, 36000); /* the head and the table of lines */
    copy[at] = (char)g_rand_int(rand);
    g_autoptr(GBytes) bytes = g_bytes_new_static(copy, size);
    g_autoptr(NgOutline) outline = ng_outline_from_bytes(bytes);
    refused += !outline;
    if (outline)
      walk(outline);
  }
  cr_expect_gt(refused, 20);
}

Test(outline, a_line_beyond_the_points_is_refused)
{
  static const uint8_t head[] = "NGOUTL1\n\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0";
  uint8_t file[32 + 16 + 8] = {0};
  memcpy(file, head, 32);
  file[36] = 2;
  g_autoptr(GBytes) good = g_bytes_new(file, sizeof file);
  g_autoptr(NgOutline) outline = ng_outline_from_bytes(good);
  cr_expect(outline);
  for (int n = 0; n < 256; n++)
    for (int first = 0; first < 4; first++) {
      file[32] = (uint8_t)first;
      file[36] = (uint8_t)n;
      g_autoptr(GBytes) bytes = g_bytes_new(file, sizeof file);
      g_autoptr(NgOutline) found = ng_outline_from_bytes(bytes);
      cr_assert_eq(found != NULL, n >= 1 && first + n <= 2, "%d points from %d", n, first);
    }
}
