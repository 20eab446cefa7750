/* Any encoding to clean UTF-8, as a stream.
 *
 * The encoding is that of the byte order mark, else the one that the XML declaration names, else UTF-8. What comes out has passed
 * ng_text_clean: it is valid UTF-8 without control characters (a parser behind this need not check), and so has no byte order mark.
 * ISO 8859-1 is read as Windows-1252, as browsers do: where they differ, no text means the control characters. */
#ifndef NG_DECODE_H
#define NG_DECODE_H

#include "load/input.h"

typedef struct _NgDecoder NgDecoder;

/* Takes over the input. */
NgDecoder *ng_decoder_new(NgInput *input);
void ng_decoder_free(NgDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgDecoder, ng_decoder_free)

/* Reads up to `n` bytes of UTF-8 (characters may be cut); returns how many, 0 at the end. */
gsize ng_decoder_read(NgDecoder *decoder, char *out, gsize n);

/* The bytes that the next reads will give, without taking them: what one buffer holds, 0 at the end. Valid until the next read. */
gsize ng_decoder_peek(NgDecoder *decoder, const char **bytes);

/* Characters that were replaced so far. */
guint64 ng_decoder_replaced(const NgDecoder *decoder);

/* Tells what was wrong with the encoding, and the input's problem; line and column 0 where unknown. After the end. */
typedef void (*NgDecoderReport)(void *user, uint32_t line, uint32_t column, const char *message);
void ng_decoder_report(const NgDecoder *decoder, NgDecoderReport report, void *user);

const char *ng_decoder_problem(const NgDecoder *decoder); /* that of the input */

#endif
