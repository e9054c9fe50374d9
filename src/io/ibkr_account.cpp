#include "io/ibkr_account.hpp"

#include <algorithm>
#include <vector>

#include "io/numbers.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

std::unexpected<Error> stands_twice(const std::string& currency, Decimal one, Decimal other) {
  return fail(Reason::bad_input, "cash in " + currency + " stands twice, as " + to_text(one, 2) +
                                     " and as " + to_text(other, 2) +
                                     "; export the statement of one account and one day");
}

}  // namespace

Result<void> IbkrAccount::take_base(std::string_view currency) {
  if (!currency.empty() && !Currency::is_code(currency))
    return fail(Reason::bad_input, "the base currency \"" + shown(currency) +
                                       "\" is no currency; write three capitals, like USD");
  base = currency;
  return {};
}

bool IbkrAccount::is_base_summary(std::string_view currency) {
  const std::string word = letters(currency);
  return word == "basesummary" || word == "basecurrencysummary";
}

Result<void> IbkrAccount::add_cash(std::string_view currency, std::string_view amount) {
  PLIMSOLL_TRY(value, quotient_in(amount));
  if (!value) return fail(Reason::bad_input, "the ending cash is blank; write its amount");
  if (abs(*value) > limits::cash_max)
    return fail(Reason::bad_input, "the cash is too large; is it a typing error?");
  if (is_base_summary(currency)) {
    if (base_cash && *base_cash != *value)
      return stands_twice("all currencies", *base_cash, *value);
    base_cash = *value;
    return {};
  }
  if (!Currency::is_code(currency))
    return fail(Reason::bad_input,
                "\"" + shown(currency) + "\" is no currency; write three capitals, like USD");
  const auto [known, added] = cash.emplace(currency, *value);
  if (added || known->second == *value) return {};
  return stands_twice(known->first, known->second, *value);
}

Result<void> IbkrAccount::add_rate(std::string_view currency, std::string_view rate) {
  PLIMSOLL_TRY(value, quotient_in(rate));
  if (!value) return {};
  if (*value <= Decimal{} || *value > limits::exchange_rate_max)
    return fail(Reason::bad_input, "the exchange rate \"" + shown(rate) + "\" is out of range");
  if (!Currency::is_code(currency))
    return fail(Reason::bad_input,
                "\"" + shown(currency) + "\" is no currency; write three capitals, like USD");
  rates.emplace(std::string{currency}, *value);
  return {};
}

Result<void> IbkrAccount::adds_up() const {
  if (!base_cash || base.empty()) return {};
  Decimal sum, foreign;
  std::vector<Decimal> without_rate;
  for (const auto& [currency, amount] : cash) {
    const auto rate = rates.find(currency);
    if (amount.is_zero()) continue;
    if (currency == base) {
      sum += amount;
    } else if (rate == rates.end()) {
      without_rate.push_back(amount);
    } else {
      const Decimal converted = multiply(amount, rate->second, Round::half_even);
      sum += converted;
      foreign += abs(converted);
    }
  }
  // Rates may be of another hour than the total; a currency left out is more than that.
  const Decimal slack = divide(foreign, Decimal{20}, Round::away_from_zero) + Decimal{1};
  const Decimal rest = *base_cash - sum;
  if (cash.empty() || without_rate.size() > 1) return {};
  // Whatever the one missing rate is, it is above zero.
  if (without_rate.size() == 1 && rest.is_negative() == without_rate.front().is_negative())
    return {};
  if (abs(rest) <= slack) return {};
  return fail(Reason::bad_input, "the cash in all currencies is " + to_text(*base_cash, 2) + " " +
                                     base + " and the rows add up to " +
                                     to_text_rounded(sum, 2, Round::half_even) +
                                     "; rows are missing or altered, export the file again");
}

void IbkrAccount::settle(std::string_view number, Reading& reading) const {
  AccountDraft& account = reading.account();
  const std::string_view own = number.substr(0, number.find(' '));
  account.id = account_id("ibkr", own);
  reading.number(own);
  account.currency = base.empty() ? "USD" : base;
  if (base.empty()) reading.note("the file does not name its base currency; USD is taken");
  settle_cash(reading);
  for (const auto& [currency, rate] : rates)
    if (currency != account.currency)
      reading.market().currencies.emplace(Currency::of(currency), rate);
  settle_kind(reading);
}

void IbkrAccount::settle_cash(Reading& reading) const {
  AccountDraft& account = reading.account();
  if (!cash.empty() || base_cash) account.cash.emplace();
  for (const auto& [currency, amount] : cash)
    if (!amount.is_zero() || currency == account.currency)
      account.cash->push_back({currency, amount});
  if (cash.empty() && base_cash) {
    account.cash->push_back({account.currency, *base_cash});
    reading.note("cash is known as one total in " + account.currency + ", not by currency");
  }
  if (!account.cash)
    reading.cash_unknown(
        "the file has no cash report, so cash is unknown; add it to the query, or give the amount "
        "(--cash)");
}

void IbkrAccount::settle_kind(Reading& reading) const {
  const bool owed =
      (base_cash && base_cash->is_negative()) ||
      std::ranges::any_of(cash, [](const auto& held) { return held.second.is_negative(); });
  if (owed) reading.rules_out_cash("cash below zero");
  if (short_shares) reading.rules_out_cash("shares held short");
  const std::string called = words.empty() ? "" : ", and calls it \"" + shown(words) + "\"";
  if (holds(words, "portfolio margin") || holds(words, "portfoliomargin")) {
    reading.kind_stated(AccountKind::portfolio_margin);
  } else if (names_retirement(words)) {
    reading.kind_stated(AccountKind::retirement);
  } else if (holds(words, "margin") || holds(words, "reg t")) {
    reading.kind_stated(AccountKind::margin);
  } else if (owed || short_shares) {
    reading.kind_taken(AccountKind::margin,
                       "taken for a margin account: cash is owed or shares are short" + called);
  } else if (holds(words, "cash")) {
    reading.kind_stated(AccountKind::cash);
  } else {
    reading.kind_taken(AccountKind::cash,
                       "taken for a cash account: the file does not say whether it has margin" +
                           called + " (--kind says it)");
  }
}

}  // namespace plimsoll::io
