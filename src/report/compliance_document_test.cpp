#include "report/compliance_document.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(ComplianceDocument, HoldsItsParts) {
  const std::string page = compliance_document(one_share());
  expect_well_formed(page);
  expect_holds(
      page, {"# Compliance document", "- rulebook: as of 2026-11-20", "- house: none asked for",
             "| A rulebook | (c)(1) | a part of what is held \\| long | 30% since "
             "2024-01-02 | to the cent | text read |",
             "### Limits and breaches",
             "- house call of 10.00 USD, due: not stated: "
             "deposit",
             "- a rule (needs an input)", "of account xxxxx4821 \\<b>",
             "## Exceptions of the policy", "## House rules", "## Review calendar", "## Disclosure",
             "## Credit from others", "## Inputs"});
  EXPECT_FALSE(page.contains("Z41074821"));
}

TEST(ComplianceDocument, AnExceptionIsNamed) {
  DocumentSources sources = one_share();
  sources.policy.buffer.target_multiple = 1.5;
  expect_holds(compliance_document(sources), {"Hold twice the maintenance: the policy's"});
}

TEST(ComplianceDocument, TheSameInputIsTheSameBytes) {
  EXPECT_EQ(compliance_document(one_share()), compliance_document(one_share()));
}

}  // namespace
}  // namespace plimsoll::report
