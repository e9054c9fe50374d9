#pragma once
// Assertions that stay on in release builds. A broken invariant stops the program: a wrong margin
// figure is worse than none. Customers' mistakes never reach these; they are `Result`s.

namespace plimsoll {

[[noreturn]] void broken_invariant(const char* what, const char* file, int line);

}  // namespace plimsoll

#define PLIMSOLL_CHECK(condition)        \
  (static_cast<bool>(condition) ? void() \
                                : ::plimsoll::broken_invariant(#condition, __FILE__, __LINE__))
