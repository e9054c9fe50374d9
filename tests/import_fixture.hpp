#pragma once
// Fixture files, and what an importer made of them as lines a reader can check.

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "io/import.hpp"

namespace plimsoll::testing {

/// A file below tests/fixtures/, named by its last part.
inline io::Input fixture(const std::string& path) {
  std::ifstream file{std::string{PLIMSOLL_SOURCE_DIR} + "/tests/fixtures/" + path,
                     std::ios::binary};
  EXPECT_TRUE(file.good()) << path;
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  return {path.substr(path.rfind('/') + 1), std::move(bytes)};
}

/// "120 read + 3 skipped + 1 refused = 124", and the identity itself.
inline std::string row_count(const io::Imported& imported) {
  EXPECT_EQ(imported.rows_read + imported.skipped.size() + imported.rows_refused,
            imported.rows_total);
  return std::to_string(imported.rows_read) + " read + " + std::to_string(imported.skipped.size()) +
         " skipped + " + std::to_string(imported.rows_refused) +
         " refused = " + std::to_string(imported.rows_total);
}

inline std::string kind_name(AccountKind kind) {
  switch (kind) {
    case AccountKind::margin:
      return "margin";
    case AccountKind::cash:
      return "cash";
    case AccountKind::retirement:
      return "retirement";
    case AccountKind::portfolio_margin:
      return "portfolio_margin";
    case AccountKind::futures:
      return "futures";
    case AccountKind::cross_margin:
      return "cross_margin";
  }
  return "?";
}

/// "fidelity-0001 margin 2026-11-20 USD cash -1234.56 USD".
inline std::string account_line(const AccountDraft& account) {
  std::string line = account.id + " " + kind_name(account.kind) + " " + to_text(account.as_of) +
                     " " + account.currency + " cash";
  if (!account.cash) return line + " unknown";
  for (const DraftCash& cash : *account.cash)
    line += " " + to_text(cash.amount, 2) + " " + cash.currency;
  return line;
}

/// "AMAT 100 margin cost 300.00 at 380.00", one for each position, in order.
inline std::vector<std::string> position_lines(const io::Imported& imported) {
  const auto holding = [](Holding held) -> std::string {
    switch (held) {
      case Holding::unstated:
        return "";
      case Holding::margin:
        return " margin";
      case Holding::cash:
        return " cash";
      case Holding::short_sale:
        return " short";
    }
    return "?";
  };
  std::vector<std::string> lines;
  for (const DraftPosition& position : imported.account.positions) {
    std::string line =
        position.symbol + " " + to_text(position.quantity) + holding(position.holding);
    if (position.average_cost) line += " cost " + to_text(*position.average_cost, 2);
    const Quote* quote = imported.market.find(InstrumentId{position.symbol});
    if (quote != nullptr && quote->price) line += " at " + to_text(*quote->price, 2);
    lines.push_back(line);
  }
  return lines;
}

/// "912797ZZ3 treasury 2027-03-18 zero": what the file said instruments are, in order.
inline std::vector<std::string> description_lines(const AccountDraft& account) {
  std::vector<std::string> lines;
  for (const Description& said : account.instruments) {
    std::string line = said.symbol;
    for (const std::string& word :
         {said.type, said.currency, said.underlying, said.right, said.product, said.month,
          said.exchange, said.reference, said.index_class})
      if (!word.empty()) line += " " + word;
    if (said.expiry) line += " expires " + to_text(*said.expiry);
    if (said.maturity) line += " " + to_text(*said.maturity);
    if (said.strike) line += " strike " + to_text(*said.strike, 0);
    if (said.multiplier) line += " x" + to_text(*said.multiplier, 0);
    if (said.leverage) line += " leverage " + to_text(*said.leverage, 0);
    if (said.zero_coupon == true) line += " zero";
    if (said.marginable == false) line += " not marginable";
    lines.push_back(line);
  }
  return lines;
}

/// "f.csv:12 a total", in order.
inline std::vector<std::string> skipped_lines(const io::Imported& imported) {
  std::vector<std::string> lines;
  for (const io::Skipped& skipped : imported.skipped)
    lines.push_back(skipped.where + " " + skipped.why);
  return lines;
}

/// "f.csv:12 the quantity is blank": each error up to its first semicolon.
inline std::vector<std::string> refused_lines(const std::vector<Error>& refused) {
  std::vector<std::string> lines;
  for (const Error& error : refused)
    lines.push_back(error.where + " " + error.what.substr(0, error.what.find(';')));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace plimsoll::testing
