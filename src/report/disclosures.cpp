#include "report/disclosures.hpp"

#include <array>
#include <string_view>

#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::array<std::string_view, 6> disclosed{
    "More can be lost than was put in: a fall may call for money beyond what the account holds.",
    "The broker may sell what is in the account, or in another account of yours with it, to meet "
    "its requirement.",
    "It may do so without a call and without reaching you first, even where it had named a day "
    "until which you could pay.",
    "Which securities are sold is the broker's choice, not yours.",
    "The broker may raise its own requirements at any time, at once and without written notice; "
    "what is then missing may be sold.",
    "There is no right to more time for a call, though one may be granted.",
};

struct CreditRule {
  std::string_view about;
  std::string_view law;
  std::string_view says;
};
constexpr std::array credit_rules{
    CreditRule{"a bank's loan of more than 100,000 USD that margin stock secures",
               "Regulation U, 12 CFR 221.3(c)", "its purpose is stated to the bank on Form FR U-1"},
    CreditRule{"a lender that is neither broker nor bank", "Regulation U, 12 CFR 221.3(b)",
               "registers on Form FR G-1 above the amounts of the rule"},
    CreditRule{"a loan to buy or carry margin stock", "Regulation U, 12 CFR 221.7",
               "margin stock counts for at most half of its market value"},
    CreditRule{"a securities-backed line that states another purpose",
               "Regulation U, 12 CFR 221.2, 221.3", "may not be used to buy or carry margin stock"},
    CreditRule{"the borrower", "Regulation X, 12 CFR 224",
               "is bound to the same limits: credit is not to be taken on other terms elsewhere"},
};

}  // namespace

std::string margin_disclosure(const Paper& paper) {
  std::string out = "\n" + section_heading("Disclosure", paper) + "\n";
  for (const std::string_view point : disclosed) out += item("- ", point, paper);
  return out + "\n" +
         item("- ",
              "the points of FINRA Rule 2264, in other words than its own; the statement your "
              "broker gave you is the one that binds",
              paper);
}

std::string credit_regulations(const Paper& paper) {
  Table table{.columns = {{"about"}, {"law"}, {"in short"}}, .rows = {}};
  for (const CreditRule& rule : credit_rules)
    table.rows.push_back(
        {.cells = {std::string{rule.about}, std::string{rule.law}, std::string{rule.says}}});
  return "\n" + section_heading("Credit from others than the broker", paper) + "\n" +
         table_text(table, paper) + "\n" +
         item("- ",
              "read in accounts of these rules, not in their own words; whether any of it binds "
              "this account is not told by its positions",
              paper);
}

}  // namespace plimsoll::report
