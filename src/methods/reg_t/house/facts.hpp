#pragma once
// What is known of each position that a house's rules may ask about.

#include "methods/reg_t/book.hpp"
#include "rules/house.hpp"

namespace plimsoll::reg_t {

/// The sums that shares of an account are taken of, at the market and positive but for industries.
struct HouseSums {
  Money gross;    // of every position, long and short, money-market funds left out
  Money largest;  // of all positions in one issuer on one side
};

/// What a position is part of, beside the facts themselves: how far a step is is counted from
/// these.
struct HouseMeasure {
  HouseFacts facts;
  Money in_issuer;                        // of the issuer's positions on this side
  std::optional<Money> in_industry = {};  // net
  Quantity shares;                        // of this symbol on this side
  std::optional<Decimal> shares_a_day = {}, shares_outstanding = {};
};

struct HouseMeasures {
  HouseSums sums;
  std::vector<HouseMeasure> of_entry;  // in the book's order
  HouseFacts of_account;               // kind and debit; equity is not known before the grouping
};

HouseMeasures measures_of(const Account& account, const MarketSnapshot& market, const Book& book);

/// part / whole; nothing where the whole is nothing.
std::optional<Decimal> share_of(Money part, Money whole);

}  // namespace plimsoll::reg_t
