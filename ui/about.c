/* What is open: where it comes from and what is in it; and what shows it. */
#include "ui/overlays.h"

#include "config.h"
#include "model/phrase.h"

#include <string.h>

#define LABEL_COLS 14

typedef struct {
  const char *label; /* NULL: a head, with `text` as its title */
  char *text;
} Line;

typedef struct {
  NgOverlay base;
  GArray *lines;             /* Line */
  int top, all_rows, height; /* what is scrolled, as of the last drawing */
} About;

static void line_clear(void *p)
{
  g_free(((Line *)p)->text);
}

/* ---- what is said ---- */

/* Takes `text` over; NULL or "" says nothing. */
static void add(GArray *lines, const char *label, char *text)
{
  Line line = {label, text};
  if (text && *text)
    g_array_append_val(lines, line);
  else
    g_free(text);
}

static void add_clean(GArray *lines, const char *label, const char *text)
{
  if (text)
    add(lines, label, ng_text_clean_line(text, strlen(text)));
}

static char *names_text(const NgArticle *article)
{
  GString *text = g_string_new(NULL);
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    uint32_t n;
    ng_article_ranked(article, kind, &n);
    if (n)
      g_string_append_printf(text, "%s%u %s", text->len ? ", " : "", n, ng_phrase_kind(kind, n));
  }
  uint32_t mentions;
  ng_article_mentions(article, &mentions);
  if (mentions)
    g_string_append_printf(text, ", in %u %s", mentions, mentions == 1 ? "mention" : "mentions");
  return g_string_free(text, FALSE);
}

/* The number of the last paragraph. Notes may hang anywhere. */
static uint32_t n_paragraphs(const NgArticle *article)
{
  uint32_t n, number = 0;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  while (n-- > 0 && number == 0)
    if (blocks[n].kind != NG_BLOCK_NOTE)
      number = ng_article_paragraph_number(article, n);
  return number;
}

static char *text_text(const NgArticle *article)
{
  uint32_t n, bytes, headings = 0;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  for (uint32_t i = 0; i < n; i++)
    headings += blocks[i].kind == NG_BLOCK_HEADING;
  ng_article_text(article, &bytes);
  g_autofree char *size =
      g_format_size(bytes); /* its characters would have to be counted, which takes long in a book */
  g_autofree char *paragraphs_text = ng_phrase_count(n_paragraphs(article), "paragraph", "paragraphs");
  g_autofree char *headings_text = ng_phrase_count(headings, "heading", "headings");
  return g_strdup_printf("%s, %s, %s", paragraphs_text, headings_text, size);
}

static void add_article(GArray *lines, const NgArticle *article)
{
  const NgHead *head = ng_article_head(article);
  uint32_t n, total, relations;
  ng_article_diagnostics(article, &n, &total);
  ng_article_relations(article, &relations);
  g_autofree char *format = g_ascii_strup(ng_format_word(head->format), -1);
  g_autofree char *keywords = g_strjoinv(", ", (char **)head->keywords);
  add(lines, NULL, g_strdup("This article"));
  add_clean(lines, "Title", head->title);
  add_clean(lines, "By", head->byline);
  add(lines, "Date", head->date ? ng_phrase_date(head->date) : NULL);
  add_clean(lines, "Place", head->dateline);
  add_clean(lines, "Published by", head->publisher);
  add_clean(lines, "Licence", head->licence);
  add_clean(lines, "Language", head->language);
  add_clean(lines, "Keywords", keywords);
  add_clean(lines, "Address", head->url);
  add_clean(lines, "File", head->source);
  add(lines, "Format", g_steal_pointer(&format));
  add(lines, "Text", text_text(article));
  add(lines, "Names", names_text(article));
  add(lines, "Relations",
      relations ? g_strdup_printf("%u %s", relations, ng_phrase_relations(article)) : g_strdup("none"));
  add(lines, "Problems", total ? ng_phrase_count(total, "problem", "problems") : g_strdup("none"));
}

static void add_program(GArray *lines, guint n_articles)
{
  add(lines, NULL, g_strdup(PACKAGE_NAME));
  add(lines, "Version", g_strdup(PACKAGE_VERSION));
  add(lines, "Licence", g_strdup("MIT"));
  if (n_articles > 1)
    add(lines, "Open", ng_phrase_count(n_articles, "article", "articles"));
  add(lines, "Names",
      g_strdup(
          "People, places, organisations and relations are those that an article’s own mark-up tells. Where it marks "
          "no person and no place, and in plain text, the annotator finds them by its rules and says how sure it is. "
          "Who is named in one sentence with whom is counted."));
  add(lines, "Lexicon",
      g_strdup(
          "What the annotator knows of words: GeoNames (geonames.org, CC BY 4.0), WordNet 3.0 (WordNet licence), "
          "iso-codes (LGPL 2.1 or later), SCOWL (permissive), i18n-nationality and cspell’s names of people (MIT), "
          "first names of stdlib (Apache 2.0). Only facts are taken."));
  add(lines, "Geography",
      g_strdup(
          "Where places lie that an article does not locate: GeoNames (geonames.org), CC BY 4.0. Countries, coasts and "
          "borders: Natural Earth, in the public domain."));
  add(lines, "Bundled",
      g_strdup("The articles and the schema that come with the program are in the public domain (CC0 1.0)."));
}

/* ---- drawing ---- */

/* Draws a line's text, wrapped, from row `at` on (rows outside of `rect` are left out); returns the rows it fills. */
static int draw_wrapped(const Line *line, NgCanvas *canvas, NgRect rect, int at)
{
  int indent = rect.cols >= 2 * LABEL_COLS ? LABEL_COLS : 0, cols = MAX(rect.cols - indent, 1);
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(line->text, strlen(line->text), cols, cols, rows);
  if (indent && at >= 0 && at < rect.rows)
    ng_canvas_put_cut(canvas, rect.row + at, rect.col, LABEL_COLS - 1, NG_ROLE_DIM, line->label);
  for (guint i = 0; i < rows->len; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    int to = at + (int)i;
    if (to >= 0 && to < rect.rows)
      ng_canvas_put(canvas, rect.row + to, rect.col + indent, cols, NG_ROLE_TEXT, line->text + row.start,
                    row.end - row.start);
  }
  return (int)rows->len;
}

/* Draws all lines, the first of them `top` rows above `rect`; returns how many rows they fill. */
static int draw_lines(const About *about, NgCanvas *canvas, NgRect rect)
{
  int at = -about->top;
  for (guint i = 0; i < about->lines->len; i++) {
    const Line *line = &g_array_index(about->lines, Line, i);
    if (line->label) {
      at += draw_wrapped(line, canvas, rect, at);
      continue;
    }
    at += i > 0;
    NgHeadLine head = {.title = line->text};
    if (at >= 0 && at < rect.rows)
      ng_head_draw(&head, canvas, rect.row + at, rect.col, rect.cols);
    at++;
  }
  return at + about->top;
}

static void about_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  About *about = (About *)overlay;
  (void)reader;
  int cols = canvas->cols, margin = cols < 60 ? 0 : cols < 100 ? 1 : 2;
  int first = canvas->rows >= 12 ? 2 : canvas->rows >= 8 ? 1 : 0, rows = MAX(canvas->rows - first - 1, 1);
  NgHeadLine head = {.title = "About", .focus = true};
  if (first > 0)
    ng_head_draw(&head, canvas, 0, margin, cols - 2 * margin);
  NgRect rect = {first, margin, rows, MIN(cols - 2 * margin, 86)};
  about->height = rows;
  about->top = CLAMP(about->top, 0, MAX(about->all_rows - rows, 0));
  about->all_rows = draw_lines(about, canvas, rect);
}

/* ---- commands ---- */

static NgOutcome about_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  About *about = (About *)overlay;
  (void)reader;
  return ng_overlay_scroll(&about->top, about->all_rows, about->height, command, count) ? NG_DONE : NG_NOT_MINE;
}

static void about_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status,
                         GPtrArray *hold)
{
  (void)overlay;
  (void)reader;
  (void)hold;
  status->name = "About";
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_PROMPT), "command"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void about_free(NgOverlay *overlay)
{
  g_array_unref(((About *)overlay)->lines);
  g_free(overlay);
}

static const NgOverlayOps about_ops = {
    .whole = true, .draw = about_draw, .command = about_command, .status = about_status, .free = about_free};

NgOverlay *ng_about_new(NgReader *reader, const NgOverlayContext *context)
{
  About *about = g_new0(About, 1);
  about->base.ops = &about_ops;
  about->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  g_array_set_clear_func(about->lines, line_clear);
  if (reader)
    add_article(about->lines, reader->article);
  add_program(about->lines, context->shelf ? context->shelf->items->len : 0);
  return &about->base;
}
