#include "ui/positions.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_NAME "positions"

typedef struct {
  char *path, *entity;
  uint32_t pos, bytes, percent, mention;
} Entry;

struct _NgPositions {
  char *file;
  GPtrArray *entries; /* Entry, the last read first */
  bool changed;
};

static void entry_free(void *p)
{
  Entry *entry = p;
  g_free(entry->path);
  g_free(entry->entity);
  g_free(entry);
}

static bool number(const char *text, uint32_t *value)
{
  guint64 n;
  if (!g_ascii_string_to_unsigned(text, 10, 0, UINT32_MAX, &n, NULL))
    return false;
  *value = (uint32_t)n;
  return true;
}

/* pos, bytes, percent, mention, entity, path, or the same without the mention; none of them holds a tab. */
static void read_line(NgPositions *positions, const char *line)
{
  g_auto(GStrv) parts = g_strsplit(line, "\t", -1);
  guint n = g_strv_length(parts);
  Entry entry = {0};
  if (n < 5 || n > 6 || !number(parts[0], &entry.pos) || !number(parts[1], &entry.bytes) ||
      !number(parts[2], &entry.percent) || !number(n == 6 ? parts[3] : parts[0], &entry.mention) || !*parts[n - 1])
    return;
  entry.entity = g_strdup(parts[n - 2]);
  entry.path = g_strdup(parts[n - 1]);
  g_ptr_array_add(positions->entries, g_memdup2(&entry, sizeof entry));
}

NgPositions *ng_positions_new(const char *state_dir)
{
  NgPositions *positions = g_new0(NgPositions, 1);
  positions->file = g_build_filename(state_dir, FILE_NAME, NULL);
  positions->entries = g_ptr_array_new_with_free_func(entry_free);
  g_autofree char *text = NULL;
  if (!g_file_get_contents(positions->file, &text, NULL, NULL))
    return positions;
  g_auto(GStrv) lines = g_strsplit(text, "\n", NG_POSITIONS_MAX + 1);
  for (guint i = 0; i < NG_POSITIONS_MAX && lines[i]; i++)
    read_line(positions, lines[i]);
  return positions;
}

void ng_positions_free(NgPositions *positions)
{
  if (!positions)
    return;
  g_free(positions->file);
  g_ptr_array_unref(positions->entries);
  g_free(positions);
}

/* Where the article is, wherever the program was started. Only paths on one line are kept. */
static char *canonical(const char *path)
{
  return strpbrk(path, "\n\t") || strcmp(path, "-") == 0 ? NULL : g_canonicalize_filename(path, NULL);
}

static guint find(const NgPositions *positions, const char *path)
{
  for (guint i = 0; path && i < positions->entries->len; i++)
    if (strcmp(((Entry *)g_ptr_array_index(positions->entries, i))->path, path) == 0)
      return i;
  return G_MAXUINT;
}

bool ng_positions_get(const NgPositions *positions, const char *path, NgPosition *position)
{
  g_autofree char *whole = canonical(path);
  guint i = find(positions, whole);
  if (i == G_MAXUINT)
    return false;
  const Entry *entry = g_ptr_array_index(positions->entries, i);
  *position = (NgPosition){entry->pos, entry->bytes, entry->percent, entry->mention, entry->entity};
  return true;
}

void ng_positions_set(NgPositions *positions, const char *path, const NgPosition *position)
{
  g_autofree char *whole = canonical(path);
  if (!whole)
    return;
  guint i = find(positions, whole);
  Entry entry = {g_strdup(whole), g_strdup(position->entity), position->pos,
                 position->bytes, position->percent,          position->mention};
  g_strdelimit(entry.entity, "\t\n", ' ');
  g_ptr_array_insert(positions->entries, 0, g_memdup2(&entry, sizeof entry));
  if (i != G_MAXUINT)
    g_ptr_array_remove_index(positions->entries, i + 1);
  if (positions->entries->len > NG_POSITIONS_MAX)
    g_ptr_array_set_size(positions->entries, NG_POSITIONS_MAX);
  positions->changed = true;
}

void ng_positions_save(NgPositions *positions)
{
  if (!positions->changed)
    return;
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < positions->entries->len; i++) {
    const Entry *entry = g_ptr_array_index(positions->entries, i);
    g_string_append_printf(text, "%u\t%u\t%u\t%u\t%s\t%s\n", entry->pos, entry->bytes, entry->percent, entry->mention,
                           entry->entity, entry->path);
  }
  g_autofree char *dir = g_path_get_dirname(positions->file);
  if (g_mkdir_with_parents(dir, 0700) == 0 && g_file_set_contents_full(positions->file, text->str, (gssize)text->len,
                                                                       G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    positions->changed = false;
}
