#include "apps/json/encode_summary.hpp"

#include <gtest/gtest.h>

#include "apps/json/encode_margin.hpp"
#include "apps/json/parse.hpp"
#include "apps/json/sample_report.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

constexpr std::string_view summary =
    R"({"schema":"plimsoll.margin/1","account":"family-office","as_of":"2026-11-20",)"
    R"("currency":"USD","partial":true,"results":[{"method":"reg_t",)"
    R"("rules":"2026-11-20","initial":"115050.00",)"
    R"("maintenance":"57525.00","proceeds":"12350.00","net_deposit":"102700.00",)"
    R"("equity":"180100.00","net_liquidation":"167750.00","risk_initial":"115050.00",)"
    R"("risk_maintenance":"57525.00","excess_initial":"65050.00",)"
    R"("excess_maintenance":"122575.00","groups":[{"strategy":"covered call",)"
    R"("initial":"115050.00","maintenance":"57525.00"}],"calls":[{"kind":"maintenance",)"
    R"("amount":"0.005","due":"2026-11-25","cure":"deposit cash"},{"kind":"initial",)"
    R"("amount":"1.00","due":null,"cure":""}],"not_applied":[{"what":"liquidity add-on",)"
    R"("missing_input":"adv"}],"caveats":["taken as ordinary equities: \"XYZ\""],)"
    R"("omitted":{"groups":0,"calls":0,"not_applied":0,"caveats":0}}],)"
    R"("refused":[{"reason":"missing_price","what":"no price on 2026-11-20","where":"MSFT"}],)"
    R"("not_covered":[{"method":"tims","symbol":"ES","reason":"a future"}],)"
    R"("omitted":{"refused":0,"not_covered":0}})"
    "\n";

TEST(EncodeSummary, IsOneLineWithoutLegsDetailAndExplanation) {
  EXPECT_EQ(encode_summary(sample::report<Money>()), summary);
  EXPECT_EQ(encode_summary(sample::report<Amount>()), summary);
  EXPECT_EQ(encode_margin(sample::report<Amount>(), Form::summary), summary);
}

TEST(EncodeSummary, ShowsTheLargestGroupsFirstAndCountsTheRest) {
  MarginReport report = sample::report<Money>();
  auto& answer = std::get<Answer<Money>>(report.results[0].answer);
  answer.groups.clear();
  for (std::int64_t i = 0; i < 9; ++i)
    answer.groups.push_back({.strategy = i % 2 == 0 ? Label{"even"} : Label{"odd"},
                             .legs = {},
                             .initial = 0_usd,
                             .maintenance = {Decimal{i / 2}, usd},
                             .proceeds = 0_usd,
                             .net_deposit = 0_usd});
  const auto read = parse(encode_summary(report), "summary.json");
  ASSERT_TRUE(read.has_value());
  const Node& result = read->find("results")->items[0];
  std::vector<std::string> groups;
  for (const Node& group : result.find("groups")->items)
    groups.push_back(group.find("strategy")->text + " " + group.find("maintenance")->text);
  // Where two ask the same, the answer's order holds.
  EXPECT_EQ(groups, (std::vector<std::string>{"even 4.00", "even 3.00", "odd 3.00", "even 2.00",
                                              "odd 2.00"}));
  EXPECT_EQ(result.find("omitted")->find("groups")->text, "4");
}

/// Four methods with everything in plenty, and long.
MarginReport long_report() {
  MarginReport report = sample::report<Money>();
  report.account = std::string(200, '"');
  auto& answer = std::get<Answer<Money>>(report.results[0].answer);
  const Money huge{Decimal::from_nano(Decimal{1'000'000'000'000'000}.nano() + 1), usd};
  answer.initial = answer.maintenance = answer.risk_initial = answer.risk_maintenance = huge;
  answer.equity = answer.net_liquidation = -huge;
  for (int i = 0; i < 1000; ++i) {
    answer.groups.push_back(answer.groups[0]);
    answer.caveats.push_back({std::string(500, 'c')});
    answer.not_applied.push_back({std::string(500, 'w'), std::string(500, 'm')});
    report.refused.push_back({Reason::bad_input, std::string(500, '\n'), std::string(500, 'p')});
    report.not_covered.push_back({"tims", {std::string(500, 's'), std::string(500, 'r')}});
  }
  for (int i = 0; i < 3; ++i) report.results.push_back(report.results[0]);
  return report;
}

TEST(EncodeSummary, FitsWhateverTheReportHolds) {
  const std::string text = encode_summary(long_report());
  EXPECT_LE(text.size(), summary_bytes_max);
  const auto read = parse(text, "summary.json");
  ASSERT_TRUE(read.has_value()) << read.error().what;
  EXPECT_EQ(read->find("results")->items.size(), 4u);
  // What is not shown is counted.
  for (const char* list : {"refused", "not_covered"})
    EXPECT_EQ(read->find(list)->items.size() + std::stoul(read->find("omitted")->find(list)->text),
              1001u)
        << list;
}

TEST(EncodeSummary, CutsLongTextsBetweenCharacters) {
  MarginReport report = sample::report<Money>();
  auto& answer = std::get<Answer<Money>>(report.results[0].answer);
  std::string euros;
  for (int i = 0; i < 300; ++i) euros += "\xe2\x82\xac";
  answer.caveats = {{euros}};
  const auto read = parse(encode_summary(report), "summary.json");
  ASSERT_TRUE(read.has_value());
  const std::string& caveat = read->find("results")->items[0].find("caveats")->items[0].text;
  EXPECT_EQ(caveat, euros.substr(0, 399) + "...");
}

}  // namespace
}  // namespace plimsoll::json
