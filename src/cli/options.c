#include "cli/options.h"

#include "cli/subcommands.h"
#include "model/error.h"
#include "ui/ui.h"

#include <string.h>

#define LEAST_COLS  20
#define MOST_COLS   1000

#define FIELD(name) G_STRUCT_OFFSET(NgOptions, name)
#define IN(id)      (1u << NG_SUBCOMMAND_##id)
#define TABLES      (IN(PEOPLE) | IN(PLACES) | IN(ORGANISATIONS) | IN(RELATIONS))
#define ALL         ((1u << NG_N_SUBCOMMANDS) - 1)

static const char *const *colour_words(void)
{
  static const char *const words[] = {"auto", "always", "never", NULL};
  return words;
}

const char *const *ng_annotate_words(void)
{
  static const char *const words[] = {"auto", "always", "never", NULL};
  return words;
}

static const char *const *table_words(void)
{
  static const char *const words[] = {"json", "csv", "tsv", NULL};
  return words;
}

static const char *const *export_words(void)
{
  static const char *const words[] = {"json", "tei", NULL};
  return words;
}

static const char *const *annotated_words(void)
{
  static const char *const words[] = {"tei", "json", "spans", NULL};
  return words;
}

static const char *const *graph_words(void)
{
  static const char *const words[] = {"text",    "dot",     "graphml", "gexf", "csv",
                                      "json-ld", "mermaid", "svg",     "png",  NULL};
  return words;
}

static const char *const *map_words(void)
{
  static const char *const words[] = {"text", "geojson", "kml", "svg", NULL};
  return words;
}

static const NgSubcommand subcommands[] = {
    {NG_SUBCOMMAND_READ, NULL, "[FILE...]", 0, "open articles in the reader",
     "Several files open in a list; without any, the articles that come with the program do. Where standard output is "
     "no "
     "terminal, this does what show does.",
     ng_run_read},
    {NG_SUBCOMMAND_SHOW, "show", "FILE...", 1, "print articles as wrapped text, with a legend of who is named", NULL,
     ng_run_show},
    {NG_SUBCOMMAND_PEOPLE, "people", "FILE...", 1, "list the people", NULL, ng_run_table},
    {NG_SUBCOMMAND_PLACES, "places", "FILE...", 1, "list the places", NULL, ng_run_table},
    {NG_SUBCOMMAND_ORGANISATIONS, "organisations", "FILE...", 1, "list the organisations", NULL, ng_run_table},
    {NG_SUBCOMMAND_RELATIONS, "relations", "FILE...", 1, "list who is related to whom, and how", NULL, ng_run_table},
    {NG_SUBCOMMAND_MENTIONS, "mentions", "NAME FILE...", 2, "print each mention of a name, in its sentence",
     "The name is an id, a name or an alias, or one word of it where only one entity has it. Each line begins "
     "FILE:LINE: as "
     "grep's do.",
     ng_run_mentions},
    {NG_SUBCOMMAND_EXPORT, "export", "FILE...", 1, "print articles as JSON, one a line, or as TEI",
     "TEI holds all that the JSON does: loaded again it is the same article.", ng_run_export},
    {NG_SUBCOMMAND_ANNOTATE, "annotate", "FILE...", 1,
     "find names and relations, and print the articles with them marked",
     "What the source marks stands; names are looked for in what it leaves. TEI and JSON are those of export. Spans "
     "are of plain texts: a JSON "
     "object a line, {\"doc\", \"start\", \"end\", \"type\", \"entity\"} for a name (PER, LOC or ORG) and {\"doc\", "
     "\"relation\", \"subject\", "
     "\"object\"} for a relation, whose two ends are [start, end]; positions count the characters of the file as it "
     "stands.",
     ng_run_annotate},
    {NG_SUBCOMMAND_GRAPH, "graph", "FILE...", 1, "print the graph of who has to do with whom in all the articles",
     "An entity that several articles name is one. A filter holds kinds of entity (people places organisations "
     "events), "
     "kinds of edge (marked annotated co-mention), a least weight in sentences (weight>=2) and labels of relations in "
     "quotation marks. Pictures are drawn by Graphviz.",
     ng_run_graph},
    {NG_SUBCOMMAND_MAP, "map", "FILE...", 1, "print where the places of articles lie, as a table or as a map",
     "A place that several articles name is one. Places without coordinates stand in the table alone; coordinates that "
     "are none of the "
     "globe are refused, and told.",
     ng_run_map},
    {NG_SUBCOMMAND_CHECK, "check", "FILE...", 1, "check the mark-up",
     "Validates against the schema of the recommended mark-up, and names every pointer that leads nowhere and every "
     "record that is never mentioned.",
     ng_run_check},
};

static const NgOption options[] = {
    {"width", 0, NG_OPTION_NUMBER, FIELD(width_cols), "COLS", "lines of at most so many columns", NULL,
     IN(READ) | IN(SHOW) | TABLES},
    {"color", 0, NG_OPTION_WORD, FIELD(colour), "WHEN", "colour the names; auto: on a terminal, unless NO_COLOR is set",
     colour_words, IN(READ) | IN(SHOW) | IN(MENTIONS)},
    {"to", 0, NG_OPTION_WORD, FIELD(to), "FORMAT", "print for programs", table_words, TABLES},
    {"to", 0, NG_OPTION_WORD, FIELD(to), "FORMAT", "the format", export_words, IN(EXPORT)},
    {"to", 0, NG_OPTION_WORD, FIELD(to), "FORMAT", "the format", annotated_words, IN(ANNOTATE)},
    {"to", 0, NG_OPTION_WORD, FIELD(to), "FORMAT", "the format", graph_words, IN(GRAPH)},
    {"stats", 0, NG_OPTION_FLAG, FIELD(stats), NULL, "print the measures of each node instead, as text or csv", NULL,
     IN(GRAPH)},
    {"filter", 0, NG_OPTION_WORD, FIELD(filter), "WORDS",
     "print this of it only, such as 'people weight>=2 \"met with\"'", NULL, IN(GRAPH)},
    {"to", 0, NG_OPTION_WORD, FIELD(to), "FORMAT", "the format", map_words, IN(MAP)},
    {"annotate", 0, NG_OPTION_WORD, FIELD(annotate), "WHEN",
     "find the names of a text; auto: where no person and no place is marked", ng_annotate_words,
     ALL & ~IN(CHECK) & ~IN(ANNOTATE)},
    {"select", 0, NG_OPTION_WORD, FIELD(select), "NAME", "select this name at its first mention", NULL, IN(READ)},
    {"theme", 0, NG_OPTION_WORD, FIELD(theme), "THEME", "the colours", ng_ui_themes, IN(READ)},
    {"ascii", 0, NG_OPTION_FLAG, FIELD(ascii), NULL, "no box characters", NULL, IN(READ)},
    {"linear", 0, NG_OPTION_FLAG, FIELD(linear), NULL, "print text, names and relations in plain lines", NULL,
     IN(READ)},
    {"mouse", 0, NG_OPTION_FLAG, FIELD(mouse), NULL, "let the wheel scroll and a click select", NULL, IN(READ)},
    {"config", 0, NG_OPTION_FILE, FIELD(config), "FILE", "read this configuration instead of the user's", NULL,
     IN(READ)},
    {"version", 'V', NG_OPTION_FLAG, FIELD(version), NULL, "print the version", NULL, IN(READ)},
    {"help", 'h', NG_OPTION_FLAG, FIELD(help), NULL, "print this help", NULL, ALL},
};

const NgSubcommand *ng_subcommands(gsize *n)
{
  *n = G_N_ELEMENTS(subcommands);
  return subcommands;
}

const NgOption *ng_option_table(gsize *n)
{
  *n = G_N_ELEMENTS(options);
  return options;
}

/* ---- parsing ---- */

static bool belongs(const NgOption *option, const NgSubcommand *subcommand)
{
  return (option->subcommands & 1u << subcommand->id) != 0;
}

static const NgSubcommand *subcommand_of(char *const *argv)
{
  for (gsize i = 0; argv[0] && argv[1] && i < G_N_ELEMENTS(subcommands); i++)
    if (g_strcmp0(subcommands[i].name, argv[1]) == 0)
      return &subcommands[i];
  return &subcommands[NG_SUBCOMMAND_READ];
}

static void add_entries(GOptionContext *context, NgOptions *parsed)
{
  GOptionEntry entries[G_N_ELEMENTS(options) + 2] = {0};
  gsize n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
    if (!belongs(&options[i], parsed->subcommand))
      continue;
    static const GOptionArg args[] = {
        [NG_OPTION_FLAG] = G_OPTION_ARG_NONE,
        [NG_OPTION_NUMBER] = G_OPTION_ARG_INT,
        [NG_OPTION_WORD] = G_OPTION_ARG_FILENAME, /* bytes as they are: the locale's encoding is not ours to judge */
        [NG_OPTION_FILE] = G_OPTION_ARG_FILENAME,
    };
    entries[n++] = (GOptionEntry){.long_name = options[i].name,
                                  .short_name = options[i].letter,
                                  .arg = args[options[i].kind],
                                  .arg_data = G_STRUCT_MEMBER_P(parsed, options[i].field)};
  }
  entries[n] = (GOptionEntry){
      .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_FILENAME_ARRAY, .arg_data = &parsed->operands};
  g_option_context_add_main_entries(context, entries, NULL);
}

static bool in_choices(const NgOption *option, const NgOptions *parsed, GError **error)
{
  const char *word = option->choices ? G_STRUCT_MEMBER(char *, parsed, option->field) : NULL;
  if (!word || g_strv_contains(option->choices(), word))
    return true;
  g_autofree char *words = g_strjoinv(" or ", (char **)option->choices());
  g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "--%s=%s: it must be %s", option->name, word, words);
  return false;
}

static bool fits(const NgOptions *parsed, bool width_given, GError **error)
{
  const NgSubcommand *subcommand = parsed->subcommand;
  for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
    if (belongs(&options[i], subcommand) && !in_choices(&options[i], parsed, error))
      return false;
  if (width_given && (parsed->width_cols < LEAST_COLS || parsed->width_cols > MOST_COLS)) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "--width=%d: it must be from %d to %d", parsed->width_cols, LEAST_COLS,
                MOST_COLS);
    return false;
  }
  if (!parsed->help && g_strv_length(parsed->operands) < subcommand->least_operands) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "usage: nutgraf %s [OPTION...] %s", subcommand->name,
                subcommand->operands);
    return false;
  }
  return true;
}

NgOptions *ng_options_parse(char *const *argv, GError **error)
{
  g_autoptr(NgOptions) parsed = g_new0(NgOptions, 1);
  parsed->subcommand = subcommand_of(argv);
  parsed->width_cols = G_MININT;
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  g_ptr_array_add(words, "nutgraf");
  for (gsize i = parsed->subcommand->name ? 2 : 1; argv[0] && argv[i]; i++)
    g_ptr_array_add(words, argv[i]);
  int n_words = (int)words->len;
  g_ptr_array_add(words, NULL);

  g_autoptr(GOptionContext) context = g_option_context_new(NULL);
  g_option_context_set_help_enabled(context, FALSE);
  add_entries(context, parsed);
  char **left = (char **)words->pdata;
  g_autoptr(GError) problem = NULL;
  bool parses = g_option_context_parse(context, &n_words, &left, &problem);
  if (!parsed->operands)
    parsed->operands = g_new0(char *, 1);
  if (!parses) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "%s", problem->message);
    return NULL;
  }
  bool width_given = parsed->width_cols != G_MININT;
  if (!fits(parsed, width_given, error))
    return NULL;
  if (!width_given)
    parsed->width_cols = 0;
  return g_steal_pointer(&parsed);
}

void ng_options_free(NgOptions *parsed)
{
  if (!parsed)
    return;
  g_strfreev(parsed->operands);
  g_free(parsed->annotate);
  g_free(parsed->colour);
  g_free(parsed->filter);
  g_free(parsed->to);
  g_free(parsed->select);
  g_free(parsed->theme);
  g_free(parsed->config);
  g_free(parsed);
}

/* ---- help ---- */

char *ng_option_spelling(const NgOption *option)
{
  g_autofree char *letter = option->letter ? g_strdup_printf("-%c, ", option->letter) : g_strdup("");
  return g_strdup_printf("%s--%s%s%s", letter, option->name, option->argument ? "=" : "",
                         option->argument ? option->argument : "");
}

static void add_usage(GString *help, const NgSubcommand *subcommand)
{
  g_string_append_printf(help, "nutgraf %s%s[OPTION...] %s\n", subcommand->name ? subcommand->name : "",
                         subcommand->name ? " " : "", subcommand->operands);
}

static void add_options(GString *help, const NgSubcommand *subcommand)
{
  g_string_append(help, "\nOptions:\n");
  for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
    const NgOption *option = &options[i];
    if (!belongs(option, subcommand))
      continue;
    g_autofree char *spelling = ng_option_spelling(option);
    g_string_append_printf(help, "  %-16s %s", spelling, option->help);
    g_autofree char *words = option->choices ? g_strjoinv(", ", (char **)option->choices()) : NULL;
    g_string_append_printf(help, words ? ": %s\n" : "\n", words);
  }
}

char *ng_options_help(const NgSubcommand *subcommand)
{
  GString *help = g_string_new("usage: ");
  add_usage(help, subcommand);
  for (gsize i = 1; !subcommand->name && i < G_N_ELEMENTS(subcommands); i++) {
    g_string_append(help, "       ");
    add_usage(help, &subcommands[i]);
  }
  g_string_append_c(help, '\n');
  for (gsize i = 0; !subcommand->name && i < G_N_ELEMENTS(subcommands); i++)
    g_string_append_printf(help, "  %-16s %s\n", subcommands[i].name ? subcommands[i].name : "(none)",
                           subcommands[i].help);
  if (subcommand->name)
    g_string_append_printf(help, "%c%s.\n", g_ascii_toupper(subcommand->help[0]), subcommand->help + 1);
  add_options(help, subcommand);
  g_string_append(help,
                  "\nA FILE may be - for standard input. The keys of the reader: press ? there, or man nutgraf.\n");
  return g_string_free(help, FALSE);
}
