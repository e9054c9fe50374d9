#pragma once
// A broker's own tests over the rule: the greatest of the rule and each of them.

#include "methods/tims/book.hpp"
#include "methods/tims/tims.hpp"

namespace plimsoll::tims {

/// The base's requirement in two parts: what is moved with its underlying, and what is not.
template <Reading R>
struct Base {
  R requirement;  // both
  R outside;      // what no test moves
};

/// The base's requirement, or a test's where that is greater. Tests whose input is missing go to
/// `answer.not_applied`; what each asks for, to its detail.
template <Reading R>
Result<R> raised_by_overlay(const Book& book, const Valued& valued, AnswerTold told, Base<R> base,
                            Answer<R>& answer);

}  // namespace plimsoll::tims
