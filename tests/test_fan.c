/* The fan: relations in, rows of text out; and what holds of every picture, on egos made at random. */
#include "ego_article.h"
#include "graph/graph.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(fan, .init = set_locale);

static char *rows_of(const NgPicture *picture)
{
  GString *out = g_string_new(NULL);
  for (int row = 0; row < picture->rows; row++) {
    g_autofree char *text = ng_picture_row(picture, row);
    g_string_append_printf(out, "%s\n", text);
  }
  return g_string_free(out, FALSE);
}

static NgEgo *ego_of(const NgArticle *article, const char *name, int hops)
{
  g_autoptr(NgNetwork) network = ng_network_new(article);
  return ng_ego_new(network, ego_article_entity(article, name), hops);
}

static void expect_rows(const NgPicture *picture, const char *expected, const char *what)
{
  g_autofree char *rows = rows_of(picture);
  cr_expect_str_eq(rows, expected, "%s:\n%s\nnot\n%s", what, rows, expected);
}

/* ---- the bundled article ---- */

static const struct {
  const char *what;
  int hops;
  NgFanOptions options;
  const char *expected;
} bundled[] = {
    {"a pane",
     1,
     {.cols = 48, .rows = 8, .pick = {NG_NONE, false}},
     "Qin Gang ─┬─ met with, told ─► Nicholas Burns  5\n"
     "          ├─ accuses ────────► United States   3\n"
     "          ├─ will visit ───┬─► Germany         1\n"
     "          │                ├─► France          1\n"
     "          │                └─► Norway          1\n"
     "          ├─ appeals to ─────► Joe Biden       1\n"
     "          └╌ named with ╌╌╌┬╌╌ Xi Jinping      1\n"
     "                           └╌╌ Paul Haenle     1\n"},
    {"a narrow pane",
     1,
     {.cols = 23, .rows = 8, .pick = {NG_NONE, false}},
     "met with, told\n"
     "└► Nicholas Burns     5\n"
     "accuses\n"
     "└► United States      3\n"
     "will visit\n"
     "└► Germany, France, … 3\n"
     "appeals to\n"
     "└► Joe Biden          1\n"
     "named with\n"
     "└╌ Xi Jinping, …      2\n"},
    {"the selected name that has no room by itself",
     1,
     {.cols = 23, .rows = 8, .pick = {4, false}},
     "met with, told\n"
     "└► Nicholas Burns     5\n"
     "accuses\n"
     "└► United States      3\n"
     "will visit\n"
     "┗► …, Norway          3\n"
     "appeals to\n"
     "└► Joe Biden          1\n"
     "named with\n"
     "└╌ Xi Jinping, …      2\n"},
    {"a large pane, with a relation selected",
     1,
     {.cols = 56, .rows = 23, .pick = {1, false}},
     "                                     ╭────────────────╮\n"
     "               ┌─ met with, told ───►│ Nicholas Burns │5\n"
     "               │                     ╰────────────────╯\n"
     "               │                     ┌────────────────┐\n"
     "               ┢━ accuses ━━━━━━━━━━►│ United States  │3\n"
     "               ┃                     └────────────────┘\n"
     "               ┃                     ┌────────────────┐\n"
     "┏━━━━━━━━━━┓   ┃                     │ Germany        │1\n"
     "┃ Qin Gang ┣━━━╃─ will visit ───────►│ France         │1\n"
     "┗━━━━━━━━━━┛   │                     │ Norway         │1\n"
     "               │                     └────────────────┘\n"
     "               │                     ╭────────────────╮\n"
     "               ├─ appeals to ───────►│ Joe Biden      │1\n"
     "               ╎                     ╰────────────────╯\n"
     "               ╎                     ╭────────────────╮\n"
     "               ╎                     │ Xi Jinping     │1\n"
     "               └╌ named with ╌╌╌╌╌╌╌╌┤ Paul Haenle    │1\n"
     "                                     ╰────────────────╯\n"},
    {"80 columns",
     2,
     {.cols = 78, .rows = 15, .zoomed = true, .pick = {1, false}},
     "              ┌ met with, told 5 ► Nicholas Burns ── wrote on ──► Twitter\n"
     "              ┢ accuses 3 ━━━━━━━► United States ◄─┬ criticises ─ China\n"
     "              ┃                                    └ visited ──── Tsai Ing-wen\n"
     "┏━━━━━━━━━━┓  ┠ will visit ───┬──► Germany\n"
     "┃ Qin Gang ┣━━┩               ├──► France\n"
     "┗━━━━━━━━━━┛  │               └──► Norway\n"
     "              ├ appeals to ──────► Joe Biden ─────── met with ─── Xi Jinping ↓\n"
     "              ╎\n"
     "              └ named with ╌╌╌┬╌╌╌ Xi Jinping ─────┬ hosted ────► Macron\n"
     "                              ╎                    ├ telephoned ► Zelensky\n"
     "                              ╎                    ├ reconciled ► Saudi Arabia\n"
     "                              ╎                    └ reconciled ► Iran\n"
     "                              └╌╌╌ Paul Haenle ────┬ served ────► Bush\n"
     "                                                   └ served ────► Obama\n"
     "                                                                  +1\n"},
    {"120 columns",
     2,
     {.cols = 116, .rows = 27, .zoomed = true, .pick = {1, false}},
     "                                       ╭────────────────╮\n"
     "                 ┌─ met with, told 5 ─►│ Nicholas Burns ├───── wrote on ────────────────► Twitter\n"
     "                 │                     ╰────────────────╯\n"
     "                 │\n"
     "                 │                     ┌────────────────┐\n"
     "                 ┢━ accuses 3 ━━━━━━━━►│ United States  ├◄──┬─ criticises ─────────────── China\n"
     "                 ┃                     └────────────────┘   └─ visited ────────────────── Tsai Ing-wen\n"
     "                 ┃\n"
     "                 ┃                     ┌────────────────┐\n"
     "  ┏━━━━━━━━━━┓   ┃                     │ Germany        │\n"
     "  ┃ Qin Gang ┣━━━╃─ will visit ───────►│ France         │\n"
     "  ┗━━━━━━━━━━┛   │                     │ Norway         │\n"
     "                 │                     └────────────────┘\n"
     "                 │\n"
     "                 │                     ╭────────────────╮\n"
     "                 ├─ appeals to ───────►│ Joe Biden      │\n"
     "                 ╎                     ╰────────┬───────╯\n"
     "                 ╎                              │ met with\n"
     "                 ╎                     ╭────────┴───────╮\n"
     "                 ├╌ named with ╌╌╌╌╌╌╌╌┤ Xi Jinping     ├───┬─ hosted ──────────────────► Emmanuel Macron\n"
     "                 ╎                     ╰────────────────╯   ├─ telephoned ──────────────► Volodymyr Zelensky\n"
     "                 ╎                                          ├─ reconciled ──────────────► Saudi Arabia\n"
     "                 ╎                                          └─ reconciled ──────────────► Iran\n"
     "                 ╎                     ╭────────────────╮\n"
     "                 └╌ named with ╌╌╌╌╌╌╌╌┤ Paul Haenle    ├───┬─ served ──────────────────► George W. Bush\n"
     "                                       ╰────────────────╯   ├─ served ──────────────────► Barack Obama\n"
     "                                                            └─ worked for ──────────────► National Security "
     "Council\n"},
    {"80 columns in ASCII, two rows short",
     2,
     {.cols = 78, .rows = 13, .zoomed = true, .ascii = true, .cut = true, .pick = {3, false}},
     "              + met with, told 5 > Nicholas Burns -- wrote on --> Twitter\n"
     "              + accuses 3 -------> United States <-+ criticises - China\n"
     "              :                                    + visited ---- Tsai Ing-wen\n"
     "              # will visit ===#--> Germany\n"
     "( Qin Gang )==#               #==> France\n"
     "              :               +--> Norway\n"
     "              + appeals to ------> Joe Biden ------- met with --- Xi Jinping v\n"
     "              :\n"
     "              + named with ...+... Xi Jinping -----+ hosted ----> Macron\n"
     "                              :                    + telephoned > Zelensky\n"
     "                              :                    + reconciled > Saudi Arabia\n"
     "                              :                    + reconciled > Iran\n"
     "                              +... Paul Haenle +3\n"},
};

Test(fan, of_the_bundled_article)
{
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content/articles/2023-05-08-talk-again.xml", NULL);
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  cr_assert(article);
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    g_autoptr(NgEgo) ego = ego_of(article, "Qin Gang", bundled[i].hops);
    g_autoptr(NgPicture) picture = ng_fan_draw(ego, &bundled[i].options);
    expect_rows(picture, bundled[i].expected, bundled[i].what);
  }
}

Test(fan, inks)
{
  g_autoptr(NgArticle) article = ego_article("Ann > met > Bob\nAnn > saw > @Oslo\nAnn & Cid");
  g_autoptr(NgEgo) ego = ego_of(article, "Ann", 1);
  NgFanOptions options = {.cols = 60, .zoomed = true, .pick = {0, false}};
  g_autoptr(NgPicture) picture = ng_fan_draw(ego, &options);
  expect_rows(picture,
              "┏━━━━━┓  ┏ met ━━━━━━━━━━━━━━━━━━━━━━━► Bob\n"
              "┃ Ann ┣━━╃ saw ───────────────────────► Oslo\n"
              "┗━━━━━┛  ╎\n"
              "         └ named with ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Cid\n",
              "inks");
  static const char *const expected[] = {"FFFFFFF..G.GGG.GGGGGGGGGGGGGGGGGGGGGGGG.PPP.................",
                                         "F.HHH.FGGG.aaa.eeeeeeeeeeeeeeeeeeeeeeee.LLLL................",
                                         "FFFFFFF..x..................................................",
                                         ".........x.dddddddddd.xxxxxxxxxxxxxxxxx.PPP................."};
  for (int row = 0; row < 4; row++) {
    g_autofree char *inks = ng_picture_inks(picture, row);
    cr_expect_str_eq(inks, expected[row]);
  }
}

/* ---- small cases ---- */

static const struct {
  const char *what, *script;
  int hops;
  NgFanOptions options;
  const char *expected;
} cases[] = {
    {"nothing", "Ann = minister", 1, {.cols = 40}, "Ann\n"},
    {"nothing, zoomed", "Ann = minister", 2, {.cols = 40, .zoomed = true}, "┏━━━━━┓\n┃ Ann ┃\n┗━━━━━┛\n"},
    {"one", "Ann - met - Bob", 1, {.cols = 40}, "Ann ─── met ── Bob                     1\n"},
    {"one that points in", "Bob > met > Ann", 1, {.cols = 40}, "Ann ◄── met ── Bob                     1\n"},
    {"all point in: one head",
     "Bob > met > Ann\nCid > saw > Ann\nAnn - knows - Dan",
     1,
     {.cols = 40},
     "Ann ◄┬─ met ──── Bob                   1\n"
     "     ├─ saw ──── Cid                   1\n"
     "     └─ knows ── Dan                   1\n"},
    {"both ways: a head for each that points in",
     "Bob > met > Ann\nAnn > saw > Cid",
     1,
     {.cols = 40},
     "Ann ─┬◄ met ── Bob                     1\n"
     "     └─ saw ─► Cid                     1\n"},
    {"both ways, zoomed",
     "Bob > met > Ann\nAnn > saw > Cid\nCid > told > Bob",
     2,
     {.cols = 50, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠──┬◄ met ─ Bob ◄─ told ────────────── Cid ↓\n"
     "┗━━━━━┛  └─ saw ► Cid\n"},
    {"to itself",
     "Ann > doubts > Ann\nAnn > met > Bob",
     1,
     {.cols = 40},
     "Ann ─┬─ doubts ─► Ann ↑                1\n"
     "     └─ met ────► Bob                  1\n"},
    {"upright, with a head",
     "Ann > a > Bob * 2\nAnn > b > #Bank\n#Bank > pays > Bob",
     2,
     {.cols = 110, .rows = 20, .zoomed = true},
     "  ┏━━━━━┓            ╭──────╮\n"
     "  ┃ Ann ┠───┬─ a 2 ─►│ Bob  │\n"
     "  ┗━━━━━┛   │        ╰──────╯\n"
     "            │            ▲ pays\n"
     "            │        ╒═══╧══╕\n"
     "            └─ b ───►│ Bank │\n"
     "                     ╘══════╛\n"},
    {"names in short, where not all fit",
     "Ann > met > Bob\nBob > saw > Maximiliana Featherstonehaugh\nBob > saw > Cid Moore",
     2,
     {.cols = 46, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠─── met ► Bob ─┬ saw ► Maximiliana Fea…\n"
     "┗━━━━━┛               └ saw ► Moore\n"},
    {"family names",
     "Ann > met > Dulles, John Foster\nAnn > met > George W. Hill, Jr.\nAnn > met > Martin Luther King Jr.",
     1,
     {.cols = 34, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠─── met ┬─► Dulles\n"
     "┗━━━━━┛        ├─► George W. Hill\n"
     "               └─► King\n"},
    {"names of one family",
     "Ann > met > Kennedy, John F.\nAnn > met > Kennedy, Robert F.\nAnn > met > Dulles, John Foster",
     1,
     {.cols = 34, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠─── met ┬─► Kennedy, John…\n"
     "┗━━━━━┛        ├─► Kennedy, Rober…\n"
     "               └─► Dulles\n"},
};

Test(fan, cases)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = ego_article(cases[i].script);
    g_autoptr(NgEgo) ego = ego_of(article, "Ann", cases[i].hops);
    NgFanOptions options = cases[i].options;
    options.pick = NG_PICK_NOTHING;
    g_autoptr(NgPicture) picture = ng_fan_draw(ego, &options);
    expect_rows(picture, cases[i].expected, cases[i].what);
  }
}

/* ---- what holds of every picture ---- */

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
  g_autofree char *rows = rows_of(picture), *same = rows_of(again);
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

Test(fan, what_holds_of_every_picture)
{
  static const int cols[] = {1, 2, 7, 20, 23, 30, 44, 48, 56, 60, 78, 97, 116, 160, 200};
  for (guint32 seed = 1; seed <= 150; seed++) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *script = random_script(rand);
    g_autoptr(NgArticle) article = ego_article(script);
    g_autoptr(NgEgo) ego = ego_of(article, "Ann", (int)(seed % 3) + 1);
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

/* ---- walking ---- */

Test(fan, walking)
{
  g_autoptr(NgArticle) article =
      ego_article("Ann > a > Bob * 2\nAnn > b > Cid\nBob > c > Dan\nBob > d > Eve\nDan > e > @Oslo\nCid - f - Bob");
  g_autoptr(NgEgo) ego = ego_of(article, "Ann", 3);
  NgFanOptions options = {.cols = 90, .zoomed = true, .pick = NG_PICK_NOTHING};
  g_autoptr(NgPicture) picture = ng_fan_draw(ego, &options);
  static const struct {
    char key;
    uint32_t edge;
    bool on_node;
  } steps[] = {{'j', 0, false},      {'k', 0, false}, {'j', 1, false}, {'j', 1, false},      {'k', 0, false},
               {'l', 0, true},       {'j', 1, true},  {'k', 0, true},  {'l', 2, false},      {'j', 3, false},
               {'k', 2, false},      {'l', 2, true},  {'l', 5, false}, {'l', 5, true},       {'l', 5, true},
               {'h', 5, false},      {'h', 2, true},  {'h', 2, false}, {'j', 3, false},      {'j', 4, false},
               {'l', 4, true},       {'l', 1, true},  {'h', 1, false}, {'h', NG_NONE, true}, {'j', NG_NONE, true},
               {'h', NG_NONE, true}, {'l', 0, false}};
  NgPick pick = NG_PICK_NOTHING;
  g_autofree char *rows = rows_of(picture);
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    pick = ng_picture_walk(picture, ego, pick, (NgDirection)(strchr("hjkl", steps[i].key) - "hjkl"));
    cr_assert(pick.edge == steps[i].edge && pick.on_node == steps[i].on_node, "step %zu, %c: %d %d\n%s", i,
              steps[i].key, (int)pick.edge, pick.on_node, rows);
  }
}

Test(fan, what_stands_at_a_cell)
{
  g_autoptr(NgArticle) article = ego_article("Ann > met > Bob * 2\nAnn > saw > @Oslo\nAnn > saw > @Rome");
  g_autoptr(NgEgo) ego = ego_of(article, "Ann", 1);
  NgFanOptions options = {.cols = 40, .pick = NG_PICK_NOTHING};
  g_autoptr(NgPicture) picture = ng_fan_draw(ego, &options);
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    NgPick pick = ng_picture_at(picture, spot->row, spot->col + spot->cols - 1);
    cr_expect(pick.edge == spot->edge && pick.on_node);
    pick = ng_picture_at(picture, spot->label_row, spot->label_col);
    cr_expect(spot->edge == NG_NONE || (!pick.on_node && ego->edges[pick.edge].group == ego->edges[spot->edge].group));
  }
  cr_expect_eq(ng_picture_at(picture, 0, 39).edge, NG_NONE);
  cr_expect_eq(ng_picture_at(picture, -1, -1).edge, NG_NONE);
}

/* ---- bad input ---- */

Test(fan, of_long_names_and_many_neighbours)
{
  g_autofree char *name = g_strnfill(10000, 'x');
  g_autoptr(GString) script = g_string_new(NULL);
  for (int i = 0; i < 2000; i++)
    g_string_append_printf(script, "Ann > met%d > %s%d\n", i % 50, name, i);
  g_autoptr(NgArticle) article = ego_article(script->str);
  g_autoptr(NgEgo) ego = ego_of(article, "Ann", 2);
  for (int cols = 10; cols <= 200; cols += 38) {
    NgFanOptions options = {.cols = cols, .rows = 20, .zoomed = cols > 50, .cut = cols % 4 == 0, .pick = {3, true}};
    check_picture(ego, &options, "long names");
  }
}
