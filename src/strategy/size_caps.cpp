#include "strategy/size_caps.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "risk/normal_quantile.hpp"
#include "strategy/dynamic_buffer.hpp"
#include "strategy/leverage_caps.hpp"
#include "strategy/market_volatility.hpp"
#include "strategy/within_reach.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;
constexpr double shortfall_tail =
    0.025;  // the worst days policy.size.expected_shortfall_most is of

constexpr const char* rate_wanted =
    "the rate money is borrowed at; give financing, or market.risk_free_rate";
constexpr const char* nothing_held = "nothing with a market value is held";

/// Mean loss on the worst days of a normal return, in its standard deviations.
double normal_shortfall(double tail) {
  const double edge = risk::normal_quantile(1 - tail);
  return std::exp(-0.5 * edge * edge) / std::sqrt(2 * std::numbers::pi) / tail;
}

class Caps {
 public:
  Caps(const Policy& policy, const CapBook& book)
      : policy_{policy},
        target_{book.buffer_target},
        risk_{book.risk},
        lending_{book.lending_rate},
        borrowing_{book.borrowing_rate} {}

  Cap policy() const {
    return {.rule = CapRule::policy,
            .leverage = policy_.size.leverage_most,
            .inputs = {{"policy.size.leverage_most", policy_.size.leverage_most}}};
  }

  Cap requirement() const {
    Cap cap{
        .rule = CapRule::requirement,
        .inputs = {{"requirement / gross value", risk_.requirement}, {"buffer target", target_}}};
    if (!asks(cap)) return cap;
    return answered(cap, house_cap({risk_.requirement, target_}));
  }

  Cap shock_survival() const {
    const double least = policy_.buffer.stress_multiple_least;
    const double decline =
        std::min(risk_.shock_loss.value_or(risk_.beta * policy_.size.shock_decline), 1.0);
    Cap cap{.rule = CapRule::shock_survival,
            .inputs = {{"policy.size.shock_decline", policy_.size.shock_decline},
                       {"loss of the book at it", decline},
                       {"requirement / gross value", risk_.requirement},
                       {"policy.buffer.stress_multiple_least", least}}};
    if (!asks(cap)) return cap;
    if (!risk_.unknown.empty()) {
      cap.missing = risk_.unknown;
      return cap;
    }
    if (decline <= 0) {
      cap.missing = "limits nothing: the book does not fall with the market";
      return cap;
    }
    return answered(cap, shock_survival_cap({risk_.requirement, least}, decline));
  }

  Cap call_probability() const {
    const double years = policy_.buffer.horizon_days / trading_days_a_year;
    Cap cap = moving(CapRule::call_probability);
    cap.inputs.push_back({"policy.buffer.probability", policy_.buffer.probability});
    cap.inputs.push_back({"policy.buffer.horizon_days", double(policy_.buffer.horizon_days)});
    cap.inputs.push_back({"requirement / gross value", risk_.requirement});
    if (!cap.missing.empty() || !asks(cap)) return cap;
    if (!borrowing_) {
      cap.missing = rate_wanted;
      return cap;
    }
    cap.inputs.push_back({"borrowing rate", *borrowing_});
    const double volatility = *risk_.volatility;
    // No return is counted on: the level grows by the loan's rate.
    const auto found =
        buffer_by_probability({.most = policy_.buffer.probability,
                               .requirement_rate = risk_.requirement,
                               .horizon = {.drift = -*borrowing_ - 0.5 * volatility * volatility,
                                           .volatility = volatility,
                                           .years = years}});
    if (found) cap.leverage = found->leverage_most;
    else cap.missing = found.error().what;
    return cap;
  }

  Cap expected_shortfall() const {
    Cap cap = moving(CapRule::expected_shortfall);
    cap.inputs.push_back(
        {"policy.size.expected_shortfall_most", policy_.size.expected_shortfall_most});
    if (!cap.missing.empty()) return cap;
    const double day =
        normal_shortfall(shortfall_tail) * *risk_.volatility / std::sqrt(trading_days_a_year);
    cap.inputs.push_back({"expected shortfall of a day, normal returns", day});
    return answered(cap, shortfall_cap({.expected_shortfall = day,
                                        .loss_most = policy_.size.expected_shortfall_most}));
  }

  Cap volatility_target() const {
    Cap cap = moving(CapRule::volatility_target);
    cap.inputs.push_back({"policy.size.volatility_target", policy_.size.volatility_target});
    cap.inputs.push_back({"policy.size.leverage_most", policy_.size.leverage_most});
    if (!cap.missing.empty()) return cap;
    return answered(cap, volatility_target_leverage({.target = policy_.size.volatility_target,
                                                     .forecast = *risk_.volatility,
                                                     .leverage_most = policy_.size.leverage_most}));
  }

  Cap kelly(CapRule rule) const {
    const double part = rule == CapRule::kelly ? 1 : policy_.size.kelly_fraction;
    Cap cap = moving(rule);
    cap.inputs.push_back(
        {"policy.time_to_call.expected_return", policy_.time_to_call.expected_return});
    if (rule == CapRule::fraction_kelly) cap.inputs.push_back({"policy.size.kelly_fraction", part});
    if (!cap.missing.empty()) return cap;
    if (!lending_ || !borrowing_) {
      cap.missing = lending_ ? rate_wanted : "what idle cash earns; give market.risk_free_rate";
      return cap;
    }
    cap.inputs.push_back({"lending rate", *lending_});
    cap.inputs.push_back({"borrowing rate", *borrowing_});
    // What is expected of the market is expected of the book by its beta, over what cash earns.
    const double mean = *lending_ + risk_.beta * (policy_.time_to_call.expected_return - *lending_);
    cap.inputs.push_back({"expected return of the book", mean});
    cap = answered(cap, kelly_leverage({.mean = mean,
                                        .volatility = *risk_.volatility,
                                        .lending_rate = *lending_,
                                        .borrowing_rate = *borrowing_}));
    if (cap.leverage) cap.leverage = std::max(*cap.leverage * part, 0.0);
    return cap;
  }

 private:
  static Cap answered(Cap cap, const Result<double>& leverage) {
    if (leverage) cap.leverage = *leverage;
    else cap.missing = leverage.error().what;
    return cap;
  }

  /// Whether there is a requirement to hold leverage against; says so in the cap where not.
  bool asks(Cap& cap) const {
    if (!(risk_.exposure > 0)) cap.missing = nothing_held;
    else if (!(risk_.requirement > 0)) cap.missing = "limits nothing: nothing is required";
    return cap.missing.empty();
  }

  /// A cap that stands on how much the book moves.
  Cap moving(CapRule rule) const {
    Cap cap{.rule = rule};
    if (!(risk_.exposure > 0)) {
      cap.missing = nothing_held;
    } else if (!risk_.unknown.empty()) {
      cap.missing = risk_.unknown;
    } else if (!risk_.volatility) {
      cap.missing = std::string{volatility_wanted};
    } else if (!(*risk_.volatility > 0)) {
      cap.missing = "limits nothing: the book does not move";
    } else {
      cap.inputs = {{"volatility of the book", *risk_.volatility},
                    {"beta of the book", risk_.beta}};
    }
    return cap;
  }

  const Policy& policy_;
  double target_;
  const BookRisk& risk_;
  std::optional<double> lending_, borrowing_;
};

bool is_estimate(CapRule rule) { return rule == CapRule::kelly || rule == CapRule::fraction_kelly; }

const Cap* least(const Cap* a, const Cap& b) {
  if (!b.leverage) return a;
  return a == nullptr || *b.leverage < *a->leverage ? &b : a;
}

}  // namespace

std::string_view word_of(CapRule rule) {
  switch (rule) {
    case CapRule::policy:
      return "policy";
    case CapRule::requirement:
      return "requirement";
    case CapRule::shock_survival:
      return "shock survival";
    case CapRule::call_probability:
      return "probability of a call";
    case CapRule::expected_shortfall:
      return "expected shortfall";
    case CapRule::volatility_target:
      return "volatility target";
    case CapRule::kelly:
      return "Kelly";
    case CapRule::fraction_kelly:
      return "fraction of Kelly";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

const Cap* SizeCaps::binding() const {
  const Cap* found = nullptr;
  for (const Cap& one : caps) found = least(found, one);
  return found;
}

const Cap* least_limit(const std::vector<Cap>& caps) {
  const Cap* found = nullptr;
  for (const Cap& one : caps)
    if (!is_estimate(one.rule)) found = least(found, one);
  return found;
}

const Cap* SizeCaps::binding_limit() const { return least_limit(caps); }

const Cap* SizeCaps::find(CapRule rule) const {
  const auto found = std::ranges::find(caps, rule, &Cap::rule);
  return found == caps.end() ? nullptr : &*found;
}

std::vector<Cap> caps_of(const Policy& policy, const CapBook& book) {
  const Caps by{policy, book};
  return {by.policy(),
          by.requirement(),
          by.shock_survival(),
          by.call_probability(),
          by.expected_shortfall(),
          by.volatility_target(),
          by.kelly(CapRule::kelly),
          by.kelly(CapRule::fraction_kelly)};
}

SizeCaps size_caps(const Book& book, const Policy& policy, const Buffer& today,
                   const Result<BookMoves>& moves, const CapTerms& terms) {
  SizeCaps made{.leverage = today.leverage(),
                .risk = risk_of(moves, {.exposure = to_double(today.exposure.amount),
                                        .requirement = to_double(today.room.requirement.amount),
                                        .market_volatility = today.market_volatility})};
  made.caps = caps_of(
      policy,
      {.risk = made.risk,
       .buffer_target = today.target,
       .lending_rate = book.market.risk_free_rate,
       .borrowing_rate = terms.borrowing_rate ? terms.borrowing_rate : book.market.risk_free_rate});
  if (!made.leverage) return made;
  const Money equity = today.room.equity;
  for (Cap& cap : made.caps) {
    if (!cap.leverage) continue;
    if (const auto room =
            within_reach((*cap.leverage - *made.leverage) * to_double(equity.amount))) {
      cap.room = Money{*room, equity.currency};
    } else {
      cap.leverage.reset();
      cap.missing = "limits nothing within reach";
    }
  }
  return made;
}

}  // namespace plimsoll::strategy
