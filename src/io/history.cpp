#include "io/history.hpp"

#include <array>
#include <utility>

#include "io/csv.hpp"
#include "io/headings.hpp"
#include "io/history_brokers.hpp"
#include "io/history_reading.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t bytes_max = 256'000'000;
constexpr int rows_looked_at = 40;

using Read = Loaded<ImportedActivity> (*)(const Input&, std::string_view, const ActivityOptions&);

struct Broker {
  std::string_view name;
  Read read;
};

constexpr std::array<Broker, 4> readers{{{"fidelity", read_fidelity_history},
                                         {"ibkr-activity", read_ibkr_activity_history},
                                         {"ibkr-flex", read_ibkr_flex_history},
                                         {"schwab", read_schwab_history}}};

Read reader_of(std::string_view name) {
  for (const Broker& broker : readers)
    if (broker.name == name) return broker.read;
  return nullptr;
}

std::string listed() {
  std::string names;
  for (const Broker& broker : readers)
    names += (names.empty() ? "" : ", ") + std::string{broker.name};
  return names;
}

constexpr const char* unknown =
    "no known history. Looked for: Fidelity (a heading with Run Date and Action), Schwab (a "
    "heading "
    "with Date, Action, Fees & Comm, Amount), Interactive Brokers (XML with FlexQueryResponse, or "
    "rows that begin \"Statement,Header\"), an activity document (JSON, plimsoll.activity/1)";

std::string_view broker_of(const Headings& headings, const CsvRow& row) {
  if (headings.has("rundate") && headings.has("action")) return "fidelity";
  if (headings.has("date") && headings.has("action") && headings.has("amount") &&
      headings.find({"feescomm", "fees"}))
    return "schwab";
  const std::string second = letters(row.at(1));
  if (second == "header" || (row.at(0) == "Statement" && second == "data")) return "ibkr-activity";
  return {};
}

std::string_view sniff(std::string_view text) {
  const std::string_view start = trimmed(text.substr(0, 4096));
  if (start.starts_with('<')) return holds(start, "<Flex") ? "ibkr-flex" : "";
  CsvReader reader{text};
  CsvRow row;
  for (int i = 0; i < rows_looked_at && reader.next(row); ++i) {
    if (row.wrong != nullptr) continue;
    if (const auto broker = broker_of(Headings{row}, row); !broker.empty()) return broker;
  }
  return {};
}

bool holds_positions(std::string_view broker, std::string_view text) {
  if (broker == "ibkr-flex") return text.find("<OpenPosition ") != std::string_view::npos;
  if (broker == "ibkr-activity")
    return text.find("Open Positions,Header") != std::string_view::npos;
  return false;
}

bool holds_movements(std::string_view broker, std::string_view text) {
  if (broker == "ibkr-flex")
    return text.find("<Trade ") != std::string_view::npos ||
           text.find("<Order ") != std::string_view::npos ||
           text.find("<CashTransaction ") != std::string_view::npos;
  if (broker == "ibkr-activity") return text.find("Trades,Header") != std::string_view::npos;
  return !broker.empty();
}

}  // namespace

std::vector<std::string> history_brokers() {
  std::vector<std::string> names;
  for (const Broker& broker : readers) names.emplace_back(broker.name);
  return names;
}

Loaded<ImportedActivity> import_activity(const Input& file, const ActivityOptions& options) {
  const auto text = text_of(file.bytes, file.name, bytes_max);
  if (!text) return refused_history(text.error());
  const std::string named = lower(options.broker);
  if (!named.empty() && reader_of(named) == nullptr)
    return refused_history({Reason::bad_input,
                            "histories of \"" + shown(options.broker) +
                                "\" are not read; those of " + listed() + " are",
                            "--broker"});
  const std::string_view broker = named.empty() ? sniff(*text) : std::string_view{named};
  if (broker.empty()) return refused_history({Reason::bad_input, unknown, file.name});
  return reader_of(broker)(file, *text, options);
}

bool is_history(const Input& file) {
  const auto text = text_of(file.bytes, file.name, bytes_max);
  if (!text) return false;
  const std::string_view broker = sniff(*text);
  return holds_movements(broker, *text) && !holds_positions(broker, *text);
}

}  // namespace plimsoll::io
