#include "apps/cli/command_report.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandReport, WithoutAWordAllThree) {
  const Ran all = ran({"report", "-"}, one_stock);
  EXPECT_EQ(all.exit, Exit::answered) << all.err;
  const auto strategy = all.out.find("# Strategy document"), risk = all.out.find("# Risk document"),
             compliance = all.out.find("# Compliance document");
  EXPECT_EQ(strategy, 0u);
  ASSERT_NE(risk, std::string::npos);
  ASSERT_NE(compliance, std::string::npos);
  EXPECT_LT(risk, compliance);
  EXPECT_TRUE(holds(all.out, "| account | standard input |"));
  EXPECT_EQ(all.out, ran({"report", "-"}, one_stock).out);
}

TEST(CommandReport, OneOrTwoByName) {
  const Ran two = ran({"report", "-", "--compliance", "--risk"}, one_stock);
  EXPECT_TRUE(two.out.starts_with("# Risk document"));
  EXPECT_TRUE(holds(two.out, "# Compliance document"));
  EXPECT_FALSE(holds(two.out, "# Strategy document"));
  EXPECT_TRUE(holds(two.out, "| Regulation T | 12 CFR 220.12(a) |")) << "it is explained";
}

TEST(CommandReport, TheNumberIsRedacted) {
  const Ran one =
      ran({"report", "-"}, one_stock_but("\"id\": \"one stock\"", "\"id\": \"Z41074821\""));
  EXPECT_EQ(one.exit, Exit::answered);
  EXPECT_TRUE(holds(one.out, "xxxxx4821"));
  EXPECT_FALSE(holds(one.out, "Z41074821"));
}

TEST(CommandReport, WritesAFile) {
  const auto path = std::filesystem::path{::testing::TempDir()} / "plimsoll_report.md";
  const Ran one = ran({"report", "-", "--risk", "-o", path.string()}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_EQ(one.out, "");
  std::ostringstream text;
  text << std::ifstream{path}.rdbuf();
  EXPECT_EQ(text.str(), ran({"report", "-", "--risk"}, one_stock).out);
  std::filesystem::remove(path);
}

TEST(CommandReport, WhatCannotBeMarginedIsRefused) {
  const Ran one = ran({"report", "-"}, one_stock_but("\"50\"", "\"0\""));
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_EQ(one.out, "");
  EXPECT_EQ(ran({"report"}, "").exit, Exit::bad_input);
  EXPECT_EQ(ran({"report", "-", "--json"}, one_stock).exit, Exit::bad_input);
}

TEST(CommandReport, TheMorningPageAsMarkdown) {
  const Ran one = ran({"analyze", "-", "--markdown"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(one.out.starts_with("# one stock, 2026-11-20, reg_t, in USD\n")) << one.out;
  EXPECT_TRUE(holds(one.out, "## buffer\n\n| figure | value |\n| --- | ---: |\n"));
  EXPECT_EQ(ran({"analyze", "-", "--markdown", "--json"}, one_stock).exit, Exit::bad_input);
}

}  // namespace
}  // namespace plimsoll::cli
