#include <criterion/criterion.h>
Test(fan, x) {}
