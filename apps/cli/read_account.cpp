#include "apps/cli/read_account.hpp"

#include <algorithm>
#include <utility>

#include "apps/cli/file_remarks.hpp"
#include "apps/cli/files.hpp"
#include "apps/json/decode_market.hpp"
#include "apps/json/parse.hpp"
#include "io/text.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;
template <class T>
using Outcome = std::expected<T, Errors>;

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
  // Beside an activity they may be said of that.
  const bool alone = !settings.activity;
  if (alone && !settings.broker.empty()) add("--broker", "is of no broker's format");
  if (settings.balances) add("--balances", "holds its own cash");
  if (alone && !settings.account.empty()) add("--account", "holds one account");
  if (settings.kind) add("--kind", "states its own kind");
  if (settings.cash) add("--cash", "has its own member cash");
  return errors;
}

/// A reading that the answer and the saved document both have to say.
void note(ReadAccount& read, std::string sentence) {
  sentence = io::one_line(sentence, json::note_length_max);
  read.document.notes.push_back(sentence);
  read.caveats.push_back({std::move(sentence)});
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
  for (const std::string& sentence : read.document.notes) read.caveats.push_back({sentence});
  const Date written = read.document.account.as_of;
  if (settings.as_of && *settings.as_of != written) {
    read.document.account.as_of = read.document.market.as_of = *settings.as_of;
    note(read, file.name + " is of " + to_text(written) + "; what it says is taken as of " +
                   to_text(*settings.as_of));
  }
  return read;
}

Outcome<ReadAccount> from_broker(const std::vector<io::Input>& files, const Settings& settings) {
  io::ImportOptions options{.broker = settings.broker,
                            .account = settings.account,
                            .balances = {},
                            .as_of = settings.as_of,
                            .kind = settings.kind,
                            .cash = settings.cash};
  if (settings.balances) {
    auto balances = read_file(*settings.balances);
    if (!balances) return refused(std::move(balances).error());
    options.balances = std::move(*balances);
  }
  auto [imported, errors] = io::import_files(files, std::move(options));
  // Without rows there is nothing to be partial about: the files as a whole were refused.
  if (imported.rows_total == 0 && !errors.empty()) return std::unexpected{std::move(errors)};
  ReadAccount read;
  const bool balances_known = std::ranges::any_of(
      imported.files, [](const io::FileRows& file) { return file.rows_total == 0; });
  for (const io::FileRows& file : imported.files)
    for (std::string& line : remarks_on(file)) read.remarks.push_back(std::move(line));
  for (std::string& sentence : imported.notes) note(read, std::move(sentence));
  read.document.account = std::move(imported.account);
  read.document.market = std::move(imported.market);
  read.refused = std::move(errors);
  const bool fidelity = imported.recognised.starts_with("Fidelity");
  read.cash_advice = fidelity && !balances_known
                         ? "give the balances file with --balances, or the amount with --cash"
                         : "give the amount with --cash";
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
  if (merged.caveat) note(read, *std::move(merged.caveat));
  return {};
}

Outcome<std::vector<io::Input>> operands(const Settings& settings, Session& session) {
  std::vector<std::string> paths{*settings.operand};
  paths.insert(paths.end(), settings.more.begin(), settings.more.end());
  if (std::ranges::count(paths, "-") > 1)
    return refused({Reason::bad_input, "standard input is named twice; it is read once", "-"});
  std::vector<io::Input> files;
  Errors errors;
  for (const std::string& path : paths) {
    auto file = path == "-" ? read_stream(session.in) : read_file(path);
    if (!file) errors.push_back(std::move(file).error());
    else if (path == "-" && file->bytes.empty())
      errors.push_back({Reason::bad_input, "nothing came on standard input", ""});
    else files.push_back(*std::move(file));
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return files;
}

Outcome<ReadAccount> from_files(const std::vector<io::Input>& files, const Settings& settings) {
  const auto document =
      std::ranges::find_if(files, [&](const io::Input& file) { return is_json(file, settings); });
  if (document == files.end()) return from_broker(files, settings);
  if (files.size() == 1) return from_document(*document, settings);
  return refused({Reason::bad_input,
                  "it is an account document, which holds a whole account; import it alone",
                  document->name});
}

}  // namespace

Outcome<ReadAccount> read_account(const Settings& settings, Session& session) {
  const auto files = operands(settings, session);
  if (!files) return std::unexpected{files.error()};
  auto read = from_files(*files, settings);
  if (read && settings.market)
    if (auto added = add_market(*settings.market, *read); !added)
      return std::unexpected{std::move(added).error()};
  return read;
}

}  // namespace plimsoll::cli
