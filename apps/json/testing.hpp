#pragma once
// For tests: what an encoder writes by itself, what stands in it, and numbers of pools.

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "apps/json/writer.hpp"
#include "base/fixed48.hpp"

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

/// Of a text that is one.
inline Fixed48 fixed(std::string_view text) { return parse_fixed48(text).value(); }

}  // namespace plimsoll::json::testing
