// Risk files of clearing houses: what reading them takes, beside what the machine can do with the
// same bytes. The parts stand in bench/span/.

#include <benchmark/benchmark.h>

BENCHMARK_MAIN();
