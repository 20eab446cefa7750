/* The way from article to article: what was opened out of another one leads back to it. */
#include "ui/app.h"
#include "ui/view_relations.h"

#define MAX_TRAIL 200

/* The step behind leads to the article that is open, and the step ahead leads on from it: the list, out of which any is opened, ends a trail. */

static NgTrailStep *step_at(const NgApp *app, guint index)
{
  return &g_array_index(app->trail, NgTrailStep, index);
}

static void remember(NgApp *app, guint from)
{
  NgTrailStep step = {from, app->reader_index, app->reader->here};
  g_array_set_size(app->trail, app->trail_here);
  if (app->trail->len >= MAX_TRAIL)
    g_array_remove_index(app->trail, 0);
  g_array_append_val(app->trail, step);
  app->trail_here = app->trail->len;
}

/* The first mention in the range, of the entity or else of anybody; NG_NONE if there is none. */
static uint32_t mention_in(const NgReader *reader, NgRange range, uint32_t entity)
{
  uint32_t n, first = ng_article_first_mention_from(reader->article, range.start);
  const NgMention *mentions = ng_article_mentions(reader->article, &n);
  for (uint32_t i = first; i < n && mentions[i].start < range.end; i++)
    if (mentions[i].entity == entity)
      return i;
  return first < n && mentions[first].start < range.end ? first : NG_NONE;
}

static void go_to(NgReader *reader, const NgWanted *wanted)
{
  uint32_t n, mention;
  if (wanted->sentence.end) {
    mention = mention_in(reader, wanted->sentence, wanted->entity);
    ng_reader_go_to(reader, wanted->sentence.start);
    if (mention != NG_NONE)
      ng_reader_select(reader, ng_reader_mentions(reader)[mention].entity, mention);
    return;
  }
  const uint32_t *own = ng_article_mentions_of(reader->article, wanted->entity, &n);
  if (n) {
    ng_reader_go_to_mention(reader, own[0]);
    return;
  }
  ng_reader_select(reader, wanted->entity, NG_NONE);
  ng_reader_say(reader, false, "not mentioned in the text");
}

void ng_app_open_wanted(NgApp *app)
{
  NgWanted wanted = app->shelf->wanted;
  app->shelf->wanted = NG_WANTED_NOTHING;
  if (wanted.item == G_MAXUINT)
    return;
  NgReader *before = app->reader;
  guint from = app->reader_index;
  int cols = before->layout.panes[NG_PANE_ARTICLE].cols, height = before->height;
  if (!ng_app_open(app, wanted.item))
    return;
  if (cols > 0 && height > 0)
    ng_reader_resize(app->reader, cols, height);
  app->reader->focus = NG_PANE_ARTICLE;
  app->reader->zoomed = false;
  if (before->focus == NG_PANE_RELATIONS)
    ng_relations_go_along(app->reader, before);
  go_to(app->reader, &wanted);
  remember(app, from);
}

bool ng_app_trail_back(NgApp *app, bool first)
{
  const NgTrailStep *step = app->trail_here ? step_at(app, app->trail_here - 1) : NULL;
  if (!step || (first && app->reader->here > step->here))
    return false;
  app->trail_here--;
  return ng_app_open(app, step->from);
}

bool ng_app_trail_forward(NgApp *app)
{
  const NgTrailStep *step = app->trail_here < app->trail->len ? step_at(app, app->trail_here) : NULL;
  if (!step)
    return false;
  app->trail_here++;
  return ng_app_open(app, step->to);
}
