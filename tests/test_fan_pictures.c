/* What holds of every picture of a fan, on egos made at random and on such as no one would draw. */
#include "ego_article.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(fan_pictures, .init = set_locale);

static const NgCell *cell(const NgPicture *picture, int row, int col)
{
  static const NgCell outside = {0};
  if (row < 0 || row >= picture->rows || col < 0 || col >= picture->cols)
    return &outside;
  return &picture->cells[row * picture->cols + col];
}

static unsigned arm(const NgPicture *picture, int row, int col, int side)
{
  return (unsigned)cell(picture, row, col)->arms >> (2 * side) & 3u;
}

/* Lines go on in the next cell, or end at text; before text there may be a space. */
static void check_lines(const NgPicture *picture, const char *what)
{
  for (int row = 0; row < picture->rows; row++)
    for (int col = 0; col < picture->cols; col++) {
      if (arm(picture, row, col, 2))
        cr_assert(arm(picture, row - 1, col, 3) || cell(picture, row - 1, col)->covered, "%s: up at %d, %d", what, row,
                  col);
      if (arm(picture, row, col, 3))
        cr_assert(arm(picture, row + 1, col, 2) || cell(picture, row + 1, col)->covered, "%s: down at %d, %d", what,
                  row, col);
      for (int step = -1; step <= 1; step += 2)
        if (arm(picture, row, col, step > 0))
          cr_assert(arm(picture, row, col + step, step < 0) || cell(picture, row, col + step)->covered ||
                        cell(picture, row, col + 2 * step)->covered,
                    "%s: across at %d, %d", what, row, col);
    }
}

/* Text lies in its own cells. */
static void check_runs(const NgPicture *picture, const char *what)
{
  g_autofree bool *taken = g_new0(bool, (gsize)picture->rows *(gsize)picture->cols);
  int covered = 0;
  for (uint32_t i = 0; i < picture->n_runs; i++) {
    const NgRun *run = &picture->runs[i];
    cr_assert_eq(ng_text_cols(picture->text + run->text, run->bytes), run->cols, "%s", what);
    for (int k = 0; k < run->cols; k++, covered++) {
      bool *at = &taken[run->row * picture->cols + run->col + k];
      cr_assert(!*at && run->col + k < picture->cols, "%s: text over text at %d, %d", what, run->row, run->col + k);
      cr_assert(cell(picture, run->row, run->col + k)->covered && !cell(picture, run->row, run->col + k)->arms, "%s",
                what);
      *at = true;
    }
  }
  for (int i = 0; i < picture->rows * picture->cols; i++)
    covered -= picture->cells[i].covered;
  cr_assert_eq(covered, 0, "%s: covered cells without text", what);
  for (int row = 0; row < picture->rows; row++) {
    g_autofree char *text = ng_picture_row(picture, row);
    cr_assert_leq(ng_text_cols(text, strlen(text)), picture->cols, "%s: %s", what, text);
  }
}

static void check_spots(const NgPicture *picture, const NgEgo *ego, const char *what)
{
  bool labels = false, no_labels = false;
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    if (spot->edge == NG_NONE)
      continue;
    cr_assert_eq(spot->node, ego->edges[spot->edge].to);
    labels |= spot->label_cols > 0;
    no_labels |= spot->label_cols == 0;
    for (NgDirection direction = NG_LEFT; direction <= NG_RIGHT; direction++)
      for (int on_node = 0; on_node < 2; on_node++) {
        NgPick pick = ng_picture_walk(picture, ego, (NgPick){spot->edge, on_node}, direction);
        cr_assert(ng_picture_spot(picture, pick.edge), "%s: a step into nowhere", what);
      }
  }
  cr_assert(!labels || !no_labels, "%s: some labels are missing", what);
}

/* Down from the first edge on reaches every edge of the ego that is drawn. */
static void check_walk(const NgPicture *picture, const NgEgo *ego, const char *what)
{
  uint32_t n = 0, n_reached = 0;
  for (uint32_t i = 0; i < picture->n_spots; i++)
    n += picture->spots[i].edge != NG_NONE && ego->edges[picture->spots[i].edge].hop == 1;
  NgPick pick = ng_picture_walk(picture, ego, NG_PICK_NOTHING, NG_DOWN);
  for (uint32_t last = NG_NONE; pick.edge != last && n; n_reached++) {
    last = pick.edge;
    pick = ng_picture_walk(picture, ego, pick, NG_DOWN);
  }
  cr_assert_eq(n_reached, n, "%s: %u of %u reached", what, n_reached, n);
}

static void check_picture(const NgEgo *ego, const NgFanOptions *options, const char *what)
{
  g_autoptr(NgPicture) picture = ng_fan_draw(ego, options);
  g_autoptr(NgPicture) again = ng_fan_draw(ego, options);
  g_autofree char *rows = ego_rows(picture), *same = ego_rows(again);
  g_autofree char *message = g_strdup_printf("%s, %d columns, %d rows%s\n%s", what, options->cols, options->rows,
                                             options->zoomed ? ", zoomed" : "", rows);
  cr_assert_str_eq(rows, same);
  cr_assert_eq(picture->cols, options->cols);
  if (options->cut && options->rows > 0)
    cr_assert_leq(picture->rows, options->rows, "%s", message);
  else
    cr_assert_eq(picture->rows, picture->needed_rows, "%s", message);
  check_runs(picture, message);
  if (options->cols >= 20 && (!options->cut || options->rows >= 3))
    check_lines(picture, message);
  check_spots(picture, ego, message);
  if (!options->cut)
    check_walk(picture, ego, message);
}

static const char *const names[] = {"Ann",
                                    "Bob Moore",
                                    "李克強",
                                    "Zoé\u0301 Ångström-Li",
                                    "@Oslo",
                                    "@Republic of the Far Islands",
                                    "#Bank",
                                    "محمد علي",
                                    "👩‍👩‍👧 Family",
                                    "#National Society of Very Long Names and Titles",
                                    "Cid",
                                    "e\u0301\u0302\u0303",
                                    "@東京都",
                                    "George W. Hill",
                                    "Dan"};
static const char *const labels[] = {"met", "told", "accuses", "will visit", "has not spoken with", "発言", "is"};

static char *random_script(GRand *rand)
{
  GString *script = g_string_new("Ann = someone\n");
  int n_names = g_rand_int_range(rand, 2, G_N_ELEMENTS(names)), n = g_rand_int_range(rand, 0, 30);
  for (int i = 0; i < n; i++) {
    const char *a = names[g_rand_int_range(rand, 0, n_names)], *b = names[g_rand_int_range(rand, 0, n_names)];
    const char *label = labels[g_rand_int_range(rand, 0, G_N_ELEMENTS(labels))];
    int times = g_rand_int_range(rand, 0, 4);
    if (g_rand_int_range(rand, 0, 3) == 0)
      g_string_append_printf(script, "%s & %s\n", a, b);
    else
      g_string_append_printf(script, "%s %s %s %s %s * %d\n", a, times % 2 ? ">" : "-", label, times % 2 ? ">" : "-", b,
                             times);
  }
  return g_string_free(script, FALSE);
}

Test(fan_pictures, of_egos_made_at_random)
{
  static const int cols[] = {1, 2, 7, 20, 23, 30, 44, 48, 56, 60, 78, 97, 116, 160, 200};
  for (guint32 seed = 1; seed <= 150; seed++) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *script = random_script(rand);
    g_autoptr(NgArticle) article = ego_article(script);
    g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", (int)(seed % 3) + 1);
    for (gsize i = 0; i < G_N_ELEMENTS(cols); i++) {
      guint32 bits = g_rand_int(rand);
      NgFanOptions options = {.cols = cols[i],
                              .rows = g_rand_int_range(rand, 0, 30),
                              .zoomed = bits & 1,
                              .ascii = (bits & 6) == 0,
                              .cut = bits & 8,
                              .pick = NG_PICK_NOTHING};
      if (ego->n_edges && bits & 16)
        options.pick = (NgPick){g_rand_int(rand) % ego->n_edges, bits & 32};
      check_picture(ego, &options, script);
    }
    g_rand_free(rand);
  }
}

/* ---- bad input ---- */

Test(fan_pictures, of_long_names_and_many_neighbours)
{
  g_autofree char *name = g_strnfill(10000, 'x');
  g_autoptr(GString) script = g_string_new(NULL);
  for (int i = 0; i < 2000; i++)
    g_string_append_printf(script, "Ann > met%d > %s%d\n", i % 50, name, i);
  g_autoptr(NgArticle) article = ego_article(script->str);
  g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", 2);
  for (int cols = 10; cols <= 200; cols += 38) {
    NgFanOptions options = {.cols = cols, .rows = 20, .zoomed = cols > 50, .cut = cols % 4 == 0, .pick = {3, true}};
    check_picture(ego, &options, "long names");
  }
}
