#include "io/import.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/brokers.hpp"
#include "io/csv.hpp"
#include "io/headings.hpp"
#include "io/import_alone.hpp"
#include "io/reading.hpp"
#include "io/said.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t bytes_max = 256'000'000;
constexpr int rows_looked_at = 40;

using Read = Loaded<Imported> (*)(const Input&, std::string_view, const ImportOptions&);

struct Broker {
  std::string_view name;
  Read read;
};

constexpr std::array<Broker, 6> readers{{{"fidelity", read_fidelity},
                                         {"ibkr-activity", read_ibkr_activity},
                                         {"ibkr-flex", read_ibkr_flex},
                                         {"plimsoll", read_positions_csv},
                                         {"schwab", read_schwab},
                                         {"vanguard", read_vanguard}}};

Read reader_of(std::string_view name) {
  for (const Broker& broker : readers)
    if (broker.name == name) return broker.read;
  return nullptr;
}

/// What a file turned out to be: a broker's name, or why it is of no use.
struct Sniffed {
  std::string_view broker;
  std::string problem;
  std::uint32_t line = 0;  // of the problem; 0: the whole file
};

constexpr const char* unknown =
    "no known format. Looked for: Fidelity (a heading with Symbol, Quantity, Last Price, Current "
    "Value), Schwab (\"Positions for account ...\" above a heading with Mkt Val), Vanguard "
    "(Account "
    "Number, Investment Name, Symbol, Shares), Interactive Brokers (XML with FlexQueryResponse, or "
    "rows that begin \"Statement,Header\"), our own (a heading with symbol and quantity). Name it "
    "with --broker if it is one of these";

bool names_a_balance(std::string_view first) {
  const std::string name = letters(first);
  return name == "totalaccountvalue" || name == "netdebit";
}

/// Files of known brokers that hold no positions.
std::string useless(const Headings& headings, std::string_view first) {
  if (headings.has("rundate") && headings.has("action"))
    return "this is Fidelity's history; export the positions (Portfolio_Positions), and give this "
           "one "
           "to plimsoll ledger as --activity";
  if (headings.has("exdate") && headings.has("paydate"))
    return "this is Fidelity's dividend view; export the positions (Portfolio_Positions)";
  if (names_a_balance(first))
    return "this is Fidelity's balances file; give the positions file, and this one as --balances";
  if (headings.has("tradedate") && headings.has("transactiontype") && !headings.has("totalvalue"))
    return "this is a list of transactions; export the positions";
  return {};
}

std::string_view broker_of(const Headings& headings, const CsvRow& row) {
  if (letters(row.at(1)) == "header" || (row.at(0) == "Statement" && row.at(1) == "Data"))
    return "ibkr-activity";
  if (begins_with(row.at(0), "Positions for ")) return "schwab";
  if (headings.has("investmentname") && headings.has("shares")) return "vanguard";
  const bool held = headings.has("symbol") && headings.has("quantity");
  if (held && (headings.has("currentvalue") || headings.has("lastprice"))) return "fidelity";
  if (headings.has("symbol") && (headings.has("mktvalmarketvalue") || headings.has("qtyquantity")))
    return "schwab";
  return held ? "plimsoll" : "";
}

Sniffed sniff(std::string_view text) {
  const std::string_view start = trimmed(text.substr(0, 4096));
  if (start.starts_with('<')) {
    if (holds(start, "<Flex")) return {"ibkr-flex", {}};
    return {{}, "XML, but no Flex query of Interactive Brokers (<FlexQueryResponse>)"};
  }
  if (start.starts_with('{') || start.starts_with('['))
    return {{}, "this is JSON, not a broker's file; an account document is read as it is"};
  if (begins_with(start, "OFXHEADER"))
    return {{}, "this is OFX, which is not read; export the positions as CSV"};
  CsvReader reader{text};
  CsvRow row;
  Sniffed damaged;
  for (int i = 0; i < rows_looked_at && reader.next(row); ++i) {
    if (row.wrong != nullptr) {
      if (damaged.line == 0) damaged = {{}, row.wrong, row.line};
      continue;
    }
    const Headings headings{row};
    if (auto problem = useless(headings, row.at(0)); !problem.empty()) return {{}, problem};
    if (const auto broker = broker_of(headings, row); !broker.empty()) return {broker, {}};
  }
  // The row that says whose file it is may be the one that cannot be taken apart.
  if (damaged.line != 0) return damaged;
  return {{}, unknown};
}

/// Why text whose columns stand apart by something else than commas is not read: the same file may
/// have decimal commas, and then no digit of it is safe. Empty where that is not so.
std::string wrong_separator(std::string_view text) {
  constexpr std::size_t looked_at = 8'192;
  const std::string_view start = trimmed(text.substr(0, looked_at));
  if (start.starts_with('<') || start.starts_with('{')) return {};
  for (const auto& [separator, name] : {std::pair{';', "semicolons"}, std::pair{'\t', "tabs"}}) {
    if (start.find(separator) == std::string_view::npos) continue;
    std::string with_commas{start};
    std::ranges::replace(with_commas, ',', ' ');
    std::ranges::replace(with_commas, separator, ',');
    if (sniff(start).broker.empty() && !sniff(with_commas).broker.empty())
      return std::string{"its columns are separated by "} + name +
             "; export it with commas between columns and points in decimals";
  }
  return {};
}

}  // namespace

std::vector<std::string> brokers() {
  std::vector<std::string> names;
  for (const Broker& broker : readers) names.emplace_back(broker.name);
  return names;
}

bool is_fidelity_balances(const Input& file) {
  const auto text = text_of(file.bytes, file.name, bytes_max);
  if (!text || trimmed(*text).starts_with('<')) return false;
  CsvReader reader{*text};
  CsvRow row;
  for (int i = 0; i < rows_looked_at && reader.next(row); ++i)
    if (names_a_balance(row.at(0))) return true;
  return false;
}

namespace {

Loaded<Imported> read_as(std::string_view broker, const Input& file, std::string_view text,
                         const ImportOptions& options) {
  if (options.balances && broker != "fidelity")
    return refused_file(file.name +
                            " is not Fidelity's, and only Fidelity has balances apart; "
                            "leave the balances file out",
                        options.balances->name);
  auto loaded = reader_of(broker)(file, text, options);
  if (options.balances && !loaded.value.files.empty())
    loaded.value.files.push_back(
        {.name = options.balances->name, .recognised = "Fidelity balances CSV", .skipped = {}});
  return loaded;
}

}  // namespace

Loaded<Imported> import_alone(const Input& file, const ImportOptions& options) {
  const auto text = text_of(file.bytes, file.name, bytes_max);
  if (!text) return refused_file(text.error().what, text.error().where);
  const std::string named = lower(options.broker);
  if (named != "ibkr-flex")
    if (const auto wrong = wrong_separator(*text); !wrong.empty())
      return refused_file(wrong, file.name);
  if (!named.empty()) {
    if (reader_of(named) != nullptr) return read_as(named, file, *text, options);
    std::string listed;
    for (const Broker& broker : readers)
      listed += (listed.empty() ? "" : ", ") + std::string{broker.name};
    return refused_file("\"" + shown(options.broker) + "\" is no broker; write one of: " + listed,
                        "--broker");
  }
  const Sniffed sniffed = sniff(*text);
  if (sniffed.broker.empty())
    return refused_file(sniffed.problem,
                        sniffed.line == 0 ? file.name : place(file.name, sniffed.line));
  return read_as(sniffed.broker, file, *text, options);
}

Loaded<Imported> import_file(const Input& file, const ImportOptions& options) {
  return with_said(import_alone(file, options), options);
}

}  // namespace plimsoll::io
