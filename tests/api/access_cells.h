#pragma once

#include "tests/api/access_company.h"
#include "tests/api/endpoint_table.h"

#include <set>

namespace fieldbook::server {

using nlohmann::json;
using testing::fieldTable;
using testing::relations;
using testing_table::actTable;
using testing_table::EndpointRow;
using testing_table::endpointTable;
using testing_table::Keeps;

// Every cell of endpoint x role x scope x field, as the API document, the types and the table of
// access give it; each is asserted, and the last test of all counts that none was passed over.
class AccessCells : public AccessCompany {
protected:
    using Cell = std::string;
    std::set<Cell> asserted;
    json document;

    void SetUp() override
    {
        AccessCompany::SetUp();
        document = json::parse(client.get("/openapi.json").body);
        sendFiles();
    }

    static Cell cellOf(std::string_view operation,
                       const Viewer& viewer,
                       std::string_view relation = {},
                       std::string_view type = {},
                       std::string_view field = {})
    {
        Cell cell{operation};
        for (const auto part : {viewer.row->role, relation, type, field}) {
            cell += '|';
            cell += part;
        }
        return cell;
    }
    void noteFields(std::string_view operation,
                    const Viewer& viewer,
                    std::string_view relation,
                    const TypeSpec& type)
    {
        for (const auto& field : type.fields) {
            asserted.insert(cellOf(operation, viewer, relation, type.name, field.fieldName));
        }
    }

    static const EndpointRow* rowOf(std::string_view operation)
    {
        const auto* row = std::ranges::find(endpointTable, operation, &EndpointRow::operation);
        return row == endpointTable.end() ? nullptr : row;
    }

    // The requests that the document tells of, with names that stand for nothing in their paths.
    struct Asked {
        std::string operation;
        std::string verb;
        std::string place;
        bool takesBody = false;
    };
    std::vector<Asked> operations()
    {
        std::vector<Asked> all;
        for (const auto& [path, methods] : document["paths"].items()) {
            for (const auto& [method, operation] : methods.items()) {
                std::string place = path;
                for (auto at = place.find('{'); at != std::string::npos; at = place.find('{')) {
                    const auto end = place.find('}', at) + 1;
                    const bool isType = place.substr(at, end - at) == "{type}";
                    place.replace(at, end - at, isType ? "customer" : ids.next().text());
                }
                std::string verb = method;
                std::ranges::transform(verb, verb.begin(), ::toupper);
                all.push_back(
                    {operation["operationId"], verb, place, operation.contains("requestBody")});
            }
        }
        return all;
    }

    // Each owner sends the bytes of an attachment; nobody's are never sent.
    void sendFiles()
    {
        for (const auto& [owner, theirs] : records) {
            if (owner.isNil()) {
                continue;
            }
            const auto bytes = bytesOf(owner);
            FileService& files = server.application().files();
            const Caller caller{.user = owner, .device = 1, .deviceCode = {}, .session = 0};
            const auto upload =
                files.begin(caller, checksumFor(owner), static_cast<std::int64_t>(bytes.size()));
            ASSERT_TRUE(upload);
            ASSERT_TRUE(files.append(caller, upload->id, 0, asBytes(bytes)));
        }
    }
};

} // namespace fieldbook::server
