#pragma once
// Values the documents share, written the contract's one way.

#include <optional>
#include <string_view>

#include "apps/json/fields.hpp"
#include "apps/json/writer.hpp"
#include "base/date.hpp"
#include "margin/answer.hpp"
#include "money/money.hpp"
#include "rules/citation.hpp"

namespace plimsoll::json {

/// An exact string of at least two places: "115050.00", "0.005".
void write_amount(Writer& out, std::string_view key, Decimal amount);
void write_amount(Writer& out, std::string_view key, const std::optional<Money>& amount);
/// An exact JSON number: 0.2, 3.
void write_number(Writer& out, std::string_view key, Decimal number);
void write_text(Writer& out, std::string_view key, std::string_view text);
void write_date(Writer& out, std::string_view key, Date day);
/// {"reason", "what", "where"}.
void write_error(Writer& out, const Error& error);
/// "src/methods/reg_t/stock.cpp:30"; empty where there is no line.
std::string text_of(const SourceLine& line);
/// "text_read", "secondary", "recalled".
std::string_view word_of(Grade grade);

}  // namespace plimsoll::json
