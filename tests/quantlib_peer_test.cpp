// The benchmarks' way of talking to a peer, with a shell in the peer's place.

#include "bench/peers/quantlib_peer.hpp"

#include <gtest/gtest.h>

namespace plimsoll::bench {
namespace {

TEST(QuantlibPeer, ACommandIsALineAndItsAnswerToo) {
  QuantlibPeer peer{{"sh", "-c", R"(while read command rest; do
      case "$command" in
        run) echo "seconds 0.25" ;;
        bad) echo "wrong it is $rest" ;;
        *) echo "$command $rest" ;;
      esac; done)"}};
  EXPECT_EQ(peer.ask("options a b"), "options a b");
  EXPECT_EQ(peer.seconds("crr 401", 10), 0.25);
  EXPECT_EQ(peer.ask("bad luck").error(), "it is luck");
  EXPECT_EQ(peer.ask("options again"), "options again");
}

TEST(QuantlibPeer, WhatIsNoNumberOfSecondsIsAnError) {
  QuantlibPeer peer{{"cat"}};
  EXPECT_EQ(peer.seconds("crr 401", 1).error(), "no seconds in \"run crr 401 1\"");
}

}  // namespace
}  // namespace plimsoll::bench
