/* The list of articles: its screens, its order, its filter, and what it says of articles that are not there yet. */
#include "load/load.h"
#include "tests/ui.h"
#include "ui/shelf.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const names[] = {"2022-11-14-bali.xml",   "2023-02-04-balloon.xml",  "2023-03-10-saudi-iran.xml",
                                    "2023-04-06-macron.xml", "2023-04-26-zelensky.xml", "2023-05-08-talk-again.xml",
                                    "no-such-article.xml"};

static NgArticle *load(const char *path, void *loading, GError **error)
{
  (void)loading;
  return ng_load(path, error);
}

/* The bundled articles and one that is missing; one half read, two read to the end. */
static NgShelf *shelf_new(NgPositions *positions)
{
  g_auto(GStrv) paths = g_new0(char *, G_N_ELEMENTS(names) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    paths[i] = ng_stage_article_path(names[i]);
  for (gsize i = 0; positions && i < G_N_ELEMENTS(names); i++) {
    NgPosition position = {.bytes = 1, .percent = i == 5 ? 38 : 100, .entity = ""};
    if (i == 0 || i == 1 || i == 5)
      ng_positions_set(positions, paths[i], &position);
  }
  return ng_shelf_new(paths, G_N_ELEMENTS(names), load, positions);
}

static void load_all(NgShelf *shelf)
{
  while (ng_shelf_load_next(shelf))
    continue;
}

static void draw(NgStage *stage, NgShelf *shelf)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  ng_shelf_draw(shelf, keymap, NULL, stage->canvas);
}

static const char *name_at(const NgShelf *shelf, guint at)
{
  return strrchr(ng_shelf_item(shelf, g_array_index(shelf->order, guint, at))->path, '/') + 1;
}

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

ParameterizedTestParameters(shelf, golden)
{
  static Size sizes[] = {{120, 40, false}, {80, 24, false}, {200, 60, false}, {40, 12, false},
                         {40, 24, false},  {10, 3, false},  {1, 1, false},    {80, 24, true}};
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, shelf, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(size->cols, size->rows, size->ascii);
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  g_autoptr(NgPositions) positions = ng_positions_new(folder);
  g_autoptr(NgShelf) shelf = shelf_new(positions);
  load_all(shelf);
  draw(stage, shelf);
  cr_expect(ng_stage_is_golden(stage, size->ascii ? "shelf-ascii" : "shelf"));
  g_rmdir(folder);
}

/* Where there is no room for both, where one is stays, and how many are new goes. */
Test(shelf, the_narrow_status_line_says_which_of_how_many)
{
  g_autoptr(NgStage) stage = ng_stage_new(20, 5, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  draw(stage, shelf);
  g_autofree char *status = ng_stage_row(stage, 4);
  cr_expect_str_eq(status, " 1 of 7 ──── ? help", "%s", status);
  ng_stage_resize(stage, 14, 5);
  draw(stage, shelf);
  g_autofree char *least = ng_stage_row(stage, 4);
  cr_expect(g_str_has_prefix(least, " 1 of 7"), "%s", least);
}

Test(shelf, a_larger_screen_is_filled)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 5, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  ng_shelf_command(shelf, NG_COMMAND_END, 0);
  draw(stage, shelf);
  ng_stage_resize(stage, 80, 24);
  draw(stage, shelf);
  g_autofree char *first = ng_stage_row(stage, 1);
  cr_expect(strstr(first, "China and the United"), "%s", first);
}

Test(shelf, newest_first_and_what_cannot_be_loaded_last)
{
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  cr_expect_str_eq(name_at(shelf, 0), names[0], "as given, until they are loaded");
  load_all(shelf);
  cr_expect_str_eq(name_at(shelf, 0), names[5]);
  cr_expect_str_eq(name_at(shelf, 5), names[0]);
  cr_expect_str_eq(name_at(shelf, 6), names[6]);
  cr_expect(!ng_shelf_load(shelf, 6));
  cr_expect_null(ng_shelf_reader(shelf, 6));
}

Test(shelf, what_is_loading_and_what_failed_is_said)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  draw(stage, shelf);
  g_autofree char *before = ng_stage_text(stage);
  cr_expect(strstr(before, "2022-11-14-bali.xml · loading"), "%s", before);
  load_all(shelf);
  ng_shelf_command(shelf, NG_COMMAND_END, 0);
  draw(stage, shelf);
  g_autofree char *row = ng_stage_row(stage, 7), *roles = ng_canvas_row_roles(stage->canvas, 7);
  cr_expect(strstr(row, "no-such-article.xml: No such file or directory"), "%s", row);
  cr_expect(strchr(roles, 'E'));
}

/* Titles are paths here. */
static NgArticle *titled(const char *path, void *loading, GError **error)
{
  if (strcmp(path, "broken") == 0)
    return load("no-such-file.xml", loading, error);
  g_autofree char *xml = g_strdup_printf("<TEI><teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt></fileDesc>"
                                         "</teiHeader><text><body><p>Text.</p></body></text></TEI>",
                                         path);
  return ng_load_memory(xml, strlen(xml), path, NULL);
}

static void expect_titles(char **titles, guint n, const char *const *shown)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = ng_shelf_new(titles, n, titled, NULL);
  load_all(shelf);
  draw(stage, shelf);
  g_autofree char *text = ng_stage_text(stage);
  for (guint i = 0; i < n; i++)
    cr_expect(strstr(text, shown[i]), "%s in\n%s", shown[i], text);
}

static NgArticle *untitled(const char *path, void *loading, GError **error)
{
  (void)loading;
  static const char xml[] = "<TEI><text><body><p><persName>Ann</persName> sang in <placeName>Bali</placeName>.</p>"
                            "</body></text></TEI>";
  return ng_load_memory(xml, strlen(xml), path, error);
}

/* Its file's name stands for the title, and not again for the source; one person has a head as twelve have. */
Test(shelf, an_article_without_title_is_named_once_and_previewed_as_any)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 30, false);
  static char *paths[] = {"some.xml", "other.xml"};
  g_autoptr(NgShelf) shelf = ng_shelf_new(paths, G_N_ELEMENTS(paths), untitled, NULL);
  load_all(shelf);
  draw(stage, shelf);
  g_autofree char *row = ng_stage_row(stage, 1), *text = ng_stage_text(stage);
  const char *first = strstr(row, "some.xml");
  cr_assert(first && !strstr(first + 1, "some.xml"), "%s", row);
  static const char *const expected[] = {"   People ──", "   Ann  ", "   Places ──", "   Bali  "};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    cr_expect(strstr(text, expected[i]), "%s: %s", expected[i], text);
}

Test(shelf, what_has_no_date_stands_before_what_cannot_be_read)
{
  static char *paths[] = {"A", "broken", "B"};
  g_autoptr(NgShelf) shelf = ng_shelf_new(paths, G_N_ELEMENTS(paths), titled, NULL);
  load_all(shelf);
  static const guint order[] = {0, 2, 1};
  for (guint i = 0; i < G_N_ELEMENTS(order); i++)
    cr_expect_eq(g_array_index(shelf->order, guint, i), order[i], "%u", i);
}

Test(shelf, volumes_of_a_series_are_told_apart)
{
  static char *series[] = {"Foreign Relations of the United States, 1949, The Far East",
                           "Foreign Relations of the United States, 1955–1957, China, Volume II", "Letters"};
  static const char *const apart[] = {"Foreign Rela… 1949, The Far East", "Foreig… 1955–1957, China, Volum…",
                                      " Letters"};
  expect_titles(series, 3, apart);
  static char *others[] = {"Foreign Relations of the United States, 1949, The Far East",
                           "Foreign affairs of the United States in the year of 1949, and what came of them"};
  static const char *const cut[] = {"Foreign Relations of the United…", "Foreign affairs of the United S…"};
  expect_titles(others, 2, cut);
}

Test(shelf, a_filter_says_how_it_is_left)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  draw(stage, shelf);
  g_autofree char *before = ng_stage_row(stage, 23);
  cr_expect_not(strstr(before, "Esc"), "%s", before);
  ng_shelf_filter(shelf, "macron");
  draw(stage, shelf);
  g_autofree char *row = ng_stage_row(stage, 23);
  cr_expect(strstr(row, "Esc all   ? help"), "%s", row);
}

/* What is said takes the place of the keys, not the other way round. */
Test(shelf, a_message_stays)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  ng_shelf_draw(shelf, keymap, "themes are dark, light, contrast, contrast-light, mono", stage->canvas);
  g_autofree char *row = ng_stage_row(stage, 23);
  cr_expect(strstr(row, "themes are dark, light, contrast, contrast-light, mono"), "%s", row);
}

/* The cursor stays on its article while others are loaded in front of it, and where a person left it. */
Test(shelf, the_cursor_stays_on_its_article)
{
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  ng_shelf_command(shelf, NG_COMMAND_LINE_DOWN, 2);
  guint at = ng_shelf_current(shelf);
  cr_assert_eq(at, 2);
  load_all(shelf);
  cr_expect_eq(ng_shelf_current(shelf), at);
  ng_shelf_filter(shelf, "iran");
  cr_expect_eq(ng_shelf_current(shelf), at);
  ng_shelf_filter(shelf, NULL);
  cr_expect_eq(ng_shelf_current(shelf), at);
  ng_shelf_point_at(shelf, 0);
  cr_expect_eq(shelf->cursor, 5);
}

Test(shelf, without_a_touch_the_cursor_is_on_the_newest)
{
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  cr_expect_eq(shelf->cursor, 0);
}

Test(shelf, a_filter_looks_in_titles_people_and_paths)
{
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  static const struct {
    const char *filter;
    guint n;
  } cases[] = {{"TELEPHONES", 1}, {"nancy pelosi", 1},  {"no-such", 1},
               {"xi jinping", 6}, {"nothing of it", 0}, {"", 7}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    ng_shelf_filter(shelf, cases[i].filter);
    cr_expect_eq(shelf->order->len, cases[i].n, "/%s: %u", cases[i].filter, shelf->order->len);
  }
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  ng_shelf_filter(shelf, "nothing of it");
  draw(stage, shelf);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(strstr(text, "no article like that"));
  cr_expect_eq(ng_shelf_current(shelf), G_MAXUINT);
}

Test(shelf, an_article_that_was_opened_is_not_new)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  NgReader *reader = ng_shelf_reader(shelf, 5);
  cr_expect(reader->among.index == 0 && reader->among.n == G_N_ELEMENTS(names));
  ng_stage_draw_reader(stage, reader);
  int percent = ng_shelf_read_percent(ng_shelf_item(shelf, 5));
  cr_expect(percent > 10 && percent < 100, "%d", percent);
  draw(stage, shelf);
  g_autofree char *status = ng_stage_row(stage, 23), *row = ng_stage_row(stage, 1);
  cr_expect(strstr(status, "1 of 7 · 5 new"), "%s", status);
  cr_expect(!strstr(row, "●") && strstr(row, "%"), "%s", row);
}

Test(shelf, every_size_is_drawn)
{
  g_autoptr(NgShelf) shelf = shelf_new(NULL);
  load_all(shelf);
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  for (int cols = 1; cols <= 170; cols += cols < 16 ? 1 : 9)
    for (int rows = 1; rows <= 40; rows += rows < 20 ? 1 : 10) {
      ng_stage_resize(stage, cols, rows);
      ng_shelf_command(shelf, rows % 2 ? NG_COMMAND_END : NG_COMMAND_START, 0);
      draw(stage, shelf);
      cr_assert(shelf->cursor < shelf->top + (guint)MAX(shelf->height, 1));
    }
}

static NgArticle *load_made(const char *path, void *loading, GError **error)
{
  (void)loading;
  (void)error;
  NgBuilder *builder = ng_builder_new(path, NG_FORMAT_TEI);
  ng_builder_set_head(builder, NG_HEAD_TITLE, path);
  ng_builder_set_head(builder, NG_HEAD_DATE, strstr(path, "7") ? "1961/1963" : "1955");
  return ng_builder_finish(builder);
}

Test(shelf, scrolls_through_thousands)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < 3000; i++)
    g_ptr_array_add(paths, g_strdup_printf("%d", i));
  g_autoptr(NgShelf) shelf = ng_shelf_new((char *const *)paths->pdata, paths->len, load_made, NULL);
  load_all(shelf);
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  draw(stage, shelf);
  g_autofree char *first = ng_stage_row(stage, 1);
  cr_expect(strstr(first, "1961–1963"), "%s", first);
  ng_shelf_command(shelf, NG_COMMAND_PAGE_DOWN, 3);
  draw(stage, shelf);
  cr_expect(shelf->top > 0 && shelf->cursor >= shelf->top && shelf->cursor < shelf->top + (guint)shelf->height);
  ng_shelf_command(shelf, NG_COMMAND_END, 0);
  draw(stage, shelf);
  g_autofree char *status = ng_stage_row(stage, 23);
  cr_expect(strstr(status, "3000 of 3000"), "%s", status);
  cr_expect_eq(shelf->top + (guint)shelf->height, 3000);
}

/* What the file holds, as it is and as it once was; lines that are neither are left out. */
Test(positions, every_line_that_was_ever_written_is_read)
{
  static const char lines[] =
      "120\t900\t40\t300\tqin\t/a/b c.xml\n120\t900\t40\tbali\t/a/old.xml\n120\t900\n"
      "-1\t1\t1\t1\tx\t/a/no.xml\n1\t-1\t1\t1\tx\t/a/no.xml\n1\t1\t-1\t1\tx\t/a/no.xml\n1\t1\t1\t-1\tx\t/a/no.xml\n";
  g_autofree char *dir = g_dir_make_tmp(NULL, NULL), *file = g_build_filename(dir, "positions", NULL);
  cr_assert(g_file_set_contents(file, lines, -1, NULL));
  g_autoptr(NgPositions) positions = ng_positions_new(dir);
  NgPosition now, old, none;
  cr_assert(ng_positions_get(positions, "/a/b c.xml", &now) && ng_positions_get(positions, "/a/old.xml", &old));
  cr_expect_not(ng_positions_get(positions, "/a/no.xml", &none));
  cr_expect(now.pos == 120 && now.bytes == 900 && now.percent == 40 && now.mention == 300);
  cr_expect_str_eq(now.entity, "qin");
  cr_expect(old.pos == 120 && old.percent == 40 && old.mention == 120);
  cr_expect_str_eq(old.entity, "bali");
  ng_positions_set(positions, "/a/old.xml", &now);
  ng_positions_save(positions);
  g_autoptr(NgPositions) again = ng_positions_new(dir);
  cr_expect(ng_positions_get(again, "/a/old.xml", &old) && old.mention == 300, "read as it is written");
  g_remove(file);
  g_rmdir(dir);
}

/* The newest articles are kept, each once; whoever else looks at the machine learns nothing of what is read. What is piped in, and a path of
 * several lines, has no place in the file. */
Test(positions, the_newest_are_kept_for_oneself)
{
  g_autofree char *top = g_dir_make_tmp(NULL, NULL), *dir = g_build_filename(top, "state", NULL);
  g_autofree char *file = g_build_filename(dir, "positions", NULL);
  {
    g_autoptr(NgPositions) positions = ng_positions_new(dir);
    NgPosition position = {.pos = 1, .bytes = 9, .percent = 5, .mention = 1, .entity = "a\tb\nc"};
    for (int i = 0; i <= NG_POSITIONS_MAX; i++) {
      g_autofree char *path = g_strdup_printf("/a/%d.xml", i);
      ng_positions_set(positions, path, &position);
    }
    position.pos = 2;
    ng_positions_set(positions, "/a/7.xml", &position);
    ng_positions_set(positions, "-", &position);
    ng_positions_set(positions, "/a/two\nlines.xml", &position);
    ng_positions_save(positions);
  }
  GStatBuf status;
  cr_expect(g_stat(file, &status) == 0 && (status.st_mode & 0777) == 0600);
  cr_expect(g_stat(dir, &status) == 0 && (status.st_mode & 0777) == 0700);
  g_autoptr(NgPositions) again = ng_positions_new(dir);
  NgPosition found;
  cr_expect_not(ng_positions_get(again, "/a/0.xml", &found), "the oldest has gone");
  cr_assert(ng_positions_get(again, "/a/7.xml", &found));
  cr_expect_eq(found.pos, 2);
  cr_expect_str_eq(found.entity, "a b c");
  g_autofree char *text = NULL;
  cr_assert(g_file_get_contents(file, &text, NULL, NULL));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  cr_expect_eq(g_strv_length(lines), NG_POSITIONS_MAX + 1, "a line each, and the end of the last");
  const char *once = strstr(text, "/a/7.xml\n");
  cr_expect(once && !strstr(once + 1, "/a/7.xml\n"));
  cr_expect_null(strstr(text, "two"));
  cr_expect_null(strstr(text, "/-\n"));
  g_remove(file);
  g_rmdir(dir);
  g_rmdir(top);
}
