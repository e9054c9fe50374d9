#pragma once
// For tests: a document's sources, and what every Markdown page must be.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "report/document.hpp"
#include "strategy/testing.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::report::testing {

/// 200,000 of one share on 100,000 borrowed under a requirement of 30 %, explained by one rule.
inline DocumentSources one_share() {
  static constexpr Citation law{.source = "A rulebook",
                                .paragraph = "(c)(1)",
                                .gist = "a part of what is held | long",
                                .reading = "to the cent"};
  strategy::testing::BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d).quoted("VIX", 16_d);
  const strategy::Policy policy;
  strategy::Analysis made{.method = "flat"};
  made.room = strategy::room(book).value();
  made.carry = strategy::carry(book, {});
  made.buffer = strategy::buffer(book, policy, {});
  made.distance = strategy::distance(book, policy.distance);
  made.time_to_call = strategy::time_to_call(**made.distance, policy.time_to_call,
                                             {.borrowing_rate = 0, .paths = 0});
  made.cure = strategy::cure(book, policy, {.target_multiple = 2});
  made.size = strategy::size(book, policy, {.today = **made.buffer});
  made.ladder = strategy::ladder(book, policy, {});
  made.kpis = strategy::kpis({**made.carry, &**made.buffer, &**made.distance});
  made.practices = strategy::practice_findings(policy, {});
  made.warnings = strategy::told_warnings(policy, {});
  made.verdict = strategy::verdict(made, policy);
  Amount required{.label = "maintenance",
                  .money = 60'000_usd,
                  .rate = 30_pct,
                  .since = Date{2024y / January / 2},
                  .law = &law};
  Answer<Amount> answer{.initial = required,
                        .maintenance = required,
                        .risk_initial = required,
                        .risk_maintenance = required,
                        .proceeds = {.label = "proceeds", .money = 0_usd}};
  answer.equity = Amount{.label = "equity", .money = 100'000_usd};
  answer.rules = strategy::testing::day;
  answer.caveats = {{"of account Z41074821 <b>"}};
  answer.not_applied = {{"a rule", "an input"}};
  answer.calls = {{"house call", 10_usd, std::nullopt, "deposit"}};
  DocumentSources sources{.vix = 16, .inputs = {{"account", "positions-Z41074821.csv"}}};
  sources.analysis.margin = {.account = "Z41074821",
                             .as_of = strategy::testing::day,
                             .currency = usd,
                             .results = {{.method = "flat", .answer = answer}},
                             .refused = {},
                             .not_covered = {}};
  sources.analysis.results.push_back(std::move(made));
  return sources;
}

/// Pipes that separate cells, not those of a cell's text.
inline long cells_in(const std::string& line) {
  long pipes = 0;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++pipes;
  return pipes;
}

/// Every row of a table has as many cells as its head; no line holds what would be HTML.
inline void expect_well_formed(const std::string& page) {
  std::istringstream lines{page};
  long cells = 0;
  int tables = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_FALSE(line.starts_with("<")) << line;
    if (!line.starts_with("|")) {
      cells = 0;
      continue;
    }
    if (cells == 0) ++tables;
    if (cells == 0) cells = cells_in(line);
    EXPECT_EQ(cells_in(line), cells) << line;
    EXPECT_TRUE(line.ends_with(" |")) << line;
  }
  EXPECT_GT(tables, 0);
}

inline void expect_holds(const std::string& page, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts)
    EXPECT_TRUE(page.contains(part)) << part << "\n" << page;
}

}  // namespace plimsoll::report::testing
