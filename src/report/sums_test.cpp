#include "report/sums.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

TEST(Sums, FiguresStandUnderOneAnother) {
  EXPECT_EQ(sums_text({{"equity", "1.00", "cushion", "10%"}, {"requirement", "10.00"}}, {}),
            "  equity        1.00    cushion  10%\n"
            "  requirement  10.00\n");
}

TEST(Sums, InMarkdownOneFigureALine) {
  EXPECT_EQ(
      sums_text({{"equity", "1.00", "cushion", "10%"}, {"requirement", "10.00"}}, markdown_paper()),
      "| figure | value |\n| --- | ---: |\n| equity | 1.00 |\n| requirement | 10.00 |\n"
      "| cushion | 10% |\n");
}

}  // namespace
}  // namespace plimsoll::report
