#include "apps/cli/command_analyze.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "apps/cli/ran.hpp"
#include "apps/json/schema_walk.hpp"

namespace plimsoll::cli {
namespace {

std::string example(const std::string& path) {
  return std::string{PLIMSOLL_SOURCE_DIR} + "/examples/" + path;
}

using Words = std::vector<std::string>;

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

const Words fidelity{example("fidelity/Portfolio_Positions.csv"), "--balances",
                     example("fidelity/Balances.csv"), "--market", example("fidelity/market.json")};
const Words futures{example("span/futures-account.json"), "--span-file",
                    example("span/synthetic.pa2")};
const Words lending{example("lending/account.json"), "--pool", example("lending/pool.json")};
const Words aave{example("lending/aave-account.json"), "--pool", example("lending/aave-pool.json")};
const Words of_strategy{example("three/strategy.json")};
const Words of_portfolio{example("three/portfolio.json")};
const Words of_pool{example("three/lending.json"), "--pool", example("three/pool.json")};

Node answered(const Words& words) {
  const Ran one = ran(joined(words, {"--json"}));
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  const auto document = json::parse(one.out, "answer");
  EXPECT_TRUE(document.has_value());
  return document.value_or(Node{});
}

const Node& at(const Node& node, std::initializer_list<std::string_view> path) {
  return json::schema::at(node, path);
}

double number(const Node& node) { return std::stod(node.text); }

void expect_in_schema(const Words& account, const std::string& on_standard_input = "") {
  static const Node schema = json::schema::schemas().at("analysis");
  for (const char* command : {"analyze", "carry", "buffer", "distance", "cure", "size", "rates"}) {
    const Ran one = ran(joined({command}, joined(account, {"--json"})), on_standard_input);
    ASSERT_EQ(one.exit, Exit::answered) << command << " " << account[0] << "\n" << one.err;
    EXPECT_EQ(json::schema::wrong_in(one.out, schema), Words{}) << command << " " << account[0];
  }
}

TEST(CommandAnalyze, RealAnalysesKeepToTheSchema) {
  const Words charged{"--financing", "ibkr-pro-usd", "--benchmark-rate", "0.0363"};
  // With options, under the law and by risk.
  expect_in_schema(joined(fidelity, joined({"--method", "all"}, charged)));
  expect_in_schema(joined(fidelity, {"--house", "fidelity"}));
  for (const Words& account : {futures, lending, aave, of_strategy, of_portfolio, of_pool})
    expect_in_schema(account);
  expect_in_schema(joined(of_portfolio, charged));
}

TEST(CommandAnalyze, WhatOwesNothingAndWhatOwesMoreThanItHoldsKeepToTheSchema) {
  std::string cash = one_stock_but("\"margin\"", "\"cash\"");
  cash.replace(cash.find("-1000"), 5, "1000");
  expect_in_schema({"-"}, cash);
  const std::string owed = one_stock_but("-1000", "-6000");
  expect_in_schema({"-", "--financing", "ibkr-pro-usd", "--benchmark-rate", "0.0363"}, owed);
}

/// docs/guide/three-accounts.md: one portfolio, three kinds of account.
TEST(CommandAnalyze, OnePortfolioInThreeAccounts) {
  struct Row {
    const Words& account;
    double decline;
    double price, equity;
  };
  for (const Row& row : {Row{of_strategy, 1 - 1 / 1.875, 160.0 / 3, 100'000.0 / 3},
                         Row{of_portfolio, 1 - 100.0 / 212.5, 800.0 / 17, 300'000.0 / 17},
                         Row{of_pool, 0.4, 60, 50'000}}) {
    const Node far = at(answered(joined({"distance"}, row.account)), {"distance"});
    const Node& market = at(far, {"market"});
    EXPECT_NEAR(number(at(market, {"decline"})), row.decline, 1e-9) << row.account[0];
    EXPECT_NEAR(number(at(market, {"at_decline", "equity"})), row.equity, 1e-3);
    const Node& first = at(far, {"names"}).items.at(0);
    EXPECT_EQ(at(first, {"name"}).text, "XYZ");
    EXPECT_NEAR(number(at(first, {"decline"})), row.decline, 1e-9);
    EXPECT_NEAR(number(at(first, {"at_decline", "price"})), row.price, 1e-6);
  }
}

TEST(CommandAnalyze, ADebtInAPoolIsToldAndIsNoCash) {
  const Node buffer = at(answered(joined({"buffer"}, of_pool)), {"buffer"});
  EXPECT_EQ(at(buffer, {"inputs", "cash"}).kind, Node::Kind::null);
  EXPECT_EQ(at(buffer, {"debit"}).text, "100000.00");
  EXPECT_EQ(at(buffer, {"debit_use"}).kind, Node::Kind::null);
  // 250,000 x 0.432 x 0.75 is under the 112,500 that the debt counts for.
  EXPECT_EQ(at(buffer, {"hardest"}).text, "2007-09 financial crisis");
  for (const Node& one : at(buffer, {"stressed"}).items)
    if (at(one, {"name"}).text == "2007-09 financial crisis") {
      EXPECT_TRUE(at(one, {"excess"}).text.starts_with("-")) << at(one, {"excess"}).text;
    }
  const Ran page = ran(joined({"distance"}, of_pool));
  EXPECT_TRUE(holds(page.out,
                    "  - taken to keep their price while the whole market moves, as the policy "
                    "says: USDC\n"))
      << page.out;
}

TEST(CommandAnalyze, WhatIsStakedFallsWithSol) {
  const Node far = at(answered(joined({"distance"}, lending)), {"distance"});
  const Node& first = at(far, {"names"}).items.at(0);
  EXPECT_EQ(at(first, {"name"}).text, "SOL");
  ASSERT_EQ(at(first, {"moved"}).items.size(), 2u);
  EXPECT_EQ(at(first, {"moved"}).items[0].text, "JITOSOL");
}

TEST(CommandAnalyze, AMemberAloneIsThatMemberAlone) {
  for (const char* command : {"carry", "buffer", "distance", "cure"}) {
    const Node document = answered(joined({command}, of_strategy));
    for (const char* member : {"carry", "buffer", "distance", "cure"})
      EXPECT_EQ(document.find(member) != nullptr, member == std::string{command})
          << command << " " << member;
    EXPECT_EQ(document.find("verdict"), nullptr) << command;
  }
}

TEST(CommandAnalyze, OptionsOnFuturesFollowAsFarAsTheirClearingHouseSays) {
  const Node document = answered(joined({"analyze"}, futures));
  const Node& market = at(document, {"distance", "market"});
  EXPECT_NE(at(market, {"decline"}).kind, Node::Kind::null);
  EXPECT_TRUE(holds(at(market, {"stopped", "what"}).text, "the file says nothing past -3"));
}

TEST(CommandAnalyze, CashUnknownIsNoFigureOfIt) {
  const std::string unknown = one_stock_but("\"cash\": \"-1000\", ", "");
  const Ran one = ran({"analyze", "-", "--json"}, unknown);
  EXPECT_EQ(one.exit, Exit::answered);
  const Node document = *json::parse(one.out, "a");
  for (const char* member : {"buffer", "distance", "cure"}) {
    EXPECT_EQ(at(document, {member}).kind, Node::Kind::null) << member;
    const auto& reasons = at(document, {"unanswered"}).items;
    const auto named = std::ranges::find_if(
        reasons, [&](const Node& reason) { return at(reason, {"member"}).text == member; });
    ASSERT_NE(named, reasons.end()) << member;
    EXPECT_TRUE(holds(at(*named, {"what"}).text, "cash")) << at(*named, {"what"}).text;
  }
  EXPECT_EQ(at(document, {"carry", "net"}).kind, Node::Kind::null);
  EXPECT_EQ(document.find("verdict"), nullptr);
  EXPECT_TRUE(holds(ran({"analyze", "-"}, unknown).out, "buffer\n  - not answered: "));
  const Ran held = ran({"analyze", "-", "--fail-on", "warn"}, unknown);
  EXPECT_EQ(held.exit, Exit::bad_input);
  EXPECT_TRUE(holds(held.err, "--fail-on: it stands on the equity, and cash is unknown"))
      << held.err;
}

TEST(CommandAnalyze, FailOnIsHeldAgainstTheLevel) {
  struct Row {
    const char *cash, *level;
    Exit exit;
  };
  // 5,000 of stock asks 1,250: equity of 2,000 is 1.6 times it, of 1,500 it is 1.2.
  for (const Row& row :
       {Row{"-1000", "watch", Exit::answered}, Row{"-3000", "watch", Exit::level_reached},
        Row{"-3000", "warn", Exit::answered}, Row{"-3500", "warn", Exit::level_reached},
        Row{"-3500", "critical", Exit::level_reached}, Row{"-3500", "breach", Exit::answered},
        Row{"-3750", "breach", Exit::level_reached}}) {
    const Ran one = ran({"analyze", "-", "--fail-on", row.level},
                        one_stock_but("\"-1000\"", "\"" + std::string{row.cash} + "\""));
    EXPECT_EQ(one.exit, row.exit) << row.cash << " " << row.level << "\n" << one.err;
    EXPECT_TRUE(holds(one.out, "one stock, 2026-11-20, reg_t, in USD")) << "answered all the same";
  }
}

class Policy {
 public:
  explicit Policy(const std::string& text) {
    std::ofstream{path_} << "schema = \"plimsoll.policy/1\"\n" << text;
  }
  ~Policy() { std::filesystem::remove(path_); }
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  std::string path() const { return path_; }

 private:
  std::string path_ =
      (std::filesystem::temp_directory_path() /
       ("command_analyze_" +
        std::string{::testing::UnitTest::GetInstance()->current_test_info()->name()} + ".toml"))
          .string();
};

TEST(CommandAnalyze, TheSummaryIsTheFirstScreen) {
  const Words asked = joined({"analyze"}, fidelity);
  const Ran page = ran(asked), summary = ran(joined(asked, {"--summary"}));
  ASSERT_EQ(summary.exit, Exit::answered) << summary.err;
  EXPECT_TRUE(page.out.starts_with(summary.out.substr(0, summary.out.size() - 1)));
  EXPECT_LE(std::ranges::count(summary.out, '\n'), 30);
  const Ran line = ran(joined(asked, {"--summary", "--json", "--method", "all"}));
  EXPECT_EQ(std::ranges::count(line.out, '\n'), 1);
  EXPECT_LE(line.out.size(), 4096u);
  const auto document = json::parse(line.out, "answer");
  ASSERT_TRUE(document);
  const Node& summed = *document->find("summary");
  ASSERT_EQ(summed.items.size(), 2u);
  EXPECT_EQ(summed.items[1].find("method")->text, "tims");
  EXPECT_NEAR(std::stod(summed.items[0].find("decline")->text), 0.325, 0.001);
  const Ran without =
      ran(joined({"analyze", "-", "--summary"}, {}), one_stock_but("\"cash\": \"-1000\", ", ""));
  EXPECT_EQ(without.exit, Exit::answered) << without.err;
  EXPECT_TRUE(holds(without.out, "equity is not known")) << without.out;
}

TEST(CommandAnalyze, APolicyMovesTheLevels) {
  const Policy policy{
      "[levels]\nwatch = \"3.3\"\n[buffer]\ntarget_multiple = \"3.4\"\n"};  // 3.2 times the
                                                                            // requirement
  const Ran one = ran({"analyze", "-", "--policy", policy.path(), "--fail-on", "watch"}, one_stock);
  EXPECT_EQ(one.exit, Exit::level_reached) << one.err;
  EXPECT_TRUE(holds(one.out, "\nWatch: ")) << "the page says the same\n" << one.out;
}

TEST(CommandAnalyze, APolicyThatIsWrongIsRefusedWithItsLine) {
  const Policy policy{"[distance]\nsteadyy = [\"USDC\"]\ndefault_beta = \"-1\"\n"};
  const Ran one = ran({"analyze", "-", "--policy", policy.path()}, one_stock);
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_EQ(one.out, "");
  EXPECT_TRUE(holds(one.err, ".toml:3: ")) << one.err;
  EXPECT_TRUE(holds(one.err, "steadyy")) << one.err;
  EXPECT_TRUE(holds(one.err, ".toml:4: ")) << one.err;
  const Ran missing = ran({"analyze", "-", "--policy", "no/such.toml"}, one_stock);
  EXPECT_EQ(missing.exit, Exit::bad_input);
  EXPECT_TRUE(holds(missing.err, "no/such.toml")) << missing.err;
}

/// Members are in the schema's order: financing comes after the market.
std::string with_financing(const std::string& financing) {
  std::string text = one_stock;
  return text.replace(text.rfind('}'), 1, ", \"financing\": " + financing + "}");
}

TEST(CommandAnalyze, AScheduleNobodyKnowsIsRefusedWhereItIsNamed) {
  const Ran one = ran({"analyze", "-"}, with_financing(R"({"schedule": "ibkr-pro-usdd"})"));
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_EQ(one.out, "");
  EXPECT_TRUE(holds(one.err, "financing.schedule: ")) << one.err;
  EXPECT_TRUE(holds(one.err, "ibkr-pro-usdd")) << one.err;
  const Ran program =
      ran({"analyze", "-", "--json"}, with_financing(R"({"schedule": "ibkr-pro-usdd"})"));
  EXPECT_TRUE(holds(program.out, "\"reason\": \"bad_input\"")) << program.out;
  EXPECT_TRUE(holds(program.out, "\"where\": \"financing.schedule\"")) << program.out;
}

TEST(CommandAnalyze, ABenchmarkBelowZeroCountsAsTheSchedulesFloor) {
  const std::string below =
      with_financing(R"({"schedule": "ibkr-pro-usd", "benchmark_rate": -0.0075})");
  const Node document = *json::parse(ran({"rates", "-", "--json"}, below).out, "a");
  EXPECT_EQ(at(document, {"rates", "effective_rate"}).text, "0.015") << "0 and the spread";
  const Node& remark = at(document, {"rates", "check", "remarks"}).items.at(0);
  EXPECT_EQ(remark.find("finding")->text, "floored");
  EXPECT_EQ(remark.find("text")->text,
            "the benchmark of -0.75% counts as 0%: ibkr-pro-usd has that floor");
}

TEST(CommandAnalyze, ABenchmarkNobodyHasSeenIsRefusedWhereItStands) {
  const std::string below =
      with_financing(R"({"schedule": "ibkr-pro-usd", "benchmark_rate": -0.051})");
  for (const char* command : {"analyze", "carry", "rates"}) {
    const Ran one = ran({command, "-"}, below);
    EXPECT_EQ(one.exit, Exit::bad_input) << command;
    EXPECT_EQ(one.out, "") << command;
    EXPECT_TRUE(holds(one.err, "#/financing/benchmark_rate: -0.051 is below -0.05")) << one.err;
  }
}

TEST(CommandAnalyze, ADebitThatGrowsNobodySaysHowFastHasNoChance) {
  const Node document = answered(joined({"distance"}, of_strategy));
  EXPECT_EQ(at(document, {"distance", "time_to_call"}).kind, Node::Kind::null);
  EXPECT_EQ(at(document, {"unanswered"}).items.at(0).find("what")->text,
            "what the debit grows by is not known; give financing, or market.risk_free_rate");
  const Node known =
      *json::parse(ran({"distance", "-", "--json"}, with_financing(R"({"rate": 0.06})")).out, "a");
  EXPECT_EQ(at(known, {"distance", "time_to_call", "inputs", "borrowing_rate"}).text, "0.06");
}

TEST(CommandAnalyze, WhatIsPaidForInFullIsCalm) {
  std::string cash = one_stock_but("\"margin\"", "\"cash\"");
  cash.replace(cash.find("-1000"), 5, "1000");
  const Ran one = ran({"analyze", "-", "--fail-on", "watch"}, cash);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out, "Calm: what is held is paid for in full; 1,000.00 USD is free."))
      << one.out;
  EXPECT_TRUE(holds(one.out, "No deposit and no sale: the target of 1 time is met.")) << one.out;
  EXPECT_FALSE(holds(one.out, "Deposit")) << one.out;
}

TEST(CommandAnalyze, ACallThatPricesDoNotBringIsABreach) {
  // 50,000 of equity under portfolio margin, which asks for 100,000.
  const Ran one = ran({"analyze", "-", "--fail-on", "breach"}, R"({
    "schema": "plimsoll.account/1", "id": "small", "as_of": "2026-11-20",
    "kind": "portfolio_margin", "currency": "USD", "cash": "0",
    "positions": [{"symbol": "XYZ", "quantity": 500}], "instruments": {"XYZ": {"type": "equity"}},
    "market": {"quotes": {"XYZ": {"price": "100"}}}})");
  EXPECT_EQ(one.exit, Exit::level_reached) << one.err;
  EXPECT_TRUE(holds(one.out, "\nBreach: a call stands, ")) << one.out;
}

TEST(CommandAnalyze, TheSameBytesWhateverTheThreads) {
  const Ran once = ran(joined({"analyze", "--json"}, fidelity));
  EXPECT_EQ(ran(joined({"analyze", "--json", "--threads", "4"}, fidelity)).out, once.out);
}

TEST(CommandAnalyze, RefusedIsNoAnswer) {
  const Ran one = ran({"analyze", "-"}, one_stock_but("\"50\"", "\"-50\""));
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_EQ(one.out, "");
}

/// 2,000,000 at a yield of 2 % on 1,380,000 owed at 6 %, under portfolio margin.
constexpr const char* calm_by_multiple = R"({
  "schema": "plimsoll.account/1", "id": "t", "as_of": "2026-11-20", "kind": "portfolio_margin",
  "currency": "USD", "positions": [{"symbol": "XYZ", "quantity": 20000}], "cash": "-1380000",
  "market": {"quotes": {"XYZ": {"price": "100", "beta": 1, "yield": 0.02},
                        "VIX": {"price": "20"}}, "risk_free_rate": 0.04},
  "financing": {"rate": "0.06"}, "instruments": {"XYZ": {"type": "equity"}}})";

TEST(CommandAnalyze, FailsByTheMultipleAndTellsTheOthers) {
  const Ran one = ran({"analyze", "-", "--fail-on", "watch"}, calm_by_multiple);
  EXPECT_EQ(one.exit, Exit::answered) << "the multiple is calm";
  EXPECT_TRUE(holds(one.out, "81.2 % of the most that could be owed is owed")) << one.out;
  EXPECT_TRUE(holds(one.out, "It does not earn enough: income is 0.48 times the interest"))
      << one.out;
  const Node document = *json::parse(ran({"analyze", "-", "--json"}, calm_by_multiple).out, "a");
  EXPECT_EQ(at(document, {"verdict", "level"}).text, "calm");
  EXPECT_EQ(at(document, {"verdict", "levels"}).items.size(), 3u);
}

TEST(CommandAnalyze, EverySectionHasASummaryAndAnExplanation) {
  for (const char* command : {"carry", "buffer", "distance", "cure", "size", "rates"}) {
    const Ran whole = ran({command, "-"}, calm_by_multiple);
    const Ran head = ran({command, "-", "--summary"}, calm_by_multiple);
    ASSERT_EQ(head.exit, Exit::answered) << command << head.err;
    EXPECT_LT(head.out.size(), whole.out.size()) << command;
    EXPECT_TRUE(whole.out.starts_with(head.out.substr(0, head.out.size() - 1))) << head.out;
    const Ran explained = ran({command, "-", "--explain"}, calm_by_multiple);
    EXPECT_TRUE(explained.out.starts_with(whole.out)) << command;
    EXPECT_TRUE(holds(explained.out, "maintenance, explained")) << command;
    EXPECT_TRUE(holds(ran({command, "-", "--explain", "--json"}, calm_by_multiple).out,
                      "\"explanation\": {"))
        << command;
  }
  for (const char* length : {"--summary", "--explain"})
    expect_in_schema({"-", length}, calm_by_multiple);
  const Ran all = ran({"analyze", "-", "--explain"}, calm_by_multiple);
  EXPECT_TRUE(holds(all.out, "formula")) << "of every figure, with its inputs";
  EXPECT_FALSE(holds(ran({"analyze", "-", "--json"}, calm_by_multiple).out, "explanation"));
}

std::string pool_file_of(const char* name, const std::string& xyz, const std::string& usdc) {
  const std::string path = testing::TempDir() + name;
  std::ofstream{path} << R"({"schema": "plimsoll.pool/1", "protocol": "marginfi", "banks": {
    "XYZ": {"decimals": 8, "price": "100", "asset_weight_init": "0.625",
            "asset_weight_maint": "0.75", "liability_weight_init": "1.40",
            "liability_weight_maint": "1.25")"
                      << xyz << R"(},
    "USDC": {"decimals": 6, "price": "1", "asset_weight_init": "0.875",
             "asset_weight_maint": "1", "liability_weight_init": "1.25",
             "liability_weight_maint": "1.125")"
                      << usdc << "}}}";
  return path;
}
std::string pool_without_rates() { return pool_file_of("silent.json", "", ""); }
std::string pool_with_rates() {
  const auto half = [](const char* rate) {
    return std::string{R"(, "total_assets": "1000000", "total_liabilities": "500000", "interest":
      {"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 1, "rate": ")"} +
           rate + "\"}]}";
  };
  return pool_file_of("rates.json", half("0.08"), half("0.16"));
}

/// 2,500 XYZ at 100 lent, 100,000 USDC borrowed.
constexpr const char* borrower = R"({
  "schema": "plimsoll.account/1", "id": "lending", "as_of": "2026-11-20", "kind": "cross_margin",
  "currency": "USD", "positions": [{"symbol": "XYZ", "quantity": 2500},
                                   {"symbol": "USDC", "quantity": -100000}]CASH})";

TEST(CommandAnalyze, WhatIsBorrowedOfAPoolIsOwedWhateverCashIsStated) {
  const auto account = [](const std::string& cash) {
    return std::string{borrower}.replace(std::string{borrower}.find("CASH"), 4, cash);
  };
  for (const char* cash : {"", ", \"cash\": 0"}) {
    const Node silent = *json::parse(
        ran({"carry", "-", "--json", "--pool", pool_without_rates()}, account(cash)).out, "a");
    EXPECT_EQ(at(silent, {"carry", "inputs", "debit"}).text, "100000.00");
    EXPECT_EQ(at(silent, {"carry", "financing"}).kind, Node::Kind::null);
    EXPECT_TRUE(holds(at(silent, {"carry", "not_known"}).items.at(0).find("what")->text,
                      "the pool file does not say what borrowing USDC costs"));
    const Ran page = ran({"analyze", "-", "--pool", pool_without_rates()}, account(cash));
    EXPECT_FALSE(holds(page.out, "Nothing is owed")) << page.out;
    EXPECT_TRUE(holds(page.out, "100,000.00 USD is owed; what it costs is not known")) << page.out;
    for (const char* command : {"carry", "rates", "cure", "buffer"})
      EXPECT_FALSE(holds(ran({command, "-", "--pool", pool_without_rates()}, account(cash)).out,
                         "give it under cash"))
          << command;
  }
  const Node known = *json::parse(
      ran({"carry", "-", "--json", "--pool", pool_with_rates()}, account("")).out, "a");
  // Half of the USDC is borrowed: 8 % on the loan, 2 % on the deposit of 250,000.
  EXPECT_EQ(at(known, {"carry", "financing"}).text, "8000.00");
  EXPECT_EQ(at(known, {"carry", "income"}).text, "5000.00");
}

}  // namespace
}  // namespace plimsoll::cli
