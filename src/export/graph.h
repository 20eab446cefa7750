/* A whole graph to a stream, one writer a file; as export.h says of all writers.
 *
 * Each format is valid for any graph: of no node, of one, with edges of a node to itself, with names that hold quotation marks, mark-up or the format's
 * own signs. Nodes are called n0, n1... in the order of the graph. Pictures and diagrams (dot, mermaid, svg, png) cut what is too long to be read;
 * the formats for programs hold everything. Time is linear in the graph but for svg and png. */
#ifndef NG_EXPORT_GRAPH_H
#define NG_EXPORT_GRAPH_H

#include "graph/measures.h"
#include "graph/whole.h"

#include <stdio.h>

/* The language of Graphviz. The engine that suits the graph's size is named in it. */
void ng_export_graph_dot(const NgWhole *whole, FILE *out);

/* GraphML (Brandes et al.). All edges are directed, as few readers take both sorts: `direction` tells which are mutual. */
void ng_export_graph_graphml(const NgWhole *whole, FILE *out);

/* GEXF 1.2, which more programs read than a later one: Gephi, networkx. */
void ng_export_graph_gexf(const NgWhole *whole, FILE *out);

/* A row for each edge, with the names and kinds of its ends, and one with an empty target for each node without edges. RFC 4180. */
void ng_export_graph_csv(const NgWhole *whole, FILE *out);

/* JSON-LD 1.1: people, places and organisations in the words of schema.org, each edge as a statement of RDF with its evidence. */
void ng_export_graph_json_ld(const NgWhole *whole, FILE *out);

/* A flowchart of Mermaid. */
void ng_export_graph_mermaid(const NgWhole *whole, FILE *out);

/* The graph in plain lines, to be read aloud: each node, and below it all that ties it to others. */
void ng_export_graph_text(const NgWhole *whole, FILE *out);

/* Painted in about seven seconds. */
#define NG_GRAPH_PNG_NODES 1000
#define NG_GRAPH_PNG_EDGES 5000

typedef enum { NG_GRAPH_SVG, NG_GRAPH_PNG } NgGraphPicture;

/* A picture, made by Graphviz. False with `error` where it is not installed, or the graph is too large to be drawn (NG_GRAPHVIZ_NODES,
 * NG_GRAPHVIZ_EDGES; of a PNG, which is painted dot by dot, NG_GRAPH_PNG_NODES, NG_GRAPH_PNG_EDGES); then nothing is printed. */
bool ng_export_graph_picture(const NgWhole *whole, NgGraphPicture picture, FILE *out, GError **error);

/* The measures, a row for each node; before them, for eyes, a line on the whole. With `csv` all is RFC 4180. `cols`: cells are cut so that a row
 * fits; 0: nothing is cut. */
void ng_export_graph_stats(const NgWhole *whole, const NgMeasures *measures, bool csv, int cols, FILE *out);

#endif
