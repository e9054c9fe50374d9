#pragma once
// What stands on a method's own rules: a house's, or a pack's.

#include <string>
#include <vector>

#include "engine/evaluate.hpp"

namespace plimsoll::engine {

/// What one result stands on besides the method's own rules, and how it is called.
struct Layer {
  House house = {};
  ParameterPacks packs = {};
  std::string name = {};
};

/// The layers a method is asked under: its own rules alone where it has neither houses nor packs.
std::vector<Layer> layers_for(Label method, const MarginRequest& request);

}  // namespace plimsoll::engine
