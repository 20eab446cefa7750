/* The door of the model: articles, their builder, their look-ups. */
#ifndef NG_MODEL_H
#define NG_MODEL_H

#include "model/article.h"
#include "model/builder.h"
#include "model/co_mention.h"
#include "model/correction.h"
#include "model/error.h"
#include "model/find.h"
#include "model/strip.h"

#endif
