/* Keys: how they are named, and which command each one means.
 *
 * A key is what the terminal sends as one: a character, or one of curses' function keys, as wget_wch tells them apart. Its name is
 * what the configuration, the help and the man page write: `j`, `G`, `Space`, `Ctrl-D`, `Shift-Tab`, `PgDn`, `F1`. */
#ifndef NG_KEYS_H
#define NG_KEYS_H

#include "ui/commands.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* A character as its code point; a function key as NG_KEY_FUNCTION + its curses code. */
typedef uint32_t NgKey;

#define NG_KEY_FUNCTION 0x200000u
#define NG_KEY_NONE     0u

/* The key called `name`, which need not be NUL-terminated at `bytes`; NG_KEY_NONE if there is none. Names of more than one character are known
 * in any case. */
NgKey ng_key_parse(const char *name, gsize bytes);

/* Its name. The caller frees it. */
char *ng_key_name(NgKey key);

typedef struct _NgKeymap NgKeymap;

/* The keys of the command table. The caller frees it. */
NgKeymap *ng_keymap_new(void);
void ng_keymap_free(NgKeymap *keymap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgKeymap, ng_keymap_free)

/* Gives a command the keys named in `keys` (parted by blanks) instead of those it had; they are taken from other commands of the same
 * context. False with `error` (NG_ERROR_USAGE) for a name that is no key; the keymap is then as before. */
bool ng_keymap_bind(NgKeymap *keymap, NgCommandId command, const char *keys, GError **error);

/* What the key means where the contexts `contexts` (NG_CONTEXT_* together) hold: the most particular one wins. NG_COMMAND_NONE if nothing. */
NgCommandId ng_keymap_look_up(const NgKeymap *keymap, NgKey key, unsigned contexts);

/* The first key of a command as a status line names it, or "" where it has none. Lives as long as the keymap is unchanged. */
const char *ng_keymap_first(const NgKeymap *keymap, NgCommandId command);

/* All keys of a command, parted by blanks. The caller frees it. */
char *ng_keymap_all(const NgKeymap *keymap, NgCommandId command);

#endif
