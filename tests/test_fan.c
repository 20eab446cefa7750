/* The fan: relations in, rows of text out. */
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

static void expect_rows(const NgPicture *picture, const char *expected, const char *what)
{
  g_autofree char *rows = ego_rows(picture);
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
    {"a narrow pane with rows for more names",
     1,
     {.cols = 23, .rows = 12, .pick = {3, false}},
     "met with, told\n"
     "└► Nicholas Burns     5\n"
     "accuses\n"
     "└► United States      3\n"
     "will visit\n"
     "├► Germany            1\n"
     "┝► France             1\n"
     "└► Norway             1\n"
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
     "              ┢ accuses 3 ━━━━━━━► United States ◄─┬ accuses ──── Beijing\n"
     "              ┃                                    ├ criticises ─ China\n"
     "┏━━━━━━━━━━┓  ┃                                    └ visited ──── Tsai Ing-wen\n"
     "┃ Qin Gang ┣━━╃ will visit ───┬──► Germany\n"
     "┗━━━━━━━━━━┛  │               ├──► France\n"
     "              │               └──► Norway\n"
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
     "                 ┢━ accuses 3 ━━━━━━━━►│ United States  ├◄──┬─ accuses ────────────────── Beijing\n"
     "                 ┃                     └────────────────┘   ├─ criticises ─────────────── China\n"
     "                 ┃                                          └─ visited ────────────────── Tsai Ing-wen\n"
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
     {.cols = 78, .rows = 14, .zoomed = true, .ascii = true, .cut = true, .pick = {3, false}},
     "              + met with, told 5 > Nicholas Burns -- wrote on --> Twitter\n"
     "              + accuses 3 -------> United States <-+ accuses ---- Beijing\n"
     "              :                                    + criticises - China\n"
     "              :                                    + visited ---- Tsai Ing-wen\n"
     "( Qin Gang )==# will visit ===#--> Germany\n"
     "              :               #==> France\n"
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
    g_autoptr(NgEgo) ego = ego_article_ego(article, "Qin Gang", bundled[i].hops);
    g_autoptr(NgPicture) picture = ng_fan_draw(ego, &bundled[i].options);
    expect_rows(picture, bundled[i].expected, bundled[i].what);
  }
}

Test(fan, inks)
{
  g_autoptr(NgArticle) article = ego_article("Ann > met > Bob\nAnn > saw > @Oslo\nAnn & Cid");
  g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", 1);
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
    {"given names behind the family's",
     "Ann > met > Featherston Ing-wen\nAnn > met > Maximiliana Fitz-Gerald\nAnn > met > Margaret Wong Pik-wan",
     1,
     {.cols = 32, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠─── met ┬─► Featherston\n"
     "┗━━━━━┛        ├─► Fitz-Gerald\n"
     "               └─► Wong\n"},
    {"names of one family",
     "Ann > met > Kennedy, John F.\nAnn > met > Kennedy, Robert F.\nAnn > met > Dulles, John Foster",
     1,
     {.cols = 34, .zoomed = true},
     "┏━━━━━┓\n"
     "┃ Ann ┠─── met ┬─► Kennedy, John…\n"
     "┗━━━━━┛        ├─► Kennedy, Rober…\n"
     "               └─► Dulles\n"},
    {"a narrow pane: as many names as rows",
     "Ann > met with and wrote to > Kennedy, John F.\nAnn > met with and wrote to > Kennedy, Robert F.\n"
     "Ann > met with and wrote to > Dulles, John Foster\nAnn > met with and wrote to > #Bank",
     1,
     {.cols = 22, .rows = 4},
     "met with and wrote to\n"
     "├► Kennedy, John F.  1\n"
     "├► Kennedy, Robert…  1\n"
     "└► Dulles, …         2\n"},
};

Test(fan, cases)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = ego_article(cases[i].script);
    g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", cases[i].hops);
    NgFanOptions options = cases[i].options;
    options.pick = NG_PICK_NOTHING;
    g_autoptr(NgPicture) picture = ng_fan_draw(ego, &options);
    expect_rows(picture, cases[i].expected, cases[i].what);
  }
}

/* ---- walking ---- */

Test(fan, walking)
{
  g_autoptr(NgArticle) article =
      ego_article("Ann > a > Bob * 2\nAnn > b > Cid\nBob > c > Dan\nBob > d > Eve\nDan > e > @Oslo\nCid - f - Bob");
  g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", 3);
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
  g_autofree char *rows = ego_rows(picture);
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    pick = ng_picture_walk(picture, ego, pick, (NgDirection)(strchr("hjkl", steps[i].key) - "hjkl"));
    cr_assert(pick.edge == steps[i].edge && pick.on_node == steps[i].on_node, "step %zu, %c: %d %d\n%s", i,
              steps[i].key, (int)pick.edge, pick.on_node, rows);
  }
}

Test(fan, what_stands_at_a_cell)
{
  g_autoptr(NgArticle) article = ego_article("Ann > met > Bob * 2\nAnn > saw > @Oslo\nAnn > saw > @Rome");
  g_autoptr(NgEgo) ego = ego_article_ego(article, "Ann", 1);
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
