#pragma once

#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace fieldbook::testing {

// Holds the part of a document between "<!-- generated: NAME -->" and "<!-- end -->" to what is
// generated now.
inline void
expectGeneratedPart(std::string_view document, std::string_view name, std::string_view part)
{
    std::string text = readSource(document);
    const std::string begin = "<!-- generated: " + std::string{name} + " -->\n";
    const std::size_t start = text.find(begin);
    ASSERT_NE(start, text.npos) << document << " has no part " << name;
    const std::size_t end = text.find("<!-- end -->", start);
    ASSERT_NE(end, text.npos) << document << ": the part " << name << " does not end";
    text.replace(start + begin.size(), end - start - begin.size(), part);
    expectGolden(document, text);
}

} // namespace fieldbook::testing
