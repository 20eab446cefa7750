/* nutgraf.1, in the man macros. */
#include "cli/configuration.h"
#include "cli/manual.h"
#include "cli/options.h"
#include "config.h"

#include <string.h>

/* Text as roff wants it: no backslash or leading dot of its own, hyphens that stay hyphens. */
static void put_text(const char *text, FILE *out)
{
  if (*text == '.' || *text == '\'')
    fputs("\\&", out);
  for (; *text; text++)
    if (*text == '\\')
      fputs("\\e", out);
    else if (*text == '-')
      fputs("\\-", out);
    else if (*text == '^' || *text == '~' || *text == '`' || *text == '\'')
      fprintf(out, "\\(%s", *text == '^' ? "ha" : *text == '~' ? "ti" : *text == '`' ? "ga" : "aq");
    else
      putc(*text, out);
}

static void put_bold(const char *text, FILE *out)
{
  fputs("\\fB", out);
  put_text(text, out);
  fputs("\\fR", out);
}

static void put_sentence(const char *text, FILE *out)
{
  char first[2] = {g_ascii_toupper(*text), '\0'};
  put_text(first, out);
  put_text(text + 1, out);
  fputs(strchr(".?!", text[strlen(text) - 1]) ? "\n" : ".\n", out);
}

static void put_term(const char *term, FILE *out)
{
  fputs(".TP\n", out);
  put_bold(term, out);
  putc('\n', out);
}

static void synopsis(FILE *out)
{
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  fputs(".SH SYNOPSIS\n", out);
  for (gsize i = 0; i < n; i++) {
    fputs(i ? ".br\n" : "", out);
    put_bold("nutgraf", out);
    if (subcommands[i].name) {
      putc(' ', out);
      put_bold(subcommands[i].name, out);
    }
    fputs(" [\\fIOPTION\\fR...] \\fI", out);
    put_text(subcommands[i].operands, out);
    fputs("\\fR\n", out);
  }
}

static void options_of(const NgSubcommand *subcommand, FILE *out)
{
  gsize n;
  const NgOption *options = ng_option_table(&n);
  for (gsize i = 0; i < n; i++) {
    const NgOption *option = &options[i];
    if ((option->subcommands & 1u << subcommand->id) == 0)
      continue;
    g_autofree char *spelling = ng_option_spelling(option);
    put_term(spelling, out);
    g_autofree char *words = option->choices ? g_strjoinv(", ", (char **)option->choices()) : NULL;
    g_autofree char *help = words ? g_strdup_printf("%s: %s", option->help, words) : g_strdup(option->help);
    put_sentence(help, out);
  }
}

static void subcommands_and_options(FILE *out)
{
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  fputs(".SH SUBCOMMANDS\n", out);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *title = g_strdup_printf("nutgraf %s%s%s", subcommands[i].name ? subcommands[i].name : "",
                                             subcommands[i].name ? " " : "", subcommands[i].operands);
    fputs(".SS \"", out);
    put_text(title, out);
    fputs("\"\n", out);
    put_sentence(subcommands[i].help, out);
    if (subcommands[i].more) {
      put_text(subcommands[i].more, out);
      putc('\n', out);
    }
    options_of(&subcommands[i], out);
  }
}

static void keys(FILE *out)
{
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  fputs(".SH KEYS\nA number typed first repeats those that move; where its first digit is a key, it takes a 0 before: "
        "03n. Each command can also be typed after\n.BR : ,\nby its name or what it alone "
        "begins with.\n",
        out);
  for (NgCommandGroup group = 0; group < NG_N_GROUPS; group++) {
    fputs(".SS \"", out);
    put_text(ng_command_group_head(group), out);
    fputs("\"\n", out);
    for (gsize i = 0; i < n; i++) {
      if (commands[i].group != group)
        continue;
      fputs(".TP\n", out);
      put_bold(*commands[i].keys ? commands[i].keys : ":", out);
      fputs(*commands[i].keys ? " (" : "", out);
      put_text(commands[i].name, out);
      fputs(*commands[i].keys ? ")\n" : "\n", out);
      put_sentence(commands[i].help, out);
    }
  }
}

static void configuration(FILE *out)
{
  gsize n;
  const NgSetting *settings = ng_settings(&n);
  fputs(".SH CONFIGURATION\n"
        ".I $XDG_CONFIG_HOME/nutgraf/config\n"
        "holds lines\n.IR \"NAME \" = \" VALUE\"\nin two groups. What it does not know is an error that names the line "
        "and the\n"
        "nearest known name. Lines that begin with # are remarks.\n"
        ".SS [reader]\n",
        out);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *term = g_strdup_printf("%s = %s", settings[i].name, settings[i].standard);
    g_autofree char *words = settings[i].choices ? g_strjoinv(" or ", (char **)settings[i].choices())
                             : settings[i].kind == NG_SETTING_SWITCH   ? g_strdup("true or false")
                             : settings[i].kind == NG_SETTING_PER_CENT ? g_strdup("from 1 to 100")
                                                                       : NULL;
    g_autofree char *help = words ? g_strdup_printf("%s: %s", settings[i].help, words) : g_strdup(settings[i].help);
    put_term(term, out);
    put_sentence(help, out);
  }
  fputs(".SS [keys]\n"
        "A command's name, as it stands in parentheses above, and its keys, parted by blanks; they replace the ones it "
        "has.\n"
        ".PP\n.nf\n.RS\n[reader]\ntheme = light\n[keys]\nnext\\-mention = n Ctrl\\-J\n.RE\n.fi\n",
        out);
}

/* The grammar stands in model/correction.h too. */
static void corrections(FILE *out)
{
  fputs(".SH CORRECTIONS\n"
        ".I $XDG_CONFIG_HOME/nutgraf/corrections\n"
        "holds what you say of names, a statement a line. It outweighs what sources say and what was found, in every "
        "article, unless it is\n"
        ".B \\-\\-annotate=never\nthat is asked for. The keys = ! and X write it, and U takes back what they wrote "
        "last.\n"
        ".TP\n.IB NAME \" not a name\"\nNobody and nothing is called so.\n"
        ".TP\n.IB NAME \" is a \" KIND\nA person, place, organisation or event, wherever it stands.\n"
        ".TP\n.IB NAME \" same as \" NAME\nBoth mean the second.\n"
        ".TP\n.IB NAME \" not same as \" NAME\nWhere it stands, the first does not mean the second.\n"
        ".TP\n.IB NAME \" place at \" \"LAT LON\"\nDegrees north and degrees east; south and west are negative.\n"
        ".PP\nA name that holds such words or a quotation mark stands in quotation marks, and each in it is doubled. "
        "Lines that begin with # are\n"
        "remarks. A line that is none of these is told with its number.\n",
        out);
}

static void environment(FILE *out)
{
  static const char *const variables[][2] = {
      {"NO_COLOR", "no colours, where it is set and not empty; names are still told apart by bold, "
                   "underline and italics"},
      {"COLORTERM", "truecolor or 24bit: all colours are used, where terminfo has TERM's entry with direct colour"},
      {"BROWSER", "opens links and the article's source"},
      {"VISUAL, EDITOR", "edits the file"},
      {"PAGER", "gets the text where nothing is typed after |"},
      {"NUTGRAF_CONTENT", "a folder with articles/ and schema/ to use instead of those that come with the program"},
  };
  fputs(".SH ENVIRONMENT\n", out);
  for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
    put_term(variables[i][0], out);
    put_sentence(variables[i][1], out);
  }
}

void ng_manual_page(FILE *out)
{
  fprintf(out,
          ".\\\" Made from the tables of the program; changes belong there.\n.TH NUTGRAF 1 \"\" \"nutgraf %s\" \"User "
          "Commands\"\n",
          PACKAGE_VERSION);
  fputs(".SH NAME\nnutgraf \\- read the news and see who is who\n", out);
  synopsis(out);
  fputs(".SH DESCRIPTION\n"
        "Opens articles, marked up in TEI P5 or NITF or plain, and shows the text beside its people, its places and "
        "their relations. From any\n"
        "name the keyboard goes to each place that mentions it. Without a screen the same is printed: as text, as "
        "tables, as JSON.\n"
        ".PP\n"
        "A format is known by its content, never by the name of a file. A file may be compressed with gzip, and\n.B "
        "\\-\nis standard input.\n",
        out);
  subcommands_and_options(out);
  keys(out);
  configuration(out);
  corrections(out);
  fputs(".SH FILES\n"
        ".TP\n.I $XDG_CONFIG_HOME/nutgraf/config\nThe configuration.\n"
        ".TP\n.I $XDG_CONFIG_HOME/nutgraf/corrections\nYour word on names.\n"
        ".TP\n.I $XDG_STATE_HOME/nutgraf/\nWhere each article was left.\n",
        out);
  environment(out);
  fputs(".SH \"EXIT STATUS\"\n"
        ".TP\n.B 0\nDone.\n"
        ".TP\n.B 1\nDone, and nothing was found.\n"
        ".TP\n.B 2\nA fault of usage, input or output, told on standard error in a line\n"
        ".BR \"nutgraf: SOURCE:LINE:COLUMN: message\" ;\nfurther inputs are still read.\n"
        ".SH EXAMPLES\n.nf\nnutgraf article.xml\nnutgraf \\-\\-select Qin article.xml\n"
        "nutgraf mentions \\(dqXi Jinping\\(dq *.xml\n"
        "nutgraf people \\-\\-to csv article.xml\n"
        "nutgraf annotate \\-\\-to spans story.txt\n"
        "nutgraf graph \\-\\-filter 'people weight>=2' \\-\\-to svg *.xml >graph.svg\n.fi\n",
        out);
}
