/* Makes the table of words that the rules for relations stand on, out of lists and of verbs in all their forms. It runs when the program is built, so
 * that a first article need not wait for it.
 *
 * usage: make-words >relation_words_made.h */
#include "annotate/relation_words.h"
#include "annotate/verb_forms.h"
#include "text/hash.h"

#include <stdio.h>
#include <string.h>

/* A word while the table is made. */
typedef struct {
  guint64 key; /* of the word in small letters, as tokens have it; 0: an empty slot */
  const char *spelled;
  gsize past; /* of a form of a verb: the slot of its past; 0: none */
  NgWord word;
} Making;

typedef struct {
  Making *slots;
  GStringChunk *kept;
  guint n;
} Words;

static const struct {
  guint32 classes;
  NgStatus status;
  const char *words;
} lists[] = {
    {NG_WORD_DETERMINER, 0,
     "the a an this these those his her its their our my your some any every each no another both several"},
    {NG_WORD_PREPOSITION, 0,
     "of in on at by with from for between among against over under about into through during despite without within "
     "near "
     "toward towards across along around behind beside beyond inside outside onto upon via per off out up down "
     "throughout "
     "including amid alongside concerning regarding"},
    {NG_WORD_PREPOSITION | NG_WORD_SUBORDINATE, 0, "after before since until till than as like"},
    {NG_WORD_TO | NG_WORD_PREPOSITION, 0, "to"},
    {NG_WORD_BE, 0, "is are was were be been being am 'm 're isn aren wasn weren"},
    {NG_WORD_HAVE, 0, "has have had having 've hasn haven hadn"},
    {NG_WORD_DO, 0, "do does did don doesn didn"},
    {NG_WORD_MODAL, NG_STATUS_PLANNED, "will shall 'll won"},
    {NG_WORD_MODAL, NG_STATUS_POSSIBLE, "would may might could can should must couldn wouldn shouldn 'd"},
    {NG_WORD_MODAL | NG_WORD_NOT, NG_STATUS_DENIED, "cannot"},
    {NG_WORD_NOT, NG_STATUS_DENIED, "not never 't neither nor hardly barely scarcely"},
    {NG_WORD_ADVERB, 0,
     "also then later again already even still now once soon first just only recently publicly immediately angrily "
     "largely "
     "formally personally repeatedly openly officially finally eventually reportedly strongly sharply briefly twice "
     "ever always "
     "often sometimes thus therefore meanwhile however indeed perhaps instead together jointly both all since either "
     "so too "
     "directly secretly subsequently previously formerly initially fully partly quickly simply clearly "
     "here there "
     "early late long much well away back abroad himself herself itself themselves today"},
    {NG_WORD_ADVERB | NG_WORD_DOUBT, 0, "allegedly possibly supposedly probably apparently nearly almost"},
    {NG_WORD_DOUBT, 0,
     "alleged conspiracy conspiring conspired plot plotted plotting attempt attempted attempts possible potential "
     "proposed failed hypothetical"},
    {NG_WORD_AND, 0, "and or & but"},
    {NG_WORD_COMMA, 0, ","},
    {NG_WORD_WHO, 0, "who which that whom whose"},
    {NG_WORD_SUBORDINATE, 0, "because while when although though where why how what whereas once"},
    {NG_WORD_SUBORDINATE | NG_WORD_IF, NG_STATUS_POSSIBLE, "if whether unless"},
    {NG_WORD_PRONOUN, 0, "he she it they we i you him them us me one someone everyone nobody"},
    {NG_WORD_STOP, 0, "; : ( ) [ ] \" ' ` \u2013 \u2014 \u201c \u201d \u2018 \u2026 . ! ? | / * --"},
    {NG_WORD_TIME, 0,
     "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
     "september "
     "october november december mon tue wed thu fri sat sun yesterday today tomorrow tonight last next this earlier "
     "later ago "
     "morning afternoon evening night week month year weekend day spring summer autumn winter noon midnight weeks "
     "months years "
     "days hours jan. feb. mar. apr. aug. sept. oct. nov. dec."},
    {NG_WORD_ADJECTIVE, 0,
     "new old own other many two three four five six seven eight nine ten second third top senior high retired young "
     "late "
     "current outgoing acting deputy vice chief assistant associate executive foreign prime national federal local "
     "political "
     "military civil western eastern northern southern central northeastern northwestern southeastern southwestern "
     "northeast northwest southeast southwest west east north south fellow then longtime long-time interim nearby "
     "downtown "
     "suburban neighbouring neighboring islamist communist dissident embattled veteran state opposition powerful "
     "visiting "
     "incoming rural remote coastal mountainous war-torn elected newly public private best-selling self-governing "
     "joint rival main key all"},
    {NG_WORD_FORMER | NG_WORD_ADJECTIVE, 0, "former ex formerly onetime one-time ex-president"},
    {NG_WORD_TITLE, 0,
     "rival opponent friend colleague counterpart ally opponents predecessor successor nominee candidate husband "
     "champion star actress gunman sniper anarchist terrorist extremist militant soldier policeman policewoman cleric "
     "priest bishop "
     "pastor rabbi imam musician guitarist rapper comedian playwright sculptor painter filmmaker screenwriter investor "
     "entrepreneur conservationist environmentalist physician surgeon psychologist psychiatrist biologist ecologist "
     "astronomer mathematician sociologist anthropologist archaeologist linguist philosopher critic cartoonist "
     "mastermind suspect bodyguard lobbyist campaigner advocate pollster midfielder quarterback sprinter swimmer boxer "
     "jockey cyclist auctioneer "
     "striker defender goalkeeper golfer novelist poet composer photographer activist politician dictator guerrilla "
     "lawmaker "
     "legislator republican democrat conservative socialist liberal astronaut cosmonaut billionaire tycoon"},
    {NG_WORD_TITLE, 0,
     "assassin killer murderer wife husband son daughter father mother brother sister widow widower cousin son-in-law "
     "daughter-in-law father-in-law brother-in-law stepson nephew niece uncle aunt grandson grandfather grandmother"},
    {NG_WORD_FIRM, 0,
     "company firm bank group maker airline agency newspaper carmaker automaker retailer brokerage university "
     "organization organisation union "
     "party club team school college institute manufacturer producer broker daily weekly magazine chain conglomerate "
     "unit subsidiary "
     "consultancy consulting think-tank network charity museum hospital corporation developer publisher studio"},
    {NG_WORD_TIES, 0,
     "ties relations contacts talks meeting meetings negotiations dialogue cooperation links contact agreement "
     "agreements deal deals treaty "
     "pact contract contracts accord accords memorandum war alliance partnership trade partnerships discussions "
     "conversation "
     "conversations communications friendship truce ceasefire"},
    {NG_WORD_EFFORT, NG_STATUS_POSSIBLE, "effort efforts attempt attempts bid bids"},
};

/* Verbs in all their forms. `form_status` is what they bring before "to"; plans and doubts are told apart. */
static const struct {
  guint32 classes;
  NgStatus status;
  const char *verbs;
} verb_lists[] = {
    {NG_WORD_CONTROL, NG_STATUS_PLANNED,
     "plan intend agree promise vow pledge decide prepare schedule expect arrange aim"},
    {NG_WORD_CONTROL, NG_STATUS_POSSIBLE,
     "want hope try attempt work seek threaten offer wish propose need like ask urge order allow suspect allege"},
    {NG_WORD_CONTROL, NG_STATUS_DENIED, "refuse decline fail"},
    {NG_WORD_CONTROL, NG_STATUS_DONE, "begin start continue manage use"},
    {NG_WORD_GERUND, NG_STATUS_DENIED, "deny avoid"},
    {NG_WORD_GERUND, NG_STATUS_POSSIBLE, "consider"},
    {NG_WORD_GERUND, NG_STATUS_DONE, "admit begin start stop finish"},
    {NG_WORD_SAY, 0,
     "say add announce believe report think know find prove note explain insist argue declare claim tell state hear "
     "suggest "
     "reveal indicate "
     "stress warn predict conclude acknowledge confirm hope fear recall"},
    {NG_WORD_CANCEL, NG_STATUS_CANCELLED, "cancel scrap abandon postpone shelve"},
    {0, 0,
     "make take get see look use find become seem keep let begin show hear play run move like believe bring happen "
     "provide sit stand lose pay include continue set learn change lead understand watch follow stop create read allow "
     "add spend "
     "grow open walk win remember love consider appear wait serve die expect build stay fall reach remain raise pass "
     "require "
     "report decide pull rise fall drive draw wear choose drop put spend turn describe discuss dismiss discover "
     "reject react respond insist fail hold carry produce develop close face issue order mark sour escalate produce "
     "release publish "
     "emerge fear say speak feel knows win ride sing steal throw catch hang regret refer sign vote"},
};

/* Words of the law that stand in labels. */
static const char of_the_law[] = "convicted guilty suspected acquitted pleaded pleads";

static const char *const adjectives_of_control[] = {"set",   "due",    "scheduled", "expected",
                                                    "going", "poised", "about",     NULL};
static const char *const possible_adjectives_of_control[] = {"ready", "willing",  "able",     "likely",
                                                             "eager", "unlikely", "prepared", NULL};

/* ---- the table ---- */

static Making *slot_of(const Words *w, guint64 key)
{
  guint i = ng_words_first_slot(key);
  while (w->slots[i].key && w->slots[i].key != key)
    i = (i + 1) % NG_WORD_SLOTS;
  return &w->slots[i];
}

static Making *put(Words *w, const char *spelled)
{
  guint64 key = ng_hash_bytes(NG_HASH_OF_NOTHING, spelled, strlen(spelled));
  Making *made = slot_of(w, key);
  if (!made->key) {
    g_assert(++w->n < NG_WORD_SLOTS / 2);
    made->key = key;
    made->word = (NgWord){.tag = ng_words_tag(key), .verb = NG_NO_ROW, .noun = NG_NO_ROW, .office = NG_NO_ROW};
    made->spelled = g_string_chunk_insert(w->kept, spelled);
  }
  return made;
}

/* ---- forms of verbs ---- */

/* What all forms of a verb share. */
typedef struct {
  guint32 classes;
  uint16_t row;
  NgStatus status;
} Verb;

static Making *put_form(Words *w, const char *spelled, uint8_t form, const Verb *verb)
{
  Making *made = put(w, spelled);
  NgWord *word = &made->word;
  word->classes |= verb->classes;
  if (verb->status)
    word->status = (uint8_t)MAX(word->status, (uint8_t)verb->status);
  if (verb->row == NG_NO_ROW) {
    word->other_forms |= form;
  } else {
    word->verb_forms |= form;
    word->verb = verb->row;
  }
  return made;
}

/* The past and the participle of an irregular verb; false where it is regular. */
static bool irregular(const char *verb, char past[24], char participle[24])
{
  gsize n = strlen(verb);
  for (const char *const *row = ng_irregular_verbs(); *row; row++) {
    if ((*row)[0] != verb[0] || strncmp(*row, verb, n) != 0 || (*row)[n] != ' ')
      continue;
    const char *second = *row + n + 1, *third = strchr(second, ' ') + 1;
    g_snprintf(past, 24, "%.*s", (int)(third - 1 - second), second);
    g_snprintf(participle, 24, "%s", third);
    return true;
  }
  return false;
}

static void put_verb(Words *w, const char *base, const Verb *verb)
{
  char past[24], participle[24];
  g_autofree char *third = ng_verb_with_ending(base, "s"), *regular = ng_verb_with_ending(base, "ed");
  bool is_irregular = irregular(base, past, participle);
  g_autofree char *gerund = is_irregular && g_str_has_suffix(past, "ed") && strlen(past) > 2
                                ? g_strdup_printf("%.*sing", (int)strlen(past) - 2, past)
                                : ng_verb_with_ending(base, "ing");
  Making *forms[] = {put_form(w, base, NG_FORM_BASE, verb),
                     put_form(w, is_irregular ? participle : regular, NG_FORM_PARTICIPLE, verb),
                     put_form(w, third, NG_FORM_THIRD, verb),
                     put_form(w, gerund, NG_FORM_ING, verb),
                     put_form(w, is_irregular ? past : regular, NG_FORM_PAST, verb),
                     g_str_has_suffix(base, "el") ? put_form(w, regular, NG_FORM_PAST | NG_FORM_PARTICIPLE, verb)
                                                  : NULL};
  gsize at = (gsize)(forms[4] - w->slots);
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    if (forms[i] && (verb->row != NG_NO_ROW || !forms[i]->past))
      forms[i]->past = at;
}

/* ---- filling it ---- */

static void put_list(Words *w, const char *words, guint32 classes, NgStatus status)
{
  g_auto(GStrv) all = g_strsplit(words, " ", -1);
  for (char **word = all; *word; word++) {
    NgWord *put_in = &put(w, *word)->word;
    put_in->classes |= classes;
    put_in->status = (uint8_t)MAX(put_in->status, (uint8_t)status);
  }
}

/* A contraction is shown in full. */
static void spell_contractions(Words *w)
{
  static const char *const spellings[][2] = {
      {"isn", "is"},     {"aren", "are"}, {"wasn", "was"},     {"weren", "were"},   {"hasn", "has"},
      {"haven", "have"}, {"hadn", "had"}, {"don", "do"},       {"doesn", "does"},   {"didn", "did"},
      {"won", "will"},   {"'t", "not"},   {"couldn", "could"}, {"wouldn", "would"}, {"shouldn", "should"},
      {"'ll", "will"},   {"'ve", "have"}, {"'re", "are"},      {"'d", "would"},     {"'m", "am"}};
  for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
    put(w, spellings[i][0])->spelled = spellings[i][1];
  put_list(w, "'s ' \u2019s \u2019", NG_WORD_POSSESSIVE, NG_STATUS_DONE);
  Making *curly = put(w, "\u2019t");
  curly->word.classes |= NG_WORD_NOT;
  curly->spelled = "not";
}

static void put_verbs(Words *w)
{
  for (gsize i = 0; i < G_N_ELEMENTS(verb_lists); i++) {
    g_auto(GStrv) all = g_strsplit(verb_lists[i].verbs, " ", -1);
    Verb verb = {verb_lists[i].classes, NG_NO_ROW, verb_lists[i].status};
    for (char **word = all; *word; word++)
      put_verb(w, *word, &verb);
  }
  gsize n;
  const NgVerbRow *rows = ng_verb_rows(&n);
  for (gsize i = 0; i < n; i++) {
    Verb verb = {0, (uint16_t)i, NG_STATUS_DONE};
    if (i == 0 || strcmp(rows[i - 1].verb, rows[i].verb) != 0)
      put_verb(w, rows[i].verb, &verb);
  }
}

static void put_nouns_and_offices(Words *w)
{
  gsize n;
  const NgNounRow *nouns = ng_noun_rows(&n);
  for (gsize i = 0; i < n; i++)
    put(w, nouns[i].noun)->word.noun = (uint16_t)i;
  const NgOffice *offices = ng_offices(&n);
  for (gsize i = 0; i < n; i++)
    put(w, offices[i].word)->word.office = (uint16_t)i;
}

static void put_all(Words *w)
{
  put_verbs(w);
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    put_list(w, lists[i].words, lists[i].classes, lists[i].status);
  put_list(w, of_the_law, 0, NG_STATUS_DONE);
  for (const char *const *word = adjectives_of_control; *word; word++)
    put_list(w, *word, NG_WORD_CONTROL, NG_STATUS_PLANNED);
  for (const char *const *word = possible_adjectives_of_control; *word; word++)
    put_list(w, *word, NG_WORD_CONTROL, NG_STATUS_POSSIBLE);
  put_nouns_and_offices(w);
  spell_contractions(w);
}

/* ---- printing it ---- */

/* The number of each slot's word, from 1; 0 of an empty slot. Words of a class, which texts are full of, stand together before mere verbs. */
static void number_words(const Words *w, guint numbers[NG_WORD_SLOTS])
{
  guint n = 0;
  for (int mere_verbs = 0; mere_verbs < 2; mere_verbs++)
    for (gsize i = 0; i < NG_WORD_SLOTS; i++)
      if (w->slots[i].key && (w->slots[i].word.classes == 0) == (mere_verbs == 1))
        numbers[i] = ++n;
}

/* Fills the slots in the order of their numbers. */
static void order_words(const guint numbers[NG_WORD_SLOTS], gsize slots[NG_WORD_SLOTS])
{
  for (gsize i = 0; i < NG_WORD_SLOTS; i++)
    if (numbers[i])
      slots[numbers[i]] = i;
}

static void print_word(const Making *made, guint past, gsize spelled)
{
  const NgWord *word = &made->word;
  printf("  {0x%xu, 0x%xu, %u, %u, %u, %u, %u, %u, %u, %u},\n", word->tag, word->classes, word->verb, word->noun,
         word->office, past, (guint)spelled, word->verb_forms, word->other_forms, word->status);
}

static void print_spelled(const char *spelled)
{
  printf("  \"");
  for (const char *p = spelled; *p; p++)
    printf(g_ascii_isalnum(*p) || *p == '-' ? "%c" : "\\%03o", (guchar)*p);
  printf("\\0\"\n");
}

static void print_all(const Words *w)
{
  static guint numbers[NG_WORD_SLOTS];
  static gsize slots[NG_WORD_SLOTS];
  number_words(w, numbers);
  order_words(numbers, slots);
  printf("static const uint16_t slots[NG_WORD_SLOTS] = {\n");
  for (gsize i = 0; i < NG_WORD_SLOTS; i++)
    printf("%u,%s", numbers[i], i % 16 == 15 ? "\n" : "");
  printf("};\nstatic const NgWord words[] = {\n  {.tag = 0},\n");
  gsize spelled = 0;
  for (guint n = 1; n <= w->n; n++) {
    const Making *made = &w->slots[slots[n]];
    print_word(made, made->past ? numbers[made->past] : 0, spelled);
    spelled += strlen(made->spelled) + 1;
  }
  g_assert(spelled < UINT16_MAX);
  printf("};\nstatic const char spellings[] =\n");
  for (guint n = 1; n <= w->n; n++)
    print_spelled(w->slots[slots[n]].spelled);
  printf("  ;\n");
}

int main(void)
{
  Words w = {g_new0(Making, NG_WORD_SLOTS), g_string_chunk_new(4096), 0};
  put_all(&w);
  print_all(&w);
  g_free(w.slots);
  g_string_chunk_free(w.kept);
  return fflush(stdout) == 0 ? 0 : 1;
}
