#include "strategy/book_moves.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double small = 1e-3;

bool is_option(const Instrument& instrument) {
  return std::holds_alternative<ListedOption>(instrument) ||
         std::holds_alternative<Warrant>(instrument) ||
         std::holds_alternative<FutureOption>(instrument);
}

std::optional<double> quoted_volatility(const InstrumentId& name, const MarketSnapshot& market) {
  const Quote* quote = market.find(name);
  return quote ? quote->volatility : std::nullopt;
}

/// What stands in the market, and moves.
bool moves(const Held& one) { return one.moves.multiple != 0 && !one.exposure.amount.is_zero(); }

/// The options of a book by themselves.
class Options {
 public:
  static Result<Options> of(const Book& book, const DistancePolicy& policy) {
    Options made{book, policy};
    std::erase_if(made.book_.account.positions,
                  [](const Position& position) { return !is_option(position.instrument); });
    PLIMSOLL_TRY(moved,
                 MovedMarket::of(made.book_, movers(book.account, book.market, policy.default_beta),
                                 rule_of(policy)));
    made.moved_ = std::make_unique<MovedMarket>(std::move(moved));
    return made;
  }

  Result<double> worth(const Driver& driver, double move) {
    PLIMSOLL_TRY(market, moved_->at(driver, move));
    PLIMSOLL_TRY(held, holdings(book_.account, *market, policy_.default_beta));
    double sum = 0;
    for (const Held& one : held) sum += to_double(one.exposure.amount);
    return sum;
  }
  Result<double> gained(const Driver& driver) {
    PLIMSOLL_TRY(up, worth(driver, small));
    PLIMSOLL_TRY(down, worth(driver, -small));
    return (up - down) / (2 * small);
  }

 private:
  Options(const Book& book, const DistancePolicy& policy) : book_{book}, policy_{policy} {}

  Book book_;
  const DistancePolicy& policy_;
  std::unique_ptr<MovedMarket> moved_;
};

Result<void> add_options(BookMoves& made, std::map<InstrumentId, NameMoves>& names,
                         const Book& book, const Policy& policy) {
  PLIMSOLL_TRY(options, Options::of(book, policy.distance));
  PLIMSOLL_TRY(market, options.gained({}));
  made.market += market;
  PLIMSOLL_TRY(today, options.worth({}, 0));
  PLIMSOLL_TRY(after, options.worth({}, -policy.size.shock_decline));
  made.shock += today - after;
  for (auto& [id, name] : names) {
    PLIMSOLL_TRY(own, options.gained({id}));
    name.risk.exposure += own;
  }
  return {};
}

}  // namespace

void BookMoves::add(const NameMoves& more, double decline) {
  const double with_market = more.risk.exposure * more.risk.beta;
  market += with_market;
  shock += with_market * decline;
  const auto found = std::ranges::find(names, more.id, &NameMoves::id);
  if (found != names.end()) found->risk.exposure += more.risk.exposure;
  else names.push_back(more);
}

Result<BookMoves> book_moves(const Book& book, const Policy& policy) {
  PLIMSOLL_TRY(held, holdings(book.account, book.market, policy.distance.default_beta));
  BookMoves made;
  std::map<InstrumentId, NameMoves> names, with_options;
  for (const Held& one : held) {
    if (!moves(one)) continue;
    NameMoves& name = names[one.moves.name];
    name.id = one.moves.name;
    name.risk.beta = one.moves.beta / one.moves.multiple;
    name.risk.volatility = quoted_volatility(name.id, book.market);
    if (is_option(book.account.positions[one.position].instrument)) {
      with_options[name.id] = {};
      continue;
    }
    const double exposure = to_double(one.exposure.amount);
    name.risk.exposure += exposure * one.moves.multiple;
    made.market += exposure * one.moves.beta;
    // A price falls to nothing and no further.
    made.shock += exposure * std::min(one.moves.beta * policy.size.shock_decline, 1.0);
  }
  if (!with_options.empty()) {
    PLIMSOLL_TRY_VOID(add_options(made, with_options, book, policy));
    for (const auto& [id, options] : with_options) names[id].risk.exposure += options.risk.exposure;
  }
  for (auto& [id, name] : names) made.names.push_back(std::move(name));
  return made;
}

BookRisk risk_of(const Result<BookMoves>& moves, const RiskTerms& terms) {
  BookRisk risk{.exposure = terms.exposure};
  if (!(risk.exposure > 0)) return risk;
  risk.requirement = terms.requirement / risk.exposure;
  if (!moves) {
    risk.unknown = moves.error().what;
    return risk;
  }
  risk.beta = moves->market / risk.exposure;
  risk.shock_loss = moves->shock / risk.exposure;
  std::vector<NameRisk> names;
  for (const NameMoves& one : moves->names)
    if (one.risk.exposure != 0) names.push_back(one.risk);
  if (names.size() == 1 && names.front().volatility)
    risk.volatility = std::abs(names.front().exposure) / risk.exposure * *names.front().volatility;
  else if (terms.market_volatility)
    risk.volatility = with_beside(risk.beta * *terms.market_volatility,
                                  volatility_beside(names, terms.market_volatility, risk.exposure));
  return risk;
}

}  // namespace plimsoll::strategy
