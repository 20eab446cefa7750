/* A cell of comma-separated values (RFC 4180). Private to this folder. */
#ifndef NG_CSV_H
#define NG_CSV_H

#include <stdio.h>

/* The text, in quotation marks where it needs them. */
void ng_csv_cell(FILE *out, const char *text);

#endif
