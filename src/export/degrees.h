/* Degrees as digits. Private to this folder. */
#ifndef NG_DEGREES_H
#define NG_DEGREES_H

#include <stdio.h>

/* Decimal, without an exponent, in as few digits as tell the number from any other. `degrees` is finite. */
void ng_put_degrees(FILE *out, double degrees);

#endif
