#include "tests/case_file.hpp"

#include <gtest/gtest.h>

namespace plimsoll::testing {
namespace {

const char* const example =
    "# A put far out of the money.\n"
    "source  Our working of the published example,\n"
    "source  p. 12\n"
    "grade   B\n"
    "as_of   2026-03-02\n"
    "kind    retirement\n"
    "rules   2026-03-01\n"
    "security XYZ type etf leverage 2 marginable no\n"
    "mark    XYZ 95.00   # the close\n"
    "mark    XYZ/2026-06-19/P/80 2.00\n"
    "hold    XYZ/2026-06-19/P/80 -1 trade_price 2.10 average_cost 1.90 holding margin\n"
    "cash    USD -12.5\n"
    "expect  maintenance 1000.00 USD\n"
    "expect  governs \"10% of\"\n";

TEST(CaseFile, ReadsEveryLine) {
  const auto read = parse_case(example, "cases/reg_t/put.case");
  ASSERT_TRUE(read) << read.error().what;
  const AccountDraft& account = read->request.account;
  EXPECT_EQ(read->source, "Our working of the published example, p. 12");
  EXPECT_EQ(read->grade, CaseGrade::b);
  EXPECT_EQ(account.id, "put");
  EXPECT_EQ(to_text(account.as_of), "2026-03-02");
  EXPECT_EQ(to_text(read->request.market.as_of), "2026-03-02");
  EXPECT_EQ(account.kind, AccountKind::retirement);
  EXPECT_EQ(to_text(*read->request.rules), "2026-03-01");
  ASSERT_EQ(account.instruments.size(), 1u);
  EXPECT_EQ(account.instruments[0].type, "etf");
  EXPECT_EQ(account.instruments[0].leverage, Decimal{2});
  EXPECT_EQ(account.instruments[0].marginable, false);
  ASSERT_EQ(account.positions.size(), 1u);
  EXPECT_EQ(account.positions[0].symbol, "XYZ   260619P00080000");
  EXPECT_EQ(account.positions[0].quantity, Quantity::of(std::int64_t{-1}));
  EXPECT_EQ(account.positions[0].trade_price, 2.10_d);
  EXPECT_EQ(account.positions[0].average_cost, 1.90_d);
  EXPECT_EQ(account.positions[0].holding, Holding::margin);
  EXPECT_EQ(account.positions[0].where, "cases/reg_t/put.case:11");
  ASSERT_TRUE(account.cash);
  EXPECT_EQ(account.cash->at(0).amount, -12.5_d);
  EXPECT_EQ(read->request.market.quotes.at(InstrumentId{"XYZ"}).price, Decimal{95});
  ASSERT_EQ(read->expected.size(), 2u);
  EXPECT_EQ(read->expected[0].what, "maintenance");
  EXPECT_EQ(read->expected[0].text, "1000.00");
  EXPECT_EQ(read->expected[0].line, 13u);
  EXPECT_EQ(read->expected[1].text, "10% of");
}

TEST(CaseFile, RefusesWhatItDoesNotUnderstand) {
  const struct {
    const char* line;
    const char* what;
  } table[] = {
      {"kin margin", "no line begins with 'kin'"},
      {"kind marginal", "'marginal' is none of"},
      {"mark XYZ", "mark SYMBOL price"},
      {"mark XYZ abc", "abc"},
      {"mark XYZ/2026-06-19/Q/80 1", "XYZ/2026-06-19/P/80"},
      {"mark XYZ/2026-06-31/P/80 1", "2026-06-31"},
      {"mark XYZ/1999-12-31/P/80 1", "no such year"},
      {"hold XYZ", "hold SYMBOL quantity"},
      {"hold XYZ 1 price 3", "a position has no 'price'"},
      {"hold XYZ 1 trade_price", "hold SYMBOL quantity"},
      {"security XYZ type", "security SYMBOL key value"},
      {"security XYZ colour blue", "no description has a 'colour'"},
      {"security XYZ marginable true", "'true' is none of"},
      {"expect margin 3", "nothing is called 'margin'"},
      {"expect initial three", "three"},
      {"expect initial 3 EUR", "'EUR' is too much"},
      {"expect governs \"10%", "not closed"},
      {"cash USD", "cash USD amount"},
      {"bank SOL", "bank NAME key value"},
      {"pool no/such.json", "no such file"},
  };
  for (const auto& row : table) {
    const auto read = parse_case(std::string{example} + row.line + "\n", "x.case");
    ASSERT_FALSE(read) << row.line;
    EXPECT_TRUE(read.error().what.contains(row.what)) << row.line << ": " << read.error().what;
    EXPECT_EQ(read.error().where, "x.case:15") << row.line;
  }
}

TEST(CaseFile, HasOnePoolOfItsOwnOrOfTheProject) {
  const std::string bank = std::string{example} + "bank SOL decimals 9 price 10\n";
  const auto written = parse_case(bank, "x.case");
  ASSERT_TRUE(written) << written.error().what;
  EXPECT_EQ(written->request.pool->banks.size(), 1u);
  const std::string document = "pool examples/lending/pool.json\n";
  EXPECT_TRUE(parse_case(example + document, "x.case")->request.pool);
  EXPECT_TRUE(parse_case(bank + document, "x.case").error().what.contains("keep one"));
  EXPECT_EQ(parse_case(bank + "protocol compound\n", "x.case").error().where, "x.case#/protocol");
}

TEST(CaseFile, NeedsASourceADayAndAnExpectation) {
  EXPECT_FALSE(parse_case("", "x.case"));
  EXPECT_FALSE(parse_case("source a\nas_of 2026-01-02\n", "x.case"));
  EXPECT_FALSE(parse_case("source a\nexpect initial 1\n", "x.case"));
  EXPECT_FALSE(parse_case("as_of 2026-01-02\nexpect initial 1\n", "x.case"));
  EXPECT_TRUE(parse_case("source a\nas_of 2026-01-02\nexpect initial 1\n", "x.case"));
}

TEST(CaseFile, MendsOneLineAndNoOther) {
  const auto read = parse_case(example, "x.case");
  ASSERT_TRUE(read);
  const std::string mended = with_expectation(example, read->expected[0], "2000.00");
  EXPECT_TRUE(mended.contains("expect  maintenance 2000.00 USD\nexpect  governs"));
  EXPECT_EQ(mended.size(), std::string{example}.size());
}

}  // namespace
}  // namespace plimsoll::testing
