#pragma once
// What the documents a family keeps have in common: what they are made from, how they begin and
// how they end. Markdown; no clock: the same inputs are the same bytes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "market/rate_path.hpp"
#include "market/rate_schedule.hpp"
#include "model/financing.hpp"
#include "report/text.hpp"
#include "rules/house.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// Data a document stands on, and where it is from. A day that is not known is nothing.
struct DataSource {
  std::string what = {};    // "house rules", "rate schedule"
  std::string title = {};   // "Fidelity"
  std::string source = {};  // where it was read; empty where the file does not say
  std::optional<Date> retrieved = {}, in_force = {};
  std::string grade = {};  // how well the text is known; empty where nothing says
  std::string file = {};
};

struct DocumentInput {
  std::string name;   // "account"
  std::string value;  // "Portfolio_Positions.csv"
};

struct DocumentSources {
  strategy::AnalysisReport analysis = {};  // all members, its answers explained
  strategy::Policy policy = {};
  Financing financing = {};
  std::optional<RateSchedule> schedule = {};  // the account's own
  std::vector<RateSchedule> schedules = {};   // in force on the account's day
  std::vector<RatePath> paths = {};
  std::vector<House> houses = {};          // asked for; a null one is the law alone
  std::vector<DataSource> packs = {};      // of methods that stand on them
  std::optional<double> vix = {};          // in points, of the market
  std::vector<DocumentInput> inputs = {};  // files and options, in the order they are told
};

/// An account's number with all but its last four digits hidden: "Z41074821" is "xxxxx4821". What
/// has no more digits than four is a name, and stays.
std::string redacted(std::string_view account);

/// `text` with the account's number redacted wherever it stands.
std::string without_number(std::string text, std::string_view account);

/// The title, the account, the day, the methods, and that it is an estimate.
std::string document_head(std::string_view title, const DocumentSources& sources,
                          const Paper& paper);

/// What it was made from: every file and option.
std::string document_end(const DocumentSources& sources, const Paper& paper);

/// One member's heading and why it is not answered.
std::string not_answered(std::string_view member, const Error& error, const Paper& paper);

/// Every source of data: houses, packs, rates, paths, crises.
std::vector<DataSource> data_sources(const DocumentSources& sources);

/// How well a rule's text is known, in words.
std::string_view name_of(Grade grade);

/// A heading one level below.
Paper below(const Paper& paper);

}  // namespace plimsoll::report
