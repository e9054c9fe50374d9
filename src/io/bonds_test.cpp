#include "io/bonds.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

std::string described(std::string_view name) {
  const auto bond = bond_in(name);
  if (!bond) return "no bond";
  return bond->type + " " + to_text(*bond->maturity) + (bond->zero_coupon ? " zero" : "") +
         (bond->marginable == false ? " not marginable" : "");
}

TEST(Bonds, AreToldFromTheirNames) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"UNITED STATES TREAS BILLS ZERO CPN 0.00000% 03/18/2027", "treasury 2027-03-18 zero"},
      {"UNITED STATES TREAS NTS NOTE 4.12500% 11/15/2032", "treasury 2032-11-15"},
      {"U S TREASURY NOTE INFLATION INDEX NOTE 1.875 01/15/36 01/15/06", "treasury 2036-01-15"},
      {"US TREASURY BILL26 12/15/26", "treasury 2026-12-15 zero"},
      {"EXAMPLE MOTOR CREDIT NOTE CALL MAKE WHOLE 5.00000% 06/01/2029", "bond 2029-06-01"},
      {"FIRST EXAMPLE BANK CD 4.10000% 02/10/2028", "bond 2028-02-10 not marginable"},
      {"APPLE INC", "no bond"},
      {"CALL (AMAT) APPLIED MATERIALS APR 24 26 $400 (100 SHS)", "no bond"},
      {"ISHARES 20+ YEAR TREASURY BOND ETF", "no bond"},  // no maturity
      {"", "no bond"}};
  for (const auto& [name, expected] : table) EXPECT_EQ(described(name), expected) << name;
}

}  // namespace
}  // namespace plimsoll::io
