/* The reader's configuration: a key file with a group [reader] of settings and a group [keys] that binds commands to keys.
 *
 *   [reader]
 *   theme = light
 *   [keys]
 *   next-mention = n Ctrl-J
 *
 * Whatever it does not know is an error that names the file, the line and the known name spelt most alike. */
#ifndef NG_CONFIGURATION_H
#define NG_CONFIGURATION_H

#include "ui/keys.h"

typedef struct {
  char *theme, *annotate; /* or NULL */
  gboolean ascii, mouse, background, remember_positions;
  int weak_below; /* per cent */
  NgKeymap *keymap;
} NgConfig;

typedef enum { NG_SETTING_SWITCH, NG_SETTING_THEME, NG_SETTING_WORD, NG_SETTING_PER_CENT } NgSettingKind;

typedef struct {
  const char *name;
  NgSettingKind kind;
  gsize field;          /* offset into NgConfig: gboolean, char * or int */
  const char *standard; /* what holds where the file does not say */
  const char *help;
  const char *const *(*choices)(void); /* of a word: what it may be, NULL-terminated and static */
} NgSetting;

/* The settings of [reader]; `n` gets their length. Static. */
const NgSetting *ng_settings(gsize *n);

/* What holds without a file. The caller frees it. */
NgConfig *ng_config_new(void);
void ng_config_free(NgConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgConfig, ng_config_free)

/* Reads `path` into `config`. False with `error` (NG_ERROR_READ, NG_ERROR_USAGE); what stood before the fault then holds. */
bool ng_config_read(NgConfig *config, const char *path, GError **error);

/* $XDG_CONFIG_HOME/nutgraf/config. The caller frees it. */
char *ng_config_path(void);

#endif
