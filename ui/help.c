#include "ui/overlays.h"

typedef struct {
  NgOverlay base;
  const NgKeymap *keymap;
} Help;

static void help_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  const Help *help = (const Help *)overlay;
  (void)reader;
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  NgHeadLine head = {.title = "Keys", .focus = true};
  ng_head_draw(&head, canvas, 0, 2, canvas->cols - 4);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *keys = ng_keymap_all(help->keymap, commands[i].id);
    ng_canvas_put_cut(canvas, 1 + (int)i, 2, 16, NG_ROLE_KEY, keys);
    ng_canvas_put_cut(canvas, 1 + (int)i, 20, canvas->cols - 22, NG_ROLE_TEXT, commands[i].help);
  }
}

static NgOutcome help_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  (void)overlay;
  (void)reader;
  (void)count;
  return command == NG_COMMAND_HELP ? NG_CLOSE : NG_NOT_MINE;
}

static void help_free(NgOverlay *overlay)
{
  g_free(overlay);
}

static const NgOverlayOps help_ops = {.whole = true, .draw = help_draw, .command = help_command, .free = help_free};

NgOverlay *ng_help_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)reader;
  Help *help = g_new0(Help, 1);
  help->base.ops = &help_ops;
  help->keymap = context->keymap;
  return &help->base;
}
