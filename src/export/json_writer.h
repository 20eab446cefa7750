/* JSON as a stream: no tree is kept, so that a book costs no more memory than a story.
 *
 * Commas are put by the writer; the caller opens, closes and names in the right order. Strings are UTF-8. */
#ifndef NG_JSON_WRITER_H
#define NG_JSON_WRITER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct {
  FILE *out;
  bool comma; /* a value stands before, in the same array or object */
} NgJson;

void ng_json_open(NgJson *json, char bracket);   /* '{' or '[' */
void ng_json_close(NgJson *json, char bracket);  /* '}' or ']' */
void ng_json_key(NgJson *json, const char *key); /* a word that needs no escape */

/* Values. A NULL text is null, and so is a number that is not finite. */
void ng_json_string(NgJson *json, const char *text);
void ng_json_bytes(NgJson *json, const char *text, gsize bytes);
void ng_json_strings(NgJson *json, const char *const *texts);
void ng_json_uint(NgJson *json, uint32_t number);
void ng_json_double(NgJson *json, double number);
void ng_json_bool(NgJson *json, bool value);

/* A key with its value. */
void ng_json_put_string(NgJson *json, const char *key, const char *text);
void ng_json_put_uint(NgJson *json, const char *key, uint32_t number);

#endif
