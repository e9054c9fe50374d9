#include "apps/json/write_values.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plimsoll::json {
namespace {

using namespace literals;

/// What one call writes into an object.
template <class Write>
std::string written(Write write) {
  Writer out{Layout::one_line};
  out.begin_object();
  write(out);
  out.end_object();
  std::string text = std::move(out).finish();
  return text.substr(1, text.size() - 3);
}

TEST(WriteValues, AmountsAreExactWithTwoPlacesAtLeast) {
  for (const auto& [amount, text] :
       {std::pair{115050_d, "115050.00"}, std::pair{0.005_d, "0.005"},
        std::pair{Decimal{} - 7370.2_d, "-7370.20"},
        std::pair{Decimal::from_nano(1), "0.000000001"}, std::pair{Decimal{}, "0.00"}})
    EXPECT_EQ(written([&](Writer& out) { write_amount(out, "a", amount); }),
              "\"a\":\"" + std::string{text} + "\"");
}

TEST(WriteValues, AnUnknownAmountIsNull) {
  EXPECT_EQ(written([](Writer& out) { write_amount(out, "a", std::optional<Money>{}); }),
            "\"a\":null");
  EXPECT_EQ(written([](Writer& out) { write_amount(out, "a", std::optional{5_usd}); }),
            "\"a\":\"5.00\"");
}

TEST(WriteValues, NumbersTextsAndDays) {
  EXPECT_EQ(written([](Writer& out) { write_number(out, "rate", 0.2_d); }), "\"rate\":0.2");
  EXPECT_EQ(written([](Writer& out) { write_number(out, "x", Decimal{-3}); }), "\"x\":-3");
  EXPECT_EQ(written([](Writer& out) { write_text(out, "a", "\"b\""); }), "\"a\":\"\\\"b\\\"\"");
  EXPECT_EQ(written([](Writer& out) { write_date(out, "d", Date{2026y / March / 2}); }),
            "\"d\":\"2026-03-02\"");
}

TEST(WriteValues, Errors) {
  Writer out{Layout::one_line};
  write_error(out, {Reason::missing_price, "no price", "AAPL"});
  EXPECT_EQ(std::move(out).finish(),
            "{\"reason\":\"missing_price\",\"what\":\"no price\",\"where\":\"AAPL\"}\n");
}

TEST(WriteValues, WordsAndLines) {
  EXPECT_EQ(word_of(Grade::text_read), "text_read");
  EXPECT_EQ(word_of(Grade::secondary), "secondary");
  EXPECT_EQ(word_of(Grade::recalled), "recalled");
  EXPECT_EQ(text_of(SourceLine{"src/x.cpp", 30}), "src/x.cpp:30");
  EXPECT_EQ(text_of(SourceLine{}), "");
}

}  // namespace
}  // namespace plimsoll::json
