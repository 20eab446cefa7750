/* What goes to the terminal. Standard output is a socket here that keeps apart what was written apart. */
#include "ui/terminal_output.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2], before;

static void take_output(void)
{
  cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
  before = dup(STDOUT_FILENO);
  dup2(ends[1], STDOUT_FILENO);
  ng_frame_prepare();
}

static void give_back(void)
{
  ng_frame_done();
  dup2(before, STDOUT_FILENO);
  close(ends[0]);
  close(ends[1]);
}

static void put(const char *text)
{
  cr_assert_eq(write(STDOUT_FILENO, text, strlen(text)), (ssize_t)strlen(text));
}

/* The next piece that has come; "" if there is none. Static. */
static const char *piece(void)
{
  static char bytes[1 << 17];
  ssize_t n = recv(ends[0], bytes, sizeof bytes - 1, MSG_DONTWAIT);
  bytes[MAX(n, 0)] = '\0';
  return bytes;
}

TestSuite(output, .init = take_output, .fini = give_back);

Test(output, a_frame_comes_in_one_piece)
{
  ng_frame_begin();
  put("one ");
  put("two ");
  cr_expect_str_empty(piece(), "nothing comes before its end");
  put("three");
  ng_frame_end();
  cr_expect_str_eq(piece(), "one two three");
  cr_expect_str_empty(piece());
}

Test(output, a_frame_holds_nothing_of_the_one_before)
{
  ng_frame_begin();
  put("a long one");
  ng_frame_end();
  piece();
  ng_frame_begin();
  put("short");
  ng_frame_end();
  cr_expect_str_eq(piece(), "short");
  ng_frame_begin();
  ng_frame_end();
  cr_expect_str_empty(piece(), "an empty one sends nothing");
}

Test(output, a_frame_is_whole_however_long)
{
  g_autofree char *sent = g_malloc(100001);
  for (int i = 0; i < 100000; i++)
    sent[i] = (char)('a' + i % 23);
  sent[100000] = '\0';
  ng_frame_begin();
  put(sent);
  ng_frame_end();
  GString *got = g_string_new(NULL);
  for (const char *next = piece(); *next; next = piece())
    g_string_append(got, next);
  cr_expect_str_eq(got->str, sent);
  g_string_free(got, TRUE);
}

Test(output, a_dropped_frame_leaves_the_terminal)
{
  ng_frame_drop();
  put("before");
  cr_expect_str_eq(piece(), "before");
  ng_frame_begin();
  put("half a frame");
  ng_frame_drop();
  put("restored");
  cr_expect_str_eq(piece(), "restored");
  cr_expect_str_empty(piece());
}

Test(output, an_unprepared_frame_goes_through)
{
  ng_frame_done();
  ng_frame_begin();
  put("at once");
  cr_expect_str_eq(piece(), "at once");
  ng_frame_end();
  cr_expect_str_empty(piece());
  ng_frame_prepare();
}

/* Another program that shares the terminal may have set it so. */
Test(output, waits_for_a_terminal_that_is_not_waited_for)
{
  enum { BYTES = 1 << 20 };
  g_autofree char *sent = g_malloc(BYTES + 1);
  memset(sent, 'a', BYTES);
  int pipes[2];
  cr_assert_eq(pipe(pipes), 0);
  pid_t reader = fork();
  if (reader == 0) {
    static char bytes[4096];
    gsize all = 0;
    close(pipes[1]);
    for (ssize_t n; (n = read(pipes[0], bytes, sizeof bytes)) > 0; all += (gsize)n)
      g_usleep(100);
    _exit(all == BYTES ? 0 : 1);
  }
  dup2(pipes[1], STDOUT_FILENO);
  fcntl(STDOUT_FILENO, F_SETFL, O_NONBLOCK);
  ng_output_send(sent, BYTES);
  dup2(before, STDOUT_FILENO);
  close(pipes[1]);
  int status = 1;
  waitpid(reader, &status, 0);
  cr_expect_eq(status, 0, "all of it has come");
}
