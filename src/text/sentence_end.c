/* Whether a sentence ends at a full stop, decided from what stands around it. */
#include "text/sentence_private.h"

#define MAX_CLOSERS 8
#define MAX_GAP     16

typedef enum {
  NO_STOP,
  FULL_STOP, /* the one that may be part of an abbreviation */
  MARK,      /* ? ! and the full stops of other scripts that put a space after them */
  WIDE_STOP  /* the full stops of scripts without spaces */
} Stop;

static Stop stop_at(const char *text, gsize end, gsize pos, gsize *length)
{
  switch (ng_text_decode(text, end, pos, length)) {
  case '.':
    return FULL_STOP;
  case '!':
  case '?':
  case 0x0589: /* Armenian */
  case 0x061F: /* Arabic question mark */
  case 0x06D4: /* Urdu */
  case 0x0964: /* danda */
  case 0x0965:
  case 0x1362: /* Ethiopic */
  case 0x203C:
  case 0x2026: /* ellipsis */
  case 0x2047:
  case 0x2048:
  case 0x2049:
    return MARK;
  case 0x104B: /* Myanmar */
  case 0x17D4: /* Khmer */
  case 0x3002:
  case 0xFF01:
  case 0xFF0E:
  case 0xFF1F:
  case 0xFF61:
    return WIDE_STOP;
  default:
    return NO_STOP;
  }
}

static bool may_begin_stop(char byte)
{
  switch ((guchar)byte) {
  case '.':
  case '!':
  case '?':
  case 0xD6:
  case 0xD8:
  case 0xDB:
  case 0xE0:
  case 0xE1:
  case 0xE2:
  case 0xE3:
  case 0xEF:
    return true;
  default:
    return false;
  }
}

gsize ng_sentence_next_stop(const char *text, gsize from, gsize to)
{
  while (from < to && !may_begin_stop(text[from]))
    from++;
  return from;
}

gsize ng_sentence_previous_stop(const char *text, gsize from, gsize to)
{
  for (gsize pos = to; pos > from; pos--)
    if (may_begin_stop(text[pos - 1]))
      return pos - 1;
  return to;
}

static bool is_gap(gunichar c)
{
  return ng_text_is_space(c) || c == 0xA0 || c == 0x202F;
}

static bool is_closer(gunichar c)
{
  GUnicodeType type = g_unichar_type(c);
  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION; /* which closes in German */
}

static bool is_opener(gunichar c)
{
  GUnicodeType type = g_unichar_type(c);
  return c == '"' || c == '\'' || c == 0xA1 || c == 0xBF || c == '*' || c == 0x2022 ||
         type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION;
}

/* The end of a note's mark at `pos`, such as [12] or a raised figure; `pos` if there is none. */
static gsize skip_note_mark(const char *text, gsize end, gsize pos)
{
  gsize length;
  gunichar c = ng_text_decode(text, end, pos, &length);
  if (c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
    return pos + length;
  if (c != '[')
    return pos;
  gsize close = pos + 1;
  while (close < end && close - pos < 5 && g_ascii_isalnum(text[close]))
    close++;
  return close < end && close > pos + 1 && text[close] == ']' ? close + 1 : pos;
}

/* The end of a guillemet that a space parts from the full stop before `pos`, as in French; `pos` if there is none. Where a word follows
 * without a space, it opens (as in German). */
static gsize skip_spaced_guillemet(const char *text, gsize end, gsize pos)
{
  gsize length, next;
  if (!is_gap(ng_text_decode(text, end, pos, &length)))
    return pos;
  next = pos + length;
  if (next >= end || ng_text_decode(text, end, next, &length) != 0xBB)
    return pos;
  next += length;
  return next == end || !g_unichar_isalnum(ng_text_decode(text, end, next, &length)) ? next : pos;
}

static gsize skip_closers(const char *text, gsize end, gsize pos)
{
  for (int i = 0; i < MAX_CLOSERS && pos < end; i++) {
    gsize length, next = skip_note_mark(text, end, pos);
    if (next == pos && is_closer(ng_text_decode(text, end, pos, &length)))
      next = pos + length;
    if (next == pos)
      next = skip_spaced_guillemet(text, end, pos);
    if (next == pos)
      break;
    pos = next;
  }
  return pos;
}

/* The first pos at or after `pos` with what is neither white space nor opens a quotation or the like; not far. */
static gsize skip_openers(const char *text, gsize end, gsize pos)
{
  gsize length;
  for (int i = 0; i < MAX_GAP && pos < end; i++, pos += length) {
    gunichar c = ng_text_decode(text, end, pos, &length);
    if (!is_gap(c) && !is_opener(c))
      break;
  }
  return pos;
}

/* After a full stop that needs no space: whether the sentence goes on behind a quotation that it has closed. */
static bool goes_on_in_kana(gunichar c)
{
  return c >= 0x3041 && c <= 0x309F;
}

gsize ng_sentence_end(const char *text, NgRange block, gsize stop)
{
  gsize length, end = block.end;
  Stop kind = stop_at(text, end, stop, &length);
  if (kind == NO_STOP)
    return 0;
  gsize tail = stop + length;
  if (tail < end && stop_at(text, end, tail, &length) != NO_STOP)
    return 0; /* the last of several decides */
  gsize pos = skip_closers(text, end, tail);
  if (pos == end)
    return pos;
  gunichar c = ng_text_decode(text, end, pos, &length);
  if (kind == WIDE_STOP)
    return pos > tail && goes_on_in_kana(c) ? 0 : pos;
  if (!is_gap(c))
    return c >= 0x3000 && g_unichar_isalpha(c) ? pos : 0;
  gsize next = skip_openers(text, end, pos);
  if (next == end)
    return pos;
  c = ng_text_decode(text, end, next, &length);
  if (g_unichar_islower(c) || c == ',' || c == ';' || c == ':' || stop_at(text, end, next, &length) != NO_STOP)
    return 0;
  if (kind == FULL_STOP && ng_stop_abbreviates(text, block, stop, next))
    return 0;
  if (kind == MARK && pos > tail && ng_words_tell_speaker(text, end, next))
    return 0;
  return pos;
}
