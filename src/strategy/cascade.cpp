#include "strategy/cascade.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll::strategy {
namespace {

double units_of(Quantity quantity) {
  return static_cast<double>(quantity.atto) / static_cast<double>(Quantity::scale);
}

Money size(Money money) { return money.amount.is_negative() ? -money : money; }

class Falling {
 public:
  Falling(const Book& book, const Policy& policy, const CascadeTerms& terms)
      : book_{book},
        before_{book.market},
        before_account_{book.account},
        policy_{policy},
        terms_{terms} {
    made_.sold = zero(book.account.base);
  }

  Result<Cascade> run() {
    PLIMSOLL_TRY(today, room(book_));
    made_.today = made_.after = today;
    made_.end = CascadeEnd::no_fixed_point;
    for (int round = 0; round < terms_.rounds_most; ++round) {
      PLIMSOLL_TRY(sale, cure(book_, policy_, {.target_multiple = terms_.target_multiple}));
      if (sale.state == CureState::at_target) {
        made_.end = CascadeEnd::cured;
        break;
      }
      if (!(Decimal{} < sale.today.equity.amount)) {
        made_.end = CascadeEnd::wiped_out;
        break;
      }
      if (sale.trades.empty()) {
        made_.end = CascadeEnd::nothing_left;
        break;
      }
      PLIMSOLL_TRY_VOID(sell(sale));
    }
    return std::move(made_);
  }

 private:
  Result<void> sell(Cure& sale) {
    CascadeRound round{.deficit = sale.deficit,
                       .sold = zero(book_.account.base),
                       .cost = sale.cost,
                       .after_sale = sale.after,
                       .after_press = sale.after};
    for (const CureTrade& trade : sale.trades) round.sold = round.sold + size(trade.proceeds);
    made_.sold = made_.sold + round.sold;
    book_.account = std::move(sale.account);
    for (const CureTrade& trade : sale.trades) PLIMSOLL_TRY_VOID(press(trade, round));
    PLIMSOLL_TRY(after, room(book_));
    round.after_press = made_.after = after;
    made_.rounds.push_back(std::move(round));
    return {};
  }

  /// Marks down what was sold, and what follows it.
  Result<void> press(const CureTrade& trade, CascadeRound& round) {
    Quantity& sold = sold_[trade.symbol];
    const auto before = mark(trade.symbol, sold);
    sold = sold - trade.quantity;
    const auto now = mark(trade.symbol, sold);
    if (!now) {
      if (std::ranges::find(made_.refused, now.error()) == made_.refused.end())
        made_.refused.push_back(now.error());
      return {};
    }
    PLIMSOLL_TRY_VOID(reprice(trade.symbol, (1 - *now) / (1 - *before) - 1));
    round.pressed.push_back({trade.symbol, sold, -*now});
    return {};
  }

  /// How far the price is pressed by all that is sold, a fraction of what it was before; below zero
  /// where it is pushed up.
  Result<double> mark(const InstrumentId& id, Quantity sold) const {
    const Quote* quote = before_.find(id);
    const std::string symbol{id.view()};
    if (quote == nullptr || !quote->adv || !(*quote->adv > 0))
      return fail(Reason::missing_price,
                  "how many trade in a day is not known; give \"adv\" for its mark on the price",
                  symbol);
    const Instrument* instrument = described(before_account_, id);
    const auto volatility =
        instrument ? own_volatility(*instrument, *quote) : std::optional<double>{};
    if (!volatility)
      return fail(Reason::missing_price,
                  "how much its price moves in a day is not known; give \"volatility\" for its "
                  "mark on the price",
                  symbol);
    const double part = std::abs(units_of(sold)) / *quote->adv;
    const double size =
        std::min((1 + terms_.crowd) * end_impact(policy_.cure, *volatility, part), 1 - least_part);
    return sold.is_negative() ? -size : size;
  }

  /// The name falls by itself: what tracks the same stays where it is, options on it are valued
  /// again.
  Result<void> reprice(const InstrumentId& id, double move) {
    constexpr double any_beta = 1;
    std::vector<Mover> all = movers(book_.account, book_.market, any_beta);
    for (Mover& mover : all)
      if (mover.id == id) mover.moves = {id, 1, mover.moves.beta};
      else if (mover.moves.name == id) mover.moves = {mover.id, 1, mover.moves.beta};
    PLIMSOLL_TRY(moved, MovedMarket::of(book_, all, terms_.volatility));
    PLIMSOLL_TRY(market, moved.at({id}, move));
    book_.market = *market;
    // Bid and ask were of the price before: none is better than one that is not so any more.
    Quote& quote = book_.market.quotes[id];
    quote.bid.reset();
    quote.ask.reset();
    return {};
  }

  Book book_;              // as it goes
  MarketSnapshot before_;  // the first sale
  Account before_account_;
  const Policy& policy_;
  const CascadeTerms& terms_;
  std::map<InstrumentId, Quantity> sold_;
  Cascade made_;
};

}  // namespace

std::optional<double> Cascade::amplification() const {
  if (rounds.empty() || rounds.front().sold.amount.is_zero()) return std::nullopt;
  return to_double(sold.amount) / to_double(rounds.front().sold.amount);
}

Result<Cascade> cascade(const Book& book, const Policy& policy, const CascadeTerms& terms) {
  if (!(terms.crowd >= 0) || !std::isfinite(terms.crowd))
    return fail(Reason::bad_input, "the crowd is a multiple of one's own sale, 0 or above");
  if (terms.rounds_most <= 0)
    return fail(Reason::bad_input, "a cascade of no rounds says nothing; allow at least one");
  return Falling{book, policy, terms}.run();
}

}  // namespace plimsoll::strategy
