#include "apps/json/write_bond.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/read_bond.hpp"

namespace plimsoll::json {
namespace {

std::string written(const PerformanceBond& bond) {
  Writer out{Layout::one_line};
  write_bond(out, bond, "USD");
  return std::move(out).finish();
}

TEST(WriteBond, WhatWasReadComesOutAgain) {
  for (const std::string text : {
           R"({"class":"speculator"})",
           R"({"class":"member","gross":true})",
           R"({"class":"hedger","external":{"source":"s","total":{"maintenance":"9.00"}}})",
           R"({"class":"hedger","external":{"source":"s","commodities":{)"
           R"("CL":{"maintenance":"9.00","initial":"9.90"},)"
           R"("FDAX":{"maintenance":"0.00","currency":"EUR"}}}})",
       }) {
    Notes notes;
    const PerformanceBond bond = read_bond(*parse(text, "a"), usd, Place{"a"}, notes);
    EXPECT_TRUE(notes.clean());
    EXPECT_EQ(written(bond), text + "\n");
  }
}

}  // namespace
}  // namespace plimsoll::json
