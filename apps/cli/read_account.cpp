#include "apps/cli/read_account.hpp"

#include <utility>

#include "apps/cli/files.hpp"
#include "apps/json/decode_market.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
template <class T>
using Outcome = std::expected<T, Errors>;

constexpr std::size_t skipped_shown = 5;

std::unexpected<Errors> refused(Error error) { return std::unexpected{Errors{std::move(error)}}; }

bool is_json(const io::Input& file, const Settings& settings) {
  std::string_view text = file.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool brace = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
  return brace || (settings.broker.empty() && file.name.ends_with(".json"));
}

/// Options that only mean something beside a broker's file.
Errors misplaced(const Settings& settings, const io::Input& file) {
  Errors errors;
  const auto add = [&](std::string_view option, std::string_view instead) {
    errors.push_back({Reason::bad_input,
                      file.name + " is an account document, which " + std::string{instead} +
                          "; leave " + std::string{option} + " out",
                      std::string{option}});
  };
  if (!settings.broker.empty()) add("--broker", "is of no broker's format");
  if (settings.balances) add("--balances", "holds its own cash");
  if (!settings.account.empty()) add("--account", "holds one account");
  return errors;
}

Outcome<ReadAccount> from_document(const io::Input& file, const Settings& settings) {
  if (Errors errors = misplaced(settings, file); !errors.empty())
    return std::unexpected{std::move(errors)};
  const auto parsed = json::parse(file.bytes, file.name);
  if (!parsed) return refused(parsed.error());
  auto decoded = json::decode_account(*parsed, file.name);
  if (!decoded) return std::unexpected{std::move(decoded).error()};
  ReadAccount read{
      std::move(decoded->value), std::move(decoded->refused), {}, {}, "give it under cash"};
  for (const auto& [key, node] : read.document.unread)
    if (key == "role" && node.text != "customer")
      read.caveats.push_back({"the exceptions for a " + node.text +
                              " are not applied: shown is what a customer owes"});
  const Date written = read.document.account.as_of;
  if (settings.as_of && *settings.as_of != written) {
    read.document.account.as_of = read.document.market.as_of = *settings.as_of;
    read.caveats.push_back({file.name + " is of " + to_text(written) +
                            "; what it says is taken as of " + to_text(*settings.as_of)});
  }
  return read;
}

std::vector<std::string> remarks_on(const io::Imported& imported, const io::Input& file) {
  const auto rows = [](std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
  };
  std::vector<std::string> remarks{file.name + ": recognised as " + imported.recognised + "; " +
                                   rows(imported.rows_total) + ": " +
                                   std::to_string(imported.rows_read) + " read, " +
                                   std::to_string(imported.skipped.size()) + " skipped, " +
                                   std::to_string(imported.rows_refused) + " refused"};
  for (std::size_t i = 0; i < imported.skipped.size() && i < skipped_shown; ++i) {
    const io::Skipped& row = imported.skipped[i];
    remarks.push_back(row.where + ": skipped: " + row.why + ": " + row.text);
  }
  if (imported.skipped.size() > skipped_shown)
    remarks.push_back(file.name + ": and " + rows(imported.skipped.size() - skipped_shown) +
                      " more skipped");
  return remarks;
}

Outcome<ReadAccount> from_broker(const io::Input& file, const Settings& settings) {
  io::ImportOptions options{.broker = settings.broker,
                            .account = settings.account,
                            .balances = {},
                            .as_of = settings.as_of};
  if (settings.balances) {
    auto balances = read_file(*settings.balances);
    if (!balances) return refused(std::move(balances).error());
    options.balances = std::move(*balances);
  }
  auto [imported, errors] = io::import_file(file, options);
  // Without rows there is nothing to be partial about: the file as a whole was refused.
  if (imported.rows_total == 0 && !errors.empty()) return std::unexpected{std::move(errors)};
  ReadAccount read;
  read.remarks = remarks_on(imported, file);
  for (const std::string& note : imported.notes) read.caveats.push_back({note});
  read.document.account = std::move(imported.account);
  read.document.market = std::move(imported.market);
  read.refused = std::move(errors);
  const bool fidelity = imported.recognised.starts_with("Fidelity");
  read.cash_advice = fidelity && !settings.balances ? "give the balances file with --balances"
                                                    : "import it to a document and add cash there";
  return read;
}

Outcome<void> add_market(const std::string& path, ReadAccount& read) {
  const auto file = read_file(path);
  if (!file) return refused(file.error());
  const auto parsed = json::parse(file->bytes, file->name);
  if (!parsed) return refused(parsed.error());
  const auto market = json::decode_market(*parsed, file->name);
  if (!market) return std::unexpected{market.error()};
  auto merged = json::merge(std::move(read.document.market), *market);
  read.document.market = std::move(merged.market);
  if (merged.caveat) read.caveats.push_back({*std::move(merged.caveat)});
  return {};
}

}  // namespace

Outcome<ReadAccount> read_account(const Settings& settings, Session& session) {
  const std::string& path = *settings.operand;
  const auto file = path == "-" ? read_stream(session.in) : read_file(path);
  if (!file) return refused(file.error());
  if (path == "-" && file->bytes.empty())
    return refused({Reason::bad_input, "nothing came on standard input", ""});
  auto read =
      is_json(*file, settings) ? from_document(*file, settings) : from_broker(*file, settings);
  if (read && settings.market)
    if (auto added = add_market(*settings.market, *read); !added)
      return std::unexpected{std::move(added).error()};
  return read;
}

}  // namespace plimsoll::cli
