#include "ui/role.h"

char ng_role_letter(NgRole role)
{
  static const char letters[NG_N_ROLES + 1] = ".THPLOploSSSSFhdfbtkmWEiexaGcnqrsu";
  return letters[role];
}

static NgRole of_kind(NgEntityKind kind, NgRole person)
{
  if (kind == NG_ENTITY_PERSON)
    return person;
  return kind == NG_ENTITY_PLACE ? person + 1 : person + 2;
}

NgRole ng_role_of_kind(NgEntityKind kind)
{
  return of_kind(kind, NG_ROLE_PERSON);
}

NgRole ng_role_of_same(NgEntityKind kind)
{
  return of_kind(kind, NG_ROLE_SAME_PERSON);
}

NgRole ng_role_of_chosen(NgEntityKind kind)
{
  return of_kind(kind, NG_ROLE_CHOSEN_PERSON);
}

NgRole ng_role_of_unsure(NgEntityKind kind)
{
  return of_kind(kind, NG_ROLE_UNSURE_PERSON);
}
