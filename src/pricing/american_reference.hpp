#pragma once
// American options to the last digits, slowly: what everything faster is held against.
//
// The European price, and on top of it what early exercise earns: interest on the strike less the
// yield of the underlying, for as long as exercise is right (Kim 1990; with two boundaries,
// Andersen and Lake 2021). A call is a put on the strike with rate and yield exchanged (McDonald
// and Schroder 1998).

#include <optional>

#include "pricing/exercise_boundary.hpp"
#include "pricing/option.hpp"

namespace plimsoll::pricing {

/// The values of one option at any spot: its own is not read. Takes an option that `check` accepts
/// and then answers with finite numbers.
class AmericanReference {
 public:
  explicit AmericanReference(const Option& option, const ReferenceAccuracy& accuracy = {});

  /// Dollars for one unit of the underlying.
  double price(double spot) const;

  /// The price's first and second derivative by the spot.
  struct Slopes {
    double delta, gamma;
  };
  Slopes slopes(double spot) const;

  /// Between which spots the option is exercised at once where so much time is left, up to the
  /// option's own; nothing where it is kept at any spot, or where it makes no difference to a
  /// double.
  struct Exercised {
    double least, most;
  };
  std::optional<Exercised> exercised(double years) const;

  /// Whether the equation was solved for all of the option's time. Where it was not, the boundary
  /// goes on as it last was, and prices are good to less.
  bool is_solved() const { return is_solved_; }

 private:
  /// Of the put on a strike of one.
  bool is_exercised_now(double log_spot) const;
  enum class By { nothing, log_spot, log_spot_twice };
  /// What early exercise earns on a strike of one, or its derivative, where the European is worth
  /// so much; and what it earns at a moment, by the angle that stands for it.
  double premium(double log_spot, double european, By by) const;
  double earned(double log_spot, double angle, By by) const;
  void solve(double first);
  /// Both boundaries, or neither.
  bool extend(double root);
  /// Where the boundaries meet in the last stretch, if they do.
  std::optional<double> meeting() const;

  Option option_;
  UnitPut unit_;
  ReferenceAccuracy accuracy_;
  GaussRule gauss_;
  double root_years_;
  double exercised_root_ = 0;  // the longest time with any exercise, as its root
  bool is_solved_ = true;
  std::optional<ExerciseBoundary> upper_, lower_;
};

/// Dollars for one unit of the underlying. Errors: what `check` refuses.
Result<double> american_reference(const Option& option, const ReferenceAccuracy& accuracy = {});

}  // namespace plimsoll::pricing
