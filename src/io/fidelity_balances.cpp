#include "io/fidelity_balances.hpp"

#include <array>

#include "io/csv.hpp"
#include "io/numbers.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t bytes_max = 1'000'000;

Result<std::optional<Decimal>> bounded_amount(std::string_view cell, const std::string& where) {
  auto amount = amount_in(cell);
  if (!amount) return fail(Reason::bad_input, std::move(amount).error().what, where);
  if (*amount && abs(**amount) > limits::cash_max)
    return fail(Reason::bad_input, "\"" + shown(cell) + "\" is too large to be a balance", where);
  return *amount;
}

/// One way the parts may stand to each other.
struct Candidate {
  Decimal cash;
  std::string made_of;
  bool core = false, pending = false;  // whether it counts them
};

std::vector<Candidate> candidates_of(const FidelityBalances& balances,
                                     const FidelityCashRows& rows) {
  const Decimal core = rows.core, pending = rows.pending;
  if (!balances.net_debit)
    return {{*balances.settled_cash, "settled cash"},
            {core, "the core fund", true},
            {core + pending, "the core fund and pending activity", true, true}};
  const Decimal debit = *balances.net_debit;
  const Decimal credit = balances.short_credit.value_or(Decimal{});
  return {{debit, "the net debit"},
          {debit + core, "the net debit and the core fund", true},
          {debit + core + pending, "the net debit, the core fund and pending activity", true, true},
          {debit + pending, "the net debit and pending activity", false, true},
          {debit + credit, "the net debit and the short credit"},
          {debit + credit + core, "the net debit, the short credit and the core fund", true}};
}

/// What the positions file showed and `chosen` does not count, so that no amount vanishes unsaid:
/// "the core fund's 500.00 and pending activity's -200.00 are "; empty where it counts everything.
std::string left_out(const Candidate& chosen, const FidelityCashRows& rows) {
  const bool core = !chosen.core && rows.core != Decimal{};
  const bool pending = !chosen.pending && rows.pending != Decimal{};
  std::string text;
  if (core) text += "the core fund's " + to_text(rows.core, 2);
  if (core && pending) text += " and ";
  if (pending) text += "pending activity's " + to_text(rows.pending, 2);
  return text.empty() ? text : text + (core && pending ? " are " : " is ");
}

/// A known cash, and which of the parts beside it are not in it.
FidelityCash unchecked(const Candidate& chosen, const FidelityCashRows& rows, std::string why) {
  const std::string rest = left_out(chosen, rows);
  return {chosen.cash, "cash is " + to_text(chosen.cash, 2) + " USD: " + chosen.made_of +
                           std::move(why) + (rest.empty() ? "" : "; " + rest + "not added")};
}

}  // namespace

Result<FidelityBalances> read_fidelity_balances(const Input& file) {
  PLIMSOLL_TRY(text, text_of(file.bytes, file.name, bytes_max));
  FidelityBalances balances;
  CsvReader reader{text};
  CsvRow row;
  while (reader.next(row)) {
    const std::string where = place(file.name, row.line);
    if (row.wrong != nullptr) return fail(Reason::bad_input, row.wrong, where);
    const std::string name = letters(row.at(0));
    if (name.find("margin") != std::string::npos && name != "nonmarginbuyingpower")
      balances.names_margin = true;
    std::optional<Decimal>* into = nullptr;
    if (name == "totalaccountvalue") into = &balances.total_account_value;
    if (name == "netdebit" || name == "netcredit" || name == "netdebitcredit")
      into = &balances.net_debit;
    if (name == "shortcredit" || name == "shortcreditbalance") into = &balances.short_credit;
    if (name == "settledcash") into = &balances.settled_cash;
    if (into == nullptr) continue;
    PLIMSOLL_TRY(amount, bounded_amount(row.at(1), where));
    if (*into && amount && **into != *amount)
      return fail(Reason::bad_input,
                  "\"" + shown(row.at(0)) + "\" stands twice with different amounts", where);
    if (amount) *into = amount;
  }
  if (!balances.total_account_value && !balances.net_debit)
    return fail(Reason::bad_input,
                "this is not Fidelity's balances file; it has neither \"Total account value\" nor "
                "\"Net debit\"",
                file.name);
  return balances;
}

Result<FidelityCash> fidelity_cash(const FidelityBalances& balances, const FidelityCashRows& rows,
                                   const std::string& file) {
  if (!balances.net_debit && !balances.settled_cash)
    return fail(Reason::bad_input, "it has neither \"Net debit\" nor \"Settled cash\"", file);
  const std::vector<Candidate> candidates = candidates_of(balances, rows);
  const Candidate& first = candidates.front();
  if (!balances.total_account_value || !rows.holdings_known)
    return unchecked(first, rows, "; nothing was there to check it against");
  const Decimal implied = *balances.total_account_value - rows.holdings;
  for (const Candidate& candidate : candidates) {
    if (abs(candidate.cash - implied) > Decimal{1}) continue;
    const std::string rest = left_out(candidate, rows);
    return FidelityCash{candidate.cash,
                        "cash is " + to_text(candidate.cash, 2) + " USD: " + candidate.made_of +
                            (rest.empty() ? "; " : "; " + rest + "inside " + first.made_of + ": ") +
                            "with the holdings it is the total account value"};
  }
  const std::string disagree =
      "the total account value less the holdings is " + to_text(implied, 2);
  const std::string moments = ", so the two files may be of different moments";
  if (balances.net_debit) return unchecked(first, rows, "; " + disagree + moments);
  // Settled cash may well stand beside a debit that the file does not show.
  return FidelityCash{
      std::nullopt, "cash is unknown: " + disagree + ", which is neither settled cash, " +
                        to_text(first.cash, 2) + ", nor the core fund, " + to_text(rows.core, 2) +
                        (rows.pending == Decimal{}
                             ? ""
                             : ", with or without pending activity, " + to_text(rows.pending, 2)) +
                        moments + "; download both again"};
}

}  // namespace plimsoll::io
