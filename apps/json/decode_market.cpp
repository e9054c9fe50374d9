#include "apps/json/decode_market.hpp"

#include <array>
#include <utility>

#include "apps/json/document.hpp"
#include "apps/json/read_market.hpp"

namespace plimsoll::json {
namespace {

constexpr std::array<std::string_view, 6> document_keys{
    "schema", "as_of", market_keys[0], market_keys[1], market_keys[2], market_keys[3]};

template <class T>
void overwrite(std::optional<T>& ours, const std::optional<T>& theirs) {
  if (theirs) ours = theirs;
}

void overwrite(Quote& ours, const Quote& theirs) {
  overwrite(ours.price, theirs.price);
  overwrite(ours.bid, theirs.bid);
  overwrite(ours.ask, theirs.ask);
  overwrite(ours.volatility, theirs.volatility);
  overwrite(ours.beta, theirs.beta);
  overwrite(ours.yield, theirs.yield);
  overwrite(ours.borrow_rate, theirs.borrow_rate);
  overwrite(ours.adv, theirs.adv);
  overwrite(ours.margin_rate, theirs.margin_rate);
  overwrite(ours.stale_after, theirs.stale_after);
  if (!theirs.dividends.empty()) ours.dividends = theirs.dividends;
  if (!theirs.where.empty()) ours.where = theirs.where;
}

}  // namespace

std::expected<MarketSnapshot, std::vector<Error>> decode_market(const Node& document,
                                                                std::string_view name) {
  Notes notes;
  const Place place{name};
  if (!is_document(document, market_schema, place, notes)) return std::unexpected{notes.mistakes()};
  const Fields fields{document, place, document_keys, notes};
  fields.require({"as_of"});
  const auto as_of = fields.date("as_of");
  MarketSnapshot market = read_market(fields, as_of.value_or(Date{}));
  if (!notes.clean()) return std::unexpected{notes.mistakes()};
  return market;
}

MergedMarket merge(MarketSnapshot inline_market, const MarketSnapshot& file) {
  MergedMarket merged{std::move(inline_market), {}};
  MarketSnapshot& market = merged.market;
  if (file.as_of != market.as_of)
    merged.caveat = "the market file is of " + to_text(file.as_of) + ", the account of " +
                    to_text(market.as_of) + "; its prices are taken as they are";
  for (const auto& [id, quote] : file.quotes) overwrite(market.quotes[id], quote);
  for (const auto& [currency, rate] : file.currencies) market.currencies[currency] = rate;
  overwrite(market.risk_free_rate, file.risk_free_rate);
  if (!file.rate_curve.empty()) market.rate_curve = file.rate_curve;
  return merged;
}

}  // namespace plimsoll::json
