// Golden ledgers: every file of cases/ledger/ is an account, its activity and what is known of some
// of its days. What a case says of a day must stand in the document the command writes, as written.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "apps/json/decode_activity.hpp"
#include "apps/json/encode_ledger.hpp"
#include "apps/json/parse.hpp"
#include "engine/ledger.hpp"

namespace plimsoll::testing {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> all_ledgers() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator{PLIMSOLL_SOURCE_DIR "/cases/ledger"})
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

Node document_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  auto document = json::parse(text, path.filename().string());
  EXPECT_TRUE(document) << document.error().where << ": " << document.error().what;
  return document ? *std::move(document) : Node{};
}

/// What is missing of `expected` in `found`: members by name, lists item by item, text as written.
void compare(const Node& expected, const Node& found, const std::string& where) {
  if (expected.kind == Node::Kind::object) {
    for (const Member& member : expected.members) {
      const Node* value = found.find(member.key);
      ASSERT_NE(value, nullptr) << where << " has no " << member.key;
      compare(member.value, *value, where + " " + member.key);
    }
    return;
  }
  if (expected.kind == Node::Kind::array) {
    ASSERT_EQ(expected.items.size(), found.items.size()) << where;
    for (std::size_t i = 0; i < expected.items.size(); ++i)
      compare(expected.items[i], found.items[i], where + " " + std::to_string(i));
    return;
  }
  EXPECT_EQ(expected.kind, found.kind) << where;
  EXPECT_EQ(expected.text, found.text) << where;
}

engine::LedgerRequest request_of(const Node& document, const std::string& name) {
  engine::LedgerRequest request;
  auto account = json::decode_account(*document.find("account"), name);
  EXPECT_TRUE(account) << account.error().at(0).where << ": " << account.error().at(0).what;
  auto activity = json::decode_activity(*document.find("activity"), name);
  EXPECT_TRUE(activity) << activity.error().at(0).where << ": " << activity.error().at(0).what;
  if (!account || !activity) return request;
  request.terms = json::ledger_terms(account->value);
  request.account = std::move(account->value.account);
  request.market = std::move(account->value.market);
  request.activity = *std::move(activity);
  if (const Node* until = document.find("until")) request.until = parse_date(until->text).value();
  return request;
}

class GoldenLedger : public ::testing::TestWithParam<fs::path> {};

TEST_P(GoldenLedger, Holds) {
  const Node document = document_of(GetParam());
  for (const char* needed : {"source", "grade", "account", "activity"})
    ASSERT_NE(document.find(needed), nullptr) << needed;
  const auto report =
      engine::ledger(request_of(document, GetParam().filename().string()), SecurityList{});
  if (const Node* refused = document.find("refused")) {
    ASSERT_FALSE(report) << "it is answered";
    EXPECT_TRUE(report.error().at(0).what.contains(refused->text)) << report.error().at(0).what;
    return;
  }
  ASSERT_TRUE(report) << report.error().at(0).where << ": " << report.error().at(0).what;
  const Node written = *json::parse(json::encode_ledger(*report), "ledger");
  const Node* expected = document.find("expect");
  ASSERT_NE(expected, nullptr);
  ASSERT_FALSE(expected->items.empty());
  for (const Node& day : expected->items) {
    const std::string date = day.find("date")->text;
    const auto& days = written.find("days")->items;
    const auto found =
        std::ranges::find_if(days, [&](const Node& one) { return one.find("date")->text == date; });
    ASSERT_NE(found, days.end()) << "no day " << date;
    compare(day, *found, date);
  }
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace_if(
      name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Ledgers, GoldenLedger, ::testing::ValuesIn(all_ledgers()), name_of);

}  // namespace
}  // namespace plimsoll::testing
