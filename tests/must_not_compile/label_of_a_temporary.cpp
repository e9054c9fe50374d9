// GNU: conversion from
// Clang: no viable conversion
// A label points at text that outlives it: a std::string does not.
#include <string>

#include "base/label.hpp"

using namespace plimsoll;

Label label = std::string{"gone before it is read"};
