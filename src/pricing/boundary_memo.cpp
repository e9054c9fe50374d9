#include "pricing/boundary_memo.hpp"

#include <set>
#include <vector>

namespace plimsoll::pricing {
namespace {

constexpr Lanes<double> PutBlock::* fields[] = {
    &PutBlock::moneyness, &PutBlock::log_moneyness, &PutBlock::direction, &PutBlock::scale,
    &PutBlock::years,     &PutBlock::volatility,    &PutBlock::rate,      &PutBlock::yield};

void copy_lane(const PutBlock& from, std::size_t from_lane, PutBlock& to, std::size_t to_lane) {
  for (const auto field : fields) (to.*field)[to_lane] = (from.*field)[from_lane];
}

}  // namespace

BoundaryMemo::Key BoundaryMemo::key_of(const PutBlock& puts, std::size_t lane) {
  return {puts.years[lane], puts.volatility[lane], puts.rate[lane], puts.yield[lane]};
}

void BoundaryMemo::find_new(std::span<const PutBlock> puts) {
  std::set<Key> seen;
  std::vector<Key> keys;
  std::vector<PutBlock> blocks;
  for (const PutBlock& block : puts)
    for (std::size_t lane = 0; lane < block_size; ++lane) {
      const Key key = key_of(block, lane);
      if (precise_.contains(key) || !seen.insert(key).second) continue;
      if (keys.size() % block_size == 0) blocks.emplace_back();
      copy_lane(block, lane, blocks.back(), keys.size() % block_size);
      keys.push_back(key);
    }
  if (keys.empty()) return;
  for (std::size_t lane = keys.size() % block_size; lane != 0 && lane < block_size; ++lane)
    copy_lane(blocks.back(), 0, blocks.back(), lane);
  std::vector<PreciseBoundary> found(blocks.size());
  find_boundaries(blocks, found);
  for (std::size_t i = 0; i < keys.size(); ++i)
    for (std::size_t node = 0; node < Precise::nodes; ++node)
      precise_[keys[i]][node] = found[i / block_size].square[node][i % block_size];
}

void BoundaryMemo::find(std::span<const PutBlock> puts, std::span<PreciseBoundary> boundaries) {
  if (precise_.size() + puts.size() * block_size > most) precise_.clear();
  find_new(puts);
  for (std::size_t block = 0; block < puts.size(); ++block)
    for (std::size_t lane = 0; lane < block_size; ++lane) {
      const auto& known = precise_.find(key_of(puts[block], lane))->second;
      for (std::size_t node = 0; node < Precise::nodes; ++node)
        boundaries[block].square[node][lane] = known[node];
    }
}

std::shared_ptr<const AmericanReference> BoundaryMemo::reference(const Option& option) {
  const std::array key{static_cast<double>(option.payoff),
                       option.strike,
                       option.years,
                       option.rate,
                       option.dividend_yield,
                       option.volatility};
  if (const auto known = references_.find(key); known != references_.end()) return known->second;
  if (references_.size() >= most) references_.clear();
  return references_.emplace(key, std::make_shared<const AmericanReference>(option)).first->second;
}

}  // namespace plimsoll::pricing
