/* The subcommands: each takes the parsed command line, prints, and returns the exit status: 0 done; 1 done, and nothing was found;
 * 2 bad input or output, told on standard error, with further inputs read all the same. */
#ifndef NG_SUBCOMMANDS_H
#define NG_SUBCOMMANDS_H

#include "cli/options.h"

#define NG_EXIT_DONE    0
#define NG_EXIT_NOTHING 1
#define NG_EXIT_BAD     2

int ng_run_read(const NgOptions *options);     /* read.c */
int ng_run_show(const NgOptions *options);     /* print.c */
int ng_run_table(const NgOptions *options);    /* print.c: people, places, organisations, relations */
int ng_run_export(const NgOptions *options);   /* print.c */
int ng_run_annotate(const NgOptions *options); /* annotate.c */
int ng_run_linear(const NgOptions *options);   /* print.c: the reader's --linear */
int ng_run_mentions(const NgOptions *options); /* mentions.c */
int ng_run_map(const NgOptions *options);      /* map.c */
int ng_run_graph(const NgOptions *options);    /* graph.c */
int ng_run_check(const NgOptions *options);    /* check.c */

#endif
