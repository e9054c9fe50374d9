#include "risk/normal_quantile.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "base/check.hpp"

namespace plimsoll::risk {
namespace {

/// A ratio of two polynomials; coefficients from the lowest power up.
struct Ratio {
  std::array<double, 8> above = {}, below = {};
};

// Wichura's: for the middle, the tails, and the far tails.
constexpr Ratio middle{
    {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
     45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727},
    {1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
     39307.895800092710610, 28729.085735721942674, 5226.4952788528545610}};
constexpr Ratio tail{{1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
                      3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
                      0.0227238449892691845833, 7.74545014278341407640e-4},
                     {1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
                      0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4,
                      1.05075007164441684324e-9}};
constexpr Ratio far_tail{
    {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
     0.296560571828504891230, 0.0265321895265761230930, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15}};

double polynomial(const std::array<double, 8>& coefficients, double x) {
  double sum = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

double at(const Ratio& ratio, double x) {
  return polynomial(ratio.above, x) / polynomial(ratio.below, x);
}

}  // namespace

double normal_quantile(double probability) {
  PLIMSOLL_CHECK(0 < probability && probability < 1);
  const double off_middle = probability - 0.5;
  if (std::abs(off_middle) <= 0.425)
    return off_middle * at(middle, 0.180625 - off_middle * off_middle);
  const double outside = off_middle < 0 ? probability : 1 - probability;
  const double scale = std::sqrt(-std::log(outside));
  const double size = scale <= 5 ? at(tail, scale - 1.6) : at(far_tail, scale - 5);
  return off_middle < 0 ? -size : size;
}

double scaled_erfc(double x) {
  PLIMSOLL_CHECK(x >= 0);
  // Further out erfc is no longer a normal number. Its asymptotic series has ten digits by its
  // third term there and all of them by its sixth.
  constexpr double far = 25;
  if (x < far) return std::exp(x * x) * std::erfc(x);
  const double step = 0.5 / (x * x);
  double sum = 1;
  for (int term = 6; term >= 1; --term) sum = 1 - (2 * term - 1) * step * sum;
  return sum * std::numbers::inv_sqrtpi / x;
}

}  // namespace plimsoll::risk
