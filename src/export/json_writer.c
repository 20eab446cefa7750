#include "export/json_writer.h"

#include <math.h>
#include <string.h>

static void put(NgJson *json, const char *text, gsize bytes)
{
  fwrite_unlocked(text, 1, bytes, json->out);
}

static void separate(NgJson *json)
{
  if (json->comma)
    putc_unlocked(',', json->out);
  json->comma = true;
}

void ng_json_open(NgJson *json, char bracket)
{
  separate(json);
  putc_unlocked(bracket, json->out);
  json->comma = false;
}

void ng_json_close(NgJson *json, char bracket)
{
  putc_unlocked(bracket, json->out);
  json->comma = true;
}

void ng_json_key(NgJson *json, const char *key)
{
  separate(json);
  putc_unlocked('"', json->out);
  put(json, key, strlen(key));
  put(json, "\":", 2);
  json->comma = false;
}

/* The letter after the backslash for a character that JSON does not take as it is; 'u' for \u00XX; 0 for one that it does. */
static char escape_letter(unsigned char c)
{
  switch (c) {
  case '"':
  case '\\':
    return (char)c;
  case '\b':
    return 'b';
  case '\f':
    return 'f';
  case '\n':
    return 'n';
  case '\r':
    return 'r';
  case '\t':
    return 't';
  default:
    return c < 0x20 || c == 0x7F ? 'u' : 0;
  }
}

/* A character that JSON takes as it is but a terminal would obey: C1 controls, line separators, bidi controls. 0 if it is none. */
static gunichar obeyed(const char *text, gsize bytes)
{
  const unsigned char *c = (const unsigned char *)text;
  if (c[0] == 0xC2 && bytes > 1 && c[1] < 0xA0)
    return c[1];
  if (c[0] != 0xE2 || bytes < 3 || (c[1] != 0x80 && c[1] != 0x81))
    return 0;
  gunichar code = 0x2000u + ((c[1] & 0x3Fu) << 6) + (c[2] & 0x3Fu);
  return (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ? code : 0;
}

static bool may_need_escape(unsigned char c)
{
  return escape_letter(c) != 0 || c == 0xC2 || c == 0xE2;
}

/* The next byte at or after `i` that may need an escape: a control character, DEL, a quotation mark, a backslash, or what begins a character that
 * a terminal would obey. Eight bytes at a time. */
static gsize next_special(const char *text, gsize bytes, gsize i)
{
  const guint64 ones = 0x0101010101010101u, tops = ones << 7;
  for (; i + 8 <= bytes; i += 8) {
    guint64 w;
    memcpy(&w, text + i, 8);
    guint64 quote = w ^ (ones * '"'), backslash = w ^ (ones * '\\'), del = w ^ (ones * 0x7F);
    guint64 c2 = w ^ (ones * 0xC2), e2 = w ^ (ones * 0xE2);
    guint64 zero = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((del - ones) & ~del) |
                   ((c2 - ones) & ~c2) | ((e2 - ones) & ~e2);
    if ((zero | ((w - ones * 0x20) & ~w)) & tops)
      break;
  }
  while (i < bytes && !may_need_escape((unsigned char)text[i]))
    i++;
  return i;
}

/* Most text needs no escape: it goes out in runs. */
static void put_escaped(NgJson *json, const char *text, gsize bytes)
{
  gsize run = 0;
  for (gsize i = next_special(text, bytes, 0); i < bytes; i = next_special(text, bytes, i + 1)) {
    unsigned char c = (unsigned char)text[i];
    gunichar code = c == 0xC2 || c == 0xE2 ? obeyed(text + i, bytes - i) : 0;
    if (code != 0) {
      put(json, text + run, i - run);
      run = i + (c == 0xC2 ? 2 : 3);
      fprintf(json->out, "\\u%04x", code);
      i = run - 1;
      continue;
    }
    char letter = escape_letter(c);
    if (letter == 0)
      continue;
    put(json, text + run, i - run);
    run = i + 1;
    if (letter == 'u') {
      fprintf(json->out, "\\u%04x", c);
    } else {
      putc_unlocked('\\', json->out);
      putc_unlocked(letter, json->out);
    }
  }
  put(json, text + run, bytes - run);
}

void ng_json_bytes(NgJson *json, const char *text, gsize bytes)
{
  separate(json);
  if (text == NULL) {
    put(json, "null", 4);
    return;
  }
  putc_unlocked('"', json->out);
  put_escaped(json, text, bytes);
  putc_unlocked('"', json->out);
}

void ng_json_string(NgJson *json, const char *text)
{
  ng_json_bytes(json, text, text == NULL ? 0 : strlen(text));
}

void ng_json_strings(NgJson *json, const char *const *texts)
{
  ng_json_open(json, '[');
  for (; *texts != NULL; texts++)
    ng_json_string(json, *texts);
  ng_json_close(json, ']');
}

void ng_json_uint(NgJson *json, uint32_t number)
{
  char digits[10];
  gsize first = sizeof digits;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  separate(json);
  put(json, digits + first, sizeof digits - first);
}

void ng_json_double(NgJson *json, double number)
{
  separate(json);
  if (!isfinite(number)) {
    put(json, "null", 4);
    return;
  }
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.15g", number);
  put(json, digits, strlen(digits));
}

void ng_json_bool(NgJson *json, bool value)
{
  separate(json);
  put(json, value ? "true" : "false", value ? 4 : 5);
}

void ng_json_put_string(NgJson *json, const char *key, const char *text)
{
  ng_json_key(json, key);
  ng_json_string(json, text);
}

void ng_json_put_uint(NgJson *json, const char *key, uint32_t number)
{
  ng_json_key(json, key);
  ng_json_uint(json, number);
}
