// What the search reads off a solved relaxation: a whole-numbered pairing near it, and its groups.

#include <algorithm>
#include <cmath>

#include "methods/reg_t/pairing/relaxation.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr double whole_within = 1e-6;  // a value this near a whole number is that number

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

void PairingRelaxation::do_not_weigh_group(int number) {
  for (const int variable : group(number)) program_.price(variable, {});
}

void PairingRelaxation::weigh_group(int number) {
  constexpr auto level = static_cast<std::size_t>(Aim::groups);
  for (const int variable : group(number))
    program_.price(variable, {cost_[index(variable)][level], 0, 0});
}

std::optional<int> PairingRelaxation::most_underrated_group() const {
  std::optional<int> chosen;
  double least = 1 - whole_within;
  for (int g = 0; g < groups(); ++g) {
    double weight = 0;
    for (const int variable : group(g))
      weight += program_.cost(0, variable) * program_.value(variable);
    if (weight <= whole_within || weight >= least) continue;
    least = weight;
    chosen = g;
  }
  return chosen;
}

/// Takes contracts off the heavier side, last member first, until the family balances.
void PairingRelaxation::trim(const Family& family, std::vector<std::int64_t>& contracts) const {
  for (const Kind kind : {Kind::call, Kind::put}) {
    const auto balance = [&] {
      Decimal sum;
      for (std::size_t m = family.first; m < family.first + family.count; ++m) {
        const std::uint32_t place = model_->members[m].place;
        const SpreadLeg& leg = leg_of(*model_->problem, family, model_->members[m]);
        if (leg.kind != kind) continue;
        const Int128 units = leg.multiplier.nano() * contracts[place];
        sum += Decimal::from_nano(leg.side == Side::bought ? units : -units);
      }
      return sum;
    };
    for (Decimal sum = balance(); !sum.is_zero(); sum = balance()) {
      const Side heavy = sum.is_negative() ? Side::sold : Side::bought;
      for (std::size_t m = family.first + family.count; m-- > family.first;) {
        std::int64_t& count = contracts[model_->members[m].place];
        const SpreadLeg& leg = leg_of(*model_->problem, family, model_->members[m]);
        if (leg.kind != kind || leg.side != heavy || count == 0) continue;
        const auto over = static_cast<std::int64_t>(
            divide(abs(sum).nano(), leg.multiplier.nano(), Round::away_from_zero));
        count -= std::min(count, over);
        break;
      }
    }
  }
}

PairingAnswer PairingRelaxation::rounded_down(double slack) const {
  const PairingProblem& problem = *model_->problem;
  PairingAnswer answer = nothing_chosen(problem);
  for (std::size_t c = 0; c < model_->choices.size(); ++c) {
    const Choice& choice = model_->choices[c];
    if (!problem.offsets[choice.offset].whole) continue;
    const double value = std::max(0.0, program_.value(choice_column(c)));
    answer.times[choice.offset] = Decimal{static_cast<std::int64_t>(std::floor(value + slack))};
  }
  for (const Family& family : model_->families) {
    auto& contracts = answer.in_spread[family.family];
    for (std::size_t m = family.first; m < family.first + family.count; ++m)
      contracts[model_->members[m].place] = static_cast<std::int64_t>(
          std::floor(std::max(0.0, program_.value(member_column(m))) + slack));
    trim(family, contracts);
  }
  take_parts(answer);
  return answer;
}

/// Offsets of shares alone, which need not be whole. Nearly always they take all that the others
/// leave; a program's value says so only to its rounding, and more than is left would be refused.
void PairingRelaxation::take_parts(PairingAnswer& answer) const {
  const PairingProblem& problem = *model_->problem;
  for (std::size_t c = 0; c < model_->choices.size(); ++c) {
    const Offset& offset = problem.offsets[model_->choices[c].offset];
    if (offset.whole) continue;
    std::optional<Decimal> most;
    for (const Use& use : offset.uses) {
      const Decimal left = left_of(*model_, answer, use.leg);
      const Decimal times = divide(std::max(left, Decimal{}), use.amount, Round::toward_zero);
      most = most ? std::min(*most, times) : times;
    }
    const double value = program_.value(choice_column(c));
    if (value >= to_double(*most) - whole_within) answer.times[model_->choices[c].offset] = *most;
    else if (value > whole_within)
      answer.times[model_->choices[c].offset] =
          Decimal::from_nano(static_cast<Int128>(std::floor(value * 1e9)));
  }
}

}  // namespace plimsoll::reg_t
