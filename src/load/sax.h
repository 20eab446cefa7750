/* The SAX driver that all loaders of mark-up share.
 *
 * A loader is a dialect: a table of elements (rules) to handlers. The driver runs libxml2 over a decoder's stream, keeps the stack
 * of open elements, chooses the dialect by the root element, hands text on, recovers from what is not well-formed, and turns the
 * parser's errors into diagnostics. No node is ever built. Nothing outside the stream is read: DTDs and external entities are left alone;
 * of a document's own entities only short plain ones are expanded.
 *
 * Text and attribute values are valid UTF-8; text has passed ng_text_clean, attribute values may hold what a character reference names. */
#ifndef NG_SAX_H
#define NG_SAX_H

#include "load/decode.h"

typedef struct _NgSax NgSax;
typedef struct _NgSaxRule NgSaxRule;

/* An open element. The driver makes it with its parent's mode; a mode that a start handler sets holds inside the element. What else
 * a loader wants to know when the element ends it writes there itself. */
typedef struct {
  const NgSaxRule *rule; /* NULL: the dialect has none for this element, and its content is taken as its parent's */
  uint32_t mark;
  uint8_t mode;
  uint8_t opened;
  uint8_t kind, level;
} NgSaxFrame;

struct _NgSaxRule {
  const char *name; /* local name */
  void (*start)(void *loader, NgSaxFrame *frame);
  void (*end)(void *loader, NgSaxFrame *frame); /* either may be NULL */
  int detail;                                   /* the handlers' own */
};

typedef struct {
  NgFormat format;
  const NgSaxRule *rules;
  gsize n_rules;
  bool (*is_root)(const char *name, const char *namespace_uri);
  void *(*begin)(NgSax *sax, NgBuilder *builder);
  void (*text)(void *loader, const char *text, gsize bytes);
  void (*finish)(void *loader); /* all elements are closed; frees the loader */
} NgSaxDialect;

/* Reads the whole stream into `builder`. `dialects` is NULL-terminated. False with NG_ERROR_FORMAT if there is no root element or no dialect has it;
 * `source` is for its message. Where many bytes are expected, the parser runs on a thread of its own; handlers are called on the caller's. */
bool ng_sax_run(NgDecoder *decoder, gsize expected_bytes, const NgSaxDialect *const *dialects, NgBuilder *builder,
                const char *source, GError **error);

/* ---- for handlers ---- */

/* The value of an attribute of the element that starts now: by its local name, or "xml:id", "xml:lang". NULL where it has none. Borrowed until
 * the next element starts. */
const char *ng_sax_attribute(NgSax *sax, const char *name);

/* The first of several attributes that is there and not empty, or NULL. `names` is NULL-terminated. */
const char *ng_sax_first_attribute(NgSax *sax, const char *const *names);

/* Where the element that starts now stands in the source, from 1; a column of 0 is unknown. */
void ng_sax_position(NgSax *sax, uint32_t *line, uint32_t *column);

/* The open elements, the outermost first; the last is the current one. Borrowed until the next element starts. */
NgSaxFrame *ng_sax_frames(NgSax *sax, guint *n);

/* The element around `frame`, or NULL. */
NgSaxFrame *ng_sax_parent(NgSax *sax, const NgSaxFrame *frame);

/* Whether the element around `frame` is called `name`; only names that have rules are known. */
bool ng_sax_parent_is(NgSax *sax, const NgSaxFrame *frame, const char *name);

/* Whether any element around `frame` is called `name`. */
bool ng_sax_inside(NgSax *sax, const NgSaxFrame *frame, const char *name);

#endif
