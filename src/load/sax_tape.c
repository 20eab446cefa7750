#include "load/sax_tape.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

/* So many chunks that neither side waits for what the other does in between, and few enough to stay in a processor's cache. */
#define CHUNK_BYTES ((gsize)32 * 1024)
#define CHUNKS      8u

/* Of a pointer and of the largest number. */
#define ALIGNMENT ((gsize)8)

typedef struct {
  char *events;
  gsize size, used;
} Chunk;

/* Chunks from `played` up to `recorded` wait to be played; the one at `recorded` is being written. Both count on, modulo CHUNKS. */
struct _NgSaxTape {
  _Alignas(NG_SAX_APART_BYTES) Chunk chunks[CHUNKS];
  guint played, recorded;
  bool done;
  NgSaxRecord record;
  void *recorder;
  NgSaxPlay play; /* NULL: somebody else plays */
  void *player;
  pthread_mutex_t lock; /* over played, recorded and done, where there are two threads */
  pthread_cond_t changed;
};

static Chunk *chunk_at(NgSaxTape *tape, guint count)
{
  return &tape->chunks[count % CHUNKS];
}

/* ---- recording ---- */

/* Hands the chunk that was written over, and waits until there is another. */
static void pass_on(NgSaxTape *tape)
{
  if (tape->play) {
    Chunk *chunk = chunk_at(tape, 0);
    tape->play(tape->player, chunk->events, chunk->used);
    return;
  }
  pthread_mutex_lock(&tape->lock);
  tape->recorded++;
  pthread_cond_signal(&tape->changed);
  while (tape->recorded - tape->played == CHUNKS)
    pthread_cond_wait(&tape->changed, &tape->lock);
  pthread_mutex_unlock(&tape->lock);
}

/* The chunk that is to be written, empty, with room for so many bytes at least; one that was needed for a larger event is given back. */
static Chunk *empty_chunk(NgSaxTape *tape, gsize bytes)
{
  Chunk *chunk = chunk_at(tape, tape->recorded);
  gsize size = MAX(bytes, CHUNK_BYTES);
  if (chunk->size != size) {
    g_free(chunk->events);
    chunk->events = g_malloc(size);
    chunk->size = size;
  }
  chunk->used = 0;
  return chunk;
}

void *ng_sax_tape_write(NgSaxTape *tape, gsize bytes, gsize *padded)
{
  *padded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  Chunk *chunk = chunk_at(tape, tape->recorded);
  if (*padded > chunk->size - chunk->used) {
    if (chunk->used)
      pass_on(tape);
    chunk = empty_chunk(tape, *padded);
  }
  void *event = chunk->events + chunk->used;
  chunk->used += *padded;
  return event;
}

static void record_all(NgSaxTape *tape)
{
  tape->record(tape->recorder, tape);
  pass_on(tape);
}

static void *record_apart(void *p)
{
  NgSaxTape *tape = p;
  record_all(tape);
  pthread_mutex_lock(&tape->lock);
  tape->done = true;
  pthread_cond_signal(&tape->changed);
  pthread_mutex_unlock(&tape->lock);
  return NULL;
}

/* ---- playing ---- */

/* The next chunk to be played, or NULL at the end. */
static const Chunk *wait_for_chunk(NgSaxTape *tape)
{
  pthread_mutex_lock(&tape->lock);
  while (tape->played == tape->recorded && !tape->done)
    pthread_cond_wait(&tape->changed, &tape->lock);
  const Chunk *chunk = tape->played == tape->recorded ? NULL : chunk_at(tape, tape->played);
  pthread_mutex_unlock(&tape->lock);
  return chunk;
}

static void play_all(NgSaxTape *tape, NgSaxPlay play, void *player)
{
  for (const Chunk *chunk; (chunk = wait_for_chunk(tape));) {
    play(player, chunk->events, chunk->used);
    pthread_mutex_lock(&tape->lock);
    tape->played++;
    pthread_cond_signal(&tape->changed);
    pthread_mutex_unlock(&tape->lock);
  }
}

/* Signals are for the thread that waits for keys. */
static bool start(NgSaxTape *tape, pthread_t *thread)
{
  if (sysconf(_SC_NPROCESSORS_ONLN) < 2)
    return false;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = pthread_create(thread, NULL, record_apart, tape) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

void ng_sax_tape_run(NgSaxRecord record, void *recorder, NgSaxPlay play, void *player, bool apart)
{
  NgSaxTape tape = {.record = record, .recorder = recorder, .player = player};
  pthread_t thread;
  pthread_mutex_init(&tape.lock, NULL);
  pthread_cond_init(&tape.changed, NULL);
  if (apart && start(&tape, &thread)) {
    play_all(&tape, play, player);
    pthread_join(thread, NULL);
  } else {
    tape.play = play;
    record_all(&tape);
  }
  pthread_cond_destroy(&tape.changed);
  pthread_mutex_destroy(&tape.lock);
  for (guint i = 0; i < CHUNKS; i++)
    g_free(tape.chunks[i].events);
}
