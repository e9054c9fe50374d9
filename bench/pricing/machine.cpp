#include "bench/pricing/machine.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "bench/pricing/machine.cpp"
#include "hwy/foreach_target.h"
//
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace plimsoll::bench {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// So many steps of every chain; answers with the operations done.
template <class T>
double multiply_and_add(std::size_t steps, T* result) {
  const hn::ScalableTag<T> d;
  using V = hn::Vec<decltype(d)>;
  const V factor = hn::Set(d, static_cast<T>(0.999)), more = hn::Set(d, static_cast<T>(1e-3));
  // By name, as the compiler keeps an array of so many in memory; each begins elsewhere, as it
  // otherwise finds that all are one.
  const auto start = [&](std::size_t at) { return hn::Set(d, result[at]); };
  V a = start(0), b = start(1), c = start(2), e = start(3), f = start(4), g = start(5),
    h = start(6), i = start(7), j = start(8), k = start(9), l = start(10), m = start(11),
    n = start(12), o = start(13), p = start(14), q = start(15);
  for (std::size_t step = 0; step < steps; ++step) {
    for (V* chain : {&a, &b, &c, &e, &f, &g, &h, &i, &j, &k, &l, &m, &n, &o, &p, &q})
      *chain = hn::MulAdd(*chain, factor, more);
  }
  for (const V chain : {b, c, e, f, g, h, i, j, k, l, m, n, o, p, q}) a = hn::Add(a, chain);
  result[0] = hn::GetLane(a);
  return 2.0 * static_cast<double>(steps * chains * hn::Lanes(d));
}

double floats(std::size_t steps, float* result) { return multiply_and_add(steps, result); }
double doubles(std::size_t steps, double* result) { return multiply_and_add(steps, result); }

std::uint64_t sum_of(const std::uint64_t* numbers, std::size_t count) {
  const hn::ScalableTag<std::uint64_t> d;
  const std::size_t lanes = hn::Lanes(d);
  auto one = hn::Zero(d), two = one, three = one, four = one;
  for (std::size_t i = 0; i + 4 * lanes <= count; i += 4 * lanes) {
    one = hn::Add(one, hn::Load(d, numbers + i));
    two = hn::Add(two, hn::Load(d, numbers + i + lanes));
    three = hn::Add(three, hn::Load(d, numbers + i + 2 * lanes));
    four = hn::Add(four, hn::Load(d, numbers + i + 3 * lanes));
  }
  return hn::GetLane(hn::Add(hn::Add(one, two), hn::Add(three, four)));
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::bench
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::bench {

HWY_EXPORT(floats);
HWY_EXPORT(doubles);
HWY_EXPORT(sum_of);

void measure(Machine& machine) {
  constexpr std::size_t steps = 200'000, bytes = std::size_t{256} << 20;
  float narrow[chains];
  double wide[chains];
  for (std::size_t i = 0; i < chains; ++i) wide[i] = narrow[i] = static_cast<float>(i) / chains;
  for (int round = 0; round < 30; ++round) {
    double operations = 0;
    double took =
        processor_seconds_of([&] { operations = HWY_DYNAMIC_DISPATCH(floats)(steps, narrow); });
    machine.float_flops = std::max(machine.float_flops, operations / took);
    took = processor_seconds_of([&] { operations = HWY_DYNAMIC_DISPATCH(doubles)(steps, wide); });
    machine.double_flops = std::max(machine.double_flops, operations / took);
  }
  if (narrow[0] + wide[0] == 0) std::abort();  // so that they are used
  const std::size_t count = bytes / sizeof(std::uint64_t);
  struct Free {
    void operator()(std::uint64_t* memory) const { std::free(memory); }
  };
  const std::unique_ptr<std::uint64_t, Free> memory{
      static_cast<std::uint64_t*>(std::aligned_alloc(4096, bytes))};
  std::fill_n(memory.get(), count, 1);
  volatile std::uint64_t sum = 0;
  for (int round = 0; round < 9; ++round) {
    const double took =
        processor_seconds_of([&] { sum = HWY_DYNAMIC_DISPATCH(sum_of)(memory.get(), count); });
    machine.read_bytes = std::max(machine.read_bytes, static_cast<double>(bytes) / took);
  }
}

Rows machine_rows(const Machine& machine) {
  return {{"machine/a float multiplied and added, one thread",
           2 / machine.float_flops,
           {{"G/s", machine.float_flops / 1e9}}},
          {"machine/a double multiplied and added, one thread",
           2 / machine.double_flops,
           {{"G/s", machine.double_flops / 1e9}}},
          {"machine/64 bytes read from memory, one thread",
           64 / machine.read_bytes,
           {{"G/s", machine.read_bytes / 1e9}}}};
}

}  // namespace plimsoll::bench
#endif
