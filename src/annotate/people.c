#include "annotate/people.h"

#include "annotate/role_words.h"
#include "annotate/spelling.h"

#include <string.h>

#define MAX_WORDS   8
#define MAX_SHARERS 64u /* names with one last word that are compared with each other */
#define MAX_KEY     48

typedef struct {
  char *text; /* plain, its words ended by NULs */
  const char *words[MAX_WORDS];
  const char *generation; /* "jr.", "iii", or NULL */
  uint32_t parent;        /* towards the name that stands for the person */
  uint8_t n;              /* words, without titles before and the generation behind */
} Name;

struct _NgPeople {
  GArray *names;                  /* Name */
  GHashTable *by_last, *by_first; /* a word, which is the name's, to a GArray of persons */
  GHashTable *by_middle;          /* the same of the word before the last: "Juan Manuel Santos Calderón" */
  GHashTable *by_skeleton;        /* the same of the skeleton of the last word */
  GHashTable *alone;              /* words that are a name by themselves; they are the names' */
  GHashTable *closed;             /* a full name without spaces, hyphens and stops to its number + 1 */
};

static Name *name_at(const NgPeople *people, uint32_t i)
{
  return &g_array_index(people->names, Name, i);
}

static void free_array(gpointer array)
{
  g_array_free(array, TRUE);
}

static void clear_name(gpointer name)
{
  g_free(((Name *)name)->text);
}

NgPeople *ng_people_new(void)
{
  NgPeople *people = g_new0(NgPeople, 1);
  people->names = g_array_new(FALSE, FALSE, sizeof(Name));
  g_array_set_clear_func(people->names, clear_name);
  people->by_last = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);
  people->by_first = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);
  people->by_middle = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);
  people->by_skeleton = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
  people->alone = g_hash_table_new(g_str_hash, g_str_equal);
  people->closed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return people;
}

void ng_people_free(NgPeople *people)
{
  if (!people)
    return;
  g_hash_table_unref(people->by_last);
  g_hash_table_unref(people->by_first);
  g_hash_table_unref(people->by_middle);
  g_hash_table_unref(people->by_skeleton);
  g_hash_table_unref(people->alone);
  g_hash_table_unref(people->closed);
  g_array_free(people->names, TRUE);
  g_free(people);
}

/* ---- a name's words ---- */

static bool is_generation(const char *word)
{
  static const char *const words[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i], word) == 0)
      return true;
  return false;
}

/* Cuts a name's text into words. Of a name with very many the last is the rest. */
static void cut_words(Name *name)
{
  const char *words[MAX_WORDS];
  guint n = 0, first = 0;
  for (char *p = name->text; *p && n < MAX_WORDS;) {
    words[n++] = p;
    char *end = strchr(p, ' ');
    if (!end || n == MAX_WORDS)
      break;
    *end = '\0';
    p = end + 1;
  }
  if (n > 1 && is_generation(words[n - 1])) {
    name->generation = words[--n];
    char *comma = n ? strchr(words[n - 1], ',') : NULL;
    if (comma)
      *comma = '\0';
  }
  while (first + 1 < n && ng_role_words_is_title(words[first]))
    first++;
  name->n = (uint8_t)(n - first);
  for (guint i = first; i < n; i++)
    name->words[i - first] = words[i];
}

uint32_t ng_people_add(NgPeople *people, const char *folded)
{
  Name name = {.text = ng_spelling_plain(folded), .parent = people->names->len};
  cut_words(&name);
  if (name.n == 1)
    g_hash_table_add(people->alone, (char *)name.words[0]);
  g_array_append_val(people->names, name);
  return name.parent;
}

bool ng_people_is_short(const NgPeople *people, uint32_t name)
{
  return name_at(people, name)->n < 2;
}

/* ---- one person's names ---- */

uint32_t ng_people_person(const NgPeople *people, uint32_t name)
{
  while (name_at(people, name)->parent != name)
    name = name_at(people, name)->parent;
  return name;
}

/* How much a name tells: its words, those most that are no initials. */
static guint fullness(const Name *name)
{
  guint full = 0;
  for (guint i = 0; i < name->n; i++)
    full += ng_spelling_is_initial(name->words[i]) ? 1 : 2;
  return full;
}

/* The fullest name stands for the person; among equals the earlier one. */
static void unite(NgPeople *people, uint32_t a, uint32_t b)
{
  a = ng_people_person(people, a);
  b = ng_people_person(people, b);
  guint n = fullness(name_at(people, a)), m = fullness(name_at(people, b));
  if (m > n || (m == n && b < a))
    name_at(people, a)->parent = b;
  else
    name_at(people, b)->parent = a;
}

/* The name with its words drawn together: "kim jong-un" and "Kim Jong Un". */
static void unite_closed(NgPeople *people, uint32_t i)
{
  const Name *name = name_at(people, i);
  g_autoptr(GString) closed = g_string_new(NULL);
  for (guint k = 0; k < name->n; k++)
    for (const char *p = name->words[k]; *p; p++)
      if (*p != '-' && *p != '.')
        g_string_append_c(closed, *p);
  g_string_append(closed, name->generation ? name->generation : "");
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(people->closed, closed->str));
  if (known)
    name_at(people, i)->parent = ng_people_person(people, known - 1);
  else
    g_hash_table_insert(people->closed, g_strdup(closed->str), GUINT_TO_POINTER(i + 1));
}

static const char *last_of(const Name *name)
{
  return name->words[name->n - 1];
}

/* The same words but for one that is spelled in another way. */
static bool is_respelled(const Name *a, const Name *b)
{
  guint other = 0;
  if (a->n != b->n || g_strcmp0(a->generation, b->generation) != 0)
    return false;
  for (guint i = 0; i < a->n; i++)
    if (strcmp(a->words[i], b->words[i]) != 0) {
      if (!ng_spelling_is_variant(a->words[i], b->words[i]))
        return false;
      other++;
    }
  return other < 2;
}

static bool is_end_of(const Name *part, const Name *whole)
{
  for (guint i = 1; i <= part->n; i++)
    if (strcmp(part->words[part->n - i], whole->words[whole->n - i]) != 0)
      return false;
  return part->n < whole->n;
}

/* Of two names with words between first and last, each must fit. */
static bool middles_fit(const Name *a, const Name *b)
{
  if (a->n == 2 || b->n == 2)
    return true;
  if (a->n != b->n)
    return false;
  for (guint i = 1; i + 1 < a->n; i++)
    if (strcmp(a->words[i], b->words[i]) != 0 && !ng_spelling_may_be(a->words[i], b->words[i]))
      return false;
  return true;
}

/* A name with less between first and last: "George Bush" of "George W. Bush". The fuller one is not asked: two Georges may be called George Bush. */
static bool is_shorter(const Name *a, const Name *b)
{
  if (a->n >= b->n || g_strcmp0(a->generation, b->generation) != 0)
    return false;
  bool ends = strcmp(a->words[0], b->words[0]) == 0 && strcmp(last_of(a), last_of(b)) == 0;
  return is_end_of(a, b) || (ends && middles_fit(a, b));
}

/* Whether the name may mean the other one's person, if no third fits as well: "J. Biden" and "Joseph Biden", "Bill" and "William". */
static bool may_be(const Name *a, const Name *b)
{
  bool lesser = a->n < b->n || (a->n == b->n && !ng_spelling_is_initial(b->words[0]));
  if (!lesser || g_strcmp0(a->generation, b->generation) != 0)
    return false;
  if (strcmp(last_of(a), last_of(b)) != 0 && !ng_spelling_is_variant(last_of(a), last_of(b)))
    return false;
  return middles_fit(a, b) && (strcmp(a->words[0], b->words[0]) == 0 || ng_spelling_may_be(a->words[0], b->words[0]));
}

typedef bool (*Fits)(const Name *a, const Name *b);

/* The one other person among the sharers whom a name fits; NG_NONE if there is none, or several. */
static uint32_t only_fit(const NgPeople *people, const GArray *sharers, uint32_t i, Fits fits)
{
  uint32_t own = ng_people_person(people, i), found = NG_NONE;
  for (guint k = 0; k < sharers->len; k++) {
    uint32_t other = g_array_index(sharers, uint32_t, k), person = ng_people_person(people, other);
    if (person == own || person == found || !fits(name_at(people, i), name_at(people, other)))
      continue;
    if (found != NG_NONE)
      return NG_NONE;
    found = person;
  }
  return found;
}

static void unite_sharers(NgPeople *people, const GArray *sharers)
{
  static const Fits ways[] = {is_respelled, is_shorter, may_be};
  for (gsize w = 0; w < G_N_ELEMENTS(ways); w++)
    for (guint k = 0; k < sharers->len; k++) {
      uint32_t i = g_array_index(sharers, uint32_t, k), other = only_fit(people, sharers, i, ways[w]);
      if (other != NG_NONE)
        unite(people, i, other);
    }
}

/* The list of a word; `copied`: the table has words of its own. */
static GArray *listed(GHashTable *table, const char *word, bool copied)
{
  GArray *list = g_hash_table_lookup(table, word);
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_hash_table_insert(table, copied ? g_strdup(word) : (char *)word, list);
  }
  return list;
}

static void unite_all(NgPeople *people)
{
  g_autoptr(GHashTable) sharers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
  for (uint32_t i = 0; i < people->names->len; i++) {
    const Name *name = name_at(people, i);
    if (name->n < 2)
      continue;
    unite_closed(people, i);
    char skeleton[MAX_KEY];
    ng_spelling_skeleton(last_of(name), skeleton, sizeof skeleton);
    GArray *list = listed(sharers, skeleton, true);
    if (list->len < MAX_SHARERS)
      g_array_append_val(list, i);
  }
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init(&iter, sharers);
  while (g_hash_table_iter_next(&iter, NULL, &list))
    unite_sharers(people, list);
}

/* ---- short names ---- */

/* The elder is meant where the name says nothing else. */
static bool is_younger(const Name *name)
{
  return name->generation && name->generation[0] != 's';
}

static void bear(NgPeople *people, GHashTable *table, const char *word, bool copied, uint32_t i)
{
  GArray *list = listed(table, word, copied);
  uint32_t person = ng_people_person(people, i);
  for (guint k = 0; k < list->len; k++)
    if (g_array_index(list, uint32_t, k) == person)
      return;
  if (list->len < NG_PEOPLE_BEARERS)
    g_array_append_val(list, person);
}

static void learn_short(NgPeople *people, uint32_t i)
{
  const Name *name = name_at(people, i);
  char skeleton[MAX_KEY];
  ng_spelling_skeleton(last_of(name), skeleton, sizeof skeleton);
  bear(people, people->by_last, last_of(name), false, i);
  bear(people, people->by_first, name->words[0], false, i);
  if (name->n > 2 && strlen(name->words[name->n - 2]) > 3)
    bear(people, people->by_middle, name->words[name->n - 2], false, i);
  if (strlen(last_of(name)) > 4)
    bear(people, people->by_skeleton, skeleton, true, i);
}

void ng_people_settle(NgPeople *people)
{
  unite_all(people);
  for (int younger = 0; younger < 2; younger++)
    for (uint32_t i = 0; i < people->names->len; i++) {
      const Name *name = name_at(people, i);
      if (name->n < 2 || is_younger(name) != (younger == 1))
        continue;
      if (!younger || !g_hash_table_contains(people->by_last, last_of(name)))
        learn_short(people, i);
    }
}

/* Those of one skeleton whose last word really is this word in another spelling. Where a text has both alone, as "Reagan" and "Regan", two are meant. */
static const GArray *respelled_bearers(const NgPeople *people, const char *word)
{
  char skeleton[MAX_KEY];
  ng_spelling_skeleton(word, skeleton, sizeof skeleton);
  const GArray *list = g_hash_table_lookup(people->by_skeleton, skeleton);
  if (!list || list->len != 1)
    return NULL;
  const char *last = last_of(name_at(people, g_array_index(list, uint32_t, 0)));
  return ng_spelling_is_variant(word, last) && !g_hash_table_contains(people->alone, last) ? list : NULL;
}

const GArray *ng_people_bearers(const NgPeople *people, uint32_t name)
{
  const Name *it = name_at(people, name);
  if (it->n != 1)
    return NULL;
  const char *word = it->words[0];
  const GArray *list = g_hash_table_lookup(people->by_last, word);
  if (!list)
    list = g_hash_table_lookup(people->by_first, word);
  gsize bytes = strlen(word);
  if (!list && bytes > 3 && word[bytes - 1] == 's') { /* "Qins' meeting" */
    g_autofree char *owner = g_strndup(word, bytes - 1);
    list = g_hash_table_lookup(people->by_last, owner);
    if (!list)
      list = g_hash_table_lookup(people->by_first, owner);
  }
  if (!list)
    list = g_hash_table_lookup(people->by_middle, word);
  return list ? list : respelled_bearers(people, word);
}
