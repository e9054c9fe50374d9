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

/// One way the parts may stand to each other, and what it is called.
struct Candidate {
  Decimal cash;
  const char* made_of;
};

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
  const Decimal debit = balances.net_debit.value_or(Decimal{});
  const Decimal credit = balances.short_credit.value_or(Decimal{});
  const Decimal settled = balances.settled_cash.value_or(Decimal{});
  std::vector<Candidate> candidates;
  if (balances.net_debit)
    candidates = {
        {debit, "the net debit"},
        {debit + rows.core, "the net debit and the core fund"},
        {debit + rows.core + rows.pending, "the net debit, the core fund and pending activity"},
        {debit + rows.pending, "the net debit and pending activity"},
        {debit + credit, "the net debit and the short credit"},
        {debit + credit + rows.core, "the net debit, the short credit and the core fund"}};
  else
    candidates = {{settled, "settled cash"},
                  {rows.core, "the core fund"},
                  {rows.core + rows.pending, "the core fund and pending activity"}};
  const auto said = [&](const Candidate& candidate) {
    return "cash is " + to_text(candidate.cash, 2) + " USD: " + candidate.made_of;
  };
  const Candidate first = candidates.front();
  if (!balances.total_account_value || !rows.holdings_known)
    return FidelityCash{first.cash, said(first) + "; nothing was there to check it against"};
  const Decimal implied = *balances.total_account_value - rows.holdings;
  for (const Candidate& candidate : candidates)
    if (abs(candidate.cash - implied) <= Decimal{1})
      return FidelityCash{candidate.cash,
                          said(candidate) + "; with the holdings it is the total account value"};
  return FidelityCash{first.cash, said(first) + "; the total account value less the holdings is " +
                                      to_text(implied, 2) +
                                      ", so the two files may be of different moments"};
}

}  // namespace plimsoll::io
