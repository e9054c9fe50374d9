#pragma once
// What the words on the command line mean.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/level.hpp"
#include "base/date.hpp"
#include "engine/evaluate.hpp"
#include "model/account.hpp"

namespace plimsoll::cli {

enum class Format : std::uint8_t { text, json };
/// How a page is written.
enum class Markup : std::uint8_t { screen, markdown };
/// What `plimsoll report` writes.
enum class Document : std::uint8_t { strategy, risk, compliance };
enum class Length : std::uint8_t { screen, summary };

/// One for all commands: each reads what its options can set.
struct Settings {
  const Command* command = nullptr;
  std::optional<std::string> operand;  // a path, "-", a schema's name, ...
  std::vector<std::string> more;       // paths behind it
  std::vector<std::string> methods;
  std::vector<std::string> houses;         // names, paths, or "law"
  std::vector<std::string> packs;          // names or paths
  std::vector<std::string> risk_files;     // paths
  std::optional<std::string> risk_policy;  // a name or a path
  Unlisted unlisted = Unlisted::refused;   // contracts no risk file lists
  std::optional<std::string> pool;         // a path
  std::vector<std::string> contracts;      // as a person names them
  std::optional<std::string> product, month;
  std::optional<std::string> market, balances, activity, profiles, output, chart, policy;  // paths
  std::optional<std::string> financing;   // the name of a rate schedule
  std::optional<Decimal> benchmark_rate;  // the market's overnight rate, a fraction a year
  std::string broker, account;            // empty: not said
  std::optional<AccountKind> kind;
  std::optional<double> target;  // of a cure: a multiple of the requirement, > 0
  std::optional<Decimal> cash;   // in the account's currency; below zero: owed
  std::optional<Date> as_of, until;
  std::optional<Date> rules;  // empty: of the account's day, or of each day walked
  Format format = Format::text;
  Markup markup = Markup::screen;
  std::vector<Document> documents;  // none: not said
  Length length = Length::screen;
  engine::Detail detail = engine::Detail::plain;
  engine::Completeness completeness = engine::Completeness::whole;
  Strictness strictness = Strictness::lenient;
  std::optional<Level> fail_on;
  std::optional<int> threads;
};

/// As many as were asked for, otherwise as the machine runs at once.
int threads_of(const Settings& settings);

/// Every mistake, not the first: values that are none of their kind, options that contradict each
/// other.
std::expected<Settings, std::vector<Error>> settings_of(const Arguments& arguments);

}  // namespace plimsoll::cli
