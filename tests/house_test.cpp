// What the profiles of profiles/house/ come to, row by row: one unit either side of every bound.

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/case_file.hpp"
#include "tests/explained.hpp"
#include "tests/houses.hpp"

namespace plimsoll::testing {
namespace {

MarginReport report_of(const std::string& lines, engine::Detail detail = engine::Detail::plain) {
  auto read = parse_case("source here\nas_of 2026-11-20\n" + lines + "\nexpect groups 0", "a.case");
  EXPECT_TRUE(read.has_value()) << read.error().where << ": " << read.error().what;
  read->request.detail = detail;
  auto report = engine::margin(read->request, SecurityList{});
  EXPECT_TRUE(report.has_value()) << report.error().front().what;
  return *std::move(report);
}
Answer<Money> answer_of(const std::string& lines) {
  return std::get<Answer<Money>>(report_of(lines).results.at(0).answer);
}

const Detail* member(const Detail& node, std::string_view name) {
  const auto at = std::ranges::find(node.children, name, &Detail::name);
  return at == node.children.end() ? nullptr : &*at;
}
std::string text_of(const Detail& node, std::string_view name) {
  const Detail* leaf = member(node, name);
  return leaf ? leaf->text : "none";
}
/// The item of a list of `detail.house` that is about a symbol.
std::vector<const Detail*> about(const Answer<Money>& answer, std::string_view list,
                                 std::string_view symbol) {
  std::vector<const Detail*> items;
  for (const Detail& item : member(*member(answer.detail, "house"), list)->children)
    if (text_of(item, "symbol") == symbol) items.push_back(&item);
  return items;
}
/// The percentage that stands for XYZ, law and house.
std::string rate(const std::string& lines) {
  return text_of(*about(answer_of(lines), "positions", "XYZ").at(0), "rate");
}
std::string maintenance(const std::string& lines) {
  return to_text(answer_of(lines).maintenance.amount, 2);
}
bool lower_bound(const Answer<Money>& answer, std::string_view what) {
  return std::ranges::any_of(answer.not_applied,
                             [&](const NotApplied& one) { return one.what.contains(what); });
}

TEST(Houses, EveryFileDecodesAndIsNamedForItsHouse) {
  EXPECT_EQ(houses().names(),
            (std::vector<std::string>{"fidelity", "firstrade", "ibkr", "schwab", "tastytrade"}));
  for (const auto& path : house_files()) {
    const auto house = house_in(path);
    ASSERT_TRUE(house.has_value()) << house.error().where << ": " << house.error().what;
    EXPECT_TRUE(path.stem().string().starts_with((*house)->name)) << path;
    EXPECT_LE((*house)->effective_from, (*house)->retrieved) << path;
    for (const HouseRule& rule : (*house)->rules) EXPECT_NE(rule.where.line, 0u);
  }
}

struct Row {
  std::int64_t units;
  std::string rate;
};
/// 100,000 shares at 10 dollars, so many of them XYZ: one share is a thousandth of a percent.
std::string concentrated(std::int64_t shares, const std::string& side) {
  return "house fidelity\nmark XYZ 10\nmark OTHER 10\nadv XYZ 1e9\n"
         "security XYZ type equity shares_outstanding 100000000000\nhold XYZ " +
         side + std::to_string(shares) + (shares < 100'000 ? "\nhold OTHER " : "\n# ") +
         std::to_string(100'000 - shares);
}

TEST(Houses, FidelityConcentrationLong) {
  const std::vector<Row> rows{
      {10'000, "0.3"}, {10'001, "0.35"}, {20'000, "0.35"}, {20'001, "0.4"},
      {40'000, "0.4"}, {40'001, "0.45"}, {50'000, "0.45"}, {50'001, "0.5"},
      {75'000, "0.5"}, {75'001, "0.6"},  {100'000, "0.6"}, {1, "0.3"},
  };
  for (const Row& row : rows) EXPECT_EQ(rate(concentrated(row.units, "")), row.rate) << row.units;
}

TEST(Houses, FidelityConcentrationShort) {
  const std::vector<Row> rows{
      {10'000, "0.3"},  {10'001, "0.4"},  {20'000, "0.4"},   {20'001, "0.45"},
      {40'000, "0.45"}, {40'001, "0.5"},  {50'000, "0.5"},   {50'001, "0.6"},
      {75'000, "0.6"},  {75'001, "0.65"}, {100'000, "0.65"}, {1, "0.3"},
  };
  for (const Row& row : rows) EXPECT_EQ(rate(concentrated(row.units, "-")), row.rate) << row.units;
}

/// Under 10 % of the account, so that the fact alone adds.
std::string small_holding(std::int64_t shares, const std::string& facts) {
  return "house fidelity\nmark XYZ 10\nmark OTHER 10\nhold OTHER 1000000\nhold XYZ " +
         std::to_string(shares) + "\n" + facts;
}

TEST(Houses, FidelityDaysToLiquidate) {
  const std::vector<Row> rows{
      {1'000, "0.3"}, {1'001, "0.4"}, {2'000, "0.4"}, {2'001, "0.5"},  {3'000, "0.5"},
      {3'001, "0.6"}, {5'000, "0.6"}, {5'001, "0.8"}, {50'000, "0.8"},
  };
  for (const Row& row : rows) {
    const std::string facts = "adv XYZ 1000\nsecurity XYZ type equity shares_outstanding 1e11";
    EXPECT_EQ(rate(small_holding(row.units, facts)), row.rate) << row.units;
    EXPECT_EQ(rate(small_holding(-row.units, facts)), row.rate) << -row.units;
  }
}

TEST(Houses, FidelityOwnership) {
  const std::vector<Row> rows{{1'000, "0.3"},  {1'001, "0.4"},  {3'000, "0.4"},
                              {3'001, "0.55"}, {5'000, "0.55"}, {5'001, "1"}};
  for (const Row& row : rows)
    EXPECT_EQ(rate(small_holding(
                  row.units, "adv XYZ 1e9\nsecurity XYZ type equity shares_outstanding 100000")),
              row.rate)
        << row.units;
}

/// XYZ and ABC of one industry, XYZ a tenth; four others, none of them over 40 %.
std::string industry(std::int64_t abc) {
  std::string lines =
      "house fidelity\nadv XYZ 1e9\nsecurity XYZ type equity industry Chips shares_outstanding "
      "1e11\nsecurity ABC type equity industry Chips\nmark XYZ 10\nmark ABC 10\nhold XYZ 10000\n"
      "hold ABC " +
      std::to_string(abc);
  std::int64_t rest = 90'000 - abc;
  for (const char* other : {"OTA", "OTB", "OTC"}) {
    const std::int64_t part = std::min<std::int64_t>(rest, 30'000);
    rest -= part;
    if (part != 0)
      lines += std::string{"\nmark "} + other + " 10\nhold " + other + " " + std::to_string(part);
  }
  return lines;
}

TEST(Houses, FidelityIndustryOnlyWhereNoPositionIsOver40Percent) {
  EXPECT_EQ(rate(industry(20'000)), "0.3");
  EXPECT_EQ(rate(industry(20'001)), "0.35");
  EXPECT_EQ(rate(industry(40'000)), "0.35");
  EXPECT_EQ(rate(industry(40'001)), "0.3");  // ABC is over 40 % then
  // 70 % of one industry in three names.
  const auto three = [](std::int64_t third) {
    return "house fidelity\nadv XYZ 1e9\nmark XYZ 10\nmark ABC 10\nmark DEF 10\nmark OTH 10\n"
           "security XYZ type equity industry Chips shares_outstanding 1e11\n"
           "security ABC type equity industry Chips\nsecurity DEF type equity industry Chips\n"
           "hold XYZ 10000\nhold ABC 30000\nhold DEF " +
           std::to_string(third) + "\nhold OTH " + std::to_string(60'000 - third);
  };
  EXPECT_EQ(rate(three(30'000)), "0.35");
  EXPECT_EQ(rate(three(30'001)), "0.4");
}

TEST(Houses, FidelityLendsNothingAt3DollarsOrLess) {
  const std::string lines =
      "house fidelity\nhold XYZ 100\nhold OTHER 10000\nmark OTHER 10\nmark XYZ ";
  EXPECT_EQ(rate(lines + "3.00"), "1");
  EXPECT_EQ(rate(lines + "3.01"), "0.3");
  const Answer<Money> answer = answer_of("house fidelity\nhold XYZ 100\nmark XYZ 3.00");
  EXPECT_EQ(answer.initial, 300_usd);
  EXPECT_EQ(answer.maintenance, 300_usd);
}

TEST(Houses, FidelityOptions) {
  // 25 % of 95 less 15 out of the money; 15 % of 80.
  const std::string put = "mark XYZ 95\nmark XYZ/2027-03-19/P/80 2\nhold XYZ/2027-03-19/P/80 -1\n";
  EXPECT_EQ(maintenance(put), "1000.00");
  EXPECT_EQ(maintenance("house fidelity\n" + put), "1400.00");
  const std::string at_the_money =
      "house fidelity\nmark XYZ 80\nmark XYZ/2027-03-19/P/80 2\nhold XYZ/2027-03-19/P/80 -1\n";
  EXPECT_EQ(maintenance(at_the_money), "2200.00");
  // A credit spread: the lesser of its width and the uncovered requirement.
  EXPECT_EQ(maintenance(at_the_money + "mark XYZ/2027-03-19/P/75 1\nhold XYZ/2027-03-19/P/75 1"),
            "500.00");
  EXPECT_EQ(maintenance(at_the_money + "mark XYZ/2027-03-19/P/10 0.01\nhold XYZ/2027-03-19/P/10 1"),
            "2200.00");
}

TEST(Houses, SchwabByPrice) {
  const auto held = [](const std::string& price, const std::string& shares) {
    return "house schwab\nmark XYZ " + price + "\nhold XYZ " + shares;
  };
  EXPECT_EQ(rate(held("4.01", "100")), "0.3");
  EXPECT_EQ(rate(held("1.99", "100")), "1");
  for (const char* price : {"2.00", "4.00"}) {
    EXPECT_EQ(rate(held(price, "100")), "0.25") << price;
    EXPECT_TRUE(lower_bound(answer_of(held(price, "100")), "held long, by price")) << price;
  }
  EXPECT_FALSE(lower_bound(answer_of(held("4.01", "100")), "held long, by price"));
  struct Short {
    std::string price, sum;  // the market value owed and the deposit
  };
  const std::vector<Short> rows{{"16.67", "2167.10"}, {"16.66", "2166.00"}, {"5.01", "1001.00"},
                                {"5.00", "1000.00"},  {"2.50", "500.00"},   {"2.49", "499.00"}};
  for (const Short& row : rows) EXPECT_EQ(maintenance(held(row.price, "-100")), row.sum);
}

TEST(Houses, SchwabOptionsHaveAThirdTestAndAnEquityOfTheirOwn) {
  const std::string far =
      "house schwab\nmark XYZ 20\nmark XYZ/2027-03-19/P/3 0.05\nhold "
      "XYZ/2027-03-19/P/3 -1\n";
  EXPECT_EQ(maintenance(far), "55.00");  // 5 of premium and 50; the law's tenth of 300 is 30
  const auto refused = [&](const std::string& cash) {
    const Answer<Money> answer = answer_of(far + "cash USD " + cash);
    return std::ranges::any_of(answer.caveats, [](const Caveat& caveat) {
      return caveat.text.contains("uncovered options need an account value of 5,000 dollars");
    });
  };
  EXPECT_TRUE(refused("4999.99"));
  EXPECT_FALSE(refused("5000"));
  EXPECT_TRUE(lower_bound(answer_of(far), "5,000 dollars for uncovered options"));  // cash unknown
  // Half of a special requirement of 80 % less what the option is out of the money.
  EXPECT_EQ(maintenance("house schwab\nmargin_rate XYZ 0.80\nmark XYZ 95\nmark "
                        "XYZ/2027-03-19/P/80 2\nhold XYZ/2027-03-19/P/80 -1"),
            "2500.00");
}

TEST(Houses, InteractiveBrokersStock) {
  const auto held = [](const std::string& price, const std::string& shares,
                       const std::string& leverage = "1") {
    return "house ibkr\nsecurity XYZ type etf leverage " + leverage +
           " shares_outstanding 1e11\nmark XYZ " + price + "\nhold XYZ " + shares;
  };
  EXPECT_EQ(rate(held("50", "100")), "0.25");
  EXPECT_EQ(answer_of(held("50", "100")).initial, 2'500_usd);
  EXPECT_EQ(rate(held("50", "100", "3")), "0.75");
  EXPECT_EQ(answer_of(held("50", "100", "1.5")).initial, 3'750_usd);  // 50 % x 1.5
  EXPECT_EQ(answer_of(held("50", "100", "3")).initial, 5'000_usd);
  struct Short {
    std::string price, sum;
  };
  const std::vector<Short> rows{{"16.68", "2168.40"}, {"16.67", "2167.10"}, {"5.00", "1000.00"},
                                {"4.99", "998.00"},   {"2.51", "502.00"},   {"2.50", "500.00"},
                                {"2.49", "499.00"}};
  for (const Short& row : rows) EXPECT_EQ(maintenance(held(row.price, "-100")), row.sum);
}

TEST(Houses, ACapBelowTheLawIsRaisedToItAndReported) {
  const auto held = [](const std::string& leverage) {
    return "house ibkr\nsecurity XYZ type etf leverage " + leverage +
           " shares_outstanding 1e11\nmark XYZ 50\nhold XYZ -100";
  };
  const Answer<Money> triple = answer_of(held("3"));
  EXPECT_EQ(triple.maintenance, 9'500_usd);  // 90 %, law and house
  EXPECT_TRUE(about(triple, "raised", "XYZ").empty());
  const Answer<Money> fourfold = answer_of(held("4"));
  EXPECT_EQ(fourfold.maintenance, 11'000_usd);  // 120 % by the law, 100 % by the house
  const auto raised = about(fourfold, "raised", "XYZ");
  ASSERT_EQ(raised.size(), 1u);
  EXPECT_EQ(text_of(*raised[0], "house_rate"), "1");
  EXPECT_EQ(text_of(*raised[0], "law_rate"), "1.2");
  EXPECT_TRUE(text_of(*raised[0], "where").starts_with("profiles/house/ibkr.toml:"));
}

TEST(Houses, InteractiveBrokersOwnership) {
  const auto owns = [](std::int64_t shares) {
    return "house ibkr\nsecurity XYZ type equity shares_outstanding 100000\nmark XYZ 50\nhold "
           "XYZ " +
           std::to_string(shares);
  };
  EXPECT_EQ(rate(owns(1'000)), "0.25");
  EXPECT_FALSE(lower_bound(answer_of(owns(1'000)), "ownership"));
  for (const std::int64_t shares : {1'001, 4'999}) {
    EXPECT_EQ(rate(owns(shares)), "0.25");
    EXPECT_TRUE(lower_bound(answer_of(owns(shares)), "ownership"));
  }
  EXPECT_EQ(rate(owns(5'000)), "1");
}

TEST(Houses, InteractiveBrokersOptions) {
  const std::string spy =
      "security SPY type etf index_class broad\nmark SPY 500\nmark SPY/2027-03-19/P/500 10\n"
      "hold SPY/2027-03-19/P/500 -1\n";
  EXPECT_EQ(maintenance(spy), "8500.00");  // 15 %
  EXPECT_EQ(maintenance("house ibkr\n" + spy), "11000.00");
  // A box whose legs cost more to close than it can ever be worth: 102 % of 10.50 a share.
  const std::string box =
      "mark XYZ 105\nmark XYZ/2027-03-19/C/100 12\nmark XYZ/2027-03-19/C/110 5\n"
      "mark XYZ/2027-03-19/P/110 9\nmark XYZ/2027-03-19/P/100 5.50\n"
      "hold XYZ/2027-03-19/C/100 -1\nhold XYZ/2027-03-19/C/110 1\n"
      "hold XYZ/2027-03-19/P/110 -1\nhold XYZ/2027-03-19/P/100 1\n";
  EXPECT_EQ(maintenance(box), "1000.00");
  EXPECT_EQ(maintenance("house ibkr\n" + box), "1071.00");
  const std::string vix =
      "security VIX type index index_class narrow\nmark VIX 20\nmark VIX/2027-03-17/C/20 3\n"
      "mark VIX/2027-03-17/C/25 2\nhold VIX/2027-03-17/C/20 -1\nhold VIX/2027-03-17/C/25 1\n";
  EXPECT_EQ(maintenance(vix), "500.00");
  EXPECT_EQ(maintenance("house ibkr\n" + vix), "650.00");
}

TEST(Houses, Tastytrade) {
  const auto sold = [](const std::string& stock, const std::string& option,
                       const std::string& price, const std::string& more = "") {
    return "house tastytrade\n" + more + "mark XYZ " + stock + "\nmark XYZ/2027-03-19/" + option +
           " " + price + "\nhold XYZ/2027-03-19/" + option + " -1";
  };
  EXPECT_EQ(maintenance(sold("47.50", "P/45", "0.50")), "750.00");
  EXPECT_EQ(maintenance(sold("65", "C/68", "1.50")), "1150.00");
  EXPECT_EQ(maintenance(sold("10", "C/20", "0.05")), "250.00");  // 105 by the law
  EXPECT_EQ(maintenance(sold("10", "P/2", "0.05")), "200.00");   // its exercise price
  const std::string index = "security XYZ type index index_class narrow style european\n";
  EXPECT_EQ(maintenance(sold("100", "P/100", "2", index)), "2700.00");
  EXPECT_EQ(maintenance(sold("100", "P/50", "2", index)), "950.00");
  // In a retirement account: 100 % less what it is out of the money, at least 50 %; the law shows
  // all of the underlying.
  const std::string ira = "kind retirement\ncash USD 0\n";
  EXPECT_EQ(maintenance(sold("65", "C/68", "1.50", ira)), "6500.00");
  EXPECT_EQ(maintenance(sold("65", "C/60", "8", ira)), "7300.00");
}

TEST(Houses, FirstradeByConcentrationAndDebit) {
  const auto held = [](std::int64_t shares, const std::string& cash) {
    return "house firstrade\ncash USD " + cash +
           "\nmark XYZ 10\nmark OTA 10\nmark OTB 10\nhold XYZ " + std::to_string(shares) +
           "\nhold OTA " + std::to_string((100'000 - shares) / 2) + "\nhold OTB " +
           std::to_string(100'000 - shares - (100'000 - shares) / 2);
  };
  const std::vector<Row> rows{{24'999, "0.25"}, {25'000, "0.35"}, {34'999, "0.35"},
                              {35'000, "0.4"},  {49'999, "0.4"},  {50'000, "0.5"}};
  for (const Row& row : rows) EXPECT_EQ(rate(held(row.units, "-100000")), row.rate) << row.units;
  EXPECT_EQ(rate(held(50'000, "-99999.99")), "0.25");
  EXPECT_EQ(rate(held(59'999, "0")), "0.25");
  EXPECT_EQ(rate(held(60'000, "0")), "0.5");
}

TEST(Houses, DistancesToTheNextStep) {
  // 18,000 of 100,000 shares at 10 dollars: the next row begins beyond 20 %.
  const Answer<Money> answer = answer_of(
      "house fidelity\nmark XYZ 10\nmark OTHER 10\nadv XYZ 20000\n"
      "security XYZ type equity shares_outstanding 1000000\nhold XYZ 18000\nhold OTHER 82000");
  const auto steps = about(answer, "next_steps", "XYZ");
  ASSERT_EQ(steps.size(), 3u);
  const auto line = [](const Detail& step) {
    std::string text;
    for (const char* key :
         {"by", "now", "step_rate", "next_at", "distance", "shares", "value", "next_rate", "cost"})
      text += std::string{text.empty() ? "" : " "} + text_of(step, key);
    return text;
  };
  // (180,000 + x) / (1,000,000 + x) = 20 %: x = 25,000; then 5 % more of 205,000.
  EXPECT_EQ(line(*steps[0]), "concentration 0.18 0.05 0.2 0.02 2500 25000.00 0.1 10250.00");
  // 20,000 shares a day: 2,000 more, then 10 % more of 200,000.
  EXPECT_EQ(line(*steps[1]), "days_to_liquidate 0.9 0 1 0.1 2000 20000.00 0.1 20000.00");
  // 3 % of a million: 12,000 more, then 15 % more of 300,000.
  EXPECT_EQ(line(*steps[2]), "ownership 0.018 0.1 0.03 0.012 12000 120000.00 0.25 45000.00");
  // By price the next row is below.
  const auto by_price =
      about(answer_of("house schwab\nmark XYZ 2.50\nhold XYZ -100"), "next_steps", "XYZ");
  ASSERT_EQ(by_price.size(), 1u);
  EXPECT_EQ(text_of(*by_price[0], "next_at"), "2.5");
  EXPECT_EQ(text_of(*by_price[0], "distance"), "0");
  EXPECT_EQ(text_of(*by_price[0], "next_dollars"), "2.5");
}

TEST(Houses, TheTreeShowsBothLayersAndTheLineOfTheProfile) {
  const MarginReport report =
      report_of("house fidelity\nmark XYZ 10\nmark OTHER 10\nhold XYZ 18000\nhold OTHER 82000",
                engine::Detail::explained);
  const auto& answer = std::get<Answer<Amount>>(report.results.at(0).answer);
  EXPECT_EQ(report.results.at(0).house, "fidelity");
  std::vector<std::string> places;
  const auto walk = [&](const auto& self, const Amount& node) -> void {
    if (node.where.line != 0)
      places.push_back(std::string{node.label.text()} + " " + std::string{node.where.file.text()});
    for (const Amount& part : node.parts) self(self, part);
  };
  walk(walk, answer.maintenance);
  for (const char* place :
       {"Fidelity asks profiles/house/fidelity.toml", "base profiles/house/fidelity.toml",
        "concentration, long profiles/house/fidelity.toml",
        "long stock src/methods/reg_t/stock.cpp"})
    EXPECT_NE(std::ranges::find(places, place), places.end()) << place;
  const auto governing = governing_labels(answer.maintenance);
  EXPECT_NE(std::ranges::find(governing, "Fidelity asks"), governing.end());
  EXPECT_TRUE(wrong_steps(answer.maintenance).empty());
  EXPECT_TRUE(wrong_steps(answer.initial).empty());
}

TEST(Houses, WhatIsMissingIsSaidAndUnderStrictRefused) {
  const std::string lines =
      "house fidelity\nmark XYZ 10\nhold XYZ 100\n"
      "security XYZ type equity\n";
  const Answer<Money> answer = answer_of(lines);
  std::string all;
  for (const auto& [what, input] : answer.not_applied) all += what + " needs " + input + "\n";
  EXPECT_TRUE(all.contains("Fidelity, days to liquidate (profiles/house/fidelity.toml:")) << all;
  EXPECT_TRUE(all.contains("): XYZ needs adv\n")) << all;
  EXPECT_TRUE(all.contains("): XYZ needs shares_outstanding\n")) << all;
  auto read = parse_case("source here\nas_of 2026-11-20\nstrict yes\n" + lines + "expect groups 1",
                         "a.case");
  const auto refused = engine::margin(read->request, SecurityList{});
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().front().what.starts_with("without adv the answer would be a lower"));
}

/// The greatest prices, quantities and rates that are let in, and the smallest: an overflow stops
/// the program, so a test that comes to its end holds.
TEST(Houses, NothingLetInOverflows) {
  std::string everything;
  for (const char* of : {"market_value", "purchase", "underlying", "underlying_least"})
    for (const char* mode : {"floor", "add"})
      everything += std::string{"[[rule]]\nname = \"r\"\nscope = \"position\"\nmode = \""} + mode +
                    "\"\nof = \"" + of +
                    "\"\nrate = \"10\"\ntimes = \"leverage\"\nreason = \"most\"\n";
  for (const char* by : {"concentration", "days_to_liquidate", "ownership", "industry", "price"})
    everything += std::string{"[[rule]]\nname = \"s\"\nscope = \"position\"\nmode = \"add\"\n"} +
                  "of = \"market_value\"\nby = \"" + by +
                  "\"\nsteps = [[\"0.000000001\", \"1\"], [\"0.5\", \"2\"], [\"0.999999999\", "
                  "\"3\"], [\"1000000000\", \"10\"]]\nbeyond = \"10\"\nreason = \"most\"\n";
  const auto tree = io::read_toml(
      "schema = \"plimsoll.house/1\"\nname = \"most\"\ntitle = \"Most\"\nsource = \"here\"\n"
      "retrieved = 2026-11-20\neffective_from = 2026-01-01\ngrade = \"text_read\"\n" +
          everything,
      "most.toml");
  ASSERT_TRUE(tree) << tree.error().where << tree.error().what;
  const auto most = house_profile(*tree, "most.toml");
  ASSERT_TRUE(most) << most.error().where << most.error().what;
  for (const char* price : {"1000000000", "0.000000001"})
    for (const char* adv : {"0.000000001", "100000000000000"})
      for (const char* quantity : {"1000000000", "-1000000000", "0.000000001"}) {
        auto read = parse_case(
            "source here\nas_of 2026-11-20\ncash USD -1\nsecurity XYZ type etf leverage 10 "
            "industry I shares_outstanding 1000000000000000\nsecurity OTH type equity industry I\n"
            "mark XYZ " +
                std::string{price} + "\nmark OTH 1\nhold OTH 1\nadv XYZ " + adv + "\nhold XYZ " +
                quantity + "\nmark XYZ/2027-03-19/C/5 " + price +
                "\nhold XYZ/2027-03-19/C/5 -1\nexpect groups 0",
            "a.case");
        ASSERT_TRUE(read) << read.error().what;
        read->request.houses = houses().all();
        read->request.houses.push_back(*most);
        const auto report = engine::margin(read->request, SecurityList{});
        ASSERT_TRUE(report) << report.error().front().what;
        EXPECT_EQ(report->results.size(), houses().all().size() + 1);
      }
}

}  // namespace
}  // namespace plimsoll::testing
