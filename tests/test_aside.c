/* Graphviz in a process of its own: what it answers, and that it can be left, fail, hang or be missing. */
#include "config.h"

#include "graph/aside.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N             4
#define LONG_US       (60 * G_USEC_PER_SEC)
#define NOT_AWAITED_S 600

static const NgGraphvizEdge edges[] = {{0, 1, 1}, {0, 2, 3}, {2, 3, 1}, {3, 0, 1}, {3, 3, 1}};

static void make_nodes(NgGraphvizNode *nodes)
{
  for (int i = 0; i < N; i++)
    nodes[i] = (NgGraphvizNode){1 + i, 0.5, -1, -1};
}

static gint64 later(gint64 microseconds)
{
  return g_get_monotonic_time() + microseconds;
}

static bool ask(NgAside *aside, const char *engine, NgGraphvizNode *nodes)
{
  make_nodes(nodes);
  return ng_aside_ask(aside, engine, nodes, N, edges, G_N_ELEMENTS(edges));
}

static void expect_no_child(void)
{
  cr_expect(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD, "a process is left");
}

/* A shell script that takes the place of nutgraf-place. The caller frees the path. */
static char *script(const char *lines)
{
  char *path = g_build_filename(g_get_tmp_dir(), "nutgraf-script-XXXXXX", NULL);
  int fd = g_mkstemp_full(path, O_RDWR, 0700);
  cr_assert(fd >= 0);
  g_autofree char *text = g_strdup_printf("#!/bin/sh\n%s\n", lines);
  cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  close(fd);
  return path;
}

Test(aside, answers_as_graphviz_does_here_and_in_order)
{
  NgGraphvizNode here[2][N], there[2][N];
  static const char *const engines[] = {"dot", "sfdp"};
  g_autoptr(NgAside) aside = ng_aside_new(NULL);
  cr_assert(aside);
  for (int e = 0; e < 2; e++)
    cr_assert(ask(aside, engines[e], there[e]));
  for (int e = 0; e < 2; e++) {
    make_nodes(here[e]);
    cr_assert(ng_graphviz_place(ng_graphviz(NULL), engines[e], here[e], N, edges, G_N_ELEMENTS(edges), NULL));
    cr_assert(ng_aside_answer(aside, there[e], N, later(LONG_US), NULL));
    for (int i = 0; i < N; i++)
      cr_expect(fabs(here[e][i].x - there[e][i].x) < 1e-6 && fabs(here[e][i].y - there[e][i].y) < 1e-6, "%s, node %d",
                engines[e], i);
  }
}

Test(aside, leaves_no_process_behind)
{
  for (int i = 0; i < 3; i++) {
    NgGraphvizNode nodes[N];
    NgAside *aside = ng_aside_new(NULL);
    cr_assert(aside && ask(aside, "dot", nodes));
    if (i > 0)
      ng_aside_answer(aside, nodes, N, later(i == 1 ? 0 : LONG_US), NULL);
    ng_aside_free(aside);
    expect_no_child();
  }
}

/* Where one hangs, time passes or someone leaves; and both end it. */
Test(aside, one_that_hangs_can_be_left)
{
  g_autofree char *path = script("exec sleep 600");
  NgGraphvizNode nodes[N];
  gint cancelled = 1;
  gint64 began = g_get_monotonic_time();
  NgAside *aside = ng_aside_new(path);
  cr_assert(aside && ask(aside, "dot", nodes));
  cr_expect_not(ng_aside_answer(aside, nodes, N, later(20 * 1000), NULL));
  cr_expect_not(ng_aside_answer(aside, nodes, N, later(NOT_AWAITED_S * (gint64)G_USEC_PER_SEC), &cancelled));
  cr_expect_eq(nodes[0].x, -1);
  ng_aside_free(aside);
  expect_no_child();
  cr_expect_lt(g_get_monotonic_time() - began, NOT_AWAITED_S / 2 * (gint64)G_USEC_PER_SEC);
  g_unlink(path);
}

Test(aside, one_that_fails_answers_nothing)
{
  static const char *const lines[] = {"exit 0", "exit 1", "kill -9 $$", "exec cat /dev/null", "echo short"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autofree char *path = script(lines[i]);
    NgGraphvizNode nodes[N];
    g_autoptr(NgAside) aside = ng_aside_new(path);
    cr_assert(aside);
    bool asked = ask(aside, "dot", nodes); /* it may be gone already, and nobody is killed by that */
    cr_expect_not(asked && ng_aside_answer(aside, nodes, N, later(LONG_US), NULL), "%s", lines[i]);
    cr_expect_eq(nodes[0].x, -1);
    g_unlink(path);
  }
}

Test(aside, numbers_that_are_none_are_no_answer)
{
  g_autofree char *path = script("cat >/dev/null & tr '\\0' '\\377' </dev/zero"); /* each is a NaN */
  NgGraphvizNode nodes[N];
  g_autoptr(NgAside) aside = ng_aside_new(path);
  cr_assert(aside);
  cr_assert(ask(aside, "dot", nodes));
  cr_expect_not(ng_aside_answer(aside, nodes, N, later(LONG_US), NULL));
  cr_expect_eq(nodes[0].x, -1);
  g_unlink(path);
}

Test(aside, none_where_the_program_is_missing)
{
  cr_expect_null(ng_aside_new("/nowhere/nutgraf-place"));
  expect_no_child();
}

/* What it refuses it does not answer, and it ends. */
Test(aside, refuses_what_is_unsound)
{
  NgGraphvizNode nodes[NG_GRAPHVIZ_DOT_NODES + 1] = {0};
  const struct {
    const char *engine;
    uint32_t n_nodes;
    double width;
    NgGraphvizEdge edge;
  } rows[] = {{"dot", N, 1, {0, N, 1}},        {"dot", N, 1, {N, 0, 1}},  {"dot", N, 1, {0, 1, NAN}},
              {"dot", N, INFINITY, {0, 1, 1}}, {"fdqx", N, 1, {0, 1, 1}}, {"dot", G_N_ELEMENTS(nodes), 1, {0, 1, 1}}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    for (gsize n = 0; n < G_N_ELEMENTS(nodes); n++)
      nodes[n] = (NgGraphvizNode){rows[i].width, 1, -1, -1};
    g_autoptr(NgAside) aside = ng_aside_new(NULL);
    cr_assert(aside && ng_aside_ask(aside, rows[i].engine, nodes, rows[i].n_nodes, &rows[i].edge, 1));
    cr_expect_not(ng_aside_answer(aside, nodes, rows[i].n_nodes, later(LONG_US), NULL), "row %zu", i);
  }
}

/* Nothing of ours is open in it, and what it says to the terminal goes nowhere. */
Test(aside, has_no_terminal_and_no_files_of_ours)
{
  g_autofree char *seen = g_build_filename(g_get_tmp_dir(), "nutgraf-seen-XXXXXX", NULL);
  close(g_mkstemp(seen));
  g_autofree char *lines =
      g_strdup_printf("ls -l /proc/self/fd >'%s'; sed -n 's/^SigBlk:/blocked/p' /proc/self/status >>'%s'", seen, seen);
  g_autofree char *path = script(lines);
  NgGraphvizNode nodes[N];
  int leak = fcntl(STDIN_FILENO, F_DUPFD, 77);
  cr_assert(leak >= 77);
  g_autoptr(NgAside) aside = ng_aside_new(path);
  cr_assert(aside);
  cr_expect_not(ng_aside_answer(aside, nodes, N, later(LONG_US), NULL));
  g_autofree char *text = NULL, *number = g_strdup_printf(" %d -> ", leak);
  cr_assert(g_file_get_contents(seen, &text, NULL, NULL));
  cr_expect(strstr(text, " 2 -> /dev/null"), "%s", text);
  cr_expect(strstr(text, " 0 -> socket:"), "%s", text);
  cr_expect(strstr(text, "blocked\t0000000000000000"), "%s", text);
#ifdef HAVE_POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP
  cr_expect_null(strstr(text, number), "%s", text);
#endif
  close(leak);
  g_unlink(path);
  g_unlink(seen);
}
