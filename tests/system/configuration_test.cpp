#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::testing {
namespace {

const std::string fieldbookd{std::string{FIELDBOOK_BIN} + "/fieldbookd"};

struct Wrong {
    std::string name;
    std::string file; // Content; "-" for a file that is not there; empty for none.
    Words flags;
    Environment environment;
    int code = 2;
    std::string says;
};

// What a case is called where it fails.
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.name; }

class WrongSettings : public ::testing::TestWithParam<Wrong> {
protected:
    TempDir folder_;
};

TEST_P(WrongSettings, AreToldBeforeAnythingIsDone)
{
    const Wrong& wrong = GetParam();
    Words words;
    const auto file = folder_ / "fieldbook.toml";
    if (!wrong.file.empty()) {
        words = {"--config", file.string()};
        if (wrong.file != "-") {
            std::ofstream{file} << wrong.file;
        }
    }
    words.insert(words.end(), {"--data", (folder_ / "data").string()});
    words.insert(words.end(), wrong.flags.begin(), wrong.flags.end());
    words.emplace_back("serve");

    const auto ended = run(fieldbookd, words, wrong.environment);

    EXPECT_EQ(ended.code, wrong.code) << ended.err;
    EXPECT_NE(ended.err.find(wrong.says), std::string::npos) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "data"));
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    WrongSettings,
    ::testing::Values(
        Wrong{"FileMissing", "-", {}, {}, 2, "[config.unreadable]"},
        Wrong{"FileNotToml", "server = = 1", {}, {}, 2, "[config.malformed]"},
        Wrong{"UnknownKey", "[server]\nprot = 8443\n", {}, {}, 2, "server.prot"},
        Wrong{"PortTooLarge", "[server]\nport = 70000\n", {}, {}, 2, "[config.value]"},
        Wrong{"PortNegative", "", {"--port", "-1"}, {}, 2, "[config.value]"},
        Wrong{"PortNoNumber", "", {"--port", "many"}, {}, 2, "server.port"},
        Wrong{"EmptyValue", "", {}, {{"FIELDBOOK_READ_THREADS", ""}}, 2, "[config.value]"},
        Wrong{"WrongInTheEnvironment",
              "",
              {},
              {{"FIELDBOOK_READ_THREADS", "lots"}},
              2,
              "server.read_threads"},
        Wrong{"CertificateWithoutKey",
              "",
              {"--server-certificate", "chain.pem"},
              {},
              2,
              "[config.certificate]"},
        Wrong{"UnknownFlag", "", {"--no-such-setting", "1"}, {}, 2, "--no-such-setting"},
        Wrong{"NoCompanyYet", "", {}, {}, 1, "[store.missing]"}),
    [](const auto& each) { return each.param.name; });

TEST(Settings, ThatTheSystemRefusesAreToldAsTrouble)
{
    const TempDir folder;
    ServerProgram first{folder / "first"};
    ServerProgram second{folder / "second"};
    for (auto* server : {&first, &second}) {
        ASSERT_EQ(server->command({"demo", "--customers", "2", "--people", "2"}).code, 0);
    }
    first.start();

    const auto taken = second.command({"serve", "--port", std::to_string(first.port())});
    const auto noFile = second.command({"serve", "--port", "0", "--server-certificate",
                                        "/nowhere.pem", "--server-certificate-key", "/nowhere"});

    EXPECT_EQ(taken.code, 3);
    EXPECT_NE(taken.err.find("[server.failed]"), std::string::npos) << taken.err;
    EXPECT_EQ(noFile.code, 3);
    EXPECT_NE(noFile.err.find("/nowhere.pem"), std::string::npos) << noFile.err;
}

} // namespace
} // namespace fieldbook::testing
