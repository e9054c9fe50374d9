#include "apps/cli/span_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;
using clearing::Code;
using Codes = std::vector<Code>;

Codes codes(std::initializer_list<const char*> texts) {
  Codes all;
  for (const char* text : texts) all.emplace_back(text);
  return all;
}

class SpanFiles : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const std::string& name, std::string_view bytes) {
    const std::string path = (folder_ / name).string();
    EXPECT_TRUE(write_file(path, bytes));
    return path;
  }
  static std::string refusal(const std::string& path) {
    const auto files = span_file(path, {});
    return files ? "" : files.error().front().what;
  }
  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_span_" + std::to_string(getpid()));
};

TEST_F(SpanFiles, AnAccountNamesItsProducts) {
  AccountDraft account;
  account.instruments.resize(3);
  account.instruments[0].product = "CL";
  account.instruments[1].product = "LO";
  account.instruments[2].underlying = "SPX";
  account.positions.resize(2);
  account.positions[0].symbol = "CLZ5";
  account.positions[1].symbol = "SPXW  270115C05000000";
  const std::vector<TypedTrade> trades{{InstrumentId{"NIFTY"}, Quantity::of(1)}};
  EXPECT_EQ(products_named(account, trades),
            codes({"CL", "CLZ5", "LO", "NIFTY", "SPX", "SPXW", "SPXW  270115C05000000"}));
}

TEST_F(SpanFiles, WhatStandsBeneathIsReadToo) {
  clearing::RiskFile file;
  file.combinations = {{.product = {{}, Code{"CS"}, clearing::ProductType::combination},
                        .month = {},
                        .legs = {{.product = {{}, Code{"HO"}}, .month = {}},
                                 {.product = {{}, Code{"CL"}}, .month = {}}}}};
  file.products = {
      {.key = {{}, Code{"LO"}, clearing::ProductType::option_on_future}, .underlying = Code{"CL"}},
      {.key = {{}, Code{"RB"}}, .underlying = Code{"XX"}}};
  EXPECT_EQ(products_beneath(file, codes({"CS"})), codes({"CL", "HO"}));
  EXPECT_EQ(products_beneath(file, codes({"CS", "CL"})), codes({"HO"}));
  EXPECT_EQ(products_beneath(file, codes({"LO"})), codes({"CL"}));
  EXPECT_EQ(products_beneath(file, codes({"RB", "CL", "HO"})), Codes{});
}

TEST_F(SpanFiles, WhatIsNoParameterFileIsRefusedWithTheRemedy) {
  EXPECT_TRUE(refusal(write("cme.zip", "PK\x03\x04rest")).contains("unzip it first"));
  EXPECT_TRUE(refusal(write("cme.pa2", "PK\x03\x04rest")).contains("unzip it first"));
  EXPECT_TRUE(refusal(write("cme.gz", "\x1F\x8Brest")).contains("gunzip it first"));
  EXPECT_TRUE(refusal(write("cme.spn", " \n")).contains("it is empty"));
  EXPECT_TRUE(refusal(write("none.spn", "")).contains("it is empty"));
  const auto missing = span_file("/nowhere/cme.pa2", {});
  ASSERT_FALSE(missing);
  EXPECT_TRUE(missing.error().front().where.contains("cme.pa2"));
}

TEST_F(SpanFiles, EachIsReadOnceAndEveryRefusalIsSaid) {
  EXPECT_TRUE(span_files({}, {})->value.empty());
  const std::string zip = write("a.zip", "PK\x03\x04");
  const auto files = span_files({zip, zip, write("b.spn", " ")}, {});
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().size(), 2u);
}

TEST_F(SpanFiles, OneHouseAndDayIsReadFromOneFile) {
  const std::string path = "examples/span/synthetic.pa2";
  const auto one = span_files({path, path}, codes({"ZZ"}));
  ASSERT_TRUE(one) << one.error().front().what;
  EXPECT_TRUE(one->refused.empty());
  ASSERT_EQ(one->value.size(), 1u);
  EXPECT_EQ(one->value.front()->name, "synthetic.pa2");
  const auto twice = span_files({path, "./" + path}, codes({"ZZ"}));
  ASSERT_FALSE(twice);
  EXPECT_TRUE(twice.error().front().what.contains("as synthetic.pa2 is; name one of them"));
}

TEST_F(SpanFiles, OptionsBringWhatTheyAreOn) {
  const auto files = span_files({"examples/span/synthetic.pa2"}, codes({"OZ"}));
  ASSERT_TRUE(files) << files.error().front().what;
  const clearing::RiskFile& file = *files->value.front();
  const bool any_future = std::ranges::any_of(file.contracts, [&](const auto& contract) {
    return file.products[contract.product].key.product == Code{"ZZ"};
  });
  EXPECT_TRUE(any_future);
}

}  // namespace
}  // namespace plimsoll::cli
