#pragma once
// What holds of any bytes handed to an importer.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "apps/json/encode_account.hpp"
#include "apps/json/parse.hpp"
#include "base/check.hpp"
#include "io/import.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::fuzz {

/// Every row is accounted for, every error says where, and what was admitted is inside its bounds.
inline void check_imported(const Loaded<io::Imported>& loaded) {
  const auto& [imported, refused] = loaded;
  PLIMSOLL_CHECK(imported.rows_read + imported.skipped.size() + imported.rows_refused ==
                 imported.rows_total);
  PLIMSOLL_CHECK(refused.size() >= imported.rows_refused);
  for (const Error& error : refused) PLIMSOLL_CHECK(!error.what.empty() && !error.where.empty());
  std::size_t rows = 0;
  for (const io::FileRows& file : imported.files) {
    PLIMSOLL_CHECK(file.rows_read + file.skipped.size() + file.rows_refused == file.rows_total);
    rows += file.rows_total;
  }
  PLIMSOLL_CHECK(rows == imported.rows_total || imported.files.empty());
  if (imported.account.cash)
    for (const DraftCash& cash : *imported.account.cash)
      PLIMSOLL_CHECK(abs(cash.amount) <= limits::cash_max + limits::cash_max);
  for (const DraftPosition& position : imported.account.positions) {
    PLIMSOLL_CHECK(!position.quantity.is_zero());
    const auto id = instrument_id(position.symbol);
    PLIMSOLL_CHECK(id && id->view() == position.symbol);
  }
  for (const auto& [id, quote] : imported.market.quotes)
    PLIMSOLL_CHECK(!quote.price ||
                   (!quote.price->is_negative() && *quote.price <= limits::price_max));
}

/// What was read of a file without a refusal is a document that can be read again, and is the same
/// one then.
inline void check_document(const Loaded<io::Imported>& loaded) {
  if (!loaded.refused.empty() || loaded.value.account.positions.size() > limits::positions_max)
    return;
  json::AccountDocument document;
  document.account = loaded.value.account;
  document.market = loaded.value.market;
  for (const std::string& note : loaded.value.notes)
    document.notes.push_back(io::one_line(note, json::note_length_max));
  const std::string text = json::encode_account(document);
  const auto parsed = json::parse(text, "document");
  PLIMSOLL_CHECK(parsed.has_value());
  const auto decoded = json::decode_account(*parsed, "document");
  PLIMSOLL_CHECK(decoded.has_value() && decoded->refused.empty());
  PLIMSOLL_CHECK(json::encode_account(decoded->value) == text);
}

/// Reads the bytes as one broker's, whatever account they name: without one, and by a digit that
/// the fixtures' numbers end in. Bytes before a form feed are Fidelity's balances, and then also a
/// first file beside the rest; the whole beside itself must never make one account.
inline int import_as(const char* broker, const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const std::size_t split = text.find('\f');
  io::ImportOptions options;
  options.broker = broker;
  options.as_of = Date{2026y / November / 20};
  if (split != std::string_view::npos)
    options.balances = io::Input{"balances.csv", std::string{text.substr(0, split)}};
  const io::Input file{
      "fuzz", std::string{split == std::string_view::npos ? text : text.substr(split + 1)}};
  for (const char* account : {"", "1", "2"}) {
    options.account = account;
    const auto loaded = io::import_file(file, options);
    check_imported(loaded);
    check_document(loaded);
  }
  options.broker.clear();
  check_imported(io::import_file(file, options));
  options.kind = AccountKind::margin;
  options.cash = Decimal{-1};
  if (options.balances) {
    const io::Input first = *std::exchange(options.balances, std::nullopt);
    check_imported(io::import_files({first, file}, options));
  }
  const auto twice = io::import_files({file, {"again", file.bytes + "\n"}}, options);
  check_imported(twice);
  PLIMSOLL_CHECK(twice.value.account.positions.empty());
  return 0;
}

}  // namespace plimsoll::fuzz
