#pragma once
// What a reader made of a broker's history, as lines a reader can check.

#include <string>
#include <variant>

#include "io/history.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::testing {

inline std::string moment_text(const Moment& moment) {
  std::string text = to_text(moment.day);
  if (!moment.time) return text;
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::chrono::hh_mm_ss clock{*moment.time};
  return text + " " + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
         two(clock.seconds().count());
}

struct EventText {
  static std::string symbol(const InstrumentId& id) { return std::string{id.view()}; }

  std::string operator()(const Trade& one) const {
    std::string text = "trade " + symbol(one.symbol) + " " + to_text(one.quantity) + " at " +
                       to_text(one.price, 2);
    if (!one.fees.is_zero()) text += " fees " + to_text(one.fees, 2);
    if (one.effect) text += *one.effect == Effect::open ? " open" : " close";
    return text;
  }
  std::string operator()(const CashMove& one) const {
    std::string text;
    switch (one.kind) {
      case CashKind::deposit:
        text = "deposit";
        break;
      case CashKind::withdrawal:
        text = "withdrawal";
        break;
      case CashKind::dividend:
        text = "dividend";
        break;
      case CashKind::interest:
        text = "interest";
        break;
      case CashKind::fee:
        text = "fee";
        break;
      case CashKind::transfer:
        text = "transfer";
        break;
    }
    text += " " + to_text(one.amount, 2);
    if (!one.currency.empty()) text += " " + one.currency;
    if (!one.symbol.empty()) text += " of " + symbol(one.symbol);
    return text;
  }
  std::string operator()(const Split& one) const {
    return "split " + symbol(one.symbol) + " " + std::to_string(one.new_shares) + ":" +
           std::to_string(one.old_shares);
  }
  std::string operator()(const OptionEnd& one) const {
    const std::string kind = one.kind == OptionEndKind::expiration ? "expiration "
                             : one.kind == OptionEndKind::exercise ? "exercise "
                                                                   : "assignment ";
    return kind + symbol(one.symbol) + " " + to_text(one.contracts);
  }
  std::string operator()(const Delivery& one) const {
    return "transfer " + symbol(one.symbol) + " " + to_text(one.quantity);
  }
  std::string operator()(const Mark& one) const {
    return "mark " + symbol(one.symbol) + " " + to_text(one.price, 2);
  }
};

/// "2026-11-23 trade XYZ 20 at 50.00", one for each entry, in order.
inline Lines entry_lines(const Activity& activity) {
  Lines lines;
  for (const Entry& entry : activity.entries)
    lines.push_back(moment_text(entry.moment) + " " + std::visit(EventText{}, entry.event));
  return lines;
}

/// "18 read + 8 skipped + 0 refused = 26", and the identity itself.
inline std::string row_count(const io::ImportedActivity& imported) {
  const io::FileRows& rows = imported.rows;
  EXPECT_EQ(rows.rows_read + rows.skipped.size() + rows.rows_refused, rows.rows_total);
  return std::to_string(rows.rows_read) + " read + " + std::to_string(rows.skipped.size()) +
         " skipped + " + std::to_string(rows.rows_refused) +
         " refused = " + std::to_string(rows.rows_total);
}

inline Lines skipped_lines(const io::ImportedActivity& imported) {
  Lines lines;
  for (const io::Skipped& skipped : imported.rows.skipped)
    lines.push_back(skipped.where + " " + skipped.why);
  return lines;
}

}  // namespace plimsoll::testing
