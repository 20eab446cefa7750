/* How long the annotator takes for a text, for make bench-annotate: in a process that has done nothing else, as a reader's first article has it.
 *
 * usage: time_annotate LEXICON FILE
 * prints milliseconds of the processor, which other programs hardly lengthen: what looking for names adds to the reading of the file (the opening of the
 * lexicon included, which then stays open as it does in the reader), and the reading alone. */
#include "annotate/annotate.h"
#include "load/load.h"
#include "model/room.h"

#include <stdio.h>
#include <time.h>

typedef struct {
  const char *path;
  NgLexicon *lexicon;
  double ms;
} Look;

static double now_ms(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void look(NgBuilder *builder, void *user)
{
  Look *it = user;
  double began = now_ms();
  g_autoptr(GError) error = NULL;
  it->lexicon = ng_lexicon_open(it->path, &error);
  if (!it->lexicon)
    g_error("%s", error->message);
  ng_annotate(builder, it->lexicon);
  it->ms = now_ms() - began;
}

int main(int argc, char **argv)
{
  if (argc != 3)
    return 2;
  Look it = {.path = argv[1]};
  ng_room_in_large_pages(NG_ROOM_OF_A_STORY);
  double began = now_ms();
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) article = ng_load_and_look(argv[2], look, &it, &error);
  if (!article) {
    fprintf(stderr, "%s\n", error->message);
    return 2;
  }
  printf("%.3f %.3f\n", it.ms, now_ms() - began - it.ms);
  ng_lexicon_free(it.lexicon);
  return 0;
}
