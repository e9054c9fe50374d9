#include "io/ibkr_held.hpp"

#include <algorithm>
#include <array>

#include "io/bonds.hpp"
#include "io/dates.hpp"
#include "io/numbers.hpp"
#include "io/option_words.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "io/worth.hpp"

namespace plimsoll::io {
namespace {

enum class Category : std::uint8_t {
  stock,
  option,
  future,
  future_option,
  bond,
  bill,
  warrant,
  fund,
  crypto,
  other
};

constexpr std::array<std::pair<std::string_view, Category>, 24> categories{
    {{"stk", Category::stock},
     {"stocks", Category::stock},
     {"stock", Category::stock},
     {"opt", Category::option},
     {"equityandindexoptions", Category::option},
     {"options", Category::option},
     {"fut", Category::future},
     {"futures", Category::future},
     {"fop", Category::future_option},
     {"fsfop", Category::future_option},
     {"optionsonfutures", Category::future_option},
     {"futuresoptions", Category::future_option},
     {"bond", Category::bond},
     {"bonds", Category::bond},
     {"bill", Category::bill},
     {"treasurybills", Category::bill},
     {"bills", Category::bill},
     {"war", Category::warrant},
     {"warrants", Category::warrant},
     {"fund", Category::fund},
     {"mutualfunds", Category::fund},
     {"funds", Category::fund},
     {"crypto", Category::crypto},
     {"cryptocurrencies", Category::crypto}}};

Category category_of(const std::string& word) {
  const std::string plain = letters(word);
  for (const auto& [name, category] : categories)
    if (name == plain) return category;
  return Category::other;
}

constexpr std::string_view month_letters = "FGHJKMNQUVXZ";

/// The row's numbers.
struct Figures {
  Worth worth;
  std::optional<Decimal> average_cost, multiplier, strike;
  std::optional<Date> expiry;
};

Result<Figures> figures_of(const IbkrRow& row) {
  Figures figures;
  PLIMSOLL_TRY(quantity, quantity_in(row.quantity));
  if (!quantity)
    return fail(Reason::bad_input, "the quantity is blank; write -1 for one short contract");
  PLIMSOLL_TRY(price, quotient_in(row.price));
  PLIMSOLL_TRY(value, quotient_in(row.value));
  PLIMSOLL_TRY(average_cost, quotient_in(row.average_cost));
  PLIMSOLL_TRY(multiplier, amount_in(row.multiplier));
  PLIMSOLL_TRY(strike, amount_in(row.strike));
  figures.worth = {quantity,
                   price,
                   value,
                   units_rounding_in(row.quantity),
                   rounding_in(row.price),
                   rounding_in(row.value)};
  figures.average_cost = average_cost;
  figures.multiplier = multiplier;
  figures.strike = strike;
  figures.expiry = day_in(row.expiry);
  return figures;
}

std::string right_word(std::string_view text) {
  const std::string word = lower(text);
  if (word == "c" || word == "call") return "call";
  if (word == "p" || word == "put") return "put";
  return {};
}

/// "202612".
std::string month_text(Date day) {
  const std::string text = to_text(day);
  return text.substr(0, 4) + text.substr(5, 2);
}

/// "ES" of "ESZ6" or "MESZ26": what stands before a month's letter and the year.
std::string product_of(std::string_view future) {
  const std::string_view symbol = trimmed(future.substr(0, future.find(' ')));
  std::size_t digits = symbol.size();
  while (digits > 0 && symbol[digits - 1] >= '0' && symbol[digits - 1] <= '9') --digits;
  const bool coded = digits >= 2 && digits < symbol.size() && symbol.size() - digits <= 2 &&
                     month_letters.find(symbol[digits - 1]) != std::string_view::npos;
  return std::string{coded ? symbol.substr(0, digits - 1) : symbol};
}

/// "202612" of "ESZ6": the first such month whose year ends so, not before `earliest`.
std::string month_of(std::string_view future, Date earliest) {
  const std::string_view symbol = trimmed(future.substr(0, future.find(' ')));
  const std::string product = product_of(symbol);
  if (product.size() == symbol.size()) return {};
  const std::size_t month = month_letters.find(symbol[product.size()]) + 1;
  const std::string_view digits = symbol.substr(product.size() + 1);
  int year = static_cast<int>(std::chrono::year_month_day{earliest}.year());
  while (!std::to_string(year).ends_with(digits)) ++year;
  return std::to_string(year) + (month < 10 ? "0" : "") + std::to_string(month);
}

Result<OsiSymbol> option_symbol(const IbkrRow& row, const Figures& figures) {
  if (is_option_word(row.symbol)) return option_word(row.symbol);
  if (is_option_phrase(row.symbol)) return option_phrase(row.symbol);
  if (!figures.expiry || !figures.strike || right_word(row.right).empty())
    return fail(
        Reason::bad_input,
        "\"" + shown(row.symbol) +
            "\" is an option without strike, expiry or right; add those fields to the query");
  return option_of(row.underlying.empty() ? row.symbol : row.underlying, *figures.expiry, row.right,
                   *figures.strike);
}

/// The row's fields and its description against the symbol.
Result<void> says_the_same(const IbkrRow& row, const Figures& figures, const OsiSymbol& symbol) {
  if (figures.strike && *figures.strike != symbol.strike)
    return fail(Reason::bad_input, "the strike " + to_text(*figures.strike, 2) +
                                       " is not the one in the symbol, " +
                                       to_text(symbol.strike, 2));
  if (figures.expiry && *figures.expiry != symbol.expiry)
    return fail(Reason::bad_input, "the expiry " + to_text(*figures.expiry) +
                                       " is not the one in the symbol, " + to_text(symbol.expiry));
  const std::string right = right_word(row.right);
  if (!right.empty() && right != (symbol.right == Right::call ? "call" : "put"))
    return fail(Reason::bad_input,
                "the row says a " + right + " and the symbol does not; export the file again");
  return described_alike(row.name, symbol, figures.multiplier);
}

Result<HeldRow> option(const IbkrRow& row, const Figures& figures) {
  PLIMSOLL_TRY(symbol, option_symbol(row, figures));
  PLIMSOLL_TRY_VOID(says_the_same(row, figures, symbol));
  HeldRow held{.symbol = std::string{osi_id(symbol).view()}, .quantity = *figures.worth.quantity};
  Description description;
  description.type = "option";
  description.multiplier = figures.multiplier;
  if (const std::string on = share_symbol(row.underlying); !on.empty() && on != symbol.root)
    description.underlying = on;
  held.description = std::move(description);
  return held;
}

Result<HeldRow> bond(const IbkrRow& row, const Figures& figures, Category category) {
  PLIMSOLL_TRY(principal, principal_of(figures.worth));
  auto days = days_in(row.maturity + " " + row.symbol + " " + row.name);
  Description description = bond_in(row.name).value_or(Description{});
  const bool bill = category == Category::bill;
  const bool treasury = row.currency == "USD" &&
                        (bill || row.symbol.starts_with("T ") || description.type == "treasury");
  description.type = treasury ? "treasury" : holds(row.subcategory, "muni") ? "municipal" : "bond";
  if (!days.empty()) description.maturity = std::ranges::max(days);
  if (bill) description.zero_coupon = true;
  return HeldRow{.symbol = upper(trimmed(row.symbol)),
                 .quantity = principal,
                 .description = std::move(description)};
}

/// What is neither in lists nor told from the symbol. A fund in dollars is left to the lists, which
/// know its leverage.
HeldRow stock(const IbkrRow& row, const Figures& figures) {
  HeldRow held{
      .symbol = share_symbol(row.symbol), .quantity = *figures.worth.quantity, .name = row.name};
  const std::string kind = lower(row.subcategory);
  Description description;
  if (kind == "common" || kind == "adr" || kind == "reit") description.type = "equity";
  if (row.currency != "USD" && !row.currency.empty() && description.type.empty())
    description.type = kind == "etf" ? "etf" : "equity";
  if (!description.type.empty()) held.description = std::move(description);
  return held;
}

HeldRow future(const IbkrRow& row, const Figures& figures, Category category) {
  HeldRow held{.symbol = upper(trimmed(row.symbol)), .quantity = *figures.worth.quantity};
  Description description;
  description.type = category == Category::future ? "future" : "future_option";
  description.multiplier = figures.multiplier;
  description.exchange = row.exchange;
  const bool outright = category == Category::future;
  description.product =
      product_of(outright || row.underlying.empty() ? row.symbol : row.underlying);
  if (figures.expiry)
    (outright ? description.month : description.option_month) = month_text(*figures.expiry);
  if (!outright) {
    description.right = right_word(row.right);
    description.strike = figures.strike;
    if (figures.expiry) description.month = month_of(row.underlying, *figures.expiry);
  }
  held.description = std::move(description);
  return held;
}

HeldRow described(std::string symbol, const Figures& figures, std::string type) {
  HeldRow held{.symbol = std::move(symbol), .quantity = *figures.worth.quantity};
  held.description = Description{};
  held.description->type = std::move(type);
  return held;
}

HeldRow warrant(const IbkrRow& row, const Figures& figures) {
  HeldRow held = described(upper(trimmed(row.symbol)), figures, "warrant");
  held.description->underlying = share_symbol(row.underlying);
  held.description->expiry = figures.expiry;
  held.description->strike = figures.strike;
  held.description->multiplier = figures.multiplier;
  return held;
}

Result<HeldRow> held_by_category(const IbkrRow& row, const Figures& figures) {
  const Category category = category_of(row.category);
  switch (category) {
    case Category::stock:
      return stock(row, figures);
    case Category::option:
      return option(row, figures);
    case Category::future:
    case Category::future_option:
      return future(row, figures, category);
    case Category::bond:
    case Category::bill:
      return bond(row, figures, category);
    case Category::warrant:
      return warrant(row, figures);
    case Category::fund:
      return described(share_symbol(row.symbol), figures, "mutual_fund");
    case Category::crypto:
      return described(upper(trimmed(row.symbol)), figures, "crypto");
    case Category::other:
      break;
  }
  return fail(Reason::not_covered,
              "\"" + shown(row.category) + "\" is a category no instrument of this project covers");
}

/// A side that is not the quantity's sign.
Result<void> check_side(const IbkrRow& row, const Figures& figures) {
  const std::string side = lower(row.side);
  const bool below_zero = figures.worth.quantity->is_negative();
  if ((side == "long" && below_zero) || (side == "short" && !below_zero))
    return fail(Reason::bad_input, "the side is " + shown(row.side) + " and the quantity is " +
                                       to_text(*figures.worth.quantity) +
                                       "; one of them is wrong, export the file again");
  return {};
}

/// What a unit is worth in units of the price; nothing where the value may be reckoned otherwise.
std::optional<Decimal> factor_of(const IbkrRow& row, const Figures& figures) {
  switch (category_of(row.category)) {
    case Category::stock:
    case Category::fund:
    case Category::crypto:
      return figures.multiplier.value_or(1_d);
    case Category::option:
    case Category::warrant:
      return figures.multiplier;
    case Category::future:
    case Category::future_option:
    case Category::bond:
    case Category::bill:
    case Category::other:
      break;
  }
  return {};
}

}  // namespace

bool is_ibkr_currency(std::string_view category) {
  const std::string word = letters(category);
  return word == "cash" || word == "forex";
}

Result<HeldRow> ibkr_held(const IbkrRow& row, std::string_view base) {
  // Without a category the row is what its symbol says.
  IbkrRow known = row;
  if (known.category.empty()) known.category = is_option_word(row.symbol) ? "OPT" : "STK";
  PLIMSOLL_TRY(figures, figures_of(known));
  PLIMSOLL_TRY_VOID(check_side(known, figures));
  if (const auto factor = factor_of(known, figures))
    PLIMSOLL_TRY_VOID(agrees(figures.worth, *factor));
  PLIMSOLL_TRY(held, held_by_category(known, figures));
  held.price = figures.worth.price;
  held.average_cost = figures.average_cost;
  if (!row.currency.empty() && row.currency != base &&
      category_of(known.category) != Category::crypto) {
    if (!held.description) held.description = Description{};
    held.description->currency = row.currency;
  }
  return held;
}

}  // namespace plimsoll::io
