/* Bytes from a file, standard input or memory; what is gzip'd is unpacked on the way, known by its first bytes.
 *
 * A stream: nothing is held but one buffer. Unpacking stops with a problem (ng_input_problem) where the packed bytes are damaged or end
 * too early, or where they grow beyond what a text can: more than NG_LOAD_MAX_BYTES, or past the first NG_INPUT_FREE_BYTES more than
 * NG_INPUT_MAX_RATIO times as many as were read. */
#ifndef NG_INPUT_H
#define NG_INPUT_H

#include "load/load.h"

#define NG_INPUT_FREE_BYTES ((guint64)64 << 20)
#define NG_INPUT_MAX_RATIO  200u

typedef struct _NgInput NgInput;

/* Opens `path`, or standard input for "-". NULL with NG_ERROR_READ where it cannot be read or is a directory. */
NgInput *ng_input_open(const char *path, GError **error);

/* Bytes that the caller keeps alive. */
NgInput *ng_input_memory(const char *bytes, gsize n_bytes);

void ng_input_free(NgInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgInput, ng_input_free)

/* The bytes there are to come, as far as that is known; else 0. */
gsize ng_input_size(const NgInput *input);

/* Reads up to `n` bytes into `out`; returns how many, 0 at the end or after a problem. */
gsize ng_input_read(NgInput *input, char *out, gsize n);

/* Why reading stopped before the end, or NULL. Borrowed. */
const char *ng_input_problem(const NgInput *input);

#endif
