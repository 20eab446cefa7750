/* The header: what the article is. */
#include "export/tei_private.h"

#include <string.h>

/* BCP 47 as XML Schema's type language checks it. */
static bool is_language(const char *word)
{
  for (bool first = true;; first = false) {
    gsize n = 0;
    while (first ? g_ascii_isalpha(word[n]) : g_ascii_isalnum(word[n]))
      n++;
    if (n < 1 || n > 8 || (word[n] && word[n] != '-'))
      return false;
    if (!word[n])
      return true;
    word += n + 1;
  }
}

/* A full URI without white space. */
static bool is_uri(const char *word)
{
  gsize n = 0;
  while (g_ascii_isalnum(word[n]) || (n && strchr("+.-", word[n]) && word[n]))
    n++;
  const char *plain = "!$%&'()*+,-./:;=?@_~#";
  if (!n || !g_ascii_isalpha(word[0]) || word[n] != ':' || !word[n + 1])
    return false;
  for (const char *p = word; *p; p++)
    if (!g_ascii_isalnum(*p) && !strchr(plain, *p))
      return false;
  return true;
}

/* A title that does not stand before the text says so. */
static void put_title(NgTeiWriter *w, const NgHead *head)
{
  bool shown = w->n_blocks && w->blocks[0].kind == NG_BLOCK_TITLE;
  FILE *out = w->out;
  fputs("<titleStmt><title", out);
  if (head->title && !shown)
    ng_xml_attribute(out, "rend", "none");
  putc_unlocked('>', out);
  ng_xml_text(out, head->title ? head->title : "");
  fputs("</title>", out);
  ng_xml_element(out, "author", head->byline);
  fputs("</titleStmt>\n", out);
}

/* An id that looks like a URL, and a URL that does not, say what they are. */
static void put_ids(FILE *out, const NgHead *head)
{
  if (head->url) {
    fputs(strstr(head->url, "://") ? "<idno>" : "<idno type=\"URL\">", out);
    ng_xml_text(out, head->url);
    fputs("</idno>", out);
  }
  if (head->id) {
    fputs("<idno type=\"document\">", out);
    ng_xml_text(out, head->id);
    fputs("</idno>", out);
  }
}

static void put_publication(FILE *out, const NgHead *head)
{
  fputs("      <publicationStmt><publisher>", out);
  ng_xml_text(out, head->publisher ? head->publisher : "");
  fputs("</publisher>", out);
  if (head->date) {
    fputs("<date", out);
    ng_tei_put_date(out, head->date);
    fputs("/>", out);
  }
  put_ids(out, head);
  if (head->licence && is_uri(head->licence)) {
    fputs("<availability><licence", out);
    ng_xml_attribute(out, "target", head->licence);
    fputs("/></availability>", out);
  } else if (head->licence) {
    fputs("<availability>", out);
    ng_xml_element(out, "licence", head->licence);
    fputs("</availability>", out);
  }
  fputs("</publicationStmt>\n", out);
}

static void put_profile(FILE *out, const NgHead *head)
{
  bool odd_language = head->language && !is_language(head->language);
  if (!head->dateline && !*head->keywords && !odd_language)
    return;
  fputs("    <profileDesc>", out);
  if (head->dateline) {
    fputs("<creation>", out);
    ng_xml_element(out, "placeName", head->dateline);
    fputs("</creation>", out);
  }
  if (odd_language) {
    fputs("<langUsage><language", out);
    ng_xml_attribute(out, "ident", head->language);
    fputs("/></langUsage>", out);
  }
  if (*head->keywords) {
    fputs("<textClass><keywords>", out);
    for (const char *const *keyword = head->keywords; *keyword; keyword++)
      ng_xml_element(out, "term", *keyword);
    fputs("</keywords></textClass>", out);
  }
  fputs("</profileDesc>\n", out);
}

void ng_tei_put_head(NgTeiWriter *w)
{
  const NgHead *head = ng_article_head(w->article);
  FILE *out = w->out;
  g_autofree char *source = g_ascii_strup(ng_format_word(head->format), -1);
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"", out);
  ng_xml_attribute(out, "xml:lang", head->language && is_language(head->language) ? head->language : "und");
  fputs(">\n  <teiHeader>\n    <fileDesc>\n      ", out);
  put_title(w, head);
  put_publication(out, head);
  fprintf(out, "      <sourceDesc><p>Written by nutgraf from a document in %s.</p></sourceDesc>\n    </fileDesc>\n",
          source);
  put_profile(out, head);
  fputs("  </teiHeader>\n", out);
}
