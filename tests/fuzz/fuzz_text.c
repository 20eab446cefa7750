/* Any bytes through the gate, and what is left through the whole layer of text. Checks what must hold besides what the sanitizers see. */
#include "text/text.h"

#include <locale.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

static void check_clean(const GString *text)
{
  g_autoptr(GString) again = g_string_new(NULL);
  g_assert(g_utf8_validate(text->str, (gssize)text->len, NULL));
  g_assert_cmpuint(ng_text_clean(again, text->str, text->len), ==, 0);
}

static void check_normal(const GString *clean)
{
  g_autoptr(GString) text = g_string_new_len(clean->str, (gssize)clean->len);
  uint32_t middle = (uint32_t)clean->len / 2, end = (uint32_t)clean->len, *positions[] = {&end, &middle};
  ng_text_nfc(text, 0, positions, G_N_ELEMENTS(positions));
  g_assert_cmpuint(end, ==, text->len);
  g_assert_cmpuint(middle, <=, end);
  g_assert(g_utf8_validate(text->str, (gssize)text->len, NULL));
  g_autofree char *key = ng_text_fold(text->str, text->len), *same = ng_text_fold(clean->str, clean->len);
  g_assert_cmpstr(key, ==, same);
}

static void check_rows(const GString *text, int first_cols, int cols)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(text->str, text->len, first_cols, cols, rows);
  g_assert_cmpuint(rows->len, >, 0);
  gsize covered = 0;
  for (guint i = 0; i < rows->len; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    g_assert(row.start >= covered && row.start <= row.end && row.end <= text->len);
    bool lone = row.start == row.end || ng_text_cluster_end(text->str, text->len, row.start) >= row.end;
    g_assert(lone || ng_text_cols(text->str + row.start, row.end - row.start) <= (i ? cols : first_cols));
    covered = row.end;
  }
}

static void check_fit(const GString *text, int cols)
{
  int used;
  gsize fits = ng_text_fit(text->str, text->len, cols, &used);
  g_assert(fits <= text->len && used <= cols);
  gsize start = ng_text_fit_end(text->str, text->len, cols, &used);
  g_assert(start <= text->len && used <= cols);
}

static void check_sentences(const GString *text)
{
  NgRange block = {0, (uint32_t)text->len};
  for (uint32_t from = 0; from < block.end;) {
    NgRange sentence = ng_text_sentence_next(text->str, block, from);
    if (sentence.start == sentence.end)
      return;
    g_assert(sentence.start >= from && sentence.end <= block.end);
    NgRange first = ng_text_sentence_at(text->str, block, sentence.start),
            last = ng_text_sentence_at(text->str, block, sentence.end - 1);
    g_assert(first.start == sentence.start && first.end == sentence.end);
    g_assert(last.start == sentence.start && last.end == sentence.end);
    from = sentence.end;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  setlocale(LC_CTYPE, "C.UTF-8");
  g_autoptr(GString) text = g_string_new(NULL);
  ng_text_clean(text, (const char *)bytes, n_bytes);
  check_clean(text);
  g_autofree char *line = ng_text_clean_line((const char *)bytes, n_bytes);
  g_assert_null(strpbrk(line, "\n\r\t"));
  check_normal(text);
  int cols = n_bytes ? bytes[0] % 40 + 1 : 1;
  check_rows(text, cols / 2 + 1, cols);
  check_fit(text, cols);
  check_sentences(text);
  return 0;
}
