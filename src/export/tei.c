/* The article in TEI P5, by the mark-up that content/schema/nutgraf.rng describes. */
#include "export/tei_private.h"

static NgTeiWriter writer_of(const NgArticle *article, FILE *out)
{
  NgTeiWriter w = {.article = article, .out = out, .text = ng_article_text(article, NULL)};
  w.blocks = ng_article_blocks(article, &w.n_blocks);
  w.entities = ng_article_entities(article, &w.n_entities);
  w.relations = ng_article_relations(article, &w.n_relations);
  w.mentions = ng_article_mentions(article, &w.n_mentions);
  w.stand_ins = ng_article_stand_ins(article, &w.n_stand_ins);
  w.statements = ng_article_statements(article, &w.n_statements);
  w.styles = ng_article_styles(article, &w.n_styles);
  w.links = ng_article_links(article, &w.n_links);
  ng_tei_find_passages(&w);
  return w;
}

void ng_export_tei(const NgArticle *article, FILE *out)
{
  NgTeiWriter w = writer_of(article, out);
  ng_tei_put_head(&w);
  if (w.n_entities) {
    fputs("  <standOff>\n", out);
    ng_tei_put_records(&w);
    ng_tei_put_relations(&w);
    fputs("  </standOff>\n", out);
  }
  ng_tei_put_text(&w);
  g_array_unref(w.passages);
  g_free(w.passage_prefix);
}
