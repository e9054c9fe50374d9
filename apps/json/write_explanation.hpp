#pragma once
#include "apps/json/writer.hpp"
#include "margin/margin_report.hpp"
#include "rules/amount.hpp"

namespace plimsoll::json {

/// One node and all below it: {"label", "amount", "rate"?, "law"?, "where"?, "subject"?,
/// "governs"?, "parts"}. A rate's first day is its law's `since`.
void write_explanation(Writer& out, const Amount& amount);

/// "explanation" of the open object: every tree of an explained answer under one root, whose amount
/// is the maintenance requirement. Nothing of one that was not explained.
void write_explanation_of(Writer& out, const Answer<Amount>& answer);
void write_explanation_of(Writer& out, const Answer<Money>& answer);
void write_explanation_of(Writer& out, const MethodResult& result);

}  // namespace plimsoll::json
