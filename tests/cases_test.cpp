// Golden cases: every file of cases/, read by the engine twice, once to explain and once only to
// compute. What a case says must hold to the last digit, and so must the two readings agree.
// UPDATE=1 in the environment rewrites totals that differ; the diff is the review.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/case_file.hpp"
#include "tests/detail_path.hpp"
#include "tests/explained.hpp"

namespace plimsoll::testing {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string amount_text(const std::optional<Money>& money) {
  return money ? to_text(money->amount, 2) : "unknown";
}

/// Every total by the name cases know it under.
template <Reading R>
std::map<std::string, std::string> totals(const Answer<R>& answer) {
  return {
      {"initial", amount_text(money_of(answer.initial))},
      {"maintenance", amount_text(money_of(answer.maintenance))},
      {"risk_initial", amount_text(money_of(answer.risk_initial))},
      {"risk_maintenance", amount_text(money_of(answer.risk_maintenance))},
      {"proceeds", amount_text(money_of(answer.proceeds))},
      {"net_deposit", amount_text(answer.net_deposit())},
      {"equity", amount_text(money_of(answer.equity))},
      {"net_liquidation", amount_text(money_of(answer.net_liquidation))},
      {"excess_initial", amount_text(answer.excess_initial())},
      {"excess_maintenance", amount_text(answer.excess_maintenance())},
      {"groups", std::to_string(answer.groups.size())},
  };
}

/// All that must be the same in both readings, as text.
template <Reading R>
std::string both_readings_say(const Answer<R>& answer) {
  std::string text;
  for (const auto& [name, amount] : totals(answer)) text += name + " " + amount + "\n";
  for (const Group<R>& group : answer.groups) {
    text += std::string{group.strategy.text()} + " " + to_text(money_of(group.initial)) + " " +
            to_text(money_of(group.maintenance)) + " " + to_text(group.proceeds) + " " +
            to_text(group.net_deposit) + ":";
    for (const Leg& leg : group.legs)
      text += " " + to_text(leg.quantity) + " " + std::string{leg.id.view()};
    text += "\n";
  }
  for (const Caveat& caveat : answer.caveats) text += "caveat " + caveat.text + "\n";
  for (const NotApplied& skipped : answer.not_applied) text += "not applied " + skipped.what + "\n";
  return text;
}

bool any_contains(const auto& texts, const std::string& part) {
  return std::ranges::any_of(texts, [&](const std::string& t) { return t.contains(part); });
}

std::vector<std::string> texts_of(const Answer<Amount>& answer, const std::string& what) {
  std::vector<std::string> texts;
  if (what == "group")
    for (const auto& group : answer.groups) texts.emplace_back(group.strategy.text());
  if (what == "caveat")
    for (const Caveat& caveat : answer.caveats) texts.push_back(caveat.text);
  if (what == "not_applied")
    for (const NotApplied& skipped : answer.not_applied) texts.push_back(skipped.what);
  if (what == "governs")
    for (const std::string& label : governing_labels(answer.maintenance)) texts.push_back(label);
  if (what == "governs_initial")
    for (const std::string& label : governing_labels(answer.initial)) texts.push_back(label);
  if (what == "cites") {
    for (const std::string& law : laws_cited(answer.maintenance)) texts.push_back(law);
    for (const std::string& law : laws_cited(answer.initial)) texts.push_back(law);
  }
  return texts;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += "\n  " + text;
  return all;
}

/// Whether an amount is within what the case allows: published tables round their prices.
bool is_near(const Expectation& expected, const std::string& reached) {
  const auto wanted = parse_decimal(expected.text), got = parse_decimal(reached);
  if (!expected.within || !wanted || !got) return false;
  return !(multiply(abs(*wanted), *expected.within, Round::toward_zero) < abs(*got - *wanted));
}

class Golden : public ::testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    const fs::path path = fs::path{PLIMSOLL_SOURCE_DIR} / GetParam();
    text_ = bytes_of(path);
    auto read = parse_case(text_, GetParam().generic_string());
    ASSERT_TRUE(read) << read.error().where << ": " << read.error().what;
    case_ = *std::move(read);
  }

  std::string at(const Expectation& expected) const {
    return case_.path + ":" + std::to_string(expected.line) + ": ";
  }

  void check_refusal(const std::vector<Error>& errors) const {
    std::string all;
    for (const Error& error : errors) all += "\n  " + error.where + ": " + error.what;
    for (const Expectation& expected : case_.expected) {
      const bool refused = std::ranges::any_of(errors, [&](const Error& error) {
        if (expected.what == "not_covered")
          return error.reason == Reason::not_covered && error.where.contains(expected.text);
        return expected.what == "refused" &&
               (error.where + ": " + error.what).contains(expected.text);
      });
      EXPECT_TRUE(refused) << at(expected) << expected.what << " " << expected.text
                           << ", but the engine refused:" << all;
    }
  }

  void check_answer(const Answer<Amount>& answer, const MarginReport& report) {
    const auto reached = totals(answer);
    for (const Expectation& expected : case_.expected) {
      if (const auto found = reached.find(expected.what); found != reached.end()) {
        check_total(expected, found->second);
      } else if (expected.what == "detail") {
        check_total(expected, detail_at(answer.detail, expected.path).value_or("not there"));
      } else if (expected.what == "not_covered") {
        EXPECT_TRUE(std::ranges::any_of(
            report.not_covered, [&](const auto& one) { return one.what.symbol == expected.text; }))
            << at(expected) << expected.text << " is covered";
      } else if (expected.what == "refused") {
        EXPECT_TRUE(
            std::ranges::any_of(report.refused,
                                [&](const Error& one) {
                                  return (one.where + ": " + one.what).contains(expected.text);
                                }))
            << at(expected) << "nothing was refused with " << expected.text;
      } else {
        const auto texts = texts_of(answer, expected.what);
        EXPECT_TRUE(any_contains(texts, expected.text))
            << at(expected) << expected.what << " \"" << expected.text << "\" is not among"
            << joined(texts);
      }
    }
  }

  void check_total(const Expectation& expected, const std::string& reached) {
    std::string wanted = expected.text;
    if (const auto number = parse_decimal(wanted);
        number && expected.what != "groups" && reached.contains('.'))
      wanted = to_text(*number, 2);
    if (wanted == reached || is_near(expected, reached)) return;
    if (std::getenv("UPDATE") == nullptr) {
      ADD_FAILURE() << at(expected) << expected.what << " is " << reached << ", not " << wanted;
      return;
    }
    text_ = with_expectation(text_, expected, reached);
    std::ofstream{fs::path{PLIMSOLL_SOURCE_DIR} / case_.path, std::ios::binary} << text_;
  }

  Case case_;
  std::string text_;
};

TEST_P(Golden, Holds) {
  if (case_.grade == CaseGrade::c) GTEST_SKIP() << "grade C: no gate";
  engine::MarginRequest explaining = case_.request;
  explaining.detail = engine::Detail::explained;
  const auto computed = engine::margin(case_.request, SecurityList{});
  const auto explained = engine::margin(explaining, SecurityList{});
  ASSERT_EQ(computed.has_value(), explained.has_value());
  if (!explained) {
    EXPECT_EQ(computed.error(), explained.error());
    check_refusal(explained.error());
    return;
  }
  ASSERT_EQ(explained->results.size(), 1u);
  ASSERT_EQ(computed->results.size(), 1u);
  const auto& answer = std::get<Answer<Amount>>(explained->results[0].answer);
  const auto& plain = std::get<Answer<Money>>(computed->results[0].answer);
  EXPECT_EQ(both_readings_say(plain), both_readings_say(answer));
  for (const Amount* tree : trees_of(answer))
    EXPECT_EQ(wrong_steps(*tree), std::vector<std::string>{});
  check_answer(answer, *explained);
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> paths;
  for (const fs::path& file : case_files(fs::path{PLIMSOLL_SOURCE_DIR} / "cases"))
    paths.push_back(fs::relative(file, PLIMSOLL_SOURCE_DIR));
  return paths;
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name;
  for (const char c :
       info.param.parent_path().filename().string() + "_" + info.param.stem().string())
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, ::testing::ValuesIn(all_cases()), name_of);

TEST(Cases, ThereAreSome) { EXPECT_GE(all_cases().size(), 40u); }

}  // namespace
}  // namespace plimsoll::testing
