#include "apps/json/encode_activity.hpp"

#include <gtest/gtest.h>

#include "apps/json/decode_activity.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;
using std::chrono::hours, std::chrono::minutes;

Activity every_kind() {
  const InstrumentId xyz{"XYZ"}, option{"AAPL  270115C00250000"};
  const Date july = 2026y / July / 13, november = 2026y / November / 23;
  Activity activity;
  activity.entries = {
      {{july, hours{10} + minutes{5}},
       Trade{xyz, Quantity::of(-0.5_d), 50.125_d, 1.5_d, Effect::close}},
      {{july}, Trade{option, Quantity::of(2), 0.05_d, {}, {}}},
      {{july}, CashMove{CashKind::deposit, 100_d, {}, {}}},
      {{july}, CashMove{CashKind::withdrawal, -100_d, "EUR", {}}},
      {{july}, CashMove{CashKind::dividend, 1.005_d, "USD", xyz}},
      {{july}, CashMove{CashKind::interest, -3_d, {}, {}}},
      {{july}, CashMove{CashKind::fee, -3_d, {}, {}}},
      {{july}, CashMove{CashKind::transfer, -5_d, "USD", {}}},
      {{november, hours{9} + minutes{30}}, Split{xyz, 3, 2}},
      {{november}, OptionEnd{OptionEndKind::expiration, option, Quantity::of(1), {}}},
      {{november}, OptionEnd{OptionEndKind::exercise, option, Quantity::of(1), 5010.5_d}},
      {{november}, OptionEnd{OptionEndKind::assignment, option, Quantity::of(1), {}}},
      {{november}, Delivery{xyz, Quantity::of(-7)}},
      {{november}, Mark{xyz, 51_d}},
  };
  activity.order = DayOrder::unknown;
  Description said;
  said.symbol = "XYZ";
  said.type = "etf";
  said.leverage = 3_d;
  activity.instruments = {said};
  return activity;
}

TEST(EncodeActivity, ReadingGivesTheSameBack) {
  const std::string text = encode_activity(every_kind());
  const auto read = decode_activity(*parse(text, "a.json"), "a.json");
  ASSERT_TRUE(read) << read.error()[0].where << ": " << read.error()[0].what;
  EXPECT_EQ(encode_activity(*read), text);
  ASSERT_EQ(read->entries.size(), every_kind().entries.size());
  EXPECT_EQ(read->entries[0].moment.time, hours{10} + minutes{5});
  EXPECT_EQ(read->order, DayOrder::unknown);
  ASSERT_EQ(read->instruments.size(), 1u);
}

TEST(EncodeActivity, TheContractsWords) {
  const std::string text = encode_activity(every_kind());
  for (const char* part : {
           "{\n  \"schema\": \"plimsoll.activity/1\",\n  \"order\": \"unknown\",\n  \"entries\": [",
           "\"time\": \"2026-07-13T10:05:00-04:00\",\n      \"kind\": \"trade\",\n      "
           "\"symbol\": "
           "\"XYZ\",\n      \"quantity\": \"-0.5\",\n      \"price\": \"50.125\",\n      \"fees\": "
           "\"1.50\",\n      \"effect\": \"close\"",
           // New York is an hour farther from Greenwich in winter.
           "\"time\": \"2026-11-23T09:30:00-05:00\",\n      \"kind\": \"split\"",
           "\"time\": \"2026-11-23\"",
           "\"ratio\": \"3:2\"",
           "\"kind\": \"transfer\",\n      \"amount\": \"-5.00\",\n      \"currency\": \"USD\"",
           "\"kind\": \"transfer\",\n      \"symbol\": \"XYZ\",\n      \"quantity\": \"-7\"",
       })
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(encode_activity({}),
            "{\n  \"schema\": \"plimsoll.activity/1\",\n  \"entries\": []\n}\n");
}

}  // namespace
}  // namespace plimsoll::json
