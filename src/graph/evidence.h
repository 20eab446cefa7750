/* The sentences that an edge rests on. */
#ifndef NG_EVIDENCE_H
#define NG_EVIDENCE_H

#include "model/model.h"

typedef struct {
  uint32_t start, end;
  uint32_t relation; /* NG_NONE for a co-mention */
  uint8_t origin;    /* NgOrigin */
  uint32_t article;  /* into the articles of the graph or the network; 0 where there is but one */
} NgEvidence;

/* Brings the evidence (GArray of NgEvidence) from `first` on into the order of the articles, then of the text, and keeps of those that begin at one place
 * the first relation's. */
void ng_evidence_merge(GArray *evidence, guint first);

#endif
