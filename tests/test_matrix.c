/* The matrix of people: what holds of every one, on graphs made at random; what is hostile; and the bundled article's, cell by cell. */
#include "graph/graph.h"
#include "load/load.h"
#include "random_whole.h"
#include "screen.h"
#include "spent.h"
#include "text/text.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#define N_RANDOM 1000

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(matrix, .init = set_locale);

static char *drawn(const NgMatrix *matrix, int cols, int rows, NgMatrixPick pick)
{
  g_autoptr(NgPicture) picture = ng_matrix_draw(matrix, &(NgMatrixStyle){.cols = cols, .rows = rows, .pick = pick});
  return picture_rows(picture);
}

static uint32_t below(GRand *random, uint32_t end)
{
  return (uint32_t)g_rand_int_range(random, 0, (gint32)end);
}

/* ---- what holds of every matrix ---- */

static bool holds(const NgMatrix *matrix, uint32_t row, uint32_t col, uint32_t edge)
{
  const NgMatrixCell *cell = ng_matrix_cell(matrix, row, col);
  for (uint32_t i = 0; cell && i < cell->n_edges; i++)
    if (matrix->edges[cell->first_edge + i] == edge)
      return true;
  return false;
}

static void expect_edges_in_their_cells(const NgMatrix *matrix, uint32_t seed)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < matrix->whole->n_edges; i++) {
    const NgWholeEdge *edge = &matrix->whole->edges[i];
    uint32_t from = ng_matrix_person_of(matrix, edge->from), to = ng_matrix_person_of(matrix, edge->to);
    if (from == NG_NONE || to == NG_NONE)
      continue;
    bool both = edge->direction == NG_EDGE_MUTUAL && from != to;
    n += both ? 2 : 1;
    cr_expect(holds(matrix, from, to, i), "graph %u: edge %u has no cell", seed, i);
    cr_expect_eq(holds(matrix, to, from, i), both || from == to, "graph %u: the way back of edge %u", seed, i);
  }
  cr_expect_eq(n, matrix->n_edges, "graph %u: %u edges stand in cells, not %u", seed, matrix->n_edges, n);
}

static void expect_cells_in_order(const NgMatrix *matrix, uint32_t seed)
{
  uint32_t at = 0;
  for (uint32_t row = 0; row < matrix->n_people; row++) {
    cr_expect_eq(matrix->people[row].first_cell, at, "graph %u: row %u", seed, row);
    at += matrix->people[row].n_cells;
  }
  cr_expect_eq(at, matrix->n_cells, "graph %u", seed);
  for (uint32_t i = 0; i < matrix->n_cells; i++) {
    const NgMatrixCell *cell = &matrix->cells[i];
    cr_expect_geq(cell->n_edges, 1, "graph %u: cell %u is empty", seed, i);
    bool weak = true;
    for (uint32_t k = 0; k < cell->n_edges; k++)
      weak = weak && matrix->whole->edges[matrix->edges[cell->first_edge + k]].weak;
    cr_expect_eq(cell->weak, weak, "graph %u: cell %u", seed, i);
    cr_expect_geq(cell->weight, 1, "graph %u: cell %u weighs nothing", seed, i);
    cr_expect_eq(ng_matrix_cell(matrix, cell->row, cell->col), cell, "graph %u: cell %u", seed, i);
    cr_expect_eq(ng_matrix_edge(matrix, cell->row, cell->col), matrix->edges[cell->first_edge]);
  }
}

static void expect_people(const NgMatrix *matrix, uint32_t seed)
{
  uint32_t n = 0;
  g_autoptr(GHashTable) tags = g_hash_table_new(g_str_hash, g_str_equal);
  for (uint32_t i = 0; i < matrix->whole->n_nodes; i++)
    n += matrix->whole->nodes[i].kind == NG_ENTITY_PERSON;
  cr_expect_eq(n, matrix->n_people, "graph %u: %u people, not %u", seed, matrix->n_people, n);
  for (uint32_t i = 0; i < matrix->n_people; i++) {
    const NgMatrixPerson *person = &matrix->people[i];
    cr_expect_eq(ng_matrix_person_of(matrix, person->node), i);
    int cols = ng_text_cols(person->tag, strlen(person->tag));
    cr_expect(cols >= 1 && cols <= NG_MATRIX_TAG_COLS, "graph %u: '%s'", seed, person->tag);
    uint32_t n_neighbours = 0;
    for (uint32_t k = 0; k < matrix->n_people; k++)
      n_neighbours += k != i && (ng_matrix_cell(matrix, i, k) || ng_matrix_cell(matrix, k, i));
    cr_expect_eq(person->n_neighbours, n_neighbours, "graph %u: neighbours of %u", seed, i);
    cr_expect(g_hash_table_add(tags, (void *)person->tag) || n > 99, "graph %u: two are '%s'", seed, person->tag);
  }
}

Test(matrix, random_graphs_fill_their_cells)
{
  for (uint32_t seed = 0; seed < N_RANDOM; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, seed % 50 == 0 ? 60 : 14);
    g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
    expect_people(matrix, seed);
    expect_edges_in_their_cells(matrix, seed);
    expect_cells_in_order(matrix, seed);
  }
}

/* ---- what holds of every picture ---- */

/* Runs lie inside, one behind the other, and measure what they say. */
static void expect_runs_apart(const NgPicture *picture, const char *what)
{
  int row = -1, end = 0;
  for (uint32_t i = 0; i < picture->n_runs; i++) {
    const NgRun *run = &picture->runs[i];
    end = run->row == row ? end : 0;
    row = run->row;
    cr_expect(run->row >= 0 && run->row < picture->rows, "%s: a run in row %d", what, run->row);
    cr_expect_geq(run->col, end, "%s: runs overlap in row %d at %d", what, run->row, run->col);
    end = run->col + run->cols;
    cr_expect_leq(end, picture->cols, "%s: row %d is too long", what, run->row);
    cr_expect_eq(ng_text_cols(picture->text + run->text, run->bytes), run->cols, "%s", what);
  }
}

/* The cell of the picture that shows a cell of the matrix says what is in it, and each spot is that of a cell. */
static void expect_cells_shown(const NgMatrix *matrix, const NgMatrixStyle *style, const NgPicture *picture,
                               const char *what)
{
  NgMatrixFrame frame = ng_matrix_frame(matrix, style);
  uint32_t n_seen = 0, n_spots = 0;
  for (uint32_t i = 0; i < matrix->n_cells; i++) {
    const NgMatrixCell *cell = &matrix->cells[i];
    n_seen += cell->row >= frame.first_row && cell->row < frame.first_row + frame.n_rows &&
              cell->col >= frame.first_col && cell->col < frame.first_col + frame.n_cols;
  }
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    NgMatrixPick at = ng_matrix_at(&frame, spot->row, spot->col);
    n_spots += spot->edge != NG_NONE;
    if (spot->label_cols == 0)
      cr_expect_eq(matrix->people[at.row].node, spot->node, "%s: row %u", what, at.row);
    else
      cr_expect_eq(ng_matrix_edge(matrix, at.row, at.col), spot->edge, "%s: cell %u, %u", what, at.row, at.col);
  }
  cr_expect_eq(n_seen, n_spots, "%s: %u cells are seen, not %u", what, n_spots, n_seen);
  if (style->pick.row < matrix->n_people) {
    cr_expect(ng_matrix_spot(picture, &frame, style->pick), "%s: the pick has no spot", what);
    cr_expect(style->pick.row - frame.first_row < frame.n_rows, "%s: the row of the pick is not seen", what);
    cr_expect(style->pick.col - frame.first_col < frame.n_cols, "%s: the column of the pick is not seen", what);
  }
}

Test(matrix, random_sizes_are_kept_to)
{
  for (uint32_t seed = 0; seed < N_RANDOM; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, seed % 10 == 0 ? 120 : 14);
    g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    uint32_t n = MAX(matrix->n_people, 1);
    NgMatrixStyle style = {.cols = g_rand_int_range(random, 1, 201),
                           .rows = g_rand_int_range(random, 1, 61),
                           .ascii = g_rand_boolean(random),
                           .top = below(random, 2 * n),
                           .left = below(random, 2 * n),
                           .pick = {below(random, n), below(random, n)}};
    if (seed % 5 == 0)
      style.pick = NG_MATRIX_PICK_NOTHING;
    g_autofree char *what = g_strdup_printf("graph %u at %dx%d", seed, style.cols, style.rows);
    g_autoptr(NgPicture) picture = ng_matrix_draw(matrix, &style);
    cr_expect(picture->rows <= style.rows && picture->cols == style.cols, "%s", what);
    expect_runs_apart(picture, what);
    if (style.cols >= 20 && style.rows >= 6)
      expect_cells_shown(matrix, &style, picture, what);
  }
}

Test(matrix, a_key_fits_or_is_left_out)
{
  g_autoptr(HandMade) made = random_whole(3, 14);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  for (int cols = 0; cols < 100; cols++) {
    g_autofree char *key = ng_matrix_key(matrix, cols, cols % 2);
    cr_expect_leq(ng_text_cols(key, strlen(key)), cols);
    cr_expect(*key || cols < 30, "no key in %d columns", cols);
  }
}

/* ---- shades ---- */

Test(matrix, the_shades_follow_the_sentences)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Ann Ash", NG_ENTITY_PERSON);
  static const uint32_t weights[] = {1, 2, 3, 4, 5, 9, 1};
  for (uint32_t i = 0; i < G_N_ELEMENTS(weights); i++) {
    g_autofree char *name = g_strdup_printf("Bob B%u", i);
    hand_made_edge(made, 0, hand_made_node(made, name, NG_ENTITY_PERSON), "told", weights[i], false, i == 6);
  }
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autofree char *rows = drawn(matrix, 60, 9, NG_MATRIX_PICK_NOTHING);
  cr_expect(strstr(rows, "Ann Ash AA  ──  ░░  ▒▒  ▓▓  ▓▓  ██  ██  ··      7\n"), "%s", rows);
  g_autofree char *key = ng_matrix_key(matrix, 80, false);
  cr_expect_str_eq(key, "·· named in one sentence   ░░ 1   ▒▒ 2   ▓▓ 3 or 4   ██ 5 sentences or more");
}

Test(matrix, the_shades_of_many_sentences_reach_up_to_the_most)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Ann Ash", NG_ENTITY_PERSON);
  hand_made_node(made, "Bob Bell", NG_ENTITY_PERSON);
  hand_made_edge(made, 0, 1, "told", 40, false, false);
  hand_made_edge(made, 1, 0, "told", 4, false, false);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autofree char *key = ng_matrix_key(matrix, 90, false);
  cr_expect_str_eq(key, "·· named in one sentence   ░░ 1 or 2   ▒▒ 3 to 5   ▓▓ 6 to 15   ██ 16 sentences or more");
  cr_expect_eq(ng_matrix_shade(matrix, ng_matrix_cell(matrix, 0, 1)), 3);
  cr_expect_eq(ng_matrix_shade(matrix, ng_matrix_cell(matrix, 1, 0)), 1);
}

Test(matrix, weak_cells_are_shaded_where_there_are_no_others)
{
  g_autoptr(HandMade) made = hand_made_new();
  static const char *const names[] = {"Dulles, John Foster", "Dulles, Allen W.", "Eden, Sir Anthony"};
  for (uint32_t i = 0; i < 3; i++)
    hand_made_node(made, names[i], NG_ENTITY_PERSON);
  hand_made_edge(made, 0, 1, "named with", 1, true, true);
  hand_made_edge(made, 1, 2, "named with", 5, true, true);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  NgMatrixStyle style = {.cols = 60, .rows = 4, .pick = NG_MATRIX_PICK_NOTHING};
  g_autoptr(NgPicture) picture = ng_matrix_draw(matrix, &style);
  g_autofree char *rows = picture_rows(picture), *inks = ng_picture_inks(picture, 2),
                  *key = ng_matrix_key(matrix, 80, false);
  cr_expect_str_eq(rows,
                   "                        DJ  DA  ES\n"
                   "Dulles, John Foster DJ  ──  ░░          1\n"
                   "Dulles, Allen W.    DA  ░░  ──  ██      2\n"
                   "Eden, Sir Anthony   ES      ██  ──      1\n",
                   "%s", rows);
  cr_expect(g_str_has_prefix(inks, "PPPPPPPPPPPPPPPP....dd..dd..ff..dd......."), "%s", inks);
  cr_expect_str_eq(key, "named together in   ░░ 1   ▒▒ 2   ▓▓ 3 or 4   ██ 5 sentences or more");
}

/* ---- letters of communities ---- */

/* Two pairs of people, and a town whom nobody else has to do with. */
static HandMade *pairs(void)
{
  HandMade *made = hand_made_new();
  static const char *const names[] = {"Ann", "Bob", "Cid", "Dan"};
  for (uint32_t i = 0; i < 4; i++)
    hand_made_node(made, names[i], NG_ENTITY_PERSON);
  hand_made_node(made, "Oslo", NG_ENTITY_PLACE);
  hand_made_edge(made, 0, 2, "met", 1, true, false);
  hand_made_edge(made, 1, 3, "met", 1, true, false);
  return made;
}

Test(matrix, a_letter_tells_the_community_where_there_is_room)
{
  g_autoptr(HandMade) made = pairs();
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autofree char *rows = drawn(matrix, 40, 5, NG_MATRIX_PICK_NOTHING);
  cr_expect_str_eq(rows,
                   "          An  Bo  Ci  Da\n"
                   "Ann α An  ──      ░░          1\n"
                   "Bob β Bo      ──      ░░      1\n"
                   "Cid α Ci  ░░      ──          1\n"
                   "Dan β Da      ░░      ──      1\n",
                   "%s", rows);
  g_autofree char *tight = drawn(matrix, 26, 5, NG_MATRIX_PICK_NOTHING);
  cr_expect_null(strstr(tight, "α"), "%s", tight);
  g_autofree char *key = ng_matrix_key(matrix, 100, false), *none = ng_matrix_key(matrix, 26, false);
  cr_expect(g_str_has_suffix(key, "   α β … close groups"), "%s", key);
  cr_expect_null(strstr(none, "groups"), "%s", none);
  g_autoptr(NgPicture) ascii = ng_matrix_draw(matrix, &(NgMatrixStyle){.cols = 40, .rows = 5, .ascii = true});
  g_autofree char *row = ng_picture_row(ascii, 1);
  cr_expect(g_str_has_prefix(row, "Ann /a An"), "%s", row);
}

/* All are of one, or each is of its own. */
Test(matrix, letters_that_tell_nothing_are_left_out)
{
  g_autoptr(HandMade) made = pairs();
  hand_made_edge(made, 0, 1, "met", 9, true, false);
  hand_made_edge(made, 2, 3, "met", 9, true, false);
  hand_made_edge(made, 0, 3, "met", 9, true, false);
  hand_made_edge(made, 1, 2, "met", 9, true, false);
  g_autoptr(NgMatrix) one = ng_matrix_new(hand_made_whole(made));
  cr_expect_eq(one->n_marks, 0);
  g_autofree char *rows = drawn(one, 60, 5, NG_MATRIX_PICK_NOTHING);
  cr_expect_null(strstr(rows, "α"), "%s", rows);
}

/* ---- walking ---- */

static void expect_pick(NgMatrixPick pick, uint32_t row, uint32_t col)
{
  cr_expect(pick.row == row && pick.col == col, "row %u, column %u", pick.row, pick.col);
}

Test(matrix, walking_goes_cell_by_cell_and_stops_at_the_ends)
{
  g_autoptr(HandMade) made = hand_made_new();
  static const char *const names[] = {"Ann", "Bob", "Cid"};
  for (uint32_t i = 0; i < 3; i++)
    hand_made_node(made, names[i], NG_ENTITY_PERSON);
  hand_made_edge(made, 0, 2, "told", 1, false, false);
  hand_made_edge(made, 1, 2, "met", 1, true, false);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  NgMatrixPick pick = ng_matrix_walk(matrix, NG_MATRIX_PICK_NOTHING, NG_DOWN, 1);
  expect_pick(pick, 0, 0);
  expect_pick(ng_matrix_walk(matrix, pick, NG_RIGHT, 1), 0, 1);
  expect_pick(ng_matrix_walk(matrix, pick, NG_RIGHT, 99), 0, 2);
  expect_pick(ng_matrix_walk(matrix, pick, NG_DOWN, 2), 2, 0);
  expect_pick(ng_matrix_walk(matrix, pick, NG_UP, 1), 0, 0);
  expect_pick(ng_matrix_next(matrix, pick, 1), 0, 2);
  expect_pick(ng_matrix_next(matrix, (NgMatrixPick){0, 2}, 1), 1, 2);
  expect_pick(ng_matrix_next(matrix, (NgMatrixPick){2, 1}, 1), 0, 2);
  expect_pick(ng_matrix_next(matrix, (NgMatrixPick){0, 2}, -1), 2, 1);
  expect_pick(ng_matrix_next(matrix, NG_MATRIX_PICK_NOTHING, 1), 0, 2);
}

/* ---- hostile ---- */

Test(matrix, no_one_and_one)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Oslo", NG_ENTITY_PLACE);
  g_autoptr(NgMatrix) none = ng_matrix_new(hand_made_whole(made));
  g_autofree char *nothing = drawn(none, 40, 3, (NgMatrixPick){0, 0});
  cr_expect_str_eq(nothing, "\n");
  expect_pick(ng_matrix_walk(none, NG_MATRIX_PICK_NOTHING, NG_DOWN, 1), NG_NONE, NG_NONE);
  expect_pick(ng_matrix_next(none, NG_MATRIX_PICK_NOTHING, 1), NG_NONE, NG_NONE);
  hand_made_node(made, "Ann", NG_ENTITY_PERSON);
  g_autoptr(NgMatrix) one = ng_matrix_new(hand_made_whole(made));
  g_autofree char *alone = drawn(one, 40, 3, (NgMatrixPick){0, 0});
  cr_expect_str_eq(alone, "        An\nAnn An [──]     0\n");
}

Test(matrix, an_edge_to_oneself_lies_on_the_diagonal)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Ann", NG_ENTITY_PERSON);
  hand_made_edge(made, 0, 0, "praises", 1, true, false);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  cr_expect_eq(matrix->n_cells, 1);
  g_autofree char *rows = drawn(matrix, 40, 3, NG_MATRIX_PICK_NOTHING);
  cr_expect_str_eq(rows, "        An\nAnn An  ░░      0\n");
}

Test(matrix, ten_thousand_parallel_edges_are_one_cell)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Ann", NG_ENTITY_PERSON);
  hand_made_node(made, "Bob", NG_ENTITY_PERSON);
  for (int i = 0; i < 10000; i++) {
    g_autofree char *label = g_strdup_printf("told %d", i);
    hand_made_edge(made, 0, 1, label, 1, false, false);
  }
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  cr_expect_eq(matrix->n_cells, 1);
  cr_expect_eq(matrix->cells[0].weight, 10000);
  g_autofree char *phrase = ng_matrix_phrase(matrix, matrix->cells);
  cr_expect_str_eq(phrase, "Ann told 0, told 1, told 2, told 3, … Bob");
}

Test(matrix, long_wide_and_combining_names_hold_their_columns)
{
  g_autoptr(HandMade) made = hand_made_new();
  g_autofree char *name = g_strnfill(10000, 'x');
  hand_made_node(made, name, NG_ENTITY_PERSON);
  hand_made_node(made, "秦剛", NG_ENTITY_PERSON);
  hand_made_node(made, "Ze\xCC\x81le\xCC\x81nskyj", NG_ENTITY_PERSON);
  hand_made_edge(made, 1, 2, "told", 1, false, false);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autofree char *rows = drawn(matrix, 40, 5, NG_MATRIX_PICK_NOTHING);
  cr_expect_str_eq(rows,
                   "                         xx  秦  Ze\xCC\x81\n"
                   "xxxxxxxxxxxxxxxxxxx… xx  ──            0\n"
                   "秦剛                 秦      ──  ░░    1\n"
                   "Ze\xCC\x81le\xCC\x81nskyj            Ze\xCC\x81          ──    1\n",
                   "%s", rows);
}

/* ---- more than fits ---- */

static HandMade *crowd(uint32_t n, uint32_t n_edges)
{
  HandMade *made = hand_made_new();
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  for (uint32_t i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf("%c. Person %u", 'A' + (char)(i % 26), i);
    hand_made_node(made, name, NG_ENTITY_PERSON);
  }
  for (uint32_t i = 0; i < n_edges; i++)
    hand_made_edge(made, below(random, n), below(random, n), "met", 1 + i % 7, i % 3 == 0, i % 2);
  return made;
}

Test(matrix, what_has_no_room_is_counted_and_scrolled_to)
{
  g_autoptr(HandMade) made = crowd(30, 0);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autofree char *start = drawn(matrix, 40, 8, (NgMatrixPick){0, 0});
  g_autofree char *later = drawn(matrix, 40, 8, (NgMatrixPick){9, 29});
  cr_expect(strstr(start, "\n+24\n"), "%s", start);
  cr_expect(g_str_has_prefix(later, "+4"), "%s", later);
  cr_expect(strstr(later, "\n+20\n"), "%s", later);
  cr_expect(!strstr(later, "+0"), "%s", later);
}

Test(matrix, two_thousand_people_cost_what_is_seen)
{
  g_autoptr(HandMade) made = crowd(2000, 50000);
  double began = ng_spent_s();
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  cr_expect(ng_spent_within(began, 2));
  NgMatrixPick pick = {0, 0};
  began = ng_spent_s();
  for (int i = 0; i < 100; i++) {
    pick = ng_matrix_walk(matrix, pick, i % 2 ? NG_DOWN : NG_RIGHT, 31);
    g_autoptr(NgPicture) picture = ng_matrix_draw(matrix, &(NgMatrixStyle){.cols = 200, .rows = 60, .pick = pick});
    cr_assert_eq(picture->rows, 60);
  }
  cr_expect(ng_spent_within(began, 100 * 0.016), "a hundred keys");
}

/* ---- the bundled article ---- */

static NgArticle *bundled_article(void)
{
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "articles", "2023-05-08-talk-again.xml", NULL);
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load(path, &error);
  cr_assert(article, "%s", error ? error->message : "");
  return article;
}

static bool is_golden(const NgPicture *picture, const char *name)
{
  char **text = g_new0(char *, (gsize)picture->rows + 1), **inks = g_new0(char *, (gsize)picture->rows + 1);
  for (int row = 0; row < picture->rows; row++) {
    text[row] = ng_picture_row(picture, row);
    inks[row] = ng_picture_inks(picture, row);
  }
  bool same = ng_screen_is_golden(name, (const char *const *)text, (const char *const *)inks, picture->rows);
  g_strfreev(text);
  g_strfreev(inks);
  return same;
}

Test(matrix, the_bundled_article)
{
  static const struct {
    const char *golden;
    NgMatrixStyle style;
  } screens[] = {
      {"matrix-picture-80x24", {.cols = 76, .rows = 13, .pick = {0, 1}}},
      {"matrix-picture-120x40", {.cols = 115, .rows = 13, .pick = {0, 1}}},
      {"matrix-picture-200x60", {.cols = 195, .rows = 13, .pick = {3, 4}}},
      {"matrix-picture-ascii-80x24", {.cols = 76, .rows = 13, .ascii = true, .pick = {0, 1}}},
      {"matrix-picture-40x12", {.cols = 37, .rows = 10, .pick = {0, 1}}},
      {"matrix-picture-20x6", {.cols = 18, .rows = 6, .pick = {3, 4}}},
  };
  g_autoptr(NgArticle) article = bundled_article();
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  for (gsize i = 0; i < G_N_ELEMENTS(screens); i++) {
    g_autoptr(NgPicture) picture = ng_matrix_draw(matrix, &screens[i].style);
    cr_expect(is_golden(picture, screens[i].golden));
  }
}

Test(matrix, a_cell_gives_its_sentences)
{
  g_autoptr(NgArticle) article = bundled_article();
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  const NgMatrixCell *cell = ng_matrix_cell(matrix, 0, 1);
  g_autofree char *phrase = ng_matrix_phrase(matrix, cell);
  cr_expect_str_eq(phrase, "Qin Gang met with, told Nicholas Burns");
  g_autoptr(GArray) sentences = ng_matrix_evidence(matrix, cell);
  cr_expect_eq(sentences->len, cell->weight);
  for (guint i = 1; i < sentences->len; i++)
    cr_expect_lt(g_array_index(sentences, NgEvidence, i - 1).start, g_array_index(sentences, NgEvidence, i).start);
}
