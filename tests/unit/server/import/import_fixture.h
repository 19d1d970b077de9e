#pragma once

#include "server/app/engine.h"
#include "server/import/importer.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace fieldbook::server::import {

// An empty store, a folder for files, and the importer.
class ImportTest : public ::testing::Test {
protected:
    void write(const std::string& name, const std::string& text)
    {
        std::ofstream{folder_ / name, std::ios::binary} << text;
    }

    [[nodiscard]] Summary run(const Mapping& mapping,
                              const std::filesystem::path& from,
                              Importer::Mode mode = Importer::Mode::Import)
    {
        Importer importer{engine_.store, engine_.commits, engine_.changes, engine_.clock};
        auto summary = importer.run(mapping, {from}, mode);
        EXPECT_TRUE(summary) << summary.error().code << ' ' << summary.error().detail;
        return summary.value_or(Summary{});
    }

    [[nodiscard]] std::vector<Record> records(std::string_view type)
    {
        std::vector<Record> all;
        engine_.store.read()->forEachDocument(typeNamed(type), [&](std::string_view document) {
            all.push_back(*Record::parse(document));
        });
        return all;
    }

    [[nodiscard]] static std::size_t count(const Summary& summary, std::string_view code)
    {
        return static_cast<std::size_t>(std::ranges::count(
            summary.findings, code, [](const Finding& f) -> std::string_view { return f.code; }));
    }

    testing::TempDir folder_;
    Engine engine_{*DataFolder::hold(folder_ / "data", DataFolder::Making::Allowed),
                   Configuration{}, CommitQueue::Mode::Immediate};
};

} // namespace fieldbook::server::import
