#pragma once
// How this project says "no". Expected failures are values; broken invariants stop the program
// (base/check.hpp).

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

enum class Reason {
  bad_input,      // the text could not be read, or says something that cannot be
  missing_price,  // the snapshot lacks something the rule needs
  not_in_force,   // no rule text covers the asked date
  not_covered,    // this method does not margin this instrument, by design
};

struct Error {
  Reason reason = Reason::bad_input;
  std::string what;  // what is wrong and what to write instead: one sentence a customer can act on
  std::string
      where;  // "positions.csv:12", "account.json#/positions/3/quantity", or the symbol it is about

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// What a loader returns: everything it could read, and everything it refused, line by line.
/// Nothing is dropped quietly.
template <class T>
struct Loaded {
  T value;
  std::vector<Error> refused;
};

inline std::unexpected<Error> fail(Reason reason, std::string what, std::string where = {}) {
  return std::unexpected{Error{reason, std::move(what), std::move(where)}};
}

}  // namespace plimsoll

// GCC 12's std::expected has no and_then. This is the whole of our error plumbing: it names the
// value or returns the error.
#define PLIMSOLL_TRY(name, expression)                                  \
  auto name##_or = (expression);                                        \
  if (!name##_or) return std::unexpected{std::move(name##_or).error()}; \
  auto& name = *name##_or

// The same for a result whose value is not needed.
#define PLIMSOLL_TRY_VOID(expression)                                       \
  if (auto outcome_or = (expression); !outcome_or) return std::unexpected { \
      std::move(outcome_or).error()                                         \
    }
