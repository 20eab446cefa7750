#include "model/correction.h"

#include "model/builder_private.h"
#include "model/error.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A later one may hold an earlier one: of those that begin at the same place the first here is meant. */
static const char *const phrases[NG_N_CORRECTIONS] = {
    [NG_CORRECTION_NOT_A_NAME] = " not a name",    [NG_CORRECTION_IS_A] = " is a ",
    [NG_CORRECTION_NOT_SAME_AS] = " not same as ", [NG_CORRECTION_SAME_AS] = " same as ",
    [NG_CORRECTION_PLACE_AT] = " place at ",
};

static void correction_free(void *p)
{
  NgCorrection *correction = p;
  g_free(correction->name);
  g_free(correction->other);
  g_free(correction);
}

/* ---- reading ---- */

/* The name in quotation marks at `*p`, which moves behind it; NULL if they do not end. */
static char *take_quoted(const char **p)
{
  GString *name = g_string_new(NULL);
  for (const char *c = *p + 1; *c; c++) {
    if (*c == '"' && c[1] != '"') {
      *p = c + 1;
      return g_string_free(name, FALSE);
    }
    c += *c == '"';
    g_string_append_c(name, *c);
  }
  g_string_free(name, TRUE);
  return NULL;
}

/* The name at the line's beginning; the rest begins with the phrase, whose number is put into `kind`. NULL if there is no such thing. */
static char *take_subject(const char **p, NgCorrectionKind *kind)
{
  bool begins_quoted = **p == '"';
  g_autofree char *quoted = begins_quoted ? take_quoted(p) : NULL;
  const char *first = NULL;
  for (int i = 0; i < NG_N_CORRECTIONS; i++) {
    const char *at = strstr(*p, phrases[i]);
    if (!at || (first && at >= first))
      continue;
    first = at;
    *kind = (NgCorrectionKind)i;
  }
  if (!first || (begins_quoted && (!quoted || first != *p)))
    return NULL;
  char *name = quoted ? g_steal_pointer(&quoted) : g_strndup(*p, (gsize)(first - *p));
  *p = first + strlen(phrases[*kind]);
  return name;
}

static bool take_kind(const char *word, NgEntityKind *kind)
{
  for (int i = 0; i < NG_N_ENTITY_KINDS; i++)
    if (strcmp(word, ng_entity_kind_word((NgEntityKind)i)) == 0) {
      *kind = (NgEntityKind)i;
      return true;
    }
  return false;
}

static bool take_position(const char *words, NgCorrection *correction)
{
  char *end;
  correction->lat_deg = g_ascii_strtod(words, &end);
  if (end == words)
    return false;
  const char *second = end + strspn(end, " ,");
  correction->lon_deg = g_ascii_strtod(second, &end);
  return end != second && *end == '\0' && fabs(correction->lat_deg) <= 90 && fabs(correction->lon_deg) <= 180;
}

/* What is wrong with it, or NULL. */
static const char *take_object(const char *rest, NgCorrection *correction)
{
  switch (correction->kind) {
  case NG_CORRECTION_NOT_A_NAME:
    return *rest ? "nothing may follow \"not a name\"" : NULL;
  case NG_CORRECTION_IS_A:
    return take_kind(rest, &correction->is_a) ? NULL : "it must be a person, place, organisation or event";
  case NG_CORRECTION_PLACE_AT:
    return take_position(rest, correction) ? NULL : "it must be degrees north and degrees east: 33.75 -84.39";
  default:
    correction->other = *rest == '"' ? take_quoted(&rest) : g_strdup(rest);
    return correction->other && *correction->other ? NULL : "a name must follow";
  }
}

/* The correction that the line says, or NULL with what is wrong. */
static NgCorrection *correction_of(const char *line, const char **wrong)
{
  NgCorrection *correction = g_new0(NgCorrection, 1);
  const char *p = line;
  correction->name = take_subject(&p, &correction->kind);
  if (!correction->name || !*correction->name)
    *wrong =
        "none of: NAME not a name, NAME is a KIND, NAME same as NAME, NAME not same as NAME, NAME place at LAT LON";
  else
    *wrong = take_object(p, correction);
  if (!*wrong)
    return correction;
  correction_free(correction);
  return NULL;
}

GPtrArray *ng_corrections_read(const char *path, GPtrArray *faults)
{
  GPtrArray *corrections = g_ptr_array_new_with_free_func(correction_free);
  g_autofree char *text = NULL;
  gsize bytes;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, &bytes, &error)) {
    if (faults && !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
      g_ptr_array_add(faults, g_strdup(error->message));
    return corrections;
  }
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *line = ng_text_clean_line(lines[i], strlen(lines[i]));
    const char *wrong = NULL;
    NgCorrection *correction = *line && *line != '#' ? correction_of(line, &wrong) : NULL;
    if (correction)
      g_ptr_array_add(corrections, correction);
    else if (wrong && faults)
      g_ptr_array_add(faults, g_strdup_printf("%s:%u: %s", path, i + 1, wrong));
  }
  return corrections;
}

/* ---- writing ---- */

static bool needs_quotes(const char *name)
{
  g_autofree char *padded = g_strconcat(name, " ", NULL);
  bool phrase = strchr(name, '"') || *name == '#';
  for (int i = 0; i < NG_N_CORRECTIONS; i++)
    phrase = phrase || strstr(padded, phrases[i]);
  return phrase;
}

static void put_name(GString *out, const char *name)
{
  g_autofree char *line = ng_text_clean_line(name, strlen(name));
  if (!needs_quotes(line)) {
    g_string_append(out, line);
    return;
  }
  g_string_append_c(out, '"');
  for (const char *p = line; *p; p++)
    g_string_append_printf(out, *p == '"' ? "\"%c" : "%c", *p);
  g_string_append_c(out, '"');
}

char *ng_correction_line(const NgCorrection *correction)
{
  GString *line = g_string_new(NULL);
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];
  put_name(line, correction->name);
  g_string_append(line, phrases[correction->kind]);
  if (correction->other)
    put_name(line, correction->other);
  if (correction->kind == NG_CORRECTION_IS_A)
    g_string_append(line, ng_entity_kind_word(correction->is_a));
  if (correction->kind == NG_CORRECTION_PLACE_AT)
    g_string_append_printf(line, "%s %s", g_ascii_formatd(lat, sizeof lat, "%.6g", correction->lat_deg),
                           g_ascii_formatd(lon, sizeof lon, "%.7g", correction->lon_deg));
  return g_string_free(line, FALSE);
}

bool ng_correction_write(const char *path, const NgCorrection *correction, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path), *line = ng_correction_line(correction);
  FILE *out = g_mkdir_with_parents(folder, 0700) == 0 ? fopen(path, "a+be") : NULL;
  bool done = out != NULL;
  if (out) {
    bool open_line = fseek(out, -1, SEEK_END) == 0 && fgetc(out) != '\n';
    /* between reading and writing a stream wants a seek */
    done = fseek(out, 0, SEEK_END) == 0 && fprintf(out, "%s%s\n", open_line ? "\n" : "", line) > 0;
    done = fclose(out) == 0 && done;
  }
  if (!done)
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: %s", path, g_strerror(errno));
  return done;
}

bool ng_correction_take_back(const char *path, const char *line, GError **error)
{
  g_autofree char *text = NULL, *last = g_strconcat(line, "\n", NULL);
  gsize bytes = 0;
  if (!g_file_get_contents(path, &text, &bytes, NULL) || !g_str_has_suffix(text, last) ||
      (bytes > strlen(last) && text[bytes - strlen(last) - 1] != '\n')) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: it is not the last line any more", path);
    return false;
  }
  if (truncate(path, (off_t)(bytes - strlen(last))) != 0) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: %s", path, g_strerror(errno));
    return false;
  }
  return true;
}

void ng_builder_correct(NgBuilder *b, GPtrArray *corrections)
{
  g_clear_pointer(&b->corrections, g_ptr_array_unref);
  b->corrections = corrections;
}
