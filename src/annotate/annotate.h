/* The door of the annotator: who is who in a text that no one marked.
 *
 * People, places and organisations of English text, by rules over capitals, a lexicon, and what the rest of the text says; and which names mean the same.
 * Nothing is learned from the text beyond it, nothing is looked up elsewhere; time and memory are linear in the text. */
#ifndef NG_ANNOTATE_H
#define NG_ANNOTATE_H

#include "annotate/lexicon.h"

/* Adds mentions (NG_ORIGIN_ANNOTATOR), where the source has marked none, and their entities to a builder whose text is complete and which is not finished yet. Nothing is added to a text in
 * another language than English; where the source does not tell its language, the head gets it, as far as it can be guessed. */
void ng_annotate(NgBuilder *builder, const NgLexicon *lexicon);

#endif
