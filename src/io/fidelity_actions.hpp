#pragma once
// What the words in Fidelity's column Action mean: a closed list, in order, the first that fits.

#include <cstdint>
#include <string>
#include <string_view>

namespace plimsoll::io {

enum class FidelityAction : std::uint8_t {
  option_shares,  // shares an exercise or an assignment brings, which the option's own row books
  bought,
  sold,
  reinvested,  // a purchase with the dividend of another row
  dividend,
  interest,
  fee,
  deposit,
  withdrawal,
  transfer,        // of cash or of securities
  within_account,  // between the account's cash and margin sides
  core_account,    // into the core fund or out of it, which is cash
  assigned,
  exercised,
  expired,
  split,
  redeemed,    // a bond at its face
  not_booked,  // known, and of no kind an activity has: the reason says what to write instead
  unknown,
};

struct FidelityMeaning {
  FidelityAction action = FidelityAction::unknown;
  std::string_view instead = {};  // of not_booked
};

/// By the words the action begins with: "YOU BOUGHT OPENING TRANSACTION CALL (AAPL) ...".
FidelityMeaning fidelity_meaning(std::string_view action);

/// Whether it opens or closes, where the words say so: "OPENING TRANSACTION", "SHORT SALE".
enum class FidelityEffect : std::uint8_t { unsaid, opens, closes };
FidelityEffect fidelity_effect(std::string_view action);

}  // namespace plimsoll::io
