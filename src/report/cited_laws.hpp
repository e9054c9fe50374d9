#pragma once
// Every rule an explained answer stood on, once each, with the rates it used.

#include <string>
#include <vector>

#include "margin/margin_report.hpp"

namespace plimsoll::report {

struct CitedLaw {
  const Citation* law = nullptr;  // lives as long as the answer
  /// "25% since 2026-01-05", by day and size, once each; empty for a rule without a rate.
  std::vector<std::string> rates = {};
};

/// By source and paragraph. Empty of an answer that was not explained.
std::vector<CitedLaw> cited_laws(const AnyAnswer& answer);

}  // namespace plimsoll::report
