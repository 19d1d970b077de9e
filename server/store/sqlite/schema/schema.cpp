#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

std::vector<db::Migration> migrations()
{
    return {{1, std::string{step1}}, {2, std::string{step2}}, {3, std::string{step3}},
            {4, std::string{step4}}, {5, std::string{step5}}, {6, std::string{step6}},
            {7, std::string{step7}}, {8, std::string{step8}}};
}

} // namespace fieldbook::server::schema
