#include "engine/layers.hpp"

#include "engine/choice.hpp"

namespace plimsoll::engine {

std::vector<Layer> layers_for(Label method, const MarginRequest& request) {
  std::vector<Layer> layers;
  if (has_houses(method))
    for (const House& house : request.houses)
      layers.push_back({.house = house, .name = house ? house->name : std::string{}});
  if (has_packs(method))
    for (const ParameterPacks& packs : request.packs) {
      const bool several = request.packs.size() > 1;
      layers.push_back({.packs = packs,
                        .name = packs.overlay           ? packs.overlay->name
                                : several && packs.base ? packs.base->name
                                                        : std::string{}});
    }
  if (layers.empty()) layers.emplace_back();
  return layers;
}

}  // namespace plimsoll::engine
