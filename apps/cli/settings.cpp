#include "apps/cli/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <thread>

#include "apps/cli/kinds.hpp"
#include "io/import.hpp"
#include "model/limits.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

constexpr int threads_max = 1024;

constexpr std::array<std::pair<std::string_view, Document>, 3> document_options{
    {{"--strategy", Document::strategy},
     {"--risk", Document::risk},
     {"--compliance", Document::compliance}}};

/// Takes the value, or notes under which option it is wrong.
template <class T, class Parse>
std::optional<T> read(const Arguments& arguments, std::string_view option, Parse parse,
                      Errors& errors) {
  const auto text = arguments.value(option);
  if (!text) return std::nullopt;
  auto value = parse(*text);
  if (value) return *value;
  errors.push_back({value.error().reason, value.error().what, std::string{option}});
  return std::nullopt;
}

Result<Date> day(const std::string& text) { return parse_date(text); }

Result<Date> rulebook_day(const std::string& text) {
  if (text == "historical")
    return fail(Reason::not_covered, "only a ledger walks the rulebook; write the date of one");
  return parse_date(text);
}

Result<int> threads(const std::string& text) {
  int count = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (problem != std::errc{} || end != text.data() + text.size() || count < 1 ||
      count > threads_max)
    return fail(Reason::bad_input, "\"" + text.substr(0, 40) +
                                       "\" is no number of threads; write "
                                       "1 to " +
                                       std::to_string(threads_max));
  return count;
}

Result<double> target(const std::string& text) {
  constexpr double most = 1000;
  PLIMSOLL_TRY(multiple, parse_decimal(text));
  const double target = to_double(multiple);
  if (!(1 <= target) || most < target)
    return fail(Reason::bad_input,
                "\"" + text.substr(0, 40) +
                    "\" is no multiple of the requirement to hold, which is at least 1; write 2 "
                    "for twice");
  return target;
}

Result<std::string> broker(const std::string& text) {
  const auto known = io::brokers();
  if (std::ranges::find(known, text) != known.end()) return text;
  std::string names;
  for (const std::string& name : known) names += (names.empty() ? "" : ", ") + name;
  return fail(Reason::bad_input,
              "no broker's file is called \"" + text.substr(0, 40) + "\"; there are: " + names);
}

Result<AccountKind> kind(const std::string& text) {
  std::string words;
  for (const auto& [word, kind] : kinds()) {
    if (word == text) return kind;
    words += (words.empty() ? "" : ", ") + std::string{word};
  }
  return fail(Reason::bad_input,
              "no kind of account is called \"" + text.substr(0, 40) + "\"; there are: " + words);
}

Result<Decimal> cash(const std::string& text) {
  PLIMSOLL_TRY(amount, parse_decimal(text));
  if (abs(amount) > limits::cash_max)
    return fail(Reason::bad_input, text.substr(0, 40) + " is too large; is it a typing error?");
  return amount;
}

Result<Decimal> fraction_a_year(const std::string& text) {
  PLIMSOLL_TRY(rate, parse_decimal(text));
  if (rate < -0.05_d)
    return fail(Reason::bad_input,
                text.substr(0, 40) +
                    " is below -0.05; no central bank has come near that: it is a fraction a year, "
                    "-0.0075 for -0.75 %");
  if (Decimal{1} < rate)
    return fail(
        Reason::bad_input,
        text.substr(0, 40) + " is above 1; it is a fraction a year: write 0.0363 for 3.63 %");
  return rate;
}

/// What a ledger does anyway: each day by its own rulebook.
bool walks_the_rulebook(const Arguments& arguments) {
  return arguments.command->name == "ledger" && arguments.value("--rules") == "historical";
}

std::vector<std::string> separated(const std::string& list, char between = ',') {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(between, at), list.size());
    names.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return names;
}

}  // namespace

int threads_of(const Settings& settings) {
  return settings.threads.value_or(
      std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
}

std::expected<Settings, Errors> settings_of(const Arguments& arguments) {
  Errors errors;
  Settings settings;
  settings.command = arguments.command;
  settings.operand = arguments.operand;
  settings.more = arguments.more;
  if (const auto list = arguments.value("--method")) settings.methods = separated(*list);
  if (const auto list = arguments.value("--house")) settings.houses = separated(*list);
  if (const auto list = arguments.value("--tims-pack")) settings.packs = separated(*list);
  if (const auto list = arguments.value("--span-file"))
    settings.risk_files = separated(*list, '\n');
  settings.risk_policy = arguments.value("--span-policy");
  if (arguments.has("--span-generate")) settings.unlisted = Unlisted::generated;
  settings.pool = arguments.value("--pool");
  if (const auto list = arguments.value("--contract")) settings.contracts = separated(*list, ',');
  settings.product = arguments.value("--product");
  settings.month = arguments.value("--month");
  settings.market = arguments.value("--market");
  settings.balances = arguments.value("--balances");
  settings.activity = arguments.value("--activity");
  settings.profiles = arguments.value("--profiles");
  settings.output = arguments.value("--output");
  settings.policy = arguments.value("--policy");
  settings.financing = arguments.value("--financing");
  settings.benchmark_rate = read<Decimal>(arguments, "--benchmark-rate", fraction_a_year, errors);
  settings.chart = arguments.value("--chart");
  settings.account = arguments.value("--account").value_or("");
  settings.broker = read<std::string>(arguments, "--broker", broker, errors).value_or("");
  settings.kind = read<AccountKind>(arguments, "--kind", kind, errors);
  settings.cash = read<Decimal>(arguments, "--cash", cash, errors);
  settings.target = read<double>(arguments, "--target", target, errors);
  settings.as_of = read<Date>(arguments, "--as-of", day, errors);
  settings.until = read<Date>(arguments, "--until", day, errors);
  if (!walks_the_rulebook(arguments))
    settings.rules = read<Date>(arguments, "--rules", rulebook_day, errors);
  settings.fail_on = read<Level>(arguments, "--fail-on", parse_level, errors);
  settings.threads = read<int>(arguments, "--threads", threads, errors);
  if (arguments.has("--json")) settings.format = Format::json;
  if (arguments.has("--markdown")) settings.markup = Markup::markdown;
  for (const auto& [option, document] : document_options)
    if (arguments.has(option)) settings.documents.push_back(document);
  if (arguments.has("--summary")) settings.length = Length::summary;
  if (arguments.has("--explain")) settings.detail = engine::Detail::explained;
  if (arguments.has("--allow-partial")) settings.completeness = engine::Completeness::allow_partial;
  if (arguments.has("--strict")) settings.strictness = Strictness::strict;
  if (arguments.has("--json") && arguments.has("--markdown"))
    errors.push_back({Reason::bad_input,
                      "--json and --markdown are two ways to write one answer; choose one", ""});
  if (arguments.has("--summary") && arguments.has("--explain"))
    errors.push_back(
        {Reason::bad_input, "--summary leaves out what --explain asks for; choose one", ""});
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return settings;
}

}  // namespace plimsoll::cli
