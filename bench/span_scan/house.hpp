#pragma once
// A generated clearing house of a real one's size, and accounts in it.

#include "methods/span/span.hpp"

namespace plimsoll::bench {

/// 400 commodities: futures of eight months with calendar spreads between tiers and months, options
/// of 240 strikes and rights on them, 4,000 credits between commodities.
std::shared_ptr<const clearing::RiskFile> big_house();

/// Two of three positions are options; five of each commodity in small accounts.
Account futures_account(const clearing::RiskFile& file, std::size_t positions);

/// With its instruments looked up before.
span::Parameters span_parameters(std::shared_ptr<const clearing::RiskFile> file,
                                 const Account& account, span::AnswerTold told);

}  // namespace plimsoll::bench
