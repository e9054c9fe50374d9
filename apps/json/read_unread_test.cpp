#include "apps/json/read_unread.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

std::vector<Member> kept_of(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  const Place place{"a.json"};
  return read_unread(Fields{node, place, unread_keys, notes});
}

TEST(ReadUnread, KeepsWhatIsThereInTheContractsOrder) {
  Notes notes;
  const auto kept = kept_of(
      R"({"financing": {"schedule": "ibkr-pro-usd", "benchmark_rate": 0.0363}, "sma": "12.50",
          "prior_close_equity": -3,
          "margin": {"intraday_regime": "legacy_day_trade", "practice": false}})",
      notes);
  EXPECT_TRUE(notes.clean());
  ASSERT_EQ(kept.size(), unread_keys.size());
  for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i].key, unread_keys[i]);
  EXPECT_EQ(kept[0].value.text, "12.50");
  EXPECT_EQ(kept[3].value.find("benchmark_rate")->text, "0.0363");
  EXPECT_TRUE(kept_of("{}", notes).empty());
}

TEST(ReadUnread, ChecksTheShape) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{R"({"sma": "lots"})", "a.json#/sma",
               "\"lots\" is not a number; write digits with at most one point, like -1234.56"},
           Row{R"({"prior_close_equity": 1e16})", "a.json#/prior_close_equity",
               "\"1e16\" is too large; write at most 1000000000000000 in size"},
           Row{R"({"margin": {"intraday_regime": "pdt"}})", "a.json#/margin/intraday_regime",
               "\"pdt\" is none of the words known here; write intraday or legacy_day_trade"},
           Row{R"({"margin": {"practise": true}})", "a.json#/margin/practise",
               "there is no member \"practise\" here; did you mean \"practice\"?"},
           Row{R"({"margin": true})", "a.json#/margin",
               "this is true or false; write an object, { ... }"},
       }) {
    Notes notes;
    kept_of(text, notes);
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

}  // namespace
}  // namespace plimsoll::json
