#include "io/fidelity_actions.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

TEST(FidelityActions, TheFirstThatFits) {
  struct Row {
    const char* action;
    FidelityAction meaning;
  };
  using enum FidelityAction;
  for (const auto& [action, meaning] : {
           Row{"YOU BOUGHT APPLE INC (AAPL) (Cash)", bought},
           Row{" you sold APPLE INC (AAPL) (Cash)", sold},
           Row{"YOU BOUGHT ASSIGNED PUTS AS OF 02-20-26 REDWIRE (RDW) (Margin)", option_shares},
           Row{"YOU SOLD EXERCISED PUTS AS OF 02-20-26 REDWIRE (RDW) (Margin)", option_shares},
           Row{"ASSIGNED as of Feb-20-2026 PUT (RDW) ...", assigned},
           Row{"EXERCISED as of Feb-20-2026 CALL (RDW) ...", exercised},
           Row{"EXPIRED CALL (AMAT) APPLIED MATERIALS", expired},
           Row{"DIVIDEND RECEIVED SUBSTITUTE PAYMENT XYZ", dividend},
           Row{"DIVIDEND RECEIVED XYZ", dividend},
           Row{"REINVESTMENT XYZ", reinvested},
           Row{"LONG-TERM CAP GAIN XYZ", dividend},
           Row{"SHORT-TERM CAP GAIN DISTRIBUTION XYZ", dividend},
           Row{"RETURN OF CAPITAL XYZ", dividend},
           Row{"MARGIN INTEREST (Margin)", interest},
           Row{"INTEREST EARNED (Cash)", interest},
           Row{"FOREIGN TAX PAID XYZ", fee},
           Row{"FEE CHARGED ADR FEE XYZ", fee},
           Row{"Electronic Funds Transfer Received (Cash)", deposit},
           Row{"Electronic Funds Transfer Paid (Cash)", withdrawal},
           Row{"DIRECT DEPOSIT PAYROLL", deposit},
           Row{"DIRECT DEBIT UTILITY", withdrawal},
           Row{"DEBIT CARD PURCHASE GROCER", withdrawal},
           Row{"Check Paid #101", withdrawal},
           Row{"WIRE TRANSFER TO BANK", withdrawal},
           Row{"WIRE TRANSFER ADJUSTMENT", transfer},
           Row{"JOURNALED JNL VS A/C TYPES (Cash)", within_account},
           Row{"JOURNALED GOODWILL (Cash)", transfer},
           Row{"TRANSFERRED FROM VS Z00-000001-1", transfer},
           Row{"TRANSFER OF ASSETS ACAT RECEIVE XYZ", transfer},
           Row{"REVERSE SPLIT R/S FROM 0000", split},
           Row{"PURCHASE INTO CORE ACCOUNT SPAXX", core_account},
           Row{"REDEMPTION FROM CORE ACCOUNT SPAXX", core_account},
           Row{"REDEMPTION PAYOUT #REOR TREAS BILL", redeemed},
           Row{"DISTRIBUTION XYZ", not_booked},
           Row{"BUY CANCEL XYZ", not_booked},
           Row{"MERGER MER PAYOUT", not_booked},
           // Anywhere but at the beginning is no action: names hold such words too.
           Row{"SOMETHING DIVIDEND RECEIVED", unknown},
           Row{"Exchanges", unknown},
           Row{"", unknown},
       })
    EXPECT_EQ(fidelity_meaning(action).action, meaning) << action;
  EXPECT_FALSE(fidelity_meaning("DISTRIBUTION XYZ").instead.empty());
}

TEST(FidelityActions, WhatOpensAndWhatCloses) {
  EXPECT_EQ(fidelity_effect("YOU BOUGHT OPENING TRANSACTION CALL"), FidelityEffect::opens);
  EXPECT_EQ(fidelity_effect("YOU SOLD OPENING TRANSACTION CALL"), FidelityEffect::opens);
  EXPECT_EQ(fidelity_effect("YOU SOLD SHORT SALE GAMESTOP"), FidelityEffect::opens);
  EXPECT_EQ(fidelity_effect("YOU SOLD CLOSING TRANSACTION CALL"), FidelityEffect::closes);
  EXPECT_EQ(fidelity_effect("YOU BOUGHT CLOSING TRANSACTION CALL"), FidelityEffect::closes);
  EXPECT_EQ(fidelity_effect("YOU BOUGHT SHORT COVER GAMESTOP"), FidelityEffect::closes);
  EXPECT_EQ(fidelity_effect("YOU BOUGHT OPENING BELL INC"), FidelityEffect::unsaid);
  EXPECT_EQ(fidelity_effect("YOU SOLD XYZ"), FidelityEffect::unsaid);
}

}  // namespace
}  // namespace plimsoll::io
