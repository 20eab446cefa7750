/* Words that stand for somebody without a name: "the Chinese official", "he". Only where one reading is left. */
#ifndef NG_STAND_INS_H
#define NG_STAND_INS_H

#include "annotate/identity.h"

/* What is found among the tokens; whom it means is known once the identity is settled. */
typedef struct {
  NgRange range;
  NgRange country, head; /* of a role noun: "Chinese", "official"; else empty */
  uint32_t first, end;   /* of a pronoun: the names of its block before it, into the names given */
  NgAddress address;     /* of a pronoun */
} NgFoundStandIn;

/* Appends them to `found`, a GArray of NgFoundStandIn, in text order, none within another, none across a name's border. Linear in the tokens. */
void ng_stand_ins_find(GArray *found, const NgToken *tokens, gsize n, const char *text, const NgName *names,
                       guint n_names);

#endif
