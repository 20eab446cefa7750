/* Lists over the reader: contents, links, problems; and what is said about the article. */
#include "tests/ui.h"
#include "ui/chooser.h"
#include "ui/overlays.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static NgArticle *bundled(void)
{
  return ng_stage_article(NG_STAGE_ARTICLE);
}

static NgArticle *with_links(void)
{
  return ng_stage_article_of(
      "<p>See <ref target=\"https://example.org/report\">the report</ref> and <ptr "
      "target=\"https://example.org/bare\"/> of "
      "<persName ref=\"#qin\">Qin Gang</persName>.</p><p>And 北京 <ref target=\"https://example.org/北京\">in "
      "Chinese</ref>.</p>");
}

/* Three problems, far apart in the text. */
static NgArticle *with_problems(void)
{
  static const char filler[] = "\n<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>Five.</p><p>Six.</p>\n";
  g_autofree char *body =
      g_strconcat("<p>Met <persName ref=\"#qun\">Qin Gang</persName>.</p>", filler,
                  "<p>Then <persName ref=\"#nobody\">X</persName>.</p>", filler,
                  "<p>In <placeName ref=\"#bali\">Bali</placeName>, <placeName ref=\"#no\"/>.</p>", NULL);
  return ng_stage_article_of(body);
}

static const struct {
  const char *name;
  NgOverlay *(*make)(NgReader *reader, const NgOverlayContext *context);
  NgArticle *(*article)(void);
} overlays[] = {{"contents", ng_contents_new, bundled},
                {"links", ng_links_new, with_links},
                {"problems", ng_problems_new, with_problems},
                {"about", ng_about_new, bundled}};

/* The reader of an article, drawn once, and an overlay over it. */
typedef struct {
  NgStage *stage;
  NgArticle *article;
  NgReader *reader;
  NgOverlay *overlay;
} Scene;

static Scene scene_new(gsize which, int cols, int rows, bool ascii)
{
  static const NgOverlayContext nothing = {0};
  Scene scene = {ng_stage_new(cols, rows, ascii), overlays[which].article(), NULL, NULL};
  scene.reader = ng_reader_new(scene.article);
  ng_stage_draw_reader(scene.stage, scene.reader);
  scene.overlay = overlays[which].make(scene.reader, &nothing);
  return scene;
}

static void scene_draw(Scene *scene)
{
  ng_stage_draw_reader(scene->stage, scene->reader);
  ng_stage_draw_overlay(scene->stage, scene->overlay, scene->reader);
}

static NgOutcome scene_command(Scene *scene, NgCommandId command)
{
  return scene->overlay->ops->command(scene->overlay, scene->reader, command, 0);
}

static void scene_clear(Scene *scene)
{
  ng_overlay_free(scene->overlay);
  ng_reader_free(scene->reader);
  ng_article_free(scene->article);
  ng_stage_free(scene->stage);
}

typedef struct {
  gsize which;
  int cols, rows;
  bool ascii;
} Case;

ParameterizedTestParameters(chooser, golden)
{
  static Case cases[] = {{0, 120, 40, false}, {0, 80, 24, false},  {0, 200, 60, false}, {0, 40, 12, false},
                         {0, 1, 1, false},    {1, 120, 40, false}, {1, 80, 24, false},  {1, 40, 12, false},
                         {1, 80, 24, true},   {2, 80, 24, false},  {2, 120, 40, false}, {2, 40, 12, false},
                         {2, 10, 3, false},   {2, 80, 24, true},   {3, 40, 12, false}};
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

ParameterizedTest(Case *c, chooser, golden)
{
  Scene scene = scene_new(c->which, c->cols, c->rows, c->ascii);
  cr_assert_not_null(scene.overlay);
  scene_command(&scene, NG_COMMAND_LINE_DOWN);
  scene_draw(&scene);
  g_autofree char *name = g_strdup_printf("%s%s", overlays[c->which].name, c->ascii ? "-ascii" : "");
  cr_expect(ng_stage_is_golden(scene.stage, name));
  scene_clear(&scene);
}

Test(chooser, where_there_is_nothing_the_reader_says_so)
{
  static const char *const said[] = {"no headings in this article", "no links in this article", "no problems"};
  static const NgOverlayContext nothing = {0};
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>Plain.</p>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
    cr_expect_null(overlays[i].make(reader, &nothing));
    cr_expect_str_eq(reader->message, said[i]);
  }
}

Test(chooser, the_cursor_moves_and_stays_in_the_list)
{
  Scene scene = scene_new(0, 120, 40, false);
  NgChooser *chooser = (NgChooser *)scene.overlay;
  scene_draw(&scene);
  cr_expect_eq(ng_chooser_item(chooser), 0, "the title, where we are");
  static const struct {
    NgCommandId command;
    guint item;
  } steps[] = {{NG_COMMAND_LINE_UP, 0},   {NG_COMMAND_LINE_DOWN, 1}, {NG_COMMAND_PAGE_DOWN, 4},
               {NG_COMMAND_LINE_DOWN, 4}, {NG_COMMAND_START, 0},     {NG_COMMAND_END, 4},
               {NG_COMMAND_HALF_UP, 0},   {NG_COMMAND_HALF_DOWN, 4}, {NG_COMMAND_PAGE_UP, 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    cr_expect_eq(scene_command(&scene, steps[i].command), NG_DONE);
    cr_expect_eq(ng_chooser_item(chooser), steps[i].item, "step %zu", i);
  }
  cr_expect_eq(scene_command(&scene, NG_COMMAND_WHO), NG_NOT_MINE);
  scene.overlay->ops->click(scene.overlay, scene.reader, 3, 80);
  cr_expect_eq(ng_chooser_item(chooser), 2);
  scene.overlay->ops->click(scene.overlay, scene.reader, 30, 80);
  cr_expect_eq(ng_chooser_item(chooser), 2, "below the last row");
  ng_stage_resize(scene.stage, 40, 5);
  scene_draw(&scene);
  scene.overlay->ops->click(scene.overlay, scene.reader, chooser->rows.row + chooser->rows.rows, 5);
  cr_expect_eq(ng_chooser_item(chooser), 2, "the list goes on where it is not seen");
  scene_clear(&scene);
}

Test(chooser, scrolls_to_its_cursor_down_and_up)
{
  Scene scene = scene_new(0, 40, 5, false);
  static const struct {
    NgCommandId command;
    const char *first;
  } steps[] = {
      {NG_COMMAND_END, "   An island"}, {NG_COMMAND_HALF_UP, "   An island"}, {NG_COMMAND_START, "China and the"}};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    scene_command(&scene, steps[i].command);
    scene_draw(&scene);
    g_autofree char *all = ng_stage_text(scene.stage);
    cr_expect(strstr(all, steps[i].first), "step %zu: %s", i, all);
  }
  scene_clear(&scene);
}

/* No size is too small to draw in and to move about. */
Test(chooser, every_size_is_drawn)
{
  static const NgCommandId commands[] = {NG_COMMAND_LINE_DOWN, NG_COMMAND_PAGE_DOWN, NG_COMMAND_END,
                                         NG_COMMAND_HALF_UP};
  for (gsize which = 0; which < G_N_ELEMENTS(overlays); which++) {
    Scene scene = scene_new(which, 80, 24, false);
    for (int cols = 1; cols <= 64; cols += cols < 16 ? 1 : 12)
      for (int rows = 1; rows <= 14; rows++) {
        ng_stage_resize(scene.stage, cols, rows);
        for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
          scene_draw(&scene);
          scene_command(&scene, commands[i]);
        }
      }
    scene_clear(&scene);
  }
}

Test(chooser, a_filter_leaves_what_holds_the_words)
{
  Scene scene = scene_new(1, 120, 40, false);
  NgChooser *chooser = (NgChooser *)scene.overlay;
  static const struct {
    const char *filter;
    guint n, item;
  } cases[] = {{"REPORT", 1, 0}, {"bare", 1, 1}, {"example.org", 3, 1}, {"no such", 0, G_MAXUINT}, {"", 3, 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    scene.overlay->ops->filter(scene.overlay, scene.reader, cases[i].filter);
    cr_expect_eq(chooser->shown->len, cases[i].n, "/%s: %u", cases[i].filter, chooser->shown->len);
    cr_expect_eq(ng_chooser_item(chooser), cases[i].item, "/%s", cases[i].filter);
    scene_draw(&scene);
  }
  scene.overlay->ops->filter(scene.overlay, scene.reader, "bare");
  cr_expect_eq(scene_command(&scene, NG_COMMAND_LEAVE), NG_DONE);
  cr_expect_eq(chooser->shown->len, 3);
  cr_expect_eq(scene_command(&scene, NG_COMMAND_LEAVE), NG_NOT_MINE);
  scene_clear(&scene);
}

/* The row of the screen under the head, once the contents' item is chosen. */
Test(contents, choosing_goes_to_the_heading_and_back_leads_back)
{
  Scene scene = scene_new(0, 80, 12, false);
  scene_draw(&scene);
  scene_command(&scene, NG_COMMAND_LINE_DOWN);
  scene_command(&scene, NG_COMMAND_LINE_DOWN);
  cr_expect_eq(scene_command(&scene, NG_COMMAND_OPEN), NG_CLOSE);
  ng_stage_draw_reader(scene.stage, scene.reader);
  g_autofree char *row = ng_stage_row(scene.stage, 1);
  cr_expect(strstr(row, "An island in between"), "%s", row);
  cr_expect(ng_reader_travel(scene.reader, -1));
  cr_expect_eq(scene.reader->top_pos, 0);
  scene_clear(&scene);
}

Test(contents, the_heading_we_are_under_is_marked)
{
  Scene scene = scene_new(0, 120, 20, false);
  ng_overlay_free(scene.overlay);
  ng_reader_go_to_heading(scene.reader, 3);
  static const NgOverlayContext nothing = {0};
  scene.overlay = ng_contents_new(scene.reader, &nothing);
  cr_expect_eq(ng_chooser_item((NgChooser *)scene.overlay), 3);
  scene_draw(&scene);
  g_autofree char *row = ng_stage_row(scene.stage, 4);
  cr_expect(strstr(row, "›● What the ambassador said"), "%s", row);
  scene_clear(&scene);
}

Test(links, choosing_opens_the_browser)
{
  Scene scene = scene_new(1, 80, 24, false);
  g_setenv("BROWSER", "true", true);
  cr_expect_eq(scene_command(&scene, NG_COMMAND_OPEN), NG_DONE);
  cr_expect_str_eq(scene.reader->message, "opened https://example.org/report");
  cr_expect_eq(scene_command(&scene, NG_COMMAND_COPY), NG_DONE);
  cr_expect_eq(scene_command(&scene, NG_COMMAND_SELECT_HERE), NG_CLOSE, "to where it stands");
  scene_clear(&scene);
}

Test(links, the_list_begins_at_what_is_on_the_screen)
{
  Scene scene = scene_new(1, 40, 2, false);
  ng_overlay_free(scene.overlay);
  ng_reader_go_to_end(scene.reader, true);
  static const NgOverlayContext nothing = {0};
  scene.overlay = ng_links_new(scene.reader, &nothing);
  cr_expect_eq(ng_chooser_item((NgChooser *)scene.overlay), 2);
  scene_clear(&scene);
}

/* Each problem's place is on the screen and not under the list, or the list is gone. */
Test(problems, choosing_shows_the_nearest_place)
{
  static const char *const names[] = {"Qin Gang", "X", "Bali"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    Scene scene = scene_new(2, 40, 9, false);
    scene_draw(&scene);
    for (guint k = 0; k < i; k++)
      scene_command(&scene, NG_COMMAND_LINE_DOWN);
    NgOutcome outcome = scene_command(&scene, NG_COMMAND_OPEN);
    if (outcome == NG_DONE)
      scene_draw(&scene);
    else
      ng_stage_draw_reader(scene.stage, scene.reader);
    g_autofree char *text = ng_stage_text(scene.stage);
    cr_expect(strstr(text, names[i]), "%s in %s", names[i], text);
    cr_expect(ng_reader_travel(scene.reader, -1), "there is a way back");
    scene_clear(&scene);
  }
}

/* As much as is known of where it is: none that is 0. */
Test(problems, each_tells_its_line_and_column_if_it_has_them)
{
  NgBuilder *builder = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_builder_diagnose(builder, 0, 0, "of none");
  ng_builder_diagnose(builder, 7, 0, "of a line");
  ng_builder_diagnose(builder, 12, 345, "of both");
  ng_builder_diagnose(builder, 123456, 789, "of a far one");
  g_autoptr(NgArticle) article = ng_builder_finish(builder);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  static const NgOverlayContext nothing = {0};
  ng_stage_draw_reader(stage, reader);
  g_autoptr(NgOverlay) list = ng_problems_new(reader, &nothing);
  ng_stage_draw_overlay(stage, list, reader);
  g_autofree char *text = ng_stage_text(stage);
  static const char *const rows[] = {"         of none", "      7  of a line", " 12:345  of both",
                                     "123456:789  of a far one"};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    cr_expect(strstr(text, rows[i]), "%s:\n%s", rows[i], text);
}

Test(about, tells_counts_and_licences_and_scrolls)
{
  Scene scene = scene_new(3, 80, 24, false);
  scene_draw(&scene);
  g_autofree char *text = ng_stage_text(scene.stage);
  static const char *const said[] = {"China and the United States talk again",
                                     "8 May 2023",
                                     "TEI",
                                     "publicdomain",
                                     "12 people, 16 places, 4 organisations",
                                     "28 marked in the text",
                                     "none",
                                     "MIT"};
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
    cr_expect(strstr(text, said[i]), "%s in %s", said[i], text);
  ng_stage_resize(scene.stage, 30, 6);
  scene_draw(&scene);
  scene_command(&scene, NG_COMMAND_END);
  scene_draw(&scene);
  g_autofree char *end = ng_stage_text(scene.stage);
  cr_expect(strstr(end, "1.0)."), "%s", end);
  scene_clear(&scene);
}
