#include "random_whole.h"

HandMade *hand_made_new(void)
{
  HandMade *made = g_new0(HandMade, 1);
  made->nodes = g_array_new(FALSE, TRUE, sizeof(NgWholeNode));
  made->edges = g_array_new(FALSE, TRUE, sizeof(NgWholeEdge));
  made->words = g_string_chunk_new(1024);
  return made;
}

void hand_made_free(HandMade *made)
{
  g_array_free(made->nodes, TRUE);
  g_array_free(made->edges, TRUE);
  g_string_chunk_free(made->words);
  g_free(made);
}

uint32_t hand_made_node(HandMade *made, const char *name, NgEntityKind kind)
{
  NgWholeNode node = {.name = g_string_chunk_insert(made->words, name), .n_mentions = 1, .kind = (uint8_t)kind};
  g_array_append_val(made->nodes, node);
  return made->nodes->len - 1;
}

void hand_made_edge(HandMade *made, uint32_t from, uint32_t to, const char *label, uint32_t weight, bool mutual,
                    bool weak)
{
  NgWholeEdge edge = {.from = from,
                      .to = to,
                      .label = g_string_chunk_insert_const(made->words, label),
                      .weight = weight,
                      .direction = mutual || weak ? NG_EDGE_MUTUAL : NG_EDGE_OUT,
                      .weak = weak};
  g_array_append_val(made->edges, edge);
}

const NgWhole *hand_made_whole(HandMade *made)
{
  made->whole.nodes = (const NgWholeNode *)(const void *)made->nodes->data;
  made->whole.edges = (const NgWholeEdge *)(const void *)made->edges->data;
  made->whole.n_nodes = made->nodes->len;
  made->whole.n_edges = made->edges->len;
  return &made->whole;
}

static const char *const names[] = {"Qin Gang",
                                    "United States",
                                    "Organisation for the Prohibition of Chemical Weapons",
                                    "China",
                                    "\xE7\xA7\xA6\xE5\x88\x9A",
                                    "Ze\xCC\x81le\xCC\x81nskyj",
                                    "Xi",
                                    "Volodymyr Zelensky",
                                    "Bundesverfassungsgericht",
                                    "Ursula von der Leyen"};
static const char *const labels[] = {"met with", "told", "accuses", "will visit", "hopes to resume its ties with",
                                     "is"};

HandMade *random_whole(uint32_t seed, uint32_t most)
{
  HandMade *made = hand_made_new();
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  uint32_t n = 1 + (uint32_t)g_rand_int_range(random, 0, (gint32)most);
  uint32_t n_edges = n * (1 + (uint32_t)g_rand_int_range(random, 0, 5)) / 3;
  for (uint32_t i = 0; i < n; i++) {
    const char *name = names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))];
    hand_made_node(made, name, (NgEntityKind)g_rand_int_range(random, 0, NG_N_ENTITY_KINDS));
  }
  bool hub = g_rand_boolean(random);
  for (uint32_t i = 0; i < n_edges; i++) {
    uint32_t from = hub && g_rand_boolean(random) ? 0 : (uint32_t)g_rand_int_range(random, 0, (gint32)n);
    uint32_t to = (uint32_t)g_rand_int_range(random, 0, (gint32)n), sort = (uint32_t)g_rand_int_range(random, 0, 6);
    const char *label = sort == 0 ? "named with" : labels[g_rand_int_range(random, 0, G_N_ELEMENTS(labels))];
    hand_made_edge(made, from, to, label, (uint32_t)g_rand_int_range(random, 1, 5), sort == 1, sort == 0);
  }
  return made;
}

char *picture_rows(const NgPicture *picture)
{
  GString *out = g_string_new(NULL);
  for (int row = 0; row < picture->rows; row++) {
    g_autofree char *text = ng_picture_row(picture, row);
    g_string_append_printf(out, "%s\n", text);
  }
  return g_string_free(out, FALSE);
}
