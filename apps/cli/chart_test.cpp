#include "apps/cli/chart.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

constexpr const char* hundred_ko =
    R"({"schema":"plimsoll.account/1","id":"a","as_of":"2026-11-20","kind":"margin",)"
    R"("currency":"USD","cash":"0.00","positions":[{"symbol":"KO","quantity":100}],)"
    R"("market":{"quotes":{"KO":{"price":"70.00"}},"risk_free_rate":0.04}})";

TEST(Chart, IsWrittenBesideTheAnswer) {
  const auto path = std::filesystem::temp_directory_path() / "plimsoll_chart_test.svg";
  const Ran drawn =
      ran({"margin", "-", "--method", "reg_t,tims", "--chart", path.string()}, hundred_ko);
  EXPECT_EQ(drawn.exit, Exit::answered) << drawn.err;
  const auto file = read_file(path.string());
  ASSERT_TRUE(file);
  EXPECT_NE(file->bytes.find("reg_t maintenance 1,750.00"), std::string::npos);
  EXPECT_NE(file->bytes.find("portfolio margin 1,050.00"), std::string::npos);
  std::filesystem::remove(path);
}

TEST(Chart, OfFuturesShowsTheScenarios) {
  const std::string examples = PLIMSOLL_SOURCE_DIR "/examples/span/";
  const auto path = std::filesystem::temp_directory_path() / "plimsoll_chart_span_test.svg";
  const Ran drawn = ran({"margin", examples + "futures-account.json", "--span-file",
                         examples + "synthetic.pa2", "--chart", path.string()});
  EXPECT_EQ(drawn.exit, Exit::answered) << drawn.err;
  const auto file = read_file(path.string());
  ASSERT_TRUE(file);
  EXPECT_NE(file->bytes.find("scanning risk 18,060.00"), std::string::npos);
  EXPECT_NE(file->bytes.find("maintenance 31,702.00"), std::string::npos);
  EXPECT_NE(file->bytes.find("scenario 16, price -3 of its range, volatility +0: -18,060.00"),
            std::string::npos);
  std::filesystem::remove(path);
}

TEST(Chart, OfNothingMovedIsRefused) {
  const Ran drawn = ran({"margin", "-", "--method", "reg_t", "--chart", "x.svg"}, hundred_ko);
  EXPECT_EQ(drawn.exit, Exit::bad_input);
  EXPECT_NE(drawn.err.find("add tims to --method, or span for futures"), std::string::npos)
      << drawn.err;
}

}  // namespace
}  // namespace plimsoll::cli
