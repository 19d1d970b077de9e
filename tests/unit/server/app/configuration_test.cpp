#include "server/app/configuration.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::server {
namespace {

std::optional<std::string> nothing(const std::string&) { return std::nullopt; }

class ConfigurationFile : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& text)
    {
        const auto file = dir_.path() / "fieldbook.toml";
        std::ofstream{file} << text;
        return file;
    }

    fieldbook::testing::TempDir dir_;
};

TEST_F(ConfigurationFile, GivesWayToTheEnvironmentAndThatToTheCommandLine)
{
    const auto file = write("[server]\nport = 9001\naddress = \"10.0.0.1\"\nread_threads = 3\n");
    const auto environment = [](const std::string& name) {
        return name == "FIELDBOOK_PORT" || name == "FIELDBOOK_READ_THREADS"
                   ? std::optional<std::string>{"9"}
                   : std::nullopt;
    };

    const auto loaded = loadConfiguration(file, environment, {{"server.port", "9003"}});

    ASSERT_TRUE(loaded) << loaded.error().detail;
    EXPECT_EQ(loaded->configuration.listenPort, 9003);
    EXPECT_EQ(loaded->configuration.readThreads, 9);
    EXPECT_EQ(loaded->configuration.listenAddress, "10.0.0.1");
    EXPECT_EQ(loaded->origins.at("server.port"), "command line");
    EXPECT_EQ(loaded->origins.at("server.read_threads"), "environment");
    EXPECT_EQ(loaded->origins.at("server.address"), "file");
    EXPECT_FALSE(loaded->origins.contains("log.level"));
}

TEST_F(ConfigurationFile, IsRefusedWithACodeThatSaysWhatIsWrong)
{
    struct Case {
        const char* text;
        const char* code;
    };
    const Case cases[] = {
        {"[server\n", "config.malformed"},
        {"[server]\nprot = 1\n", "config.unknown_key"},
        {"surprise = 1\n", "config.unknown_key"},
        {"[server]\nport = 70000\n", "config.value"},
        {"[server]\nport = \"http\"\n", "config.value"},
        {"[server]\nport = [1]\n", "config.value"},
        {"[server]\nnames = [\"a.example:80\"]\n", "config.value"},
        {"[server]\nnames = \"a b\"\n", "config.value"},
        {"[server]\ntrusted_proxies = [\"10.0.0.0/33\"]\n", "config.value"},
        {"[server]\ntrusted_proxies = \"proxy.example\"\n", "config.value"},
        {"[limits]\nrequests_per_user = -1\n", "config.value"},
        {"[log]\nlevel = \"loud\"\n", "config.value"},
        {"[company]\ncountry = \"China\"\n", "config.value"},
        {"[server]\ncertificate = \"a.pem\"\n", "config.certificate"},
    };
    for (const Case& each : cases) {
        const auto loaded = loadConfiguration(write(each.text), nothing, {});
        ASSERT_FALSE(loaded) << each.text;
        EXPECT_EQ(loaded.error().code, each.code) << each.text;
        EXPECT_FALSE(loaded.error().detail.empty());
    }
}

TEST_F(ConfigurationFile, GivesSeveralValuesAsAListOrWithCommas)
{
    const auto file = write("[server]\nnames = [\"a.example\", \"[::1]\"]\n"
                            "trusted_proxies = \"10.0.0.5, 10.1.0.0/16\"\n");

    const auto loaded = loadConfiguration(file, nothing, {});

    ASSERT_TRUE(loaded) << loaded.error().detail;
    EXPECT_EQ(loaded->configuration.names, (std::vector<std::string>{"a.example", "[::1]"}));
    EXPECT_EQ(loaded->configuration.trustedProxies,
              (std::vector<std::string>{"10.0.0.5", "10.1.0.0/16"}));
}

TEST_F(ConfigurationFile, MustExistWhenItIsNamed)
{
    EXPECT_EQ(loadConfiguration(dir_.path() / "none.toml", nothing, {}).error().code,
              "config.unreadable");
}

} // namespace
} // namespace fieldbook::server
