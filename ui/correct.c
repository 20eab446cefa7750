#include "ui/correct.h"

#include "ui/shelf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool ng_is_correction(NgCommandId command)
{
  return command >= NG_COMMAND_SAME_AS && command <= NG_COMMAND_PLACE_AT;
}

/* The words of the selected mention; without one the entity's name. The caller frees them. */
static char *words(const NgReader *reader)
{
  const NgEntity *entity = ng_reader_selected(reader);
  if (reader->mention == NG_NONE)
    return g_strdup(entity->name);
  const NgMention *m = &ng_reader_mentions(reader)[reader->mention];
  return ng_text_clean_line(ng_article_text(reader->article, NULL) + m->start, m->end - m->start);
}

static bool is_kind(const char *word, NgEntityKind *kind)
{
  for (int i = 0; i < NG_N_ENTITY_KINDS; i++)
    if (g_str_equal(word, ng_entity_kind_word((NgEntityKind)i))) {
      *kind = (NgEntityKind)i;
      return true;
    }
  return false;
}

static bool is_position(const char *argument, NgCorrection *it)
{
  char *end;
  it->lat_deg = g_ascii_strtod(argument, &end);
  const char *second = end + strspn(end, " ,");
  it->lon_deg = g_ascii_strtod(second, &end);
  return end != second && *end == '\0' && fabs(it->lat_deg) <= 90 && fabs(it->lon_deg) <= 180;
}

/* Fills in what the command says of the name. What is wrong with it, or NULL. */
static const char *say(const NgReader *reader, NgCommandId command, const char *argument, NgCorrection *it)
{
  const NgEntity *entity = ng_reader_selected(reader);
  switch ((int)command) {
  case NG_COMMAND_NOT_A_NAME:
    it->kind = NG_CORRECTION_NOT_A_NAME;
    return NULL;
  case NG_COMMAND_NOT_SAME:
    it->kind = NG_CORRECTION_NOT_SAME_AS;
    it->other = g_strdup(entity->name);
    return g_str_equal(it->other, it->name) ? "that is its own name: select another mention" : NULL;
  case NG_COMMAND_SAME_AS: {
    uint32_t other = ng_find_entity(reader->article, argument, NULL);
    it->kind = NG_CORRECTION_SAME_AS;
    it->other = other == NG_NONE ? NULL : g_strdup(ng_reader_entities(reader)[other].name);
    return !it->other ? "no one name here" : other == reader->entity ? "they are the same already" : NULL;
  }
  case NG_COMMAND_IS_A:
    it->kind = NG_CORRECTION_IS_A;
    return is_kind(argument, &it->is_a) ? NULL : "it must be a person, place, organisation or event";
  default:
    it->kind = NG_CORRECTION_PLACE_AT;
    g_free(it->name);
    it->name = g_strdup(entity->name);
    if (entity->kind != NG_ENTITY_PLACE)
      return "that is no place";
    return is_position(argument, it) ? NULL : "degrees north and east must follow: 33.75 -84.39";
  }
}

/* The article is to be loaded again at once, the others by and by. */
static void ask_again(NgReader *reader)
{
  reader->stale = true;
  if (reader->shelf)
    ng_shelf_outdate(reader->shelf);
}

static void write_down(NgReader *reader, const NgCorrecting *correcting, const NgCorrection *it)
{
  g_autoptr(GError) error = NULL;
  if (!ng_correction_write(correcting->path, it, &error)) {
    ng_reader_say(reader, true, "not kept: %s", error->message);
    return;
  }
  char *line = ng_correction_line(it);
  g_ptr_array_add(correcting->written, line);
  bool key = *correcting->take_back;
  ng_reader_say(reader, false, "kept: %s%s%s%s", line, key ? "; " : "", correcting->take_back,
                key ? " takes it back" : "");
  ask_again(reader);
}

void ng_correct_take_back(NgReader *reader, const NgCorrecting *correcting)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *written = correcting->written;
  if (!correcting->path || written->len == 0) {
    ng_reader_say(reader, false, "nothing to take back");
    return;
  }
  const char *line = g_ptr_array_index(written, written->len - 1);
  if (ng_correction_take_back(correcting->path, line, &error)) {
    ng_reader_say(reader, false, "taken back: %s", line);
    ask_again(reader);
  } else {
    ng_reader_say(reader, true, "not taken back: %s", error->message);
  }
  g_ptr_array_remove_index(written, written->len - 1);
}

bool ng_correct(NgReader *reader, const NgCorrecting *correcting, NgCommandId command, const char *argument)
{
  bool needs = command == NG_COMMAND_SAME_AS || command == NG_COMMAND_IS_A || command == NG_COMMAND_PLACE_AT;
  if (!ng_reader_selected(reader) || !correcting->path) {
    ng_reader_say(reader, false, correcting->path ? "no names here" : "no corrections are kept here");
    return true;
  }
  if (needs && (!argument || !*argument))
    return false;
  NgCorrection it = {.name = words(reader)};
  const char *wrong = say(reader, command, argument, &it);
  if (wrong)
    ng_reader_say(reader, true, "%s", wrong);
  else
    write_down(reader, correcting, &it);
  g_free(it.name);
  g_free(it.other);
  return true;
}
