/* Errors of the whole library: one domain. A message is one line, `SOURCE:LINE:COLUMN: what is wrong`, as far as those are known. */
#ifndef NG_ERROR_H
#define NG_ERROR_H

#include <glib.h>

#define NG_ERROR ng_error_quark()
GQuark ng_error_quark(void);

typedef enum {
  NG_ERROR_READ,   /* missing, unreadable, a directory */
  NG_ERROR_FORMAT, /* empty, binary, or mark-up that no loader knows */
  NG_ERROR_USAGE   /* the caller's words: options, names, configuration */
} NgErrorCode;

#endif
