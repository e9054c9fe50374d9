#pragma once
// Golden cases as text: one account, what it is known to need, and where that is known from. The
// format is described in cases/README.md.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.hpp"
#include "tests/case_pool.hpp"

namespace plimsoll::testing {

/// A is pinned to a page and recomputed, B stands in one source and agrees, C is derived or
/// disputed and holds nobody to anything.
enum class CaseGrade : std::uint8_t { a, b, c };

struct Expectation {
  std::string what;                    // "maintenance", "group", "governs", ...
  std::string text;                    // the amount, the name or the words looked for
  std::size_t line = 0;                // 1-based
  std::string path = {};               // of a detail: where in the method's own tree
  std::optional<Decimal> within = {};  // of an amount: by what part of it the answer may differ
};

struct Case {
  std::string path;
  std::string source;
  CaseGrade grade = CaseGrade::c;
  std::string house = {}, pack = {}, policy = {};
  CasePool pool = {};
  engine::MarginRequest request;  // plain
  std::vector<Expectation> expected;
};

/// Errors name file and line: unknown words, amounts that are none, a case that expects nothing or
/// names no source.
Result<Case> parse_case(std::string_view text, const std::string& path);

/// "XYZ/2026-06-19/P/80" as an OSI symbol; anything else as it stands.
Result<std::string> case_symbol(std::string_view written);

/// Every .case file under a folder, in order of path.
std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder);

/// What a mended case says: the text with the expectation's line replaced.
std::string with_expectation(std::string_view text, const Expectation& expectation,
                             std::string_view mended);

}  // namespace plimsoll::testing
