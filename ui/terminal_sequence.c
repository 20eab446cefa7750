#include "ui/terminal_sequence.h"

#define ESC           27
#define TOGETHER_USEC G_USEC_PER_SEC

static void add(NgSequence *sequence, int c)
{
  if (sequence->n + 1 < sizeof sequence->bytes)
    sequence->bytes[sequence->n++] = (char)c;
  sequence->bytes[sequence->n] = '\0';
  sequence->since = g_get_monotonic_time();
}

static bool is_introducer(int c)
{
  return c == '[' || c == 'O';
}

/* Whether `c` ends the sequence that has begun. */
static bool is_final(const NgSequence *sequence, int c)
{
  return c >= (sequence->bytes[1] == 'O' ? 0x20 : 0x40);
}

static int key_of(NgSequence *sequence)
{
  int key = key_defined(sequence->bytes);
  sequence->n = 0;
  return key > 0 ? key : ERR;
}

/* Goes on with a sequence from its introducer, or what follows that, to its end, or as far as there is something to read. What no sequence
 * holds breaks it off. */
static int go_on(NgSequence *sequence, int c)
{
  for (; c != ERR; c = wgetch(sequence->window)) {
    if (c < ' ' || c > '~') {
      sequence->n = 0;
      ungetch(c);
      return ERR;
    }
    bool final = sequence->n > 1 && is_final(sequence, c);
    add(sequence, c);
    if (final)
      return key_of(sequence);
  }
  return ERR;
}

static int begin(NgSequence *sequence)
{
  sequence->n = 0;
  add(sequence, ESC);
  int c = wgetch(sequence->window);
  if (is_introducer(c))
    return go_on(sequence, c);
  if (c != ERR)
    ungetch(c);
  return ESC;
}

int ng_sequence_key(NgSequence *sequence, int c)
{
  bool begun = sequence->n > 0 && g_get_monotonic_time() - sequence->since < TOGETHER_USEC;
  if (c == ESC)
    return begin(sequence);
  if (!begun || c >= KEY_MIN) {
    sequence->n = 0;
    return c;
  }
  if (sequence->n > 1)
    return go_on(sequence, c);
  int next = is_introducer(c) ? wgetch(sequence->window) : ERR;
  if (next == ERR) {
    sequence->n = 0;
    return c;
  }
  add(sequence, c);
  return go_on(sequence, next);
}

NgKey ng_sequence_character(NgSequence *sequence, int byte)
{
  char c = (char)byte;
  wchar_t wide = 0;
  bool first = mbsinit(&sequence->partial) != 0;
  gsize used = mbrtowc(&wide, &c, 1, &sequence->partial);
  if (used == (gsize)-2)
    return NG_KEY_NONE;
  if (used == (gsize)-1) {
    sequence->partial = (mbstate_t){0};
    if (!first)
      ungetch(byte); /* it may begin a character of its own */
    return 0xFFFD;
  }
  return (NgKey)wide;
}
