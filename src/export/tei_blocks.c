/* The text: flat blocks to elements within one another. Divisions and lists go as deep as headings and items tell. */
#include "export/tei_private.h"

#include <string.h>

/* Deeper than this nothing is nested, and the element tells its level. */
#define MOST_NESTED 16

/* The levels of what is open, the innermost last. */
typedef struct {
  uint8_t level[MOST_NESTED + 1];
  guint n;
} Depth;

typedef struct {
  NgTeiWriter *w;
  Depth divs, lists;
  bool in_table, in_quote, in_stanza;
} Body;

static int innermost(const Depth *depth)
{
  return depth->n ? depth->level[depth->n - 1] : 0;
}

/* Opens elements until `level` is reached: one a level, with `between` between them, or one that tells it. */
static void deepen(NgTeiWriter *w, Depth *depth, int level, const char *start, const char *between)
{
  bool told = level > MOST_NESTED;
  for (bool first = true; innermost(depth) < level; first = false) {
    int next = told ? level : innermost(depth) + 1;
    fprintf(w->out, "%s<%s", first ? "" : between, start);
    if (told)
      fprintf(w->out, " rend=\"level-%d\"", level);
    fputs(">\n", w->out);
    depth->level[depth->n++] = (uint8_t)next;
  }
}

/* ---- what goes over several blocks ---- */

/* Ends the lists deeper than `level`, and the item of that level. Of those that tell their level each ends before another. */
static void end_items(Body *body, int level)
{
  Depth *lists = &body->lists;
  FILE *out = body->w->out;
  while (lists->n && (innermost(lists) > level ||
                      (level > MOST_NESTED && innermost(lists) > MOST_NESTED && innermost(lists) != level))) {
    fputs("</item></list>\n", out);
    lists->n--;
  }
  if (lists->n && innermost(lists) == level)
    fputs("</item>\n", out);
}

static void end_stanza(Body *body)
{
  if (body->in_stanza)
    fputs("</lg>\n", body->w->out);
  body->in_stanza = false;
}

static void end_groups(Body *body, NgBlockKind next)
{
  FILE *out = body->w->out;
  if (next != NG_BLOCK_ITEM)
    end_items(body, 0);
  if (body->in_table && next != NG_BLOCK_TABLE) {
    fputs("</table>\n", out);
    body->in_table = false;
  }
  if (body->in_quote && next != NG_BLOCK_QUOTE) {
    fputs("</quote>\n", out);
    body->in_quote = false;
  }
  if (next != NG_BLOCK_VERSE)
    end_stanza(body);
}

static void end_divisions(Body *body, int level)
{
  Depth *divs = &body->divs;
  while (divs->n && (innermost(divs) >= level || (level > MOST_NESTED && innermost(divs) > MOST_NESTED))) {
    fputs("</div>\n", body->w->out);
    divs->n--;
  }
}

/* ---- blocks ---- */

static void put_element(Body *body, uint32_t block, const char *start, const char *end)
{
  fputs(start, body->w->out);
  ng_tei_put_content(body->w, block);
  fputs(end, body->w->out);
}

static bool repeats_title(const NgTeiWriter *w, const NgBlock *block)
{
  const char *title = ng_article_head(w->article)->title;
  if (!title)
    return true;
  g_autofree char *shown = ng_text_fold(w->text + block->start, block->end - block->start);
  g_autofree char *folded = ng_text_fold(title, strlen(title));
  return strcmp(shown, folded) == 0;
}

static void put_heading(Body *body, uint32_t block, int level)
{
  end_divisions(body, level);
  deepen(body->w, &body->divs, level, "div", "");
  put_element(body, block, "<head>", "</head>\n");
}

static void put_item(Body *body, uint32_t block, int level)
{
  NgTeiWriter *w = body->w;
  end_items(body, level);
  deepen(w, &body->lists, level, "list", "<item>");
  fputs("<item>", w->out);
  ng_tei_put_content(w, block);
}

static void put_quote(Body *body, uint32_t block)
{
  if (!body->in_quote)
    fputs("<quote>\n", body->w->out);
  body->in_quote = true;
  put_element(body, block, "<p>", "</p>\n");
}

static void put_row(Body *body, uint32_t block)
{
  if (!body->in_table)
    fputs("<table>\n", body->w->out);
  body->in_table = true;
  put_element(body, block, "<row><cell>", "</cell></row>\n");
}

static void put_verse(Body *body, uint32_t block, int level)
{
  if (level == NG_VERSE_FIRST)
    end_stanza(body);
  if (!body->in_stanza)
    fputs(level == NG_VERSE_FIRST ? "<lg>\n" : "<lg part=\"F\">\n", body->w->out);
  body->in_stanza = true;
  put_element(body, block, "<l>", "</l>\n");
}

/* Notes that hang on no block but on the end of the text before: a paragraph without text carries them. */
static void put_stray_notes(Body *body)
{
  NgTeiWriter *w = body->w;
  uint32_t anchor = w->blocks[w->next_block].anchor;
  fputs("<p>", w->out);
  while (w->next_block < w->n_blocks && w->blocks[w->next_block].kind == NG_BLOCK_NOTE &&
         w->blocks[w->next_block].anchor == anchor) {
    uint32_t note = w->next_block++;
    /* before any text, notes wait for it together: there each stands where it hangs */
    w->note_depth = w->blocks[0].kind == NG_BLOCK_NOTE ? INT16_MIN : NG_TEI_CHAINED_DEPTH;
    put_element(body, note, "<note>", "</note>");
    w->note_depth = 0;
  }
  fputs("</p>\n", w->out);
}

static void put_block(Body *body)
{
  NgTeiWriter *w = body->w;
  uint32_t index = w->next_block;
  const NgBlock *block = &w->blocks[index];
  end_groups(body, block->kind);
  if (block->kind == NG_BLOCK_NOTE) {
    put_stray_notes(body);
    return;
  }
  w->next_block++;
  switch ((NgBlockKind)block->kind) {
  case NG_BLOCK_TITLE:
    put_element(body, index, repeats_title(w, block) ? "<head>" : "<head type=\"title\">", "</head>\n");
    break;
  case NG_BLOCK_HEADING:
    put_heading(body, index, block->level);
    break;
  case NG_BLOCK_ITEM:
    put_item(body, index, block->level);
    break;
  case NG_BLOCK_QUOTE:
    put_quote(body, index);
    break;
  case NG_BLOCK_TABLE:
    put_row(body, index);
    break;
  case NG_BLOCK_VERSE:
    put_verse(body, index, block->level);
    break;
  case NG_BLOCK_CAPTION:
    put_element(body, index, "<figure><figDesc>", "</figDesc></figure>\n");
    break;
  case NG_BLOCK_CODE:
    put_element(body, index, "<ab type=\"code\">", "</ab>\n");
    break;
  default:
    put_element(body, index, "<p>", "</p>\n");
  }
}

/* The least anchor of each note and of the notes that follow it without another block between. The caller frees it. */
static uint32_t *least_anchors(const NgTeiWriter *w)
{
  uint32_t *least = g_new(uint32_t, w->n_blocks + 1);
  least[w->n_blocks] = NG_NONE;
  for (uint32_t i = w->n_blocks; i > 0; i--)
    least[i - 1] = w->blocks[i - 1].kind == NG_BLOCK_NOTE ? MIN(least[i], w->blocks[i - 1].anchor) : NG_NONE;
  return least;
}

void ng_tei_put_text(NgTeiWriter *w)
{
  g_autofree uint32_t *least = least_anchors(w);
  Body body = {.w = w};
  w->least_anchor = least;
  fputs("  <text>\n<body>\n", w->out);
  while (w->next_block < w->n_blocks)
    put_block(&body);
  end_groups(&body, NG_BLOCK_PARAGRAPH);
  if (w->n_blocks == 0 ||
      (w->n_blocks == 1 && w->blocks[0].kind == NG_BLOCK_TITLE)) { /* a body holds more than a heading */
    fputs("<p>", w->out);
    ng_tei_put_stray_links(w);
    fputs("</p>\n", w->out);
  }
  end_divisions(&body, 0);
  fputs("</body>\n  </text>\n</TEI>\n", w->out);
  w->least_anchor = NULL;
}
