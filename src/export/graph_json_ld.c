/* JSON-LD 1.1. */
#include "export/graph.h"
#include "export/graph_words.h"
#include "export/json_writer.h"

#include <string.h>

static const char *const types[NG_N_ENTITY_KINDS] = {[NG_ENTITY_PERSON] = "Person",
                                                     [NG_ENTITY_PLACE] = "Place",
                                                     [NG_ENTITY_ORGANISATION] = "Organization",
                                                     [NG_ENTITY_EVENT] = "Event"};

static void put_context(NgJson *json)
{
  ng_json_key(json, "@context");
  ng_json_open(json, '{');
  ng_json_put_string(json, "@vocab", "https://schema.org/");
  ng_json_put_string(json, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  ng_json_put_string(json, "nutgraf", "urn:nutgraf:");
  ng_json_close(json, '}');
}

static void put_reference(NgJson *json, const char *key, uint32_t node)
{
  char id[16];
  g_snprintf(id, sizeof id, "_:n%u", node);
  ng_json_key(json, key);
  ng_json_open(json, '{');
  ng_json_put_string(json, "@id", id);
  ng_json_close(json, '}');
}

static void put_node(NgJson *json, const NgWhole *whole, uint32_t node)
{
  const NgWholeNode *it = &whole->nodes[node];
  const NgEntity *entity = ng_whole_entity(whole, node);
  char id[16];
  g_snprintf(id, sizeof id, "_:n%u", node);
  ng_json_open(json, '{');
  ng_json_put_string(json, "@id", id);
  ng_json_put_string(json, "@type", types[it->kind]);
  ng_json_put_string(json, "name", it->name);
  if (entity->role)
    ng_json_put_string(json, "description", entity->role);
  if (*entity->refs) {
    ng_json_key(json, "sameAs");
    ng_json_strings(json, entity->refs);
  }
  ng_json_put_uint(json, "nutgraf:mentions", it->n_mentions);
  ng_json_close(json, '}');
}

static void put_evidence(NgJson *json, const NgWhole *whole, const NgEvidence *said)
{
  const NgArticle *article = whole->articles[said->article];
  const NgHead *head = ng_article_head(article);
  const char *source = head->url ? head->url : head->source;
  g_autofree char *clean = ng_text_clean_line(source, strlen(source));
  ng_json_open(json, '{');
  ng_json_put_string(json, "@type", "Quotation");
  ng_json_key(json, "text");
  ng_json_bytes(json, ng_article_text(article, NULL) + said->start, said->end - said->start);
  ng_json_put_string(json, "isPartOf", clean);
  ng_json_put_string(json, "nutgraf:origin", ng_origin_word(said->origin));
  ng_json_close(json, '}');
}

static void put_edge(NgJson *json, const NgWhole *whole, const NgWholeEdge *edge)
{
  ng_json_open(json, '{');
  ng_json_put_string(json, "@type", "rdf:Statement");
  put_reference(json, "rdf:subject", edge->from);
  put_reference(json, "rdf:object", edge->to);
  ng_json_put_string(json, "name", edge->label);
  ng_json_put_string(json, "nutgraf:direction", ng_graph_direction(edge));
  ng_json_put_uint(json, "nutgraf:weight", edge->weight);
  ng_json_key(json, "nutgraf:weak");
  ng_json_bool(json, edge->weak);
  if (edge->status)
    ng_json_put_string(json, "nutgraf:status", edge->status);
  ng_json_key(json, "citation");
  ng_json_open(json, '[');
  for (uint32_t i = 0; i < edge->n_evidence; i++)
    put_evidence(json, whole, &whole->evidence[edge->first_evidence + i]);
  ng_json_close(json, ']');
  ng_json_close(json, '}');
}

void ng_export_graph_json_ld(const NgWhole *whole, FILE *out)
{
  NgJson json = {.out = out};
  ng_json_open(&json, '{');
  put_context(&json);
  ng_json_key(&json, "@graph");
  ng_json_open(&json, '[');
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    put_node(&json, whole, i);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(&json, whole, &whole->edges[i]);
  ng_json_close(&json, ']');
  ng_json_close(&json, '}');
  putc_unlocked('\n', out);
}
