#include "io/fidelity_actions.hpp"

#include <array>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

struct Pattern {
  std::string_view begins;
  FidelityAction action;
  std::string_view instead = {};
};

using enum FidelityAction;

// Seen in public samples and parsers of several people, unless marked. Longer words come before the
// shorter ones they begin with.
constexpr std::array patterns{
    Pattern{"YOU BOUGHT ASSIGNED", option_shares},
    Pattern{"YOU SOLD ASSIGNED", option_shares},
    Pattern{"YOU BOUGHT EXERCISE", option_shares},  // recalled
    Pattern{"YOU SOLD EXERCISE", option_shares},    // recalled
    Pattern{"YOU BOUGHT", bought},
    Pattern{"YOU SOLD", sold},
    Pattern{"BUY CANCEL", not_booked, "remove it together with the purchase it cancels"},
    Pattern{"SELL CANCEL", not_booked, "remove it together with the sale it cancels"},
    Pattern{"DIVIDEND RECEIVED SUBSTITUTE PAYMENT", dividend},
    Pattern{"DIVIDEND RECEIVED", dividend},
    Pattern{"DIVIDEND CHARGED", dividend},
    Pattern{"REINVESTMENT", reinvested},
    Pattern{"LONG-TERM CAP GAIN", dividend},
    Pattern{"SHORT-TERM CAP GAIN", dividend},
    Pattern{"RETURN OF CAPITAL", dividend},
    Pattern{"MARGIN INTEREST", interest},
    Pattern{"INTEREST EARNED", interest},
    Pattern{"INTEREST SHORT SALE REBATE", interest},
    Pattern{"FOREIGN TAX PAID", fee},
    Pattern{"FEE CHARGED", fee},
    Pattern{"ASSET/ACCT FEE", fee},
    Pattern{"ELECTRONIC FUNDS TRANSFER RECEIVED", deposit},
    Pattern{"ELECTRONIC FUNDS TRANSFER PAID", withdrawal},
    Pattern{"DIRECT DEPOSIT", deposit},
    Pattern{"DIRECT DEBIT", withdrawal},
    Pattern{"DEBIT CARD PURCHASE", withdrawal},
    Pattern{"CHECK RECEIVED", deposit},
    Pattern{"CHECK PAID", withdrawal},
    Pattern{"BILL PAYMENT", withdrawal},
    Pattern{"WIRE TRANSFER FROM BANK", deposit},
    Pattern{"WIRE TRANSFER TO BANK", withdrawal},
    Pattern{"WIRE", transfer},
    Pattern{"JOURNALED JNL VS A/C TYPES", within_account},
    Pattern{"JOURNALED", transfer},
    Pattern{"TRANSFERRED FROM", transfer},
    Pattern{"TRANSFERRED TO", transfer},
    Pattern{"TRANSFER OF ASSETS", transfer},
    Pattern{"ASSIGNED", assigned},
    Pattern{"EXERCISED", exercised},  // recalled
    Pattern{"EXPIRED", expired},
    Pattern{"REVERSE SPLIT", split},
    Pattern{"STOCK SPLIT", split},  // recalled
    Pattern{"PURCHASE INTO CORE ACCOUNT", core_account},
    Pattern{"REDEMPTION FROM CORE ACCOUNT", core_account},
    Pattern{"REDEMPTION PAYOUT", redeemed},
    Pattern{"DISTRIBUTION", not_booked,
            "shares were distributed: of a split write \"split\" with its ratio, of a spin-off "
            "\"transfer\" with the shares"},
    Pattern{"IN LIEU OF", not_booked,
            "cash for a fraction of a share: write a \"trade\" that sells the fraction"},
    Pattern{"MERGER", not_booked,
            "write a \"transfer\" of the shares that went and of those that came, and of the cash"},
};

}  // namespace

FidelityMeaning fidelity_meaning(std::string_view action) {
  action = trimmed(action);
  for (const Pattern& pattern : patterns)
    if (begins_with(action, pattern.begins)) return {pattern.action, pattern.instead};
  return {};
}

FidelityEffect fidelity_effect(std::string_view action) {
  action = trimmed(action);
  if (begins_with(action, "YOU BOUGHT OPENING TRANSACTION") ||
      begins_with(action, "YOU SOLD OPENING TRANSACTION") ||
      begins_with(action, "YOU SOLD SHORT SALE"))
    return FidelityEffect::opens;
  if (begins_with(action, "YOU BOUGHT CLOSING TRANSACTION") ||
      begins_with(action, "YOU SOLD CLOSING TRANSACTION") ||
      begins_with(action, "YOU BOUGHT SHORT COVER"))
    return FidelityEffect::closes;
  return FidelityEffect::unsaid;
}

}  // namespace plimsoll::io
