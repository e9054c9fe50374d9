#include "bench/pricing/measure.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <thread>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"

namespace plimsoll::bench {

double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<double> least_seconds(int rounds, const std::vector<std::function<double()>>& works) {
  std::vector<double> least(works.size(), std::numeric_limits<double>::infinity());
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < works.size(); ++i) least[i] = std::min(least[i], works[i]());
  return least;
}

Errors::Errors(std::span<const double> values, std::span<const double> expected) {
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sorted_.push_back(std::abs(values[i] - expected[i]));
    sum += sorted_.back() * sorted_.back();
  }
  std::ranges::sort(sorted_);
  rms_ = std::sqrt(sum / static_cast<double>(values.size()));
}

double Errors::quantile(double part) const {
  const double at = std::ceil(part * static_cast<double>(sorted_.size())) - 1;
  return sorted_[static_cast<std::size_t>(std::max(at, 0.0))];
}

double Errors::share_within(double most) const {
  const auto within = std::ranges::upper_bound(sorted_, most) - sorted_.begin();
  return static_cast<double>(within) / static_cast<double>(sorted_.size());
}

void Errors::add_to(Row& row) const {
  row.columns.insert(row.columns.end(), {{"error_max", max()},
                                         {"error_p99.9", quantile(0.999)},
                                         {"error_p99.99", quantile(0.9999)},
                                         {"error_rms", rms()}});
}

namespace {

template <class Each>
void in_threads(std::size_t count, const Each& each) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&](bool says) {
    for (std::size_t i = next++; i < count; i = next++) {
      each(i);
      if (says && i % 64 == 0) std::fprintf(stderr, "\rreference: %zu of %zu ", i, count);
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
    others.emplace_back([&] { work(false); });
  work(true);
  for (std::thread& other : others) other.join();
  std::fprintf(stderr, "\r                                        \r");
}

/// `price_of(subject)` prepares what then prices it after a move.
template <class Subject, class PriceOf>
std::vector<double> all_prices(std::span<const Subject> subjects, std::span<const double> moves,
                               const PriceOf& price_of) {
  std::vector<double> values(subjects.size() * moves.size());
  in_threads(subjects.size(), [&](std::size_t i) {
    const auto price = price_of(subjects[i]);
    for (std::size_t j = 0; j < moves.size(); ++j) values[i * moves.size() + j] = price(moves[j]);
  });
  return values;
}

/// A grid is good around its own spot: whoever moves further away has one of his own.
double moved_price(const pricing::Contract& contract, const pricing::DividendReference& here,
                   double move) {
  constexpr double deviations_read = 3;
  const pricing::Option& option = contract.option;
  const double away = std::abs(std::log1p(move));
  if (away <= deviations_read * option.volatility * std::sqrt(option.years))
    return here.price(option.spot * (1 + move));
  pricing::Contract moved = contract;
  moved.option.spot *= 1 + move;
  return pricing::DividendReference{moved}.price(moved.option.spot);
}

}  // namespace

std::vector<double> reference_prices(std::span<const pricing::Option> options,
                                     std::span<const double> moves) {
  return all_prices(options, moves, [](const pricing::Option& option) {
    return [reference = pricing::AmericanReference{option}, spot = option.spot](double move) {
      return reference.price(spot * (1 + move));
    };
  });
}

std::vector<double> reference_prices(std::span<const pricing::Contract> contracts,
                                     std::span<const double> moves) {
  return all_prices(contracts, moves, [](const pricing::Contract& contract) {
    return [here = pricing::DividendReference{contract}, &contract](double move) {
      return moved_price(contract, here, move);
    };
  });
}

Quantlib::Quantlib() {
#ifdef PLIMSOLL_QUANTLIB_PEER
  const auto name = "plimsoll_pricing_" + std::to_string(getpid());
  folder_ = (std::filesystem::temp_directory_path() / name).string();
  std::filesystem::create_directories(folder_);
  peer_.emplace(std::vector<std::string>{PLIMSOLL_QUANTLIB_PEER});
#endif
}

Quantlib::~Quantlib() {
  if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

std::string Quantlib::load(std::span<const pricing::Option> options) {
  if (!peer_) return "QuantLib is not installed";
  const std::string path = folder_ + "/options.csv";
  {
    std::ofstream file{path};
    file.precision(17);
    file << "spot,strike,years,rate,dividend_yield,volatility,is_put\n";
    for (const pricing::Option& option : options)
      file << option.spot << ',' << option.strike << ',' << option.years << ',' << option.rate
           << ',' << option.dividend_yield << ',' << option.volatility << ','
           << (option.payoff == pricing::Payoff::put ? 1 : 0) << '\n';
  }
  const auto answer = peer_->ask("options " + path);
  return answer ? "" : answer.error();
}

std::string Quantlib::load(std::span<const pricing::Contract> contracts) {
  std::vector<pricing::Option> options;
  for (const pricing::Contract& contract : contracts) options.push_back(contract.option);
  if (std::string wrong = load(options); !wrong.empty()) return wrong;
  const std::string path = folder_ + "/dividends.csv";
  {
    std::ofstream file{path};
    file.precision(17);
    file << "option,years,amount\n";
    for (std::size_t i = 0; i < contracts.size(); ++i)
      for (const auto& [years, amount] : contracts[i].dividends)
        file << i << ',' << years << ',' << amount << '\n';
  }
  const auto answer = peer_->ask("dividends " + path);
  return answer ? "" : answer.error();
}

double Quantlib::seconds(const std::string& engine, int spots) {
  const auto took = peer_->seconds(engine, spots);
  if (!took) std::fprintf(stderr, "QuantLib %s: %s\n", engine.c_str(), took.error().c_str());
  return took.value_or(std::numeric_limits<double>::infinity());
}

Quantlib::Prices Quantlib::prices() {
  const std::string path = folder_ + "/prices.csv";
  if (const auto answer = peer_->ask("write " + path); !answer)
    return std::unexpected{answer.error()};
  std::vector<double> prices;
  std::ifstream file{path};
  for (double price = 0; file >> price; file.ignore(1)) prices.push_back(price);
  return prices;
}

}  // namespace plimsoll::bench
