#include "apps/cli/settings.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cli {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

std::expected<Settings, std::vector<Error>> settings_from(const Words& words) {
  return settings_of(parse_arguments(words).value());
}

TEST(Settings, WithoutOptionsThePlainWholeAnswer) {
  const auto settings = settings_from({"margin", "a.json"});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->operand, "a.json");
  EXPECT_TRUE(settings->methods.empty());
  EXPECT_EQ(settings->as_of, std::nullopt);
  EXPECT_EQ(settings->format, Format::text);
  EXPECT_EQ(settings->length, Length::screen);
  EXPECT_EQ(settings->detail, engine::Detail::plain);
  EXPECT_EQ(settings->completeness, engine::Completeness::whole);
  EXPECT_EQ(settings->strictness, Strictness::lenient);
  EXPECT_EQ(settings->fail_on, std::nullopt);
}

TEST(Settings, EachOptionHasItsMeaning) {
  const auto settings = settings_from(
      {"margin",    "-",          "--method",  "reg_t,all", "--as-of",         "2026-11-20",
       "--rules",   "2020-02-29", "--json",    "--explain", "--allow-partial", "--strict",
       "--fail-on", "warn",       "--market",  "m.json",    "--balances",      "b.csv",
       "--broker",  "schwab",     "--account", "123",       "--profiles",      "p",
       "--threads", "8",          "--kind",    "margin",    "--cash",          "-50000.25"});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->methods, (Words{"reg_t", "all"}));
  EXPECT_EQ(settings->as_of, (Date{2026y / 11 / 20}));
  EXPECT_EQ(settings->rules, (Date{2020y / 2 / 29}));
  EXPECT_EQ(settings->format, Format::json);
  EXPECT_EQ(settings->detail, engine::Detail::explained);
  EXPECT_EQ(settings->completeness, engine::Completeness::allow_partial);
  EXPECT_EQ(settings->strictness, Strictness::strict);
  EXPECT_EQ(settings->fail_on, Level::warn);
  EXPECT_EQ(settings->threads, 8);
  EXPECT_EQ(settings->market, "m.json");
  EXPECT_EQ(settings->balances, "b.csv");
  EXPECT_EQ(settings->broker, "schwab");
  EXPECT_EQ(settings->account, "123");
  EXPECT_EQ(settings->profiles, "p");
  EXPECT_EQ(settings->kind, AccountKind::margin);
  EXPECT_EQ(settings->cash, Decimal::from_nano(-50'000'250'000'000));
  EXPECT_EQ(settings_from({"import", "a", "b", "c"})->more, (Words{"b", "c"}));
  EXPECT_EQ(settings_from({"margin", "a", "--summary"})->length, Length::summary);
  const auto futures = settings_from(
      {"margin", "a", "--span-file", "x,1.pa2", "--span-file", "y.spn", "--span-policy", "kdpw"});
  EXPECT_EQ(futures->risk_files, (Words{"x,1.pa2", "y.spn"}));
  EXPECT_EQ(futures->risk_policy, "kdpw");
  EXPECT_EQ(settings_from({"whatif", "a", "b", "--pool", "p.json"})->pool, "p.json");
  const auto arrays =
      settings_from({"span", "arrays", "x.pa2", "--product", "ZZ", "--month", "202512"});
  EXPECT_EQ(arrays->operand, "arrays");
  EXPECT_EQ(arrays->more, Words{"x.pa2"});
  EXPECT_EQ(arrays->product, "ZZ");
  EXPECT_EQ(arrays->month, "202512");
}

TEST(Settings, EachMistakeNamesItsOption) {
  struct Line {
    Words options;
    std::string where, what;
  };
  const Line lines[] = {
      {{"--as-of", "2026-02-30"}, "--as-of", "2026-02-30"},
      {{"--rules", "historical"}, "--rules", "only a ledger walks the rulebook"},
      {{"--rules", "yesterday"}, "--rules", "yesterday"},
      {{"--fail-on", "panic"}, "--fail-on", "watch, warn, critical or breach"},
      {{"--threads", "0"}, "--threads", "write 1 to 1024"},
      {{"--threads", "1025"}, "--threads", "write 1 to 1024"},
      {{"--threads", "4x"}, "--threads", "write 1 to 1024"},
      {{"--threads", "99999999999999999999"}, "--threads", "write 1 to 1024"},
      {{"--broker", "etrade"}, "--broker", "there are: fidelity, "},
      {{"--kind", "futures"}, "--kind", "there are: margin, cash, retirement, portfolio_margin"},
      {{"--cash", "lots"}, "--cash", "\"lots\" is not a number"},
      {{"--cash", "1e18"}, "--cash", "is too large"},
      {{"--cash", "NaN"}, "--cash", "is not a number"},
      {{"--summary", "--explain"}, "", "choose one"},
  };
  for (const Line& line : lines) {
    Words words{"margin", "a"};
    words.insert(words.end(), line.options.begin(), line.options.end());
    const auto settings = settings_from(words);
    ASSERT_FALSE(settings) << line.what;
    ASSERT_EQ(settings.error().size(), 1u);
    EXPECT_EQ(settings.error()[0].where, line.where);
    EXPECT_NE(settings.error()[0].what.find(line.what), std::string::npos)
        << settings.error()[0].what;
  }
}

TEST(Settings, FinancingOfAnAnalysis) {
  const auto settings =
      settings_from({"rates", "a", "--financing", "ibkr-pro-usd", "--benchmark-rate", "0.0363"});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->financing, "ibkr-pro-usd");
  EXPECT_EQ(settings->benchmark_rate, 0.0363_d);
  EXPECT_EQ(settings_from({"rates", "a", "--benchmark-rate", "1"})->benchmark_rate, 1_d);
  EXPECT_EQ(settings_from({"rates", "a", "--benchmark-rate", "-0.0075"})->benchmark_rate, -0.0075_d)
      << "as the franc's was";
  for (const auto& [written, what] : {std::pair{"3.63", "write 0.0363 for 3.63 %"},
                                      std::pair{"1.000000001", "it is a fraction a year"},
                                      std::pair{"-0.051", "no central bank has come near that"},
                                      std::pair{"low", "is not a number"}}) {
    const auto refused = settings_from({"carry", "a", "--benchmark-rate", written});
    ASSERT_FALSE(refused) << written;
    EXPECT_EQ(refused.error()[0].where, "--benchmark-rate");
    EXPECT_TRUE(refused.error()[0].what.contains(what)) << refused.error()[0].what;
  }
}

TEST(Settings, AllMistakesAtOnce) {
  const auto settings = settings_from({"margin", "a", "--as-of", "x", "--fail-on", "y"});
  ASSERT_FALSE(settings);
  EXPECT_EQ(settings.error().size(), 2u);
}

TEST(Settings, ATargetIsTheRequirementOrMore) {
  EXPECT_EQ(settings_from({"cure", "a.json", "--target", "1"})->target, 1);
  for (const char* text : {"0.5", "0", "-1", "0.999999"}) {
    const auto settings = settings_from({"cure", "a.json", "--target", text});
    ASSERT_FALSE(settings) << text;
    EXPECT_NE(settings.error().front().what.find("at least 1"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace plimsoll::cli
