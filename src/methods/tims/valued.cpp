#include "methods/tims/valued.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "market/fx.hpp"
#include "valuation/in_market.hpp"
#include "valuation/revaluation.hpp"

namespace plimsoll::tims {

using valuation::Series;
using valuation::VolatilityFrom;

namespace {

/// A price that falls to nothing, as a threefold fund's may, is worth this part of itself: options
/// on it still have a value.
constexpr double least_part = 1e-6;

std::string volatility_text(double volatility) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", volatility);
  return text;
}

/// An instrument while it is valued.
struct Work {
  const Instrument* instrument = nullptr;
  ValuedInstrument row;
  double times = 1;     // its class group's move, for its own
  double per_held = 0;  // account's currency, for one unit of price and one held
  double price = 0;     // in its own currency
  std::optional<Series> series = {};
  double volatility = 0;
};

}  // namespace

class Valuer {
 public:
  Valuer(const Catalog& catalog, const MarketSnapshot& market, ValuedTerms terms,
         pricing::BoundaryMemo* boundaries)
      : market_{market},
        boundaries_{boundaries},
        builder_{*terms.packs.base, catalog, terms.role, terms.rules},
        valued_{std::make_shared<Valued>()} {
    valued_->terms_ = std::move(terms);
  }

  std::shared_ptr<const Valued> value(const std::vector<const Instrument*>& instruments) {
    work_.reserve(instruments.size());
    for (const Instrument* instrument : instruments) {
      Work& one = work_.emplace_back();
      one.instrument = instrument;
      one.row.id = id_of(*instrument);
      read(one);
    }
    valued_->groups_ = builder_.sorted();
    for (Work& one : work_)
      if (one.row.standing == Standing::in_grid)
        one.row.class_group = builder_.renumbered(one.row.class_group);
    std::ranges::sort(work_, {}, [](const Work& one) {
      return std::tuple{one.row.standing, one.row.class_group, one.row.id};
    });
    for (std::size_t i = 0; i < work_.size(); ++i)
      if (work_[i].row.standing == Standing::in_grid && work_[i].series && !work_[i].row.owed_fault)
        option_rows_.push_back(i);
    add_grids();
    for (Work& one : work_) valued_->instruments_.push_back(std::move(one.row));
    index();
    return std::move(valued_);
  }

 private:
  const ValuedTerms& terms() const { return valued_->terms_; }

  /// An error stands at the instrument it is about, and names it whatever was missing.
  static void keep(Work& one, Error error) {
    one.row.standing =
        error.reason == Reason::not_covered ? Standing::not_covered : Standing::refused;
    one.row.fault = std::move(error);
    one.row.fault.where = one.row.id.view();
  }

  void read(Work& one) {
    auto outcome = std::visit([&](const auto& held) { return read(held, one); }, *one.instrument);
    if (!outcome) keep(one, std::move(outcome).error());
  }

  /// The price of `id`, in its own currency.
  Result<Decimal> price_of(const InstrumentId& id) const {
    const Quote* quote = market_.find(id);
    if (quote && quote->price) return *quote->price;
    return std::unexpected{without_price({id}, market_)};
  }

  /// Price and what one held is worth by it, in the account's currency.
  Result<void> read_price(Work& one, Currency currency, Decimal multiplier) {
    PLIMSOLL_TRY(price, price_of(one.row.id));
    PLIMSOLL_TRY(own, in_currency(Price{price, currency}, terms().currency, market_));
    PLIMSOLL_TRY(rate, exchange_rate(market_, currency, terms().currency));
    one.row.price = own;
    one.row.multiplier = multiplier;
    one.price = to_double(price);
    one.per_held = to_double(multiplier) * to_double(rate);
    return {};
  }

  Result<void> stand(Work& one, Result<Placed> placed) {
    if (!placed) return std::unexpected{std::move(placed).error()};
    one.row.standing = Standing::in_grid;
    one.row.class_group = placed->class_group;
    one.times = placed->times;
    return {};
  }

  Result<void> read(const Stock& stock, Work& one) {
    PLIMSOLL_TRY_VOID(read_price(one, stock.listing.currency, Decimal{1}));
    const Listing& listing = stock.listing;
    const bool seasoned = !listing.marginable_from || *listing.marginable_from <= terms().as_of;
    if (listing.marginable && seasoned) return stand(one, builder_.place(stock.id));
    one.row.standing = Standing::no_margin;
    return {};
  }

  Result<void> read(const ListedOption& option, Work& one) {
    PLIMSOLL_TRY_VOID(read_price(one, option.strike.currency, option.multiplier));
    PLIMSOLL_TRY(level, valuation::level_under(option, market_));
    PLIMSOLL_TRY(series, valuation::series_in(option, {one.price, to_double(level)}, terms().as_of,
                                              market_));
    PLIMSOLL_TRY_VOID(stand(one, builder_.place(option.underlying)));
    one.row.has_minimum = true;
    return value_by(std::move(series), one);
  }

  /// What its volatility is, and what has to be said of it.
  Result<void> value_by(Series series, Work& one) {
    PLIMSOLL_TRY(found, valuation::volatility_in(series, roll_days()));
    switch (found.from) {
      case VolatilityFrom::price:
        break;
      case VolatilityFrom::given:
        one.row.remark = "its price has no volatility in it, so the one given is used";
        break;
      case VolatilityFrom::exercise:
        one.row.remark =
            "its price is what exercise brings, so it is valued with the largest volatility at "
            "which that is right, " +
            volatility_text(found.value);
        break;
      case VolatilityFrom::none:
        if (series.price == 0 && roll_days() < series.days)
          one.row.owed_fault =
              Error{Reason::bad_input,
                    "sold, and priced at nothing: its price has no volatility in it; correct the "
                    "price, or give a volatility under market.quotes",
                    std::string{one.row.id.view()}};
        break;
    }
    one.row.worth_nothing = series.price == 0;
    one.volatility = found.value;
    one.series = std::move(series);
    return {};
  }

  Result<void> read(const Future& future, Work& one) {
    PLIMSOLL_TRY_VOID(stand(one, builder_.place_future(future.product)));
    if (!future.multiplier)
      return fail(Reason::bad_input,
                  "its multiplier is not known; state \"multiplier\" under instruments");
    one.row.has_minimum = true;
    one.row.has_value = false;
    PLIMSOLL_TRY_VOID(read_price(one, terms().currency, *future.multiplier));
    if (!(Decimal{} < one.row.price.per_unit))
      return fail(Reason::bad_input,
                  "its price is " + to_text(one.row.price.per_unit, 2) +
                      "; a future on an index is moved from a price above zero: correct it");
    return {};
  }

  Result<void> read(const Fund&, Work& one) { return by_strategy(one); }
  Result<void> read(const Bond&, Work& one) { return by_strategy(one); }
  /// An American call on its stock, by the share; the minimum for each contract is not of warrants.
  Result<void> read(const Warrant& warrant, Work& one) {
    PLIMSOLL_TRY_VOID(read_price(one, warrant.listing.currency, Decimal{1}));
    const bool seasoned =
        !warrant.listing.marginable_from || *warrant.listing.marginable_from <= terms().as_of;
    if (!warrant.listing.marginable || !seasoned) {
      one.row.standing = Standing::no_margin;
      return {};
    }
    PLIMSOLL_TRY(level, price_of(warrant.underlying));
    const double shares = to_double(warrant.shares);
    one.price /= shares;
    one.per_held *= shares;
    const ListedOption call{.id = warrant.id,
                            .underlying = warrant.underlying,
                            .expiry = warrant.expiry,
                            .right = Right::call,
                            .strike = warrant.exercise};
    PLIMSOLL_TRY(series,
                 valuation::series_in(call, {one.price, to_double(level)}, terms().as_of, market_));
    PLIMSOLL_TRY_VOID(stand(one, builder_.place(warrant.underlying)));
    return value_by(std::move(series), one);
  }
  static Result<void> by_strategy(Work& one) {
    one.row.standing = Standing::in_strategy;
    return {};
  }
  static Result<void> read(const Index&, Work&) {
    return fail(Reason::not_covered, "an index cannot be held");
  }
  static Result<void> read(const FutureOption&, Work&) {
    return fail(Reason::not_covered, "options on futures are margined by the method span");
  }
  static Result<void> read(const Combination&, Work&) {
    return fail(Reason::not_covered, "futures combinations are margined by the method span");
  }
  static Result<void> read(const Token&, Work&) {
    return fail(Reason::not_covered, "crypto assets are not eligible for portfolio margin");
  }

  int roll_days() const { return terms().packs.base->time_roll_days; }

  void add_grids() {
    add_grid(nullptr);
    if (!terms().packs.overlay) return;
    for (const Stress& stress : terms().packs.overlay->stresses)
      if (!stress.needs_history) add_grid(&stress);
  }

  static Range range_of(const ClassGroup& group, const Stress* stress) {
    Range range{to_double(group.moved_by->down), to_double(group.moved_by->up)};
    if (stress && stress->at_least) {
      const double least = to_double(*stress->at_least);
      range = {std::max(range.down, least), std::max(range.up, least)};
    }
    if (stress && stress->largest)
      range = {to_double(*stress->largest), to_double(*stress->largest)};
    return range;
  }

  void add_grid(const Stress* stress) {
    Grid grid{.stress = stress};
    if (stress)
      for (const Decimal shift : stress->volatility) grid.shifts.push_back(to_double(shift));
    if (grid.shifts.empty()) grid.shifts.push_back(0);
    grid.columns = grid.shifts.size() * points_count;
    for (const ClassGroup& group : valued_->groups_.classes) {
      const auto moves = points_of(range_of(group, stress));
      for (std::size_t shift = 0; shift < grid.shifts.size(); ++shift)
        grid.moves.insert(grid.moves.end(), moves.begin(), moves.end());
    }
    grid.gains.resize(work_.size() * grid.columns);
    for (std::size_t i = 0; i < work_.size(); ++i) fill_plain(i, grid);
    for (std::size_t shift = 0; shift < grid.shifts.size(); ++shift) fill_options(shift, grid);
    valued_->grids_.push_back(std::move(grid));
  }

  /// What one held gains at each column, where it follows its price. An option bought at a price of
  /// nothing can neither lose nor gain.
  void fill_plain(std::size_t i, Grid& grid) const {
    const Work& one = work_[i];
    if (one.row.standing != Standing::in_grid || one.series || one.row.owed_fault) return;
    const auto moves = grid.moves_of(one.row.class_group);
    for (std::size_t k = 0; k < moves.size(); ++k)
      grid.gains[i * grid.columns + k] =
          one.per_held * one.price * std::max(one.times * moves[k], -1.0);
  }

  void fill_options(std::size_t shift, Grid& grid) {
    valuation::Revaluation& options = options_at(grid.shifts[shift]);
    std::vector<double> spots, values(options.size() * points_count);
    spots.reserve(values.size());
    for (const std::size_t i : option_rows_) {
      const Work& one = work_[i];
      for (const double move : grid.moves_of(one.row.class_group).first(points_count))
        spots.push_back(one.series->spot * std::max(1 + one.times * move, least_part));
    }
    const auto outcomes = options.values(spots, values);
    for (std::size_t row = 0; row < option_rows_.size(); ++row) {
      Work& one = work_[option_rows_[row]];
      if (one.row.standing != Standing::in_grid) continue;
      if (!outcomes[row]) keep(one, outcomes[row].error());
      double* const gains =
          grid.gains.data() + option_rows_[row] * grid.columns + shift * points_count;
      for (std::size_t k = 0; outcomes[row] && k < points_count; ++k)
        gains[k] = one.per_held * (values[row * points_count + k] - one.price);
    }
  }

  /// The options in the grids, at their volatilities and so much of them more.
  valuation::Revaluation& options_at(double shift) {
    if (const auto known = by_shift_.find(shift); known != by_shift_.end()) return known->second;
    std::vector<valuation::SeriesAt> options;
    for (const std::size_t i : option_rows_)
      options.push_back({*work_[i].series, work_[i].volatility * (1 + shift)});
    return by_shift_
        .emplace(shift, valuation::Revaluation{std::move(options), roll_days(), boundaries_})
        .first->second;
  }

  void index() {
    const std::size_t size = std::bit_ceil(2 * valued_->instruments_.size() + 1);
    valued_->slots_.assign(size, 0);
    for (std::size_t i = 0; i < valued_->instruments_.size(); ++i) {
      std::size_t slot = valued_->instruments_[i].id.hash() & (size - 1);
      while (valued_->slots_[slot] != 0) slot = (slot + 1) & (size - 1);
      valued_->slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  const MarketSnapshot& market_;
  pricing::BoundaryMemo* boundaries_;
  GroupsBuilder builder_;
  std::shared_ptr<Valued> valued_;
  std::vector<Work> work_;
  std::vector<std::size_t> option_rows_;  // of `work_`
  std::map<double, valuation::Revaluation> by_shift_;
};

std::shared_ptr<const Valued> Valued::of(std::vector<const Instrument*> instruments,
                                         const Catalog& catalog, const MarketSnapshot& market,
                                         ValuedTerms terms, pricing::BoundaryMemo* boundaries) {
  std::ranges::sort(instruments, {}, [](const Instrument* one) { return id_of(*one); });
  const auto same =
      std::ranges::unique(instruments, {}, [](const Instrument* one) { return id_of(*one); });
  instruments.erase(same.begin(), same.end());
  return Valuer{catalog, market, std::move(terms), boundaries}.value(instruments);
}

std::optional<std::size_t> Valued::find(const InstrumentId& id) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = id.hash() & mask; slots_[slot] != 0; slot = (slot + 1) & mask)
    if (instruments_[slots_[slot] - 1].id == id) return slots_[slot] - 1;
  return std::nullopt;
}

}  // namespace plimsoll::tims
