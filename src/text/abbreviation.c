/* What a full stop after a short word means. English news style; the words are matched with their capitals. */
#include "text/sentence_private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_WORD 15

typedef enum {
  NO_ABBREVIATION,
  NEVER_ENDS,       /* something always follows: a name after Mr., a comparison after vs. */
  BEFORE_NUMBER,    /* an abbreviation only where a number follows: No. 10 */
  ENDS_IF_UNLIKELY, /* ends a sentence if the next word is hardly part of a name: Jan., Inc., U.S. */
  ENDS_IF_CAPITAL   /* ends a sentence if the next word has a capital: etc. */
} Meaning;

typedef struct {
  char word[MAX_WORD + 1];
  Meaning meaning;
} Abbreviation;

/* Sorted by bytes. */
static const Abbreviation abbreviations[] = {
    {"Adm", NEVER_ENDS},        {"Apr", ENDS_IF_UNLIKELY},   {"Ariz", ENDS_IF_UNLIKELY}, {"Ark", ENDS_IF_UNLIKELY},
    {"Art", BEFORE_NUMBER},     {"Assn", ENDS_IF_UNLIKELY},  {"Atty", NEVER_ENDS},       {"Aug", ENDS_IF_UNLIKELY},
    {"Ave", ENDS_IF_UNLIKELY},  {"Bldg", ENDS_IF_UNLIKELY},  {"Blvd", ENDS_IF_UNLIKELY}, {"Brig", NEVER_ENDS},
    {"Bros", ENDS_IF_UNLIKELY}, {"Calif", ENDS_IF_UNLIKELY}, {"Capt", NEVER_ENDS},       {"Ch", BEFORE_NUMBER},
    {"Cmdr", NEVER_ENDS},       {"Co", ENDS_IF_UNLIKELY},    {"Col", NEVER_ENDS},        {"Colo", ENDS_IF_UNLIKELY},
    {"Conn", ENDS_IF_UNLIKELY}, {"Corp", ENDS_IF_UNLIKELY},  {"Cos", ENDS_IF_UNLIKELY},  {"Cpl", NEVER_ENDS},
    {"Dec", ENDS_IF_UNLIKELY},  {"Del", ENDS_IF_UNLIKELY},   {"Dept", ENDS_IF_UNLIKELY}, {"Dr", NEVER_ENDS},
    {"Eq", BEFORE_NUMBER},      {"Feb", ENDS_IF_UNLIKELY},   {"Fig", BEFORE_NUMBER},     {"Figs", BEFORE_NUMBER},
    {"Fla", ENDS_IF_UNLIKELY},  {"Fr", NEVER_ENDS},          {"Fri", ENDS_IF_UNLIKELY},  {"Ft", NEVER_ENDS},
    {"Ga", ENDS_IF_UNLIKELY},   {"Gen", NEVER_ENDS},         {"Gov", NEVER_ENDS},        {"Govs", NEVER_ENDS},
    {"Hon", NEVER_ENDS},        {"Hr", NEVER_ENDS},          {"Ill", ENDS_IF_UNLIKELY},  {"Inc", ENDS_IF_UNLIKELY},
    {"Ind", ENDS_IF_UNLIKELY},  {"Insp", NEVER_ENDS},        {"Jan", ENDS_IF_UNLIKELY},  {"Jr", ENDS_IF_UNLIKELY},
    {"Jul", ENDS_IF_UNLIKELY},  {"Jun", ENDS_IF_UNLIKELY},   {"Kan", ENDS_IF_UNLIKELY},  {"Ky", ENDS_IF_UNLIKELY},
    {"La", ENDS_IF_UNLIKELY},   {"Lt", NEVER_ENDS},          {"Ltd", ENDS_IF_UNLIKELY},  {"MM", NEVER_ENDS},
    {"Maj", NEVER_ENDS},        {"Mar", ENDS_IF_UNLIKELY},   {"Mass", ENDS_IF_UNLIKELY}, {"Md", ENDS_IF_UNLIKELY},
    {"Messrs", NEVER_ENDS},     {"Mgr", NEVER_ENDS},         {"Mich", ENDS_IF_UNLIKELY}, {"Minn", ENDS_IF_UNLIKELY},
    {"Miss", ENDS_IF_UNLIKELY}, {"Mlle", NEVER_ENDS},        {"Mme", NEVER_ENDS},        {"Mo", ENDS_IF_UNLIKELY},
    {"Mon", ENDS_IF_UNLIKELY},  {"Mont", ENDS_IF_UNLIKELY},  {"Mr", NEVER_ENDS},         {"Mrs", NEVER_ENDS},
    {"Ms", NEVER_ENDS},         {"Msgr", NEVER_ENDS},        {"Mt", NEVER_ENDS},         {"Neb", ENDS_IF_UNLIKELY},
    {"Nev", ENDS_IF_UNLIKELY},  {"No", BEFORE_NUMBER},       {"Nos", BEFORE_NUMBER},     {"Nov", ENDS_IF_UNLIKELY},
    {"Nr", BEFORE_NUMBER},      {"Oct", ENDS_IF_UNLIKELY},   {"Okla", ENDS_IF_UNLIKELY}, {"Ore", ENDS_IF_UNLIKELY},
    {"Pa", ENDS_IF_UNLIKELY},   {"Par", BEFORE_NUMBER},      {"Penn", ENDS_IF_UNLIKELY}, {"Pres", NEVER_ENDS},
    {"Prof", NEVER_ENDS},       {"Profs", NEVER_ENDS},       {"Pvt", NEVER_ENDS},        {"Rd", ENDS_IF_UNLIKELY},
    {"Rep", NEVER_ENDS},        {"Reps", NEVER_ENDS},        {"Rev", NEVER_ENDS},        {"Sat", ENDS_IF_UNLIKELY},
    {"Sec", BEFORE_NUMBER},     {"Sen", NEVER_ENDS},         {"Sens", NEVER_ENDS},       {"Sep", ENDS_IF_UNLIKELY},
    {"Sept", ENDS_IF_UNLIKELY}, {"Sgt", NEVER_ENDS},         {"Sr", ENDS_IF_UNLIKELY},   {"Sra", NEVER_ENDS},
    {"St", ENDS_IF_UNLIKELY},   {"Ste", NEVER_ENDS},         {"Sun", ENDS_IF_UNLIKELY},  {"Supt", NEVER_ENDS},
    {"Tenn", ENDS_IF_UNLIKELY}, {"Tex", ENDS_IF_UNLIKELY},   {"Thu", ENDS_IF_UNLIKELY},  {"Thurs", ENDS_IF_UNLIKELY},
    {"Tue", ENDS_IF_UNLIKELY},  {"Tues", ENDS_IF_UNLIKELY},  {"Univ", ENDS_IF_UNLIKELY}, {"Va", ENDS_IF_UNLIKELY},
    {"Vol", BEFORE_NUMBER},     {"Vols", BEFORE_NUMBER},     {"Vt", ENDS_IF_UNLIKELY},   {"Wash", ENDS_IF_UNLIKELY},
    {"Wed", ENDS_IF_UNLIKELY},  {"Wis", ENDS_IF_UNLIKELY},   {"Wyo", ENDS_IF_UNLIKELY},  {"al", ENDS_IF_UNLIKELY},
    {"approx", NEVER_ENDS},     {"art", BEFORE_NUMBER},      {"bzw", NEVER_ENDS},        {"ca", NEVER_ENDS},
    {"cf", NEVER_ENDS},         {"ch", BEFORE_NUMBER},       {"dept", ENDS_IF_UNLIKELY}, {"e.g", NEVER_ENDS},
    {"ed", BEFORE_NUMBER},      {"eds", NEVER_ENDS},         {"eq", BEFORE_NUMBER},      {"esp", NEVER_ENDS},
    {"est", BEFORE_NUMBER},     {"etc", ENDS_IF_CAPITAL},    {"fig", BEFORE_NUMBER},     {"figs", BEFORE_NUMBER},
    {"ft", ENDS_IF_CAPITAL},    {"i.e", NEVER_ENDS},         {"incl", NEVER_ENDS},       {"no", BEFORE_NUMBER},
    {"nos", BEFORE_NUMBER},     {"nr", BEFORE_NUMBER},       {"par", BEFORE_NUMBER},     {"para", BEFORE_NUMBER},
    {"pp", BEFORE_NUMBER},      {"resp", NEVER_ENDS},        {"sec", BEFORE_NUMBER},     {"usw", ENDS_IF_CAPITAL},
    {"v", NEVER_ENDS},          {"viz", NEVER_ENDS},         {"vol", BEFORE_NUMBER},     {"vols", BEFORE_NUMBER},
    {"vs", NEVER_ENDS},
};

/* Sorted by bytes. */
static const char beginners[][MAX_WORD + 1] = {
    "A",       "According", "After",     "Again",   "All",     "Although", "Among",   "An",    "And",     "Another",
    "Any",     "Are",       "As",        "At",      "Because", "Before",   "Besides", "Both",  "But",     "By",
    "Critics", "Despite",   "During",    "Each",    "Earlier", "Either",   "Even",    "Every", "Few",     "For",
    "Four",    "From",      "Had",       "He",      "Her",     "Here",     "His",     "How",   "However", "I",
    "If",      "In",        "Indeed",    "Instead", "Is",      "It",       "Its",     "Later", "Many",    "Meanwhile",
    "More",    "Moreover",  "Most",      "Much",    "My",      "Neither",  "No",      "Nor",   "Not",     "Nothing",
    "Now",     "Officials", "On",        "Once",    "One",     "Only",     "Or",      "Other", "Others",  "Our",
    "People",  "Perhaps",   "Police",    "Several", "She",     "Since",    "So",      "Some",  "Soon",    "Still",
    "Such",    "That",      "The",       "Their",   "Then",    "There",    "These",   "They",  "This",    "Those",
    "Though",  "Three",     "Through",   "Thus",    "To",      "Today",    "Two",     "Under", "Until",   "Was",
    "We",      "Were",      "What",      "When",    "Where",   "Whether",  "Which",   "While", "Who",     "Why",
    "With",    "Without",   "Yesterday", "Yet",     "You",     "Your",
};

/* Sorted by bytes. */
static const char speaking[][MAX_WORD + 1] = {
    "added",     "argued",   "asked",   "asks",     "continued", "cried",    "demanded",
    "exclaimed", "insisted", "joked",   "observed", "quipped",   "remarked", "replied",
    "said",      "says",     "shouted", "told",     "tweeted",   "wondered", "wrote",
};

static int compare_words(const void *a, const void *b)
{
  return strcmp(a, b);
}

/* Copies the word of ASCII letters at `pos` and returns its end; an empty word if it is longer than any we know. */
static gsize read_word(const char *text, gsize end, gsize pos, char word[MAX_WORD + 1])
{
  gsize n = 0;
  while (pos < end && n <= MAX_WORD && g_ascii_isalpha(text[pos])) {
    if (n < MAX_WORD)
      word[n] = text[pos];
    n++;
    pos++;
  }
  word[n <= MAX_WORD ? n : 0] = '\0';
  return pos;
}

bool ng_word_begins_sentence(const char *text, gsize end, gsize pos)
{
  char word[MAX_WORD + 1];
  gsize after = read_word(text, end, pos, word);
  if (after < end && (text[after] == '.' || text[after] == '-' || (guchar)text[after] >= 0x80) &&
      strncmp(text + after, "\xE2\x80", 2) != 0)
    return false; /* an initial, or part of a longer word */
  return bsearch(word, beginners, G_N_ELEMENTS(beginners), sizeof beginners[0], compare_words) != NULL;
}

bool ng_words_tell_speaker(const char *text, gsize end, gsize pos)
{
  if (ng_word_begins_sentence(text, end, pos))
    return false;
  for (int i = 0; i < 4; i++) {
    char word[MAX_WORD + 1];
    gsize after = read_word(text, end, pos, word);
    if (bsearch(word, speaking, G_N_ELEMENTS(speaking), sizeof speaking[0], compare_words))
      return true;
    if (after == pos || !g_ascii_isupper(text[pos]) || after == end || text[after] != ' ')
      return false;
    pos = after + 1;
  }
  return false;
}

/* The start of the word that ends at `stop`: letters, digits and full stops within. At most MAX_WORD + 1 characters back. */
static gsize word_before(const char *text, gsize start, gsize stop, int *characters)
{
  gsize pos = stop;
  for (*characters = 0; pos > start && *characters <= MAX_WORD; (*characters)++) {
    gsize length, previous = ng_text_previous(text, start, pos);
    gunichar c = ng_text_decode(text, stop, previous, &length);
    if (c != '.' && !g_unichar_isalnum(c))
      break;
    pos = previous;
  }
  return pos;
}

/* Letters, one or two between full stops: U.S, p.m, Ph.D, J.R.R. */
static bool is_dotted(const char *word, gsize bytes)
{
  gsize run = 0;
  bool dot = false;
  for (gsize i = 0; i < bytes; i++) {
    if (word[i] == '.') {
      if (run == 0)
        return false;
      dot = true;
      run = 0;
    } else if (!g_ascii_isalpha(word[i]) || ++run > 2) {
      return false;
    }
  }
  return dot && run > 0;
}

static bool is_number(const char *text, gsize bytes)
{
  for (gsize i = 0; i < bytes; i++)
    if (!g_ascii_isdigit(text[i]))
      return false;
  return bytes > 0;
}

static Meaning meaning_of(const char *text, NgRange block, gsize stop)
{
  int characters;
  gsize start = word_before(text, block.start, stop, &characters), bytes = stop - start;
  if (characters == 0 || characters > MAX_WORD)
    return NO_ABBREVIATION;
  if (bytes <= MAX_WORD) {
    char word[MAX_WORD + 1] = {0};
    memcpy(word, text + start, bytes);
    const Abbreviation *found =
        bsearch(word, abbreviations, G_N_ELEMENTS(abbreviations), sizeof abbreviations[0], compare_words);
    if (found)
      return found->meaning;
  }
  if (characters == 1) {
    gsize length;
    gunichar c = ng_text_decode(text, stop, start, &length);
    if (g_unichar_isupper(c))
      return ENDS_IF_UNLIKELY;
    if (g_unichar_islower(c))
      return BEFORE_NUMBER;
  }
  if (is_dotted(text + start, bytes))
    return ENDS_IF_UNLIKELY;
  return start == block.start && bytes <= 3 && is_number(text + start, bytes) ? NEVER_ENDS : NO_ABBREVIATION;
}

/* A number in digits or Roman ones. */
static bool number_at(const char *text, gsize end, gsize pos)
{
  if (pos < end && g_ascii_isdigit(text[pos]))
    return true;
  char word[MAX_WORD + 1];
  read_word(text, end, pos, word);
  return word[0] && strspn(word, "IVXLCDM") == strlen(word);
}

bool ng_stop_abbreviates(const char *text, NgRange block, gsize stop, gsize next)
{
  gsize length;
  switch (meaning_of(text, block, stop)) {
  case NEVER_ENDS:
    return true;
  case BEFORE_NUMBER:
    return number_at(text, block.end, next);
  case ENDS_IF_UNLIKELY:
    return !ng_word_begins_sentence(text, block.end, next);
  case ENDS_IF_CAPITAL:
    return !g_unichar_isupper(ng_text_decode(text, block.end, next, &length));
  case NO_ABBREVIATION:
    break;
  }
  return false;
}
