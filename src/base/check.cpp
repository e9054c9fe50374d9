#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace plimsoll {

void broken_invariant(const char* what, const char* file, int line) {
  std::fprintf(stderr, "plimsoll: broken invariant: %s (%s:%d)\n", what, file, line);
  std::abort();
}

}  // namespace plimsoll
