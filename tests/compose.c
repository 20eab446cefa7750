#include "tests/compose.h"

#include <string.h>

#define MAX_DEPTH 512

typedef struct {
  char type;
  char *pointers; /* as written; owned */
} Brace;

static void open_brace(NgBuilder *b, const Brace *brace)
{
  if (brace->type == 'n')
    ng_builder_note_begin(b);
  else
    ng_builder_open(b);
}

static void close_mention(NgBuilder *b, NgEntityKind kind, const char *written, uint32_t line)
{
  g_auto(GStrv) pointers = *written ? g_strsplit(written, ",", -1) : NULL;
  ng_builder_close_mention(b, kind, (const char *const *)pointers, line, 1);
}

static void close_brace(NgBuilder *b, const Brace *brace, uint32_t line)
{
  const char *id = brace->pointers + (brace->pointers[0] == '#');
  switch (brace->type) {
  case 'p':
    close_mention(b, NG_ENTITY_PERSON, brace->pointers, line);
    break;
  case 'l':
    close_mention(b, NG_ENTITY_PLACE, brace->pointers, line);
    break;
  case 'o':
    close_mention(b, NG_ENTITY_ORGANISATION, brace->pointers, line);
    break;
  case 'v':
    close_mention(b, NG_ENTITY_EVENT, brace->pointers, line);
    break;
  case 'i':
    ng_builder_close_style(b, NG_STYLE_ITALIC);
    break;
  case 'b':
    ng_builder_close_style(b, NG_STYLE_BOLD);
    break;
  case 'a':
    ng_builder_close_link(b, brace->pointers);
    break;
  case 's':
  case 'x':
    ng_builder_close_passage(b, id, brace->type == 's');
    break;
  case 'n':
    ng_builder_note_end(b);
    break;
  default:
    g_error("no such type in a composed article: %c", brace->type);
  }
}

static void compose_line(NgBuilder *b, const char *p, uint32_t line)
{
  Brace braces[MAX_DEPTH];
  gsize depth = 0;
  while (*p) {
    gsize plain = strcspn(p, "{}");
    ng_builder_text(b, p, plain);
    p += plain;
    if (*p == '{') {
      const char *colon = strchr(p, ':');
      while (colon && colon[1] == '/') /* that of a URI */
        colon = strchr(colon + 1, ':');
      g_assert(colon && depth < MAX_DEPTH);
      braces[depth] = (Brace){p[1], g_strndup(p + 2, (gsize)(colon - p - 2))};
      open_brace(b, &braces[depth++]);
      p = colon + 1;
    } else if (*p == '}') {
      g_assert(depth > 0);
      close_brace(b, &braces[--depth], line);
      g_free(braces[depth].pointers);
      p++;
    }
  }
  g_assert(depth == 0);
}

void ng_compose(NgBuilder *b, const char *notation)
{
  static const struct {
    const char *mark;
    NgBlockKind kind;
    int level;
  } kinds[] = {{"= ", NG_BLOCK_TITLE, 0},    {"# ", NG_BLOCK_HEADING, 1}, {"## ", NG_BLOCK_HEADING, 2},
               {"> ", NG_BLOCK_QUOTE, 0},    {"- ", NG_BLOCK_ITEM, 1},    {"| ", NG_BLOCK_TABLE, 0},
               {"lg/l ", NG_BLOCK_VERSE, 1}, {"l ", NG_BLOCK_VERSE, 2}};
  g_auto(GStrv) lines = g_strsplit(notation, "\n", -1);
  for (uint32_t i = 0; lines[i]; i++) {
    const char *text = lines[i];
    gsize k = 0;
    while (k < G_N_ELEMENTS(kinds) && !g_str_has_prefix(text, kinds[k].mark))
      k++;
    if (k < G_N_ELEMENTS(kinds)) {
      ng_builder_block(b, kinds[k].kind, kinds[k].level);
      text += strlen(kinds[k].mark);
    } else {
      ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
    }
    compose_line(b, text, i + 1);
  }
}

NgArticle *ng_composed(const char *notation)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  ng_compose(b, notation);
  return ng_builder_finish(b);
}
