/* Documents of other people that tests read where they are at hand: ../shared/corpora beside the project. */
#ifndef NG_TESTS_CORPORA_H
#define NG_TESTS_CORPORA_H

#include <glib.h>

/* $NG_TEST_SRCDIR/../shared/corpora/NAME. The caller frees it. */
char *ng_corpus_path(const char *name);

/* The file's bytes, with a NUL behind them; NULL where it is absent (then skip the test). `n` may be NULL. The caller frees them. */
char *ng_corpus_read(const char *name, gsize *n);

#endif
