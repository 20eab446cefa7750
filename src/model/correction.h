/* The user's word on names, which outweighs what sources and annotators say: a plain text file, one statement a line.
 *
 *   # a remark
 *   Spring Festival not a name
 *   Jordan is a person                      (or: place, organisation, event)
 *   Zelensky same as Volodymyr Zelenskyy
 *   Burns not same as Nicholas Burns
 *   Georgia place at 33.75 -84.39           (degrees north and east)
 *
 * A name that holds such words, or a quotation mark, stands in quotation marks, and each in it is doubled. Names are compared as ng_text_fold has it. They are
 * those of entities, and words of the text that mention them. A statement says nothing of an article that has no such names. */
#ifndef NG_CORRECTION_H
#define NG_CORRECTION_H

#include "model/builder.h"

typedef enum {
  NG_CORRECTION_NOT_A_NAME,
  NG_CORRECTION_IS_A, /* and its words are a name wherever they stand */
  NG_CORRECTION_NOT_SAME_AS,
  NG_CORRECTION_SAME_AS,
  NG_CORRECTION_PLACE_AT,
  NG_N_CORRECTIONS
} NgCorrectionKind;

typedef struct {
  NgCorrectionKind kind;
  char *name;
  char *other;             /* same as, not same as; else NULL */
  NgEntityKind is_a;       /* is a */
  double lat_deg, lon_deg; /* place at */
} NgCorrection;

/* The statements of a file, in its order; where two contradict, the later one holds. None where there is no file. A line that is none is left out, and told in
 * `faults`, an array of strings ("PATH:LINE: what is wrong") that frees them, or NULL. The caller unrefs the array. */
GPtrArray *ng_corrections_read(const char *path, GPtrArray *faults);

/* The line that says it, without a line feed. The caller frees it. */
char *ng_correction_line(const NgCorrection *correction);

/* Writes it at the end of the file, which is made if there is none, with its folder. False with `error` (NG_ERROR_READ). */
bool ng_correction_write(const char *path, const NgCorrection *correction, GError **error);

/* Takes the line off the end of the file, where it is the last one there. False with `error` (NG_ERROR_READ) where it is not, or cannot be taken off. */
bool ng_correction_take_back(const char *path, const char *line, GError **error);

/* The article will be as they say. Takes the array over; it may be NULL. */
void ng_builder_correct(NgBuilder *builder, GPtrArray *corrections);

#endif
