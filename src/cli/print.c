/* What prints whole articles: show, people, places, organisations, relations, export, and the reader's --linear. */
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "export/export.h"

#include <string.h>

/* Longer lines are hard to read; a table has no such end but that of the widest screen. */
#define PROSE_COLS      80
#define MOST_TABLE_COLS 1000

typedef struct {
  int cols;
  bool colour;
  bool begun; /* something stands above */
} Prose;

static void part_from_last(Prose *prose)
{
  if (prose->begun)
    putc_unlocked('\n', stdout);
  prose->begun = true;
}

static gsize show(const NgArticle *article, gpointer user)
{
  Prose *prose = user;
  part_from_last(prose);
  ng_export_text(article, prose->cols, prose->colour, stdout);
  return 1;
}

static gsize linear(const NgArticle *article, gpointer user)
{
  Prose *prose = user;
  part_from_last(prose);
  ng_export_linear(article, prose->cols, stdout);
  return 1;
}

/* The operands; for none, what comes with the program, or NULL, reported. */
static char **paths_of(const NgOptions *options)
{
  if (*options->operands)
    return g_strdupv(options->operands);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) paths = ng_content_articles(&error);
  if (*paths)
    return g_steal_pointer(&paths);
  ng_report("%s", error->message);
  return NULL;
}

static int print_prose(const NgOptions *options, NgEachArticle each)
{
  ng_output_begin();
  g_auto(GStrv) paths = paths_of(options);
  Prose prose = {ng_output_cols(options->width_cols, PROSE_COLS), ng_output_colour(options->colour), false};
  return paths ? ng_inputs_each(options, paths, each, &prose) : NG_EXIT_BAD;
}

int ng_run_show(const NgOptions *options)
{
  return print_prose(options, show);
}

int ng_run_linear(const NgOptions *options)
{
  return print_prose(options, linear);
}

typedef struct {
  NgTableSubject subject;
  NgTableStyle style;
  NgAligned *aligned; /* rows that wait for those of further articles; NULL: none */
} Table;

static gsize table(const NgArticle *article, gpointer user)
{
  Table *asked = user;
  if (asked->style.format == NG_TABLE_ALIGNED)
    return ng_export_gather(&asked->aligned, article, asked->subject);
  gsize rows = ng_export_table(article, asked->subject, &asked->style, stdout);
  if (rows > 0)
    asked->style.head = false;
  return rows;
}

static NgTableFormat format_of(const char *word)
{
  if (!word)
    return NG_TABLE_ALIGNED;
  return strcmp(word, "json") == 0 ? NG_TABLE_JSON : strcmp(word, "csv") == 0 ? NG_TABLE_CSV : NG_TABLE_TSV;
}

static NgTableSubject subject_of(NgSubcommandId id)
{
  switch (id) {
  case NG_SUBCOMMAND_PLACES:
    return NG_TABLE_PLACES;
  case NG_SUBCOMMAND_ORGANISATIONS:
    return NG_TABLE_ORGANISATIONS;
  case NG_SUBCOMMAND_RELATIONS:
    return NG_TABLE_RELATIONS;
  default:
    return NG_TABLE_PEOPLE;
  }
}

int ng_run_table(const NgOptions *options)
{
  ng_output_begin();
  /* Nothing is cut in a pipe, where no one looks. */
  bool cut = options->width_cols > 0 || ng_output_is_terminal();
  Table asked = {subject_of(options->subcommand->id),
                 {format_of(options->to), cut ? ng_output_cols(options->width_cols, MOST_TABLE_COLS) : 0, true},
                 NULL};
  int status = ng_inputs_each(options, options->operands, table, &asked);
  g_autoptr(NgAligned) aligned = asked.aligned;
  ng_export_gathered(aligned, &asked.style, stdout);
  return ng_output_flush() ? status : NG_EXIT_BAD;
}

static gsize export_json(const NgArticle *article, gpointer user)
{
  (void)user;
  ng_export_json(article, stdout);
  return 1;
}

static gsize export_tei(const NgArticle *article, gpointer user)
{
  (void)user;
  ng_export_tei(article, stdout);
  return 1;
}

int ng_run_export(const NgOptions *options)
{
  ng_output_begin();
  bool tei = g_strcmp0(options->to, "tei") == 0;
  return ng_inputs_each(options, options->operands, tei ? export_tei : export_json, NULL);
}
