#include "apps/cli/file_remarks.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cli {
namespace {

TEST(FileRemarks, TheFirstRowsThatWereSkipped) {
  io::FileRows file{.name = "f.csv", .recognised = "a test", .skipped = {}};
  EXPECT_EQ(remarks_on(file), std::vector<std::string>{"f.csv: recognised as a test"});
  file.rows_total = file.rows_read = 1;
  EXPECT_EQ(
      remarks_on(file),
      std::vector<std::string>{"f.csv: recognised as a test; 1 row: 1 read, 0 skipped, 0 refused"});
  for (int i = 0; i < 6; ++i) file.skipped.push_back({"f.csv:2", "Total", "a total"});
  file.rows_total = 8;
  file.rows_refused = 1;
  const auto remarks = remarks_on(file);
  ASSERT_EQ(remarks.size(), 7u);
  EXPECT_EQ(remarks[0], "f.csv: recognised as a test; 8 rows: 1 read, 6 skipped, 1 refused");
  EXPECT_EQ(remarks[1], "f.csv:2: skipped: a total: Total");
  EXPECT_EQ(remarks[6], "f.csv: and 1 row more skipped");
}

}  // namespace
}  // namespace plimsoll::cli
