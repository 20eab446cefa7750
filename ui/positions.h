/* Reading positions: where each article was left, kept between runs.
 *
 * A file of lines in the state directory, the last read first: pos, length of the text, per cent, where the
 * selected mention begins, selected entity's id and the path, parted by tabs. It holds the newest NG_POSITIONS_MAX articles; lines without the
 * mention, as they once were, are read too. What cannot be read or written is left alone: a position is never worth an error. */
#ifndef NG_POSITIONS_H
#define NG_POSITIONS_H

#include "model/model.h"

#define NG_POSITIONS_MAX 500

typedef struct _NgPositions NgPositions;

typedef struct {
  uint32_t pos;       /* first pos on the screen */
  uint32_t bytes;     /* the text's length then: another length, and the position is not used */
  uint32_t percent;   /* how far it was read */
  uint32_t mention;   /* where the selected mention begins, or pos */
  const char *entity; /* id of the one selected, or "" ; borrowed */
} NgPosition;

/* Reads the file in `state_dir`, which need not exist. The caller frees it. */
NgPositions *ng_positions_new(const char *state_dir);
void ng_positions_free(NgPositions *positions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPositions, ng_positions_free)

/* The position of the article at `path`; false if none is known. */
bool ng_positions_get(const NgPositions *positions, const char *path, NgPosition *position);

/* Remembers it; written at ng_positions_save. */
void ng_positions_set(NgPositions *positions, const char *path, const NgPosition *position);

/* Writes the file, readable by its owner alone; replaces it whole or not at all. */
void ng_positions_save(NgPositions *positions);

#endif
