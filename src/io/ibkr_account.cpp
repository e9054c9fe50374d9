#include "io/ibkr_account.hpp"

#include "io/numbers.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {

Result<void> IbkrAccount::add_cash(std::string_view currency, std::string_view amount) {
  PLIMSOLL_TRY(value, quotient_in(amount));
  if (!value) return fail(Reason::bad_input, "the ending cash is blank; write its amount");
  if (abs(*value) > limits::cash_max)
    return fail(Reason::bad_input, "the cash is too large; is it a typing error?");
  const std::string word = letters(currency);
  if (word == "basesummary" || word == "basecurrencysummary") {
    base_cash = *value;
    return {};
  }
  if (!Currency::is_code(currency))
    return fail(Reason::bad_input,
                "\"" + shown(currency) + "\" is no currency; write three capitals, like USD");
  cash.insert_or_assign(std::string{currency}, *value);
  return {};
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

void IbkrAccount::settle(std::string_view number, Reading& reading) const {
  AccountDraft& account = reading.account();
  account.id = account_id("ibkr", number.substr(0, number.find(' ')));
  account.currency = base.empty() ? "USD" : base;
  if (base.empty()) reading.note("the file does not name its base currency; USD is taken");
  bool owed = base_cash && base_cash->is_negative();
  if (!cash.empty() || base_cash) account.cash.emplace();
  for (const auto& [currency, amount] : cash) {
    owed = owed || amount.is_negative();
    if (!amount.is_zero() || currency == account.currency)
      account.cash->push_back({currency, amount});
  }
  if (cash.empty() && base_cash) {
    account.cash->push_back({account.currency, *base_cash});
    reading.note("cash is known as one total in " + account.currency + ", not by currency");
  }
  if (!account.cash)
    reading.note(
        "the file has no cash report, so cash is unknown; add it to "
        "the query, or import the file to a document and add cash there");
  for (const auto& [currency, rate] : rates)
    if (currency != account.currency)
      reading.market().currencies.emplace(Currency::of(currency), rate);

  if (holds(words, "portfolio margin") || holds(words, "portfoliomargin")) {
    account.kind = AccountKind::portfolio_margin;
  } else if (names_retirement(words)) {
    account.kind = AccountKind::retirement;
  } else if (holds(words, "margin") || holds(words, "reg t") || owed || short_shares) {
    account.kind = AccountKind::margin;
  } else {
    account.kind = AccountKind::cash;
  }
  if (words.empty())
    reading.note(std::string{"the file does not say what kind of account it is; taken for a "} +
                 (account.kind == AccountKind::margin ? "margin" : "cash") + " account");
}

}  // namespace plimsoll::io
