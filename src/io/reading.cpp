#include "io/reading.hpp"

#include <algorithm>
#include <tuple>

#include "io/csv.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::io {
namespace {

constexpr const char* holds_no_account =
    "the file holds no account: nothing stands below a heading; export it again";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "AAPL1", "AAPL7": what such a contract delivers is not in its symbol.
bool on_adjusted_root(const InstrumentId& id) {
  if (!looks_like_osi(id.view())) return false;
  const auto option = parse_osi(id.view());
  return option && is_digit(option->root.back());
}

Result<void> bounded(const HeldRow& row) {
  if (row.quantity.is_zero())
    return fail(Reason::bad_input, "the quantity is zero; remove the row or write what is held");
  if (abs(row.quantity) > limits::quantity_max)
    return fail(Reason::bad_input, "the quantity " + to_text(row.quantity) + " is above " +
                                       to_text(limits::quantity_max) + "; is it a typing error?");
  if (row.holding == Holding::short_sale && !row.quantity.is_negative())
    return fail(Reason::bad_input,
                "the row is a short holding, but its quantity is above zero; write it below zero");
  if (row.average_cost && abs(*row.average_cost) > limits::price_max)
    return fail(Reason::bad_input,
                "the average cost is above " + to_text(limits::price_max, 0) + " a unit");
  return {};
}

Result<void> price_in_bounds(Decimal price) {
  if (price.is_negative())
    return fail(Reason::bad_input, "the price " + to_text(price, 2) + " is below zero");
  if (price > limits::price_max)
    return fail(Reason::bad_input, "the price is above " + to_text(limits::price_max, 0) +
                                       " a unit; is it a typing error?");
  return {};
}

/// What a document could not hold is refused here, not where it is read again.
Result<void> texts_in_bounds(const Description& d) {
  if (!d.currency.empty() && !Currency::is_code(d.currency))
    return fail(Reason::bad_input,
                "\"" + shown(d.currency) + "\" is no currency; write three capitals, like USD");
  for (const std::string* text :
       {&d.type, &d.currency, &d.reference, &d.index_class, &d.underlying, &d.right, &d.style,
        &d.settlement, &d.rating, &d.issuer, &d.sector, &d.industry, &d.product, &d.month, &d.day,
        &d.exchange, &d.option_month, &d.option_day})
    if (!is_one_line(*text, limits::name_length_max))
      return fail(Reason::bad_input, "\"" + shown(*text) + "\" is longer than " +
                                         std::to_string(limits::name_length_max) +
                                         " bytes or no text of one line; shorten it");
  return {};
}

/// Everything a description says of the symbol, for comparing two.
auto everything_of(const Description& d) {
  return std::tuple_cat(
      std::tie(d.type, d.currency, d.reference, d.index_class, d.underlying, d.right, d.style,
               d.settlement, d.rating, d.issuer, d.sector, d.industry, d.product, d.month,
               d.exchange, d.option_month),
      std::tie(d.leverage, d.underlying_scale, d.strike, d.multiplier, d.conversion_ratio,
               d.shares_outstanding, d.expense_ratio, d.return_of_capital_ratio, d.expiry,
               d.marginable_from, d.maturity, d.marginable, d.zero_coupon, d.day, d.option_day));
}

/// In the order of the file, whatever order they were found in.
template <class T>
std::vector<T> by_line(std::vector<std::pair<std::uint32_t, T>> rows) {
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(rows[i].first, i);
  std::ranges::sort(order);
  std::vector<T> sorted;
  sorted.reserve(rows.size());
  for (const auto& [line, index] : order) sorted.push_back(std::move(rows[index].second));
  return sorted;
}

}  // namespace

bool same_description(const Description& one, const Description& other) {
  return everything_of(one) == everything_of(other);
}

Reading::Reading(const Input& file, const ImportOptions& options, std::string recognised)
    : name_{file.name}, asked_{options.as_of} {
  imported_.recognised = std::move(recognised);
}

void Reading::account_for(std::uint32_t line, std::string_view text, RowOutcome outcome) {
  ++imported_.rows_total;
  const std::string where = place(name_, line);
  if (!outcome) {
    ++imported_.rows_refused;
    Error error = std::move(outcome).error();
    error.where = where;
    refused_.emplace_back(line, std::move(error));
  } else if (*outcome) {
    skipped_.emplace_back(line, Skipped{where, shown(trimmed(text)), std::move((*outcome)->why)});
  } else {
    ++imported_.rows_read;
  }
}

Result<void> Reading::hold(HeldRow row, std::uint32_t line) {
  PLIMSOLL_TRY_VOID(bounded(row));
  PLIMSOLL_TRY(id, instrument_id(row.symbol));
  const bool multiplier_stated = row.description && row.description->multiplier;
  if (on_adjusted_root(id) && !multiplier_stated)
    return fail(Reason::bad_input,
                "\"" + shown(row.symbol) +
                    "\" is an adjusted option and the row does not say what one contract delivers; "
                    "describe it in an account document (instruments, multiplier)");
  if (row.price) PLIMSOLL_TRY_VOID(price_in_bounds(*row.price));
  if (const auto held = held_.find({std::string{id.view()}, row.holding}); held != held_.end())
    return fail(Reason::bad_input, "\"" + shown(row.symbol) + "\" stands at " +
                                       place(name_, held->second) +
                                       " too; add the two up, or remove one");
  if (row.description) {
    row.description->symbol = std::string{id.view()};
    PLIMSOLL_TRY_VOID(describe(std::move(*row.description), line));
  }
  if (row.price) PLIMSOLL_TRY_VOID(quote(id, *row.price));
  DraftPosition position;
  position.symbol = std::string{id.view()};
  position.name = one_line(row.name, limits::name_length_max);
  position.quantity = row.quantity;
  position.holding = row.holding;
  position.average_cost = row.average_cost;
  position.where = place(name_, line);
  held_.emplace(std::pair{position.symbol, position.holding}, line);
  imported_.account.positions.push_back(std::move(position));
  return {};
}

Result<void> Reading::quote(const InstrumentId& id, Decimal price) {
  PLIMSOLL_TRY_VOID(price_in_bounds(price));
  std::optional<Decimal>& known = imported_.market.quotes[id].price;
  if (known && *known != price)
    return fail(Reason::bad_input, std::string{trimmed(id.view())} +
                                       " has two prices in this file, " + to_text(*known, 2) +
                                       " and " + to_text(price, 2) +
                                       "; write one and the same in each of its rows");
  known = price;
  return {};
}

Result<void> Reading::describe(Description description, std::uint32_t line) {
  PLIMSOLL_TRY_VOID(texts_in_bounds(description));
  description.where = place(name_, line);
  for (const Description& known : imported_.account.instruments) {
    if (known.symbol != description.symbol) continue;
    if (same_description(known, description)) return {};
    return fail(Reason::bad_input, "\"" + shown(description.symbol) +
                                       "\" is described differently at " + known.where +
                                       "; write the same in both rows");
  }
  imported_.account.instruments.push_back(std::move(description));
  return {};
}

void Reading::note(std::string sentence) {
  if (std::ranges::find(imported_.notes, sentence) == imported_.notes.end())
    imported_.notes.push_back(std::move(sentence));
}

void Reading::dated(std::optional<Date> day) {
  if (!own_) own_ = day;
}

void Reading::kind_stated(AccountKind kind) {
  imported_.account.kind = kind;
  imported_.grounds.kind_stated = kind;
  imported_.grounds.kind_note.clear();
}

void Reading::kind_taken(AccountKind kind, std::string why) {
  imported_.account.kind = kind;
  imported_.grounds.kind_note = std::move(why);
}

void Reading::rules_out_cash(std::string what) {
  if (imported_.grounds.not_cash.empty()) imported_.grounds.not_cash = std::move(what);
}

Loaded<Imported> Reading::finished() && {
  const std::optional<Date> day = asked_ ? asked_ : own_;
  if (!day) {
    Loaded<Imported> none{Imported{}, by_line(std::move(refused_))};
    none.refused.push_back(
        {Reason::bad_input,
         "the file does not say of which day it is; give it with --as-of YYYY-MM-DD", name_});
    return none;
  }
  if (asked_ && own_ && *asked_ != *own_)
    note("the file is of " + to_text(*own_) + "; it is read as of " + to_text(*asked_) +
         ", as asked");
  imported_.account.as_of = imported_.market.as_of = *day;
  imported_.skipped = by_line(std::move(skipped_));
  imported_.files.push_back({name_, imported_.recognised, imported_.rows_total, imported_.rows_read,
                             imported_.rows_refused, imported_.skipped});
  return {std::move(imported_), by_line(std::move(refused_))};
}

Loaded<Imported> refused_file(std::string what, std::string where) {
  return {Imported{}, {Error{Reason::bad_input, std::move(what), std::move(where)}}};
}

Loaded<Imported> not_chosen(Error why, std::string_view text, const std::string& file) {
  Loaded<Imported> none;
  CsvReader reader{text};
  CsvRow row;
  while (reader.next(row))
    if (row.wrong != nullptr)
      none.refused.push_back({Reason::bad_input, row.wrong, place(file, row.line)});
  if (none.refused.empty() || why.what != holds_no_account) {
    why.where = file;
    none.refused.push_back(std::move(why));
  }
  return none;
}

Result<std::string> chosen(const std::vector<std::string>& accounts, const std::string& wanted,
                           const std::string& file) {
  std::string listed;
  for (const std::string& account : accounts)
    listed += (listed.empty() ? "" : ", ") + shown(account);
  if (accounts.empty()) return fail(Reason::bad_input, holds_no_account, file);
  if (wanted.empty()) {
    if (accounts.size() == 1) return accounts.front();
    return fail(Reason::bad_input,
                "the file holds several accounts; choose one with --account: " + listed, file);
  }
  const std::string end = lower(trimmed(wanted));
  std::vector<std::string> fitting;
  for (const std::string& account : accounts) {
    if (lower(account) == end) return account;
    if (lower(account).ends_with(end)) fitting.push_back(account);
  }
  if (fitting.size() == 1) return fitting.front();
  return fail(Reason::bad_input,
              "\"" + shown(wanted) + "\" is " + (fitting.empty() ? "not one" : "more than one") +
                  " of the file's accounts; they are: " + listed,
              file);
}

std::string account_id(std::string_view broker, std::string_view number) {
  std::string plain = letters(number);
  if (plain.size() > 4) plain.erase(0, plain.size() - 4);
  return std::string{broker} + (plain.empty() ? "" : "-" + plain);
}

bool names_retirement(std::string_view name) {
  const std::string words = " " + upper(name) + " ";
  for (const std::string_view plan :
       {"IRA", "ROTH", "ROLLOVER", "401", "403", "457", "HSA", "PENSION", "RETIREMENT"}) {
    const std::size_t at = words.find(plan);
    if (at == std::string::npos) continue;
    const char before = words[at - 1];
    if (!(before >= 'A' && before <= 'Z') && !is_digit(before)) return true;
  }
  return false;
}

}  // namespace plimsoll::io
