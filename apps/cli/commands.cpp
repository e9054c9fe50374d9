#include "apps/cli/commands.hpp"

#include <algorithm>
#include <array>

#include "apps/cli/houses.hpp"
#include "apps/cli/kinds.hpp"
#include "apps/cli/level.hpp"
#include "apps/cli/packs.hpp"
#include "apps/cli/rate_schedules.hpp"
#include "apps/cli/risk_policies.hpp"
#include "apps/cli/schemas.hpp"
#include "base/check.hpp"
#include "engine/evaluate.hpp"
#include "io/import.hpp"

namespace plimsoll::cli {
namespace {

constexpr std::array option_table{
    Option{"--method", "", Takes::method, "NAME[,NAME]|all",
           "methods to answer under; otherwise the one the account's kind implies"},
    Option{"--house", "", Takes::house, "NAME[,NAME]|PATH",
           "what these brokers ask beyond the law, each by name or by a profile's path; law: none"},
    Option{"--tims-pack", "", Takes::pack, "NAME[,NAME]|PATH",
           "parameters of portfolio margin, each by name or by its path; otherwise occ-public"},
    Option{"--span-file", "", Takes::files, "FILE",
           "a clearing house's SPAN parameters of the day, positional (.pa2) or XML (.spn); again "
           "for another house"},
    Option{
        "--span-policy", "", Takes::risk_policy, "NAME|PATH",
        "how what SPAN's public texts leave open is read; otherwise as the file's clearing house "
        "does"},
    Option{"--span-generate", "", Takes::nothing, "",
           "give contracts that SPAN's file does not list an array made from its parameters"},
    Option{"--pool", "", Takes::file, "FILE",
           "a lending pool: banks, weights, prices, totals (plimsoll.pool/1)"},
    Option{"--contract", "", Takes::text, "NAME[,NAME]",
           "these contracts alone, as in \"OZ 202512 C 3650\", listed or not"},
    Option{"--product", "", Takes::text, "CODE", "the contracts of this product alone"},
    Option{"--month", "", Takes::text, "YYYYMM", "the contracts of this month alone"},
    Option{"--market", "", Takes::file, "FILE",
           "prices and rates (plimsoll.market/1); they win over the account's own"},
    Option{"--balances", "", Takes::file, "FILE",
           "the broker's balances file, where the positions hold no cash (Fidelity)"},
    Option{"--activity", "", Takes::file, "FILE",
           "what happened after the account's day: plimsoll.activity/1, or a broker's history"},
    Option{"--until", "", Takes::day, "DATE", "the last day; otherwise that of the last entry"},
    Option{"--account", "", Takes::text, "NUMBER",
           "which account of a broker's file that holds several; its last digits will do"},
    Option{"--broker", "", Takes::broker, "NAME", "whose file it is, where that is not recognised"},
    Option{"--kind", "", Takes::kind, "KIND",
           "the kind of account, where the broker's file does not state it"},
    Option{
        "--cash", "", Takes::text, "AMOUNT",
        "its cash in its own currency, below zero what is owed, where the file does not hold it"},
    Option{"--profiles", "", Takes::directory, "DIR",
           "security lists and house profiles of your own, read after the built-in ones (also "
           "PLIMSOLL_PROFILES)"},
    Option{"--as-of", "", Takes::day, "DATE", "the day asked about; otherwise the document's own"},
    Option{"--rules", "", Takes::day, "DATE",
           "the rulebook of that day; otherwise of the account's"},
    Option{"--explain", "", Takes::nothing, "",
           "show how every amount was reached: paragraph, rate, line of code"},
    Option{"--json", "", Takes::nothing, "", "write JSON; errors too, on standard output"},
    Option{"--markdown", "", Takes::nothing, "", "write the page as Markdown"},
    Option{"--strategy", "", Takes::nothing, "",
           "the strategy document: every parameter, the figures, the deployment, the sources"},
    Option{"--risk", "", Takes::nothing, "",
           "the risk document: levels, register of risks, stress, distance, concentration"},
    Option{"--compliance", "", Takes::nothing, "",
           "the compliance document: rule in force, citations, limits, reviews, disclosure"},
    Option{"--summary", "", Takes::nothing, "", "the sums only; with --json one line below 4 kB"},
    Option{
        "--chart", "", Takes::file, "FILE",
        "write what portfolio margin or SPAN moves as a picture (SVG), beside the other methods"},
    Option{"--allow-partial", "", Takes::nothing, "",
           "answer without refused positions or rows; the answer then says that it is partial"},
    Option{
        "--strict", "", Takes::nothing, "",
        "refuse a symbol nothing describes, and rules whose input is missing, rather than assume"},
    Option{"--fail-on", "", Takes::level, "LEVEL",
           "exit with 3 where equity / maintenance against equity is under 1.75 (watch), 1.5 "
           "(warn), 1.25 (critical), or at 1 or any call (breach); a cash or retirement account: "
           "any call alone"},
    Option{"--threads", "", Takes::count, "N",
           "threads to use, otherwise all there are; one account needs one"},
    Option{"--output", "-o", Takes::file, "FILE", "write there instead of standard output"},
    Option{"--policy", "", Takes::file, "FILE",
           "a policy of your own (plimsoll.policy/1), as `plimsoll policy init` writes one"},
    Option{"--financing", "", Takes::rate_schedule, "SCHEDULE|PATH",
           "what the debit is charged, by the name of a rate schedule or its path; before the "
           "document's own"},
    Option{"--benchmark-rate", "", Takes::text, "RATE",
           "the market's overnight rate that schedules add to, a fraction a year: 0.0363"},
    Option{"--target", "", Takes::text, "MULTIPLE",
           "what equity shall be of the requirement, as 2 for twice; otherwise the policy's"},
    Option{"--help", "-h", Takes::nothing, "", "this page"},
    Option{"--history", "", Takes::file, "FILE", "price history", Release::later},
};

/// The names of options, in the order help shows them.
constexpr auto listed(auto... names) {
  return std::array<std::string_view, sizeof...(names)>{names...};
}
template <std::size_t... n>
constexpr auto joined(const std::array<std::string_view, n>&... lists) {
  std::array<std::string_view, (n + ...)> all;
  auto end = all.begin();
  ((end = std::ranges::copy(lists, end).out), ...);
  return all;
}

// What several commands take alike.
constexpr auto lengths = listed("--summary", "--explain");
constexpr auto page_forms = listed("--json", "--markdown");
constexpr auto policy_and_debit = listed("--policy", "--financing", "--benchmark-rate");
constexpr auto methods =
    listed("--method", "--house", "--tims-pack", "--span-file", "--span-policy");
constexpr auto account_sources =
    listed("--market", "--balances", "--account", "--broker", "--kind", "--cash", "--as-of");
constexpr auto account_inputs = joined(account_sources, listed("--rules"));
constexpr auto outcome = listed("--fail-on", "--allow-partial");  // which answer will do
constexpr auto running = listed("--strict", "--profiles", "--threads");
constexpr auto analysis_inputs =
    joined(policy_and_debit, methods, listed("--pool"), account_inputs, outcome, running);

// What each command takes: its own, and which of those.
constexpr auto margin_options =
    joined(listed("--explain", "--json", "--summary"), methods,
           listed("--span-generate", "--pool", "--chart"), account_inputs, outcome, running);
constexpr auto compare_options =
    joined(lengths, page_forms, policy_and_debit, methods,
           listed("--span-generate", "--pool", "--chart"), account_inputs, outcome, running);
constexpr auto analyze_options = joined(lengths, page_forms, analysis_inputs);
constexpr auto cure_options = joined(lengths, page_forms, listed("--target"), analysis_inputs);
constexpr auto report_options =
    joined(listed("--strategy", "--risk", "--compliance", "--output"), analysis_inputs);
constexpr auto import_options =
    joined(listed("--output"), account_sources, listed("--allow-partial", "--json"));
constexpr auto whatif_options =
    joined(listed("--json"), methods, listed("--span-generate", "--pool"), account_inputs,
           listed("--fail-on"), running);
constexpr auto ledger_options = joined(
    listed("--activity", "--until", "--house", "--explain", "--json"), account_inputs, running);
constexpr auto price_options = listed("--json", "--allow-partial", "--threads");
constexpr auto span_options =
    listed("--contract", "--product", "--month", "--allow-partial", "--json");
constexpr auto rules_options = listed("--method", "--house", "--tims-pack", "--profiles", "--json");
constexpr auto policy_options = listed("--policy", "--output", "--json");
constexpr auto schema_options = listed("--json");

constexpr std::string_view account_details =
    "ACCOUNT is a file, or - for standard input: an account document (plimsoll.account/1), or an\n"
    "export of a broker that `plimsoll import` knows. Nothing is computed while anything in it is\n"
    "refused, unless --allow-partial is given.\n";

constexpr std::string_view report_details =
    "ACCOUNT is read as `plimsoll margin` reads it. Several documents follow one another, in the\n"
    "order strategy, risk, compliance; where none is named all three are written. What is not\n"
    "known is named, and a gate that stands on it is not met. The account's number is shown by "
    "its\n"
    "last four digits.\n";

constexpr std::string_view whatif_details =
    "TRADE is BUY or SELL, a quantity and a symbol, of an option also as ROOT EXPIRY STRIKE C|P,\n"
    "and @ PRICE where it is not the market's. Trades are done in order; nothing is sent "
    "anywhere.\n"
    "With --pool it is a step in the lending pool: \"DEPOSIT 5 SOL\", \"WITHDRAW 5 SOL\",\n"
    "\"BORROW 10 SOL\", \"REPAY 5 USDC\" (\"WITHDRAW ALL SOL\", \"REPAY ALL USDC\");\n"
    "\"LIQUIDATE 2 SOL FOR USDC\", collateral for debt, in Aave \"REPAY 250 USDC FOR SOL\";\n"
    "\"RECEIVE SEIZE 2 SOL, 1 JITOSOL REPAY 250 USDC\"; \"BANKRUPT USDC\"; \"ACCRUE 30 DAYS\",\n"
    "HOURS or SECONDS. Each step finds the account and the pool as the one before left them.\n"
    "With --fail-on the status is 3 where the account would reach the level.\n";

constexpr std::string_view ledger_details =
    "ACCOUNT is the opening state, at the close of its day; --activity holds what happened after.\n"
    "Every day the exchanges were open is answered; a page shows those on which something "
    "changed,\n"
    "and with --explain all of them.\n";

constexpr std::string_view price_details =
    "FILE is CSV, or - for standard input. Its heading is spot, strike, years, rate,\n"
    "dividend_yield, is_put, american, and volatility or price, in any order; with both, each\n"
    "row fills one. dividends may hold cash, as YEARS:AMOUNT;YEARS:AMOUNT. The same rows go to\n"
    "standard output with value, Greeks and implied volatility behind them, for one unit of the\n"
    "underlying. Rates and yields are continuous, a year has 365 days; vega, rho and phi are by\n"
    "1.00, theta by a year that passes.\n";

constexpr std::string_view span_details =
    "FILE is a clearing house's SPAN parameter file, positional (.pa2) or XML (.spn). `info` says "
    "what it\n"
    "holds: whose it is, of which day, its exchanges, combined commodities, spreads and exchange "
    "rates.\n"
    "`arrays` says what each contract loses, bought, in each of the sixteen scenarios: losses "
    "above "
    "zero,\n"
    "in the performance bond's currency; what the file has no array of is generated, and labelled "
    "so.\n"
    "--product and --month choose contracts, as in\n"
    "plimsoll span arrays examples/span/synthetic.pa2 --product ZZ --month 202512\n"
    "A FILE that ends in .toml has instruments with parameters of your own, as in\n"
    "plimsoll span arrays examples/span/arrays.toml\n";

constexpr std::string_view policy_details =
    "`init` writes a whole policy with the framework's defaults: every key with its unit, reason "
    "and\n"
    "source. `lint` reads FILE, or the one --policy names: every mistake in it, or which good\n"
    "practices it violates. `diff` says what a policy changes, and whether that allows more:\n"
    "plimsoll policy diff FILE against the defaults, plimsoll policy diff OLD NEW between two.\n"
    "FILE is TOML; - is standard input.\n";

constexpr std::array command_table{
    Command{"margin", "the requirement, the equity and the room left, and why", "ACCOUNT",
            Takes::file, Operands::one, margin_options,
            "plimsoll margin Portfolio_Positions.csv --balances Balances.csv --market market.json "
            "--explain",
            account_details},
    Command{"analyze", "the morning page: buffer, distance, cost and what to do", "ACCOUNT",
            Takes::file, Operands::one, analyze_options, "plimsoll analyze account.json",
            account_details},
    Command{"carry", "what the leverage costs against what it earns, and where that turns",
            "ACCOUNT", Takes::file, Operands::one, analyze_options, "plimsoll carry account.json",
            account_details},
    Command{"cure", "the least sale or deposit that restores the target, and the ladder", "ACCOUNT",
            Takes::file, Operands::one, cure_options, "plimsoll cure account.json --target 2",
            account_details},
    Command{"size", "how much more could be carried, by every rule; concentration", "ACCOUNT",
            Takes::file, Operands::one, analyze_options, "plimsoll size account.json",
            account_details},
    Command{"buffer",
            "how many times equity covers the requirement, and what a crisis leaves of it",
            "ACCOUNT", Takes::file, Operands::one, analyze_options,
            "plimsoll buffer account.json --policy policy.toml", account_details},
    Command{"distance", "how far prices may go before a call, by market and by name, and how soon",
            "ACCOUNT", Takes::file, Operands::one, analyze_options,
            "plimsoll distance account.json --method all", account_details},
    Command{"rates", "what the debit costs, and what rates, prices and dividend cuts make of it",
            "ACCOUNT", Takes::file, Operands::one, analyze_options,
            "plimsoll rates account.json --financing ibkr-pro-usd --benchmark-rate 0.0363",
            account_details},
    Command{"report", "the documents a family keeps, as Markdown: strategy, risk, compliance",
            "ACCOUNT", Takes::file, Operands::one, report_options,
            "plimsoll report account.json --risk --policy policy.toml -o risk.md", report_details},
    Command{
        "compare",
        "methods and brokers side by side: which binds, how far a call is, what the debit costs",
        "ACCOUNT", Takes::file, Operands::one, compare_options,
        "plimsoll compare account.json --house fidelity,ibkr,schwab", account_details},
    Command{
        "import", "a broker's export to an account document", "FILE", Takes::file,
        Operands::several, import_options,
        "plimsoll import Portfolio_Positions.csv Balances.csv --kind margin -o account.json",
        "The document goes to standard output, the count of rows read and skipped to standard\n"
        "error. Several files are parts of one account, in any order; FILE may be - for standard\n"
        "input. A history becomes an activity document.\n"},
    Command{
        "whatif", "before and after trades, with what they borrow", "ACCOUNT TRADE", Takes::file,
        Operands::several, whatif_options,
        "plimsoll whatif account.json \"BUY 100 AAPL\" \"SELL 1 AAPL 2027-01-15 250 C @ 12.35\"",
        whatif_details},
    Command{"ledger", "day by day: equity, requirements, memorandum account, calls", "ACCOUNT",
            Takes::file, Operands::one, ledger_options,
            "plimsoll ledger account.json --activity activity.json", ledger_details},
    Command{"price", "options in a CSV: value, Greeks, implied volatility", "FILE", Takes::file,
            Operands::one, price_options, "plimsoll price examples/prices/options.csv",
            price_details},
    Command{"span", "what a clearing house's SPAN file holds, and its risk arrays",
            "info|arrays FILE", Takes::risk_view, Operands::two, span_options,
            "plimsoll span info examples/span/synthetic.pa2", span_details},
    Command{"policy", "what is decided about margin before the day it matters",
            "init|lint|diff FILE", Takes::policy_view, Operands::several, policy_options,
            "plimsoll policy init -o policy.toml", policy_details},
    Command{"rules", "which rule, which number, since when, by which paragraph, at which line", "",
            Takes::nothing, Operands::none, rules_options, "plimsoll rules --method reg_t", ""},
    Command{"schema", "the JSON Schema of a document; without a name, their names", "NAME",
            Takes::schema, Operands::at_most_one, schema_options, "plimsoll schema account", ""},
    Command{"completion",
            "completion for a shell, to be sourced by it",
            "SHELL",
            Takes::shell,
            Operands::one,
            {},
            "plimsoll completion bash > ~/.local/share/bash-completion/completions/plimsoll",
            ""},
    Command{"version",
            "which version this is",
            "",
            Takes::nothing,
            Operands::none,
            {},
            "plimsoll --version",
            ""},
    Command{"help",
            "how a command is used",
            "COMMAND",
            Takes::command,
            Operands::at_most_one,
            {},
            "plimsoll help margin",
            ""},
};

constexpr std::array<std::string_view, 9> later_commands{
    "attribution", "batch", "journal", "mcp", "monitor", "replay", "risk", "serve", "stress"};

}  // namespace

std::span<const Command> commands() { return command_table; }
std::span<const Option> options() { return option_table; }
std::span<const std::string_view> commands_of_later_releases() { return later_commands; }

const Command* command_called(std::string_view name) {
  const auto found = std::ranges::find(command_table, name, &Command::name);
  return found == command_table.end() ? nullptr : &*found;
}

const Option& option_called(std::string_view name) {
  const auto found = std::ranges::find_if(
      option_table, [&](const Option& one) { return one.name == name || one.brief == name; });
  PLIMSOLL_CHECK(!name.empty() && found != option_table.end());
  return *found;
}

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> all;
  for (const std::string_view name : command.options) all.push_back(&option_called(name));
  all.push_back(&option_called("--help"));
  if (command.operand == "ACCOUNT")
    for (const Option& one : option_table)
      if (one.release == Release::later) all.push_back(&one);
  return all;
}

std::vector<std::string> words_of(Takes takes) {
  std::vector<std::string> words;
  switch (takes) {
    case Takes::nothing:
    case Takes::text:
    case Takes::file:
    case Takes::files:
    case Takes::directory:
    case Takes::day:
    case Takes::count:
      break;
    case Takes::method:
      for (const Label method : engine::method_names()) words.emplace_back(method.text());
      words.emplace_back("all");
      break;
    case Takes::house:
      words = house_names();
      words.emplace_back(law_alone);
      break;
    case Takes::pack:
      words = pack_names();
      break;
    case Takes::risk_policy:
      words = risk_policy_names();
      break;
    case Takes::risk_view:
      words = {"info", "arrays"};
      break;
    case Takes::policy_view:
      words = {"init", "lint", "diff"};
      break;
    case Takes::rate_schedule:
      // A built-in file that cannot be read is a fault the command itself tells.
      if (const auto schedules = rate_schedules({})) words = schedules->names();
      break;
    case Takes::level:
      for (const std::string_view level : level_words()) words.emplace_back(level);
      break;
    case Takes::broker:
      words = io::brokers();
      break;
    case Takes::kind:
      for (const auto& [word, kind] : kinds()) words.emplace_back(word);
      break;
    case Takes::schema:
      words = schema_names();
      break;
    case Takes::shell:
      words = {"bash", "zsh", "fish"};
      break;
    case Takes::command:
      for (const Command& command : command_table) words.emplace_back(command.name);
      break;
  }
  return words;
}

}  // namespace plimsoll::cli
