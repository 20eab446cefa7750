/* Frames of the screen, sent in one piece: standard output is a socket here that keeps apart what was written apart. */
#include "ui/terminal.h"
#include "ui/terminal_frame.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int ends[2], before;

void ng_terminal_send(const char *bytes, gsize n)
{
  cr_expect_eq(write(STDOUT_FILENO, bytes, n), (ssize_t)n);
}

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

TestSuite(frame, .init = take_output, .fini = give_back);

Test(frame, comes_in_one_piece)
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

Test(frame, holds_nothing_of_the_one_before)
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

Test(frame, is_whole_however_long)
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

Test(frame, dropped_leaves_the_terminal)
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

Test(frame, unprepared_goes_through)
{
  ng_frame_done();
  ng_frame_begin();
  put("at once");
  cr_expect_str_eq(piece(), "at once");
  ng_frame_end();
  cr_expect_str_empty(piece());
  ng_frame_prepare();
}
