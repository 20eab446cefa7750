/* Positions in code points for positions in bytes. One pass over the text, then a look-up costs a few words' scan. */
#ifndef NG_CODE_POINTS_H
#define NG_CODE_POINTS_H

#include <glib.h>
#include <stdint.h>

typedef struct {
  const char *text; /* borrowed */
  uint32_t bytes;
  uint32_t *before; /* code points before each full stride of the text */
} NgCodePoints;

NgCodePoints ng_code_points(const char *text, uint32_t bytes);
void ng_code_points_clear(NgCodePoints *points);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NgCodePoints, ng_code_points_clear)

/* Code points of text[0, pos). pos <= bytes. */
uint32_t ng_code_points_at(const NgCodePoints *points, uint32_t pos);

#endif
