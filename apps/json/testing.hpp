#pragma once
// For tests: what an encoder writes by itself, and what stands in it.

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "apps/json/writer.hpp"

namespace plimsoll::json::testing {

/// What `write` writes, and a newline.
template <class Write>
std::string encoded(const Write& write, Layout layout = Layout::one_line) {
  Writer out{layout};
  write(out);
  return std::move(out).finish();
}

inline void expect_parts(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) EXPECT_TRUE(text.contains(part)) << part << "\n" << text;
}

}  // namespace plimsoll::json::testing
