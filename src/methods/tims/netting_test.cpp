#include "methods/tims/netting.hpp"

#include <gtest/gtest.h>

#include "methods/tims/border.hpp"

namespace plimsoll::tims {
namespace {

// Constructed by hand from 17 CFR 240.15c3-1a(b)(1)(v)(B); exact after the border.
TEST(Netting, OffsetsGainsPointByPoint) {
  struct Row {
    const char* name;
    double offset;
    std::vector<std::vector<double>> groups;
    std::vector<double> net;
    double worst;
  };
  const std::vector<Row> table{
      {"N1_single_equity",
       0,
       {{-750, -600, -450, -300, -150, 150, 300, 450, 600, 750}},
       {-750, -600, -450, -300, -150, 0, 0, 0, 0, 0},
       750},
      {"N3_product_group_90",
       0.9,
       {{-80000, -64000, -48000, -32000, -16000, 12000, 24000, 36000, 48000, 60000},
        {80000, 64000, 48000, 32000, 16000, -12000, -24000, -36000, -48000, -60000}},
       {-8000, -6400, -4800, -3200, -1600, -1200, -2400, -3600, -4800, -6000},
       8000},
      {"N7_worst_point_differs_by_class",
       0.9,
       {{-50, -40, -30, -20, -10, 10, 20, 30, 40, 50}, {30, 25, 20, 10, 5, -5, -10, -20, -30, -40}},
       {-23, -17.5, -12, -11, -5.5, 4, 8, 7, 6, 5},
       23},
  };
  for (const Row& row : table) {
    Pool pool{row.net.size()};
    for (const auto& group : row.groups) pool.add(group);
    std::vector<double> net(row.net.size());
    pool.net(row.offset, net);
    for (std::size_t k = 0; k < net.size(); ++k)
      EXPECT_EQ(from_model(net[k], usd), from_model(row.net[k], usd)) << row.name << " " << k;
    EXPECT_EQ(from_model(worst_of(net).loss, usd), from_model(row.worst, usd)) << row.name;
  }
}

TEST(Netting, IsEmptyAfterClear) {
  Pool pool{2};
  pool.add(std::vector<double>{-5, 5});
  pool.clear();
  std::vector<double> net(2);
  pool.net(1, net);
  EXPECT_EQ(net, (std::vector<double>{0, 0}));
}

TEST(Netting, TheWorstPointIsTheFirstOfEqualOnesAndGainsAreNoLoss) {
  EXPECT_EQ(worst_of(std::vector<double>{1, -3, -3, 2}).point, 1u);
  EXPECT_EQ(worst_of(std::vector<double>{1, -3, -3, 2}).loss, 3);
  EXPECT_EQ(worst_of(std::vector<double>{4, 2, 9}).loss, 0);
}

}  // namespace
}  // namespace plimsoll::tims
