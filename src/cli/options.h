/* What can be said on the command line: one table of subcommands, one of options. The parser, --help, the manual page and the completions of the
 * shells are all made from these two. */
#ifndef NG_OPTIONS_H
#define NG_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

typedef struct _NgOptions NgOptions;

typedef enum {
  NG_SUBCOMMAND_READ, /* the reader: what runs where no subcommand is named */
  NG_SUBCOMMAND_SHOW,
  NG_SUBCOMMAND_PEOPLE,
  NG_SUBCOMMAND_PLACES,
  NG_SUBCOMMAND_ORGANISATIONS,
  NG_SUBCOMMAND_RELATIONS,
  NG_SUBCOMMAND_MENTIONS,
  NG_SUBCOMMAND_EXPORT,
  NG_SUBCOMMAND_ANNOTATE,
  NG_SUBCOMMAND_GRAPH,
  NG_SUBCOMMAND_MAP,
  NG_SUBCOMMAND_CHECK,
  NG_N_SUBCOMMANDS
} NgSubcommandId;

typedef struct {
  NgSubcommandId id;
  const char *name;     /* NULL: the reader */
  const char *operands; /* "NAME FILE..." */
  guint least_operands;
  const char *help;                     /* a line, without a full stop */
  const char *more;                     /* what the manual adds, in sentences; or NULL */
  int (*run)(const NgOptions *options); /* returns the exit status */
} NgSubcommand;

typedef enum { NG_OPTION_FLAG, NG_OPTION_NUMBER, NG_OPTION_WORD, NG_OPTION_FILE } NgOptionKind;

typedef struct {
  const char *name;
  char letter; /* or '\0' */
  NgOptionKind kind;
  gsize field;          /* offset into NgOptions: gboolean, int or char * */
  const char *argument; /* what stands after `=`: "COLS"; NULL for a flag */
  const char *help;
  const char *const *(*choices)(void); /* the words it may be, NULL-terminated and static; NULL: any */
  unsigned subcommands;                /* bits 1 << NgSubcommandId */
} NgOption;

/* One command line, parsed. Words are bytes as the shell gave them: clean them before they are shown. */
struct _NgOptions {
  const NgSubcommand *subcommand;
  char **operands; /* NULL-terminated, never NULL */
  int width_cols;  /* 0: not given */
  char *annotate, *colour, *filter, *to, *select, *theme, *config;
  gboolean ascii, stats, linear, mouse, version, help;
};

/* The tables; `n` gets their length. Static. */
const NgSubcommand *ng_subcommands(gsize *n);
const NgOption *ng_option_table(gsize *n);

/* Parses the command line. NULL with `error` (NG_ERROR_USAGE). The caller frees it. */
NgOptions *ng_options_parse(char *const *argv, GError **error);
void ng_options_free(NgOptions *parsed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgOptions, ng_options_free)

/* What --annotate may be, NULL-terminated. Static. */
const char *const *ng_annotate_words(void);

/* The usage of one subcommand (of the reader: of all), as --help prints it. The caller frees it. */
char *ng_options_help(const NgSubcommand *subcommand);

/* "--width=COLS", "-h, --help". The caller frees it. */
char *ng_option_spelling(const NgOption *option);

#endif
