/* Text put aside while it goes by: names, roles, titles. Captures nest; an inner one's text is the outer one's too. */
#ifndef NG_CAPTURE_H
#define NG_CAPTURE_H

#include <glib.h>

typedef struct {
  GPtrArray *levels; /* GString, kept for use again */
  guint n;           /* captures under way */
  guint base;        /* those below it are suspended */
} NgCapture;

void ng_capture_init(NgCapture *capture);
void ng_capture_clear(NgCapture *capture);

void ng_capture_begin(NgCapture *capture);

/* Ends the innermost capture; its text is borrowed until the next begins. */
const char *ng_capture_end(NgCapture *capture);

/* The text of the innermost capture so far. */
const char *ng_capture_so_far(const NgCapture *capture);

/* Adds to every capture under way; does nothing while there is none. */
void ng_capture_text(NgCapture *capture, const char *text, gsize bytes);

/* A break between words. */
void ng_capture_space(NgCapture *capture);

/* Suspends the captures under way, for what is not part of them (a note). What it returns goes to ng_capture_resume. */
guint ng_capture_suspend(NgCapture *capture);
void ng_capture_resume(NgCapture *capture, guint base);

#endif
