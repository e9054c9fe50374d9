#include "io/ibkr_moves.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/dates.hpp"
#include "io/history_trade.hpp"
#include "io/numbers.hpp"
#include "io/split_ratio.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether one of the codes between semicolons or commas is `code`.
bool has_code(std::string_view codes, std::string_view code) {
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find_first_of(";, "), codes.size());
    if (codes.substr(0, end) == code) return true;
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return false;
}

/// How an option ended, by the codes of a trade. Seen in public statements.
std::optional<OptionEndKind> end_of(std::string_view codes) {
  if (has_code(codes, "A")) return OptionEndKind::assignment;
  if (has_code(codes, "Ex")) return OptionEndKind::exercise;
  if (has_code(codes, "Ep")) return OptionEndKind::expiration;
  return {};
}

/// The same by the words of OptionEAE.
std::optional<OptionEndKind> end_called(std::string_view type) {
  if (begins_with(type, "assign")) return OptionEndKind::assignment;
  if (begins_with(type, "exercise")) return OptionEndKind::exercise;
  if (begins_with(type, "expir")) return OptionEndKind::expiration;
  return {};
}

std::optional<Effect> effect_of(const IbkrTrade& trade) {
  const std::string_view codes = trade.open_close.empty() ? trade.codes : trade.open_close;
  const bool opens = has_code(codes, "O"), closes = has_code(codes, "C");
  if (opens == closes) return {};  // not said, or through zero
  return opens ? Effect::open : Effect::close;
}

struct CashWord {
  std::string_view letters;
  CashKind kind;
};
// Seen in public statements. Deposits and withdrawals are told apart by their sign.
constexpr std::array cash_words{
    CashWord{"depositswithdrawals", CashKind::deposit},
    CashWord{"dividends", CashKind::dividend},
    CashWord{"paymentinlieuofdividends", CashKind::dividend},
    CashWord{"interest", CashKind::interest},
    CashWord{"brokerinterestpaid", CashKind::interest},
    CashWord{"brokerinterestreceived", CashKind::interest},
    CashWord{"bondinterestpaid", CashKind::interest},
    CashWord{"bondinterestreceived", CashKind::interest},
    CashWord{"withholdingtax", CashKind::fee},
    CashWord{"871mwithholding", CashKind::fee},
    CashWord{"fees", CashKind::fee},
    CashWord{"transactionfees", CashKind::fee},
    CashWord{"brokerfees", CashKind::fee},
    CashWord{"otherfees", CashKind::fee},
    CashWord{"advisorfees", CashKind::fee},
    CashWord{"commissionadjustments", CashKind::fee},
};

std::optional<CashKind> kind_called(std::string_view type, bool out) {
  const auto found = std::ranges::find(cash_words, letters(type), &CashWord::letters);
  if (found == cash_words.end()) return {};
  if (found->kind == CashKind::deposit && out) return CashKind::withdrawal;
  return found->kind;
}

bool is_stock(const IbkrRow& row) {
  const std::string word = letters(row.category);
  return word.empty() || word == "stk" || word == "stocks" || word == "stock";
}
bool is_option_row(const IbkrRow& row) {
  const std::string word = letters(row.category);
  return word == "opt" || word == "options" || word == "equityandindexoptions" ||
         (word.empty() && is_option(row.symbol));
}
bool is_future(const IbkrRow& row) {
  const std::string word = letters(row.category);
  return word == "fut" || word == "fop" || word == "fsfop" || holds(word, "future");
}

/// Figures to 18 places, rounded to nine.
Result<std::optional<Decimal>> figure(std::string_view cell, Decimal most, std::string_view what) {
  PLIMSOLL_TRY(amount, quotient_in(cell));
  if (amount && abs(*amount) > most)
    return fail(Reason::bad_input,
                "the " + std::string{what} + " is too large; is it a typing error?");
  return amount;
}

/// "120440", "12:04:40", "12:04"; nothing where there is no time.
Result<std::optional<seconds>> time_in(std::string_view text) {
  std::string digits;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || text[i] == ':'); ++i)
    if (is_digit(text[i])) digits.push_back(text[i]);
  const std::string zone = upper(trimmed(text.substr(i)));
  const bool known = zone.empty() || zone == "EST" || zone == "EDT" || zone == "ET" ||
                     zone == "US/EASTERN" || zone == "AMERICA/NEW_YORK";
  if (digits.empty() && zone.empty()) return std::nullopt;
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + digits[at + 1] - '0'; };
  if (digits.size() == 4) digits += "00";
  if (!known || digits.size() != 6 || two(0) > 23 || two(2) > 59 || two(4) > 59)
    return fail(Reason::bad_input,
                "\"" + shown(text) +
                    "\" is no time of New York; let the query write dates as yyyyMMdd and times as "
                    "HHmmss");
  return seconds{hours{two(0)} + minutes{two(2)} + seconds{two(4)}};
}

}  // namespace

Result<Moment> ibkr_moment(std::string_view text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find_first_of(";, T"), text.size());
  const auto day = day_in(text.substr(0, end));
  if (!day)
    return fail(Reason::bad_input, "\"" + shown(text) + "\" is no day; write it as yyyyMMdd");
  std::string_view rest = text.substr(end);
  while (!rest.empty() && !is_digit(rest.front())) rest.remove_prefix(1);
  PLIMSOLL_TRY(time, time_in(rest));
  return Moment{*day, time};
}

void IbkrMoves::account_for(const IbkrTrade& trade, RowOutcome outcome) {
  reading_.rows().account_for(trade.line, trade.text, std::move(outcome));
}

void IbkrMoves::take(IbkrTrade trade) {
  const auto kind = end_of(trade.codes);
  if (kind && kind != OptionEndKind::expiration && is_stock(trade.row)) {
    shares_.push_back(std::move(trade));
    return;
  }
  RowOutcome became = outcome(trade);
  account_for(trade, std::move(became));
}

RowOutcome IbkrMoves::outcome(const IbkrTrade& trade) {
  if (is_ibkr_currency(trade.row.category)) return currencies(trade);
  if (is_future(trade.row))
    return fail(Reason::not_covered,
                "a future pays no price when it is traded, and its daily settlement is not booked; "
                "leave the row out of a securities account");
  PLIMSOLL_TRY(moment, ibkr_moment(trade.when));
  const auto kind = end_of(trade.codes);
  PLIMSOLL_TRY(price, figure(trade.row.price, limits::price_max, "price"));
  // What is settled in cash has its price: it is a trade at that price.
  if (kind && is_option_row(trade.row) && (!price || price->is_zero()))
    return end(trade, *kind, moment);
  return bought_or_sold(trade, moment);
}

RowOutcome IbkrMoves::currencies(const IbkrTrade& trade) {
  PLIMSOLL_TRY(moment, ibkr_moment(trade.when));
  PLIMSOLL_TRY(quantity, figure(trade.row.quantity, limits::cash_max, "quantity"));
  PLIMSOLL_TRY(proceeds, figure(trade.proceeds, limits::cash_max, "amount"));
  PLIMSOLL_TRY(commission, figure(trade.commission, limits::cash_max, "commission"));
  const std::string pair = upper(trimmed(trade.row.symbol));
  const std::string_view bought = std::string_view{pair}.substr(0, pair.find('.'));
  const std::string paid = upper(trade.row.currency);
  if (pair.find('.') == std::string::npos || !Currency::is_code(bought) ||
      !Currency::is_code(paid) || !quantity || !proceeds || quantity->is_zero() ||
      proceeds->is_zero())
    return fail(Reason::bad_input,
                "an exchange of currencies needs a symbol like EUR.USD, the quantity, the currency "
                "and the proceeds; add them to the query");
  PLIMSOLL_TRY_VOID(reading_.add(
      moment, CashMove{CashKind::transfer, *quantity, std::string{bought}, {}}, trade.line));
  PLIMSOLL_TRY_VOID(
      reading_.add(moment, CashMove{CashKind::transfer, *proceeds, paid, {}}, trade.line));
  if (commission && !commission->is_zero())
    PLIMSOLL_TRY_VOID(
        reading_.add(moment, CashMove{CashKind::fee, *commission, base_, {}}, trade.line));
  return row_read();
}

RowOutcome IbkrMoves::end(const IbkrTrade& trade, OptionEndKind kind, Moment moment) {
  IbkrRow row = trade.row;
  row.price.clear();  // zero: nothing was paid
  PLIMSOLL_TRY(held, ibkr_held(row, base_));
  PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
  PLIMSOLL_TRY(option, parse_osi(symbol.view()));
  if (held.quantity.is_zero())
    return fail(Reason::bad_input, "the quantity is zero; write how many contracts ended");
  if (held.description) {
    held.description->symbol = std::string{symbol.view()};
    PLIMSOLL_TRY_VOID(reading_.rows().describe(*std::move(held.description), trade.line));
  }
  PLIMSOLL_TRY_VOID(
      reading_.add(moment, OptionEnd{kind, symbol, abs(held.quantity), {}}, trade.line));
  ended_.insert({symbol, kind});
  due_.expect(kind, option, held.quantity, moment.day);
  return row_read();
}

RowOutcome IbkrMoves::bought_or_sold(const IbkrTrade& trade, Moment moment) {
  PLIMSOLL_TRY(price, figure(trade.row.price, limits::price_max, "price"));
  PLIMSOLL_TRY(proceeds, figure(trade.proceeds, limits::cash_max, "amount"));
  PLIMSOLL_TRY(commission, figure(trade.commission, limits::cash_max, "commission"));
  PLIMSOLL_TRY(taxes, figure(trade.taxes, limits::cash_max, "tax"));
  if (!price) return fail(Reason::bad_input, "the price is blank; add it to the query");
  IbkrRow row = trade.row;
  if (proceeds) row.value = to_text(-*proceeds, 2);
  PLIMSOLL_TRY(held, ibkr_held(row, base_));
  PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
  if (held.quantity.is_zero() || abs(held.quantity) > limits::quantity_max)
    return fail(Reason::bad_input, "the quantity is zero or too large; is it a typing error?");
  const bool option = is_option_row(row);
  const auto multiplier = held.description ? held.description->multiplier : std::nullopt;
  if (option && !multiplier)
    return fail(Reason::bad_input, "the multiplier is missing; add it to the query");
  if (multiplier && (*multiplier > limits::multiplier_max || *multiplier <= Decimal{}))
    return fail(Reason::bad_input, "the multiplier is not above zero, or too large");
  const bool per_hundred = held.description && held.description->maturity && !option;
  const Decimal factor = multiplier ? *multiplier : per_hundred ? 0.01_d : 1_d;
  const auto [at, fees] = price_and_fees(
      {held.quantity, *price, factor, proceeds ? std::optional{-*proceeds} : std::nullopt,
       -commission.value_or(Decimal{}) - taxes.value_or(Decimal{})});
  if (held.description) {
    held.description->symbol = std::string{symbol.view()};
    PLIMSOLL_TRY_VOID(reading_.rows().describe(*std::move(held.description), trade.line));
  }
  PLIMSOLL_TRY_VOID(
      reading_.add(moment, Trade{symbol, held.quantity, at, fees, effect_of(trade)}, trade.line));
  return row_read();
}

void IbkrMoves::take_end(IbkrTrade end, std::string_view type) {
  const auto kind = end_called(type);
  if (!is_option_row(end.row))
    return account_for(end, row_passed_over("shares that the option's own row brings"));
  if (!kind)
    return account_for(end, fail(Reason::bad_input,
                                 "\"" + shown(type) +
                                     "\" is no end of an option known here; write it as an entry "
                                     "of an activity document"));
  ends_.push_back({std::move(end), *kind});
}

RowOutcome IbkrMoves::cash(const IbkrCash& cash) {
  PLIMSOLL_TRY(amount, figure(cash.amount, limits::cash_max, "amount"));
  if (!amount) return fail(Reason::bad_input, "the amount is blank; write the cash that moved");
  if (amount->is_zero()) return row_passed_over("no cash moved");
  const auto kind = kind_called(cash.type, amount->is_negative());
  if (!kind)
    return fail(Reason::bad_input,
                "\"" + shown(cash.type) +
                    "\" is no movement of cash known here; write it as an entry of an activity "
                    "document (plimsoll schema activity)");
  if (!Currency::is_code(cash.currency))
    return fail(Reason::bad_input,
                "\"" + shown(cash.currency) + "\" is no currency; add the currency to the query");
  PLIMSOLL_TRY(moment, ibkr_moment(cash.when));
  CashMove move{*kind, *amount, cash.currency, {}};
  if (*kind == CashKind::dividend && !cash.symbol.empty())
    if (const auto id = instrument_id(share_symbol(cash.symbol))) move.symbol = *id;
  PLIMSOLL_TRY_VOID(reading_.add(moment, std::move(move), cash.line));
  return row_read();
}

RowOutcome IbkrMoves::corporate_action(std::string_view description, std::string_view when,
                                       std::uint32_t line) {
  const auto ratio = holds(description, ") split ") ? split_ratio(description) : std::nullopt;
  const auto symbol = instrument_id(
      share_symbol(description.substr(0, std::min(description.find('('), description.size()))));
  if (!ratio || !symbol)
    return fail(Reason::not_covered,
                "a corporate action other than a split, or one without its ratio, is not booked; "
                "write a \"transfer\" of the shares that went and of those that came");
  PLIMSOLL_TRY(moment, ibkr_moment(when));
  if (!splits_.insert({moment.day, std::string{symbol->view()}}).second)
    return row_passed_over("the same split as another row");
  PLIMSOLL_TRY_VOID(
      reading_.add(moment, Split{*symbol, ratio->new_shares, ratio->old_shares}, line));
  return row_read();
}

RowOutcome IbkrMoves::shares(const IbkrTrade& trade) {
  PLIMSOLL_TRY(moment, ibkr_moment(trade.when));
  PLIMSOLL_TRY(quantity, quantity_in(trade.row.quantity));
  PLIMSOLL_TRY(price, figure(trade.row.price, limits::price_max, "price"));
  PLIMSOLL_TRY(commission, figure(trade.commission, limits::cash_max, "commission"));
  if (!quantity || !price)
    return fail(Reason::bad_input, "the quantity or the price is blank; add it to the query");
  if (!due_.claim(share_symbol(trade.row.symbol), *quantity, *price, moment.day))
    return fail(Reason::bad_input,
                "it moves shares of an option that was assigned or exercised, and the file has no "
                "such row of the option (" +
                    shown(trade.row.symbol) + " at " + to_text(*price, 2) +
                    ") for as many shares; export a period that holds both");
  if (!commission || commission->is_zero())
    return row_passed_over("shares that the option's own row brings");
  const std::string& currency = trade.row.currency.empty() ? base_ : trade.row.currency;
  PLIMSOLL_TRY_VOID(
      reading_.add(moment, CashMove{CashKind::fee, *commission, currency, {}}, trade.line));
  return row_read();
}

void IbkrMoves::settle() {
  // Only what the trades said counts as said before: the list itself may have a series twice.
  const auto said_by_trades = ended_;
  for (Waiting& waiting : ends_) {
    RowOutcome became = [&]() -> RowOutcome {
      PLIMSOLL_TRY(held, ibkr_held(waiting.trade.row, base_));
      PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
      if (said_by_trades.contains({symbol, waiting.kind}))
        return row_passed_over("the end of an option that is among the trades");
      PLIMSOLL_TRY(moment, ibkr_moment(waiting.trade.when));
      return end(waiting.trade, waiting.kind, moment);
    }();
    account_for(waiting.trade, std::move(became));
  }
  for (const IbkrTrade& trade : shares_) account_for(trade, shares(trade));
  ends_.clear();
  shares_.clear();
}

}  // namespace plimsoll::io
