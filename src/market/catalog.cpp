#include "market/catalog.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

std::unexpected<Error> refused(std::string what) {
  return fail(Reason::bad_input, std::move(what));
}

/// Of something it is on or tracks.
std::unexpected<Error> refused(const std::string& name, const Error& error) {
  return fail(error.reason, name + ": " + error.what, error.where);
}

/// A ticker as exchanges and brokers write it, and no CUSIP: "AAPL", "BRK.B", "BAC PRK".
bool looks_listed(std::string_view symbol) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto mark = [](char c) { return c == '.' || c == '/' || c == '-' || c == ' '; };
  if (symbol.empty() || symbol.size() > 10 || !upper(symbol.front())) return false;
  const bool cusip = symbol.size() == 9 && digit(symbol.back());
  return !cusip &&
         std::ranges::all_of(symbol, [&](char c) { return upper(c) || digit(c) || mark(c); });
}

/// Whether options, warrants and conversions may be into it.
bool may_be_underlying(InstrumentType type) {
  return same_family(type, InstrumentType::equity) ||
         same_family(type, InstrumentType::mutual_fund) || type == InstrumentType::index;
}

std::optional<Profile> profile_of(const Description& d) {
  const bool stated = !d.issuer.empty() || !d.sector.empty() || !d.industry.empty() ||
                      d.shares_outstanding || d.expense_ratio || d.return_of_capital_ratio;
  if (!stated) return {};
  return Profile{d.issuer,        d.sector,
                 d.industry,      d.shares_outstanding,
                 d.expense_ratio, d.return_of_capital_ratio};
}

}  // namespace

Result<Instrument> CatalogBuilder::find(const InstrumentId& id) {
  if (const auto known = found_.find(id); known != found_.end()) return known->second;
  auto built = build(id);
  if (built) catalog_.emplace(id, *built);
  found_.emplace(id, built);
  return built;
}

Result<Instrument> CatalogBuilder::build(const InstrumentId& id) {
  std::optional<OsiSymbol> symbol;
  if (looks_like_osi(id.view())) {
    PLIMSOLL_TRY(read, parse_osi(id.view()));
    symbol = std::move(read);
  }
  PLIMSOLL_TRY(said, symbol ? descriptions_.of_option(id, *symbol) : descriptions_.of(id));
  if (symbol && instrument_type(said.type) != InstrumentType::option)
    return refused("its symbol is an option's and its description says \"" + said.type +
                   "\"; correct one of them");
  if (const auto profile = profile_of(said)) profiles_.emplace(id, *profile);
  return instrument_type(said.type) == InstrumentType::option ? option(id, symbol, std::move(said))
                                                              : plain(id, said);
}

Result<Instrument> CatalogBuilder::option(const InstrumentId& id,
                                          const std::optional<OsiSymbol>& symbol,
                                          Description said) {
  if (!symbol && said.underlying.empty())
    return refused("type \"option\" needs \"underlying\"; write what it is on under instruments");
  // The symbol was found well formed, or its description would have been refused.
  const InstrumentId on = said.underlying.empty()
                              ? descriptions_.underlying_of(symbol->root)
                              : instrument_id(said.underlying).value_or(InstrumentId{});
  PLIMSOLL_TRY(held_on, underlying(on));
  if (said.currency.empty()) {
    PLIMSOLL_TRY(about, descriptions_.of(on));
    said.currency = about.currency;
  }
  return option_of(id, symbol, said, held_on, terms_);
}

Result<Instrument> CatalogBuilder::plain(const InstrumentId& id, const Description& said) {
  auto type = instrument_type(said.type);
  if (!type) {
    PLIMSOLL_TRY(taken, assume(id));
    if (const auto wrong = misplaced(said, taken); !wrong.empty())
      return std::unexpected{wrong.front()};
    type = taken;
  }
  PLIMSOLL_TRY(instrument, instrument_of(id, *type, said, terms_));
  PLIMSOLL_TRY_VOID(bring_in(instrument));
  if (said.type.empty() && *type == InstrumentType::equity) assumed_.emplace(id.view());
  return instrument;
}

Result<InstrumentType> CatalogBuilder::assume(const InstrumentId& id) {
  switch (undescribed_) {
    case Undescribed::token:
      return InstrumentType::crypto;
    case Undescribed::equity:
      if (looks_listed(id.view())) return InstrumentType::equity;
      return refused(
          "nothing says what this is, and it is not spelled like a listed symbol; "
          "describe it under instruments, with its type");
    case Undescribed::refused:
      return refused("nothing says what this is; describe it under instruments, with its type");
  }
  std::unreachable();
}

/// Looks up what something is on. Nothing that is on something itself is followed further, so no
/// circle can be.
Result<Instrument> CatalogBuilder::underlying(const InstrumentId& id) {
  const std::string name = "its underlying " + std::string{id.view()};
  const auto said = descriptions_.of(id);
  if (!said) return refused(name, said.error());
  const auto type = instrument_type(said->type);
  const bool on_something = looks_like_osi(id.view()) || (type && !may_be_underlying(*type));
  if (on_something)
    return refused(name + " is not a stock, a fund or an index; correct \"underlying\"");
  const auto found = find(id);
  if (!found) return refused(name, found.error());
  return found;
}

/// What it is on or tracks goes into the catalog beside it.
Result<void> CatalogBuilder::bring_in(const Instrument& instrument) {
  InstrumentId stock;
  if (const auto* bond = std::get_if<Bond>(&instrument)) stock = bond->underlying;
  if (const auto* warrant = std::get_if<Warrant>(&instrument)) stock = warrant->underlying;
  if (!stock.empty()) {
    PLIMSOLL_TRY(found, underlying(stock));
    if (!std::holds_alternative<Stock>(found))
      return refused("its underlying " + to_text(found) +
                     " is not a stock; correct \"underlying\"");
  }
  const auto* fund = std::get_if<Stock>(&instrument);
  return fund && !fund->reference.empty() ? bring_in_reference(fund->reference) : Result<void>{};
}

/// A reference may be just a name; where it is described, it is described here too. Its own
/// reference is not followed.
Result<void> CatalogBuilder::bring_in_reference(const InstrumentId& id) {
  if (looks_like_osi(id.view()) || !descriptions_.names(id)) return {};
  const auto said = descriptions_.of(id);
  if (!said) return refused("its reference " + std::string{id.view()}, said.error());
  const auto type = instrument_type(said->type);
  if (!type || !may_be_underlying(*type)) return {};
  PLIMSOLL_TRY(reference, instrument_of(id, *type, *said, terms_));
  catalog_.emplace(id, reference);
  return {};
}

}  // namespace plimsoll
