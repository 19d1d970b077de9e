#include "shared/rules/labels.h"

#include "shared/rules/labels/families.h"

#include <algorithm>
#include <vector>

namespace fieldbook::rules {
namespace {

constexpr Label unknown{"The server refused this for a reason the app does not know yet; it is "
                        "kept, show it to IT",
                        "服务器退回了这条记录，应用还不认识原因；内容已保留，请交给管理员查看"};

std::vector<ErrorText> allInOrder()
{
    std::vector<ErrorText> all;
    for (const auto family : {deedTexts(), tabletTexts(), valueTexts()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    std::ranges::sort(all, {}, &ErrorText::code);
    return all;
}

} // namespace

std::span<const ErrorText> errorTexts()
{
    static const std::vector<ErrorText> texts = allInOrder();
    return texts;
}

Label textFor(std::string_view code)
{
    const auto texts = errorTexts();
    const auto found = std::ranges::lower_bound(texts, code, {}, &ErrorText::code);
    return found != texts.end() && found->code == code ? found->text : unknown;
}

} // namespace fieldbook::rules
