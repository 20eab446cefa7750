#include "annotate/spelling.h"

#include <string.h>

#define MAX_WORD     32 /* bytes of words that are compared letter by letter */
#define MIN_VARIANT  5
#define LONG_VARIANT 7 /* from here on two letters may differ */

/* Latin letters that no mark can be taken off, and the apostrophe that is no quotation mark. */
static const char *letter_in_ascii(gunichar c)
{
  static const struct {
    gunichar letter;
    const char *ascii;
  } letters[] = {{0xDF, "ss"}, {0xC6, "Ae"}, {0xE6, "ae"},  {0xD0, "D"},   {0xF0, "d"},  {0xD8, "O"},
                 {0xF8, "o"},  {0xDE, "Th"}, {0xFE, "th"},  {0x110, "D"},  {0x111, "d"}, {0x131, "i"},
                 {0x141, "L"}, {0x142, "l"}, {0x152, "Oe"}, {0x153, "oe"}, {0x2019, "'"}};
  for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
    if (letters[i].letter == c)
      return letters[i].ascii;
  return NULL;
}

char *ng_spelling_plain(const char *word)
{
  if (g_str_is_ascii(word))
    return g_strdup(word);
  g_autofree char *apart = g_utf8_normalize(word, -1, G_NORMALIZE_NFD);
  if (!apart)
    return g_strdup(word);
  GString *plain = g_string_new(NULL);
  for (const char *p = apart; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    const char *ascii = c < 0x80 ? NULL : letter_in_ascii(c);
    if (ascii)
      g_string_append(plain, ascii);
    else if (!g_unichar_ismark(c))
      g_string_append_unichar(plain, c);
  }
  return g_string_free(plain, FALSE);
}

/* Letters that transliterations use for one another; 0 for those that they leave out at will. */
static char consonant(char c)
{
  switch (c) {
  case 'a':
  case 'e':
  case 'i':
  case 'o':
  case 'u':
  case 'y':
  case 'h':
  case 'j':
  case 'w':
  case '-':
  case '\'':
    return 0;
  case 'c':
  case 'q':
    return 'k';
  case 'z':
    return 's';
  default:
    return c;
  }
}

void ng_spelling_skeleton(const char *word, char *skeleton, gsize room)
{
  gsize n = 0;
  for (const char *p = word; *p && n + 1 < room; p++) {
    char c = consonant(*p);
    if (c && !(n && skeleton[n - 1] == c))
      skeleton[n++] = c;
  }
  skeleton[n] = '\0';
}

/* Levenshtein's distance of two words of at most MAX_WORD bytes. */
static guint distance(const char *a, gsize n, const char *b, gsize m)
{
  guint row[MAX_WORD + 1];
  for (guint k = 0; k <= m; k++)
    row[k] = k;
  for (gsize i = 1; i <= n; i++) {
    guint diagonal = row[0];
    row[0] = (guint)i;
    for (gsize k = 1; k <= m; k++) {
      guint change = diagonal + (a[i - 1] != b[k - 1]);
      diagonal = row[k];
      guint shift = MIN(row[k], row[k - 1]) + 1;
      row[k] = MIN(change, shift);
    }
  }
  return row[m];
}

/* "maria" and "marie", "martin" and "martina", "alexander" and "alexandra": other names. */
static bool is_other_ending(const char *a, gsize n, const char *b, gsize m)
{
  if ((a[n - 1] == 'a') != (b[m - 1] == 'a'))
    return true;
  return n == m && memcmp(a, b, n - 1) == 0;
}

bool ng_spelling_is_variant(const char *a, const char *b)
{
  gsize n = strlen(a), m = strlen(b);
  if (n < MIN_VARIANT || m < MIN_VARIANT || n > MAX_WORD || m > MAX_WORD || a[0] != b[0] || is_other_ending(a, n, b, m))
    return false;
  char x[MAX_WORD + 1], y[MAX_WORD + 1];
  ng_spelling_skeleton(a, x, sizeof x);
  ng_spelling_skeleton(b, y, sizeof y);
  guint apart = n >= LONG_VARIANT && m >= LONG_VARIANT ? 2 : 1;
  return strcmp(x, y) == 0 && distance(a, n, b, m) <= apart;
}

bool ng_spelling_is_initial(const char *word)
{
  return word[0] && (!word[1] || word[1] == '.');
}

/* ---- nicknames ---- */

/* A formal name, its other spellings, and what people are called for short. */
static const char *const nicknames[] = {
    "abigail abby",
    "albert al bert",
    "alexander alex sandy aleksandr oleksandr alexandr",
    "alfred alf fred",
    "andrew andy drew andrei andrey andriy",
    "anthony antony tony",
    "arthur art",
    "benjamin ben benny",
    "bernard bernie",
    "catherine katherine kathryn kate kathy cathy katie",
    "charles charlie chuck chas",
    "christopher chris kit",
    "christine christina chris tina",
    "daniel dan danny",
    "david dave davy",
    "deborah debbie debra",
    "dmitry dmitri dmytro dima",
    "donald don donnie",
    "douglas doug",
    "edward ed eddie ted ned",
    "elizabeth liz beth betty lizzie libby elisabeth",
    "eugene gene yevgeny",
    "francis frank",
    "frederick fred freddie frederic",
    "gerald gerry jerry",
    "gregory greg",
    "harold harry hal",
    "henry harry hank",
    "jacob jake",
    "james jim jimmy jamie",
    "jeffrey jeff geoffrey geoff",
    "jennifer jen jenny",
    "john jack johnny jon",
    "jonathan jon",
    "joseph joe joey",
    "joshua josh",
    "kenneth ken kenny",
    "lawrence larry laurence",
    "leonard len lenny",
    "margaret maggie meg peggy",
    "matthew matt",
    "michael mike mick mickey mikhail",
    "mohammed mohammad muhammad mohamed muhammed mohamad",
    "nathaniel nathan nate",
    "nicholas nick nicolas nikolas",
    "pamela pam",
    "patricia pat patty tricia",
    "patrick pat paddy",
    "peter pete",
    "philip phillip phil",
    "raymond ray",
    "rebecca becky",
    "richard dick rick rich richie",
    "robert bob bobby rob robbie bert",
    "ronald ron ronnie",
    "russell russ",
    "samuel sam sammy",
    "sergei sergey serhiy",
    "stephen steven steve stefan",
    "susan sue suzanne",
    "theodore ted teddy theo",
    "thomas tom tommy",
    "timothy tim",
    "victoria vicky",
    "vincent vince vinnie",
    "vladimir volodymyr wladimir",
    "walter walt wally",
    "william bill will billy willie willy",
    "zachary zach zack",
};

static bool has_word(const char *line, const char *word, gsize bytes)
{
  for (const char *p = line; (p = strstr(p, word)); p += bytes)
    if ((p == line || p[-1] == ' ') && (p[bytes] == ' ' || !p[bytes]))
      return true;
  return false;
}

static bool is_nickname(const char *a, const char *b)
{
  gsize n = strlen(a), m = strlen(b);
  if (n < 2 || m < 2)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(nicknames); i++)
    if (has_word(nicknames[i], a, n) && has_word(nicknames[i], b, m))
      return true;
  return false;
}

bool ng_spelling_may_be(const char *a, const char *b)
{
  if (ng_spelling_is_initial(a) || ng_spelling_is_initial(b))
    return a[0] == b[0];
  return is_nickname(a, b) || ng_spelling_is_variant(a, b);
}
