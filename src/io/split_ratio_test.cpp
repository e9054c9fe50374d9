#include "io/split_ratio.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

TEST(SplitRatio, AsDescriptionsStateIt) {
  struct Row {
    std::string text;
    std::optional<SplitRatio> ratio;
  };
  for (const auto& [text, ratio] : {
           Row{"AAPL(US0378331005) SPLIT 4 FOR 1 (AAPL, APPLE INC, US0378331005)",
               SplitRatio{4, 1}},
           Row{"TEST(US1) Split 1 for 10 (TEST, TEST INC, US1)", SplitRatio{1, 10}},
           Row{"SNEX(US8618961085) SPLIT 3 FOR 2 (SNEX)", SplitRatio{3, 2}},
           Row{"REVERSE SPLIT 1-FOR-25 EFFECTIVE 1 FOR 25", SplitRatio{1, 25}},
           Row{"SPLIT 3 FOR 2 (TEST) SPLIT 4 FOR 1 (TEST)", std::nullopt},
           Row{"SPLIT 1.5 FOR 1 (TEST)", std::nullopt},
           Row{"SPLIT 3 FOR 1.5", std::nullopt},
           Row{"SPLIT 3 FOR 0 (TEST)", std::nullopt},
           Row{"SPLIT 1000001 FOR 1", std::nullopt},
           Row{"R/S FROM 000000AA1#REOR M0000000000001", std::nullopt},
           Row{"FORD MOTOR CO", std::nullopt},
           Row{"FOR", std::nullopt},
           Row{"", std::nullopt},
       })
    EXPECT_EQ(split_ratio(text), ratio) << text;
}

}  // namespace
}  // namespace plimsoll::io
