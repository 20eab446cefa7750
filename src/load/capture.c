#include "load/capture.h"

/* No name, role or title is longer; what comes after is left out. */
#define MAX_CAPTURE_BYTES 65536u

static void level_free(void *level)
{
  g_string_free(level, TRUE);
}

void ng_capture_init(NgCapture *capture)
{
  capture->levels = g_ptr_array_new_with_free_func(level_free);
  capture->n = capture->base = 0;
}

void ng_capture_clear(NgCapture *capture)
{
  g_ptr_array_unref(capture->levels);
}

void ng_capture_begin(NgCapture *capture)
{
  if (capture->n == capture->levels->len)
    g_ptr_array_add(capture->levels, g_string_new(NULL));
  GString *level = g_ptr_array_index(capture->levels, capture->n++);
  g_string_truncate(level, 0);
}

const char *ng_capture_end(NgCapture *capture)
{
  g_return_val_if_fail(capture->n > 0, "");
  capture->n--;
  capture->base = MIN(capture->base, capture->n);
  return ((GString *)g_ptr_array_index(capture->levels, capture->n))->str;
}

const char *ng_capture_so_far(const NgCapture *capture)
{
  g_return_val_if_fail(capture->n > 0, "");
  return ((GString *)g_ptr_array_index(capture->levels, capture->n - 1))->str;
}

void ng_capture_text(NgCapture *capture, const char *text, gsize bytes)
{
  for (guint i = capture->base; i < capture->n; i++) {
    GString *level = g_ptr_array_index(capture->levels, i);
    if (level->len + bytes <= MAX_CAPTURE_BYTES)
      g_string_append_len(level, text, (gssize)bytes);
  }
}

void ng_capture_space(NgCapture *capture)
{
  ng_capture_text(capture, " ", 1);
}

guint ng_capture_suspend(NgCapture *capture)
{
  guint base = capture->base;
  capture->base = capture->n;
  return base;
}

void ng_capture_resume(NgCapture *capture, guint base)
{
  capture->base = base;
}
