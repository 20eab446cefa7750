#include "annotate/role_words.h"

#include "annotate/tokens.h"

#include <string.h>

#define W NG_ROLE_WORD
#define T NG_ROLE_TITLE
#define O NG_ROLE_OFFICIAL
#define D NG_ROLE_DIPLOMAT
#define L NG_ROLE_LEADER

typedef struct {
  const char *word;
  guint kinds;
} Entry;

/* In the order of strcmp. */
/* clang-format off */
static const Entry words[] = {
    {"accountant", W}, {"activist", W}, {"actor", W}, {"actress", W}, {"administrator", W | T | O},
    {"admiral", W | T}, {"adviser", W | O}, {"advisor", W | O}, {"agent", W}, {"aide", W},
    {"ambassador", W | T | O | D}, {"analyst", W}, {"anthropologist", W}, {"archbishop", W | T}, {"architect", W},
    {"archivist", W}, {"artist", W}, {"assistant", W}, {"astronaut", W}, {"astronomer", W}, {"athlete", W},
    {"attorney", W}, {"auditor", W}, {"author", W}, {"ayatollah", W | T}, {"backbencher", W}, {"bailiff", W},
    {"banker", W}, {"barrister", W}, {"billionaire", W}, {"biologist", W}, {"bishop", W}, {"blogger", W},
    {"boxer", W}, {"brigadier", W}, {"broadcaster", W}, {"broker", W}, {"brother", W}, {"businessman", W},
    {"businesswoman", W}, {"campaigner", W}, {"candidate", W}, {"captain", W}, {"cardinal", W}, {"cardiologist", W},
    {"ceo", W}, {"chair", W}, {"chairman", W | T}, {"chairperson", W | T}, {"chairwoman", W | T}, {"champion", W},
    {"chancellor", W | T | L}, {"chef", W}, {"chemist", W}, {"chief", W | O}, {"choreographer", W},
    {"cinematographer", W}, {"cleric", W}, {"climatologist", W}, {"co-founder", W}, {"co-ordinator", W},
    {"co-owner", W}, {"coach", W}, {"colonel", W | T}, {"columnist", W}, {"comedian", W}, {"commander", W | O},
    {"commentator", W}, {"commissioner", W | T | O}, {"commodore", W}, {"composer", W}, {"conductor", W},
    {"congressman", W | T}, {"congresswoman", W | T}, {"constable", W}, {"consul", W | O | D}, {"consultant", W},
    {"coordinator", W}, {"coroner", W}, {"corporal", W}, {"correspondent", W}, {"councillor", W | T},
    {"councilman", W | T}, {"councilor", W}, {"councilwoman", W | T}, {"counsel", W}, {"cricketer", W},
    {"curator", W}, {"cyclist", W}, {"dancer", W}, {"daughter", W}, {"dealer", W}, {"dean", W}, {"defender", W},
    {"democrat", W}, {"deputy", W | T | O}, {"designer", W}, {"detective", W | T}, {"developer", W},
    {"diplomat", W | O | D}, {"director", W | T | O}, {"dissident", W}, {"doctor", W}, {"driver", W}, {"duchess", W},
    {"duke", W}, {"economist", W}, {"editor", W}, {"emir", W | L}, {"emperor", W}, {"empress", W}, {"engineer", W},
    {"entrepreneur", W}, {"envoy", W | T | O | D}, {"epidemiologist", W}, {"executive", W}, {"expert", W},
    {"explorer", W}, {"farmer", W}, {"father", W}, {"fellow", W}, {"filmmaker", W}, {"footballer", W}, {"founder", W},
    {"general", W | T}, {"geologist", W}, {"goalkeeper", W}, {"golfer", W}, {"governor", W | T | O}, {"hacker", W},
    {"head", W}, {"historian", W}, {"host", W}, {"husband", W}, {"imam", W}, {"industrialist", W},
    {"inspector", W | T}, {"inventor", W}, {"investor", W}, {"jockey", W}, {"journalist", W}, {"judge", W},
    {"justice", W}, {"king", W | L}, {"lawmaker", W}, {"lawyer", W}, {"leader", W | T | L}, {"lecturer", W},
    {"legislator", W}, {"librarian", W}, {"lieutenant", W | T}, {"lobbyist", W}, {"magistrate", W}, {"magnate", W},
    {"major", W}, {"manager", W}, {"marshal", W}, {"mayor", W}, {"member", W}, {"mep", W}, {"meteorologist", W},
    {"midfielder", W}, {"militant", W}, {"minister", W | T | O}, {"moderator", W}, {"monarch", W | L}, {"mother", W},
    {"mountaineer", W}, {"mp", W}, {"musician", W}, {"negotiator", W | O | D}, {"nominee", W}, {"novelist", W},
    {"nurse", W}, {"officer", W}, {"official", W | O}, {"ombudsman", W}, {"organiser", W}, {"organizer", W},
    {"owner", W}, {"painter", W}, {"partner", W}, {"pastor", W}, {"philosopher", W}, {"photographer", W},
    {"physician", W}, {"physicist", W}, {"pianist", W}, {"pilot", W}, {"pitcher", W}, {"player", W},
    {"playwright", W}, {"poet", W}, {"politician", W}, {"pope", W | L}, {"premier", W | T | L}, {"presenter", W},
    {"president", W | T | L}, {"president-elect", W | T | L}, {"priest", W}, {"prince", W}, {"princess", W},
    {"principal", W}, {"producer", W}, {"professor", W | T}, {"programmer", W}, {"prosecutor", W | O},
    {"psychiatrist", W}, {"psychologist", W}, {"publisher", W}, {"quarterback", W}, {"queen", W | L}, {"rabbi", W},
    {"rector", W}, {"referee", W}, {"regulator", W}, {"reporter", W}, {"representative", W | T}, {"republican", W},
    {"researcher", W}, {"resident", W}, {"reverend", W}, {"rider", W}, {"ruler", W | L}, {"scholar", W},
    {"scientist", W}, {"screenwriter", W}, {"sculptor", W}, {"secretary", W | T | O},
    {"secretary-general", W | T | O}, {"seismologist", W}, {"senator", W | T}, {"sergeant", W | T}, {"sheriff", W},
    {"singer", W}, {"sister", W}, {"sociologist", W}, {"solicitor", W}, {"son", W}, {"speaker", W},
    {"spokesman", W | T | O}, {"spokesperson", W | T | O}, {"spokeswoman", W | T | O}, {"sprinter", W},
    {"strategist", W}, {"striker", W}, {"student", W}, {"sultan", W | L}, {"superintendent", W | T},
    {"supervisor", W}, {"surgeon", W}, {"suspect", W}, {"swimmer", W}, {"teacher", W}, {"technologist", W},
    {"trader", W}, {"trainer", W}, {"treasurer", W}, {"tycoon", W}, {"umpire", W}, {"undersecretary", W | T | O},
    {"veteran", W}, {"veterinarian", W}, {"vice-chairman", W}, {"vice-president", W | T | O}, {"virologist", W},
    {"whip", W}, {"whistleblower", W}, {"widow", W}, {"widower", W}, {"wife", W}, {"wrestler", W}, {"writer", W},
};
/* clang-format on */

#undef W
#undef T
#undef O
#undef D
#undef L

static const char *const addresses[] = {"mr",   "mr.",  "mrs",  "mrs.",  "ms",   "ms.",  "miss", "mx",
                                        "dr",   "dr.",  "prof", "prof.", "sir",  "sen.", "rep.", "gov.",
                                        "gen.", "col.", "lt.",  "capt.", "sgt.", "rev.", "madam"};

static const char *const modifiers[] = {
    "acting",   "affairs", "army",     "assistant",  "associate", "attorney", "caretaker", "chief",      "defence",
    "defense",  "deputy",  "economic", "energy",     "executive", "ex",       "exiled",    "finance",    "first",
    "foreign",  "former",  "general",  "government", "health",    "incoming", "interim",   "interior",   "junior",
    "justice",  "late",    "lead",     "longtime",   "managing",  "military", "national",  "opposition", "ousted",
    "outgoing", "party",   "police",   "political",  "press",     "prime",    "retired",   "security",   "senior",
    "special",  "state",   "supreme",  "then",       "top",       "trade",    "vice"};

#define MAX_WORD 24

/* A word in small letters; false for one that is too long to be known. */
static bool lower_word(const char *word, gsize bytes, char *lower)
{
  if (!bytes || bytes >= MAX_WORD)
    return false;
  for (gsize i = 0; i < bytes; i++)
    lower[i] = ng_ascii_small(word[i]);
  lower[bytes] = '\0';
  return true;
}

/* First letters tell most words apart. */
static int compare(const char *a, const char *b)
{
  return *a == *b ? strcmp(a, b) : (guchar)*a - (guchar)*b;
}

guint ng_role_words_of(const char *word, gsize bytes)
{
  char lower[MAX_WORD];
  if (!lower_word(word, bytes, lower))
    return 0;
  for (gsize low = 0, high = G_N_ELEMENTS(words); low < high;) {
    gsize middle = (low + high) / 2;
    int order = compare(lower, words[middle].word);
    if (order == 0)
      return words[middle].kinds;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return 0;
}

static bool is_among(const char *word, const char *const *all, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (compare(word, all[i]) == 0)
      return true;
  return false;
}

bool ng_role_words_is_title(const char *folded)
{
  return is_among(folded, addresses, G_N_ELEMENTS(addresses)) ||
         ng_role_words_of(folded, strlen(folded)) & NG_ROLE_TITLE;
}

bool ng_role_words_is_modifier(const char *word, gsize bytes)
{
  char lower[MAX_WORD];
  return lower_word(word, bytes, lower) && is_among(lower, modifiers, G_N_ELEMENTS(modifiers));
}

static bool has_before(const char *role, gsize bytes, const char *word)
{
  g_autofree char *before = g_ascii_strdown(role, (gssize)bytes);
  return strstr(before, word);
}

guint ng_role_words_head(const char *role, gsize bytes, const char **head, gsize *head_bytes)
{
  for (gsize i = 0, n; i < bytes; i += n + 1) {
    n = 0;
    while (i + n < bytes && role[i + n] != ' ')
      n++;
    guint kinds = ng_role_words_of(role + i, n);
    bool again = i + n + 1 < bytes && g_ascii_isupper(role[i + n + 1]) && /* "General Secretary": the last of them */
                 ng_role_words_of(role + i + n + 1, strcspn(role + i + n + 1, " ,")) & NG_ROLE_TITLE;
    if (!kinds || again)
      continue;
    *head = role + i;
    *head_bytes = n;
    if (kinds & NG_ROLE_OFFICIAL && has_before(role, i, "foreign"))
      kinds |= NG_ROLE_DIPLOMAT;
    if (has_before(role, i, "prime"))
      kinds = (kinds & ~(guint)NG_ROLE_OFFICIAL) | NG_ROLE_LEADER;
    return kinds;
  }
  return 0;
}

/* ---- countries ---- */

/* Of countries and peoples that do not begin alike. */
static const char *const countries[] = {"us u.s. usa american america united",
                                        "uk u.k. british britain united-kingdom",
                                        "french france",
                                        "polish poland",
                                        "danish denmark",
                                        "dutch netherlands",
                                        "thai thailand",
                                        "irish ireland",
                                        "scottish scotland",
                                        "welsh wales",
                                        "finnish finland",
                                        "swiss switzerland",
                                        "filipino philippine philippines",
                                        "spanish spain",
                                        "turkish turkey",
                                        "norwegian norway",
                                        "swedish sweden",
                                        "portuguese portugal",
                                        "saudi saudi-arabia",
                                        "eu european europe"};

static bool has_word(const char *line, const char *word)
{
  gsize bytes = strlen(word);
  for (const char *p = line; (p = strstr(p, word)); p += bytes)
    if ((p == line || p[-1] == ' ') && (p[bytes] == ' ' || !p[bytes]))
      return true;
  return false;
}

bool ng_role_words_same_country(const char *a, gsize a_bytes, const char *b, gsize b_bytes)
{
  char x[MAX_WORD], y[MAX_WORD];
  if (!lower_word(a, a_bytes, x) || !lower_word(b, b_bytes, y))
    return false;
  if (strcmp(x, y) == 0)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS(countries); i++)
    if (has_word(countries[i], x) && has_word(countries[i], y))
      return true;
  gsize same = 0, shorter = MIN(a_bytes, b_bytes);
  while (same < shorter && x[same] == y[same])
    same++;
  return same >= 4 && same + 1 >= shorter;
}
