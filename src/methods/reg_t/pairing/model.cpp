#include "methods/reg_t/pairing/model.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace plimsoll::reg_t {
namespace {

constexpr Decimal one{1};
constexpr Decimal step_least = Decimal::from_nano(1'000);  // dollars; nothing finer is told apart

Decimal times(Decimal a, Decimal b) {
  if (b == one) return a;
  return multiply(a, b, Round::half_even);
}

PairingCost operator+(const PairingCost& a, const PairingCost& b) {
  return {a.maintenance + b.maintenance, a.initial + b.initial};
}
PairingCost operator-(const PairingCost& a, const PairingCost& b) {
  return {a.maintenance - b.maintenance, a.initial - b.initial};
}
PairingCost operator*(Decimal n, const PairingCost& cost) {
  return {times(cost.maintenance, n), times(cost.initial, n)};
}

/// What `amount` of the leg costs alone.
PairingCost alone_cost(const PairingModel& model, std::uint32_t leg, Decimal amount) {
  const Offset& alone = model.problem->offsets[model.alone[leg]];
  const Decimal unit = alone.uses.front().amount;
  const Decimal count = unit == one ? amount : divide(amount, unit, Round::half_even);
  return count * alone.cost;
}

void find_alone(PairingModel& model) {
  const PairingProblem& problem = *model.problem;
  constexpr auto none = static_cast<std::uint32_t>(-1);
  model.alone.assign(problem.available.size(), none);
  for (std::uint32_t i = 0; i < problem.offsets.size(); ++i) {
    const auto& uses = problem.offsets[i].uses;
    if (uses.size() != 1) continue;
    PLIMSOLL_CHECK(uses[0].leg < model.alone.size() && model.alone[uses[0].leg] == none);
    PLIMSOLL_CHECK(uses[0].amount > Decimal{});
    model.alone[uses[0].leg] = i;
  }
  for (std::uint32_t leg = 0; leg < problem.available.size(); ++leg) {
    PLIMSOLL_CHECK(model.alone[leg] != none && !problem.available[leg].is_negative());
    model.all_alone = model.all_alone + alone_cost(model, leg, problem.available[leg]);
  }
}

void find_choices(PairingModel& model) {
  const PairingProblem& problem = *model.problem;
  model.choices.reserve(problem.offsets.size() - problem.available.size());
  for (std::uint32_t i = 0; i < problem.offsets.size(); ++i) {
    const Offset& offset = problem.offsets[i];
    if (offset.uses.size() < 2) continue;
    Choice choice{i, offset.cost, Decimal{}};
    bool first = true;
    for (const Use& use : offset.uses) {
      PLIMSOLL_CHECK(use.leg < model.alone.size() && use.amount > Decimal{});
      const Decimal available = problem.available[use.leg];
      Decimal most =
          use.amount == one ? available : divide(available, use.amount, Round::toward_zero);
      if (offset.whole) most = whole_part(most);
      choice.most = first ? most : std::min(choice.most, most);
      choice.saving = choice.saving - alone_cost(model, use.leg, use.amount);
      first = false;
    }
    if (choice.most.is_zero() || choice.saving > PairingCost{}) continue;
    model.choices.push_back(choice);
  }
}

bool is_part_of(const std::vector<std::uint32_t>& small, const std::vector<std::uint32_t>& large) {
  return std::ranges::all_of(
      small, [&](std::uint32_t x) { return std::ranges::find(large, x) != large.end(); });
}

/// A family whose legs are all in another one adds nothing: its spread may as well be the other's,
/// since two spreads taken together never lose more than apart. Of equals the first stays.
bool is_redundant(const PairingProblem& problem, std::size_t f) {
  for (std::size_t g = 0; g < problem.families.size(); ++g) {
    if (problem.families[f].charge != problem.families[g].charge) continue;
    const auto& small = problem.families[f].legs;
    const auto& large = problem.families[g].legs;
    if (g == f || small.size() > large.size() || (small.size() == large.size() && g > f)) continue;
    if (is_part_of(small, large)) return true;
  }
  return false;
}

/// Contracts of one side that the other side's units could balance.
std::int64_t most_contracts(const PairingProblem& problem, const SpreadLeg& leg,
                            Decimal other_side) {
  const Decimal balanced = divide(other_side, leg.multiplier, Round::toward_zero);
  const Decimal most = std::min(problem.available[leg.leg], balanced);
  return static_cast<std::int64_t>(whole_part(most).nano() / Decimal::scale);
}

void find_members(PairingModel& model) {
  const PairingProblem& problem = *model.problem;
  model.members.reserve(problem.spread_legs.size());
  for (std::uint32_t f = 0; f < problem.families.size(); ++f) {
    std::array<std::array<Decimal, 2>, 2> units{};  // by kind and side
    const auto units_of = [&](Kind kind, Side side) -> Decimal& {
      return units[static_cast<std::size_t>(kind)][static_cast<std::size_t>(side)];
    };
    const auto& [places, charge] = problem.families[f];
    for (const std::uint32_t i : places) {
      const SpreadLeg& leg = problem.spread_legs[i];
      PLIMSOLL_CHECK(leg.multiplier > Decimal{});
      units_of(leg.kind, leg.side) += times(whole_part(problem.available[leg.leg]), leg.multiplier);
    }
    Family family{f, static_cast<std::uint32_t>(model.members.size()), 0, {}, charge};
    if (is_redundant(problem, f)) continue;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
      const SpreadLeg& leg = problem.spread_legs[places[place]];
      const Side other = leg.side == Side::bought ? Side::sold : Side::bought;
      const std::int64_t most = most_contracts(problem, leg, units_of(leg.kind, other));
      if (most <= 0) continue;
      const PairingCost alone = alone_cost(model, leg.leg, one);
      const PairingCost saving =
          PairingCost{} - (leg.side == Side::bought ? alone : where_loss_counts(charge, alone));
      model.members.push_back(
          {static_cast<std::uint32_t>(model.families.size()), place, leg.leg, saving, most});
      family.strikes.push_back(leg.strike);
    }
    family.count = static_cast<std::uint32_t>(model.members.size()) - family.first;
    if (family.count == 0) continue;
    std::ranges::sort(family.strikes);
    family.strikes.erase(std::ranges::unique(family.strikes).begin(), family.strikes.end());
    model.families.push_back(std::move(family));
  }
}

/// What a choice is used in multiples of: once; or, if parts are allowed, what all the amounts of
/// its legs are multiples of, since the cheapest use takes all that the others leave, or none.
Decimal lot_of(const PairingModel& model, const Choice& choice) {
  const PairingProblem& problem = *model.problem;
  const Offset& offset = problem.offsets[choice.offset];
  if (offset.whole) return one;
  Decimal lot;
  for (const Use& use : offset.uses) {
    lot = greatest_common(lot, problem.available[use.leg]);
    for (const Choice& other : model.choices)
      for (const Use& taken : problem.offsets[other.offset].uses)
        if (taken.leg == use.leg) lot = greatest_common(lot, taken.amount);
  }
  return lot;
}

}  // namespace

Decimal whole_part(Decimal value) {
  return Decimal{
      static_cast<std::int64_t>(divide(value.nano(), Decimal::scale, Round::toward_zero))};
}

Decimal greatest_common(Decimal a, Decimal b) {
  Int128 x = abs(a).nano();
  Int128 y = abs(b).nano();
  // Short numbers, as nearly all are, take the processor's own division.
  const auto is_short = [](Int128 value) { return value >> 63 == 0; };
  while (y != 0 && !(is_short(x) && is_short(y))) x = std::exchange(y, x % y);
  if (y == 0) return Decimal::from_nano(x);
  return Decimal::from_nano(std::gcd(static_cast<std::int64_t>(x), static_cast<std::int64_t>(y)));
}

Decimal worth_at(const SpreadLeg& leg, Decimal price) {
  const Decimal inside = leg.kind == Kind::call ? price - leg.strike : leg.strike - price;
  return inside > Decimal{} ? times(inside, leg.multiplier) : Decimal{};
}

PairingModel model_of(const PairingProblem& problem) {
  PairingModel model;
  model.problem = &problem;
  find_alone(model);
  find_choices(model);
  find_members(model);
  return model;
}

PairingCost step_of(const PairingModel& model) {
  PairingCost step;
  const auto see = [&](Decimal maintenance, Decimal initial) {
    step = {greatest_common(step.maintenance, maintenance), greatest_common(step.initial, initial)};
  };
  for (const Choice& choice : model.choices) {
    const Decimal lot = lot_of(model, choice);
    const auto of_lot = [&](Decimal saving) {
      const bool exact = lot == one || lot.nano() * saving.nano() % Decimal::scale == 0;
      return exact ? times(saving, lot) : Decimal::from_nano(1);
    };
    see(of_lot(choice.saving.maintenance), of_lot(choice.saving.initial));
  }
  for (const Member& member : model.members) {
    see(member.saving.maintenance, member.saving.initial);
    const Family& family = model.families[member.family];
    for (const Decimal strike : family.strikes) {
      const Decimal worth = worth_at(leg_of(*model.problem, family, member), strike);
      const PairingCost counted = where_loss_counts(family.charge, {worth, worth});
      see(counted.maintenance, counted.initial);
    }
  }
  return {std::max(step.maintenance, step_least), std::max(step.initial, step_least)};
}

PairingAnswer nothing_chosen(const PairingProblem& problem) {
  PairingAnswer answer;
  answer.times.resize(problem.offsets.size());
  answer.in_spread.resize(problem.families.size());
  for (std::size_t f = 0; f < problem.families.size(); ++f)
    answer.in_spread[f].resize(problem.families[f].legs.size());
  return answer;
}

namespace {

/// The greatest loss of a family's spread over all its strikes, or nothing if it does not balance.
std::optional<Decimal> greatest_loss(const PairingModel& model, const Family& family,
                                     const std::vector<std::int64_t>& contracts) {
  const auto members = std::span{model.members}.subspan(family.first, family.count);
  const auto leg_of = [&](const Member& m) -> const SpreadLeg& {
    return reg_t::leg_of(*model.problem, family, m);
  };
  std::array<Decimal, 2> balance{};
  for (const Member& m : members) {
    const SpreadLeg& leg = leg_of(m);
    const Decimal units = times(leg.multiplier, Decimal{contracts[m.place]});
    Decimal& of_kind = balance[static_cast<std::size_t>(leg.kind)];
    of_kind = leg.side == Side::bought ? of_kind + units : of_kind - units;
  }
  if (!balance[0].is_zero() || !balance[1].is_zero()) return std::nullopt;
  Decimal worst;
  for (const Decimal strike : family.strikes) {
    Int128 loss = 0;
    for (const Member& m : members) {
      if (contracts[m.place] == 0) continue;
      const SpreadLeg& leg = leg_of(m);
      const Int128 worth = worth_at(leg, strike).nano() * contracts[m.place];
      loss += leg.side == Side::sold ? worth : -worth;
    }
    worst = std::max(worst, Decimal::from_nano(loss));
  }
  return worst;
}

}  // namespace

Decimal left_of(const PairingModel& model, const PairingAnswer& answer, std::uint32_t leg) {
  const PairingProblem& problem = *model.problem;
  Decimal left = problem.available[leg];
  for (const Choice& choice : model.choices)
    for (const Use& use : problem.offsets[choice.offset].uses)
      if (use.leg == leg) left -= times(use.amount, answer.times[choice.offset]);
  for (const Member& m : model.members)
    if (m.leg == leg) left -= Decimal{answer.in_spread[model.families[m.family].family][m.place]};
  return left;
}

bool complete(const PairingModel& model, PairingAnswer& answer) {
  const PairingProblem& problem = *model.problem;
  std::vector<Decimal> left = problem.available;
  answer.cost = {};
  for (const Choice& choice : model.choices) {
    const Decimal count = answer.times[choice.offset];
    if (count.is_zero()) continue;
    const Offset& offset = problem.offsets[choice.offset];
    for (const Use& use : offset.uses) left[use.leg] -= times(use.amount, count);
    answer.cost = answer.cost + count * offset.cost;
  }
  for (const Family& family : model.families) {
    const auto& contracts = answer.in_spread[family.family];
    const auto loss = greatest_loss(model, family, contracts);
    if (!loss) return false;
    answer.cost = answer.cost + where_loss_counts(family.charge, {*loss, *loss});
    for (const Member& m : std::span{model.members}.subspan(family.first, family.count)) {
      const Decimal count{contracts[m.place]};
      left[m.leg] -= count;
      if (family.charge == Charge::loss || leg_of(problem, family, m).side == Side::bought)
        continue;
      // Its cost alone, less the part that the loss stands for.
      answer.cost = answer.cost + count * (alone_cost(model, m.leg, one) + m.saving);
    }
  }
  for (std::uint32_t leg = 0; leg < left.size(); ++leg) {
    if (left[leg].is_negative()) return false;
    const Offset& alone = problem.offsets[model.alone[leg]];
    const Decimal unit = alone.uses.front().amount;
    const Decimal count = unit == one ? left[leg] : divide(left[leg], unit, Round::half_even);
    PLIMSOLL_CHECK(times(count, unit) == left[leg]);
    PLIMSOLL_CHECK(!alone.whole || whole_part(count) == count);
    answer.times[model.alone[leg]] = count;
    answer.cost = answer.cost + count * alone.cost;
  }
  return true;
}

std::int64_t groups_in_use(const PairingAnswer& answer) {
  std::int64_t groups = 0;
  for (const Decimal count : answer.times) groups += count.is_zero() ? 0 : 1;
  for (const auto& contracts : answer.in_spread)
    groups += std::ranges::any_of(contracts, [](std::int64_t n) { return n != 0; }) ? 1 : 0;
  return groups;
}

}  // namespace plimsoll::reg_t
